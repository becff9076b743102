"""How much is stored and how the outbox stands: the figures of stats and metrics."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlite_utils import Database

from storage import articles, heartbeat, outbox, people, sources, stories
from storage.encoding import instant, micros

#: Over how many days a source's usual rate is taken.
RATE_DAYS = 7
#: Over how many days its habits are.
HABIT_DAYS = 14


def counts(db: Database) -> dict[str, int]:
    """Counts of every noun."""
    return {
        "articles": articles.count(db),
        "stories": stories.count(db),
        "rules": len(people.active_rules(db)),
        "subscribers": len(people.subscribers(db)),
        "sources": len(sources.states(db)),
    }


def queues(db: Database, now: datetime) -> dict[str, dict[str, int]]:
    """The outbox by state: how many rows, and the age of the oldest in seconds."""
    return {
        state.value: {"count": queue.count, "oldest_seconds": int((now - queue.oldest).total_seconds())}
        for state, queue in outbox.counts(db).items()
    }


def items_per_day(db: Database, now: datetime) -> dict[str, float]:
    """New articles a day by source over the last week, or since the source was first read if that is shorter."""
    since = micros(now - timedelta(days=RATE_DAYS))
    rows = db.execute(
        "SELECT source, count(*), min(first_seen) FROM articles WHERE first_seen >= ? GROUP BY source", (since,)
    )
    return {
        source: round(count / max((now - instant(first)) / timedelta(days=1), 1.0), 1) for source, count, first in rows
    }


@dataclass(slots=True)
class Habits:
    """What a source brought over the last two weeks; days count back from now, today being 0."""

    hours: dict[int, set[int]] = field(default_factory=dict)  # by UTC hour, the days on which something came then
    days: dict[int, int] = field(default_factory=dict)  # new items by day
    oldest: int = 0  # the first day of which anything is known


def habits(db: Database, now: datetime) -> dict[str, Habits]:
    """The habits of every source that brought anything."""
    rows = db.execute(
        "SELECT source, (?1 - first_seen) / 86400000000, first_seen / 3600000000 % 24, count(*) FROM articles"
        " WHERE first_seen >= ?2 AND first_seen <= ?1 GROUP BY 1, 2, 3",
        (micros(now), micros(now - timedelta(days=HABIT_DAYS))),
    )
    found: dict[str, Habits] = {}
    for source, day, hour, count in rows:
        known = found.setdefault(source, Habits())
        known.hours.setdefault(hour, set()).add(day)
        known.days[day] = known.days.get(day, 0) + count
        known.oldest = max(known.oldest, day)
    return found


def gauges(db: Database, now: datetime) -> dict[str, float | Mapping[str, float]]:
    """The same for metrics, with the sources by state and the age of the last poll in seconds."""
    by_state: dict[str, float] = {}
    for state in sources.states(db):
        by_state[state.state] = by_state.get(state.state, 0) + 1
    waiting = queues(db, now)
    last = heartbeat.last_heartbeat(db)
    return {
        "articles": articles.count(db),
        "stories": stories.count(db),
        "sources": by_state,
        "outbox": {state: queue["count"] for state, queue in waiting.items()},
        "outbox_oldest_seconds": {state: queue["oldest_seconds"] for state, queue in waiting.items()},
        "last_poll_age_seconds": (now - last).total_seconds() if last else float("nan"),
    }
