"""Rules by what they hang on: each alternative is found through the rarest of the conditions that it needs.

Conditions are numbered so that those with the most alternatives come first. The first alternatives of all of them
stand in one column, the second ones in the next, a shorter one, and so on: a row of plain numbers in which the number
of a condition is its place. So a rule takes a few bytes, and one look at a column serves all that holds in an article.
"""

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from itertools import accumulate, groupby, takewhile
from typing import NamedTuple

from bot.desk.rules.gathering import TREES, Gathered, Tree
from bot.desk.rules.packing import packed

#: Conditions with more alternatives than this have the others in a row of their own.
_COLUMNS = 8


class Posting(NamedTuple):
    """An alternative, hung on its rarest condition."""

    anchor: int
    second: int  # the next one that must hold; the anchor itself where there is none
    more: tuple[int, ...]  # what else: n must hold, ~n must not, or a tree
    owner: int  # as in `Gathered`


class _Rest(NamedTuple):
    """What an alternative asks for beside the two conditions it hangs on, where that is several things."""

    holds: frozenset[int]
    fails: frozenset[int]

    def met(self, true: set[int]) -> bool:
        return self.holds <= true and self.fails.isdisjoint(true)


class _Column(NamedTuple):
    """One alternative of each of the first conditions: what must hold too, what more is asked, and whose it is."""

    length: int
    second: Sequence[int]
    more: Sequence[int]  # 0: nothing; n: condition n - 1 must hold; ~n: n must not; beyond all: `_rests`
    owners: Sequence[int]


class _Draft:
    """A column while it is filled."""

    def __init__(self, length: int) -> None:
        self._rows = tuple(array("q", bytes(8 * length)) for _ in range(3))

    def put(self, place: int, *values: int) -> None:
        for row, value in zip(self._rows, values, strict=True):
            row[place] = value

    def column(self) -> _Column:
        return _Column(len(self._rows[0]), *map(packed, self._rows))


class Postings:
    """Which rules are met, once it is known which conditions hold."""

    def __init__(self, postings: Sequence[Posting], gathered: Gathered, numbers: Sequence[int], size: int) -> None:
        """Lays the rules out.

        Args:
            postings: sorted.
            gathered: what they were hung from.
            numbers: of each condition as it was gathered, the number it has from now on.
            size: how many numbers there are, needles' own included.
        """
        self._size = size
        self._shared = gathered.shared
        self._trees = [tree.renumbered(numbers) for tree in gathered.trees]
        self._rests: list[_Rest | Tree] = []
        counts = array("I", bytes(4 * len(numbers)))
        for posting in postings:
            counts[numbers[posting.anchor]] += 1
        lengths = [sum(count > at for count in counts) for at in range(min(_COLUMNS, max(counts, default=0)))]
        further = takewhile(bool, (max(0, count - _COLUMNS) for count in counts))
        #: Where in `_others` the alternatives of each condition that has some start, and one further on end.
        self._starts = packed(accumulate(further, initial=0))
        *drafts, others = (_Draft(length) for length in (*lengths, self._starts[-1]))
        for anchor, own in groupby(postings, key=lambda posting: posting.anchor):
            number = numbers[anchor]
            for at, (_, second, more, owner) in enumerate(own):
                draft, place = (drafts[at], number) if at < _COLUMNS else (others, self._starts[number] + at - _COLUMNS)
                draft.put(place, numbers[second], self._coded(more, numbers), owner)
        self._columns = [draft.column() for draft in drafts]
        self._others = others.column()

    def met_by(self, true: set[int]) -> set[int]:
        """The rules that are met where exactly these conditions hold."""
        found: list[int] = []
        met = sorted(true)
        for length, second, more, owners in self._columns:
            del met[bisect_left(met, length) :]
            if not met:
                break
            found += [
                owners[anchor]
                for anchor in met
                if second[anchor] in true
                and (not (code := more[anchor]) or (~code not in true if code < 0 else self._holds_too(code, true)))
            ]
        else:
            if self._others.length:
                found += self._met_others(met, true)
        return self._opened(set(found)) if self._shared else set(found)

    def _met_others(self, met: Iterable[int], true: set[int]) -> Iterator[int]:
        """Those that a few conditions have beside the ones in the columns."""
        _, second, more, owners = self._others
        for anchor in met:
            if anchor >= len(self._starts) - 1:
                break
            at, end = self._starts[anchor], self._starts[anchor + 1]
            if not true.isdisjoint(second[at:end]):
                for place in range(at, end):
                    if second[place] in true and (not more[place] or self._holds_too(more[place], true)):
                        yield owners[place]

    def _holds_too(self, more: int, true: set[int]) -> bool:
        if more < 0:
            return ~more not in true
        return more - 1 in true or (more > self._size and self._rests[more - self._size - 1].met(true))

    def _opened(self, found: set[int]) -> set[int]:
        """The rules behind what several ask for."""
        several = [owner for owner in found if owner < 0]
        return found.difference(several).union(*(self._shared[~owner] for owner in several))

    def _coded(self, more: tuple[int, ...], numbers: Sequence[int]) -> int:
        if not more:
            return 0
        first = more[0]
        if len(more) == 1 and first < TREES:
            return numbers[first] + 1 if first >= 0 else ~numbers[~first]
        if first >= TREES:
            self._rests.append(self._trees[first - TREES])
        else:
            holds = frozenset(numbers[number] for number in more if number >= 0)
            self._rests.append(_Rest(holds, frozenset(numbers[~number] for number in more if number < 0)))
        return self._size + len(self._rests)


def alone(postings: Sequence[Posting], trees: Sequence[Tree]) -> dict[int, int]:
    """The rule of each condition that is all its rule asks for, where nobody else asks for that condition."""
    asked = Counter[int]()
    found = {}
    for anchor, second, more, owner in postings:
        asked[anchor] += 1
        if second != anchor:
            asked[second] += 1
        elif not more and owner >= 0:
            found[anchor] = owner
        for number in more:
            asked.update(trees[number - TREES].asked if number >= TREES else {max(number, ~number)})
    return {number: rule for number, rule in found.items() if asked[number] == 1}


def hung(gathered: Gathered, seen: Sequence[int], filters: Container[int]) -> list[Posting]:
    """Every alternative with its anchor, sorted; equal ones of several rules are one.

    Args:
        gathered: what the rules ask for.
        seen: in how many sample articles each condition holds.
        filters: the numbers of conditions that are no terms.
    """
    rank = _ranks(gathered, seen, filters)
    found = []
    for numbers, owner in gathered.alternatives():
        holds = sorted((number for number in numbers if 0 <= number < TREES), key=rank.__getitem__)
        anchor, second = holds[0], holds[1 if len(holds) > 1 else 0]
        rest = (number for number in numbers if not 0 <= number < TREES)
        found.append(Posting(anchor, second, (*holds[2:], *sorted(rest)), owner))
    found.sort()
    return _merged(found, gathered.shared)


def _merged(postings: list[Posting], shared: list[tuple[int, ...]]) -> list[Posting]:
    """The same with equal alternatives of several rules made one."""
    merged = []
    for _, same in groupby(postings, key=lambda posting: posting[:3]):
        first, *others = same
        if others:
            owners = dict.fromkeys(posting.owner for posting in (first, *others))
            ids = [(owner,) if owner >= 0 else shared[~owner] for owner in owners]
            shared.append(tuple(dict.fromkeys(number for own in ids for number in own)))
            first = first._replace(owner=~(len(shared) - 1))
        merged.append(first)
    return merged


def _ranks(gathered: Gathered, seen: Sequence[int], filters: Container[int]) -> Sequence[int]:
    """How common each condition is: first what holds in few articles, then what few ask for; filters last."""
    size = len(seen)
    uses = Counter(number for numbers, _ in gathered.alternatives() for number in numbers)
    order = sorted(range(size), key=lambda number: (number in filters, seen[number], uses[number]))
    return _places(order)


def arranged(postings: Iterable[Posting], size: int) -> Sequence[int]:
    """For each condition the number under which it stands in the columns: most alternatives first."""
    counts = Counter(posting.anchor for posting in postings)
    return _places(sorted(range(size), key=lambda number: -counts[number]))


def _places(order: Collection[int]) -> Sequence[int]:
    """Where each number stands in an order of them all."""
    places = array("I", bytes(4 * len(order)))
    for place, number in enumerate(order):
        places[number] = place
    return places
