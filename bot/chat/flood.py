"""How much one person may ask: a bucket each, looked at before any work."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto


class Entry(Enum):
    """What becomes of a request."""

    TAKEN = auto()
    WARNED = auto()  # the first that is too much: the person is told once
    IGNORED = auto()


@dataclass(slots=True)
class _Bucket:
    drops: float
    at: datetime
    warned: bool = False


class Gate:
    """Lets a burst through and then one request a second, for each person on their own."""

    def __init__(self, burst: float = 6.0, per_second: float = 1.0, most: int = 10_000) -> None:
        self._burst = burst
        self._per_second = per_second
        self._most = most  # people remembered; the one silent for longest goes first
        self._buckets: dict[int, _Bucket] = {}

    def enter(self, person: int, now: datetime) -> Entry:
        """Takes a drop from the person's bucket."""
        bucket = self._buckets.pop(person, None) or _Bucket(self._burst, now)
        passed = max(0.0, (now - bucket.at).total_seconds())
        bucket.drops = min(self._burst, bucket.drops + passed * self._per_second)
        bucket.at = now
        self._buckets[person] = bucket
        if len(self._buckets) > self._most:
            del self._buckets[next(iter(self._buckets))]
        if bucket.drops >= 1.0:
            bucket.drops -= 1.0
            # A flooder gets a drop now and then; warned again only after a pause that fills half the bucket.
            bucket.warned = bucket.warned and bucket.drops < self._burst / 2
            return Entry.TAKEN
        if bucket.warned:
            return Entry.IGNORED
        bucket.warned = True
        return Entry.WARNED
