"""What the archive's index can be asked for, so that no article that meets a rule is missed."""

from collections.abc import Iterable

from bot.desk.rules.nodes import And, Concept, Filter, Near, Node, Or, Passage, Words
from bot.desk.rules.words import numbers
from bot.desk.text.fold import fold
from bot.desk.text.tokens import token_texts


def needed(node: Node) -> list[list[str]]:
    """Of each inner list one phrase stands in every article that meets the rule; no list: nothing is known.

    A phrase ending in `*` also stands for longer last words. Only what an article says in title and lead is in the
    archive's index, and a rule is matched there against no more than that.
    """
    match node:
        case And(nodes):
            return [phrases for child in nodes for phrases in needed(child)]
        case Or(nodes):
            children = [needed(child) for child in nodes]
            # One list of each child is enough; the shortest asks for least.
            return [[phrase for child in children for phrase in min(child, key=len)]] if all(children) else []
        case Near(parts):
            return [_phrases(part) for part in parts]
        case Words() | Passage():
            return [_phrases(node)]
        case Concept():
            return [_of_concept(node)]
        case _:
            return []


def facts_needed(node: Node) -> list[tuple[str, str]]:
    """What every article is that meets the rule, as pairs of a filter and its value."""
    parts = node.nodes if isinstance(node, And) else (node,)
    return [(part.name, part.value) for part in parts if isinstance(part, Filter)]


def _of_concept(concept: Concept) -> list[str]:
    """Every form, in either number: what a form means here is for the exact reading to say."""
    plurals = (form + ending for form in concept.forms if form[-1:].isascii() for ending in ("s", "es"))
    named = (phrase for name in concept.names for phrase in _phrases(name))
    return _shortest(dict.fromkeys((*concept.forms, *plurals, *named)))


def _shortest(phrases: Iterable[str]) -> list[str]:
    """Those without the ones in which another stands, token by token: where these are found, that one is too."""
    whole: dict[str, str] = {}
    begun = []
    for phrase in phrases:
        if phrase.endswith("*"):
            begun.append(phrase)
        else:
            whole.setdefault(f" {' '.join(token_texts(fold(phrase).text))} ", phrase)
    shortest = [phrase for row, phrase in whole.items() if not any(other != row and other in row for other in whole)]
    return [*shortest, *begun]


def _phrases(term: Words | Passage) -> list[str]:
    if isinstance(term, Passage):
        return [term.text + "*" * term.open_end]
    *before, last = term.tokens
    if term.prefix:
        return [" ".join(term.tokens) + "*"]
    return [" ".join((*before, form)) for form in (sorted(numbers(last)) if term.plural else [last])]
