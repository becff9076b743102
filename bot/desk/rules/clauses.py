"""A rule as alternatives: in each, some conditions hold and some do not."""

from dataclasses import dataclass
from itertools import product

from bot.desk.rules.nodes import And, Atom, Node, Not, Or

#: More alternatives than this, and the rule is asked as the tree it is.
MOST_CLAUSES = 64


@dataclass(frozen=True, slots=True)
class Clause:
    """One way to meet a rule."""

    holds: frozenset[Atom]
    fails: frozenset[Atom]


def clauses(root: Node) -> tuple[Clause, ...] | None:
    """The alternatives of a rule, none of them impossible; None when there are too many.

    A good rule holds in no article that meets none of its conditions, so something holds in each alternative.
    """
    found = _expanded(root, wanted=True)
    return None if found is None else tuple(dict.fromkeys(found))


def _expanded(node: Node, *, wanted: bool) -> list[Clause] | None:
    match node:
        case Not(child):
            return _expanded(child, wanted=not wanted)
        case And(nodes) | Or(nodes):
            children = [_expanded(child, wanted=wanted) for child in nodes]
            known = [child for child in children if child is not None]
            if len(known) < len(children):
                return None
            return _all_of(known) if isinstance(node, And) == wanted else _any_of(known)
        case _:
            own, none = frozenset({node}), frozenset[Atom]()
            return [Clause(own, none) if wanted else Clause(none, own)]


def _any_of(children: list[list[Clause]]) -> list[Clause] | None:
    found = [clause for child in children for clause in child]
    return found if len(found) <= MOST_CLAUSES else None


def _all_of(children: list[list[Clause]]) -> list[Clause] | None:
    size = 1
    for child in children:
        size *= len(child)
    if size > MOST_CLAUSES:
        return None
    merged = (
        Clause(
            frozenset[Atom]().union(*(clause.holds for clause in choice)),
            frozenset[Atom]().union(*(clause.fails for clause in choice)),
        )
        for choice in product(*children)
    )
    return [clause for clause in merged if not clause.holds & clause.fails]
