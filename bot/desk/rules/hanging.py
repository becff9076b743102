"""Rules by what they hang on: each alternative is found through the condition that the fewest of them ask for."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from itertools import chain

from bot.desk.rules.clauses import Clause, clauses
from bot.desk.rules.nodes import And, Atom, Filter, Node, Not, Or, atoms

Ids = tuple[int, ...]
Wanted = tuple[frozenset[int], frozenset[int], Ids]  # what else holds, what does not, and for which rules


class Hanging:
    """Which rules are met, once it is known which conditions hold."""

    def __init__(self, roots: Mapping[Node, Iterable[int]], number: Callable[[Atom], int]) -> None:
        self._alone: dict[int, Ids] = {}
        self._pairs: dict[int, dict[int, Ids]] = {}
        self._unless: dict[int, tuple[tuple[frozenset[int], Ids], ...]] = {}
        self._longer: dict[int, dict[int, tuple[Wanted, ...]]] = {}
        self._trees: dict[int, tuple[tuple[Node, Ids], ...]] = {}
        self._tree_numbers: dict[Atom, int] = {}
        known: list[tuple[Clause, Ids]] = []
        for root, rules in roots.items():
            alternatives = clauses(root)
            if alternatives is None:
                self._take_tree(root, tuple(rules), number)
            else:
                known += ((clause, tuple(rules)) for clause in alternatives)
        self._hang(known, number)

    def met_by(self, true: set[int]) -> set[int]:
        """The rules that are met where exactly these conditions hold."""
        found = set(chain.from_iterable(filter(None, map(self._alone.get, true))))
        for pairs in filter(None, map(self._pairs.get, true)):
            found.update(chain.from_iterable([pairs[other] for other in pairs.keys() & true]))
        for exceptions in filter(None, map(self._unless.get, true)):
            for fails, rules in exceptions:
                if fails.isdisjoint(true):
                    found.update(rules)
        self._add_longer(true, found)
        if self._trees:
            for root, rules in chain.from_iterable(filter(None, map(self._trees.get, true))):
                if self._stands(root, true):
                    found.update(rules)
        return found

    def _add_longer(self, true: set[int], found: set[int]) -> None:
        for longer in filter(None, map(self._longer.get, true)):
            for other in longer.keys() & true:
                for holds, fails, rules in longer[other]:
                    if holds <= true and fails.isdisjoint(true):
                        found.update(rules)

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
        for atom in dict.fromkeys(atoms(root)):
            own = self._tree_numbers[atom] = number(atom)
            self._trees[own] = (*self._trees.get(own, ()), (root, rules))

    def _hang(self, known: list[tuple[Clause, Ids]], number: Callable[[Atom], int]) -> None:
        uses = Counter(atom for clause, _ in known for atom in clause.holds)
        alone: dict[int, list[int]] = defaultdict(list)
        pairs: dict[int, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
        unless: dict[int, dict[frozenset[int], list[int]]] = defaultdict(lambda: defaultdict(list))
        longer: dict[int, dict[int, list[Wanted]]] = defaultdict(lambda: defaultdict(list))

        def commonness(atom: Atom) -> tuple[bool, int, int]:
            return isinstance(atom, Filter), uses[atom], number(atom)

        for clause, rules in known:
            rarest, *others = dict.fromkeys(number(atom) for atom in sorted(clause.holds, key=commonness))
            fails = frozenset(map(number, clause.fails))
            if len(others) > 1 or (others and fails):
                longer[rarest][others[0]].append((frozenset(others[1:]), fails, rules))
            elif fails:
                unless[rarest][fails] += rules
            elif others:
                pairs[rarest][others[0]] += rules
            else:
                alone[rarest] += rules
        self._alone = {own: tuple(rules) for own, rules in alone.items()}
        self._pairs = {own: {other: tuple(rules) for other, rules in found.items()} for own, found in pairs.items()}
        self._unless = {own: tuple((fails, tuple(rules)) for fails, rules in f.items()) for own, f in unless.items()}
        self._longer = {own: {other: tuple(wanted) for other, wanted in f.items()} for own, f in longer.items()}
