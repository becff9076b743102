"""Who does not report what others have reported for hours, said only where we would have seen it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType

from bot.desk.edition.coverage import appeared, outlet_of
from bot.model import Article, Source, SourceState

#: So many outlets of one side, for so long, before the other's silence means anything.
HEAVY = MappingProxyType({"KR": 5, "CN": 4})
LONG = timedelta(hours=6)
#: Fewer sources that work prove nothing.
LEAST_WELL = 3
#: A good visit counts as one for so long, and for as many of the source's own intervals.
RECENT = timedelta(hours=2)
INTERVALS = 4
#: So many names in common, and an article may be about the same matter.
SAME_MATTER = 2


@dataclass(frozen=True, slots=True)
class Watched:
    """A source whose silence could be heard."""

    source: str
    name: str
    side: str
    state_media: bool
    well: bool  # visited lately, and what came was good


@dataclass(frozen=True, slots=True)
class Silence:
    """One side reports, the other does not."""

    speaking: str  # KR or CN
    outlets: int
    lasting: timedelta
    missing: str  # "cn-state" or "KR"
    well: tuple[str, ...]  # names of the silent sources that were healthy
    asked: int  # how many silent sources there are


def watched(sources: Iterable[Source], states: Mapping[str, SourceState], now: datetime) -> tuple[Watched, ...]:
    """The enabled sources with their health."""
    return tuple(
        Watched(one.id, one.name, one.side, one.state_media, _well(one, states.get(one.id), now))
        for one in sources
        if one.enabled and one.group
    )


def _well(source: Source, state: SourceState | None, now: datetime) -> bool:
    if state is None or state.last_good is None or state.state not in {"fresh", "quiet"}:
        return False
    return now - state.last_good <= max(RECENT, source.every * INTERVALS)


def silence(
    articles: Sequence[Article],
    others: Iterable[Article],
    names: Mapping[int, frozenset[str]],
    listening: Sequence[Watched],
    now: datetime,
) -> Silence | None:
    """What can be said of a story's silence; None where nothing can.

    Args:
        articles: the story's.
        others: everything else that was seen lately; one on the same matter may be the story, not recognised.
        names: the concepts that an article's headline names, by article.
        listening: the sources, with their health.
        now: UTC.
    """
    if any(article.state_media and article.side == "CN" for article in articles):
        return _unheard("CN", "KR", articles, others, names, listening, now)
    return _unheard("KR", "cn-state", articles, others, names, listening, now)


def _unheard(
    speaking: str,
    missing: str,
    articles: Sequence[Article],
    others: Iterable[Article],
    names: Mapping[int, frozenset[str]],
    listening: Sequence[Watched],
    now: datetime,
) -> Silence | None:
    told = [article for article in articles if article.side == speaking]
    outlets = {outlet_of(article) for article in told}
    if len(outlets) < HEAVY[speaking] or any(_belongs(missing, one.side, one.state_media) for one in articles):
        return None
    lasting = now - min(map(appeared, told))
    silent = [one for one in listening if _belongs(missing, one.side, one.state_media)]
    well = tuple(one.name for one in silent if one.well)
    if lasting < LONG or len(well) < LEAST_WELL or len(well) * 2 < len(silent):
        return None
    matter = frozenset[str]().union(*(names.get(article.id, frozenset()) for article in articles))
    doubtful = (other for other in others if _belongs(missing, other.side, other.state_media))
    if any(len(matter & names.get(other.id, frozenset())) >= SAME_MATTER for other in doubtful):
        return None
    return Silence(speaking, len(outlets), lasting, missing, well, len(silent))


def _belongs(group: str, side: str, state_media: bool) -> bool:
    return side == "CN" and state_media if group == "cn-state" else side == group
