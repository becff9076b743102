"""What perhaps did not arrive: named to its reader in one catch-up message, once."""

from collections.abc import Iterable
from datetime import datetime

from sqlite_utils import Database

from bot.model import Alert, Delivery
from storage import outbox
from storage.encoding import listed, micros

#: What the event of a catch-up message begins with.
CATCH_UP = "unconfirmed:"
_OPEN = "o.state = 'unconfirmed' AND o.listed IS NULL AND o.kind <> 'notice'"


def unlisted(db: Database, destination: int) -> list[Delivery]:
    """What perhaps did not arrive there and was not yet named in a catch-up message, oldest first."""
    return outbox.deliveries(db, f"o.destination = ? AND {_OPEN}", destination)


def mark_listed(db: Database, ids: Iterable[int], now: datetime) -> None:
    """Notes that these were named in a catch-up message."""
    db.execute("UPDATE outbox SET listed = ? WHERE id IN (SELECT value FROM json_each(?))", (micros(now), listed(ids)))


def catch_up(db: Database, now: datetime) -> int:
    """Enqueues a catch-up message for every open destination that has something unconfirmed; how many.

    Not while a lost answer there is still to be asked again: then there would be two messages. What is older than
    its freshness is left to the digest.
    """
    rows = db.execute(
        f"SELECT DISTINCT d.id FROM outbox AS o JOIN destinations AS d ON d.id = o.destination WHERE {_OPEN}"  # noqa: S608 - constants
        " AND d.confirmed AND d.paused = '' AND d.removed IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM outbox AS w WHERE w.destination = d.id AND w.state IN ('unknown', 'sending'))"
    ).fetchall()
    new = 0
    for (place,) in rows:
        missed = unlisted(db, place)
        fresh = [row for row in missed if row.expires is None or row.expires > now]
        mark_listed(db, [row.id for row in missed], now)
        if fresh:
            new += outbox.enqueue(db, [Alert(place, "notice", f"{CATCH_UP}{fresh[-1].id}", now)], now).new
    return new


def named_in(db: Database, delivery: Delivery) -> list[Delivery]:
    """The rows that a catch-up message names, oldest first."""
    return outbox.deliveries(
        db,
        "o.destination = ? AND o.listed = ? AND (o.expires IS NULL OR o.expires > o.listed)",
        delivery.destination.id,
        micros(delivery.created),
    )
