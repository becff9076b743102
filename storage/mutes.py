"""Stories that a chat wants to hear no more of, and articles that a reader has put aside."""

from datetime import datetime

from sqlite_utils import Database

from bot.model import Article
from storage.articles import articles_where
from storage.encoding import micros


def mute(db: Database, destination: int, story: int, now: datetime) -> None:
    """Nothing more of this story goes there; what waits is dropped with a record."""
    moment = micros(now)
    db.execute(
        "INSERT INTO mutes (destination, story, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        (destination, story, moment),
    )
    db.execute(
        "UPDATE outbox SET state = 'dropped', reason = 'the reader muted the story', updated = ?"
        " WHERE destination = ? AND state IN ('new', 'wait', 'unknown')"
        " AND article IN (SELECT id FROM articles WHERE story = ?)",
        (moment, destination, story),
    )


def unmute(db: Database, destination: int, story: int) -> None:
    """The story is told there again."""
    db.execute("DELETE FROM mutes WHERE destination = ? AND story = ?", (destination, story))


def is_muted(db: Database, destination: int, story: int) -> bool:
    """Whether a chat has muted a story, or one that was joined to it."""
    row = db.execute(
        "SELECT 1 FROM mutes AS m WHERE m.destination = ?1 AND (m.story = ?2 OR EXISTS"
        " (SELECT 1 FROM stories AS s WHERE s.id = m.story AND s.joined = ?2))",
        (destination, story),
    ).fetchone()
    return row is not None


def muted(db: Database, destination: int, limit: int = 20) -> list[tuple[int, str]]:
    """The stories a chat has muted, the latest first: id and title."""
    rows = db.execute(
        "SELECT m.story, s.title FROM mutes AS m JOIN stories AS s ON s.id = m.story WHERE m.destination = ?"
        " ORDER BY m.at DESC LIMIT ?",
        (destination, limit),
    )
    return [(int(story), str(title)) for story, title in rows]


def muted_by(db: Database, subscriber: int) -> frozenset[int]:
    """The stories that a person has muted in any chat, and those that they were joined to."""
    rows = db.execute(
        "SELECT m.story, coalesce(s.joined, m.story) FROM mutes AS m JOIN destinations AS d ON d.id = m.destination"
        " LEFT JOIN stories AS s ON s.id = m.story WHERE d.subscriber = ?",
        (subscriber,),
    )
    return frozenset(int(story) for row in rows for story in row)


def put_aside(db: Database, subscriber: int, article: int, now: datetime) -> None:
    """Keeps an article for a reader."""
    db.execute(
        "INSERT INTO saved (subscriber, article, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        (subscriber, article, micros(now)),
    )


def take_back(db: Database, subscriber: int, article: int) -> None:
    """Keeps it no longer."""
    db.execute("DELETE FROM saved WHERE subscriber = ? AND article = ?", (subscriber, article))


def set_aside(db: Database, subscriber: int, limit: int = 20) -> list[Article]:
    """What a reader keeps, the latest first."""
    found = articles_where(db, "id IN (SELECT article FROM saved WHERE subscriber = ?)", (subscriber,))
    kept = [
        row[0] for row in db.execute("SELECT article FROM saved WHERE subscriber = ? ORDER BY at DESC", (subscriber,))
    ]
    by_id = {article.id: article for article in found}
    return [by_id[number] for number in kept if number in by_id][:limit]
