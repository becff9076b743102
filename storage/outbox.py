"""The outbox: every message that was decided, from its making to its end.

    new, wait ──► sending ──► sent
                     ├──► wait
                     ├──► unknown ──► sending (once) ──► unconfirmed
                     └──► dropped

A row is `sending`, committed, before the call; sent, unconfirmed, dropped are ends.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlite_utils import Database

from bot.model import Alert, Delivery, DeliveryState, Destination, Outcome, Settlement
from storage.destinations import COLUMNS, OPEN, destination_of, heed
from storage.encoding import hits_from_json, hits_to_json, instant, instant_or_none, listed, micros, micros_or_none
from storage.errors import IllegalTransition
from storage.placements import continued

#: An answer that was lost may still be on its way; sooner asking again would double it.
DOUBT = timedelta(seconds=30)
#: Ended rows stay this long, so that a feed that replays its items cannot send them again.
KEPT = timedelta(days=90)
#: Where a delivery may go from where it stands.
LEGAL: dict[DeliveryState, frozenset[DeliveryState]] = {
    DeliveryState.NEW: frozenset({DeliveryState.SENDING, DeliveryState.DROPPED}),
    DeliveryState.WAIT: frozenset({DeliveryState.SENDING, DeliveryState.DROPPED}),
    DeliveryState.UNKNOWN: frozenset({DeliveryState.SENDING, DeliveryState.UNCONFIRMED, DeliveryState.DROPPED}),
    DeliveryState.SENDING: frozenset(DeliveryState) - {DeliveryState.NEW, DeliveryState.SENDING},
    DeliveryState.SENT: frozenset(),
    DeliveryState.UNCONFIRMED: frozenset(),
    DeliveryState.DROPPED: frozenset(),
}

_SELECT = (
    "SELECT o.id, o.kind, o.event, o.state, o.due, o.attempts, o.created, o.why, o.article, o.expires, o.silent,"  # noqa: S608 - constants; values are bound
    " o.message_id, o.doubts, o.plain, s.lang, s.tz, " + COLUMNS + " FROM outbox AS o"
    " JOIN destinations AS d ON d.id = o.destination JOIN subscribers AS s ON s.id = d.subscriber"
)
# What may be sent at :now; :channels are those where a lost answer may be asked again, NULL for all. Only ids are
# sorted: with 20,000 rows waiting, whole rows take four times as long.
_CHOSEN = (
    "WITH chosen AS (SELECT o.id, o.due, o.kind IN ('digest', 'broadcast') AS patient, row_number() OVER"  # noqa: S608 - constants; values are bound
    " (PARTITION BY o.destination ORDER BY o.kind IN ('digest', 'broadcast'), o.id) AS turn"
    " FROM outbox AS o JOIN destinations AS d ON d.id = o.destination"
    " WHERE o.state IN ('new', 'wait', 'unknown') AND o.due <= :now AND (d.held IS NULL OR d.held <= :now)"
    " AND (o.expires IS NULL OR o.expires > :now)"
    + OPEN
    + " AND (o.state <> 'unknown' OR :channels IS NULL OR d.channel IN (SELECT value FROM json_each(:channels)))"
    " AND (:only IS NULL OR d.channel IN (SELECT value FROM json_each(:only)))"
    " ORDER BY patient, turn, o.due, o.id LIMIT :limit) "
)
_BY_TURN = " JOIN chosen ON chosen.id = o.id ORDER BY chosen.patient, chosen.turn, chosen.due, chosen.id"


@dataclass(frozen=True, slots=True)
class Enqueued:
    """What a handful of alerts added."""

    new: int
    due: datetime | None  # the earliest of the new rows


@dataclass(frozen=True, slots=True)
class Queue:
    """How many rows stand in one state, and since when the oldest."""

    count: int
    oldest: datetime  # creation


def enqueue(db: Database, alerts: Iterable[Alert], now: datetime) -> Enqueued:
    """Makes a row of each alert that has none yet under (destination, kind, event)."""
    new: list[datetime] = []
    for wanted in alerts:
        alert = continued(db, wanted)
        added = db.execute(
            "INSERT INTO outbox (destination, kind, event, state, due, expires, silent, article, why, bundle, created,"
            " updated) VALUES (?1, ?2, ?3, 'new', ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?10)"
            " ON CONFLICT (destination, kind, event) DO NOTHING",
            (
                alert.destination,
                alert.kind,
                alert.event,
                micros(alert.due),
                micros_or_none(alert.expires),
                alert.silent,
                alert.article or None,
                hits_to_json(alert.why),
                alert.bundle,
                micros(now),
            ),
        )
        if added.rowcount:
            new.append(alert.due)
    return Enqueued(len(new), min(new, default=None))


def due(
    db: Database,
    now: datetime,
    limit: int,
    *,
    resend_on: Collection[str] | None = None,
    only: Collection[str] | None = None,
) -> list[Delivery]:
    """Rows to be sent now: alerts first, one of each destination before the second of any, in the order of decision.

    Args:
        db: within a step.
        now: UTC.
        limit: how many at most.
        resend_on: channels on which a call has lately succeeded: only there is a lost answer asked again.
            None: on all.
        only: the channels to look at, so that rows of a silent one do not stand before the others'. None: all.
    """
    names = {"channels": resend_on, "only": only}
    wanted = {name: None if these is None else listed(these) for name, these in names.items()}
    rows = db.execute(_CHOSEN + _SELECT + _BY_TURN, {"now": micros(now), "limit": limit, **wanted})
    return [_delivery(row) for row in rows]


def next_due(db: Database) -> datetime | None:
    """When the next row wants to be sent; None when nothing waits."""
    (found,) = db.execute(
        "SELECT min(max(o.due, coalesce(d.held, o.due)))"  # noqa: S608 - constants
        " FROM outbox AS o JOIN destinations AS d ON d.id = o.destination"
        " WHERE o.state IN ('new', 'wait', 'unknown')" + OPEN
    ).fetchone()
    return instant_or_none(found)


def doubtful_channels(db: Database, now: datetime) -> list[str]:
    """Channels on which a lost answer could be asked again now, if only a call there succeeded."""
    rows = db.execute(
        "SELECT DISTINCT d.channel FROM outbox AS o JOIN destinations AS d ON d.id = o.destination"  # noqa: S608 - the same
        " WHERE o.state = 'unknown' AND o.due <= ?" + OPEN,
        (micros(now),),
    )
    return sorted(row[0] for row in rows)


def delivery(db: Database, delivery_id: int) -> Delivery | None:
    """One row as the sender sees it; None if there is none."""
    return next(iter(deliveries(db, "o.id = ?", delivery_id)), None)


def deliveries(db: Database, condition: str, *values: object) -> list[Delivery]:
    """Rows as the sender sees them, oldest first; `condition` is SQL over o and d, a constant of the caller's."""
    return [_delivery(row) for row in db.execute(f"{_SELECT} WHERE {condition} ORDER BY o.id", values)]


def begin(db: Database, delivery_id: int, now: datetime) -> int:
    """Marks a row as being sent, to be committed before the call; the attempt's number."""
    _go(db, delivery_id, DeliveryState.SENDING)
    (attempt,) = db.execute(
        "UPDATE outbox SET state = 'sending', attempts = attempts + 1, updated = ? WHERE id = ? RETURNING attempts",
        (micros(now), delivery_id),
    ).fetchone()
    _begin_attempt(db, delivery_id, now)
    return int(attempt)


def begun(db: Database, delivery_id: int, now: datetime) -> Delivery:
    """Marks a row as being sent and returns it as it now is: its chat may have moved since it was looked at."""
    begin(db, delivery_id, now)
    (row,) = deliveries(db, "o.id = ?", delivery_id)
    return row


def settle(db: Database, delivery_id: int, settlement: Settlement, now: datetime) -> DeliveryState:
    """Writes down what came of a send, and what follows for its destination; where the row stands now.

    An answer lost for the second time ends as unconfirmed, whatever was asked: never a third copy.
    """
    doubts, destination = _go(db, delivery_id, settlement.state)
    state = settlement.state
    if state is DeliveryState.UNKNOWN and doubts:
        state = DeliveryState.UNCONFIRMED
    doubt = settlement.outcome is Outcome.UNKNOWN
    db.execute(
        "UPDATE outbox SET state = ?, due = coalesce(?, due), attempts = attempts - ?, doubts = doubts + ?,"
        " plain = max(plain, ?), message_id = CASE WHEN ?6 = '' THEN message_id ELSE ?6 END, reason = ?,"
        " updated = ?8, sent = CASE WHEN ?1 = 'sent' THEN ?8 ELSE sent END WHERE id = ?",
        (
            state,
            micros_or_none(settlement.due),
            not settlement.counts,
            doubt,
            settlement.plain,
            settlement.message_id,
            settlement.reason,
            micros(now),
            delivery_id,
        ),
    )
    db.execute(
        "UPDATE attempts SET ended = ?, outcome = ?, reason = ? WHERE delivery = ? AND ended IS NULL",
        (micros(now), settlement.outcome, settlement.reason, delivery_id),
    )
    heed(db, destination, settlement, now)
    (stands,) = db.execute("SELECT state FROM outbox WHERE id = ?", (delivery_id,)).fetchone()
    return DeliveryState(stands)


def recover(db: Database, now: datetime, *, began_before: datetime | None = None) -> int:
    """Rows left as sending by a process that died: their answers are lost. How many there were.

    `began_before` spares sends of this process that are still in flight.
    """
    rows = db.execute(
        "UPDATE outbox SET state = CASE WHEN doubts = 0 THEN 'unknown' ELSE 'unconfirmed' END, doubts = doubts + 1,"
        " due = ?1, updated = ?2, reason = 'the process ended while it was being sent'"
        " WHERE state = 'sending' AND updated < ?3 RETURNING id",
        (micros(now + DOUBT), micros(now), micros(began_before) if began_before else 2**62),
    ).fetchall()
    db.conn.executemany(
        "UPDATE attempts SET ended = ?, outcome = 'unknown', reason = 'the process ended'"
        " WHERE delivery = ? AND ended IS NULL",
        [(micros(now), row[0]) for row in rows],
    )
    return len(rows)


def drop(db: Database, delivery_id: int, reason: str, now: datetime) -> None:
    """Ends a row without sending it, with a record of why."""
    _go(db, delivery_id, DeliveryState.DROPPED)
    db.execute(
        "UPDATE outbox SET state = 'dropped', reason = ?, updated = ? WHERE id = ?", (reason, micros(now), delivery_id)
    )


def expire(db: Database, now: datetime) -> int:
    """Drops what waited beyond its freshness: the digest carries it. How many."""
    return db.execute(
        "UPDATE outbox SET state = 'dropped', reason = 'too old for an alert; left to the digest', updated = ?1"
        " WHERE state IN ('new', 'wait', 'unknown') AND expires <= ?1",
        (micros(now),),
    ).rowcount


def counts(db: Database) -> dict[DeliveryState, Queue]:
    """The outbox by state; states without rows are missing."""
    rows = db.execute("SELECT state, count(*), min(created) FROM outbox GROUP BY state")
    return {DeliveryState(name): Queue(number, instant(oldest)) for name, number, oldest in rows}


def prune(db: Database, now: datetime, kept: timedelta = KEPT) -> int:
    """Forgets ended rows older than that; how many."""
    return db.execute(
        "DELETE FROM outbox WHERE state IN ('sent', 'unconfirmed', 'dropped') AND updated < ?",
        (micros(now - kept),),
    ).rowcount


def _go(db: Database, delivery_id: int, to: DeliveryState) -> tuple[int, int]:
    """Doubts and destination of a row that may go there."""
    row = db.execute("SELECT state, doubts, destination FROM outbox WHERE id = ?", (delivery_id,)).fetchone()
    if row is None:
        raise IllegalTransition(f"there is no delivery {delivery_id}")
    if to not in LEGAL[DeliveryState(row[0])]:
        raise IllegalTransition(f"delivery {delivery_id} is {row[0]} and cannot become {to}")
    return row[1], row[2]


def _begin_attempt(db: Database, delivery_id: int, now: datetime) -> None:
    db.execute(
        "INSERT INTO attempts (delivery, number, began, outcome, reason)"
        " SELECT ?1, coalesce(max(number), 0) + 1, ?2, '', '' FROM attempts WHERE delivery = ?1",
        (delivery_id, micros(now)),
    )


def _delivery(row: tuple[Any, ...]) -> Delivery:
    number, kind, event, state, when, attempts, created, why, article, expires, silent, message_id, *rest = row
    doubts, plain, lang, tz, *place = rest
    destination: Destination = destination_of(tuple(place[: COLUMNS.count(",") + 1]))
    return Delivery(
        id=number,
        destination=destination,
        kind=kind,
        event=event,
        state=DeliveryState(state),
        due=instant(when),
        attempts=attempts,
        created=instant(created),
        why=hits_from_json(why),
        article=article or 0,
        expires=instant_or_none(expires),
        silent=bool(silent),
        message_id=message_id,
        lang=lang,
        tz=tz,
        doubts=doubts,
        plain=bool(plain),
    )
