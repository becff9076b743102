"""Stories: one event, and every article that reports it."""

from sqlite_utils import Database

from bot.model import Story
from storage.articles import articles_of_story
from storage.encoding import instant


def story(db: Database, story_id: int) -> Story | None:
    """A story with its articles, first seen first; of a joined one, the story that lives. None if there is none."""
    row = db.execute(
        "SELECT id, title, first_seen, last_seen, joined FROM stories WHERE id = ?", (story_id,)
    ).fetchone()
    if row is None:
        return None
    number, title, first_seen, last_seen, joined = row
    if joined is not None:
        return story(db, joined)
    return Story(number, title, instant(first_seen), instant(last_seen), tuple(articles_of_story(db, number)))


def own_title(db: Database, story_id: int) -> str:
    """What a story is called by itself, joined to another or not; "" if there is none."""
    row = db.execute("SELECT title FROM stories WHERE id = ?", (story_id,)).fetchone()
    return str(row[0]) if row else ""


def count(db: Database) -> int:
    """How many stories live."""
    (found,) = db.execute("SELECT count(*) FROM stories WHERE joined IS NULL").fetchone()
    return int(found)
