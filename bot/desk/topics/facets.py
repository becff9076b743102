"""The facets a mention can add, what each weighs as evidence, and a text seen through them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from bot.desk.topics.concept import COUNTRIES, Mention

#: What each facet says, and its weight as evidence in a lead; a title counts twice, a body a quarter.
FACETS: dict[str, tuple[str, float]] = {
    # whose
    "KR": ("South Korea or one of its parties", 1.0),
    "KR-home": ("South Korea as Korean texts call it: ours, domestic, the government", 0.6),
    "KR-place": ("a place in South Korea: where, not who", 0.0),
    "CN": ("China or one of its parties", 1.0),
    "US": ("the United States", 0.2),
    "JP": ("Japan", 0.1),
    "TW": ("Taiwan", 0.1),
    "EU": ("the European Union or one of its members", 0.1),
    "NK": ("North Korea", -0.5),
    "elsewhere": ("another country", 0.0),
    "multi": ("other chip makers or countries hit alike", 0.0),
    # who
    "state-actor": ("a government, or somebody who speaks for one", 0.4),
    "chipmaker": ("a company that makes chips, their materials or tools", 0.5),
    "conglomerate": ("a group of which a chip maker is one part", 0.3),
    # what
    "chip": ("semiconductors", 1.0),
    "memory": ("memory chips", 0.3),
    "fab": ("a chip plant or line", 0.4),
    "equipment": ("tools to make chips", 0.4),
    "display": ("screens: next door to chips", 0.2),
    "technology": ("technology without saying which", 0.2),
    "bloc": ("a bloc that counts South Korea among its members", 1.5),
    "chip-bloc": ("Chip 4", 2.0),
    "three-way": ("Washington, Tokyo and Seoul together", 1.0),
    "neighbours": ("Beijing, Tokyo and Seoul together", 1.0),
    "instrument": ("export controls and what belongs to them", 0.8),
    "china-instrument": ("an instrument that is about plants in China by its nature", 1.5),
    "chips-act": ("the American subsidy law", 0.3),
    "material": ("materials that China controls", 0.8),
    "leak": ("trade secrets leaving a company", 0.8),
    "contest": ("one industry catching up with another", 0.5),
    "hit": ("somebody suffers, gains or worries", 0.2),
    "pair": ("China and South Korea in one word", 0.5),
    "alliance": ("an alliance or camp", 0.3),
    "talks": ("people of two sides meet or speak", 0.3),
    "diplomacy": ("relations between states", 0.7),
    "trade": ("trade between countries", 0.6),
    "supply-chain": ("supply chains", 0.6),
    "alignment": ("which side a country takes", 0.8),
    "press-conference": ("a regular press conference", 0.1),
    "embassy": ("an embassy or ambassador", 0.4),
    "micron-gap": ("China's ban on Micron", 0.8),
    "fill-gap": ("taking the place of a banned supplier", 0.5),
    "waiver": ("an exemption or a reprieve", 0.5),
    "trade-pact": ("a free trade agreement", 0.5),
    "supply-chain-tool": ("hotlines and dialogues", 0.3),
    "chip-alliance": ("a chip alliance without saying which", 0.8),
    "ai-safety": ("artificial intelligence kept in bounds", 0.0),
    "plant-city": ("a Chinese city known for a Korean plant", 0.6),
    "works": ("a plant where chips are not named", 0.1),
    "beside": ("next door to something", 0.0),
    "china-plant": ("a plant in China", 0.5),
    "used-tools": ("second-hand chip tools", 0.8),
    "material-other": ("materials of other industries, too", 0.0),
    "urea": ("urea", 0.0),
    "chip-material": ("chemicals and gases for chips", 0.2),
    "chip-trade": ("chip exports", 0.5),
    "KR-trade": ("exports to China, Korea's where no other exporter is named", 0.6),
    "invest": ("plants and money", 0.1),
    "join": ("joining a bloc", 0.2),
    "chips-act-word": ("subsidies", 0.1),
    "listing": ("going public", 0.0),
    "product": ("something shown or put on sale", 0.0),
    "draft": ("a draft or design", -0.1),
    # what speaks against
    "market": ("the stock market", -0.8),
    "shares": ("a company's shares", -0.3),
    "results": ("business results and domestic chip business", -0.4),
    "ranking": ("rankings and market shares", -0.4),
    "consumer": ("phones, television sets, appliances, shops", -1.0),
    "culture": ("film, music, food, customs", -1.2),
    "tourism": ("travel and visas", -1.0),
    "sport": ("sport", -1.2),
    "charity": ("company life: gifts, volunteers, outings", -1.0),
    "round-up": ("several stories in one", -0.8),
    "people": ("rallies, crime, accidents, health, weather: not between states", -1.0),
    "industry": ("another industry", -1.0),
    "defence": ("drills, missiles, troops", -0.5),
    "history": ("wars and anniversaries", -1.0),
    "domestic": ("plants and investment at home or in America", -0.4),
    "tariff": ("American tariffs", -0.3),
    "food": ("something to eat", -1.0),
    "game": ("gambling and card games", -1.0),
    "pet": ("animals", -1.0),
}
#: What speaks against a text.
AGAINST = frozenset(name for name, (_, weight) in FACETS.items() if weight < 0)
_PARTIES = frozenset(COUNTRIES)
#: Whose mentions may stand in a row of countries, how far apart, and which rows say more than their members.
_NAMERS = frozenset({"country", "place", "person"})
_GAP = len(", and")
_CJK_GAP = 2
_ROWS: dict[frozenset[str], tuple[str, ...]] = {
    frozenset({"KR", "US", "JP"}): ("three-way",),
    frozenset({"KR", "CN", "JP"}): ("neighbours", "diplomacy"),
    frozenset({"KR", "CN"}): ("pair",),
}
FIELD_WEIGHT = {"title": 2.0, "lead": 1.0, "body": 0.25}


@dataclass(frozen=True, slots=True)
class Seen:
    """A text as its facets: which stand in the title, which in title or lead."""

    title: frozenset[str]
    present: frozenset[str]  # in title or lead
    concepts: frozenset[str]  # in title or lead
    parties: Counter[str]  # how often each country's parties are named in title and lead
    lang: str = ""  # en ko zh-Hans zh-Hant, by the script

    def has(self, *facets: str) -> bool:
        """Whether any of the facets stands in title or lead."""
        return not self.present.isdisjoint(facets)

    def heads(self, *facets: str) -> bool:
        """Whether any of the facets stands in the title."""
        return not self.title.isdisjoint(facets)


def see(mentions: Iterable[Mention], lang: str = "") -> Seen:
    """Gathers the facets of what is not masked; a body lends evidence, but decides nothing."""
    title: set[str] = set()
    lead: set[str] = set()
    concepts = set()
    parties: Counter[str] = Counter()
    row = _Row()
    for mention in mentions:
        if not mention.masked and mention.field != "body":
            facets = title if mention.field == "title" else lead
            facets.update(mention.facets)
            concepts.add(mention.concept.id)
            if not _PARTIES.isdisjoint(mention.facets):
                for country in mention.facets & _PARTIES:
                    parties[country] += 1
            if mention.concept.kind in _NAMERS:
                facets.update(row.lengthened(mention))
    return Seen(frozenset(title), frozenset(title | lead), frozenset(concepts), parties, lang)


class _Row:
    """Countries named side by side, "the US, Japan and S. Korea", by capitals, by leaders or in any order."""

    def __init__(self) -> None:
        self._field, self._end, self._named = "", 0, frozenset[str]()

    def lengthened(self, mention: Mention) -> tuple[str, ...]:
        """What the row amounts to with one more mention."""
        countries = mention.facets & _PARTIES
        gap = _GAP if mention.text.isascii() else _CJK_GAP
        close = mention.field == self._field and mention.place[0] - self._end <= gap
        self._named = self._named | countries if close else countries
        self._field, self._end = mention.field, mention.place[1]
        return _ROWS.get(self._named, ())


@lru_cache(maxsize=4096)
def loudest(facets: tuple[str, ...]) -> tuple[str, float]:
    """The facet that weighs most, and its weight."""
    facet = max(facets, key=lambda facet: abs(FACETS[facet][1]), default="")
    return facet, FACETS[facet][1] if facet else 0.0
