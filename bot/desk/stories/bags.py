"""Counted things in two plain arrays: a few hundred bytes where a Counter takes thousands."""

from array import array
from collections.abc import Iterable, Mapping

_FULL = 0xFFFF


class Bag:
    """Numbers of 32 bits with a sum each, in the order in which they came; bounded."""

    __slots__ = ("keys", "sums")

    def __init__(self, keys: Iterable[int] = (), sums: Iterable[int] = ()) -> None:
        self.keys = array("I", keys)
        self.sums = array("H", sums)

    def __len__(self) -> int:
        return len(self.keys)

    def held(self) -> dict[int, int]:
        """Sums by key."""
        return dict(zip(self.keys, self.sums, strict=True))

    def add(self, more: Mapping[int, int], most: int) -> list[int]:
        """Adds sums; the keys that are new. A full bag takes no new ones: what came first is what the story is."""
        if not self.keys and len(more) <= most:
            self.keys, self.sums = array("I", more), array("H", more.values())
            return list(more)
        held = self.held()
        room, fresh = most - len(held), []
        for key, sum_ in more.items():
            before = held.get(key)
            if before is not None:
                held[key] = before + sum_
            elif room:
                held[key] = sum_
                fresh.append(key)
                room -= 1
        self.keys = array("I", held)
        try:
            self.sums = array("H", held.values())
        except OverflowError:
            self.sums = array("H", (min(_FULL, sum_) for sum_ in held.values()))
        return fresh
