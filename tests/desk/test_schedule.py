"""When an outlet is asked again, and why then."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.desk.rhythm import UNKNOWN, Rhythm, rhythm
from bot.desk.schedule import longest, next_due, shortest
from bot.model import Fetched, FetchOutcome, Source, SourceState

NOON = datetime(2026, 11, 23, 3, tzinfo=UTC)  # in Seoul
NIGHT = datetime(2026, 11, 22, 18, tzinfo=UTC)  # 03:00 in Seoul
WIRE = Source(
    "sample-wire",
    "Sample Wire",
    "KR",
    "news-agency",
    "ko",
    "feed",
    "https://wire.example/rss",
    every=timedelta(minutes=10),
    jitter_pct=0,
)
ANSWER = Fetched("sample-wire", FetchOutcome.FETCHED, WIRE.url, 200)
WELL = SourceState("sample-wire", baselined=True)
#: One item at noon on each of ten days, two more through the day; nothing at night.
HABITS = Rhythm(
    days=10.0, chances=tuple(0.9 if hour == NOON.hour else 0.1 if hour < 12 else 0.0 for hour in range(24)), usual=3.0
)

STEADY = Rhythm(days=10.0, chances=(1.0,) * 24, usual=90.0)


def ago(**span: float) -> SourceState:
    """Something new came so long before noon."""
    return replace(WELL, last_new=NOON - timedelta(**span))


@pytest.mark.parametrize(
    ("state", "now", "habits", "minutes", "why"),
    [
        (WELL, NOON, UNKNOWN, 10, "its own interval"),
        (ago(minutes=1), NOON, UNKNOWN, 5, "it has just published"),
        (ago(hours=7), NOON, UNKNOWN, 20, "it has been quiet for 7 h"),
        (ago(days=3), NOON, UNKNOWN, 20, "it has been quiet for 3 days"),
        (WELL, NIGHT, UNKNOWN, 60, "it is night at the outlet"),
        (ago(hours=20), NOON, HABITS, 5, "it usually publishes in this hour"),
        (ago(hours=2), NOON + timedelta(hours=2), HABITS, 30, "at this hour it rarely publishes"),
        (ago(hours=20), NIGHT, HABITS, 60, "it is night at the outlet"),
        (ago(hours=2), NOON, replace(HABITS, usual=600.0), 1, "it usually publishes in this hour"),
        (ago(hours=2), NOON, STEADY, 8, "about 90 new items a day are usual"),
    ],
)
def test_a_source_is_asked_more_often_while_it_publishes_and_more_rarely_when_it_does_not(
    state: SourceState, now: datetime, habits: Rhythm, minutes: int, why: str
) -> None:
    """The interval follows the outlet's day, and says why."""
    assert next_due(WIRE, ANSWER, state, now, 0.5, habits) == (now + timedelta(minutes=minutes), why)


@pytest.mark.parametrize(
    ("every", "host_delay", "bounds"),
    [
        (timedelta(minutes=10), timedelta(seconds=2), (timedelta(minutes=1), timedelta(hours=1))),
        (timedelta(minutes=2), timedelta(seconds=2), (timedelta(seconds=30), timedelta(minutes=12))),
        (timedelta(minutes=30), timedelta(minutes=4), (timedelta(minutes=4), timedelta(hours=1))),
        (timedelta(hours=6), timedelta(seconds=2), (timedelta(minutes=36), timedelta(hours=6))),
    ],
)
def test_the_interval_stays_within_its_bounds(
    every: timedelta, host_delay: timedelta, bounds: tuple[timedelta, timedelta]
) -> None:
    """Between the host's wish, a tenth or half a minute, and six times or an hour."""
    source = replace(WIRE, every=every, host_delay=host_delay)

    assert (shortest(source), longest(source)) == bounds


@pytest.mark.parametrize("hour", range(24))
@pytest.mark.parametrize("habits", [UNKNOWN, HABITS, replace(HABITS, usual=9_999.0), replace(HABITS, usual=0.01)])
@pytest.mark.parametrize("silence", [0, 1, 30, 600, 90_000])
def test_no_habit_drives_the_interval_out_of_its_bounds(hour: int, habits: Rhythm, silence: int) -> None:
    """Whatever the archive says, the outlet's bounds hold."""
    now = NOON + timedelta(hours=hour)
    due, _ = next_due(WIRE, ANSWER, replace(WELL, last_new=now - timedelta(minutes=silence)), now, 0.5, habits)

    assert shortest(WIRE) <= due - now <= longest(WIRE)


def test_an_answer_that_stays_fresh_is_not_asked_for_before_and_retry_after_holds() -> None:
    """The outlet's own wishes go before our curiosity."""
    fresh = replace(ANSWER, fresh_for=timedelta(minutes=40))
    busy = replace(ANSWER, retry_after=timedelta(hours=3))

    assert next_due(WIRE, fresh, ago(minutes=1), NOON, 0.5) == (
        NOON + timedelta(minutes=40),
        "the outlet says its answer stays fresh",
    )
    assert next_due(WIRE, busy, WELL, NOON, 0.5) == (NOON + timedelta(hours=3), "the outlet asked us to wait")


def test_a_busy_outlet_costs_no_more_requests_a_day_than_its_budget() -> None:
    """A ten-minute source with thirty items a day, most by day, stays within 144 requests a day."""
    hours = {hour: set(range(14)) for hour in range(12)}
    habits = rhythm(hours, dict.fromkeys(range(14), 30), 13)
    now = NOON.replace(hour=0)
    end, news, last_new, requests = now + timedelta(days=1), timedelta(minutes=24), now, 0
    while now < end:
        requests += 1
        if now.hour < 12 and now - last_new >= news:
            last_new = now
        now, _ = next_due(WIRE, ANSWER, replace(WELL, last_new=last_new), now, 0.5, habits)

    assert requests <= 144


def test_two_days_are_no_habit() -> None:
    """A source that has just been added keeps its own interval."""
    assert rhythm({3: {0, 1}}, {0: 5, 1: 40}, 1).known is False


def test_what_is_usual_leaves_out_the_backlog_of_the_first_day() -> None:
    """Fifty old items on the first day are not what comes every day."""
    assert rhythm({3: {0, 1, 2, 3}}, {0: 1, 1: 4, 2: 6, 3: 50}, 3).usual == 5.0
