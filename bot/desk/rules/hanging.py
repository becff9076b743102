"""Rules by what they hang on: each alternative is found through the condition that the fewest of them ask for.

With a hundred thousand rules the time goes into waiting for memory and into steps of the interpreter: the tables are
such that one article is answered by a few operations on whole rows.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, compress
from typing import NamedTuple

from bot.desk.rules.clauses import Clause, clauses
from bot.desk.rules.nodes import And, Atom, Filter, Node, Not, Or, atoms

Ids = tuple[int, ...]


class Numbers(NamedTuple):
    """What is known of the conditions when rules are hung."""

    of: Mapping[Atom, int]
    size: int  # how many numbers there are, negative ones included
    seen: Mapping[int, int]  # in how many sample articles each holds, 0 where it is not there


class _Edge(NamedTuple):
    """What an alternative asks for beside the condition it hangs on, and whose it is."""

    second: int  # must hold as well; the condition itself where nothing else is wanted
    holds: frozenset[int]  # the rest that must hold
    fails: frozenset[int]  # what must not
    rules: Ids = ()


#: A rule's id; several, or a condition more; nothing.
_Found = int | _Edge | None


class Hanging:
    """Which rules are met, once it is known which conditions hold."""

    def __init__(self, roots: Mapping[Node, Iterable[int]], numbers: Numbers) -> None:
        # By number, negative ones from the end: what asks for the condition alone; what must hold as well, and what
        # is found then, in the same order.
        self._alone: list[_Found] = [None] * numbers.size
        self._seconds: list[tuple[int, ...]] = []
        self._edges: list[tuple[int | _Edge, ...]] = []
        self._simple = True  # everything found is a rule's id
        self._trees: dict[int, Ids] = {}
        self._roots: list[tuple[Node, Ids]] = []
        self._tree_numbers: dict[Atom, int] = {}
        known: list[tuple[Clause, Ids]] = []
        for root, asking in roots.items():
            rules, alternatives = tuple(asking), clauses(root)
            if alternatives is None:
                self._take_tree(root, rules, numbers)
            else:
                known += [(clause, rules) for clause in alternatives]
        for own, edges in _hung(known, numbers):
            self._lay(own, edges, numbers.size)

    def _lay(self, own: int, edges: Iterable[_Edge], size: int) -> None:
        beside = []
        for edge in edges:
            if edge.second == own and self._alone[own] is None and not edge.holds and not edge.fails:
                self._alone[own] = self._plain(edge)
            else:
                beside.append(edge)
        if beside:
            if not self._seconds:
                self._seconds, self._edges = [()] * size, [()] * size
            self._seconds[own] = tuple(edge.second for edge in beside)
            self._edges[own] = tuple(map(self._plain, beside))

    def _plain(self, edge: _Edge) -> int | _Edge:
        if len(edge.rules) == 1 and not edge.holds and not edge.fails:
            return edge.rules[0]
        self._simple = False
        return edge

    def met_by(self, conditions: Collection[int]) -> set[int]:
        """The rules that are met where exactly these conditions hold."""
        if not self._seconds and not self._trees:
            found = set(map(self._alone.__getitem__, conditions))
            return self._opened(found, frozenset() if self._simple else frozenset(conditions))
        true = frozenset(conditions)
        found = set(map(self._alone.__getitem__, true))
        if self._seconds:
            seconds = chain.from_iterable(map(self._seconds.__getitem__, true))
            edges = chain.from_iterable(map(self._edges.__getitem__, true))
            found.update(compress(edges, map(true.__contains__, seconds)))
        met = self._opened(found, true)
        return met | self._met_trees(true) if self._trees else met

    def _opened(self, found: set[_Found], true: frozenset[int]) -> set[int]:
        """The rules behind what was found."""
        found.discard(None)
        if not self._simple:
            for edge in [one for one in found if isinstance(one, _Edge)]:
                found.remove(edge)
                if edge.holds <= true and edge.fails.isdisjoint(true):
                    found.update(edge.rules)
        return found  # type: ignore[return-value] # nothing else is left in it

    def _met_trees(self, true: frozenset[int]) -> set[int]:
        candidates = set(chain.from_iterable(self._trees[number] for number in true & self._trees.keys()))
        met = (rules for root, rules in map(self._roots.__getitem__, candidates) if self._stands(root, true))
        return set(chain.from_iterable(met))

    def _stands(self, node: Node, true: frozenset[int]) -> bool:
        match node:
            case And(nodes):
                return all(self._stands(child, true) for child in nodes)
            case Or(nodes):
                return any(self._stands(child, true) for child in nodes)
            case Not(child):
                return not self._stands(child, true)
            case _:
                return self._tree_numbers[node] in true

    def _take_tree(self, root: Node, rules: Ids, numbers: Numbers) -> None:
        """Hangs a rule on every condition it has: one of them holds wherever the rule does."""
        self._roots.append((root, rules))
        for atom in dict.fromkeys(atoms(root)):
            own = self._tree_numbers[atom] = numbers.of[atom]
            self._trees[own] = (*self._trees.get(own, ()), len(self._roots) - 1)


_NONE = frozenset[int]()


def _hung(known: Sequence[tuple[Clause, Ids]], numbers: Numbers) -> Iterator[tuple[int, Iterator[_Edge]]]:
    """The edges of each condition that alternatives hang on."""
    uses = Counter(atom for clause, _ in known for atom in clause.holds)
    common = {atom: (isinstance(atom, Filter), numbers.seen[numbers.of[atom]], uses[atom]) for atom in uses}
    hung: dict[int, dict[_Edge, list[int]]] = defaultdict(lambda: defaultdict(list))
    for clause, rules in known:
        by_rarity = sorted(clause.holds, key=common.__getitem__) if len(clause.holds) > 1 else clause.holds
        own, *others = dict.fromkeys(map(numbers.of.__getitem__, by_rarity))
        fails = frozenset(map(numbers.of.__getitem__, clause.fails)) if clause.fails else _NONE
        hung[own][_Edge(others[0] if others else own, frozenset(others[1:]) or _NONE, fails)] += rules
    for own, found in hung.items():
        yield own, (wanted._replace(rules=tuple(dict.fromkeys(rules))) for wanted, rules in found.items())
