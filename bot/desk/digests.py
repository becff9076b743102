"""Whose digest is due: at the reader's own time, on their days, once per person and local day."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.model import Alert, Destination, Subscriber

#: A digest that could not be delivered by then is yesterday's news.
LIVES = timedelta(hours=20)
#: After a longer standstill the next one is waited for: one late mail, not one beside the other.
LATEST = timedelta(hours=18)

Occasion = tuple[date, datetime]  # the local day, and when its digest is wanted, UTC


def local_day(subscriber: Subscriber, now: datetime) -> date:
    """The date where the subscriber lives."""
    return now.astimezone(_zone(subscriber.tz)).date()


def _zone(name: str) -> tzinfo:
    """One person's zone that this machine does not know must not cost everybody their mail."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


@lru_cache(maxsize=1024)
def wanted_at(day: date, at: time, zone: tzinfo) -> datetime | None:
    """When a local day's digest is wanted, UTC; None for a day that a place has skipped.

    A time that occurs twice means the first; one that is left out, the same distance after the gap, or before it where
    that would be the next day.
    """
    for fold in (0, 1):
        moment = datetime.combine(day, at.replace(fold=fold), zone).astimezone(UTC)
        if moment.astimezone(zone).date() == day:
            return moment
    return None


def occasion(subscriber: Subscriber, now: datetime) -> Occasion | None:
    """The digest that a reader should have by now, unless that was too long ago."""
    return _occasion(subscriber.tz, subscriber.digest_at, subscriber.digest_days, now)


def _occasion(tz: str, at: str, days: str, now: datetime) -> Occasion | None:
    zone, wanted = _zone(tz), time.fromisoformat(at)
    today = now.astimezone(zone).date()
    # Clocks put back over midnight: tomorrow was there for a moment. A skipped day: yesterday is two days ago.
    for back in (-1, 0, 1, 2):
        day = today - timedelta(days=back)
        moment = wanted_at(day, wanted, zone) if str(day.isoweekday()) in days else None
        if moment and moment <= now:
            return (day, moment) if now - moment <= LATEST else None
    return None


def is_due(subscriber: Subscriber, now: datetime) -> bool:
    """Whether the hour of a reader's digest has come today."""
    found = occasion(subscriber, now)
    return found is not None and found[0] == local_day(subscriber, now) and _joined_before(subscriber, found[0])


def alerts_due(people: Iterable[tuple[Subscriber, Destination]], now: datetime) -> tuple[Alert, ...]:
    """The outbox rows of the digests due now; their key makes a second one for the same day impossible."""
    # Thousands of readers share a few zones and hours.
    occasions: dict[tuple[str, str, str], Occasion | None] = {}
    mailed: set[int] = set()
    due: list[Alert] = []
    for reader, place in people:
        habit = (reader.tz, reader.digest_at, reader.digest_days)
        if habit not in occasions:
            occasions[habit] = _occasion(*habit, now)
        found = occasions[habit]
        if found is None or reader.id in mailed or not _waits(reader, place, found):
            continue
        if place.channel == "email":
            mailed.add(reader.id)
        day, moment = found
        due.append(Alert(place.id, "digest", f"digest:{day.isoformat()}", moment, expires=moment + LIVES))
    return tuple(due)


def _waits(reader: Subscriber, place: Destination, found: Occasion) -> bool:
    """Whether the person was there, and the address open, before the digest's hour."""
    day, moment = found
    return _joined_before(reader, day) and (place.consented is None or place.consented < moment)


def _joined_before(reader: Subscriber, day: date) -> bool:
    return reader.since is None or reader.since.astimezone(_zone(reader.tz)).date() < day
