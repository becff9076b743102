"""A piece of news as the desk reads, grades and keeps it."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from bot.model.outlet import Item, Precision
from bot.model.people import RuleHit


class Evidence(NamedTuple):
    """One reason for a grade; masked senses carry weight 0. Every article has a dozen: a cheap class."""

    concept: str  # gazetteer id, or the name of a pattern or branch
    text: str  # surface, as printed by the outlet
    field: str  # title, lead, body; "" for a branch
    at: tuple[int, int]  # half-open code points of the original text
    facet: str
    weight: float


@dataclass(frozen=True, slots=True)
class Judgement:
    """How the topic classifier sees a text."""

    grade: int  # 2 core, 1 related, 0 not relevant
    score: float  # 0–1, ranks across grades; not a probability
    facets: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()  # ids of built-in topics the text belongs to
    why: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """What rules and topics are matched against."""

    id: str
    title: str
    lead: str = ""
    body: str = ""
    lang: str = ""  # en ko zh-Hans zh-Hant ja; "" when undecided
    source: str = ""
    side: str = ""
    kind: str = ""
    topics: tuple[str, ...] = ()  # filled by the classifier before rules are matched
    grade: int = 0  # likewise
    mentions: "tuple[Evidence, ...]" = ()  # likewise: the names it holds, in the sense they have here


@dataclass(frozen=True, slots=True)
class Reading:
    """An item as the desk reads it: folded, graded, matched. Needs no memory."""

    item: Item
    lang: str  # decided from the script, the declaration a hint
    url: str  # shown and sent: the outlet's, trackers removed
    keys: tuple[str, ...]  # identity: "guid:…", "url:…", "title:…"; any one equal means the same article
    content_hash: str  # of title and summary, folded; another one under the same key is a revision
    judgement: Judgement
    matches: tuple[RuleHit, ...] = ()
    folded: tuple[str, str] | None = None  # title and lead as the desk compares them; None: not at hand


@dataclass(frozen=True, slots=True)
class Article:
    """A stored piece of news."""

    id: int
    source: str
    url: str
    title: str
    lead: str
    lang: str
    published: datetime | None  # according to the outlet, clamped; None: use first_seen
    precision: Precision
    first_seen: datetime
    content_hash: str
    story: int
    grade: int
    score: float = 0.0
    topics: tuple[str, ...] = ()
    outlet: str = ""  # the source's name, side and kind, copied so that an old article keeps them
    side: str = ""
    kind: str = ""
    state_media: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """One event, and every article that reports it, first seen first."""

    id: int
    title: str
    first_seen: datetime
    last_seen: datetime
    articles: tuple[Article, ...] = ()


@dataclass(frozen=True, slots=True)
class Placement:
    """Where the desk placed a new article among the stories, and why."""

    article: int
    story: int
    outcome: str  # new merge thread copy
    related_to: int  # the earlier story of the same saga, or the article copied; 0: none
    rung: int  # of the ladder, the one that decided
    score: float  # 0–1, of the winning story; of a new one, the best rejected
    why: str  # JSON: evidence, shared features, vetoes, runner-up, rules version
    features: str  # what the window is rebuilt from, as the desk packs it
    opens: bool  # whether the article opened its story


@dataclass(frozen=True, slots=True)
class Advance:
    """One thing that a follow-up adds to the story it continues: neutral, for a composer to word in any language.

    By kind, most telling first in a list of them:

    - `answer`: `actor` answers what the story told ("MOFCOM answers"). `before` and `after` are empty.
    - `reversal`: `before` was done, now `after` is: acts such as "ban" and "lift".
    - `phase`: the procedure goes on from `before` to `after`: proposed announced decided "in force" answered
      suspended exempted lifted revoked probed arrested indicted "on trial" convicted appealed summoned asked banned.
    - `figure`: another amount of the same `unit`, as printed in `before` and `after` ("figure changed 3 → 5 bn").
    - `period`: another month: `before` and `after` are "1" to "12".
    - `actor`: another body acts: `before` and `after` are sides (KR CN US JP TW EU) or ids of company concepts.
    - `people`: somebody else is named: `after` as printed.

    `before` is empty where the story said nothing of it.
    """

    kind: str  # answer reversal phase figure period actor people
    actor: str = ""  # who does it, according to the title: the id of a concept of the gazetteer ("mofcom"); "" unknown
    printed: str = ""  # the actor as the outlet printed it
    before: str = ""
    after: str = ""
    unit: str = ""  # of a figure: usd krw cny jpy eur percent, or a unit of counting (firms, years, nm, things …)


@dataclass(frozen=True, slots=True)
class Sighting:
    """One source showing one article under some identity keys."""

    article: int
    source: str
    guid: str
    url: str
    keys: tuple[str, ...]
    seen: datetime  # UTC


@dataclass(frozen=True, slots=True)
class Revision:
    """New words of an article already stored; told nobody anew."""

    article: int
    title: str
    lead: str
    content_hash: str
    seen: datetime  # UTC
    grade: int
    score: float
    topics: tuple[str, ...]
