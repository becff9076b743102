"""Many rules as plain numbers: the trees they are read as are let go one by one, a hundred thousand need much room."""

from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from bot.desk.rules.clauses import clauses
from bot.desk.rules.nodes import And, Atom, Node, Not, Or

#: From here on a number in an alternative is not of a condition but of a tree.
TREES = 1 << 30


class Conditions(dict[Atom, int]):
    """The number of each condition, counted up from 0 as they come."""

    def __missing__(self, atom: Atom) -> int:
        number = self[atom] = len(self)
        return number


class Tree(NamedTuple):
    """A rule with too many alternatives, asked as it is: conditions by their numbers, joined as they were typed."""

    kind: str  # and, or, not
    parts: "tuple[int | Tree, ...]"

    def met(self, true: Collection[int]) -> bool:
        """Whether it is met where exactly these conditions hold."""
        stands = (part.met(true) if isinstance(part, Tree) else part in true for part in self.parts)
        if self.kind == "and":
            return all(stands)
        return any(stands) if self.kind == "or" else not any(stands)

    @property
    def asked(self) -> frozenset[int]:
        """The conditions it asks for."""
        return frozenset().union(*(part.asked if isinstance(part, Tree) else {part} for part in self.parts))

    def renumbered(self, numbers: Sequence[int]) -> "Tree":
        """The same where conditions have other numbers."""
        parts = (part.renumbered(numbers) if isinstance(part, Tree) else numbers[part] for part in self.parts)
        return Tree(self.kind, tuple(parts))


class Gathered:
    """What each of many rules asks for.

    An owner is the id of the rule behind an alternative; below 0, all the rules of `shared[~owner]`.
    """

    def __init__(self, rules: Iterable[tuple[Node, Sequence[int]]]) -> None:
        self.conditions = Conditions()
        self.trees: list[Tree] = []
        self.shared: list[tuple[int, ...]] = []
        # Of one alternative after the other how many numbers there are, and these: ~n where n must not hold.
        self._row = array("i")
        self._owners = array("q")
        for root, ids in rules:
            self._gather(root, self._owner(ids))

    def alternatives(self) -> Iterator[tuple[list[int], int]]:
        """Every alternative with its owner: the numbers of what must hold, ~n of what must not, or a tree's."""
        row, at = self._row, 0
        for owner in self._owners:
            end = at + 1 + row[at]
            yield row[at + 1 : end].tolist(), owner
            at = end

    def _owner(self, ids: Sequence[int]) -> int:
        if len(ids) == 1 and ids[0] >= 0:
            return ids[0]
        self.shared.append(tuple(ids))
        return ~(len(self.shared) - 1)

    def _gather(self, root: Node, owner: int) -> None:
        alternatives = clauses(root, self.conditions)
        if alternatives is None:
            tree = self._tree(root)
            self.trees.append(tree if isinstance(tree, Tree) else Tree("and", (tree,)))
            # One of its conditions holds where it does.
            number = TREES + len(self.trees) - 1
            for own in self.trees[-1].asked:
                self._append((own, number), owner)
        else:
            for clause in alternatives:
                self._append((*clause.holds, *(~number for number in clause.fails)), owner)

    def _append(self, numbers: tuple[int, ...], owner: int) -> None:
        self._row.append(len(numbers))
        self._row.extend(numbers)
        self._owners.append(owner)

    def _tree(self, node: Node) -> int | Tree:
        match node:
            case And(nodes):
                return Tree("and", tuple(map(self._tree, nodes)))
            case Or(nodes):
                return Tree("or", tuple(map(self._tree, nodes)))
            case Not(child):
                return Tree("not", (self._tree(child),))
            case _:
                return self.conditions[node]
