"""Reads a rule back in plain words, before it is saved."""

from collections.abc import Iterable
from functools import reduce

from bot.desk.rules.confusables import left_out
from bot.desk.rules.nodes import And, Concept, Filter, Near, Node, Not, Or, Passage, Query, Term, Words, atoms, terms
from bot.desk.rules.vocabulary import LANGUAGES
from bot.desk.rules.wording import Wording, english


def echo(query: Query, words: Wording = english) -> str:
    """What the rule means, what it leaves out, and what its writer may have meant otherwise; one statement a line."""
    asked = (question.told(words) for question in query.questions)
    said = dict.fromkeys((_Reader(words).sentence(query.root), *_remarks(query, words), *asked))
    return "\n".join(said)


class _Reader:
    """Reads conditions aloud in one language."""

    def __init__(self, words: Wording) -> None:
        self._words = words
        self._anywhere = words("echo.anywhere")

    def sentence(self, root: Node) -> str:
        """The whole condition; the fields are named once when every condition looks in all of them."""
        if all(not isinstance(atom, Filter) and not getattr(atom, "field", "") for atom in atoms(root)):
            return self._words("echo.has", where=self._anywhere, what=self._said(root, ""))
        return self._said(root, self._anywhere)

    def _said(self, node: Node, where: str, *, inside: bool = False) -> str:
        match node:
            case And((first, *others)):
                said = self._said(first, where, inside=True)
                for child in others:
                    link = "echo.but" if isinstance(child, Not) else "echo.and"
                    said = self._words(link, left=said, right=self._said(child, where, inside=True))
                return self._words("echo.group", what=said) if inside else said
            case Or(nodes):
                return self._joined("echo.or", (self._said(child, where, inside=True) for child in nodes))
            case Not(And() | Or() as group):
                return self._words("echo.not_group", what=self._said(group, where))
            case Not(child):
                return self._atom(child, where, holds=False)
            case _:
                return self._atom(node, where, holds=True)

    def _joined(self, key: str, said: Iterable[str]) -> str:
        return reduce(lambda left, right: self._words(key, left=left, right=right), said)

    def _atom(self, node: Node, where: str, *, holds: bool) -> str:
        if isinstance(node, Filter):
            spoken = node.name == "lang" and node.value in LANGUAGES
            value = self._words(f"echo.{node.value}") if spoken else node.value
            return self._words(f"echo.{node.name}" + ("" if holds else "_not"), value=value)
        if isinstance(node, Concept):
            said = self._words("echo.concept", name=node.id, count=len(node.forms))
        else:
            assert isinstance(node, Words | Passage | Near)
            where = self._words(f"echo.{node.field}") if node.field else where
            said = self._term(node)
        if where:
            return self._words("echo.has" if holds else "echo.has_not", where=where, what=said)
        return said if holds else self._words("echo.not", what=said)

    def _term(self, term: Term) -> str:
        match term:
            case Near(parts, within):
                key = "echo.near_characters" if isinstance(parts[0], Passage) else "echo.near_words"
                return self._words(key, words=self._joined("echo.comma", map(_plain, parts)), distance=within)
            case Words(capitals=True):
                return self._words("echo.capitals", word=term.tokens[0].upper())
            case Words(prefix=True):
                return self._words("echo.prefix", word=_phrase(*term.tokens))
            case _:
                return _plain(term)


def _plain(term: Words | Passage) -> str:
    return _phrase(*term.tokens) if isinstance(term, Words) else term.text


def _phrase(*tokens: str) -> str:
    return f"*{' '.join(tokens)}*"


def _remarks(query: Query, words: Wording) -> tuple[str, ...]:
    """That plurals count, offers for capitals, and what is left out because it only looks alike."""
    searched = [term for atom in atoms(query.root) for term in terms(atom) if not isinstance(atom, Concept)]
    # Said once: the other number of a name ("chinas") is no word to show.
    plural = [" ".join(term.tokens) for term in searched if isinstance(term, Words) and term.plural]
    both = [words("echo.numbers", word=word) for word in plural[:1]]
    capitals = [term.tokens[0] for term in searched if isinstance(term, Words) and term.capitals]
    offers = [words("echo.any_case", capitals=token.upper(), small=token) for token in capitals]
    hidden = list(dict.fromkeys(longer for term in searched for longer in left_out(term)))
    omitted = [words("echo.left_out", names=", ".join(hidden))] if hidden else []
    return (*both, *offers, *omitted)
