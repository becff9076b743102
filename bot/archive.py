"""A rule asked of the archive: first the index, which forgets nothing, then each article it names, exactly."""

from dataclasses import dataclass, field
from datetime import datetime

from sqlite_utils import Database

from bot import letters
from bot.desk.rules import Page, Query, match_one
from bot.desk.rules.preselect import facts_needed, needed
from bot.desk.topics import Classifier
from bot.desk.trial import needs_names
from bot.model import Article, Hit
from storage.search import candidates

#: Articles asked for at once, so that nobody else's question waits for a broad one.
PORTION = 250


@dataclass(slots=True)
class Inquiry:
    """One rule, as the archive is asked for it."""

    query: Query
    classifier: Classifier | None  # None: the rule asks for no names
    graded: bool = field(init=False)  # articles are graded again to know who is named in them

    def __post_init__(self) -> None:
        self.graded = self.classifier is not None and needs_names(self.query)

    def candidates(self, db: Database, since: datetime) -> list[int]:
        """The ids of the articles first seen since then that may meet the rule, newest first."""
        return candidates(db, needed(self.query.root), since, facts_needed(self.query.root))

    def look(self, article: Article) -> tuple[Page, tuple[Hit, ...] | None]:
        """An article as rules see it, and its hits, or None when it does not meet the rule."""
        text = letters.as_text(article)
        if self.graded and self.classifier:
            text, _ = self.classifier.graded(text)
        page = Page(text)
        return page, match_one(self.query, page)
