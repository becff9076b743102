"""What must stand in an article's row for a term to have a chance, and whether that is enough."""

from dataclasses import dataclass

from bot.desk.rules.confusables import maskers
from bot.desk.rules.nodes import Near, Passage, Term, Words
from bot.desk.rules.words import numbers, singulars
from bot.desk.text.tokens import has_cjk, runs

#: Ends a needle that is looked for among the singulars of what stands in the plural, too; not part of what to look for.
EITHER = "\0"


@dataclass(frozen=True, slots=True)
class Needles:
    """One of `strings` stands in the row of every article in which the term is found."""

    strings: tuple[str, ...]
    enough: bool = False  # and where one stands, the term is found, but for what hides it
    hidden_by: tuple[Words | Passage, ...] = ()  # longer strings, one of which must stand there too to hide it


def needles(term: Term, *, either: bool = False) -> Needles:
    """The needles of a term; one for a word in both its numbers where `either` says so."""
    match term:
        case Words():
            return _of_words(term, either=either)
        case Passage():
            return _of_passage(term)
        case Near(parts):
            return Needles(max(map(needles, parts), key=_length).strings)


def _of_words(term: Words, *, either: bool) -> Needles:
    hidden_by = maskers(Words(term.tokens, term.plural, term.prefix, term.capitals))
    enough = not term.field
    *before, last = term.tokens
    if term.capitals:
        return Needles((f" {last.upper()} ",), enough, hidden_by)
    if term.prefix:
        return Needles((" ".join(("", *before, last)),), enough, hidden_by)
    if either and term.plural and not before:
        return Needles((f" {last} {EITHER}", *(f" {form} " for form in singulars(last))), enough, hidden_by)
    forms = sorted(numbers(last)) if term.plural else [last]
    return Needles(tuple(" ".join(("", *before, form, "")) for form in forms), enough, hidden_by)


def _of_passage(term: Passage) -> Needles:
    pieces = runs(term.text)
    longest = max(filter(has_cjk, pieces), key=len, default="")
    if not longest:  # a Latin piece beside CJK ones
        return Needles((f" {max(pieces, key=len)} ",))
    hidden_by = maskers(Passage(term.text, term.open_end))
    return Needles((longest,), longest == term.text and not term.field, hidden_by)


def _length(found: Needles) -> int:
    """How telling needles are: a CJK character says as much as three letters."""
    return min(len(needle.encode()) for needle in found.strings)
