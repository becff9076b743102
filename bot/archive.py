"""The archive opened, and a rule asked of it: first its index, which forgets nothing, then each article, exactly."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from bot.desk.archived import as_text
from bot.desk.rules import Page, Query, holds, match_one
from bot.desk.rules.preselect import facts_needed, needed
from bot.desk.text.fold import fold
from bot.desk.topics import Classifier
from bot.desk.trial import names_only_add, needs_names
from bot.model import Article, Hit
from storage import Store
from storage.search import candidates

#: Articles asked for at once, so that nobody else's question waits for a broad one.
PORTION = 250


def open_store(path: Path, now: datetime, *, alone: bool = False) -> Store:
    """The archive, its index folding as the desk folds.

    Args:
        path: of the database.
        now: UTC.
        alone: hold the instance lock; raises storage.InstanceRunning when another process holds it.
    """
    return Store.open(path, now=now, exclusive=alone, fold=lambda text: fold(text).text)


@dataclass(slots=True)
class Inquiry:
    """One rule, as the archive is asked for it."""

    query: Query
    classifier: Classifier | None  # None: the rule asks for no names
    graded: bool = field(init=False)  # articles are graded again to know who is named in them
    _sure: bool = field(init=False)  # what an article meets as it is stored, it meets graded again too

    def __post_init__(self) -> None:
        self.graded = self.classifier is not None and needs_names(self.query)
        self._sure = not self.graded or names_only_add(self.query)

    def candidates(self, db: Database, since: datetime) -> list[int]:
        """The ids of the articles first seen since then that may meet the rule, newest first."""
        return candidates(db, needed(self.query.root), since, facts_needed(self.query.root))

    def meets(self, article: Article) -> Page | None:
        """An article as rules see it, where it meets the rule; graded again only where that decides."""
        page = Page(as_text(article))
        if self._sure and holds(self.query.root, page):
            return page
        if not self.graded:
            return None
        page, found = self.look(article)
        return None if found is None else page

    def look(self, article: Article) -> tuple[Page, tuple[Hit, ...] | None]:
        """An article as rules see it, and its hits, or None when it does not meet the rule."""
        text = as_text(article)
        if self.graded and self.classifier:
            text, _ = self.classifier.graded(text)
        page = Page(text)
        return page, match_one(self.query, page)
