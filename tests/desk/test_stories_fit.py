"""The tool that fits the weights: its choices, and the form of its tables. The fit itself asks for numpy and scipy."""

from pathlib import Path

import pytest

from benchmarks.fit_stories import Tables, apart, choices, fitted, of_stories, printed, tables
from bot.config import load_desk_data
from bot.desk.stories import thresholds
from bot.desk.stories.thresholds import ACTS, KIN, WEIGHTS
from bot.desk.topics import Gazetteer
from tests.story_measures import OWN_SET, load

CODE = Tables(WEIGHTS, ACTS, KIN)


@pytest.fixture(scope="module")
def some() -> list:
    gazetteer = Gazetteer.load(load_desk_data()[0])
    return list(choices(load(OWN_SET)[:60], gazetteer))


def test_tables_are_printed_as_they_stand_in_the_code():
    """What is printed is pasted."""
    source = Path(thresholds.__file__).read_text(encoding="utf-8")

    assert [part for part in printed(CODE).split("\n\n") if part.strip() not in source] == []


def test_a_choice_is_an_article_among_stories_that_came_before_it(some):
    """Its own among them or none; and each candidate's evidence tells acts one by one."""
    assert {choice.right for choice in some} >= {-1, 0}
    assert all(len(choice.evidence) == len(choice.kin) > choice.right for choice in some)
    assert all(choice.kin[choice.right] for choice in some if choice.right >= 0)
    names = {name for choice in some for one in choice.evidence for name in one}
    assert ("acts" in names, any(name.startswith("both act:") for name in names)) == (False, True)


def test_a_difference_is_told_with_its_size():
    """The weight, where it stands, and by how much it is off."""
    other = Tables({**WEIGHTS, "dice": WEIGHTS["dice"] + 1}, ACTS, KIN)

    assert [(round(off, 2), where.partition(" is ")[0]) for off, where in apart(other, CODE)] == [
        (1.0, "WEIGHTS: dice")
    ]


def test_the_fit_finds_what_was_chosen(some):
    """What is alike is chosen; what is given stays."""
    pytest.importorskip("scipy", reason="of the group bench")
    found = of_stories(some)
    lone = fitted(some, {"dice": 1e-3}, {"always": -2.0})

    assert (found["acts"], lone.keys(), lone["dice"] > 0) == (1.0, {"dice"}, True)
    assert tables(found, KIN).weights["dice"] > 0
