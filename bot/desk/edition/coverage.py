"""Who reports a story: outlets by side, who came first, by how much the others followed, and who found it out alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.model import Article, Precision

OFFICIAL_KINDS = frozenset({"government", "embassy", "ministry"})
_NO_TIME = timedelta(0)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an article's words came from."""

    copied: bool = False  # its text is another outlet's
    credit: str = ""  # the wire that its page names


@dataclass(frozen=True, slots=True)
class Voice:
    """One side's outlets in a story, first heard first."""

    side: str
    articles: tuple[Article, ...]  # the first of each outlet
    lag: timedelta  # behind the story's first report; zero for its own
    margin: timedelta  # by how much the lag may be wrong, because outlets are looked at only so often


def outlet_of(article: Article) -> str:
    """The outlet's name; of an article that was stored without one, its source."""
    return article.outlet or article.source


def appeared(article: Article) -> datetime:
    """The best known instant: the outlet's where it is finer than a day, our own sight of it otherwise."""
    if article.published is None or article.precision in {Precision.DAY, Precision.NONE}:
        return article.first_seen
    return article.published


def is_official(article: Article) -> bool:
    """Whether a government speaks in its own words."""
    return article.kind in OFFICIAL_KINDS


def voices(articles: Sequence[Article], every: Mapping[str, timedelta]) -> tuple[Voice, ...]:
    """The sides of a story, most outlets first, then the earlier.

    Args:
        articles: of one story, at least one.
        every: how often each source is looked at, by id.
    """
    ordered = sorted(articles, key=lambda one: (appeared(one), one.id))
    first = ordered[0]
    sides: dict[str, dict[str, Article]] = {}
    for article in ordered:
        sides.setdefault(article.side, {}).setdefault(outlet_of(article), article)
    found = (_voice(side, tuple(heard.values()), first, every) for side, heard in sides.items())
    return tuple(sorted(found, key=lambda voice: (-len(voice.articles), voice.lag)))


def _voice(side: str, heard: tuple[Article, ...], first: Article, every: Mapping[str, timedelta]) -> Voice:
    lag = appeared(heard[0]) - appeared(first)
    # An outlet's own minute is exact; what we only saw may have stood there since our visit before.
    unsure = [every.get(one.source, _NO_TIME) for one in (first, heard[0]) if appeared(one) is not one.published]
    return Voice(side, heard, lag, max(unsure, default=_NO_TIME) if lag else _NO_TIME)


def independent(articles: Sequence[Article], origins: Mapping[int, Origin]) -> int:
    """How many outlets did not merely reprint another's words; at least one."""
    own = {
        outlet_of(article)
        for article in articles
        if not (origin := origins.get(article.id, Origin())).copied and not _credited(article, origin.credit)
    }
    return max(len(own), 1)


def _credited(article: Article, credit: str) -> bool:
    """Whether a page names another's wire as the one it took the words from."""
    return bool(credit) and credit.casefold() not in f"{outlet_of(article)} {article.source}".casefold()
