"""Reads a rule back in plain words, before it is saved."""

from bot.desk.rules.confusables import left_out
from bot.desk.rules.nodes import And, Concept, Filter, Near, Node, Not, Or, Passage, Query, Term, Words, atoms, terms
from bot.desk.rules.words import numbers

_ANYWHERE = "title, lead or body"
_LANGUAGES = {"en": "English", "ko": "Korean", "zh": "Chinese", "ja": "Japanese"}
_FILTERS = {
    "side": "the outlet's side is {}",
    "lang": "the language is {}",
    "source": "the source is {}",
    "kind": "the outlet is a {}",
    "topic": "the topic is {}",
}


def echo(query: Query) -> str:
    """What the rule means, what it leaves out, and what its writer may have meant otherwise; one statement a line."""
    said = dict.fromkeys((_sentence(query.root), *_remarks(query), *query.questions))
    return "\n".join(said)


def _sentence(root: Node) -> str:
    """The whole condition; the fields are named once when every condition looks in all of them."""
    if all(not isinstance(atom, Filter) and not getattr(atom, "field", "") for atom in atoms(root)):
        return f"{_ANYWHERE} has {_said(root, '')}"
    return _said(root, _ANYWHERE)


def _said(node: Node, where: str, *, inside: bool = False) -> str:
    match node:
        case And(nodes):
            said = [_said(child, where, inside=True) for child in nodes]
            joined = "".join(_link(child) + words for child, words in zip(nodes[1:], said[1:], strict=True))
            return f"({said[0]}{joined})" if inside else said[0] + joined
        case Or(nodes):
            return " or ".join(_said(child, where, inside=True) for child in nodes)
        case Not(And() | Or() as group):
            return f"not ({_said(group, where)})"
        case Not(child):
            return _atom(child, where, holds=False)
        case _:
            return _atom(node, where, holds=True)


def _link(node: Node) -> str:
    return ", but " if isinstance(node, Not) else ", and "


def _atom(node: Node, where: str, *, holds: bool) -> str:
    if isinstance(node, Filter):
        said = _FILTERS[node.name].format(_LANGUAGES.get(node.value, node.value))
        return said if holds else said.replace(" is ", " is not ", 1)
    if isinstance(node, Concept):
        field, said = where, f"any name of {node.id} ({len(node.forms)} names)"
    else:
        assert isinstance(node, Words | Passage | Near)
        field, said = node.field or where, _term(node)
    if field:
        return f"{field} has {said}" if holds else f"{field} has not {said}"
    return said if holds else f"not {said}"


def _term(term: Term) -> str:
    match term:
        case Near(parts, within):
            unit = "characters" if isinstance(parts[0], Passage) else "words"
            words = ", ".join(_plain(part) for part in parts)
            return f"{words} within {within} {unit} of each other, in any order"
        case Words(capitals=True):
            return f"{term.tokens[0].upper()} in capitals only"
        case Words(prefix=True):
            return f"{_phrase(*term.tokens)}… (anything that begins so)"
        case Words(plural=True):
            *before, last = term.tokens
            others = sorted(numbers(last) - {last}, key=len)
            return " or ".join(_phrase(*before, form) for form in (last, *others[:1]))
        case _:
            return _plain(term)


def _plain(term: Words | Passage) -> str:
    return _phrase(*term.tokens) if isinstance(term, Words) else term.text


def _phrase(*tokens: str) -> str:
    return f"*{' '.join(tokens)}*"


def _remarks(query: Query) -> tuple[str, ...]:
    """Offers for capitals, and what is left out because it only looks alike."""
    searched = [term for atom in atoms(query.root) for term in terms(atom) if not isinstance(atom, Concept)]
    capitals = [term.tokens[0] for term in searched if isinstance(term, Words) and term.capitals]
    offers = [f"{token.upper()} is found in capitals only; write {token} for any case." for token in capitals]
    hidden = list(dict.fromkeys(longer for term in searched for longer in left_out(term)))
    omitted = [f"Left out: {', '.join(hidden)}."] if hidden else []
    return (*offers, *omitted)
