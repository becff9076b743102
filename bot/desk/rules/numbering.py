"""Gives every condition and every needle its number while rules are put together."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from bot.desk.rules.needles import needles
from bot.desk.rules.nodes import Atom, Concept, Filter, terms

#: From so many needles on, words and stretches are looked for apart.
_APART = 30_000


class Guard(NamedTuple):
    """A condition that its needle does not settle."""

    number: int
    atom: Atom
    hidden_by: frozenset[int]  # numbers of which one must be met to hide it; none: look in any case


class Sought(NamedTuple):
    """Strings to be looked for, and the number that each of them means."""

    patterns: list[bytes]
    numbers: "array[int]"


class _Held(NamedTuple):
    """What hangs on one string."""

    settled: list[int]  # conditions that hold wherever it stands
    doubtful: list[tuple[int, Atom, tuple[str, ...]]]  # conditions with the strings that may hide them


class Numbering:
    """Conditions count up from 0 in the order they were asked for; behind them the needles that settle none alone.

    A needle that settles one condition and serves nothing else has that condition's number: what was met is then
    already what holds.
    """

    def __init__(self, asked: Iterable[Atom]) -> None:
        self.of: Mapping[Atom, int] = {atom: number for number, atom in enumerate(asked)}
        self.facts: dict[tuple[str, str], int] = {}
        self.implied: dict[int, tuple[int, ...]] = {}
        self.guards: dict[int, tuple[Guard, ...]] = {}
        self.size = len(self.of)
        self._held: defaultdict[str, _Held] = defaultdict(lambda: _Held([], []))
        self._hiding: set[str] = set()
        for atom, number in self.of.items():
            self._hang(atom, number)
        for string in self._hiding - self._held.keys():  # looked for, though nobody asks for it
            self._held[string] = _Held([], [])
        self._numbers = {string: self._number(string, held) for string, held in self._held.items()}
        for string, held in self._held.items():
            self._open(self._numbers[string], held)

    def sought(self) -> tuple[Sought, ...]:
        """What to look for: all of it together, or where it is much, what begins with a space and what does not.

        Latin words and CJK stretches apart are quicker found when the tables no longer fit the processor's cache: at
        100,000 terms an English text takes 31 µs instead of 47, and looking for words in a Chinese one 1 (2026-11-22).
        """
        if len(self._numbers) < _APART:
            return (_sought(self._numbers.items()),)
        spaced = {string: number for string, number in self._numbers.items() if string[0] == " "}
        others = self._numbers.items() - spaced.items()
        return _sought(spaced.items()), _sought(sorted(others))

    def settled(self, rules: Mapping[int, int]) -> dict[int, int]:
        """Those of the conditions that nothing but a needle of their own number settles, and no negative id."""
        concluded = {number for implied in self.implied.values() for number in implied}
        concluded |= {guard.number for guards in self.guards.values() for guard in guards}
        concluded.update(self.facts.values())
        return {number: rule for number, rule in rules.items() if number not in concluded and rule >= 0}

    def _hang(self, atom: Atom, number: int) -> None:
        if isinstance(atom, Filter):
            self.facts[atom.name, atom.value] = number
            return
        if isinstance(atom, Concept):
            self.facts["concept", atom.id] = number
        for needed in map(needles, terms(atom)):
            hiding = tuple(string for longer in needed.hidden_by for string in needles(longer).strings)
            self._hiding.update(hiding)
            for string in needed.strings:
                if needed.enough and not hiding:
                    self._held[string].settled.append(number)
                else:
                    self._held[string].doubtful.append((number, atom, hiding if needed.enough else ()))

    def _number(self, string: str, held: _Held) -> int:
        if len(held.settled) == 1 and not held.doubtful and string not in self._hiding:
            return held.settled[0]
        self.size += 1
        return self.size - 1

    def _open(self, number: int, held: _Held) -> None:
        """What follows from a needle with a number of its own."""
        if held.settled != [number]:
            if held.settled:
                self.implied[number] = tuple(dict.fromkeys(held.settled))
            if held.doubtful:
                self.guards[number] = tuple(
                    Guard(own, atom, frozenset(map(self._numbers.__getitem__, hiding)))
                    for own, atom, hiding in dict.fromkeys(held.doubtful)
                )


def _sought(needles: Iterable[tuple[str, int]]) -> Sought:
    chosen = tuple(needles)
    return Sought([string.encode() for string, _ in chosen], array("I", [number for _, number in chosen]))
