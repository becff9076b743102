"""Articles: what was said, where it was seen, and under which keys it is known again."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from bot.model import Article, Evidence, Judgement, Known, Precision, Revision
from storage.encoding import evidence_from_json, instant, instant_or_none, key_number, listed, micros, words_of

_PRECISION = {one.value: one for one in Precision}
_SELECT = (
    "SELECT id, source, url, title, lead, lang, published, precision, first_seen, content_hash, story, grade, score,"
    " topics, outlet, side, kind, state_media FROM articles"
)


def recall_known(db: Database, keys: Iterable[str]) -> dict[str, Known]:
    """What is remembered under these identity keys, by key; unknown keys are missing."""
    names = {key_number(key): key for key in keys}
    if not names:  # an unchanged answer: nothing to look up
        return {}
    rows = db.execute(
        "SELECT k.key, k.article, a.story, a.content_hash, a.title, k.seen, a.source"
        " FROM article_keys AS k JOIN articles AS a ON a.id = k.article"
        " WHERE k.key IN (SELECT value FROM json_each(?))",
        (listed(names),),
    )
    return {
        names[number]: Known(article, story, content_hash, title, instant(seen), source)
        for number, article, story, content_hash, title, seen, source in rows
    }


def next_ids(db: Database) -> tuple[int, int]:
    """The ids that the next article and the next story get; only sure inside the transaction that uses them."""
    (article,) = db.execute("SELECT coalesce(max(id), 0) + 1 FROM articles").fetchone()
    (story,) = db.execute("SELECT coalesce(max(id), 0) + 1 FROM stories").fetchone()
    return article, story


def article(db: Database, article_id: int) -> Article | None:
    """One article with its present words; None if there is none."""
    found = articles_where(db, "id = ?", (article_id,))
    return found[0] if found else None


def article_at(db: Database, address: str) -> Article | None:
    """The newest article shown under an address, as sent or as sighted; None if there is none."""
    found = articles_where(
        db,
        "id = (SELECT max(id) FROM (SELECT id FROM articles WHERE url = ?1"
        " UNION ALL SELECT article FROM sightings WHERE url = ?1))",
        (address,),
    )
    return found[0] if found else None


def articles_of_story(db: Database, story: int) -> list[Article]:
    """The articles of a story, first seen first."""
    return articles_where(db, "story = ?", (story,), order="first_seen, id")


def of_ids(db: Database, ids: Iterable[int]) -> list[Article]:
    """These articles, newest first; unknown ids are missing."""
    return articles_where(db, "id IN (SELECT value FROM json_each(?))", (listed(ids),))


def latest(db: Database, limit: int = 10, *, since: datetime | None = None, min_grade: int = 0) -> list[Article]:
    """The newest articles of at least this grade, newest first."""
    floor = micros(since) if since else -(2**62)
    return articles_where(
        db, "grade >= ? AND first_seen >= ?", (min_grade, floor), order="first_seen DESC, id DESC", limit=limit
    )


def since(db: Database, start: datetime, *, end: datetime | None = None, min_grade: int = 0) -> Iterator[Article]:
    """Articles first seen from `start` until before `end`, oldest first; to be used up inside the step."""
    rows = db.execute(
        _SELECT + " WHERE first_seen >= ? AND first_seen < ? AND grade >= ? ORDER BY first_seen, id",
        (micros(start), micros(end) if end else 2**62, min_grade),
    )
    return map(_article, rows)


def judgement(db: Database, article_id: int) -> Judgement | None:
    """How an article was graded when it was first read, with the reasons; None: it was off topic and met no rule."""
    row = db.execute(
        "SELECT grade, score, facets, topics, why FROM judgements WHERE article = ?", (article_id,)
    ).fetchone()
    if not row:
        return None
    grade, score, facets, topics, why = row
    reasons: tuple[Evidence, ...] = evidence_from_json(why)
    return Judgement(grade, score, words_of(facets), words_of(topics), reasons)


def revisions(db: Database, article_id: int) -> list[Revision]:
    """The words an article has had, oldest first; empty if it was never changed."""
    rows = db.execute(
        "SELECT article, title, lead, content_hash, seen, grade, score, topics FROM revisions"
        " WHERE article = ? ORDER BY seen, id",
        (article_id,),
    )
    return [
        Revision(art, title, lead, content_hash, instant(seen), grade, score, words_of(topics))
        for art, title, lead, content_hash, seen, grade, score, topics in rows
    ]


def count(db: Database) -> int:
    """How many articles are stored."""
    (found,) = db.execute("SELECT count(*) FROM articles").fetchone()
    return int(found)


def export(db: Database) -> Iterator[dict[str, object]]:
    """Every article as the export writes it, oldest first; to be used up inside the step."""
    for row in db.execute(_SELECT + " ORDER BY id"):
        one = _article(row)
        yield {
            "id": one.id,
            "source": one.source,
            "outlet": one.outlet,
            "side": one.side,
            "url": one.url,
            "title": one.title,
            "lead": one.lead,
            "lang": one.lang,
            "published": one.published.isoformat() if one.published else None,
            "first_seen": one.first_seen.isoformat(),
            "story": one.story,
            "grade": one.grade,
        }


def articles_where(
    db: Database, condition: str, values: Sequence[Any], *, order: str = "id DESC", limit: int = -1
) -> list[Article]:
    """Articles by a condition of this room's own writing."""
    rows = db.execute(
        _SELECT + f" WHERE {condition} ORDER BY {order} LIMIT {limit}",
        values,
    )
    return [_article(row) for row in rows]


def _article(row: tuple[Any, ...]) -> Article:
    number, source, url, title, lead, lang, published, precision, first_seen, content_hash, *rest = row
    story, grade, score, topics, outlet, side, kind, state_media = rest
    return Article(
        number,
        source,
        url,
        title,
        lead,
        lang,
        instant_or_none(published),
        _PRECISION[precision],
        instant(first_seen),
        content_hash,
        story,
        grade,
        score,
        words_of(topics),
        outlet,
        side,
        kind,
        bool(state_media),
    )
