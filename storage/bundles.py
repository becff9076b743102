"""Alerts that are told together: after quiet hours, once an hour, or because there were too many."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlite_utils import Database

from bot.model import Alert, Delivery
from storage import outbox, people
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


def gather_mentions(db: Database, now: datetime) -> int:
    """Puts what was mentioned in passing together, one delivery for each destination; how many deliveries.

    Left out, with a record: a story that was told there meanwhile, and all of it where a digest tells it.
    """
    db.execute(
        "UPDATE outbox AS o SET state = 'dropped', reason = 'the story was told meanwhile', updated = ?1"
        " WHERE bundle <> '' AND kind = 'passing' AND state = 'new' AND due <= ?1 AND EXISTS (SELECT 1 FROM outbox AS t"
        "  JOIN articles AS a ON a.id = t.article JOIN articles AS b ON b.id = o.article"
        "  WHERE t.destination = o.destination AND t.kind IN ('alert', 'thread') AND a.story = b.story"
        "  AND t.state <> 'dropped')",
        (micros(now),),
    )
    rows = db.execute(
        "SELECT o.destination, d.subscriber, group_concat(o.id) FROM outbox AS o"
        " JOIN destinations AS d ON d.id = o.destination"
        " WHERE o.bundle <> '' AND o.kind = 'passing' AND o.state = 'new' AND o.due <= ?"
        " AND d.confirmed AND d.paused = '' AND d.removed IS NULL GROUP BY o.destination",
        (micros(now),),
    ).fetchall()
    readers = {reader.id for reader, _ in people.digest_readers(db)} if rows else set()
    made = 0
    for destination, subscriber, listed in rows:
        numbers = [int(number) for number in str(listed).split(",")]
        if subscriber in readers:
            for number in numbers:
                outbox.drop(db, number, "left to the digest", now)
        else:
            made += _bundle(db, destination, numbers, now, silent=True)
    return made


def _bundle(db: Database, destination: int, numbers: Iterable[int], now: datetime, *, silent: bool = False) -> int:
    ids = sorted(numbers)
    event = f"{KIND}:{ids[-1]}"
    made = outbox.enqueue(db, [Alert(destination, KIND, event, now, expires=now + LIVES, silent=silent)], now).new
    (carrier,) = db.execute(
        "SELECT id FROM outbox WHERE destination = ? AND kind = ? AND event = ?", (destination, KIND, event)
    ).fetchone()
    for number in ids:
        db.execute("INSERT OR REPLACE INTO bundled (delivery, carrier) VALUES (?, ?)", (number, carrier))
        db.execute(
            "UPDATE outbox SET state = 'dropped', reason = ?, updated = ? WHERE id = ?",
            (f"told together in delivery {carrier}", micros(now), number),
        )
    return made


def over_cap(db: Database, now: datetime) -> list[tuple[int, int]]:
    """Due alerts that exceed their reader's alerts an hour: row, and the microsecond at which that hour is over."""
    hour = HOUR // timedelta(microseconds=1)
    rows = db.execute(
        "WITH ready AS (SELECT o.id, o.destination,"
        "  row_number() OVER (PARTITION BY o.destination ORDER BY o.id) AS turn FROM outbox AS o"
        "  WHERE o.kind = 'alert' AND o.state = 'new' AND o.bundle = '' AND o.due <= ?2),"
        " told AS (SELECT destination, count(*) AS n, min(updated) AS first FROM outbox"
        "  WHERE destination IN (SELECT destination FROM ready) AND kind = 'alert' AND state IN ('sent', 'sending')"
        "  AND updated > ?1 GROUP BY destination)"
        " SELECT r.id, coalesce(t.first, ?2) + ?3 FROM ready AS r JOIN destinations AS d ON d.id = r.destination"
        " JOIN subscribers AS s ON s.id = d.subscriber LEFT JOIN told AS t ON t.destination = r.destination"
        " WHERE s.hourly_cap > 0 AND r.turn > s.hourly_cap - coalesce(t.n, 0)",
        (micros(now - HOUR), micros(now), hour),
    )
    return [(int(number), int(until)) for number, until in rows]


def wants_arranging(db: Database, now: datetime) -> bool:
    """Whether `arrange` would change anything; looked at before every round of sending."""
    held = db.execute(
        "SELECT 1 FROM outbox WHERE bundle <> '' AND state = 'new' AND due <= ? LIMIT 1", (micros(now),)
    ).fetchone()
    return held is not None or bool(over_cap(db, now))


def arrange(db: Database, now: datetime) -> None:
    """Holds what is too much for an hour, and puts together what was held and has come due."""
    gather(db, now)
    gather_mentions(db, now)
    db.conn.executemany(
        "UPDATE outbox SET bundle = 'cap', due = ? WHERE id = ?",
        [(until, number) for number, until in over_cap(db, now)],
    )


def reason(db: Database, carrier: int) -> str:
    """Why the alerts of a delivery were held: hourly, quiet, snooze, cap or passing."""
    row = db.execute(
        "SELECT o.bundle FROM bundled AS b JOIN outbox AS o ON o.id = b.delivery WHERE b.carrier = ?"
        " ORDER BY o.id DESC LIMIT 1",
        (carrier,),
    ).fetchone()
    return str(row[0]) if row else ""


def carried(db: Database, carrier: int) -> list[Delivery]:
    """The alerts that a delivery tells together, in the order of decision."""
    return outbox.deliveries(db, "o.id IN (SELECT delivery FROM bundled WHERE carrier = ?)", carrier)


def last_article(db: Database, destination: int) -> int:
    """The article of the last alert that arrived at a destination; 0 if there is none."""
    row = db.execute(
        "SELECT article FROM outbox WHERE destination = ? AND state = 'sent' AND article IS NOT NULL"
        " ORDER BY sent DESC, id DESC LIMIT 1",
        (destination,),
    ).fetchone()
    return int(row[0]) if row else 0
