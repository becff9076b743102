"""A rule as alternatives: in each, some conditions hold and some do not."""

from collections.abc import Mapping
from itertools import product
from typing import NamedTuple

from bot.desk.rules.nodes import And, Atom, Node, Not, Or

#: More alternatives than this, and the rule is asked as the tree it is.
MOST_CLAUSES = 64
_NONE = frozenset[int]()


class Clause(NamedTuple):
    """One way to meet a rule, by the numbers of conditions."""

    holds: frozenset[int]
    fails: frozenset[int]


def clauses(root: Node, numbers: Mapping[Atom, int]) -> tuple[Clause, ...] | None:
    """The alternatives of a rule, none of them impossible or asking for more than another; None: there are too many.

    A good rule holds in no article that meets none of its conditions, so something holds in each alternative.
    """
    found = _expanded(root, numbers, wanted=True)
    if found is None or len(found) < 2:
        return found if found is None else tuple(found)
    distinct = tuple(dict.fromkeys(found))
    return tuple(clause for clause in distinct if not any(_asks_less(other, clause) for other in distinct))


def _asks_less(clause: Clause, than: Clause) -> bool:
    return clause is not than and clause.holds <= than.holds and clause.fails <= than.fails


def _expanded(node: Node, numbers: Mapping[Atom, int], *, wanted: bool) -> list[Clause] | None:
    match node:
        case Not(child):
            return _expanded(child, numbers, wanted=not wanted)
        case And(nodes) | Or(nodes):
            children = [_expanded(child, numbers, wanted=wanted) for child in nodes]
            known = [child for child in children if child is not None]
            if len(known) < len(children):
                return None
            return _all_of(known) if isinstance(node, And) == wanted else _any_of(known)
        case _:
            own = frozenset((numbers[node],))
            return [Clause(own, _NONE) if wanted else Clause(_NONE, own)]


def _any_of(children: list[list[Clause]]) -> list[Clause] | None:
    found = [clause for child in children for clause in child]
    return found if len(found) <= MOST_CLAUSES else None


def _all_of(children: list[list[Clause]]) -> list[Clause] | None:
    """Every choice of one alternative of each; what has only one is in all of them."""
    size = 1
    for child in children:
        size *= len(child)
    if size > MOST_CLAUSES:
        return None
    always = _merged([child[0] for child in children if len(child) == 1])
    several = [child for child in children if len(child) > 1]
    merged = (_merged([always, *choice]) for choice in product(*several)) if several else (always,)
    # Where a child has no alternative at all, nothing meets the whole.
    return [clause for clause in merged if size and clause.holds.isdisjoint(clause.fails)]


def _merged(clauses: list[Clause]) -> Clause:
    return Clause(
        _NONE.union(*(clause.holds for clause in clauses)), _NONE.union(*(clause.fails for clause in clauses))
    )
