"""What alternatives ask for beside the two conditions that they hang on."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bot.desk.rules.gathering import TREES, Gathered, Tree
from bot.desk.rules.packing import halved, packed


class Posting(NamedTuple):
    """An alternative, hung on its rarest condition."""

    anchor: int
    second: int  # the next one that must hold; the anchor itself where there is none
    more: tuple[int, ...]  # what else: n must hold, ~n must not, or a tree
    owner: int  # as in `Gathered`


class _Rest(NamedTuple):
    """Several things at once."""

    holds: frozenset[int]
    fails: frozenset[int]

    def met(self, true: set[int]) -> bool:
        return self.holds <= true and self.fails.isdisjoint(true)


class Demands:
    """First those for one condition that holds, then for one that does not, then for anything else."""

    def __init__(self, postings: Sequence[Posting], gathered: Gathered, conditions: Sequence[int]) -> None:
        asking = sorted(
            (which for which, one in enumerate(postings) if one.more), key=lambda n: _kind(postings[n].more)
        )
        kinds = [_kind(postings[which].more) for which in asking]
        #: The number of each posting that asks for more.
        self.numbers = {which: number for number, which in enumerate(asking)}
        self._fails, self._rest = kinds.count(0), kinds.count(0) + kinds.count(1)
        single = (postings[which].more[0] for which in asking[: self._rest])
        self._conditions = packed(conditions[max(number, ~number)] for number in single)
        self._owners = halved(array("q", [postings[which].owner for which in asking]))
        self._others = [_other(postings[which].more, gathered, conditions) for which in asking[self._rest :]]

    def met(self, asking: Iterable[int], true: set[int]) -> Iterator[int]:
        """The owners of those that are met where exactly these conditions hold."""
        fails, rest, conditions = self._fails, self._rest, self._conditions
        for number in asking:
            if number < rest:
                met = (conditions[number] in true) == (number < fails)
            else:
                met = self._others[number - rest].met(true)
            if met:
                yield self._owners.at(number)


def _kind(more: tuple[int, ...]) -> int:
    return 2 if len(more) > 1 or more[0] >= TREES else int(more[0] < 0)


def _other(more: tuple[int, ...], gathered: Gathered, conditions: Sequence[int]) -> _Rest | Tree:
    if more[0] >= TREES:
        return gathered.trees[more[0] - TREES].renumbered(conditions)
    holds = frozenset(conditions[number] for number in more if number >= 0)
    return _Rest(holds, frozenset(conditions[~number] for number in more if number < 0))
