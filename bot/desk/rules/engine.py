"""Many rules in one pass over an article: one automaton finds the needles of all conditions.

Needles and conditions share one row of numbers. A condition that one needle settles has its needle's number, so that
for most rules the answer of the automaton is already the set of conditions that hold.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import chain
from typing import NamedTuple

from ahocorasick_rs import BytesAhoCorasick, Implementation

from bot.desk.rules.clauses import clauses
from bot.desk.rules.hanging import Hanging, Numbers
from bot.desk.rules.meeting import holds
from bot.desk.rules.needles import Needles, needles
from bot.desk.rules.nodes import Atom, Filter, Node, atoms, terms
from bot.desk.rules.page import Page

#: Below it the automaton is small enough to stand as a table in the processor's cache.
_TABLE_BELOW = 1_000


#: In no row; keeps the number 0 free.
_NOTHING = "\x00"


class _Guard(NamedTuple):
    """A condition that its needle does not settle."""

    number: int
    atom: Atom
    hidden_by: frozenset[int]  # needles of which one must be met to hide it; none: look in any case


class Engine:
    """A fixed set of rules; a rule is found through its rarest condition."""

    def __init__(self, roots: Mapping[Node, Iterable[int]], sample: Iterable[Page] = ()) -> None:
        """Puts the rules together.

        Args:
            roots: each distinct rule with the ids of those who ask for it.
            sample: articles as they usually come, from which it is learnt what is rare.
        """
        numbering = _Numbering()
        alternatives = {root: clauses(root) for root in roots}
        for root in roots:
            for atom in atoms(root):
                numbering.number(atom)
        self._filters = numbering.filters
        self._implied = {number: tuple(found) for number, found in numbering.implied.items()}
        self._guards = {number: tuple(found) for number, found in numbering.guards.items()}
        patterns = [needle.encode() for needle in numbering.needles]
        kind = Implementation.DFA if len(patterns) < _TABLE_BELOW else Implementation.ContiguousNFA
        self._automaton = BytesAhoCorasick(patterns, implementation=kind) if patterns else None
        seen = Counter(chain.from_iterable(map(self._true, sample)))
        numbers = Numbers(numbering.number, len(patterns) - numbering.lowest, seen)
        self._rules = Hanging(alternatives, {root: tuple(rules) for root, rules in roots.items()}, numbers)

    def ask(self, page: Page) -> set[int]:
        """The ids of all rules that the article meets."""
        return self._rules.met_by(self._true(page))

    def _true(self, page: Page) -> set[int]:
        """The conditions that hold in the article, each looked at once, among the needles that were met."""
        true = set[int]()
        if self._automaton:
            true = {found[0] for found in self._automaton.find_matches_as_indexes(page.row_bytes, overlapping=True)}
        if self._filters:
            true.update(self._filters[fact] for fact in page.properties & self._filters.keys())
        implied = list(chain.from_iterable(map(self._implied.__getitem__, true & self._implied.keys())))
        guards = list(chain.from_iterable(map(self._guards.__getitem__, true & self._guards.keys())))
        settled = [guard.number for guard in guards if guard.hidden_by and guard.hidden_by.isdisjoint(true)]
        true.update(implied, settled)
        doubtful = {guard.number: guard.atom for guard in guards if guard.number not in true}
        true.update([number for number, atom in doubtful.items() if holds(atom, page)])
        return true


class _Numbering:
    """Gives every needle and every condition its number while an engine is built."""

    def __init__(self) -> None:
        self.needles: dict[str, int] = {_NOTHING: 0}  # numbers from 1
        self.lowest = 0  # conditions that are no needle count down from -1
        self.filters: dict[tuple[str, str], int] = {}
        self.implied: dict[int, list[int]] = {}
        self.guards: dict[int, list[_Guard]] = {}
        self._atoms: dict[Atom, int] = {}
        self._taken: set[int] = set()  # needles whose number is that of a condition, too

    def number(self, atom: Atom) -> int:
        """The condition's number; a new one is hung on its needles."""
        known = self._atoms.get(atom)
        if known is None:
            known = self._atoms[atom] = self._new(atom)
        return known

    def _new(self, atom: Atom) -> int:
        if isinstance(atom, Filter):
            return self.filters.setdefault((atom.name, atom.value), self._fresh())
        found = [needles(term) for term in terms(atom)]
        number = self._lent(found) or self._fresh()
        for own in found:
            self._watch(number, atom, own)
        return number

    def _lent(self, found: list[Needles]) -> int:
        """The number of a condition's first needle, if that settles it and nothing else has it yet; else 0."""
        if len(found) != 1 or not found[0].enough or found[0].hidden_by:
            return 0
        first = self._needles(found[0])[0]
        if first in self._taken:
            return 0
        self._taken.add(first)
        return first

    def _watch(self, number: int, atom: Atom, found: Needles) -> None:
        own = self._needles(found)
        if found.enough and not found.hidden_by:
            for needle in own:
                if needle != number:  # read before anything implied is added, so that nothing is implied twice
                    self.implied.setdefault(needle, []).append(number)
            return
        hidden_by = frozenset(needle for longer in found.hidden_by for needle in self._needles(needles(longer)))
        guard = _Guard(number, atom, hidden_by if found.enough else frozenset())
        for needle in own:
            self.guards.setdefault(needle, []).append(guard)

    def _needles(self, found: Needles) -> list[int]:
        return [self.needles.setdefault(needle, len(self.needles)) for needle in found.strings]

    def _fresh(self) -> int:
        self.lowest -= 1
        return self.lowest
