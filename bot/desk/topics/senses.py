"""Decides what an ambiguous mention means, and masks those that mean nothing to us here."""

from collections.abc import Mapping, Sequence

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
    if any(mention.concept.senses for mention in mentions):
        # Of the plain ones only those that name a country have a say.
        plain = [other for other in mentions if not other.concept.senses and not _COUNTRIES.isdisjoint(other.facets)]
        chosen = [_choose(one, plain, concepts, lang) if one.concept.senses else one for one in mentions]
    return tuple(_mask(mention, chosen) if mention.concept.conditional else mention for mention in chosen)


def _choose(mention: Mention, plain: Sequence[Mention], concepts: Mapping[str, Concept], lang: str) -> Mention:
    """A country right before the word decides; then what is usual in the language, the nearest one, the only one."""
    senses = mention.concept.senses
    near = min(
        (
            (_distance(mention, other), country)
            for other in plain
            if other.field == mention.field
            for country in senses
            if country in other.facets
        ),
        default=(_REACH + 1, ""),
    )
    usual = mention.concept.default.get(lang, "")
    elsewhere = {country for other in plain for country in senses if country in other.facets}
    if near[0] <= (_ADJACENT if usual else _REACH):
        chosen = near[1]
    elif usual or len(elsewhere) == 1:
        chosen = usual or elsewhere.pop()
    else:
        return mention._replace(masked=True)
    meant = concepts[senses[chosen]]
    return mention._replace(concept=meant, facets=meant.facets)


def _distance(mention: Mention, other: Mention) -> int:
    before = mention.place[0] - other.place[1]
    return before if before >= 0 else (other.place[0] - mention.place[1]) * _BEHIND + 1


def _mask(mention: Mention, mentions: Sequence[Mention]) -> Mention:
    concept = mention.concept
    if concept.kind == "confusable":
        return mention._replace(masked=True)
    if concept.needs and not any(
        concept.needs & other.facets for other in mentions if other is not mention and not other.masked
    ):
        return mention._replace(masked=True)
    if concept.unless and any(concept.unless & other.facets for other in mentions if other.field == mention.field):
        return mention._replace(masked=True)
    return mention
