"""Rules by what they hang on: each alternative is found through the rarest of the conditions that it needs.

Conditions are numbered so that those with the most alternatives come first. The first alternatives of all of them
stand in one column, the second ones in the next, a shorter one, and so on: a row of plain numbers in which the number
of a condition is its place. So a rule takes a few bytes, and one look at a column serves all that holds in an article.
"""

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from itertools import accumulate, chain, groupby, takewhile
from typing import NamedTuple

from bot.desk.rules.demands import Demands, Posting
from bot.desk.rules.gathering import TREES, Gathered, Tree
from bot.desk.rules.packing import Halved, halved, packed

#: Conditions with more alternatives than this have the others in a row of their own.
_COLUMNS = 8
#: So many conditions can be named in two bytes.
_TWO_BYTES = 1 << 16


class _Column(NamedTuple):
    """One alternative of each of the first conditions: what must hold too, and whose it is."""

    length: int
    second: Sequence[int]
    owners: Halved  # below 0: several rules, or rules that ask for more


class _Draft:
    """A column while it is filled."""

    def __init__(self, length: int, nobody: int) -> None:
        self._rows = array("q", bytes(8 * length)), array("q", [nobody]) * length

    def put(self, place: int, *values: int) -> None:
        for row, value in zip(self._rows, values, strict=True):
            row[place] = value

    def column(self) -> _Column:
        second, owners = self._rows
        return _Column(len(second), packed(second), halved(owners))


class Postings:
    """Which rules are met, once it is known which conditions hold."""

    def __init__(self, postings: Sequence[Posting], gathered: Gathered, numbers: Sequence[int]) -> None:
        """Lays the rules out.

        Args:
            postings: sorted.
            gathered: what they were hung from.
            numbers: of each condition as it was gathered, the number it has from now on.
        """
        self._shared = gathered.shared
        self._shared.append(())  # the owner where a column has a hole
        self._demands = Demands(postings, gathered, numbers)
        counts = array("I", bytes(4 * len(numbers)))
        for posting in postings:
            counts[numbers[posting.anchor]] += 1
        deep = range(min(_COLUMNS, max(counts, default=0)))
        lengths = [1 + max(place for place, count in enumerate(counts) if count > at) for at in deep]
        further = takewhile(bool, (max(0, count - _COLUMNS) for count in counts))
        #: Where in `_others` the alternatives of each condition that has some start, and one further on end.
        self._starts = packed(accumulate(further, initial=0))
        *drafts, others = (_Draft(length, -len(self._shared)) for length in (*lengths, self._starts[-1]))
        for anchor, own in groupby(enumerate(postings), key=lambda numbered: numbered[1].anchor):
            number = numbers[anchor]
            for at, (which, posting) in enumerate(own):
                draft, place = (drafts[at], number) if at < _COLUMNS else (others, self._starts[number] + at - _COLUMNS)
                draft.put(place, numbers[posting.second], self._coded(posting, self._demands.numbers.get(which)))
        self._demands.numbers.clear()
        self._columns = [draft.column() for draft in drafts]
        self._others = others.column()

    def met_by(self, true: set[int]) -> set[int]:
        """The rules that are met where exactly these conditions hold."""
        found: list[int] = []
        met = sorted(true)
        for length, second, (low, high) in self._columns:
            del met[bisect_left(met, length) :]
            if not met:
                break
            places = [anchor for anchor in met if second[anchor] in true]
            found += [low[at] | high[at] << 16 for at in places] if high else [low[at] for at in places]
        else:
            if self._others.length:
                found += self._met_others(met, true)
        return self._opened(set(found), true)

    def _met_others(self, met: Iterable[int], true: set[int]) -> Iterator[int]:
        """Those that a few conditions have beside the ones in the columns."""
        _, second, owners = self._others
        for anchor in met:
            if anchor >= len(self._starts) - 1:
                break
            at, end = self._starts[anchor], self._starts[anchor + 1]
            if not true.isdisjoint(second[at:end]):
                yield from (owners.at(place) for place in range(at, end) if second[place] in true)

    def _opened(self, found: set[int], true: set[int]) -> set[int]:
        """The rules behind what several ask for, and those of which more is asked where it is so."""
        several = [code for code in found if code < 0]
        if not several:
            return found
        found.difference_update(several)
        first = -len(self._shared)
        asking = [first + ~code for code in several if code < first]
        several = [code for code in several if code >= first]
        for owner in self._demands.met(asking, true):
            (found.add if owner >= 0 else several.append)(owner)
        return found.union(*(self._shared[~code] for code in several)) if several else found

    def _coded(self, posting: Posting, demand: int | None) -> int:
        """Whose an alternative is; several rules and demands in one row below 0."""
        return posting.owner if demand is None else ~(len(self._shared) + demand)


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


def arranged(postings: Iterable[Posting], size: int, order: Iterable[int]) -> Sequence[int]:
    """For each condition the number under which it stands in the columns: most alternatives first.

    Those with equally many keep the order told, in which others than conditions may stand and some be left out.

    Where there are many, what rules ask for beside goes before those with one alternative, and leaves a hole in the
    first column where it has none: so it is named in two bytes.
    """
    counts = Counter(posting.anchor for posting in postings)
    beside = set[int]()
    if size > _TWO_BYTES:
        named = chain.from_iterable(
            (one.second, *one.more) if one.second != one.anchor else one.more for one in postings
        )
        beside = {max(number, ~number) for number in named}
    every = dict.fromkeys(chain((number for number in order if number < size), range(size)))
    return _places(sorted(every, key=lambda number: (-max(counts[number], number in beside), number not in beside)))


def _places(order: Collection[int]) -> Sequence[int]:
    """Where each number stands in an order of them all."""
    places = array("I", bytes(4 * len(order)))
    for place, number in enumerate(order):
        places[number] = place
    return places
