"""What the day's mail is made of: a day's articles, their stories whole, and what is known of their words."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from sqlite_utils import Database

from bot.model import Article, Evidence, Story
from storage.articles import articles_where
from storage.encoding import evidence_from_json, instant, listed, micros, words_of

_DAY = timedelta(days=1)
_ONE_DAY = 86_400_000_000  # microseconds


def first(db: Database) -> datetime | None:
    """When the oldest article was first seen; None while there is none."""
    (found,) = db.execute("SELECT min(first_seen) FROM articles").fetchone()
    return instant(found) if found is not None else None


def day(db: Database, start: datetime, end: datetime) -> list[tuple[Article, str]]:
    """What was first seen from `start` until before `end`, oldest first, each with its own page's text if known."""
    found = articles_where(
        db, "first_seen >= ? AND first_seen < ?", (micros(start), micros(end)), order="first_seen, id"
    )
    texts = dict(
        db.execute(
            "SELECT b.article, b.text FROM bodies AS b JOIN articles AS a ON a.id = b.article"
            " WHERE a.first_seen >= ? AND a.first_seen < ? AND b.text <> ''",
            (micros(start), micros(end)),
        ).fetchall()
    )
    return [(article, texts.get(article.id, "")) for article in found]


def stories(db: Database, ids: Iterable[int], end: datetime) -> dict[int, Story]:
    """These stories with what was seen of them before `end`, by id; of joined ones the stories that live."""
    wanted = list(ids)
    rows = db.execute(
        "SELECT id, title, first_seen, last_seen FROM stories WHERE id IN (SELECT value FROM json_each(?))",
        (listed(wanted),),
    ).fetchall()
    articles: dict[int, list[Article]] = {}
    for article in articles_where(
        db,
        "story IN (SELECT value FROM json_each(?)) AND first_seen < ?",
        (listed(wanted), micros(end)),
        order="first_seen, id",
    ):
        articles.setdefault(article.story, []).append(article)
    return {
        number: Story(number, title, instant(first), instant(last), tuple(articles.get(number, ())))
        for number, title, first, last in rows
    }


def continued(db: Database, ids: Iterable[int], before: datetime) -> dict[int, str]:
    """Of these stories those that carry on another which was there before: the other's headline, by id."""
    rows = db.execute(
        "SELECT l.b, s.title FROM story_links AS l JOIN stories AS s ON s.id = l.a"
        " WHERE l.kind = 'followup' AND l.b IN (SELECT value FROM json_each(?)) AND s.first_seen < ?"
        " ORDER BY s.first_seen",
        (listed(ids), micros(before)),
    )
    return {int(story): str(title) for story, title in rows}


def origins(db: Database, ids: Iterable[int]) -> dict[int, tuple[bool, str]]:
    """Of these articles those that copy another's text or credit a wire: (copied, credit), by id."""
    rows = db.execute(
        "SELECT a.value, coalesce(p.outcome = 'copy', 0), coalesce(b.credit, '') FROM json_each(?) AS a"
        " LEFT JOIN placements AS p ON p.article = a.value LEFT JOIN bodies AS b ON b.article = a.value"
        " WHERE p.outcome = 'copy' OR b.credit <> ''",
        (listed(ids),),
    )
    return {int(article): (bool(copied), str(credit)) for article, copied, credit in rows}


def evidence(db: Database, start: datetime, end: datetime) -> dict[int, tuple[Evidence, ...]]:
    """Why the day's graded articles were graded so, by article."""
    rows = db.execute(
        "SELECT j.article, j.why FROM judgements AS j JOIN articles AS a ON a.id = j.article"
        " WHERE a.first_seen >= ? AND a.first_seen < ? AND j.grade > 0",
        (micros(start), micros(end)),
    )
    return {int(article): evidence_from_json(why) for article, why in rows}


def week(db: Database, end: datetime, shelf: Callable[[tuple[str, ...]], str], days: int = 7) -> dict[str, list[int]]:
    """Stories of each topic in each of the last days of 24 hours, the oldest day first.

    Args:
        db: within a step.
        end: of the last day.
        shelf: the one topic, of those that an article has; the day's first of the highest grade speaks for a story.
        days: how many.
    """
    rows = db.execute(
        "SELECT story, (?1 - first_seen - 1) / ?2, topics FROM articles"
        " WHERE first_seen >= ?3 AND first_seen < ?1 AND topics <> '[]' ORDER BY grade, first_seen DESC, id DESC",
        (micros(end), _ONE_DAY, micros(end - days * _DAY)),
    )
    spoken = {(story, back): topics for story, back, topics in rows}
    counted: dict[str, list[int]] = {}
    for (_, back), topics in spoken.items():
        counted.setdefault(shelf(words_of(topics)), [0] * days)[days - 1 - back] += 1
    return counted


def told_until(db: Database, destination: int, before: datetime) -> datetime | None:
    """Until when the last digest that reached an address had told the news; None when none did."""
    (found,) = db.execute(
        "SELECT max(created) FROM outbox WHERE destination = ? AND kind = 'digest' AND created < ?"
        " AND state IN ('sent', 'unconfirmed')",
        (destination, micros(before)),
    ).fetchone()
    return instant(found) if found is not None else None
