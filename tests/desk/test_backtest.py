"""A period's alerts told again: what another setting adds, removes, merges and splits."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.config import load_desk_data
from bot.desk.backtest import Change, Replayed, Setting, changes, replay, replies_changed
from bot.desk.reading import Desk
from bot.desk.rules import RuleIndex
from bot.desk.stories.thresholds import Thresholds
from bot.desk.topics import Classifier
from bot.model import Article, Precision, Rule

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
TITLES = (
    "US revokes Samsung, SK hynix chip waivers for China plants",
    "Washington ends chip waivers for Samsung, SK hynix plants in China",
    "Seoul subway fares to rise by 150 won",
)
CHIP = Rule(1, 1, "chip", 7)


@pytest.fixture(scope="module")
def classifier() -> Classifier:
    return Classifier.from_data(*load_desk_data())


def setting(classifier: Classifier, *rules: Rule, **bands: float) -> Setting:
    index = RuleIndex.build(rules, classifier.vocabulary)
    return Setting(Desk(classifier, index), {rule.id: rule for rule in rules}, replace(Thresholds(), **bands))


def stored() -> list[Article]:
    return [
        Article(
            number,
            "sample-wire",
            f"https://wire.example/{number}",
            title,
            "",
            "en",
            NOON + timedelta(hours=number),
            Precision.MINUTE,
            NOON + timedelta(hours=number),
            f"h{number}",
            0,
            0,
        )
        for number, title in enumerate(TITLES, start=1)
    ]


def test_a_story_is_told_once(classifier):
    """The second report of it is silent, and what meets no rule is told nobody."""
    done = replay(stored(), setting(classifier, CHIP))

    assert (done.articles, done.stories, list(done.alerts), done.quiet) == (3, 2, [(7, 1)], {(7, 2): 1})


def test_the_same_setting_changes_nothing(classifier):
    """Replays are byte for byte alike."""
    one, other = (replay(stored(), setting(classifier, CHIP)) for _ in range(2))

    assert (changes(one, other), one) == ((), other)


def test_a_stricter_band_splits_and_a_looser_one_merges(classifier):
    """An alert names the article that it is split from, or merged into."""
    shipped = replay(stored(), setting(classifier, CHIP))
    strict = replay(stored(), setting(classifier, CHIP, same=2.0, crowded=2.0, related=2.0))

    assert (changes(shipped, strict), changes(strict, shipped)) == (
        (Change("split", 2, 7, 1),),
        (Change("merged", 2, 7, 1),),
    )


def test_another_rule_adds_and_removes(classifier):
    """Alerts that only one of two settings makes."""
    chips = replay(stored(), setting(classifier, CHIP))
    fares = replay(stored(), setting(classifier, Rule(1, 1, "fares", 7)))

    assert changes(chips, fares) == (Change("removed", 1, 7), Change("added", 3, 7))


def test_the_next_step_is_a_quiet_reply(classifier):
    """Whoever was told of the story is not pinged for its next step."""
    later = replace(stored()[0], id=9, title="China opposes US revoking chip waivers for Samsung, SK hynix plants")

    done = replay([stored()[0], later], setting(classifier, CHIP, same=2.0, crowded=2.0, related=0.01))

    assert (list(done.alerts), done.replies, done.quiet) == ([(7, 1)], {(7, 9): 1}, {(7, 9): 1})


def test_replies_may_differ_where_no_alert_does():
    """The second article replies to the first one's alert, or is silent as another report of its story."""
    step, report = Replayed(), Replayed()
    for done, story, parent in ((step, 2, 1), (report, 1, 0)):
        done.tell(7, 1, 1, 0)
        done.tell(7, 2, story, parent)

    assert (changes(step, report), replies_changed(step, report), replies_changed(step, step)) == ((), 1, 0)


def test_a_rule_that_asks_for_a_grade_is_heeded(classifier):
    """So are paused rules."""
    strict = replace(CHIP, min_grade=3)

    found = [replay(stored(), setting(classifier, rule)).alerts for rule in (strict, replace(CHIP, paused=True))]

    assert found == [{}, {}]


def test_a_source_that_stays_out_of_grouping_tells_its_own_stories(classifier):
    """`group: false`: every article is a story."""
    out = replace(setting(classifier, CHIP), ungrouped=frozenset({"sample-wire"}))

    assert list(replay(stored(), out).alerts) == [(7, 1), (7, 2)]
