"""Counted things in two plain arrays: a few hundred bytes where a Counter takes thousands."""

from array import array
from collections.abc import Iterable, Mapping

_FULL = 0xFFFF


class Bag:
    """Numbers of 32 bits with a sum each, in the order in which they came; bounded."""

    __slots__ = ("_loose", "keys", "sums")

    def __init__(self, keys: Iterable[int] = (), sums: Iterable[int] = ()) -> None:
        self.keys = array("I", keys)
        self.sums = array("H", sums)
        self._loose = 0  # how many may stay, while what was poured in has not been summed up

    def __len__(self) -> int:
        return len(self.keys)

    def held(self) -> dict[int, int]:
        """Sums by key."""
        if self._loose:
            self.settle()
        return dict(zip(self.keys, self.sums, strict=True))

    def pour(self, keys: Iterable[int], sums: Iterable[int], most: int) -> None:
        """Like `add`, but summed up only when somebody asks: most stories of a window are never asked for again."""
        if self.keys or self._loose:
            self._loose = most
        self.keys.extend(keys)
        self.sums.extend(sums)
        if len(self.keys) > 2 * most:
            self._loose = most
            self.settle()

    def settle(self) -> None:
        """Sums up what was poured in, in its order."""
        keys, sums, most = self.keys, self.sums, self._loose
        self.keys, self.sums, self._loose = array("I"), array("H"), 0
        held: dict[int, int] = {}
        for key, sum_ in zip(keys, sums, strict=True):
            before = held.get(key)
            if before is not None:
                held[key] = min(_FULL, before + sum_)
            elif len(held) < most:
                held[key] = sum_
        self.keys, self.sums = array("I", held), array("H", held.values())

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
