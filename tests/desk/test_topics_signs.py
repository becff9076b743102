"""A text without a sign is decided at once, as all branches would decide it."""

import random
from collections import Counter

from bot.desk.topics.branches import BRANCHES, NOTHING, deciding, may_count
from bot.desk.topics.case import Case
from bot.desk.topics.concept import COUNTRIES, ROLES, Concept
from bot.desk.topics.facets import FACETS, Seen

# Concepts that branches ask for by their names.
NAMED = (
    *("ipef", "pax-silica", "monthly-exports", "korean-monthly-exports", "korean-exports", "lee-jae-yong", "micron"),
    *("chey-tae-won", "sk-hynix", "hbm", "dram", "thaad", "foreign-chipmakers", "foreign-chip-plants", "xian"),
    *("united-states", "us-and-china", "four-partners", "veu"),
)


def anything(dice: random.Random) -> Seen:
    """What a text could be seen as: any concepts in title and lead, with all that they imply."""
    title, lead = ({*_implied(dice), *_implied(dice)} for _ in range(2))
    concepts = frozenset(dice.sample(NAMED, dice.randrange(4)))
    said = frozenset(title | lead)
    parties = Counter({country: 2 for country in COUNTRIES if country in said})
    return Seen(frozenset(title), said, concepts, parties, dice.choice(("en", "ko", "zh-Hans")))


def _implied(dice: random.Random) -> frozenset[str]:
    # Sparse as texts are, dense as none is: what speaks against a branch may be missing or there.
    implies = tuple(dice.sample(sorted({*FACETS, *ROLES}), dice.choice((0, 2, 5, 9, 20))))
    return Concept("any", "term", implies, ()).facets


def test_no_branch_above_zero_holds_without_a_sign() -> None:
    """Facets in any company never lift the grade where none of the signs is among them."""
    dice = random.Random(20220725)
    unsigned = [seen for seen in (anything(dice) for _ in range(20_000)) if not may_count(seen)]
    assert len(unsigned) > 1_000
    lifting = [branch for branch in BRANCHES if branch.grade]
    assert not [branch.name for seen in unsigned for branch in lifting if branch.holds(Case(seen))]


def test_the_short_way_ends_where_the_long_one_does() -> None:
    """The branch that decides is the first that holds, whether or not all were asked."""
    dice = random.Random(20220726)
    for seen in (anything(dice) for _ in range(5_000)):
        first = next((branch for branch in BRANCHES if branch.holds(Case(seen))), NOTHING)
        assert first is deciding(seen)
