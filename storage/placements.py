"""Where each article was placed among the stories, why, and the features that rebuild the window."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from sqlite_utils import Database

from bot.model import Advance, Alert, Placement
from storage.encoding import instant, micros

#: The window of open stories looks back a week; whole days and an outlet's late dates are allowed for.
WINDOW = timedelta(days=9)
#: Features serve the window alone.
KEPT = timedelta(days=14)


def remember(db: Database, placements: Iterable[Placement], now: datetime) -> None:
    """Stores placements, and links a story to the one it continues; the same twice adds nothing."""
    for one in placements:
        db.execute(
            "INSERT INTO placements (article, story, outcome, related_to, rung, score, why)"
            " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            (one.article, one.story, one.outcome, one.related_to, one.rung, one.score, one.why),
        )
        db.execute(
            "INSERT INTO features (article, data) VALUES (?, ?) ON CONFLICT DO NOTHING", (one.article, one.features)
        )
        if one.opens and one.related_to:
            kind = "followup" if one.outcome == "thread" else "related"
            db.execute(
                "INSERT INTO story_links (a, b, kind, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                (one.related_to, one.story, kind, micros(now)),
            )


def placement(db: Database, article: int) -> Placement | None:
    """Where an article was placed when it came; None when it was not held against the open stories."""
    row = db.execute(
        "SELECT p.story, p.outcome, p.related_to, p.rung, p.score, p.why, coalesce(f.data, '') FROM placements AS p"
        " LEFT JOIN features AS f ON f.article = p.article WHERE p.article = ?",
        (article,),
    ).fetchone()
    if row is None:
        return None
    story, outcome, related_to, rung, score, why, data = row
    opens = outcome == "new" or (outcome == "thread" and related_to != 0)
    return Placement(article, story, outcome, related_to, rung, score, why, data, opens)


def advances(db: Database, article: int) -> tuple[Advance, ...]:
    """What an article adds to the story that it continues, most telling first; nothing where it continues none."""
    row = db.execute("SELECT why FROM placements WHERE article = ?", (article,)).fetchone()
    return tuple(Advance(**one) for one in json.loads(row[0]).get("adds", ())) if row else ()


def continued(db: Database, alert: Alert) -> Alert:
    """An alert as this destination is to get it: a quiet reply where it was told of the parent.

    Whoever met a story as a quiet reply has been told of it; the row is then the one that is there already, so that
    the outbox's key refuses a second.
    """
    if alert.kind != "alert":
        return alert
    before = _told(db, alert.destination, alert.event) if alert.event.startswith("story:") else None
    if before and alert.parent != alert.event:
        return replace(alert, kind=before[0], event=before[1])
    if alert.parent and _told(db, alert.destination, alert.parent):
        return replace(alert, kind="thread", event=f"article:{alert.article}", silent=True)
    return alert


def _told(db: Database, destination: int, event: str) -> tuple[str, str] | None:
    """Kind and event of the row by which a destination was told of a story; None when it was not."""
    row: tuple[str, str] | None = db.execute(
        "SELECT kind, event FROM outbox WHERE destination = ?1 AND state <> 'dropped'"
        " AND ((kind = 'alert' AND event = ?2)"
        " OR (kind = 'thread' AND article IN (SELECT id FROM articles WHERE story = ?3))) LIMIT 1",
        (destination, event, int(event.removeprefix("story:"))),
    ).fetchone()
    return row


def window(db: Database, now: datetime) -> Iterator[tuple[int, int, datetime, str]]:
    """The articles of the window by id: (article, story as it now stands, when, features); used up inside the step."""
    rows = db.execute(
        "SELECT a.id, a.story, min(coalesce(a.published, a.first_seen), a.first_seen), f.data FROM features AS f"
        " JOIN articles AS a ON a.id = f.article WHERE a.first_seen >= ? ORDER BY a.id",
        (micros(now - WINDOW),),
    )
    for article, story, when, data in rows:
        yield article, story, instant(when), data


def corrections(db: Database) -> tuple[int, int]:
    """Changes whenever a person joins or splits stories: a window made before is then to be made anew."""
    count, latest = db.execute("SELECT count(*), coalesce(max(at), 0) FROM labels").fetchone()
    return int(count), int(latest)


def prune(db: Database, now: datetime) -> int:
    """Forgets the features of articles that no window needs any more; how many."""
    return db.execute(
        "DELETE FROM features WHERE article IN (SELECT id FROM articles WHERE first_seen < ?)", (micros(now - KEPT),)
    ).rowcount


def join(db: Database, kept: int, gone: int, by: str, now: datetime) -> int:
    """One story from two: every article of `gone` belongs to `kept`; a label is kept. How many articles moved.

    Raises:
        ValueError: the two are one.
    """
    if kept == gone:
        raise ValueError(f"story {kept} cannot be joined to itself")
    _label(db, kept, gone, by, now, same=True)
    return unite(db, kept, gone, "", now)


def unite(db: Database, kept: int, gone: int, why: str, now: datetime) -> int:
    """One story from two, as the second look found: nobody is told again. How many articles moved.

    Args:
        db: within a step.
        kept: the story that stays.
        gone: the story that becomes part of it.
        why: JSON, as of a placement; "" where a person said so.
        now: UTC.
    """
    moved = db.execute("UPDATE articles SET story = ? WHERE story = ?", (kept, gone)).rowcount
    db.execute("UPDATE stories SET joined = ? WHERE id = ?", (kept, gone))
    db.execute(
        "UPDATE stories SET last_seen = max(last_seen, (SELECT last_seen FROM stories WHERE id = ?)) WHERE id = ?",
        (gone, kept),
    )
    db.execute(
        "INSERT INTO story_links (a, b, kind, at, why) VALUES (?, ?, 'joined', ?, ?)"
        " ON CONFLICT (a, b) DO UPDATE SET kind = 'joined', at = excluded.at, why = excluded.why",
        (kept, gone, micros(now), why),
    )
    _told_once(db, kept, gone, now)
    return moved


def joined_why(db: Database, gone: int) -> tuple[int, str] | None:
    """The story that another was joined to, and why as JSON ("" where a person said so); None where it was not."""
    row: tuple[int, str] | None = db.execute(
        "SELECT a, why FROM story_links WHERE b = ? AND kind = 'joined'", (gone,)
    ).fetchone()
    return row


def _told_once(db: Database, kept: int, gone: int, now: datetime) -> None:
    """Whoever was told of either has been told of both: an alert that waits for the second is dropped."""
    names = {"kept": f"story:{kept}", "gone": f"story:{gone}", "now": micros(now)}
    db.execute(
        "UPDATE outbox SET state = 'dropped', reason = 'its story was joined to one told before', updated = :now"
        " WHERE kind = 'alert' AND event = :gone AND state IN ('new', 'wait') AND destination IN"
        " (SELECT destination FROM outbox WHERE kind = 'alert' AND event = :kept AND state <> 'dropped')",
        names,
    )
    db.execute(
        "UPDATE OR IGNORE outbox SET event = :kept WHERE kind = 'alert' AND event = :gone AND state <> 'sending'", names
    )


def split(db: Database, article: int, by: str, now: datetime) -> int | None:
    """An article gets a story of its own; a label is kept. The new story; None when it stood alone already."""
    row = db.execute("SELECT story, title, first_seen FROM articles WHERE id = ?", (article,)).fetchone()
    (others,) = db.execute("SELECT count(*) FROM articles WHERE story = ? AND id <> ?", (row[0], article)).fetchone()
    if not others:
        return None
    (fresh,) = db.execute("SELECT max(id) + 1 FROM stories").fetchone()
    db.execute(
        "INSERT INTO stories (id, title, first_seen, last_seen) VALUES (?, ?, ?, ?)", (fresh, row[1], row[2], row[2])
    )
    (other,) = db.execute("SELECT min(id) FROM articles WHERE story = ? AND id <> ?", (row[0], article)).fetchone()
    db.execute("UPDATE articles SET story = ? WHERE id = ?", (fresh, article))
    db.execute(
        "INSERT INTO labels (a, b, same, by, at) VALUES (?, ?, 0, ?, ?)"
        " ON CONFLICT (a, b) DO UPDATE SET same = 0, by = excluded.by, at = excluded.at",
        (min(article, other), max(article, other), by, micros(now)),
    )
    db.execute(
        "INSERT INTO story_links (a, b, kind, at) VALUES (?, ?, 'related', ?) ON CONFLICT DO NOTHING",
        (row[0], fresh, micros(now)),
    )
    return int(fresh)


def _label(db: Database, kept: int, gone: int, by: str, now: datetime, *, same: bool) -> None:
    """A label names articles, the oldest of each story: stories may be joined and split again."""
    firsts = [
        db.execute("SELECT min(id) FROM articles WHERE story = ?", (story,)).fetchone()[0] for story in (kept, gone)
    ]
    if None not in firsts:
        db.execute(
            "INSERT INTO labels (a, b, same, by, at) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (a, b) DO UPDATE SET same = excluded.same, by = excluded.by, at = excluded.at",
            (min(firsts), max(firsts), same, by, micros(now)),
        )
