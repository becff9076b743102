"""What stands behind the day's stories, the same for every reader; what was laid out for one serves the next."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.delivery.digest_page import Block
from bot.delivery.digest_story import first_hit, lead_bounds
from bot.desk.edition import Dossier, Entry, Expected
from bot.model import Article


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
    gloss: Callable[[Article, str], Sequence[str]] = lambda _article, _lang: ()
    weeks: Mapping[str, Sequence[int]] = field(default_factory=dict)  # stories a day by topic, the oldest day first
    occasions: Sequence[Expected] = ()
    sources: int = 0
    sick: Sequence[Sick] = ()
    blocks: dict[tuple[object, ...], Block] = field(default_factory=dict)  # stories laid out before
    leads: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)  # what of a lead was shown before

    def bounds(self, entry: Entry) -> tuple[int, int]:
        """What is shown of the speaking article's lead."""
        key = (entry.article.id, first_hit(entry))
        if key not in self.leads:
            self.leads[key] = lead_bounds(entry)
        return self.leads[key]
