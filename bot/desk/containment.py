"""Whether one rule can be proven to bring nothing that another does not bring as well."""

from collections.abc import Mapping
from dataclasses import replace

from bot.desk.rules.clauses import Clause, clauses
from bot.desk.rules.confusables import maskers
from bot.desk.rules.nodes import Atom, Concept, Filter, Near, Node, Passage, Words, atoms
from bot.desk.rules.words import numbers
from bot.desk.text.tokens import has_cjk, runs


def contained(inner: Node, outer: Node) -> bool:
    """Whether every article that meets `inner` is sure to meet `outer`; False where that cannot be shown."""
    numbers_of = {atom: number for number, atom in enumerate(dict.fromkeys((*atoms(inner), *atoms(outer))))}
    ways, wanted = clauses(inner, numbers_of), clauses(outer, numbers_of)
    if ways is None or wanted is None:
        return False
    of = {number: atom for atom, number in numbers_of.items()}
    return all(any(_grants(way, other, of) for other in wanted) for way in ways)


def _grants(way: Clause, other: Clause, of: Mapping[int, Atom]) -> bool:
    """Whether what holds and fails in one alternative makes another one hold."""
    return all(any(implies(of[own], of[wanted]) for own in way.holds) for wanted in other.holds) and all(
        any(implies(of[excluded], of[own]) for own in way.fails) for excluded in other.fails
    )


def implies(known: Atom, wanted: Atom) -> bool:
    """Whether a condition holds wherever another does, by their wording alone."""
    if known == wanted:
        return True
    if isinstance(known, Filter) or isinstance(wanted, Filter):
        return False
    if isinstance(wanted, Concept):
        return not isinstance(known, Concept | Near) and any(_reads(known, name) for name in wanted.names)
    if isinstance(known, Near):
        return any(implies(replace(part, field=known.field), wanted) for part in known.parts)
    return isinstance(known, Words | Passage) and isinstance(wanted, Words | Passage) and _reads(known, wanted)


def _reads(known: Words | Passage, wanted: Words | Passage) -> bool:
    """The same of terms: in the same field or any, and nothing hides the one but not the other."""
    if wanted.field not in {"", known.field}:
        return False
    if maskers(_bare(wanted)) and (
        _spelling(wanted) != _spelling(known) or maskers(_bare(wanted)) != maskers(_bare(known))
    ):
        return False
    if isinstance(known, Passage):
        if known.open_end or not isinstance(wanted, Passage):
            return known.text == getattr(wanted, "text", "") and getattr(wanted, "open_end", False)
        # A part of Latin letters has borders to keep; one of CJK characters alone has none.
        return known.text == wanted.text or (
            has_cjk(wanted.text) and [wanted.text] == runs(wanted.text) and wanted.text in known.text
        )
    return isinstance(wanted, Words) and _words_read(known, wanted)


def _bare(term: Words | Passage) -> Words | Passage:
    if isinstance(term, Words):
        return Words(term.tokens, term.plural, term.prefix, term.capitals)
    return Passage(term.text, term.open_end)


def _spelling(term: Words | Passage) -> tuple[str, ...]:
    return term.tokens if isinstance(term, Words) else (term.text,)


def _words_read(known: Words, wanted: Words) -> bool:
    if wanted.capitals:
        return known.capitals and known.tokens == wanted.tokens
    size = len(wanted.tokens)
    return any(
        known.tokens[at : at + size - 1] == wanted.tokens[:-1] and _last_reads(known, at + size - 1, wanted)
        for at in range(len(known.tokens) - size + 1)
    )


def _last_reads(known: Words, at: int, wanted: Words) -> bool:
    """Whether every reading of the token at a place is one of the wanted term's last."""
    own, last = known.tokens[at], wanted.tokens[-1]
    at_end = at == len(known.tokens) - 1
    if at_end and known.prefix:
        return wanted.prefix and own.startswith(last)
    readings = numbers(own) if at_end and known.plural else {own}
    if wanted.prefix:
        return all(reading.startswith(last) for reading in readings)
    return readings <= (numbers(last) if wanted.plural else {last})
