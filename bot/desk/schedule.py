"""When to ask an outlet again, and why then."""

from datetime import datetime, timedelta
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

from bot.desk.rhythm import UNKNOWN, Rhythm
from bot.model import Fetched, Source, SourceState

#: Failing sources are asked ever more rarely but never given up (features row 15).
LONGEST_BACK_OFF = timedelta(hours=6)
GONE_AGAIN = timedelta(days=7)
SHORTEST = timedelta(seconds=30)
#: Something comes in this hour on every other day, or on hardly any.
LIKELY, UNLIKELY = 0.5, 0.1
_NIGHT_ENDS = 6  # local hour
_ZONES: Final = {
    "KR": "Asia/Seoul",
    "CN": "Asia/Shanghai",
    "TW": "Asia/Taipei",
    "JP": "Asia/Tokyo",
    "US": "America/New_York",
    "EU": "Europe/Brussels",
}


def next_due(
    source: Source, fetched: Fetched, state: SourceState, now: datetime, roll: float, rhythm: Rhythm = UNKNOWN
) -> tuple[datetime, str]:
    """When the source is due next, and the reason in words.

    Args:
        source: as configured.
        fetched: the visit that has just ended.
        state: as that visit leaves it.
        now: UTC.
        roll: a die of the composition root, 0 ≤ roll < 1; spreads the visits.
        rhythm: the source's habits.
    """
    failures = state.failures
    if failures:
        wait, why = back_off(source.every, failures), f"backing off after {failures} failure{'s' * (failures > 1)}"
    else:
        wait, why = pace(source, state, now, rhythm)
        if fetched.fresh_for and fetched.fresh_for > wait:
            wait, why = min(fetched.fresh_for, longest(source)), "the outlet says its answer stays fresh"
    wait = wait * (1 + source.jitter_pct / 100 * (2 * roll - 1))
    if fetched.retry_after and fetched.retry_after > wait:
        wait, why = fetched.retry_after, "the outlet asked us to wait"
    return now + max(wait, source.host_delay), why


def pace(source: Source, state: SourceState, now: datetime, rhythm: Rhythm) -> tuple[timedelta, str]:
    """How long a healthy source is left alone: less while it publishes, more at night and when it is quiet."""
    wait, why = _by_habit(source, now, rhythm)
    silence = now - state.last_new if state.last_new else timedelta(0)
    if state.last_new and silence < source.every:
        # News comes in rows: a statement, the reactions, the correction.
        wait, why = min(wait, source.every) / 2, "it has just published"
    elif source.every <= wait < source.every * 2 and silence > longest(source) * 6:
        wait, why = source.every * 2, f"it has been quiet for {in_words(silence)}"
    least, most = _bounds(source.every, source.host_delay)
    return min(max(wait, least), most), why


def _by_habit(source: Source, now: datetime, rhythm: Rhythm) -> tuple[timedelta, str]:
    if is_night(source, now) and rhythm.chance(now) < UNLIKELY:
        return longest(source), "it is night at the outlet"
    if not rhythm.known:
        return source.every, "its own interval"
    gap = _half_gap(rhythm, now)
    if rhythm.stands_out(now):
        return min(source.every / 2, gap), "it usually publishes in this hour"
    if gap <= source.every or rhythm.chance(now) >= LIKELY:
        return min(gap, source.every), f"about {rhythm.usual:.0f} new items a day are usual"
    return min(gap, source.every * 3), "at this hour it rarely publishes"


def back_off(every: timedelta, failures: int) -> timedelta:
    """The interval doubled per failure in a row, the first one counting as an accident."""
    return max(every, min(every * (1 << min(failures - 1, 12)), LONGEST_BACK_OFF))


def shortest(source: Source) -> timedelta:
    """Never more often than this."""
    return _bounds(source.every, source.host_delay)[0]


def longest(source: Source) -> timedelta:
    """Never more rarely than this, while the source is well."""
    return _bounds(source.every, source.host_delay)[1]


@lru_cache(maxsize=256)
def _bounds(every: timedelta, host_delay: timedelta) -> tuple[timedelta, timedelta]:
    return max(host_delay, every / 10, SHORTEST), max(min(every * 6, timedelta(hours=1)), every)


def is_night(source: Source, now: datetime) -> bool:
    """Whether it is between midnight and six where the outlet is; of international ones nobody knows."""
    zone = source.assume_tz or _ZONES.get(source.side, "")
    return bool(zone) and now.astimezone(ZoneInfo(zone)).hour < _NIGHT_ENDS


def in_words(span: timedelta) -> str:
    """A span as a person would say it."""
    hours = int(span / timedelta(hours=1))
    if hours < 1:
        return f"{int(span / timedelta(minutes=1))} min"
    return f"{hours} h" if hours < 48 else f"{hours // 24} days"


def _half_gap(rhythm: Rhythm, now: datetime) -> timedelta:
    """Half the time that usually passes between two items at this hour."""
    expected = rhythm.expected(now)
    return timedelta(minutes=30) / expected if expected > 0.01 else timedelta(days=2)
