"""A text without a sign is decided at once, as all branches would decide it."""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.desk.topics.branches import BRANCHES, NOTHING, deciding, may_count
from bot.desk.topics.case import Case
from bot.desk.topics.concept import COUNTRIES, ROLES, Concept
from bot.desk.topics.facets import FACETS, Seen

# Concepts that branches ask for by their names.
NAMED = (
    *("ipef", "pax-silica", "monthly-exports", "korean-monthly-exports", "korean-exports", "lee-jae-yong", "micron"),
    *("chey-tae-won", "sk-hynix", "hbm", "dram", "thaad", "foreign-chipmakers", "foreign-chip-plants", "xian"),
    *("united-states", "us-and-china", "four-partners"),
)


def seen_as(facets: Sequence[str], dice: random.Random) -> Seen:
    """A text with some of the facets in its title and in its lead, sparse as texts are or dense as none is."""
    title, lead = (_implied(facets, dice) for _ in range(2))
    parties = Counter({country: 2 for country in COUNTRIES if country in title | lead})
    concepts = frozenset(dice.sample(NAMED, dice.randrange(len(NAMED))))
    return Seen(title, title | lead, concepts, parties, "")


def _implied(facets: Sequence[str], dice: random.Random) -> frozenset[str]:
    density = dice.choice((0.05, 0.2, 0.5))
    return Concept("any", "term", tuple(facet for facet in facets if dice.random() < density), ()).facets


@pytest.mark.parametrize("lang", ["en", "ko", "zh-Hans"])
def test_no_branch_above_zero_holds_without_a_sign(lang: str) -> None:
    """Facets in any company never lift the grade where none of the signs is among them."""
    dice = random.Random(20220725)
    signless = [
        one for one in FACETS if not may_count(Seen(frozenset(), frozenset({one}), frozenset(), Counter(), lang))
    ]
    lifting = [branch for branch in BRANCHES if branch.grade]
    for _ in range(8_000):
        case = Case(replace(seen_as(signless, dice), lang=lang))
        assert not [branch.name for branch in lifting if branch.holds(case)]


@pytest.mark.parametrize("lang", ["en", "ko", "zh-Hans"])
def test_the_short_way_ends_where_the_long_one_does(lang: str) -> None:
    """The branch that decides is the first that holds, whether or not all were asked."""
    dice = random.Random(20220726)
    everything = [*FACETS, *ROLES]
    for _ in range(1_000):
        seen = replace(seen_as(everything, dice), lang=lang)
        first = next((branch for branch in BRANCHES if branch.holds(Case(seen))), NOTHING)
        assert first is deciding(seen)
