"""Rows of whole numbers in as few bytes as the largest of them needs."""

from array import array
from collections.abc import Iterable

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
