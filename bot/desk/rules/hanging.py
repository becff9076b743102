"""Rules by what they hang on: each alternative is found through the condition that the fewest of them ask for.

The tables are flat arrays of numbers: with a hundred thousand rules the time goes into waiting for memory, and every
object spared is a wait spared.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from bot.desk.rules.clauses import Clause
from bot.desk.rules.nodes import And, Atom, Filter, Node, Not, Or, atoms

Ids = tuple[int, ...]
_NO_RULE = -1


class Numbers(NamedTuple):
    """What is known of the conditions when rules are hung."""

    of: Callable[[Atom], int]
    size: int  # how many numbers there are, negative ones included
    seen: Mapping[int, int]  # in how many sample articles each holds, 0 where it is not there


class _Edge(NamedTuple):
    """One alternative of some rules, hanging on a condition."""

    other: int  # must hold too; the condition itself where nothing else is wanted
    holds: frozenset[int]  # the rest that must
    fails: frozenset[int]  # what must not
    rules: Ids


class Hanging:
    """Which rules are met, once it is known which conditions hold."""

    def __init__(
        self, clauses_of: Mapping[Node, tuple[Clause, ...] | None], roots: Mapping[Node, Ids], numbers: Numbers
    ) -> None:
        self._groups: list[Ids] = []  # rules that stand and fall together
        self._trees: dict[int, Ids] = {}
        self._roots: list[tuple[Node, Ids]] = []
        self._tree_numbers: dict[Atom, int] = {}
        self._alone = array("q", [_NO_RULE]) * numbers.size  # negative numbers count from the end
        self._has_alone = False
        self._spans: list[range | tuple[()]] = [()] * numbers.size
        self._others, self._rules = array("q"), array("q")
        self._more: dict[int, tuple[frozenset[int], frozenset[int]]] = {}
        known: list[tuple[Clause, Ids]] = []
        for root, alternatives in clauses_of.items():
            if alternatives is None:
                self._take_tree(root, roots[root], numbers.of)
            else:
                known += ((clause, roots[root]) for clause in alternatives)
        for own, edges in _hung(known, numbers):
            first = len(self._others)
            for edge in edges:
                self._lay(own, edge)
            if len(self._others) > first:
                self._spans[own] = range(first, len(self._others))

    def _lay(self, own: int, edge: _Edge) -> None:
        plain = not edge.holds and not edge.fails
        if plain and edge.other == own:
            self._alone[own] = self._grouped(edge.rules)
            self._has_alone = True
            return
        if not plain:
            self._more[len(self._others)] = (edge.holds, edge.fails)
        self._others.append(edge.other)
        self._rules.append(self._grouped(edge.rules))

    def _grouped(self, rules: Ids) -> int:
        """A rule's id, or below -1 the place of several."""
        if len(rules) == 1 and rules[0] >= 0:
            return rules[0]
        self._groups.append(rules)
        return -1 - len(self._groups)

    def met_by(self, true: set[int]) -> set[int]:
        """The rules that are met where exactly these conditions hold."""
        found = set(map(self._alone.__getitem__, true)) if self._has_alone else set()
        others, spans = self._others, self._spans
        edges = [edge for number in true for edge in spans[number] if others[edge] in true]
        if edges:
            more = self._more
            rules = self._rules
            found.update([rules[edge] for edge in edges if edge not in more or self._is_met(*more[edge], true)])
        if self._groups:
            groups = [rule for rule in found if rule < _NO_RULE]
            found.difference_update(groups)
            found.update(chain.from_iterable(self._groups[-2 - group] for group in groups))
        found.discard(_NO_RULE)
        return found | self._met_trees(true) if self._trees else found

    @staticmethod
    def _is_met(holds: frozenset[int], fails: frozenset[int], true: set[int]) -> bool:
        return holds <= true and fails.isdisjoint(true)

    def _met_trees(self, true: set[int]) -> set[int]:
        candidates = set(chain.from_iterable(self._trees[number] for number in true & self._trees.keys()))
        met = (rules for root, rules in map(self._roots.__getitem__, candidates) if self._stands(root, true))
        return set(chain.from_iterable(met))

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

    def _take_tree(self, root: Node, rules: Ids, number: Callable[[Atom], int]) -> None:
        """Hangs a rule on every condition it has: one of them holds wherever the rule does."""
        self._roots.append((root, rules))
        for atom in dict.fromkeys(atoms(root)):
            own = self._tree_numbers[atom] = number(atom)
            self._trees[own] = (*self._trees.get(own, ()), len(self._roots) - 1)


def _hung(known: Sequence[tuple[Clause, Ids]], numbers: Numbers) -> Iterator[tuple[int, tuple[_Edge, ...]]]:
    """The edges of each condition that alternatives hang on."""
    uses = Counter(atom for clause, _ in known for atom in clause.holds)

    def commonness(atom: Atom) -> tuple[bool, int, int, int]:
        number = numbers.of(atom)
        return isinstance(atom, Filter), numbers.seen[number], uses[atom], number

    edges: dict[int, dict[tuple[int, frozenset[int], frozenset[int]], list[int]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for clause, rules in known:
        own, *others = dict.fromkeys(numbers.of(atom) for atom in sorted(clause.holds, key=commonness))
        fails = frozenset(map(numbers.of, clause.fails))
        edges[own][others[0] if others else own, frozenset(others[1:]), fails] += rules
    for own, found in edges.items():
        yield own, tuple(_Edge(*wanted, tuple(dict.fromkeys(rules))) for wanted, rules in found.items())
