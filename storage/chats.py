"""What happens when a Telegram chat becomes another one."""

from datetime import datetime

from sqlite_utils import Database

from storage.encoding import micros


def migrate_chat(db: Database, old: str, new: str, now: datetime) -> int:
    """Moves every row of a chat to its new id, settings kept; how many destinations.

    Where the new chat is known already, rules and waiting rows move there and the old destination is taken out;
    what both were to be told is told once.
    """
    rows = db.execute(
        "SELECT id, subscriber, thread FROM destinations"
        " WHERE channel = 'telegram' AND address = ? AND removed IS NULL",
        (old,),
    ).fetchall()
    for destination, subscriber, thread in rows:
        # Messages have other numbers in the new chat: nothing there is to be changed or answered by the old ones.
        db.execute("UPDATE outbox SET message_id = '', shown = 0 WHERE destination = ?", (destination,))
        twin = db.execute(
            "SELECT id FROM destinations WHERE subscriber = ? AND channel = 'telegram' AND address = ? AND thread = ?",
            (subscriber, new, thread),
        ).fetchone()
        if twin:
            _merge(db, destination, twin[0], now)
        else:
            db.execute("UPDATE destinations SET address = ? WHERE id = ?", (new, destination))
    # What can still be pressed or answered there goes along.
    db.execute("UPDATE seals SET chat = ? WHERE chat = ?", (new, old))
    db.execute("UPDATE OR REPLACE prompts SET chat = ? WHERE chat = ?", (new, old))
    return len(rows)


def _merge(db: Database, old: int, new: int, now: datetime) -> None:
    moment = micros(now)
    db.execute("UPDATE destinations SET removed = NULL, is_group = 1 WHERE id = ?", (new,))
    db.execute("UPDATE rules SET destination = ? WHERE destination = ?", (new, old))
    db.execute("UPDATE OR IGNORE outbox SET destination = ? WHERE destination = ?", (new, old))
    db.execute(
        "UPDATE outbox SET state = 'dropped', reason = 'told in the new chat', updated = ?"
        " WHERE destination = ? AND state IN ('new', 'wait', 'unknown')",
        (moment, old),
    )
    db.execute("UPDATE destinations SET removed = ? WHERE id = ?", (moment, old))
