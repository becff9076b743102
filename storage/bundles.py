"""Alerts that are told together: after quiet hours, once an hour, or because there were too many."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlite_utils import Database

from bot.model import Alert, Delivery
from storage import outbox
from storage.encoding import micros

HOUR = timedelta(hours=1)
KIND = "rollup"
#: A bundle that could not be delivered all day is left to the digest.
LIVES = timedelta(hours=24)


def gather(db: Database, now: datetime) -> int:
    """Puts held alerts whose time has come into one delivery for each destination; how many deliveries.

    The alerts end with a record of where they were told; a single one is told by itself.
    """
    rows = db.execute(
        "SELECT o.destination, group_concat(o.id) FROM outbox AS o JOIN destinations AS d ON d.id = o.destination"
        " WHERE o.bundle <> '' AND o.state = 'new' AND o.kind = 'alert' AND o.due <= ?"
        " AND d.confirmed AND d.paused = '' AND d.removed IS NULL GROUP BY o.destination",
        (micros(now),),
    ).fetchall()
    made = 0
    for destination, listed in rows:
        numbers = [int(number) for number in str(listed).split(",")]
        if len(numbers) == 1:
            db.execute("UPDATE outbox SET bundle = '' WHERE id = ?", (numbers[0],))
        else:
            made += _bundle(db, destination, numbers, now)
    return made


def _bundle(db: Database, destination: int, numbers: Iterable[int], now: datetime) -> int:
    ids = sorted(numbers)
    event = f"{KIND}:{ids[-1]}"
    made = outbox.enqueue(db, [Alert(destination, KIND, event, now, expires=now + LIVES)], now).new
    (carrier,) = db.execute(
        "SELECT id FROM outbox WHERE destination = ? AND kind = ? AND event = ?", (destination, KIND, event)
    ).fetchone()
    for number in ids:
        db.execute("INSERT OR REPLACE INTO bundled (delivery, carrier) VALUES (?, ?)", (number, carrier))
        db.execute(
            "UPDATE outbox SET state = 'dropped', bundle = '', reason = ?, updated = ? WHERE id = ?",
            (f"told together in delivery {carrier}", micros(now), number),
        )
    return made


def hold_back(db: Database, now: datetime) -> int:
    """Holds what exceeds a reader's alerts an hour until the hour is over; how many alerts."""
    rows = db.execute(
        "WITH told AS (SELECT destination, count(*) AS n, min(sent) AS first FROM outbox"
        "  WHERE kind = 'alert' AND state = 'sent' AND sent > ?1 GROUP BY destination),"
        " ready AS (SELECT o.id, o.destination, row_number() OVER (PARTITION BY o.destination ORDER BY o.id) AS turn"
        "  FROM outbox AS o WHERE o.kind = 'alert' AND o.state = 'new' AND o.bundle = '' AND o.due <= ?2)"
        " SELECT r.id, coalesce(t.first, ?2) FROM ready AS r JOIN destinations AS d ON d.id = r.destination"
        " JOIN subscribers AS s ON s.id = d.subscriber LEFT JOIN told AS t ON t.destination = r.destination"
        " WHERE d.channel = 'telegram' AND s.hourly_cap > 0 AND r.turn > s.hourly_cap - coalesce(t.n, 0)",
        (micros(now - HOUR), micros(now)),
    ).fetchall()
    hour = HOUR // timedelta(microseconds=1)
    db.conn.executemany(
        "UPDATE outbox SET bundle = 'cap', due = ? WHERE id = ?", [(first + hour, number) for number, first in rows]
    )
    return len(rows)


def anything_to_gather(db: Database, now: datetime) -> bool:
    """Whether a round of holding and gathering would change anything; cheap enough for every second."""
    moment = micros(now)
    row = db.execute(
        "SELECT 1 WHERE EXISTS (SELECT 1 FROM outbox WHERE bundle <> '' AND state = 'new' AND due <= ?1)"
        " OR EXISTS (SELECT 1 FROM outbox WHERE kind = 'alert' AND state = 'new' AND bundle = '' AND due <= ?1)",
        (moment,),
    ).fetchone()
    return row is not None


def carried(db: Database, carrier: int) -> list[Delivery]:
    """The alerts that a delivery tells together, in the order of decision."""
    return outbox.deliveries(db, "o.id IN (SELECT delivery FROM bundled WHERE carrier = ?)", carrier)


def last_article(db: Database, destination: int) -> int:
    """The article of the last alert that arrived at a destination; 0 if there is none."""
    row = db.execute(
        "SELECT article FROM outbox WHERE destination = ? AND state = 'sent' AND article IS NOT NULL"
        " ORDER BY sent DESC LIMIT 1",
        (destination,),
    ).fetchone()
    return int(row[0]) if row else 0
