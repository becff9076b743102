"""Reads a rule. Written by hand, because every refusal has to say its place, its reason and what would be right.

A grammar tool reports what it expected next; the errors of these rules are about what stood before: the bracket that
was never closed, the operator that found no operand, the minus that touches nothing.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from bot.desk.rules.atoms import Names, read_atom
from bot.desk.rules.lexemes import Lexeme, Lexer
from bot.desk.rules.nodes import And, Concept, Filter, Near, Node, Not, Or, Query, atoms
from bot.desk.rules.questions import questions
from bot.desk.rules.refusal import RuleError, refusal
from bot.desk.rules.words import is_one_character

MOST_CHARACTERS, MOST_TERMS = 500, 40
_MENDS = 5  # how many things may be wrong with a rule that we still try to mend


def parse(rule: str, vocabulary: Names) -> Query:
    """Reads a rule as typed.

    Raises:
        RuleError: with the place, the reason and, where it can be guessed, a rule that would be accepted.
    """
    root, lexemes, commas = _understood(rule, vocabulary)
    return Query(rule, root, questions(lexemes, commas=commas))


def parse_root(rule: str, vocabulary: Names) -> Node:
    """What a rule asks for, and nothing of what to ask its writer; for reading many.

    Raises:
        RuleError: as `parse`.
    """
    return _understood(rule, vocabulary).root


class _Understood(NamedTuple):
    """A rule as it was read."""

    root: Node
    lexemes: tuple[Lexeme, ...]
    commas: bool  # some were read as spaces


def _understood(rule: str, vocabulary: Names) -> _Understood:
    try:
        return _read(rule, vocabulary)
    except RuleError as error:
        raise RuleError(error.position, error.why, _mended(error, vocabulary)) from None


def _mended(error: RuleError, vocabulary: Names) -> str:
    """The first guess that is itself a good rule, mending what remains as well."""
    for _ in range(_MENDS):
        if not error.hint.strip():
            return ""
        try:
            _read(error.hint, vocabulary)
        except RuleError as remaining:
            error = remaining
        else:
            return " ".join(error.hint.split())
    return ""


def _read(rule: str, vocabulary: Names) -> _Understood:
    if len(rule) > MOST_CHARACTERS:
        raise refusal(1, "long", most=MOST_CHARACTERS, count=len(rule))
    lexer = Lexer(rule)
    lexemes = tuple(lexer.lexemes())
    if not lexemes:
        raise refusal(1, "empty")
    root = _Reader(rule, vocabulary).read(lexemes)
    _check(root)
    return _Understood(root, lexemes, bool(lexer.commas))


def _check(root: Node) -> None:
    found = tuple(atoms(root))
    if len(found) > MOST_TERMS:
        raise refusal(1, "many", most=MOST_TERMS, count=len(found))
    only = found[0]
    if len(found) == 1 and not isinstance(only, Filter | Concept | Near) and is_one_character(only):
        raise refusal(1, "one_character")
    if _holds_of_nothing(root):
        raise refusal(1, "only_negative")


def _holds_of_nothing(node: Node) -> bool:
    """Whether a condition is met by an article in which none of its terms and filters hold."""
    match node:
        case And(nodes):
            return all(map(_holds_of_nothing, nodes))
        case Or(nodes):
            return any(map(_holds_of_nothing, nodes))
        case Not(child):
            return not _holds_of_nothing(child)
        case _:
            return False


@dataclass(slots=True)
class _Group:
    """What stands between two brackets, read so far."""

    opening: Lexeme | None
    branches: list[list[Node]] = field(default_factory=lambda: [[]])  # alternatives of conditions that all must hold
    waiting: list[Lexeme] = field(default_factory=list)  # operators whose operand has not come yet

    def add(self, node: Node) -> None:
        for lexeme in reversed(self.waiting):
            if lexeme.kind in {"NOT", "-"}:
                node = node.node if isinstance(node, Not) else Not(node)
        self.waiting.clear()
        self.branches[-1].append(node)

    def node(self) -> Node:
        return _joined(Or, [_joined(And, branch) for branch in self.branches])


def _joined(kind: type[And] | type[Or], nodes: list[Node]) -> Node:
    """One node for several, groups of the same kind opened up."""
    flat: list[Node] = []
    for node in nodes:
        flat += node.nodes if isinstance(node, kind) else (node,)
    return flat[0] if len(flat) == 1 else kind(tuple(flat))


class _Reader:
    """Puts lexemes together; groups stand on a stack of their own, so that no nesting is too deep."""

    def __init__(self, rule: str, vocabulary: Names) -> None:
        self._rule = rule
        self._vocabulary = vocabulary
        self._groups = [_Group(None)]

    def read(self, lexemes: tuple[Lexeme, ...]) -> Node:
        for lexeme in lexemes:
            match lexeme.kind:
                case "(":
                    self._groups.append(_Group(lexeme))
                case ")":
                    self._close(lexeme)
                case "NOT" | "-":
                    self._groups[-1].waiting.append(lexeme)
                case "AND" | "OR":
                    self._operator(lexeme)
                case _:
                    self._groups[-1].add(read_atom(lexeme, self._rule, self._vocabulary))
        self._all_answered(self._groups[-1])
        if opening := self._groups[-1].opening:
            raise refusal(opening.start + 1, "unclosed", self._rule + ")")
        return self._groups[-1].node()

    def _operator(self, lexeme: Lexeme) -> None:
        group = self._groups[-1]
        self._all_answered(group)
        if not group.branches[-1]:
            raise self._lonely(lexeme)
        group.waiting.append(lexeme)
        if lexeme.kind == "OR":
            group.branches.append([])

    def _close(self, lexeme: Lexeme) -> None:
        group = self._groups[-1]
        self._all_answered(group)
        if group.opening is None:
            raise refusal(lexeme.start + 1, "unopened", self._without(lexeme.start, lexeme.end))
        if not group.branches[-1]:
            mended = self._without(group.opening.start, lexeme.end)
            raise refusal(group.opening.start + 1, "empty_group", mended)
        self._groups.pop()
        self._groups[-1].add(group.node())

    def _all_answered(self, group: _Group) -> None:
        if group.waiting:
            raise self._lonely(group.waiting[-1])

    def _lonely(self, lexeme: Lexeme) -> RuleError:
        mended = self._without(lexeme.start, lexeme.end)
        return refusal(lexeme.start + 1, "lonely", mended, operator=lexeme.kind)

    def _without(self, start: int, end: int) -> str:
        return self._rule[:start] + self._rule[end:]
