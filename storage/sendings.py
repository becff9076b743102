"""How sending does, in numbers: reasons, delays, a day's tally."""

from datetime import datetime, timedelta
from statistics import quantiles

from sqlite_utils import Database

from storage.encoding import micros

DAY = timedelta(days=1)


def reasons(db: Database, now: datetime, over: timedelta = DAY) -> dict[str, dict[str, int]]:
    """Why rows are in doubt, unconfirmed or dropped: counts by state and reason, the most frequent first.

    Of ends, those of the last day.
    """
    told: dict[str, dict[str, int]] = {}
    rows = db.execute(
        "SELECT state, reason, count(*) AS n FROM outbox WHERE state IN ('wait', 'unknown', 'unconfirmed', 'dropped')"
        " AND reason <> '' AND (state IN ('wait', 'unknown') OR updated >= ?) GROUP BY state, reason ORDER BY n DESC",
        (micros(now - over),),
    )
    for state, reason, count in rows:
        told.setdefault(state, {})[reason] = count
    return told


def delays(db: Database, now: datetime, over: timedelta = DAY) -> dict[str, dict[str, float]]:
    """Seconds from publication and from first sight to acceptance, of the alerts sent in the last day."""
    rows = db.execute(
        "SELECT (o.sent - a.published) / 1e6, (o.sent - a.first_seen) / 1e6 FROM outbox AS o"
        " JOIN articles AS a ON a.id = o.article"
        " WHERE o.state = 'sent' AND o.kind IN ('alert', 'thread') AND o.sent >= ?",
        (micros(now - over),),
    ).fetchall()
    published = [row[0] for row in rows if row[0] is not None]
    return {"from_publication": _spread(published), "from_first_sight": _spread([row[1] for row in rows])}


def day_counts(db: Database, now: datetime, over: timedelta = DAY) -> dict[str, int]:
    """How many rows ended in each way within the last day."""
    rows = db.execute(
        "SELECT state, count(*) FROM outbox WHERE state IN ('sent', 'unconfirmed', 'dropped') AND updated >= ?"
        " GROUP BY state",
        (micros(now - over),),
    )
    return dict(rows.fetchall())


def overdue(db: Database, now: datetime) -> datetime | None:
    """Since when the longest-waiting row could have been sent; None when none could. Held chats do not count."""
    (found,) = db.execute(
        "SELECT min(o.due) FROM outbox AS o JOIN destinations AS d ON d.id = o.destination"
        " WHERE o.state IN ('new', 'wait', 'unknown') AND o.due <= ?1 AND (d.held IS NULL OR d.held <= ?1)"
        " AND d.confirmed AND d.paused = '' AND d.removed IS NULL",
        (micros(now),),
    ).fetchone()
    return now - timedelta(microseconds=micros(now) - found) if found else None


def _spread(seconds: list[float]) -> dict[str, float]:
    if not seconds:
        return {"count": 0}
    cuts = quantiles(seconds, n=100, method="inclusive") if len(seconds) > 1 else seconds * 99
    return {"count": len(seconds), "p50": round(cuts[49], 1), "p90": round(cuts[89], 1), "p99": round(cuts[98], 1)}
