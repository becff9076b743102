"""Rules by what they hang on: each alternative is found through the condition that the fewest of them ask for.

With a hundred thousand rules the time goes into waiting for memory and into steps of the interpreter: the tables are
such that one article is answered by a few operations on whole rows.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain
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
    """What an alternative asks for beside the two conditions it hangs on, and whose it is."""

    holds: frozenset[int]
    fails: frozenset[int]
    rules: Ids = ()


class _Edges:
    """Alternatives that hang on the same two conditions; told apart by identity, which is quicker to hash."""

    __slots__ = ("edges",)

    def __init__(self, edges: tuple[_Edge, ...]) -> None:
        self.edges = edges


#: What is found: a rule's id, or what may be found if more holds.
_Found = int | _Edges


class Hanging:
    """Which rules are met, once it is known which conditions hold."""

    def __init__(self, roots: Mapping[Node, Iterable[int]], numbers: Numbers) -> None:
        # What asks for one condition alone, by number; negative ones count from the end.
        self._alone: list[_Found | None] = [None] * numbers.size
        # For each condition what must hold as well, and what is found then.
        self._pairs: dict[int, tuple[frozenset[int], dict[int, _Found]]] = {}
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
        for own, edges in _hung(known, numbers).items():
            found = {second: self._found(alike) for second, alike in edges.items()}
            self._alone[own] = found.pop(own, None)
            if found:
                self._pairs[own] = frozenset(found), found
        self._hooks = frozenset(self._pairs)

    def _found(self, edges: "Mapping[_Edge, list[int]]") -> _Found:
        for edge, rules in edges.items():
            if len(edges) == len(rules) == 1 and not edge.holds and not edge.fails:
                return rules[0]
        self._simple = False
        return _Edges(tuple(edge._replace(rules=tuple(dict.fromkeys(rules))) for edge, rules in edges.items()))

    def met_by(self, conditions: Collection[int]) -> set[int]:
        """The rules that are met where exactly these conditions hold."""
        found: set[_Found | None] = set(map(self._alone.__getitem__, conditions))
        found.discard(None)
        if self._simple and not self._hooks and not self._trees:
            return found  # type: ignore[return-value] # rules' ids only
        true = frozenset(conditions)
        pairs = self._pairs
        for own in true & self._hooks:
            seconds, edges = pairs[own]
            both = true & seconds
            if both:
                found.update([edges[second] for second in both])
        return self._opened(found, true) | self._met_trees(true)

    def _opened(self, found: set[_Found | None], true: frozenset[int]) -> set[int]:
        """The rules behind what was found."""
        if not self._simple:
            for several in [one for one in found if isinstance(one, _Edges)]:
                found.remove(several)
                for edge in several.edges:
                    if edge.holds <= true and edge.fails.isdisjoint(true):
                        found.update(edge.rules)
        return found  # type: ignore[return-value] # nothing else is left in it

    def _met_trees(self, true: frozenset[int]) -> set[int]:
        if not self._trees:
            return set()
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


def _hung(known: Sequence[tuple[Clause, Ids]], numbers: Numbers) -> dict[int, dict[int, dict[_Edge, list[int]]]]:
    """What hangs on each condition, by what must hold as well: the condition itself where nothing else is wanted."""
    uses = Counter(atom for clause, _ in known for atom in clause.holds)
    common = {atom: (isinstance(atom, Filter), numbers.seen[numbers.of[atom]], uses[atom]) for atom in uses}
    hung: dict[int, dict[int, dict[_Edge, list[int]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for clause, rules in known:
        by_rarity = sorted(clause.holds, key=common.__getitem__) if len(clause.holds) > 1 else clause.holds
        own, *others = dict.fromkeys(map(numbers.of.__getitem__, by_rarity))
        fails = frozenset(map(numbers.of.__getitem__, clause.fails)) if clause.fails else _NONE
        hung[own][others[0] if others else own][_Edge(frozenset(others[1:]) or _NONE, fails)] += rules
    return hung
