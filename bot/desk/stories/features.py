"""What an article says, as features that compare across languages."""

from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from zlib import crc32

from bot.desk.stories.actors import SIDES, acting, between
from bot.desk.stories.bridge import sounds
from bot.desk.stories.dates import Moment, moments
from bot.desk.stories.figures import Figure, figures
from bot.desk.stories.strip import is_opinion, stripped
from bot.desk.stories.vocabulary import Met, newsroom, vocabulary
from bot.desk.text.fold import fold
from bot.desk.text.tokens import has_cjk, runs
from bot.desk.topics.concept import Mention
from bot.desk.topics.gazetteer import Gazetteer
from bot.model import Text

#: How much of a lead is read: its first sentence or two say what the article is about. CJK says it in less.
_LEAD = 170
TITLE, LEAD = 1.0, 0.45
_KIND = {
    "country": 0.25,
    "place": 0.5,
    "company": 1.0,
    "body": 1.0,
    "person": 1.0,
    "policy": 1.0,
    "bloc": 1.0,
    "event": 1.0,
    "material": 0.8,
    "technology": 0.6,
    "term": 0.35,
    "act": 0.7,
    "thing": 1.0,
    "common": 0.5,
    "gloss": 0.7,
    "venue": 0.8,
    "site": 1.0,
    "mishap": 0.7,
}
#: What a fact tells beside acts: who is named, which company, by whom it is done, between which two states, what befell
#: a plant; at which meeting place, at which plant; that it is an opinion; and, once it has been placed, that it is not
#: sure to belong where it stands.
WHO, FIRM, BY, TWO, HIT, AT, ON = "who:", "of:", "by:", "two:", "hit:", "at:", "on:"
OPINION, VAGUE = "opinion", "vague"
_NAMED = {"person": WHO, "company": FIRM}
_TOLD = {"person": WHO, "mishap": HIT}
_PLACED = {"venue": AT, "site": ON}
_COUNTRIES = frozenset({*SIDES, "NK", "elsewhere"})
_SAYING = _COUNTRIES | frozenset(
    [
        "memory",
        "equipment",
        "instrument",
        "china-instrument",
        "material",
        "leak",
        "contest",
        "talks",
        "trade",
        "supply-chain",
        "alliance",
        "waiver",
        "fill-gap",
        "used-tools",
        "embassy",
        "trade-pact",
        "chips-act",
        "fab",
        "bloc",
        "three-way",
        "diplomacy",
        "press-conference",
        "invest",
        "market",
        "results",
    ]
)
_STOP = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "to",
        "in",
        "on",
        "for",
        "and",
        "or",
        "with",
        "by",
        "at",
        "from",
        "as",
        "is",
        "are",
        "be",
        "was",
        "were",
        "has",
        "have",
        "had",
        "its",
        "it",
        "that",
        "this",
        "over",
        "after",
        "amid",
        "into",
        "says",
        "said",
        "say",
        "will",
        "would",
        "new",
        "than",
        "about",
        "against",
        "up",
        "out",
        "not",
        "no",
        "but",
        "more",
    ]
)


@dataclass(frozen=True, slots=True)
class Features:
    """An article as the ladder compares it; plain enough to be stored with the article."""

    lang: str  # en ko zh: a script's family, since Simplified and Traditional fold together
    concepts: Mapping[str, float]  # weight by kind and field; the rarity of the concept is not in it
    surfaces: Mapping[str, str]  # how each concept was printed
    words: Mapping[int, int]  # in hundredths: numbers of stems of five letters, or of pairs of CJK characters
    heads: frozenset[str] = frozenset()  # those of `concepts` that stand in the title
    facts: tuple[str, ...] = ()  # sorted; of the title: acts, WHO it names, BY whom it is done …; and AT which places
    actor: str = ""  # the concept that acts, by the title; "" when nobody is named
    figures: tuple[Figure, ...] = ()
    moments: tuple[Moment, ...] = ()
    sounds: tuple[int, ...] = ()  # Sino-Korean syllable pairs, where Chinese and Korean meet
    sketch: "array[int]" = field(default_factory=lambda: array("I"))  # of the text, for copies


def features(text: Text, gazetteer: Gazetteer, sketch: "array[int] | None" = None) -> Features:
    """Reads one article; `sketch` is of its text, for finding copies."""
    printed = Text(id="", title=stripped(text.title), lead=_beginning(stripped(text.lead)), lang=text.lang)
    lang, mentions = gazetteer.read(printed)
    lang = lang[:2]
    title, lead = fold(printed.title).text, fold(printed.lead).text
    concepts: dict[str, float] = {}
    surfaces: dict[str, str] = {}
    in_title, in_lead = ((*vocabulary().find(text), *newsroom().find(text)) for text in (title, lead))
    named = [one for one in mentions if one.field == "title" and not one.masked]
    heads = [*_mentioned(named), *_weighed(in_title, TITLE)]
    for name, weight, surface in (*heads, *_mentioned(mentions), *_weighed(in_lead, LEAD)):
        if weight > concepts.get(name, 0.0):
            concepts[name] = weight
            surfaces[name] = surface
    side, actor = acting(title, named)
    facts = {met.name for met in in_title if met.kind == "act"}
    facts |= {_TOLD[met.kind] + met.name for met in in_title if met.kind in _TOLD}
    facts |= {_NAMED[one.concept.kind] + one.concept.id for one in named if one.concept.kind in _NAMED}
    facts |= {_PLACED[met.kind] + met.name for met in (*in_title, *in_lead) if met.kind in _PLACED}
    states = between(title, named, [met.name for met in in_title if met.kind == "person"])
    if is_opinion(text.title):
        facts.add(OPINION)
    return Features(
        lang=lang,
        concepts=concepts,
        surfaces=surfaces,
        words=_words(title, lead, lang),
        heads=frozenset(name for name, _, _ in heads),
        facts=tuple(sorted(facts | ({BY + side} if side else set()) | ({TWO + states} if states else set()))),
        actor=actor,
        figures=tuple(
            {(one.kind, one.value): one for one in (*figures(title), *figures(lead)) if _counts(one)}.values()
        ),
        moments=tuple(dict.fromkeys((*moments(title, "title"), *moments(lead, "lead")))),
        sounds=tuple(dict.fromkeys(sound_number(pair, lang) for pair in (*sounds(title, lang), *sounds(lead, lang)))),
        sketch=sketch if sketch is not None else array("I"),
    )


def word_number(word: str, lang: str) -> int:
    """The number of a word in its language: 32 bits, in which words of a week hardly ever meet."""
    return crc32(f"{lang}:{word}".encode())


def sound_number(pair: str, lang: str) -> int:
    """The number of a syllable pair: that of the Korean word, its last bit telling whose script it was heard in."""
    return word_number(pair, "ko") & ~1 | (lang == "zh")


def _counts(figure: Figure) -> bool:
    """A day of a month is a date, not a count."""
    return not (figure.kind == "days" and figure.value < 32)


def _beginning(lead: str) -> str:
    return lead[: _LEAD * 3 // 5 if has_cjk(lead) else _LEAD]


def _mentioned(mentions: Iterable[Mention]) -> Iterator[tuple[str, float, str]]:
    """Concepts, and beside them what they say of sides and subjects: names differ, a side stays."""
    for mention in mentions:
        if mention.masked:
            continue
        part = TITLE if mention.field == "title" else LEAD
        if mention.concept.kind != "country":
            yield mention.concept.id, _KIND.get(mention.concept.kind, 0.3) * part, mention.text
        for facet, weight in _said(mention.facets):
            yield facet, weight * part, mention.text


@lru_cache(maxsize=4096)
def _said(facets: frozenset[str]) -> tuple[tuple[str, float], ...]:
    """What facets say of sides and subjects, in an order that no process decides for itself."""
    return tuple(
        (f"facet:{facet}", _KIND["country"] if facet in _COUNTRIES else 0.35) for facet in sorted(facets & _SAYING)
    )


def _weighed(found: Iterable[Met], part: float) -> Iterator[tuple[str, float, str]]:
    for met in found:
        yield met.name, _KIND[met.kind] * part, met.text


def _words(title: str, lead: str, lang: str) -> dict[int, int]:
    found: dict[int, int] = {}
    for text, part in ((title, TITLE), (lead, LEAD)):
        for word in _tokens(text):
            found.setdefault(word_number(word, lang), round(part * 100))
    return found


def _tokens(text: str) -> Iterator[str]:
    for run in runs(text):
        if has_cjk(run):
            yield from (run[at : at + 2] for at in range(len(run) - 1)) if len(run) > 1 else (run,)
        elif run not in _STOP and len(run) > 1:
            yield run[:5]
