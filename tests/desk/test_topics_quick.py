"""Ordinary news takes a short way through the table of branches, to the same grade."""

import random
from collections import Counter

from bot.desk.topics.branches import _LEGS, BRANCHES, NOTHING, deciding
from bot.desk.topics.case import Case
from bot.desk.topics.concept import COUNTRIES, ROLES
from bot.desk.topics.facets import FACETS, Seen


def test_without_a_leg_no_other_branch_holds() -> None:
    """Facets thrown together, those that would make it our subject left out: every branch is asked, none holds."""
    dice = random.Random(3)
    parties = [f"{country}-{role}" for country in COUNTRIES for role in ROLES.values()]
    facets = sorted({*FACETS, *parties} - _LEGS)
    concepts = ["ipef", "micron", "us-and-china", "samsung", "sk-hynix"]
    for _ in range(6_000):
        present = frozenset(dice.sample(facets, dice.randint(0, 12)))
        title = frozenset(facet for facet in present if dice.random() < 0.5)
        named = frozenset(dice.sample(concepts, dice.randint(0, 3)))
        seen = Seen(title, present, named, Counter(), dice.choice(["en", "ko", "zh-Hans"]))
        whole = next((branch for branch in BRANCHES if branch.holds(Case(seen))), NOTHING)
        assert deciding(seen) is whole
