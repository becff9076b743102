"""Finds words that stand close together: any order, one occurrence for each, none overlapping."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple


class Spot(NamedTuple):
    """One occurrence of a word."""

    at: int  # where it begins, in what distance counts
    until: int  # behind it, in the same
    start: int  # half-open in the folded field
    end: int


def stretches(words: Sequence[str], spots: Sequence[Sequence[Spot]], within: int) -> Iterator[tuple[int, int]]:
    """The stretches of text that hold every word once, beginnings at most `within` apart; they do not overlap.

    Args:
        words: what tells equal words apart from different ones; each repeat needs an occurrence of its own.
        spots: of each word, by their beginning.
        within: the greatest distance between two beginnings.
    """
    every = sorted({(spot, word) for word, own in zip(words, spots, strict=True) for spot in own})
    wanted = tuple(sorted(words))
    done = -1
    for number, (first, _) in enumerate(every):
        if first.start >= done:
            near = tuple(_reachable(every, number, within))
            found = _choice(near, wanted)
            if found:
                done = max(spot.end for spot in found)
                yield min(spot.start for spot in found), done


def _reachable(every: Sequence[tuple[Spot, str]], number: int, within: int) -> Iterator[tuple[Spot, str]]:
    """What begins within the distance of one spot, that one first."""
    limit = every[number][0].at + within
    while number < len(every) and every[number][0].at <= limit:
        yield every[number]
        number += 1


def _choice(near: Sequence[tuple[Spot, str]], wanted: tuple[str, ...]) -> tuple[Spot, ...] | None:
    """One occurrence for each wanted word, none overlapping; None when there is no such choice."""

    @cache
    def choose(number: int, free: int, missing: tuple[str, ...]) -> tuple[Spot, ...] | None:
        if not missing:
            return ()
        if len(near) - number < len(missing):
            return None
        spot, word = near[number]
        if word in missing and spot.at >= free:
            at = missing.index(word)
            rest = choose(number + 1, spot.until, missing[:at] + missing[at + 1 :])
            if rest is not None:
                return (spot, *rest)
        return choose(number + 1, free, missing)

    return choose(0, near[0][0].at, wanted)
