"""What must stand in an article's row for a term to have a chance, and whether that is enough."""

from dataclasses import dataclass

from bot.desk.rules.confusables import maskers
from bot.desk.rules.nodes import Near, Passage, Term, Words
from bot.desk.rules.words import numbers
from bot.desk.text.tokens import has_cjk, runs


@dataclass(frozen=True, slots=True)
class Needles:
    """One of `words` or `strings` stands in the row of every article in which the term is found."""

    words: tuple[str, ...] = ()  # whole pieces between spaces
    strings: tuple[str, ...] = ()  # anywhere in the row
    enough: bool = False  # and where one stands, the term is found, but for what hides it
    hidden_by: tuple[Words | Passage, ...] = ()  # longer strings, one of which must stand there too to hide it


def needles(term: Term) -> Needles:
    """The needles of a term."""
    match term:
        case Words():
            return _of_words(term)
        case Passage():
            return _of_passage(term)
        case Near(parts):
            rarest = max((needles(part) for part in parts), key=_length)
            return Needles(rarest.words, rarest.strings)


def _of_words(term: Words) -> Needles:
    hidden_by = maskers(Words(term.tokens, term.plural, term.prefix, term.capitals))
    enough = not term.field
    *before, last = term.tokens
    if term.capitals:
        return Needles(words=(last.upper(),), enough=enough, hidden_by=hidden_by)
    if term.prefix:
        return Needles(strings=(" ".join(("", *before, last)),), enough=enough, hidden_by=hidden_by)
    forms = sorted(numbers(last)) if term.plural else [last]
    if not before:
        return Needles(words=tuple(forms), enough=enough, hidden_by=hidden_by)
    phrases = tuple(" ".join(("", *before, form, "")) for form in forms)
    return Needles(strings=phrases, enough=enough, hidden_by=hidden_by)


def _of_passage(term: Passage) -> Needles:
    pieces = runs(term.text)
    longest = max(filter(has_cjk, pieces), key=len, default="")
    if not longest:  # a Latin piece beside CJK ones
        return Needles(words=(max(pieces, key=len),))
    hidden_by = maskers(Passage(term.text, term.open_end))
    return Needles(strings=(longest,), enough=longest == term.text and not term.field, hidden_by=hidden_by)


def _length(found: Needles) -> int:
    """How telling needles are: a CJK character says as much as three letters."""
    return min(len(needle.encode()) for needle in (*found.words, *found.strings))
