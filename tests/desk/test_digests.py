"""Whose digest is due."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.desk.digests import alerts_due
from bot.model import Destination, Subscriber

SEOUL = ZoneInfo("Asia/Seoul")
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
MAIL = Destination(3, 1, "email", "a@b.example")


def events(now: datetime, tz: str = "Asia/Seoul", since: datetime = LONG_AGO) -> list[str]:
    return [alert.event for alert in alerts_due([(Subscriber(1, tz=tz, since=since), MAIL)], now.astimezone(UTC))]


def test_before_seven_nothing_is_due() -> None:
    """The reader's own clock decides."""
    assert events(datetime(2026, 11, 22, 6, 59, tzinfo=SEOUL)) == []


def test_from_seven_on_the_days_digest_is_due() -> None:
    """Later in the day too: a house that was down sends one late mail."""
    assert [events(datetime(2026, 11, 22, hour, 0, tzinfo=SEOUL)) for hour in (7, 22)] == [
        ["digest:2026-11-22"],
        ["digest:2026-11-22"],
    ]


def test_who_joins_today_gets_the_first_digest_tomorrow() -> None:
    """Signing up at noon is not answered with a morning mail."""
    joined = datetime(2026, 11, 22, 9, 0, tzinfo=SEOUL).astimezone(UTC)

    assert events(datetime(2026, 11, 22, 12, 0, tzinfo=SEOUL), since=joined) == []


@pytest.mark.parametrize("tz", ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca"])
def test_every_local_day_of_a_year_has_exactly_one_digest(tz: str) -> None:
    """Gaps and folds of summer time neither skip a day nor name one twice."""
    moment, named = datetime(2025, 12, 31, tzinfo=UTC), set()
    while moment < datetime(2027, 1, 2, tzinfo=UTC):
        named.update(events(moment, tz, since=LONG_AGO - timedelta(days=365)))
        moment += timedelta(minutes=30)

    assert len([event for event in named if event.startswith("digest:2026-")]) == 365
