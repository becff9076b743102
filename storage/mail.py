"""Consent to mail: asked for, given and withdrawn, and how often it may be asked for."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlite_utils import Database

from bot.model import Alert, Delivery, Destination
from storage.destinations import (
    CONSENT,
    add_destination,
    destinations_by_id,
    destinations_of,
    find,
    pause_destination,
    remove_destination,
    resume_destination,
)
from storage.encoding import instant_or_none, listed, micros
from storage.outbox import deliveries, enqueue

#: Confirmations to one mailbox, and asked for by one reader, within WINDOW.
PER_MAILBOX, PER_READER = 3, 6
WINDOW = timedelta(days=1)
#: A question that could not be delivered by then is not asked any more.
ASKED_FOR = timedelta(hours=12)


def ask(db: Database, subscriber: int, address: str, mark: str, now: datetime) -> int:
    """Enters an address of a reader's and puts the question to its owner into the outbox.

    Args:
        db: within a step.
        subscriber: who wants to be mailed there.
        address: as it will be written to.
        mark: the same for every way of writing the mailbox's address.
        now: UTC.

    Returns:
        The destination; 0 where nothing is sent, because it was asked too often or consent is there already.
    """
    held = find(db, "email", address, subscriber=subscriber)
    if (held and held.confirmed and not held.paused) or not _count(db, subscriber, mark, now):
        return 0
    for place in destinations_of(db, subscriber):
        if place.channel == "email" and not place.confirmed and place.address != address:
            _take_out(db, place, now)
    place = held or add_destination(db, Destination(0, subscriber, "email", address, confirmed=False))
    resume_destination(db, place.id)
    db.execute("UPDATE destinations SET confirmed = 0 WHERE id = ?", (place.id,))
    enqueue(db, [Alert(place.id, CONSENT, f"{CONSENT}:{micros(now)}", now, expires=now + ASKED_FOR)], now)
    return place.id


def _count(db: Database, subscriber: int, mark: str, now: datetime) -> bool:
    """Writes the request down, if there may be one more."""
    prune_requests(db, now)
    mailbox, reader = db.execute(
        "SELECT count(*) FILTER (WHERE mark = ?), count(*) FILTER (WHERE subscriber = ?) FROM mail_requests",
        (mark, subscriber),
    ).fetchone()
    if mailbox >= PER_MAILBOX or reader >= PER_READER:
        return False
    db.execute("INSERT INTO mail_requests (mark, subscriber, at) VALUES (?, ?, ?)", (mark, subscriber, micros(now)))
    return True


def prune_requests(db: Database, now: datetime) -> int:
    """Forgets who was asked when that is long ago; how many."""
    return db.execute("DELETE FROM mail_requests WHERE at <= ?", (micros(now - WINDOW),)).rowcount


def addressee(db: Database, destination_id: int) -> Destination | None:
    """A mail address that was not taken out; None if there is none of that number."""
    place = destinations_by_id(db, [destination_id]).get(destination_id)
    return place if place and place.channel == "email" else None


def at_address(db: Database, address: str) -> list[Destination]:
    """Every place that is this mail address, whosever it is."""
    rows = db.execute(
        "SELECT id FROM destinations WHERE channel = 'email' AND address = ? AND removed IS NULL ORDER BY id",
        (address,),
    )
    return list(destinations_by_id(db, [row[0] for row in rows]).values())


def has_chat(db: Database, subscriber: int) -> bool:
    """Whether a reader can answer in a chat."""
    return any(place.channel == "telegram" for place in destinations_of(db, subscriber))


def told(db: Database, events: Iterable[str]) -> set[tuple[int, str]]:
    """Which readers have a digest of these days already, at whatever address."""
    rows = db.execute(
        "SELECT DISTINCT d.subscriber, o.event FROM outbox AS o JOIN destinations AS d ON d.id = o.destination"
        " WHERE o.kind = 'digest' AND o.event IN (SELECT value FROM json_each(?))",
        (listed(sorted(events)),),
    )
    return {(owner, event) for owner, event in rows}


def edition(db: Database, destination_id: int, event: str) -> tuple[Delivery, datetime] | None:
    """A digest that was made for an address, and when it was told; None once that is forgotten."""
    row = next(
        iter(deliveries(db, "o.destination = ? AND o.kind = 'digest' AND o.event = ?", destination_id, event)), None
    )
    if row is None:
        return None
    (sent,) = db.execute("SELECT sent FROM outbox WHERE id = ?", (row.id,)).fetchone()
    return row, instant_or_none(sent) or row.created


def pending(db: Database, subscriber: int) -> Destination | None:
    """The address of a reader whose owner has not answered yet."""
    places = (place for place in destinations_of(db, subscriber) if place.channel == "email")
    return next((place for place in places if not place.confirmed and not place.paused), None)


def consent(db: Database, destination_id: int, now: datetime) -> bool:
    """The owner opted in; whether there was still something to opt in to.

    A person has one address: the earlier one is taken out. A mailbox gets one digest: another reader's is paused.
    """
    place = addressee(db, destination_id)
    if place is None:
        return False
    if place.confirmed and not place.paused:
        return True
    resume_destination(db, place.id)
    db.execute("UPDATE destinations SET confirmed = 1, consented = ? WHERE id = ?", (micros(now), place.id))
    for other in destinations_of(db, place.subscriber):
        if other.channel == "email" and other.id != place.id:
            _take_out(db, other, now, heir=place.id)
    for twin in at_address(db, place.address):
        if twin.id != place.id and not twin.paused:
            pause_destination(db, twin.id, "its owner confirmed another subscription", now)
    return True


def withdraw(db: Database, destination_id: int, now: datetime) -> bool:
    """The owner wants no more mail; whether the address was there. What is in the outbox for it is dropped."""
    place = addressee(db, destination_id)
    if place is None:
        return False
    _lead_elsewhere(db, place)
    db.execute("UPDATE destinations SET confirmed = 0, consented = NULL WHERE id = ?", (place.id,))
    pause_destination(db, place.id, "unsubscribed", now)
    return True


def turn_off(db: Database, subscriber: int, now: datetime) -> int:
    """The reader wants no more mail: their addresses are taken out, their rules lead to their chat; how many."""
    places = [place for place in destinations_of(db, subscriber) if place.channel == "email"]
    for place in places:
        _take_out(db, place, now)
    return len(places)


def _take_out(db: Database, place: Destination, now: datetime, heir: int = 0) -> None:
    _lead_elsewhere(db, place, heir)
    remove_destination(db, place.id, now)


def _lead_elsewhere(db: Database, place: Destination, heir: int = 0) -> None:
    """Rules that lead to an address go on elsewhere: at its heir, or in the first of the reader's chats."""
    chats = (one for one in destinations_of(db, place.subscriber) if one.channel != "email" and not one.paused)
    found = heir or next((one.id for one in chats), 0)
    if found:
        db.execute("UPDATE rules SET destination = ? WHERE destination = ?", (found, place.id))
