"""What the buttons in readers' chats do, each under an id that only its own chat may use, and for a while."""

from collections.abc import Iterable
from datetime import datetime

from sqlite_utils import Database

from bot.model import Seal
from storage.encoding import micros


def keep_seals(db: Database, seals: Iterable[Seal]) -> None:
    """Stores what the buttons of a message do, before it is sent."""
    db.conn.executemany(
        "INSERT INTO seals (id, chat, action, expires) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
        [(seal.id, seal.chat, seal.action, micros(seal.expires)) for seal in seals],
    )


def unseal(db: Database, seal_id: str, chat: str, now: datetime) -> str:
    """What a pressed button does; "" for an expired, foreign or invented one."""
    row = db.execute(
        "SELECT action FROM seals WHERE id = ? AND chat = ? AND expires > ?", (seal_id, chat, micros(now))
    ).fetchone()
    return str(row[0]) if row else ""


def prune_seals(db: Database, now: datetime) -> int:
    """Forgets what has expired, open questions too; how many."""
    moment = (micros(now),)
    db.execute("DELETE FROM prompts WHERE expires <= ?", moment)
    db.execute("DELETE FROM invitations WHERE expires <= ?", moment)
    return db.execute("DELETE FROM seals WHERE expires <= ?", moment).rowcount


def ask(db: Database, chat: str, person: int, action: str, expires: datetime) -> None:
    """Notes what the person's next words in the chat will answer; a newer question takes the place of an older."""
    db.execute(
        "INSERT OR REPLACE INTO prompts (chat, person, action, expires) VALUES (?, ?, ?, ?)",
        (chat, person, action, micros(expires)),
    )


def asked(db: Database, chat: str, person: int, now: datetime) -> str:
    """What the person's words in the chat answer; "" if nothing was asked."""
    row = db.execute(
        "SELECT action FROM prompts WHERE chat = ? AND person = ? AND expires > ?", (chat, person, micros(now))
    ).fetchone()
    return str(row[0]) if row else ""


def answered(db: Database, chat: str, person: int) -> None:
    """The question was answered or given up."""
    db.execute("DELETE FROM prompts WHERE chat = ? AND person = ?", (chat, person))


def forget_chat(db: Database, chat: str) -> None:
    """Deletes what buttons and questions a chat has."""
    db.execute("DELETE FROM seals WHERE chat = ?", (chat,))
    db.execute("DELETE FROM prompts WHERE chat = ?", (chat,))
