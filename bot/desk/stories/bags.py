"""Counted things in two plain arrays: a few hundred bytes where a Counter takes thousands."""

from array import array
from collections.abc import Container, Iterator, Sequence
from itertools import compress

_FULL = 0xFFFF


class Bag:
    """Numbers of 32 bits with a sum each, in the order in which they came; bounded."""

    __slots__ = ("_loose", "keys", "sums")

    def __init__(self) -> None:
        self.keys = array("I")
        self.sums = array("H")
        self._loose = 0  # how many may stay, while what was poured in has not been summed up

    def __len__(self) -> int:
        return len(self.keys)

    def held(self) -> dict[int, int]:
        """Sums by key."""
        if self._loose:
            self.settle()
        return dict(zip(self.keys, self.sums, strict=True))

    def among(self, asked: Container[int]) -> dict[int, int]:
        """Sums by key of those keys that are asked for: where few are, a third of the work of `held`."""
        if self._loose and len(self.keys) > self._loose:
            self.settle()
        keys, sums = self.keys, self.sums
        found: dict[int, int] = {}
        for at in compress(range(len(keys)), map(asked.__contains__, keys)):
            key = keys[at]
            sum_ = found.get(key, 0) + sums[at]
            found[key] = sum_ if sum_ < _FULL else _FULL  # noqa: FURB136 - a call costs more than the rest
        return found

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Keys and what is to be added to them: a key may come again."""
        if self._loose and len(self.keys) > self._loose:
            self.settle()
        return zip(self.keys, self.sums, strict=True)

    def pour(self, keys: "array[int]", sums: "array[int]", most: int) -> None:
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

    def add(self, keys: Sequence[int], sums: Sequence[int], most: int) -> Sequence[int]:
        """Adds sums to keys that differ; the places of those that are new. A full bag takes no new ones."""
        if self._loose:
            self.settle()
        mine, held = self.keys, self.sums
        if not mine and len(keys) <= most:
            mine.extend(keys)
            held.extend(sums)
            return range(len(keys))
        places = dict(zip(mine, range(len(mine)), strict=True))
        fresh = []
        for at, key in enumerate(keys):
            place = places.get(key)
            if place is not None:
                held[place] = min(_FULL, held[place] + sums[at])
            elif len(mine) < most:
                mine.append(key)
                held.append(sums[at])
                fresh.append(at)
        return fresh
