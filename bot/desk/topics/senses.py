"""Decides what an ambiguous mention means, and masks those that mean nothing to us here."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from bot.desk.topics.concept import COUNTRIES, Concept, Mention

_COUNTRIES = frozenset(COUNTRIES)
#: How far the deciding country may stand, in characters of the skeleton. A country behind the word is a weaker hint.
_REACH = 40
#: And where the language has a usual sense: right before the word.
_ADJACENT = 2
_BEHIND = 3


def settle(mentions: Sequence[Mention], concepts: Mapping[str, Concept], lang: str) -> tuple[Mention, ...]:
    """The same mentions with senses chosen, and masked where their sense is another one."""
    chosen = mentions
    if [mention for mention in mentions if mention.concept.senses]:
        countries = _Countries(mentions)
        chosen = [_choose(one, countries, concepts, lang) if one.concept.senses else one for one in mentions]
    if not [mention for mention in chosen if mention.concept.conditional]:
        return tuple(chosen)
    company = _Company(chosen)
    return tuple([_mask(mention, company) if mention.concept.conditional else mention for mention in chosen])


class _Countries:
    """Where a text names countries plainly, in reading order: a text may name them ten thousand times."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self.named: set[str] = set()
        self._there: dict[tuple[str, str], list[Mention]] = defaultdict(list)
        for mention in mentions:
            if not mention.concept.senses and not _COUNTRIES.isdisjoint(mention.facets):
                for country in mention.facets & _COUNTRIES:
                    self.named.add(country)
                    self._there[mention.field, country].append(mention)

    def beside(self, mention: Mention, country: str) -> Iterator[Mention]:
        """The mentions of a country next to another mention of the same field, before and behind it."""
        there = self._there.get((mention.field, country), [])
        at = bisect_left(there, mention.place, key=_place)
        yield from there[max(0, at - 2) : at + 2]


class _Company:
    """What the mentions of a text say together, gathered when somebody asks."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._mentions = mentions

    @cached_property
    def unmasked(self) -> Counter[str]:
        """How many mentions that count say each facet."""
        return Counter(facet for one in self._mentions if not one.masked for facet in one.facets)

    @cached_property
    def fields(self) -> Mapping[str, frozenset[str]]:
        """Every facet of a field, those of masked mentions among them."""
        said: dict[str, set[str]] = defaultdict(set)
        for one in self._mentions:
            said[one.field] |= one.facets
        return {name: frozenset(facets) for name, facets in said.items()}


def _choose(mention: Mention, countries: _Countries, concepts: Mapping[str, Concept], lang: str) -> Mention:
    """A country right before the word decides; then what is usual in the language, the nearest one, the only one."""
    senses = mention.concept.senses
    elsewhere = countries.named & senses.keys()
    near = (_REACH + 1, "")
    if elsewhere:
        beside = ((other, country) for country in elsewhere for other in countries.beside(mention, country))
        near = min(((_distance(mention, other), country) for other, country in beside), default=near)
    usual = mention.concept.default.get(lang, "")
    if near[0] <= (_ADJACENT if usual else _REACH):
        chosen = near[1]
    elif usual or len(elsewhere) == 1:
        chosen = usual or elsewhere.pop()
    else:
        return _masked(mention)
    meant = concepts[senses[chosen]]
    return Mention(meant, mention.text, mention.field, mention.at, mention.place, meant.facets, mention.masked)


def _distance(mention: Mention, other: Mention) -> int:
    before = mention.place[0] - other.place[1]
    return before if before >= 0 else (other.place[0] - mention.place[1]) * _BEHIND + 1


def _place(mention: Mention) -> tuple[int, int]:
    return mention.place


def _masked(mention: Mention) -> Mention:
    return Mention(*mention[:-1], masked=True)


def _mask(mention: Mention, company: _Company) -> Mention:
    concept = mention.concept
    if concept.kind == "confusable":
        return _masked(mention)
    if concept.needs:
        own = frozenset[str]() if mention.masked else mention.facets
        if not any(company.unmasked[facet] > (facet in own) for facet in concept.needs):
            return _masked(mention)
    if concept.unless and concept.unless & company.fields[mention.field]:
        return _masked(mention)
    return mention
