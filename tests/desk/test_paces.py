"""When a reader is told: quiet hours in any zone, the hour, a snooze, and what comes through."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.desk.paces import Timing, quiet_until, reads, timing
from bot.model import Pace, Rule, Subscriber

NOON = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)  # in Seoul
READER = Subscriber(1, tz="Asia/Seoul")
RULE = Rule(1, 1, "chip", 1)


@pytest.mark.parametrize(
    ("quiet", "tz", "at", "ends"),
    [
        ("23:00-07:00", "Asia/Seoul", "2026-11-22T15:00", "2026-11-22T22:00"),  # midnight in Seoul
        ("23:00-07:00", "Asia/Seoul", "2026-11-22T14:00", "2026-11-22T22:00"),  # 23:00, the first instant
        ("23:00-07:00", "Asia/Seoul", "2026-11-22T22:00", ""),  # 07:00, no longer
        ("23:00-07:00", "Asia/Seoul", "2026-11-22T03:00", ""),  # noon
        ("12:00-13:30", "Asia/Seoul", "2026-11-22T03:00", "2026-11-22T04:30"),
        ("", "Asia/Seoul", "2026-11-22T15:00", ""),
        ("22:00-06:00", "Europe/Berlin", "2026-03-28T23:00", "2026-03-29T04:00"),  # the night that loses an hour
        ("22:00-06:00", "Europe/Berlin", "2026-10-24T22:00", "2026-10-25T05:00"),  # the night that gains one
        ("01:00-02:30", "Europe/Berlin", "2026-03-29T00:30", "2026-03-29T01:30"),  # an end that the clocks leave out
    ],
)
def test_quiet_hours_end_where_the_reader_lives(quiet: str, tz: str, at: str, ends: str):
    """Quiet hours hold until their local end, over midnight and over a change of the clocks."""
    reader = replace(READER, quiet=quiet, tz=tz)

    expected = datetime.fromisoformat(ends).replace(tzinfo=UTC) if ends else None
    assert quiet_until(reader, datetime.fromisoformat(at).replace(tzinfo=UTC)) == expected


def test_hourly_rule_waits_for_the_full_hour_unless_another_is_instant():
    """The most urgent of the rules that hit decides."""
    hourly = replace(RULE, pace=Pace.HOURLY)
    due = NOON + timedelta(minutes=10)

    assert timing([hourly], READER, due, official=False) == Timing(NOON + timedelta(hours=1), "hourly")
    assert timing([hourly, RULE], READER, due, official=False) == Timing(due)
    assert timing([hourly], READER, due, official=True) == Timing(due)


def test_official_words_and_urgent_rules_come_through_the_night():
    """At night only what is official or marked urgent is told at once."""
    night, reader = NOON + timedelta(hours=12), replace(READER, quiet="23:00-07:00")

    assert timing([RULE], reader, night, official=False) == Timing(NOON + timedelta(hours=19), "quiet")
    assert timing([RULE], reader, night, official=True) == Timing(night)
    assert timing([replace(RULE, urgent=True)], reader, night, official=False) == Timing(night)


def test_snooze_holds_everything_and_may_end_in_quiet_hours():
    """A snooze holds official words too; if it ends at night, the morning comes after it."""
    until = NOON + timedelta(hours=8)
    asleep = replace(READER, snoozed=until)

    assert timing([RULE], asleep, NOON, official=True) == Timing(until, "snooze")
    assert timing([RULE], replace(READER, snoozed=NOON), NOON, official=False) == Timing(NOON)
    late = replace(READER, snoozed=NOON + timedelta(hours=12), quiet="23:00-07:00")
    assert timing([RULE], late, NOON, official=False) == Timing(NOON + timedelta(hours=19), "quiet")


@pytest.mark.parametrize(
    ("chosen", "lang", "wanted"),
    [
        ((), "ko", True),
        (("en",), "ko", False),
        (("en", "zh"), "zh-Hant", True),
        (("en", "other"), "ja", True),
        (("en",), "", True),
    ],
)
def test_languages_that_are_not_read_do_not_arrive(chosen: tuple[str, ...], lang: str, wanted: bool):
    """Only the languages ticked arrive; none ticked means all."""
    assert reads(replace(READER, reads=chosen), lang) == wanted
