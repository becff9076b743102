"""Gives every needle a number while rules are put together, and says what follows where it stands."""

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from bot.desk.rules.needles import EITHER, needles
from bot.desk.rules.nodes import Atom, Concept, Filter, terms
from bot.desk.rules.packing import packed

#: From so many needles on, words and stretches are looked for apart.
_APART = 1_000
#: From so many conditions on, a word that is meant in both numbers has one needle, and articles tell the singulars of
#: their plurals: that takes an eighth off the memory of an index, and 5 µs more an article in English (2026-11-23).
_EITHER = 1_000
#: From so many conditions on, where the number of one takes four bytes, patterns are put in such an order that many
#: need none: 0.16 MB less for 100,000 rules of which most have a word of their own (2026-11-23).
_TAILED = 1 << 16


class Guard(NamedTuple):
    """A condition that its needle does not settle."""

    number: int
    atom: Atom
    hidden_by: frozenset[int]  # numbers of which one must be met to hide it; none: look in any case


class Sought(NamedTuple):
    """Strings to be looked for, and the number that each of them means."""

    patterns: list[bytes]
    numbers: "array[int]"
    either: bytes  # of each eight patterns in a bit: whether the singular of a plural in the text is meant too
    #: If told, `numbers` are those of the first patterns only; a later one's is so much more than its place.
    beyond: int | None = None


class Numbering:
    """Conditions have the numbers they were gathered with; behind them come the needles that settle none alone.

    A needle that settles one condition and serves nothing else has that condition's number: what was met is then
    already what holds.
    """

    def __init__(self, conditions: Mapping[Atom, int]) -> None:
        self.facts: dict[tuple[str, str], int] = {}
        self.filters: set[int] = set()  # of the facts, those that are nothing else
        self.implied: dict[int, tuple[int, ...]] = {}
        self.guards: dict[int, tuple[Guard, ...]] = {}
        self.conditions = self.size = len(conditions)
        self._numbers: dict[str, int] = {}  # of each needle; first of the one condition that it settles
        # What else hangs on a needle: conditions that hold wherever it stands, and those with what may hide them.
        self._settled: defaultdict[str, list[int]] = defaultdict(list)
        self._doubtful: defaultdict[str, list[tuple[int, Atom, tuple[str, ...]]]] = defaultdict(list)
        self._hiding: set[str] = set()
        self._either = len(conditions) >= _EITHER
        for atom, number in conditions.items():
            self._hang(atom, number)
        for string in (*self._settled, *self._doubtful, *self._hiding):
            self._part(string)
        self._open()

    def sought(self) -> tuple[Sought, ...]:
        """What to look for, asked once: all together, or where it is much, what begins with a space and what does not.

        Latin words and CJK stretches apart are quicker found when the tables no longer fit the processor's nearest
        cache, and in the order of their letters what is asked for together lies together: at 10,000 terms an English
        text takes 6.4 µs instead of 7.4, at 100,000 some 24 instead of 32, and looking for words in a Chinese one 1
        (2026-11-23).
        """
        found, self._numbers = self._numbers, {}
        if len(found) < _APART:
            return (_sought(found.items()),)
        in_order = sorted(found.items())
        first = next((at for at, (string, _) in enumerate(in_order) if string[0] > " "), len(in_order))
        return _sought(in_order[:first]), _sought(in_order[first:])

    @property
    def many(self) -> bool:
        """Whether it is worth it to save the numbers of patterns."""
        return self.conditions > _TAILED

    def settled(self, rules: Mapping[int, int]) -> dict[int, int]:
        """Those of the conditions that nothing but a needle of their own number settles."""
        concluded = {number for implied in self.implied.values() for number in implied}
        concluded |= {guard.number for guards in self.guards.values() for guard in guards}
        concluded.update(self.facts.values())
        return {number: rule for number, rule in rules.items() if number not in concluded}

    def renumber(self, numbers: Sequence[int]) -> None:
        """Gives the conditions other numbers among themselves."""

        def new(number: int) -> int:
            return numbers[number] if number < self.conditions else number

        self.facts = {fact: new(number) for fact, number in self.facts.items()}
        self.implied = {new(sign): tuple(map(new, implied)) for sign, implied in self.implied.items()}
        self.guards = {
            new(sign): tuple(Guard(new(one.number), one.atom, frozenset(map(new, one.hidden_by))) for one in guards)
            for sign, guards in self.guards.items()
        }

    def _hang(self, atom: Atom, number: int) -> None:
        if isinstance(atom, Filter):
            self.facts[atom.name, atom.value] = number
            self.filters.add(number)
            return
        if isinstance(atom, Concept):
            self.facts["concept", atom.id] = number
        for needed in (needles(term, either=self._either) for term in terms(atom)):
            hiding = tuple(string for longer in needed.hidden_by for string in needles(longer).strings)
            self._hiding.update(hiding)
            for string in needed.strings:
                if not needed.enough or hiding:
                    self._doubtful[string].append((number, atom, hiding if needed.enough else ()))
                elif self._numbers.setdefault(string, number) != number:
                    self._settled[string].append(number)

    def _part(self, string: str) -> None:
        """A number of its own for a needle that means more than one condition, or none."""
        first = self._numbers.get(string)
        if first is None or first < self.conditions:
            if first is not None:
                self._settled[string].append(first)
            self._numbers[string] = self.size
            self.size += 1

    def _open(self) -> None:
        """What follows from the needles with numbers of their own."""
        for string, settled in self._settled.items():
            if settled:
                self.implied[self._numbers[string]] = tuple(dict.fromkeys(settled))
        for string, doubtful in self._doubtful.items():
            self.guards[self._numbers[string]] = tuple(
                Guard(own, atom, frozenset(map(self._numbers.__getitem__, hiding)))
                for own, atom, hiding in dict.fromkeys(doubtful)
            )
        self._settled.clear()
        self._doubtful.clear()


def renumbered(numbers: Collection[int], new: Sequence[int]) -> Iterable[int]:
    """The numbers of needles where conditions have other ones."""
    return (new[number] if number < len(new) else number for number in numbers)


def tailed(patterns: Sequence[bytes], numbers: Sequence[int], either: bytes) -> Sought:
    """The same patterns, of which the last ones have numbers that count up with their places."""
    tail = _longest_run(numbers)
    apart = frozenset(tail)
    order = [*(at for at in range(len(patterns)) if at not in apart), *tail]
    first = len(order) - len(tail)
    bits = _bits(bool(either and either[at >> 3] >> (at & 7) & 1) for at in order)
    beyond = numbers[tail[0]] - first if tail else 0
    return Sought([patterns[at] for at in order], packed(numbers[at] for at in order[:first]), bits, beyond)


def _longest_run(numbers: Sequence[int]) -> list[int]:
    """The most places, in their order, at which numbers stand that count up by one."""
    places = sorted(range(len(numbers)), key=numbers.__getitem__)
    breaks = [
        at
        for at, (before, place) in enumerate(pairwise(places), 1)
        if before > place or numbers[before] + 1 != numbers[place]
    ]
    runs = pairwise((0, *breaks, len(places)))
    start, end = max(runs, key=lambda run: run[1] - run[0])
    return places[start:end]


def _sought(needles: Iterable[tuple[str, int]]) -> Sought:
    chosen = tuple(needles)
    patterns = [string.removesuffix(EITHER).encode() for string, _ in chosen]
    either = _bits(string.endswith(EITHER) for string, _ in chosen)
    return Sought(patterns, array("I", [number for _, number in chosen]), either)


def _bits(flags: Iterable[bool]) -> bytes:
    """Eight in a byte; nothing where none is set."""
    told = tuple(flags)
    bits = bytearray(len(told) + 7 >> 3)
    for at, flag in enumerate(told):
        bits[at >> 3] |= flag << (at & 7)
    return bytes(bits) if any(bits) else b""
