"""Near misses, and words that may be names."""

import pytest

from bot.desk.review import Miner, g_squared, near_misses, spelled, words_of
from bot.desk.rules import Page, Vocabulary, parse
from bot.model import Text

VOCABULARY = Vocabulary(concepts={"samsung": ("Samsung",)})


def missed(rule, title, **more):
    page = Page(Text("x", title, **more))
    return [spelled(condition) for condition in near_misses(parse(rule, VOCABULARY).root, page)]


@pytest.mark.parametrize(
    ("rule", "title", "missing"),
    [
        ("chip hbm", "chip", ["hbm"]),
        ("chip hbm", "chip hbm", []),
        ("chip hbm dram", "chip", []),
        ("chip", "dram", []),
        ("chip (hbm OR dram)", "chip", ["(hbm OR dram)"]),
        ("chip -korea", "chip in Korea", ["NOT korea"]),
        ('(chip hbm) OR ("wafer fab" dram)', "chip dram", ["hbm", '"wafer fab"']),
        ("chip lang:ko", "chip", ["lang:ko"]),
        ("chip concept:samsung", "chip", ["concept:samsung"]),
        ("chip -(hbm AND dram)", "chip hbm dram", ["NOT (hbm AND dram)"]),
    ],
)
def test_the_one_condition_that_was_missing(rule, title, missing):
    """Of each alternative, and only where it was one."""
    assert missing == missed(rule, title, lang="en")


def test_words_that_may_be_names():
    """Latin words, Korean ones without their particle, stretches of Han; numbers and single letters are none."""
    assert words_of("Naura, 7 of A") == ("naura",)
    assert words_of("나우라가 반도체를 산다") == ("나우라", "반도체", "산다")
    assert words_of("北方华创") == ("北方", "方华", "华创", "北方华", "方华创", "北方华创")


def test_words_beside_a_name():
    """What stands with a name more often than chance would have it, and is no name, nor holds one."""
    miner = Miner(["Samsung", "三星电子", "SK hynix"])
    for number in range(6):
        miner.take(number, number, "三星电子 北方华创 Samsung hynix", ["samsung"])
    for number in range(6, 60):
        miner.take(number, number, f"weather {number % 7}", [])

    found = miner.suggestions()

    assert [(one.why, one.concept, one.word, one.times) for one in found] == [("beside", "samsung", "北方华创", 6)]
    assert found[0].examples == (0, 1, 2)


def test_words_inside_stories_told_by_several():
    """Two reports of an event use it, in three events; a word of one outlet alone is none."""
    miner = Miner(["Samsung"])
    for story in range(3):
        miner.take(10 * story, story, "Naura wins", [])
        miner.take(10 * story + 1, story, "Naura order, exclusive", [])
    miner.take(99, 99, "Naura again", [])

    assert [(one.why, one.word, one.times, one.score, one.examples) for one in miner.suggestions()] == [
        ("inside", "naura", 3, 3 / 7, (0, 10, 20))
    ]


def test_how_sure_it_is_that_two_belong_together():
    """Nothing where they meet as often as chance has it, or less; more for more."""
    assert g_squared(1, 10, 10, 100) == 0
    assert 0 < g_squared(5, 10, 10, 100) < g_squared(10, 10, 10, 100)
