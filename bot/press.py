"""The day's mail made once for all its readers: what their rules hit, and every story's dossier, is found one time.

Composing ten thousand mails must not read the archive ten thousand times. A day is kept for as long as its mails go
out; what changed meanwhile, such as a page that was read or two stories that were joined, shows in the next one made.
"""

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar

from sqlite_utils import Database

from bot.delivery.digest import LARGEST, Backdrop, Sick, compose_digest
from bot.desk.archived import as_text, glossed, named, telling
from bot.desk.edition import (
    ELSEWHERE,
    IN_TITLE,
    Chosen,
    Dossier,
    Facts,
    Occasion,
    Origin,
    open_dossier,
    recurring,
    shelf,
    watched,
)
from bot.desk.paces import reads
from bot.desk.reading import Desk
from bot.desk.rules import Page, RuleIndex, Vocabulary, parse
from bot.desk.rules.meeting import hits
from bot.model import (
    Article,
    Delivery,
    DeliveryState,
    Evidence,
    Hit,
    Mailing,
    Message,
    Rule,
    RuleHit,
    Source,
    SourceState,
    Subscriber,
)
from storage import bodies, editions, mutes, people, sources

DAY = timedelta(hours=24)
#: A digest after days without one tells so much at most.
LONGEST = timedelta(days=7)
#: A day is looked at anew after so long.
KEPT = timedelta(minutes=15)
#: Days that are kept at a time: readers in several zones, and those who were told last at other times.
DAYS = 8
_NO_MAILING = Mailing()
_WELL = frozenset({"fresh", "quiet"})

#: Articles whose texts are kept ready for looking up places.
PAGES = 400
#: Places that are kept, by rule and article.
PLACES = 20_000

#: An article that a rule's text hits, and whether its title alone does.
Find = tuple[Article, bool]
K = TypeVar("K")
V = TypeVar("V")


@dataclass(slots=True)
class Paper:
    """What was seen between two instants, as far as any reader's digest needs it."""

    start: datetime
    end: datetime
    made: datetime
    desk: Desk
    vocabulary: Vocabulary
    known: Mapping[str, Source]
    articles: Mapping[int, Article]
    evidence: Mapping[int, tuple[Evidence, ...]]
    facts: Facts
    backdrop: Backdrop
    languages: frozenset[str]
    finds: dict[str, tuple[Find, ...]] = field(default_factory=dict)  # by a rule's text
    dossiers: dict[int, Dossier] = field(default_factory=dict)  # by the story that an article names
    pages: dict[int, Page] = field(default_factory=dict)  # articles whose places were looked up, the newest last
    whole: bool = False  # whether every reader's rules were met
    placed: dict[tuple[str, int], tuple[Hit, ...]] = field(default_factory=dict)  # and what was found

    def meet(self, db: Database, texts: Iterable[str]) -> None:
        """Finds what these rules hit, all of them in one pass over the day."""
        asked = sorted(set(texts) - self.finds.keys())
        if not asked:
            return
        rules = [Rule(number, 0, text, 0) for number, text in enumerate(asked)]
        index = RuleIndex.build(rules, self.vocabulary)
        found: list[list[Find]] = [[] for _ in asked]
        for article, body in editions.day(db, self.start, self.end):
            kept = self.articles.get(article.id)
            if kept is None:
                continue
            text = as_text(kept, body)
            titled = index.match_ids(replace(text, lead="", body=""))
            # One pair for all rules: there may be half a million of them.
            pairs = (kept, False), (kept, True)
            in_evidence = any(piece.field == "title" for piece in self.evidence.get(kept.id, ()))
            for rule in index.match_ids(text):
                # Every title meets a topic; what counts is whether the words that made it one stand there.
                met = in_evidence if asked[rule].startswith("topic:") else rule in titled
                found[rule].append(pairs[met])
        self.finds.update((text, tuple(finds)) for text, finds in zip(asked, found, strict=True))

    def places(self, db: Database, rule: Rule, article: Article) -> tuple[Hit, ...]:
        """Where a rule hits an article; of a topic, the words that made the grade."""
        key = (rule.text, article.id)
        if key not in self.placed:
            page = self.pages.get(article.id)
            if page is None:
                page = Page(as_text(article, bodies.text(db, article.id)))
                _keep(self.pages, article.id, page, PAGES)
            query = parse(rule.text, self.vocabulary)
            places = hits(query.root, page) or telling(self.evidence.get(article.id, ()))
            _keep(self.placed, key, places, PLACES)
        return self.placed[key]

    def chosen(self, rules: Iterable[Rule], reader: Subscriber | None) -> list[Chosen]:
        """One reader's articles, each with the rules that hit it."""
        met: dict[int, list[RuleHit]] = {}
        wanted = {lang: reader is None or reads(reader, lang) for lang in self.languages}
        for rule in rules:
            # Two hits serve for all articles of a rule: in the title, or elsewhere.
            shared = RuleHit(rule.id, ELSEWHERE), RuleHit(rule.id, IN_TITLE)
            for article, in_title in self.finds[rule.text]:
                if article.grade >= rule.min_grade and wanted[article.lang]:
                    met.setdefault(article.id, []).append(shared[in_title])
        return [(self.articles[number], tuple(hits)) for number, hits in met.items()]

    def open(self, db: Database, stories: Iterable[int]) -> None:
        """Makes the dossiers of stories that nobody asked for before."""
        wanted = sorted(set(stories) - self.dossiers.keys())
        if not wanted:
            return
        told = editions.stories(db, wanted, self.end)
        carried = editions.continued(db, wanted, self.start)
        ids = [article.id for story in told.values() for article in story.articles]
        origins = {number: Origin(*found) for number, found in editions.origins(db, ids).items()}
        facts = replace(self.facts, origins=origins)
        for number, story in told.items():
            self.dossiers[number] = open_dossier(story, facts, continues=carried.get(number, ""))


class Press:
    """Composes digests; what they share is kept between them."""

    def __init__(self, occasions: Sequence[Occasion] = ()) -> None:
        """Take what returns on known days."""
        self._occasions = tuple(occasions)
        self._papers: OrderedDict[tuple[datetime, datetime], Paper] = OrderedDict()

    def digest(
        self,
        db: Database,
        desk: Desk,
        delivery: Delivery,
        now: datetime,
        *,
        known: Mapping[str, Source],
        asked: Sequence[Rule] | None = None,
        mailing: Mailing = _NO_MAILING,
        room: int = LARGEST,
    ) -> Message:
        """One reader's digest of the day before its row was made, or of the days since the last that arrived.

        Args:
            db: inside a step.
            desk: with the topics.
            delivery: the row; it need not be stored.
            now: UTC.
            known: the enabled sources, by id.
            asked: rules instead of the reader's own.
            mailing: as in compose_digest, and so is room.
            room: bytes; 0 for all of it.
        """
        reader = people.subscriber(db, delivery.destination.subscriber)
        own = people.rules_of(db, delivery.destination.subscriber) if asked is None else asked
        rules = {rule.id: rule for rule in own if not rule.paused}
        paper = self._paper(db, desk, _start(db, delivery), delivery.created, now, known)
        if asked is None and delivery.state is not DeliveryState.SENT and not paper.whole:
            # One of many that are due now; a mail that is looked at again concerns its reader alone.
            paper.meet(db, (rule.text for rule in people.active_rules(db)))
            paper.whole = True
        paper.meet(db, (rule.text for rule in rules.values()))
        muted = mutes.muted_by(db, delivery.destination.subscriber)
        chosen = [one for one in paper.chosen(rules.values(), reader) if one[0].story not in muted]
        paper.open(db, {article.story for article, _ in chosen})
        return compose_digest(
            delivery,
            chosen,
            named(rules, desk, delivery.lang),
            now,
            topics={topic.id: topic.title.get(delivery.lang, "") for topic in desk.classifier.topics},
            mailing=mailing,
            room=room,
            backdrop=replace(paper.backdrop, places=partial(paper.places, db)),
            reads=reader.reads if reader else (),
        )

    def _paper(
        self, db: Database, desk: Desk, start: datetime, end: datetime, now: datetime, known: Mapping[str, Source]
    ) -> Paper:
        paper = self._papers.get((start, end))
        if (
            paper is None
            or paper.desk.classifier is not desk.classifier
            or paper.known is not known
            or not timedelta(0) <= now - paper.made < KEPT
        ):
            paper = self._papers[start, end] = self._made(db, desk, start, end, now, known)
        self._papers.move_to_end((start, end))
        while len(self._papers) > DAYS:
            self._papers.popitem(last=False)
        return paper

    def _made(
        self, db: Database, desk: Desk, start: datetime, end: datetime, now: datetime, known: Mapping[str, Source]
    ) -> Paper:
        articles = {article.id: article for article, _ in editions.day(db, start, end)}
        evidence = editions.evidence(db, start, end)
        states = {state.source: state for state in sources.states(db)}
        dossiers: dict[int, Dossier] = {}
        facts = Facts(
            start=start,
            end=end,
            every={name: source.every for name, source in known.items()},
            listening=watched(known.values(), states, now),
            others=tuple(articles.values()),
            names=_names(evidence, desk),
        )
        every = {name: states.get(name, SourceState(name)) for name in sorted(known)}
        sick = [
            Sick(known[name].name, state.state, state.last_good)
            for name, state in every.items()
            if state.state not in _WELL
        ]
        words: dict[tuple[int, str], tuple[str, ...]] = {}

        def gloss(article: Article, lang: str) -> Sequence[str]:
            key = (article.id, lang)
            if key not in words:
                words[key] = glossed(evidence.get(article.id, ()), lang, desk)
            return words[key]

        backdrop = Backdrop(
            dossiers=dossiers,
            gloss=gloss,
            weeks=editions.week(db, end, shelf),
            occasions=recurring(self._occasions, end),
            sources=len(known),
            sick=sick,
        )
        languages = frozenset(article.lang for article in articles.values())
        vocabulary = desk.classifier.vocabulary
        return Paper(
            start, end, now, desk, vocabulary, known, articles, evidence, facts, backdrop, languages, dossiers=dossiers
        )


def _keep(kept: dict[K, V], key: K, value: V, most: int) -> None:
    """Keeps a value, and lets the oldest go."""
    kept[key] = value
    if len(kept) > most:
        kept.pop(next(iter(kept)))


def _start(db: Database, delivery: Delivery) -> datetime:
    """Since when there is news to tell: a day, or longer where the mails before did not arrive or were not wished."""
    last = editions.told_until(db, delivery.destination.id, delivery.created)
    if last is None:
        return delivery.created - DAY
    return max(min(last, delivery.created - DAY), delivery.created - LONGEST)


def _names(evidence: Mapping[int, tuple[Evidence, ...]], desk: Desk) -> dict[int, frozenset[str]]:
    """The concepts that headlines name, but for countries and places, which are in every other one."""
    concepts = desk.classifier.gazetteer.concepts
    return {
        article: frozenset(
            piece.concept
            for piece in why
            if piece.field == "title"
            and piece.facet != "masked"
            and piece.concept in concepts
            and concepts[piece.concept].kind not in {"country", "place"}
        )
        for article, why in evidence.items()
    }
