"""Alerts that were sent and are brought up to date where they stand: which, when, and what came of it.

A change is no message: nobody is notified of it, and the row stays what it is, sent. To change it twice does no harm,
so a lost answer is no doubt.
"""

from datetime import datetime, timedelta

from sqlite_utils import Database

from bot.model import Delivery
from storage import outbox
from storage.encoding import micros

#: A message is changed no more often than this.
EVERY = timedelta(minutes=10)
#: Older messages are left as they are: nobody looks at them again.
LOOKED_BACK = timedelta(days=2)
#: How many outlets a story has by now, as a query over articles.
_OUTLETS = "count(DISTINCT CASE WHEN outlet <> '' THEN outlet ELSE source END)"


def note_shown(db: Database, delivery_id: int, outlets: int) -> None:
    """How many outlets a message names, to be written down before it goes out."""
    db.execute("UPDATE outbox SET shown = ? WHERE id = ?", (outlets, delivery_id))


def due(db: Database, now: datetime, limit: int) -> list[Delivery]:
    """Sent alerts whose story has other outlets by now than they name, the latest first; none touched lately."""
    return outbox.deliveries(
        db,
        "o.id IN ("  # noqa: S608 - constants; values are bound
        " WITH told AS (SELECT o.id, o.shown, a.story FROM outbox AS o JOIN articles AS a ON a.id = o.article"
        "  JOIN destinations AS d ON d.id = o.destination"
        "  WHERE o.state = 'sent' AND o.shown > 0 AND o.message_id <> '' AND o.sent >= ?1"
        "  AND coalesce(o.edited, 0) <= ?2 AND d.confirmed AND d.paused = '' AND d.removed IS NULL"
        "  AND coalesce(d.held, 0) <= ?3),"
        f" known AS (SELECT story, {_OUTLETS} AS outlets FROM articles"
        "  WHERE story IN (SELECT story FROM told) GROUP BY story)"
        " SELECT told.id FROM told JOIN known ON known.story = told.story AND known.outlets <> told.shown"
        " ORDER BY told.id DESC LIMIT ?4)",
        micros(now - LOOKED_BACK),
        micros(now - EVERY),
        micros(now),
        limit,
    )


def begin(db: Database, delivery_id: int, now: datetime) -> None:
    """That a message is being changed, to be committed before the call."""
    db.execute("UPDATE outbox SET edited = ? WHERE id = ?", (micros(now), delivery_id))


def end(db: Database, delivery_id: int, outlets: int) -> None:
    """What a message shows after it was changed; 0: it is not changed again."""
    db.execute("UPDATE outbox SET shown = ? WHERE id = ?", (outlets, delivery_id))


def simplify(db: Database, delivery_id: int) -> None:
    """A message whose trimmings were refused is changed without them the next time."""
    db.execute("UPDATE outbox SET plain = 1 WHERE id = ?", (delivery_id,))


def continues(db: Database, delivery: Delivery) -> str:
    """The message in the same place that a follow-up answers: of the same story or the one it goes on from.

    Its id with the channel; "" where there is none.
    """
    row = db.execute(
        "SELECT o.message_id FROM outbox AS o JOIN articles AS a ON a.id = o.article WHERE o.destination = ?1"
        " AND o.id <> ?2 AND o.state = 'sent' AND o.message_id <> '' AND o.kind IN ('alert', 'thread')"
        " AND (a.story = ?3 OR a.story IN (SELECT a FROM story_links WHERE b = ?3 AND kind = 'followup'))"
        " ORDER BY o.kind = 'alert' DESC, o.id DESC LIMIT 1",
        (delivery.destination.id, delivery.id, _story_of(db, delivery)),
    ).fetchone()
    return str(row[0]) if row else ""


def _story_of(db: Database, delivery: Delivery) -> int:
    row = db.execute("SELECT story FROM articles WHERE id = ?", (delivery.article,)).fetchone()
    return int(row[0]) if row else 0


def article_told_in(db: Database, destination: int, message_id: str) -> int:
    """The article that a sent message told of; 0 for none."""
    row = db.execute(
        "SELECT article FROM outbox WHERE destination = ? AND message_id = ? AND article IS NOT NULL",
        (destination, message_id),
    ).fetchone()
    return int(row[0]) if row else 0
