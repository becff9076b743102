"""Which article of a stream is the same as an earlier one: identity and revision (rungs 0 and 1).

Articles of different outlets are different stories until the ladder above identity is built.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.desk import identity
from bot.desk.text.urls import url_key
from bot.model import Known


@dataclass(frozen=True, slots=True)
class Submitted:
    """One article of the stream; an empty outlet or url equals nothing."""

    id: str
    outlet: str
    title: str
    lead: str
    published: datetime  # aware
    url: str = ""

    def keys(self) -> tuple[str, ...]:
        """Its address everywhere, its title within its outlet."""
        address = (f"url:{url_key(self.url)}",) if self.url else ()
        title = identity.title_key(self.outlet, self.title) if self.outlet else ""
        return (*address, title) if title else address


class Grouping:
    """A stream's memory: every key met so far. Deterministic; the clock is the articles' own time."""

    def __init__(self) -> None:
        self._known: dict[str, Known] = {}
        self._names: list[str] = []
        self._stories = 0

    def place(self, article: Submitted) -> dict[str, Any]:
        """The story and the outcome of one article, with the reason, as the machine interface prints them."""
        keys = article.keys()
        words = identity.content_hash(article.title, article.lead)
        before = identity.find(keys, self._known, article.published)
        if before is None:
            self._stories += 1
            before = Known(len(self._names), self._stories, words, article.title, article.published)
            outcome = "new"
        else:
            outcome = "duplicate" if before.content_hash == words else "revision"
        answer = self._answer(article, keys, before, outcome)
        self._names.append(article.id)
        for key in keys:
            self._known[key] = Known(before.article, before.story, words, article.title, article.published)
        return answer

    def _answer(self, article: Submitted, keys: tuple[str, ...], before: Known, outcome: str) -> dict[str, Any]:
        shared = next((key for key in keys if key in self._known and self._known[key].story == before.story), "")
        answer: dict[str, Any] = {"id": article.id, "story": f"s{before.story}", "outcome": outcome}
        if outcome != "new":
            answer["related_to"] = self._names[before.article]
        rung = 1 if outcome == "revision" else 0
        why = {"shared": shared, "words": "other" if outcome == "revision" else "equal"} if shared else {}
        return {**answer, "rung": rung, "score": 0.0 if outcome == "new" else 1.0, "why": why}


def read_time(value: Mapping[str, Any]) -> datetime | None:
    """The ISO 8601 instant of an input object; None when it is missing, malformed or without a zone."""
    try:
        when = datetime.fromisoformat(str(value.get("published", "")))
    except ValueError:
        return None
    return when if when.tzinfo else None
