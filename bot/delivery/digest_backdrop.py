"""What stands behind the day's stories, the same for every reader; what was laid out for one serves the next."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, TypeVar

from bot.delivery.digest_page import Block
from bot.delivery.digest_story import first_hit, lead_bounds
from bot.desk.edition import Dossier, Entry, Expected
from bot.model import Article, Hit, Rule, RuleHit

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sick:
    """A source that is not read as it should be."""

    name: str
    state: str
    since: datetime | None  # UTC, the last good visit


@dataclass(frozen=True, slots=True)
class Backdrop:
    """What stands behind every reader's stories on one day; all of it the same for all of them."""

    dossiers: Mapping[int, Dossier] = field(default_factory=dict)  # by the story that an article names
    places: Callable[[Rule, Article], tuple[Hit, ...]] | None = None  # where a rule hits; None: the hits say so
    gloss: Callable[[Article, str], Sequence[str]] = lambda _article, _lang: ()
    weeks: Mapping[str, Sequence[int]] = field(default_factory=dict)  # stories a day by topic, the oldest day first
    occasions: Sequence[Expected] = ()
    sources: int = 0
    sick: Sequence[Sick] = ()
    blocks: dict[tuple[object, ...], Block] = field(default_factory=dict)  # stories laid out before
    made: dict[tuple[object, ...], Any] = field(default_factory=dict)  # other lines that many readers share
    leads: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)  # what of a lead was shown before

    def once(self, key: tuple[object, ...], make: Callable[[], T]) -> T:
        """What was made under a key, or is made now."""
        if key not in self.made:
            self.made[key] = make()
        return self.made[key]  # type: ignore[no-any-return]  # under one key there is one type

    def placed(self, entry: Entry, rules: Mapping[int, Rule]) -> Entry:
        """A story that is shown, with the places of its hits."""
        if self.places is None:
            return entry
        found = zip(entry.hits, entry.where, strict=True)
        return replace(entry, hits=tuple(RuleHit(one.rule, self.places(rules[one.rule], at)) for one, at in found))

    def bounds(self, entry: Entry) -> tuple[int, int]:
        """What is shown of the speaking article's lead."""
        key = (entry.article.id, first_hit(entry))
        if key not in self.leads:
            self.leads[key] = lead_bounds(entry)
        return self.leads[key]
