"""Destinations: the addresses where subscribers are reached."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from bot.model import Destination, Outcome, Settlement
from storage.chats import migrate_chat
from storage.encoding import instant_or_none, listed, micros, micros_or_none

COLUMNS = (
    "d.id, d.subscriber, d.channel, d.address, d.thread, d.confirmed, d.paused, d.is_group, d.refusals, d.consented"
)
#: The kind of row that may go to an address whose owner has not opted in: it asks for that.
CONSENT = "consent"
#: That a row `o` may be sent to its destination `d`.
OPEN = f" AND (d.confirmed OR o.kind = '{CONSENT}') AND d.paused = '' AND d.removed IS NULL"
_SELECT = "SELECT " + COLUMNS + " FROM destinations AS d"  # noqa: S608 - constants; values are bound


def add_destination(db: Database, destination: Destination) -> Destination:
    """Stores an address (its id is ours to give) and returns it; one that is there already is returned as it is.

    A removed one comes back, as given.
    """
    stored = find(db, destination.channel, destination.address, destination.thread, destination.subscriber)
    if stored:
        return stored
    (number,) = db.execute(
        "INSERT INTO destinations (subscriber, channel, address, thread, confirmed, paused, is_group, refusals,"
        " consented) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (subscriber, channel, address, thread) DO UPDATE"
        " SET confirmed = excluded.confirmed, paused = excluded.paused, is_group = excluded.is_group,"
        " refusals = excluded.refusals, consented = excluded.consented, held = NULL, removed = NULL RETURNING id",
        (
            destination.subscriber,
            destination.channel,
            destination.address,
            destination.thread,
            destination.confirmed,
            destination.paused,
            destination.group,
            destination.refusals,
            micros_or_none(destination.consented),
        ),
    ).fetchone()
    return replace(destination, id=number)


def destination(db: Database, destination_id: int) -> Destination | None:
    """One destination, removed or not; None if there is none."""
    row = db.execute(_SELECT + " WHERE d.id = ?", (destination_id,)).fetchone()
    return destination_of(row) if row else None


def find(
    db: Database, channel: str, address: str, thread: int = 0, subscriber: int | None = None
) -> Destination | None:
    """The destination at an address, of one subscriber or of whoever holds it; None if nobody does."""
    row = db.execute(
        _SELECT + " WHERE d.channel = ? AND d.address = ? AND d.thread = ?"
        " AND d.subscriber = coalesce(?, d.subscriber) AND d.removed IS NULL ORDER BY d.id LIMIT 1",
        (channel, address, thread, subscriber),
    ).fetchone()
    return destination_of(row) if row else None


def destinations_by_id(db: Database, ids: Iterable[int]) -> dict[int, Destination]:
    """Those of these destinations that are not removed, by id."""
    rows = db.execute(
        _SELECT + " WHERE d.id IN (SELECT value FROM json_each(?)) AND d.removed IS NULL",  # noqa: S608 - constants; values are bound
        (listed(ids),),
    )
    return {row[0]: destination_of(row) for row in rows}


def destinations_of(db: Database, subscriber: int) -> list[Destination]:
    """A subscriber's destinations, oldest first."""
    rows = db.execute(
        _SELECT + " WHERE d.subscriber = ? AND d.removed IS NULL ORDER BY d.id",
        (subscriber,),
    )
    return [destination_of(row) for row in rows]


def mail_destinations(db: Database) -> list[Destination]:
    """Every mail address that is confirmed and open, oldest first."""
    rows = db.execute(
        _SELECT + " WHERE d.channel = 'email' AND d.confirmed AND d.paused = '' AND d.removed IS NULL ORDER BY d.id"
    )
    return [destination_of(row) for row in rows]


def operators(db: Database, chats: Iterable[str]) -> list[Destination]:
    """Where operators are told: their chats, and the open mail addresses entered for the same people."""
    rows = db.execute(
        _SELECT + " WHERE d.removed IS NULL AND d.paused = '' AND d.confirmed AND d.thread = 0 AND ("  # noqa: S608 - constants; values are bound
        " (d.channel = 'telegram' AND d.address IN (SELECT value FROM json_each(?1))) OR (d.channel = 'email' AND"
        "  d.subscriber IN (SELECT t.subscriber FROM destinations AS t WHERE t.channel = 'telegram'"
        "   AND t.removed IS NULL AND t.address IN (SELECT value FROM json_each(?1))))) ORDER BY d.id",
        (listed(chats),),
    )
    return [destination_of(row) for row in rows]


def confirm_destination(db: Database, destination_id: int) -> None:
    """A mail address whose owner has opted in."""
    db.execute("UPDATE destinations SET confirmed = 1 WHERE id = ?", (destination_id,))


def pause_destination(db: Database, destination: int, reason: str, now: datetime) -> int:
    """Closes a destination and drops its queue with a record; how many rows. What is in flight settles by itself."""
    db.execute("UPDATE destinations SET paused = ? WHERE id = ?", (reason, destination))
    return db.execute(
        "UPDATE outbox SET state = 'dropped', reason = ?, updated = ?"
        " WHERE destination = ? AND state IN ('new', 'wait', 'unknown')",
        (f"the destination was paused: {reason}", micros(now), destination),
    ).rowcount


def heed(db: Database, destination_id: int, settlement: Settlement, now: datetime) -> None:
    """What an answer means for the place it came from: moved, counted as refused, asked for patience, or closed."""
    if settlement.moved_to:
        (old,) = db.execute("SELECT address FROM destinations WHERE id = ?", (destination_id,)).fetchone()
        migrate_chat(db, old, settlement.moved_to, now)
    if settlement.outcome is Outcome.SENT:
        db.execute("UPDATE destinations SET refusals = 0 WHERE id = ? AND refusals > 0", (destination_id,))
    elif settlement.outcome in {Outcome.SUBSCRIPTION, Outcome.GONE}:
        db.execute("UPDATE destinations SET refusals = refusals + 1 WHERE id = ?", (destination_id,))
    elif settlement.outcome is Outcome.WAIT and settlement.due:
        # The whole chat was asked to wait; its other forum topics are the same chat.
        db.execute(
            "UPDATE destinations SET held = max(coalesce(held, 0), ?)"
            " WHERE (channel, address) = (SELECT channel, address FROM destinations WHERE id = ?)",
            (micros(settlement.due), destination_id),
        )
    if settlement.pause:
        pause_destination(db, destination_id, settlement.reason, now)


def resume_destination(db: Database, destination_id: int) -> None:
    """Opens a paused destination again, its refusals forgiven."""
    db.execute("UPDATE destinations SET paused = '', refusals = 0, held = NULL WHERE id = ?", (destination_id,))


def remove_destination(db: Database, destination_id: int, now: datetime) -> None:
    """Takes an address out with the rules that lead to it; rows already in the outbox are dropped, with a record."""
    moment = micros(now)
    db.execute("UPDATE destinations SET removed = ? WHERE id = ?", (moment, destination_id))
    db.execute("UPDATE rules SET removed = ? WHERE destination = ? AND removed IS NULL", (moment, destination_id))
    db.execute(
        "UPDATE outbox SET state = 'dropped', reason = 'the destination was removed', updated = ?"
        " WHERE destination = ? AND state IN ('new', 'wait', 'unknown')",
        (moment, destination_id),
    )


def destination_of(row: tuple[Any, ...]) -> Destination:
    """A destination from its columns."""
    number, subscriber, channel, address, thread, confirmed, paused, group, refusals, consented = row
    opted = instant_or_none(consented)
    return Destination(
        number, subscriber, channel, address, thread, bool(confirmed), paused, bool(group), refusals, opted
    )
