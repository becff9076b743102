"""Rows of whole numbers in as few bytes as the largest of them needs."""

from array import array
from collections.abc import Iterable, Sequence
from typing import NamedTuple

_UNSIGNED, _SIGNED = "BHIQ", "bhiq"


def packed(numbers: Iterable[int]) -> "array[int]":
    """The numbers as a row."""
    held = array("q", numbers)
    least, most = min(held, default=0), max(held, default=0)
    for code in _SIGNED if least < 0 else _UNSIGNED:
        bits = 8 * array(code).itemsize
        fits = -(1 << bits - 1) <= least and most < 1 << bits - 1 if least < 0 else most < 1 << bits
        if fits:
            return array(code, held)
    return held


class Halved(NamedTuple):
    """A row of numbers of three bytes and more in two: their last two bytes, and what is before them."""

    low: Sequence[int]
    high: Sequence[int]  # none where two bytes are enough

    def at(self, place: int) -> int:
        """The number at a place."""
        return self.low[place] | self.high[place] << 16 if self.high else self.low[place]


def halved(numbers: "array[int]") -> Halved:
    """The numbers as such a row."""
    whole = packed(numbers)
    if whole.itemsize <= 2:
        return Halved(whole, ())
    return Halved(array("H", [number & 0xFFFF for number in numbers]), packed(number >> 16 for number in numbers))
