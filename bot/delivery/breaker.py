"""Whether a channel's other side is there at all, and when to ask again while it is not."""

from dataclasses import dataclass

from bot.model import Outcome

PROBE_FIRST = 15.0  # seconds
PROBE_LONGEST = 30.0
DOUBTS_IN_A_ROW = 3  # lost answers before the other side is taken for down; one is an accident

_REACHED = frozenset({Outcome.SENT, Outcome.WAIT, Outcome.OURS, Outcome.SUBSCRIPTION, Outcome.GONE, Outcome.MOVED})


@dataclass(slots=True)
class Breaker:
    """Open while nothing gets through: then one request, a probe, every 15 to 30 s. Times are epoch seconds."""

    failures: int = 0  # probes in a row that did not get through
    doubts: int = 0  # lost answers in a row
    probe_at: float = 0.0  # not before; 0: closed
    answered: float = 0.0  # when something was last heard; 0: never
    asked: float = 0.0  # when the latest probe was booked
    probing: bool = False  # whether a probe is under way; what else fails meanwhile was sent before it

    @property
    def is_open(self) -> bool:
        """Whether sending is stopped."""
        return self.probe_at > 0

    def passes(self, now: float) -> float:
        """When a request may go: at once while closed, at the next probe while open."""
        return max(now, self.probe_at)

    def may_probe(self, now: float) -> bool:
        """Whether a probe may go; also while closed, for rows in doubt, at the same distance."""
        return now >= max(self.probe_at, self.asked + PROBE_FIRST)

    def book(self, now: float) -> None:
        """A request goes as the probe: the next one waits its turn even if this one is never heard of."""
        if self.is_open:
            self.asked = now
            self.probe_at, self.probing = now + self._wait(), True

    def heard(self, outcome: Outcome, now: float) -> None:
        """Take note of what came of a request."""
        if outcome in _REACHED:
            self.failures = self.doubts = 0
            self.probe_at, self.answered, self.probing = 0.0, now, False
            return
        self.doubts += outcome is Outcome.UNKNOWN
        if self.is_open:
            self.failures += self.probing
            self.probing = False
        elif outcome is not Outcome.UNKNOWN or self.doubts >= DOUBTS_IN_A_ROW:
            self.failures, self.probe_at = 1, now + PROBE_FIRST

    def _wait(self) -> float:
        return min(PROBE_FIRST * 1.25 ** max(self.failures - 1, 0), PROBE_LONGEST)
