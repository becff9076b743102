"""Many rules in one pass over an article: single words by lookup, everything else by one automaton."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ahocorasick_rs import BytesAhoCorasick, Implementation

from bot.desk.rules.clauses import Clause, clauses
from bot.desk.rules.meeting import holds
from bot.desk.rules.needles import Needles, needles
from bot.desk.rules.nodes import And, Atom, Filter, Node, Not, Or, atoms, terms
from bot.desk.rules.page import Page

Ids = tuple[int, ...]
Key = str | int  # a word of the row, or the number of a string that the automaton looks for

#: Below it the automaton is small enough to stand as a table in the processor's cache.
_TABLE_BELOW = 1_000


class _Guard(NamedTuple):
    """A condition that its needle does not settle."""

    number: int
    atom: Atom
    hidden_by: frozenset[Key] | None  # what may hide it and has to be met too; None: look in any case


class _Wanted(NamedTuple):
    """What else has to hold, and what must not, for some rules."""

    holds: frozenset[int]
    fails: frozenset[int]
    rules: Ids


class Engine:
    """A fixed set of rules; a rule is found through its rarest condition."""

    def __init__(self, roots: Mapping[Node, Iterable[int]]) -> None:
        self._strings: dict[bytes, int] = {}
        self._numbers: dict[Atom, int] = {}
        self._sure: dict[Key, Ids] = {}
        self._guards: dict[Key, tuple[_Guard, ...]] = {}
        self._filters: dict[tuple[str, str], int] = {}
        self._alone: dict[int, Ids] = {}
        self._pairs: dict[int, dict[int, Ids]] = {}
        self._longer: dict[int, tuple[_Wanted, ...]] = {}
        self._trees: dict[int, tuple[tuple[Node, Ids], ...]] = {}
        self._tree_numbers: dict[Atom, int] = {}
        self._take_in({root: tuple(ids) for root, ids in roots.items()})
        kind = Implementation.DFA if len(self._strings) < _TABLE_BELOW else Implementation.ContiguousNFA
        self._automaton = BytesAhoCorasick(list(self._strings), implementation=kind) if self._strings else None
        self._strings, self._numbers = {}, {}

    def ask(self, page: Page) -> set[int]:
        """The ids of all rules that the article meets."""
        true = self._true(page)
        found: set[int] = set()
        for number in true & self._alone.keys():
            found.update(self._alone[number])
        for number in true & self._pairs.keys():
            pairs = self._pairs[number]
            for other in pairs.keys() & true:
                found.update(pairs[other])
        for number in true & self._longer.keys():
            for wanted in self._longer[number]:
                if wanted.holds <= true and wanted.fails.isdisjoint(true):
                    found.update(wanted.rules)
        for number in true & self._trees.keys():
            for root, rules in self._trees[number]:
                if self._stands(root, true):
                    found.update(rules)
        return found

    def _true(self, page: Page) -> set[int]:
        """The conditions that hold in the article, each looked at once."""
        met: set[Key] = set(page.words & self._sure.keys())
        met |= page.words & self._guards.keys()
        if self._automaton:
            found = self._automaton.find_matches_as_indexes(page.row_bytes, overlapping=True)
            met.update([match[0] for match in found])
        true: set[int] = set()
        for key in met & self._sure.keys():
            true.update(self._sure[key])
        for key in met & self._guards.keys():
            for guard in self._guards[key]:
                if guard.number not in true and self._passes(guard, met, page):
                    true.add(guard.number)
        if self._filters:
            true.update(self._filters[fact] for fact in page.properties & self._filters.keys())
        return true

    def _passes(self, guard: _Guard, met: set[Key], page: Page) -> bool:
        if guard.hidden_by is not None and guard.hidden_by.isdisjoint(met):
            return True
        return holds(guard.atom, page)

    def _stands(self, node: Node, true: set[int]) -> bool:
        match node:
            case And(nodes):
                return all(self._stands(child, true) for child in nodes)
            case Or(nodes):
                return any(self._stands(child, true) for child in nodes)
            case Not(child):
                return not self._stands(child, true)
            case _:
                return self._tree_numbers[node] in true

    def _take_in(self, roots: Mapping[Node, Ids]) -> None:
        known: list[tuple[Clause, Ids]] = []
        trees: dict[int, list[tuple[Node, Ids]]] = defaultdict(list)
        for root, rules in roots.items():
            alternatives = clauses(root)
            if alternatives is None:
                for atom in atoms(root):
                    self._tree_numbers[atom] = self._number(atom)
                    trees[self._number(atom)].append((root, rules))
            else:
                known += ((clause, rules) for clause in alternatives)
        self._trees = {number: tuple(dict.fromkeys(found)) for number, found in trees.items()}
        self._hang(known)

    def _hang(self, known: list[tuple[Clause, Ids]]) -> None:
        """Hangs every alternative on the condition that the fewest of them ask for."""
        uses = Counter(atom for clause, _ in known for atom in clause.holds)
        alone: dict[int, list[int]] = defaultdict(list)
        pairs: dict[int, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
        longer: dict[int, dict[tuple[frozenset[int], frozenset[int]], list[int]]] = defaultdict(
            lambda: defaultdict(list)
        )
        for clause, rules in known:
            rarest = min(clause.holds, key=lambda atom: (isinstance(atom, Filter), uses[atom], self._number(atom)))
            number = self._number(rarest)
            others = frozenset(self._number(atom) for atom in clause.holds if atom is not rarest) - {number}
            fails = frozenset(map(self._number, clause.fails))
            if fails or len(others) > 1:
                longer[number][others, fails] += rules
            elif others:
                pairs[number][next(iter(others))] += rules
            else:
                alone[number] += rules
        self._alone = {number: tuple(rules) for number, rules in alone.items()}
        self._pairs = {
            number: {other: tuple(rules) for other, rules in found.items()} for number, found in pairs.items()
        }
        self._longer = {
            number: tuple(_Wanted(others, fails, tuple(rules)) for (others, fails), rules in found.items())
            for number, found in longer.items()
        }

    def _number(self, atom: Atom) -> int:
        """The condition's number; a new one is hung on its needles."""
        number = self._numbers.get(atom)
        if number is None:
            number = self._numbers[atom] = len(self._numbers)
            if isinstance(atom, Filter):
                self._filters[atom.name, atom.value] = number
            for term in terms(atom):
                self._watch(number, atom, needles(term))
        return number

    def _watch(self, number: int, atom: Atom, found: Needles) -> None:
        keys = self._keys(found)
        if found.enough and not found.hidden_by:
            for key in keys:
                self._sure[key] = (*self._sure.get(key, ()), number)
            return
        hidden_by = frozenset(key for longer in found.hidden_by for key in self._keys(needles(longer)))
        guard = _Guard(number, atom, hidden_by if found.enough else None)
        for key in (*keys, *hidden_by):
            self._guards.setdefault(key, ())
        for key in keys:
            self._guards[key] = (*self._guards[key], guard)

    def _keys(self, found: Needles) -> tuple[Key, ...]:
        return (*found.words, *(self._strings.setdefault(s.encode(), len(self._strings)) for s in found.strings))
