"""What is to come: days that the stories name, and occasions that return."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.desk.stories.dates import moments
from bot.desk.text.fold import fold
from bot.model import Article

#: A day further ahead may as well be one of last year.
HORIZON = timedelta(days=45)
#: What returns is told for the coming day and night.
SOON = timedelta(hours=30)
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_READ = 600


@dataclass(frozen=True, slots=True)
class Occasion:
    """Something that returns on known days at a known hour of its own zone."""

    id: str
    title: Mapping[str, str]  # by language
    at: time
    tz: str  # IANA
    weekdays: frozenset[int] = field(default=frozenset())  # Monday is 0
    monthdays: frozenset[int] = field(default=frozenset())


@dataclass(frozen=True, slots=True)
class Expected:
    """Something that is to come, and who says so."""

    day: date  # where it happens
    at: datetime | None = None  # UTC; None: the day alone is known
    title: Mapping[str, str] = field(default_factory=dict)  # by language; empty where an article tells it
    article: Article | None = None


def read_occasions(entries: Iterable[Mapping[str, Any]]) -> tuple[Occasion, ...]:
    """The occasions of the data file, parsed."""
    return tuple(
        Occasion(
            id=str(entry["id"]),
            title={str(lang): str(words) for lang, words in entry["title"].items()},
            at=time.fromisoformat(str(entry["at"])),
            tz=str(entry["tz"]),
            weekdays=frozenset(_DAYS.index(day) for day in str(entry.get("weekdays", "")).split()),
            monthdays=frozenset(int(day) for day in str(entry.get("monthdays", "")).split()),
        )
        for entry in entries
    )


def recurring(occasions: Iterable[Occasion], now: datetime) -> tuple[Expected, ...]:
    """What returns soon, the next first."""
    return tuple(sorted(_soon(occasions, now), key=lambda one: (str(one.at), str(one.title))))


def _soon(occasions: Iterable[Occasion], now: datetime) -> Iterator[Expected]:
    for one in occasions:
        today = now.astimezone(ZoneInfo(one.tz)).date()
        for day in (today + timedelta(days=ahead) for ahead in range(3)):
            at = datetime.combine(day, one.at, ZoneInfo(one.tz)).astimezone(now.tzinfo)
            if (day.weekday() in one.weekdays or day.day in one.monthdays) and now <= at < now + SOON:
                yield Expected(day, at, one.title)


def dated(articles: Sequence[Article], now: datetime) -> tuple[Expected, ...]:
    """The coming days that headlines and leads name, each day once for a story, the nearest first."""
    found: dict[tuple[int, date], Expected] = {}
    for article in articles:
        for day in _days(article, now.date()):
            found.setdefault((article.story, day), Expected(day, article=article))
    return tuple(sorted(found.values(), key=lambda one: one.day))


def _days(article: Article, today: date) -> Iterator[date]:
    for moment in moments(fold(f"{article.title[:_READ]}\n{article.lead[:_READ]}").text, "title"):
        if moment.month and moment.day:
            for year in (today.year, today.year + 1):
                try:
                    day = date(year, moment.month, moment.day)
                except ValueError:  # 30 February
                    continue
                if today < day <= today + HORIZON:
                    yield day
