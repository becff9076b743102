"""When an outlet usually publishes, and how much: what the archive tells of its habits."""

from dataclasses import dataclass
from datetime import datetime, timedelta

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

    def expected(self, now: datetime) -> float:
        """New items to be expected in this hour."""
        whole = sum(self.chances)
        return self.usual * self.chance(now) / whole if whole else 0.0


UNKNOWN = Rhythm()
