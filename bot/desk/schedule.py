"""When to ask an outlet again, and why then."""

from datetime import datetime, timedelta

from bot.model import Fetched, Source

#: Failing sources are asked ever more rarely but never given up (features row 15).
LONGEST_BACK_OFF = timedelta(hours=6)
GONE_AGAIN = timedelta(days=7)


def next_due(source: Source, fetched: Fetched, failures: int, now: datetime, roll: float) -> tuple[datetime, str]:
    """When the source is due next, and the reason in words.

    Args:
        source: as configured.
        fetched: the visit that has just ended.
        failures: in a row, this one included.
        now: UTC.
        roll: a die of the composition root, 0 ≤ roll < 1; spreads the visits.
    """
    wait, why = source.every, "its own interval"
    if failures:
        wait, why = back_off(source.every, failures), f"backing off after {failures} failure{'s' * (failures > 1)}"
    if fetched.fresh_for and fetched.fresh_for > wait and not failures:
        wait, why = min(fetched.fresh_for, _longest(source)), "the outlet says its answer stays fresh"
    wait = wait * (1 + source.jitter_pct / 100 * (2 * roll - 1))
    if fetched.retry_after and fetched.retry_after > wait:
        wait, why = fetched.retry_after, "the outlet asked us to wait"
    return now + max(wait, source.host_delay), why


def back_off(every: timedelta, failures: int) -> timedelta:
    """The interval doubled per failure in a row, the first one counting as an accident."""
    return max(every, min(every * (1 << min(failures - 1, 12)), LONGEST_BACK_OFF))


def _longest(source: Source) -> timedelta:
    return max(min(source.every * 6, timedelta(hours=1)), source.every)
