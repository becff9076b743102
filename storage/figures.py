"""How much is stored and how the outbox stands: the figures of stats and metrics."""

from collections.abc import Mapping
from datetime import datetime

from sqlite_utils import Database

from storage import articles, heartbeat, outbox, people, sources, stories


def counts(db: Database, now: datetime) -> dict[str, object]:
    """Counts of every noun, and the outbox by state with the age of its oldest row in seconds."""
    return {
        "articles": articles.count(db),
        "stories": stories.count(db),
        "rules": len(people.active_rules(db)),
        "subscribers": len(people.subscribers(db)),
        "sources": len(sources.states(db)),
        "outbox": {
            state.value: {"count": queue.count, "oldest_seconds": int((now - queue.oldest).total_seconds())}
            for state, queue in outbox.counts(db).items()
        },
    }


def gauges(db: Database, now: datetime) -> dict[str, float | Mapping[str, float]]:
    """The same for metrics, with the sources by state and the age of the last poll in seconds."""
    by_state: dict[str, float] = {}
    for state in sources.states(db):
        by_state[state.state] = by_state.get(state.state, 0) + 1
    queues = outbox.counts(db)
    last = heartbeat.last_heartbeat(db)
    return {
        "articles": articles.count(db),
        "stories": stories.count(db),
        "sources": by_state,
        "outbox": {state.value: queue.count for state, queue in queues.items()},
        "outbox_oldest_seconds": {state.value: (now - queue.oldest).total_seconds() for state, queue in queues.items()},
        "last_poll_age_seconds": (now - last).total_seconds() if last else float("nan"),
    }
