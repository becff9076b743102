"""Recall what a decision needs, remember what it decided: the two ends of a poll's one transaction."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from bot.model import Article, Memory, Revision, Sighting, Story, Verdict
from storage import outbox, people, placements, sources, words
from storage.articles import next_ids, recall_known
from storage.encoding import evidence_to_json, key_number, listed, micros, micros_or_none
from storage.errors import Contradiction

_INSERT = "INSERT INTO articles VALUES (?1" + ", ?" * 17 + ")"


@dataclass(frozen=True, slots=True)
class Remembered:
    """What a verdict added to the database."""

    articles: int
    alerts: int
    due: datetime | None  # of the earliest new alert; None without one


def recall(db: Database, source_id: str, keys: Iterable[str], rules: Iterable[int]) -> Memory:
    """All that the one decision needs to know, as it stands inside this transaction."""
    article, story = next_ids(db)
    audience = people.audience(db, rules)
    return Memory(
        state=sources.recall_state(db, source_id),
        known=recall_known(db, keys),
        rules=audience.rules,
        subscribers=audience.subscribers,
        destinations=audience.destinations,
        next_article=article,
        next_story=story,
    )


def remember(db: Database, verdict: Verdict, now: datetime) -> Remembered:
    """Stores a verdict whole: state, stories, articles, sightings, revisions, and its alerts as outbox rows.

    The same verdict twice adds nothing.
    """
    sources.save_state(db, verdict.state)
    _open_stories(db, verdict.stories)
    new = _store(db, verdict)
    placements.remember(db, verdict.placements, now)
    _sight(db, verdict.sightings)
    for revision in verdict.revisions:
        _revise(db, revision)
    enqueued = outbox.enqueue(db, verdict.alerts, now)
    return Remembered(new, enqueued.new, enqueued.due)


def _open_stories(db: Database, stories: Iterable[Story]) -> None:
    db.conn.executemany(
        "INSERT INTO stories (id, title, first_seen, last_seen) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
        [(story.id, story.title, micros(story.first_seen), micros(story.last_seen)) for story in stories],
    )


def _store(db: Database, verdict: Verdict) -> int:
    """Stores new articles with their judgements and words; how many were not there yet."""
    stored = _stored(db, verdict.articles)
    folded = verdict.folded or (None,) * len(verdict.articles)
    told = [one for one in zip(verdict.articles, verdict.judgements, folded, strict=True) if one[0].id not in stored]
    db.conn.executemany(_INSERT, [_row(article) for article, _, _ in told])
    db.conn.executemany(
        "INSERT INTO judgements (article, grade, score, facets, topics, why) VALUES (?, ?, ?, ?, ?, ?)",
        [
            (
                article.id,
                judgement.grade,
                judgement.score,
                listed(judgement.facets),
                listed(judgement.topics),
                evidence_to_json(judgement.why),
            )
            for article, judgement, _ in told
            if judgement
        ],
    )
    opened = {story.id for story in verdict.stories}
    db.conn.executemany(
        "UPDATE stories SET last_seen = ?1 WHERE id = ?2 AND last_seen < ?1",
        [(micros(article.first_seen), article.story) for article, _, _ in told if article.story not in opened],
    )
    words.add_folded(db, [(article.id, *texts) for article, _, texts in told if texts])
    for article, _, texts in told:
        if not texts:
            words.add(db, article.id)
    return len(told)


def _stored(db: Database, articles: Sequence[Article]) -> set[int]:
    """Which of these are there already, from the same verdict; another under the same id would be lost in silence."""
    if not articles:
        return set()
    ids = [article.id for article in articles]
    rows = db.execute("SELECT id, source, first_seen FROM articles WHERE id BETWEEN ? AND ?", (min(ids), max(ids)))
    found = {number: (source, seen) for number, source, seen in rows}
    for article in articles if found else ():
        source, seen = found.get(article.id, (article.source, micros(article.first_seen)))
        if (source, seen) != (article.source, micros(article.first_seen)):
            raise Contradiction(f"article {article.id} is stored already, from {source}, not {article.source}")
    return set(found)


def _row(article: Article) -> tuple[object, ...]:
    return (
        article.id,
        article.source,
        article.url,
        article.title,
        article.lead,
        article.lang,
        micros_or_none(article.published),
        article.precision,
        micros(article.first_seen),
        article.content_hash,
        article.story,
        article.grade,
        article.score,
        listed(article.topics),
        article.outlet,
        article.side,
        article.kind,
        article.state_media,
    )


def _sight(db: Database, sightings: Iterable[Sighting]) -> None:
    told = [(one, micros(one.seen)) for one in sightings]
    rows = [(one.article, one.source, one.guid, one.url, seen) for one, seen in told]
    db.conn.executemany(
        "INSERT INTO sightings (article, source, guid, url, first_seen, last_seen) VALUES (?1, ?2, ?3, ?4, ?5, ?5)"
        " ON CONFLICT DO UPDATE SET last_seen = max(last_seen, excluded.last_seen)",
        rows,
    )
    keys = [(key_number(key), one.article, seen) for one, seen in told for key in one.keys]
    db.conn.executemany(
        "INSERT INTO article_keys (key, article, seen) VALUES (?, ?, ?)"
        " ON CONFLICT (key) DO UPDATE SET article = excluded.article, seen = excluded.seen",
        keys,
    )


def _revise(db: Database, revision: Revision) -> None:
    """Keeps the first words too, then lets the new ones stand on the article and in the index."""
    db.execute(
        "INSERT INTO revisions (article, seen, content_hash, title, lead, grade, score, topics)"
        " SELECT id, first_seen, content_hash, title, lead, grade, score, topics FROM articles AS a WHERE id = ?"
        " AND NOT EXISTS (SELECT 1 FROM revisions WHERE article = a.id)",
        (revision.article,),
    )
    judged = (revision.grade, revision.score, listed(revision.topics))
    worded = (revision.content_hash, revision.title, revision.lead)
    added = db.execute(
        "INSERT INTO revisions (article, seen, content_hash, title, lead, grade, score, topics)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        (revision.article, micros(revision.seen), *worded, *judged),
    )
    if added.rowcount == 0:
        return
    words.take_out(db, revision.article)
    db.execute(
        "UPDATE articles SET content_hash = ?, title = ?, lead = ?, grade = ?, score = ?, topics = ? WHERE id = ?",
        (*worded, *judged, revision.article),
    )
    words.add(db, revision.article)
