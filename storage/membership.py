"""Whether and where a Telegram chat is served."""

from datetime import datetime

from sqlite_utils import Database

from bot.model import Destination
from storage.destinations import COLUMNS, destination_of, pause_destination, resume_destination


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
