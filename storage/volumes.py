"""How much there is of something in the archive: counted for a reader who chooses, never for a decision."""

from datetime import datetime, timedelta

from sqlite_utils import Database

from bot.model import Article
from storage.articles import articles_where
from storage.encoding import instant, micros

_DAY = timedelta(days=1)


def days_covered(db: Database, since: datetime, now: datetime) -> float:
    """How much of the time since then the archive knows, in days; at least one."""
    (oldest,) = db.execute("SELECT min(first_seen) FROM articles").fetchone()
    start = max(since, instant(oldest)) if oldest is not None else now
    return max(1.0, (now - start) / _DAY)


def topic_volumes(db: Database, since: datetime) -> dict[str, int]:
    """Stories of each topic since then."""
    rows = db.execute(
        "SELECT t.value, count(DISTINCT a.story) FROM articles AS a, json_each(a.topics) AS t"
        " WHERE a.first_seen >= ? GROUP BY t.value",
        (micros(since),),
    )
    return {str(topic): int(stories) for topic, stories in rows}


def of_topic(db: Database, topic: str, since: datetime, limit: int, *, before: int = 2**62) -> list[Article]:
    """The newest articles of a topic since then; `before` is an article's id, to go on where the last call ended."""
    return articles_where(
        db,
        "first_seen >= ? AND id < ? AND EXISTS (SELECT 1 FROM json_each(articles.topics) WHERE value = ?)",
        (micros(since), before, topic),
        limit=limit,
    )


def newest(db: Database, since: datetime, limit: int, *, before: int = 2**62) -> list[Article]:
    """The newest articles since then, whatever they are about; `before` as above."""
    return articles_where(db, "first_seen >= ? AND id < ?", (micros(since), before), limit=limit)
