"""Which articles of a stream are the same, and the words of the answer."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.config import load_desk_data
from bot.desk.grouping import Grouping, Submitted, read_time
from bot.desk.topics import Gazetteer

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
FIRST = Submitted(
    "a", "Sample Wire", "Seoul extends chip licence", "The ministry said.", NOON, "https://wire.example/1"
)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load(load_desk_data()[0])


def told(gazetteer: Gazetteer, *articles: Submitted) -> list[tuple[str, str]]:
    grouping = Grouping(gazetteer)
    return [(answer["story"], answer["outcome"]) for answer in map(grouping.place, articles)]


def test_another_outlet_joins_the_story(gazetteer: Gazetteer) -> None:
    """Other words for one event are one story."""
    other = Submitted("b", "Sample Daily", "South Korea extends licence for chips", "", NOON, "https://daily.example/9")

    assert told(gazetteer, FIRST, other)[1][0] == "s1"


def test_the_same_address_with_the_same_words_is_a_duplicate(gazetteer: Gazetteer) -> None:
    """Trackers and hosts do not hide it, nor another outlet's name."""
    again = Submitted("b", "", FIRST.title, FIRST.lead, NOON, "http://m.wire.example/1?utm_source=x")

    assert told(gazetteer, FIRST, again) == [("s1", "new"), ("s1", "duplicate")]


def test_the_same_address_with_other_words_is_a_revision(gazetteer: Gazetteer) -> None:
    """A corrected article stays itself."""
    mended = Submitted("b", "Sample Wire", "Seoul extends chip licences", "", NOON, FIRST.url)

    assert told(gazetteer, FIRST, mended) == [("s1", "new"), ("s1", "revision")]


def test_an_equal_title_within_the_outlet_and_a_week_is_a_duplicate(gazetteer: Gazetteer) -> None:
    """Links churn more often than headlines."""
    moved = Submitted("b", "Sample Wire", FIRST.title, FIRST.lead, NOON + timedelta(days=6), "https://wire.example/x2")
    later = Submitted("c", "Sample Wire", FIRST.title, FIRST.lead, NOON + timedelta(days=20), "https://wire.example/x3")

    assert told(gazetteer, FIRST, moved, later) == [("s1", "new"), ("s1", "duplicate"), ("s2", "new")]


def test_the_answer_names_the_earlier_article_and_the_reason(gazetteer: Gazetteer) -> None:
    """A decision can be read later."""
    grouping = Grouping(gazetteer)
    grouping.place(FIRST)

    answer = grouping.place(Submitted("b", "Sample Wire", FIRST.title, FIRST.lead, NOON, FIRST.url))

    assert answer == {
        "id": "b",
        "story": "s1",
        "outcome": "duplicate",
        "related_to": "a",
        "rung": 0,
        "score": 1.0,
        "why": {"shared": "url:wire.example/1", "words": "equal"},
    }


def test_lateness_is_measured_against_the_newest(gazetteer: Gazetteer) -> None:
    """Input may be a little out of order; how much can be told."""
    grouping = Grouping(gazetteer)
    grouping.place(FIRST)

    assert grouping.late(Submitted("b", "", "Other words", "", NOON - timedelta(hours=2))) == timedelta(hours=2)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"published": "2026-11-22T12:00:00"}, None),
        ({"published": "2026-11-22T12:00:00Z"}, NOON),
        ({"published": "2026-11-22T12:00:00Z", "first_seen": "2026-11-23T12:00:00Z"}, NOON),
        ({"published": None}, NOON + timedelta(days=9)),
        ({"published": None, "first_seen": "2026-11-22T12:00:00Z"}, NOON),
        ({"published": None, "first_seen": "today"}, None),
        ({"first_seen": "2026-11-22T12:00:00Z"}, None),
        ({}, None),
    ],
)
def test_when_an_article_was_published(told: dict[str, str | None], expected: datetime | None) -> None:
    """Nine hours decide which article was first, so a zone is needed; null says that nobody knows."""
    assert read_time(told, NOON + timedelta(days=9)) == expected
