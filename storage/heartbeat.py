"""Signs of life and small facts that outlast a restart: one named gauge or note a row."""

from datetime import datetime

from sqlite_utils import Database

from storage.encoding import instant, micros

_POLL_ENDED = "poll-ended"


def heartbeat(db: Database, now: datetime) -> None:
    """Notes that a poll has ended, however it ended."""
    set_gauge(db, _POLL_ENDED, 0, now)


def last_heartbeat(db: Database) -> datetime | None:
    """When a poll last ended; None before the first."""
    found = gauge(db, _POLL_ENDED)
    return found[1] if found else None


def set_gauge(db: Database, name: str, value: int, now: datetime) -> None:
    """Remembers one number under a name, with the time it was taken."""
    db.execute("INSERT OR REPLACE INTO gauges (name, value, at) VALUES (?, ?, ?)", (name, value, micros(now)))


def gauge(db: Database, name: str) -> tuple[int, datetime] | None:
    """The number last remembered under a name, and when; None if there is none."""
    row = db.execute("SELECT value, at FROM gauges WHERE name = ?", (name,)).fetchone()
    return (row[0], instant(row[1])) if row else None


def set_note(db: Database, name: str, text: str, now: datetime) -> None:
    """Remembers one text under a name, with the time it was taken."""
    db.execute("INSERT OR REPLACE INTO notes (name, text, at) VALUES (?, ?, ?)", (name, text, micros(now)))


def note(db: Database, name: str) -> str:
    """The text last remembered under a name; "" if there is none."""
    row = db.execute("SELECT text FROM notes WHERE name = ?", (name,)).fetchone()
    return str(row[0]) if row else ""


def note_once(db: Database, name: str, text: str, now: datetime) -> str:
    """The text under a name; the first to ask says what it is for good."""
    if not note(db, name):
        set_note(db, name, text, now)
    return note(db, name)


def forget_notes(db: Database, prefix: str, before: datetime) -> int:
    """Forgets the notes whose name begins so and that are older than that; how many."""
    return db.execute(
        "DELETE FROM notes WHERE substr(name, 1, length(?1)) = ?1 AND at < ?2", (prefix, micros(before))
    ).rowcount


def damage(db: Database) -> str:
    """What SQLite finds wrong with the file, its first words; "" if nothing is."""
    found = [str(row[0]) for row in db.execute("PRAGMA quick_check(3)")]
    return "" if found == ["ok"] else "; ".join(found)
