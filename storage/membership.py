"""Whether and where a Telegram chat is served."""

from datetime import datetime

from sqlite_utils import Database

from bot.model import Destination
from storage import heartbeat
from storage.destinations import COLUMNS, destination_of, destinations_by_id, pause_destination, resume_destination

#: Before the id of a paused destination: that its reader was told of it elsewhere.
TOLD = "paused/"


def place_in_chat(db: Database, chat: str, thread: int) -> Destination | None:
    """Where a Telegram chat, or a forum topic of it, is served; of a new topic, its chat's first place.

    None when nobody has entered the chat.
    """
    row = db.execute(
        "SELECT " + COLUMNS + " FROM destinations AS d WHERE d.channel = 'telegram' AND d.address = ?"  # noqa: S608 - constants; values are bound
        " AND d.removed IS NULL ORDER BY d.thread <> ?, d.id LIMIT 1",
        (chat, thread),
    ).fetchone()
    return destination_of(row) if row else None


def close_chat(db: Database, chat: str, reason: str, now: datetime) -> None:
    """Nothing is sent to any place of a chat until it is opened again; rules are kept."""
    for (number,) in db.execute(
        "SELECT id FROM destinations WHERE channel = 'telegram' AND address = ? AND removed IS NULL AND paused = ''",
        (chat,),
    ).fetchall():
        pause_destination(db, number, reason, now)


def open_chat(db: Database, chat: str) -> None:
    """All places of a chat are served again."""
    for (number,) in db.execute(
        "SELECT id FROM destinations WHERE channel = 'telegram' AND address = ? AND removed IS NULL AND paused <> ''",
        (chat,),
    ).fetchall():
        resume_destination(db, number)


def open_chats(db: Database) -> list[int]:
    """One destination of every Telegram chat that is served."""
    rows = db.execute(
        "SELECT min(id) FROM destinations WHERE channel = 'telegram' AND confirmed AND paused = '' AND removed IS NULL"
        " GROUP BY address"
    )
    return [int(row[0]) for row in rows]


def shut_out(db: Database, now: datetime) -> list[tuple[Destination, Destination]]:
    """Paused places whose reader has another open one and was not told there yet; each is returned once a pause."""
    db.execute(
        "DELETE FROM notes WHERE substr(name, 1, length(?1)) = ?1 AND substr(name, length(?1) + 1) NOT IN"
        " (SELECT CAST(id AS TEXT) FROM destinations WHERE paused <> '' AND removed IS NULL)",
        (TOLD,),
    )
    rows = db.execute(
        "SELECT p.id, (SELECT o.id FROM destinations AS o WHERE o.subscriber = p.subscriber AND o.confirmed"
        "  AND o.paused = '' AND o.removed IS NULL AND (o.channel, o.address) <> (p.channel, p.address)"
        "  ORDER BY o.channel = 'email', o.thread, o.id LIMIT 1) AS elsewhere"
        " FROM destinations AS p WHERE p.paused <> '' AND p.removed IS NULL AND elsewhere IS NOT NULL"
        " AND NOT EXISTS (SELECT 1 FROM notes WHERE name = ? || p.id)",
        (TOLD,),
    ).fetchall()
    places = destinations_by_id(db, {number for row in rows for number in row})
    for paused, _ in rows:
        heartbeat.set_note(db, f"{TOLD}{paused}", places[paused].paused, now)
    return [(places[paused], places[elsewhere]) for paused, elsewhere in rows]
