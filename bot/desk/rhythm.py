"""When an outlet usually publishes, and how much: what the archive tells of its habits."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

#: Fewer days say nothing about habits.
LEAST_DAYS = 3


@dataclass(frozen=True, slots=True)
class Rhythm:
    """A source's habits over the last two weeks."""

    days: float = 0.0  # how long the source has been watched, at most two weeks
    chances: tuple[float, ...] = (0.0,) * 24  # by UTC hour: the share of days on which something new came then
    usual: float = 0.0  # new items a day, the median of whole days
    today: int = 0  # new items of the last 24 hours

    @property
    def known(self) -> bool:
        """Whether there are habits to go by."""
        return self.days >= LEAST_DAYS and any(self.chances)

    def chance(self, now: datetime) -> float:
        """How likely something new is in this hour, or in the next one if that is near."""
        soon = (now + timedelta(minutes=10)).hour
        return max(self.chances[now.hour], self.chances[soon])

    def stands_out(self, now: datetime) -> bool:
        """Whether this hour is the outlet's hour: a press conference, the morning edition."""
        return self.known and self.chance(now) >= max(0.5, 3 * sum(self.chances) / len(self.chances))

    def expected(self, now: datetime) -> float:
        """New items to be expected in this hour."""
        whole = sum(self.chances)
        return self.usual * self.chance(now) / whole if whole else 0.0


UNKNOWN = Rhythm()


def rhythm(hours: Mapping[int, AbstractSet[int]], days: Mapping[int, int], oldest: int) -> Rhythm:
    """Habits from counts.

    Args:
        hours: by UTC hour, the days on which something new came then; days count back from today, which is 0.
        days: new items by day.
        oldest: the first day of which anything is known.
    """
    watched = oldest + 1
    # The first day brings the backlog and today is not over: neither tells what is usual.
    whole = [days.get(day, 0) for day in range(1, oldest)]
    return Rhythm(
        days=float(watched),
        chances=tuple(min(1.0, len(hours.get(hour, ())) / watched) for hour in range(24)),
        usual=float(median(whole)) if whole else 0.0,
        today=days.get(0, 0),
    )
