"""The text of articles' own pages: which are to be read, and what they said. Stored once, without markup."""

from collections.abc import Iterable
from datetime import datetime

from sqlite_utils import Database

from bot.model import ArticlePage, Judgement
from storage.encoding import evidence_to_json, key_number, listed, micros


def want(db: Database, articles: Iterable[int], now: datetime) -> None:
    """Notes that these articles' pages are to be read; one already noted stays as it is."""
    db.conn.executemany(
        "INSERT INTO bodies (article, due) VALUES (?, ?) ON CONFLICT DO NOTHING",
        [(article, micros(now)) for article in articles],
    )


def due(db: Database, now: datetime, limit: int) -> list[tuple[int, int]]:
    """Articles whose pages may be read now, the newest first, each with how often that was tried."""
    rows = db.execute(
        "SELECT article, attempts FROM bodies WHERE due <= ? ORDER BY article DESC LIMIT ?", (micros(now), limit)
    )
    return [(int(article), int(attempts)) for article, attempts in rows]


def put_off(db: Database, article: int, reason: str, until: datetime | None) -> None:
    """A page could not be read: it is tried again at that time, or never."""
    db.execute(
        "UPDATE bodies SET attempts = attempts + 1, reason = ?, due = ? WHERE article = ?",
        (reason, micros(until) if until else None, article),
    )


def keep(db: Database, article: int, page: ArticlePage, now: datetime) -> None:
    """Stores what a page said, once and for all."""
    db.execute(
        "UPDATE bodies SET due = NULL, attempts = attempts + 1, read = ?, text = ?, byline = ?, credit = ?,"
        " canonical = ?, opinion = ?, reason = '' WHERE article = ?",
        (micros(now), page.text, page.byline, page.credit, page.canonical, page.opinion, article),
    )


def text(db: Database, article: int) -> str:
    """What an article's own page says; "" if it was never read."""
    row = db.execute("SELECT text FROM bodies WHERE article = ?", (article,)).fetchone()
    return str(row[0]) if row else ""


def regrade(db: Database, article: int, judgement: Judgement) -> None:
    """A grade that the whole text gave, in the place of the one that title and lead gave."""
    db.execute(
        "UPDATE articles SET grade = ?, score = ?, topics = ? WHERE id = ?",
        (judgement.grade, judgement.score, listed(judgement.topics), article),
    )
    db.execute(
        "INSERT OR REPLACE INTO judgements (article, grade, score, facets, topics, why) VALUES (?, ?, ?, ?, ?, ?)",
        (
            article,
            judgement.grade,
            judgement.score,
            listed(judgement.facets),
            listed(judgement.topics),
            evidence_to_json(judgement.why),
        ),
    )


def known_as(db: Database, article: int, keys: Iterable[str], now: datetime) -> None:
    """More keys of an article, by its page's own word; a key that names another article stays with that."""
    db.conn.executemany(
        "INSERT INTO article_keys (key, article, seen) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        [(key_number(key), article, micros(now)) for key in keys],
    )


def forget(db: Database, before: datetime) -> int:
    """Gives up pages that nobody could read in time; how many."""
    return db.execute(
        "UPDATE bodies SET due = NULL, reason = 'too old' WHERE due IS NOT NULL AND article IN"
        " (SELECT id FROM articles WHERE first_seen < ?)",
        (micros(before),),
    ).rowcount
