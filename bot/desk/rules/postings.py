"""Rules by what they hang on: each alternative is found through the rarest of the conditions that it needs.

An alternative is a place in four rows of plain numbers, those of one anchor side by side: what else must hold, what
more is asked, and whose it is. So a rule takes a few bytes, and of most anchors one look says that nothing is met.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import accumulate, chain
from typing import NamedTuple

from bot.desk.rules.clauses import Clause, clauses
from bot.desk.rules.nodes import And, Atom, Filter, Node, Not, Or, atoms

Ids = tuple[int, ...]

#: Up to so many alternatives it is quicker to look at each than to cut them out for a look at all.
_FEW = 3


class Numbers(NamedTuple):
    """What is known of the conditions when rules are hung."""

    of: Mapping[Atom, int]
    seen: Mapping[int, int]  # in how many sample articles each holds, 0 where it is not there


class _Tree(NamedTuple):
    """A rule with too many alternatives, asked as it is."""

    root: Node
    of: Mapping[Atom, int]

    @property
    def asked(self) -> Collection[int]:
        return {self.of[atom] for atom in atoms(self.root)}

    def met(self, true: Collection[int]) -> bool:
        return self._stands(self.root, true)

    def _stands(self, node: Node, true: Collection[int]) -> bool:
        match node:
            case And(nodes):
                return all(self._stands(child, true) for child in nodes)
            case Or(nodes):
                return any(self._stands(child, true) for child in nodes)
            case Not(child):
                return not self._stands(child, true)
            case _:
                return self.of[node] in true


class _Rest(NamedTuple):
    """What an alternative asks for beside the two conditions it hangs on."""

    holds: frozenset[int]
    fails: frozenset[int]

    @property
    def asked(self) -> Collection[int]:
        return self.holds | self.fails

    def met(self, true: set[int]) -> bool:
        return self.holds <= true and self.fails.isdisjoint(true)


class Posting(NamedTuple):
    """An alternative while the rows are made."""

    anchor: int
    second: int  # the anchor itself where nothing else must hold
    more: _Rest | _Tree | None
    rules: Ids


class Postings:
    """Which rules are met, once it is known which conditions hold."""

    def __init__(self, postings: Iterable[Posting], size: int) -> None:
        postings = sorted(postings, key=lambda posting: posting[:2])
        counts = Counter(posting.anchor for posting in postings)
        self._start = _starts(counts, size)
        self._second = array("I", (posting.second for posting in postings))
        # 0: nothing more; n: condition n - 1 must hold; -n: it must not; beyond the conditions: `_rests`.
        self._more = array("i", bytes(4 * len(postings)))
        self._rests: list[_Rest | _Tree] = []
        # A rule's id; -n: the n-th of `_shared`.
        self._rules = array("q", bytes(8 * len(postings)))
        self._shared: list[Ids] = []
        self._size = size
        for place, posting in enumerate(postings):
            self._more[place] = self._coded(posting.more) if posting.more else 0
            self._rules[place] = posting.rules[0] if len(posting.rules) == 1 else self._share(posting.rules)

    def met_by(self, true: set[int]) -> set[int]:
        """The rules that are met where exactly these conditions hold."""
        # Quicker than any wording with tables or sets for each anchor, which lie all over the memory (2026-11-22).
        start, second, more, rules = self._start, self._second, self._more, self._rules
        found: list[int] = []
        for anchor in true:
            at, end = start[anchor], start[anchor + 1]
            if end - at > _FEW and true.isdisjoint(second[at:end]):
                continue
            while at < end:
                if second[at] in true and (not more[at] or self._holds_too(more[at], true)):
                    found.append(rules[at])
                at += 1
        return self._opened(set(found)) if self._shared else set(found)

    def _holds_too(self, more: int, true: set[int]) -> bool:
        if more < 0:
            return -more - 1 not in true
        if more <= self._size:
            return more - 1 in true
        return self._rests[more - self._size - 1].met(true)

    def _opened(self, found: set[int]) -> set[int]:
        """The rules behind what several ask for."""
        several = [number for number in found if number < 0]
        return found.difference(several).union(*(self._shared[-number - 1] for number in several))

    def _coded(self, more: _Rest | _Tree) -> int:
        if isinstance(more, _Rest) and len(more.holds) + len(more.fails) == 1:
            return next(iter(more.holds)) + 1 if more.holds else -next(iter(more.fails)) - 1
        self._rests.append(more)
        return self._size + len(self._rests)

    def _share(self, rules: Ids) -> int:
        self._shared.append(rules)
        return -len(self._shared)


class _Sparse(dict[int, int]):
    """Where the alternatives of a few anchors start; of any other, none do."""

    def __missing__(self, anchor: int) -> int:
        return 0


def _starts(counts: Mapping[int, int], size: int) -> "array[int] | _Sparse":
    """Where the alternatives of each anchor start, and one further on end."""
    if len(counts) * 16 > size:
        return array("I", accumulate((counts.get(number, 0) for number in range(size)), initial=0))
    starts, end = _Sparse(), 0
    for anchor in sorted(counts):
        starts[anchor] = end
        end += counts[anchor]
        starts[anchor + 1] = end
    return starts


def alone(postings: Iterable[Posting]) -> dict[int, int]:
    """The rule of each condition that is all its rule asks for, where nobody else asks for that condition."""
    asked = Counter[int]()
    found = {}
    for posting in postings:
        asked.update({posting.anchor, posting.second, *(posting.more.asked if posting.more else ())})
        if posting.anchor == posting.second and not posting.more and len(posting.rules) == 1:
            found[posting.anchor] = posting.rules[0]
    return {number: rule for number, rule in found.items() if asked[number] == 1}


def hung(roots: Mapping[Node, Iterable[int]], numbers: Numbers) -> list[Posting]:
    """Every alternative with its anchor; a tree hangs on each of its conditions: one of them holds where it does."""
    owned: dict[Clause, list[int]] = defaultdict(list)
    hung = []
    for root, rules in roots.items():
        alternatives = clauses(root, numbers.of)
        if alternatives is None:
            tree, asking = _Tree(root, numbers.of), tuple(rules)
            hung += [Posting(own, own, tree, asking) for own in {numbers.of[atom] for atom in atoms(root)}]
        else:
            for clause in alternatives:
                owned[clause] += rules
    rank = _ranks(owned, numbers)
    for clause, rules in owned.items():
        anchor, *others = sorted(clause.holds, key=rank.__getitem__) if len(clause.holds) > 1 else clause.holds
        rest = _Rest(frozenset(others[1:]), clause.fails)
        more = rest if any(rest) else None
        hung.append(Posting(anchor, others[0] if others else anchor, more, tuple(dict.fromkeys(rules))))
    return hung


def _ranks(owned: Iterable[Clause], numbers: Numbers) -> Sequence[tuple[bool, int, int]]:
    """How common each condition is: first what holds in few articles, then what few ask for; filters last."""
    uses = Counter(chain.from_iterable(clause.holds for clause in owned))
    filters = {number for atom, number in numbers.of.items() if isinstance(atom, Filter)}
    return [(number in filters, numbers.seen.get(number, 0), uses[number]) for number in range(len(numbers.of))]
