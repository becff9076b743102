"""The table that grades: each branch a name, a grade and the question it asks; the first that answers yes decides."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.desk.topics.case import Case
from bot.desk.topics.facets import AGAINST, Seen


@dataclass(frozen=True, slots=True)
class Branch:
    """One line of the table."""

    name: str
    grade: int
    holds: Callable[[Case], bool]


def chip_bloc(case: Case) -> bool:
    """Chip 4: South Korea is a member or a possible one, whoever speaks; by name or by its four members."""
    seen = case.seen
    members = all(seen.heads(country) for country in ("KR", "US", "JP", "TW"))
    four = members and (case.chips_in_title or "four-partners" in seen.concepts)
    met = four and seen.has("talks", "supply-chain", "alliance") and not seen.heads("tariff", "market")
    below = all(seen.has(country) for country in ("KR", "US", "JP", "TW")) and case.chips_in_title
    met = met or (below and seen.heads("talks", "supply-chain", "alliance") and not seen.has("chipmaker", "tariff"))
    asian = seen.heads("chip-alliance") and all(seen.has(country) for country in ("KR", "JP", "TW"))
    return (seen.has("chip-bloc") or met or asian) and not seen.heads("consumer", "sport", "culture")


def economic_bloc(case: Case) -> bool:
    """IPEF or Pax Silica where Korea's membership meets China or chips."""
    return not _BLOCS.isdisjoint(case.seen.concepts) and case.korea and (case.china or case.chips)


def bloc_with_korea(case: Case) -> bool:
    """The same or a club for minerals with South Korea, neither China nor chips named."""
    return case.seen.has("bloc") and case.korea


def off_topic(case: Case) -> bool:
    """The title is about another thing, and no instrument saves it."""
    seen = case.seen
    if case.market_report or case.home_business or case.northern or case.round_up:
        return True
    officials = seen.heads("KR-state") and (seen.heads("CN-state") or (seen.heads("CN") and seen.has("CN-state")))
    saved = case.instrument_in_title or case.officials_in_title or case.known_plant
    if saved or seen.heads("leak", "trade-pact", "bloc"):
        return False
    if case.elsewhere:
        dealt = case.chips_in_title and seen.heads("diplomacy", "talks", "trade")
        sold = case.memory_maker and seen.heads("CN") and not seen.heads("people", "culture", "tourism", "sport")
        sold = sold or (seen.heads("KR-chipmaker") and case.chips_in_title and case.buyers_in_title)
        told = seen.heads("memory") or sold or dealt or (officials and seen.heads("trade"))
        return seen.heads("charity") or not told
    told = case.chips_in_title or seen.heads("diplomacy", "supply-chain", "material") or trade_data(case)
    return seen.heads("industry") and not told


def instrument_on_korea(case: Case) -> bool:
    """VEU, licences, guardrails, used tools as they touch Korean makers."""
    seen = case.seen
    touched = case.korean_firm or (case.korea and (case.chips or seen.has("plant-city", "china-plant")))
    eased = seen.has("waiver") and seen.has("plant-city", "china-plant")
    return touched and not case.several and (eased or seen.has("china-instrument", "used-tools")) and _focused(case)


def instrument_on_several(case: Case) -> bool:
    """The same where Korean makers are one party of several, unnamed ones too, or Korea is named without its makers."""
    seen = case.seen
    named = case.korea and seen.has("china-instrument", "used-tools") and not seen.has("ai-safety")
    unnamed = case.makers_unsaid and (case.instrument_in_title or seen.heads("waiver", "chip", "china-plant"))
    return named or unnamed


def controls_on_korea(case: Case) -> bool:
    """American controls or waivers for Korean makers, China unnamed because everybody knows."""
    seen = case.seen
    if not (case.chips and seen.has("US", "china-instrument")) or case.several or seen.has("tariff"):
        return False
    asked = case.korea and seen.has("join", "talks") and seen.heads("instrument")
    asked = asked and (seen.heads("KR-state") or not seen.has("JP"))
    allies = seen.heads("KR") and seen.heads("US") and not seen.has("JP", "TW")
    asked = asked or (allies and (seen.has("waiver") or (seen.heads("KR-state") and seen.heads("equipment"))))
    return (case.korean_firm and seen.has("waiver", "instrument") and not seen.has("JP")) or asked


def micron_gap(case: Case) -> bool:
    """China's ban on Micron, and Korean makers who may fill the gap."""
    seen = case.seen
    named = "micron" in seen.concepts and not seen.has("listing", "ranking", "results", "multi")
    banned = seen.has("micron-gap") or (named and seen.has("CN", "fill-gap", "instrument"))
    korea = case.korea or (seen.lang == "ko" and seen.has("fill-gap") and case.china)
    return banned and korea and (case.china or seen.has("micron-gap", "fill-gap"))


def chip_leak(case: Case) -> bool:
    """Chip technology or engineers leaving Korean makers for China."""
    return case.korea and case.china and case.seen.has("leak") and case.chips and _focused(case)


def other_leak(case: Case) -> bool:
    """Screens or technology unnamed leaving Korea for China."""
    seen = case.seen
    about = seen.has("display", "technology") or seen.has("KR-chipmaker")
    other = seen.has("industry", "NK", "consumer", "culture", "game")
    return seen.has("KR", "KR-home") and case.china and seen.has("leak") and about and not other


def plant_in_china(case: Case) -> bool:
    """A Korean chip maker and a city known for its plant."""
    seen = case.seen
    other = seen.has("consumer", "industry", "people", "culture", "tourism", "sport", "charity")
    return seen.has("KR-chipmaker") and seen.has("plant-city") and not other


def courted_executives(case: Case) -> bool:
    """Leaders or ministers of China and the heads of Korean chip makers."""
    seen = case.seen
    head = bool({"lee-jae-yong", "kwak-noh-jung", "chey-tae-won", "kyung-kye-hyun"} & seen.concepts)
    met = seen.has("talks", "invest") and seen.has("CN-state")
    if head and seen.heads("KR-chipmaker") and seen.heads("CN-state"):
        return not _goods(case)
    return (head or seen.has("KR-chipmaker")) and met and not _goods(case)


def triangle(case: Case) -> bool:
    """South Korea, China and chips, with at least two of them in the title and Korea more than a yardstick."""
    if not case.three_legs or case.several or case.yardstick:
        return False
    return (case.korea_in_title and case.legs_in_title >= 2) or (
        case.legs_in_title >= 2 and case.seen.has("KR-state", "KR-chipmaker") and case.seen.parties["KR"] >= 2
    )


def weak_triangle(case: Case) -> bool:
    """South Korea, China and chips, Korea one of several or China named below the title."""
    seen = case.seen
    told = case.legs_in_title > 0 or case.related_in_title or seen.heads("trade")
    named = case.korea and case.china and case.chips and seen.has("KR-chipmaker", "KR-state") and not seen.has(*AGAINST)
    return (case.three_legs and told) or named


def states(case: Case) -> bool:
    """China and South Korea as states: talks, trade, supply chains, sides."""
    seen = case.seen
    if not (seen.has("KR", "KR-home") and case.china) or _others_meet(case) or seen.heads("ai-safety"):
        return False
    if seen.heads("KR-state") and seen.heads("CN-state"):
        return True
    if seen.heads("industry") and not case.related_in_title:
        return False
    if seen.heads("KR-state") and seen.heads("alignment"):
        return True
    if (seen.heads("KR-state") and seen.heads("CN")) or (seen.heads("CN-state") and seen.heads("KR")):
        return case.related or seen.has("talks", "trade")
    both_speak = seen.has("KR-state") and seen.has("CN-state")
    if seen.heads("KR", "KR-home") and seen.heads("CN"):
        return (
            case.related
            or seen.heads("trade")
            or (seen.heads("pair") and seen.has("talks"))
            or (both_speak and seen.has("talks"))
        )
    if seen.heads("KR", "KR-home", "CN"):
        return both_speak and (case.related or seen.has("trade", "talks"))
    if seen.heads("US", "JP", "TW", "EU", "NK", "elsewhere"):
        return both_speak and case.related_in_title
    told = both_speak or seen.has("pair", "neighbours") or (seen.has("KR-state", "CN-state") and seen.has("talks"))
    return told and case.related_in_title


def talks_below(case: Case) -> bool:
    """A title without a subject of its own over a lead in which both governments speak of chips."""
    seen = case.seen
    both_speak = seen.has("KR-state") and seen.has("CN-state") and not case.several
    return both_speak and seen.has("chip") and seen.has("talks") and not _others_meet(case) and not _goods(case)


def trade_data(case: Case) -> bool:
    """A month's trade in which chips and China both stand, but not the one to the other."""
    seen = case.seen
    counted = not _MONTHLY.isdisjoint(seen.concepts) and seen.heads("trade") and not seen.has("chip-trade")
    return counted and case.three_legs and not seen.has("KR-chipmaker", "instrument", "contest")


def missile_shield(case: Case) -> bool:
    """The quarrel of Beijing and Seoul over THAAD, one of them unnamed."""
    seen = case.seen
    quarrel = "thaad" in seen.concepts and seen.heads("alignment")
    return quarrel and seen.heads("KR", "KR-home", "CN") and not seen.has("elsewhere", "NK")


def exports_to_china(case: Case) -> bool:
    """Korea's trade with China: in its own words, or as what the title and China as whom the lead is about."""
    seen = case.seen
    if not (case.korea and case.china and seen.heads("trade")) or seen.heads("industry"):
        return False
    own = case.korea_in_title and not seen.has("US", "JP", "TW", "EU") and not seen.heads("tariff", "results")
    return seen.has("KR-trade") or own or (seen.heads("CN") and "korean-exports" in seen.concepts)


def three_way(case: Case) -> bool:
    """Washington, Tokyo and Seoul, with China, chips or the economy in view."""
    seen = case.seen
    if not seen.has("three-way"):
        allies = all(seen.heads(country) for country in ("KR", "US", "JP")) and not seen.heads("TW", "EU", "tariff")
        ministers = all(seen.has(f"{country}-state") for country in ("KR", "US", "JP")) and case.chips
        return (allies and seen.heads("supply-chain", "material", "alignment") and not seen.heads("industry")) or (
            ministers and seen.has("talks") and not seen.has("tariff")
        )
    return case.china or case.chips or seen.has("supply-chain", "alignment", "technology", "instrument", "material")


def chip_alliance(case: Case) -> bool:
    """Washington and Seoul on chips as allies, China unnamed."""
    seen = case.seen
    if not (seen.has("KR", "KR-home") and seen.has("US") and case.chips) or seen.heads("tariff"):
        return False
    allied = seen.has("alliance") and seen.heads("alliance", "diplomacy")
    named = seen.heads("KR-state") and seen.heads("US-state") and case.chips_in_title
    signed = named and seen.heads("join", "diplomacy") and not seen.has("domestic", "results")
    supplied = seen.has("supply-chain") and seen.has("diplomacy", "talks") and not seen.has("tariff")
    return seen.has("chip-alliance") or allied or signed or supplied or seen.heads("alignment")


def controls_on_several(case: Case) -> bool:
    """Export or material controls of or against China with Korea among those who feel them."""
    seen = case.seen
    felt = (seen.heads("KR", "KR-home") and seen.heads("material")) or seen.has(
        "hit", "contest", "talks", "KR-state", "KR-chipmaker", "supply-chain", "US-state"
    )
    if seen.has("industry", "urea") and not case.chips and not seen.has("KR-state"):
        return False
    return case.korea and case.china and seen.has("instrument", "material") and felt and not seen.heads("industry")


def _focused(case: Case) -> bool:
    """The story's subject stands in the title: a leg, an instrument, or what happened."""
    return case.legs_in_title > 0 or case.instrument_in_title or case.seen.heads("leak", "waiver", "instrument")


def _goods(case: Case) -> bool:
    return case.seen.heads("consumer", "industry") and not case.chips_in_title


def _others_meet(case: Case) -> bool:
    """Washington and Beijing meet, and Korea is only where."""
    seen = case.seen
    both = (seen.heads("US-state") and seen.heads("CN-state")) or "us-and-china" in seen.concepts
    return (both and not seen.heads("KR", "KR-home", "pair")) or (both and seen.heads("KR-place"))


#: Clubs of which South Korea is a member or a possible one, on chips by their nature.
_BLOCS = frozenset({"ipef", "pax-silica"})
_MONTHLY = frozenset({"monthly-exports", "korean-monthly-exports"})
BRANCHES = (
    Branch("chip bloc with South Korea", 2, chip_bloc),
    Branch("another subject in the title", 0, off_topic),
    Branch("economic bloc with South Korea, and China or chips", 2, economic_bloc),
    Branch("instrument on Korean plants in China", 2, instrument_on_korea),
    Branch("ban on Micron and Korean makers", 2, micron_gap),
    Branch("chip technology leaking to China", 2, chip_leak),
    Branch("controls or waivers for Korean makers", 2, controls_on_korea),
    Branch("Korean chip plant in China", 2, plant_in_china),
    Branch("Korean chip executives and China's leaders", 2, courted_executives),
    Branch("monthly trade with chips and China in it", 1, trade_data),
    Branch("South Korea, China and chips", 2, triangle),
    Branch("talks of both governments on chips", 2, talks_below),
    Branch("instrument on several parties", 1, instrument_on_several),
    Branch("South Korea one of several in a China chip story", 1, weak_triangle),
    Branch("economic bloc with South Korea", 1, bloc_with_korea),
    Branch("technology leaking to China", 1, other_leak),
    Branch("China and South Korea as states", 1, states),
    Branch("South Korea's trade with China", 1, exports_to_china),
    Branch("three-way with China, chips or the economy", 1, three_way),
    Branch("chip alliance of Washington and Seoul", 1, chip_alliance),
    Branch("controls felt by several parties", 1, controls_on_several),
    Branch("THAAD", 1, missile_shield),
)
NOTHING = Branch("no Korean party, bloc or relation to China", 0, lambda _case: True)
#: Every branch above 0 asks for one of these, in Korean texts for one of more, or for VEU. Most texts have none, and
#: asking all branches takes 15 µs (November 2026).
_SIGNS = frozenset({"KR", "KR-home", "CN", "chip-bloc", "three-way", "conglomerate", "plant-city", "china-plant"})
_KOREAN_SIGNS = _SIGNS | {"leak", "KR-trade", "bloc", "fill-gap"}
_AT_ZERO = tuple(branch for branch in BRANCHES if not branch.grade)


def may_count(seen: Seen) -> bool:
    """Whether a text can have a grade above 0 at all."""
    signs = _KOREAN_SIGNS if seen.lang == "ko" else _SIGNS
    return not signs.isdisjoint(seen.present) or "veu" in seen.concepts


def deciding(seen: Seen) -> Branch:
    """The first branch that holds."""
    case, asked = Case(seen), BRANCHES if may_count(seen) else _AT_ZERO
    return next((branch for branch in asked if branch.holds(case)), NOTHING)
