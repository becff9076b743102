"""Whose digest is due: once per person and local day."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.model import Alert, Destination, Subscriber

SEND_AT = time(7, 0)
#: A digest that could not be delivered all day is yesterday's news.
LIVES = timedelta(hours=20)


def local_day(subscriber: Subscriber, now: datetime) -> date:
    """The date where the subscriber lives."""
    return now.astimezone(ZoneInfo(subscriber.tz)).date()


def is_due(subscriber: Subscriber, now: datetime) -> bool:
    """Whether today's digest may go out: it is past the hour, and the person did not join only today."""
    local = now.astimezone(ZoneInfo(subscriber.tz))
    joined = subscriber.since.astimezone(ZoneInfo(subscriber.tz)).date() if subscriber.since else date.min
    return local.time() >= SEND_AT and joined < local.date()


def alerts_due(people: Iterable[tuple[Subscriber, Destination]], now: datetime) -> tuple[Alert, ...]:
    """The outbox rows of the digests due now; their key makes a second one for the same day impossible."""
    return tuple(
        Alert(
            destination=destination.id,
            kind="digest",
            event=f"digest:{local_day(subscriber, now).isoformat()}",
            due=now,
            expires=now + LIVES,
        )
        for subscriber, destination in people
        if is_due(subscriber, now)
    )
