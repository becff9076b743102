"""Which articles of a stream are the same."""

from datetime import UTC, datetime, timedelta

from bot.desk.grouping import Grouping, Submitted, read_time

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
FIRST = Submitted(
    "a", "Sample Wire", "Seoul extends chip licence", "The ministry said.", NOON, "https://wire.example/1"
)


def told(*articles: Submitted) -> list[tuple[str, str]]:
    grouping = Grouping()
    return [(answer["story"], answer["outcome"]) for answer in map(grouping.place, articles)]


def test_another_outlet_tells_its_own_story_for_now() -> None:
    """Until the ladder is built, different addresses and outlets are different stories."""
    other = Submitted("b", "Sample Daily", "Chip licence extended", "", NOON, "https://daily.example/9")

    assert told(FIRST, other) == [("s1", "new"), ("s2", "new")]


def test_the_same_address_with_the_same_words_is_a_duplicate() -> None:
    """Trackers and hosts do not hide it, nor another outlet's name."""
    again = Submitted("b", "", FIRST.title, FIRST.lead, NOON, "http://m.wire.example/1?utm_source=x")

    assert told(FIRST, again) == [("s1", "new"), ("s1", "duplicate")]


def test_the_same_address_with_other_words_is_a_revision() -> None:
    """A corrected article stays itself."""
    mended = Submitted("b", "Sample Wire", "Seoul extends chip licences", "", NOON, FIRST.url)

    assert told(FIRST, mended) == [("s1", "new"), ("s1", "revision")]


def test_an_equal_title_within_the_outlet_and_a_week_is_a_duplicate() -> None:
    """Links churn more often than headlines."""
    moved = Submitted("b", "Sample Wire", FIRST.title, FIRST.lead, NOON + timedelta(days=6), "https://wire.example/x2")
    later = Submitted("c", "Sample Wire", FIRST.title, FIRST.lead, NOON + timedelta(days=20), "https://wire.example/x3")

    assert told(FIRST, moved, later) == [("s1", "new"), ("s1", "duplicate"), ("s2", "new")]


def test_an_empty_outlet_equals_nothing() -> None:
    """Two articles of unknown origin with one headline are two."""
    one = Submitted("a", "", FIRST.title, FIRST.lead, NOON)
    two = Submitted("b", "", FIRST.title, FIRST.lead, NOON)

    assert told(one, two) == [("s1", "new"), ("s2", "new")]


def test_the_answer_names_the_earlier_article_and_the_reason() -> None:
    """A decision can be read later."""
    grouping = Grouping()
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


def test_a_time_without_a_zone_is_no_time() -> None:
    """Nine hours decide which article was first."""
    assert (read_time({"published": "2026-11-22T12:00:00"}), read_time({"published": "2026-11-22T12:00:00Z"})) == (
        None,
        NOON,
    )
