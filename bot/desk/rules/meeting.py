"""Where an article meets a rule: the plain reading of every condition, which the index must always agree with."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from bot.desk.rules.closeness import Spot, stretches
from bot.desk.rules.confusables import maskers
from bot.desk.rules.nodes import And, Atom, Concept, Filter, Near, Node, Not, Or, Passage, Query, Term, Words, terms
from bot.desk.rules.page import FieldPage, Page
from bot.desk.rules.words import numbers
from bot.desk.text.fold import Folded
from bot.desk.text.tokens import Token, has_cjk, tokens
from bot.model import Hit

Place = tuple[int, int]  # half-open, in the folded field


def match_one(query: Query, page: Page) -> tuple[Hit, ...] | None:
    """The places where an article meets a rule, in reading order; None when it does not.

    A rule of filters alone is met without any place.
    """
    return hits(query.root, page) if holds(query.root, page) else None


def holds(node: Node, page: Page) -> bool:
    """Whether an article meets a condition."""
    match node:
        case And(nodes):
            return all(holds(child, page) for child in nodes)
        case Or(nodes):
            return any(holds(child, page) for child in nodes)
        case Not(child):
            return not holds(child, page)
        case Filter(name, value):
            return (name, value) in page.properties
        case Concept(id_, names):
            return ("concept", id_) in page.properties or any(holds(name, page) for name in names)
        case _:
            return any(next(occurrences(node, field), None) for field in _fields(node, page))


def hits(node: Node, page: Page) -> tuple[Hit, ...]:
    """Every place that speaks for a condition, by field and offset of the original; what is excluded shows none."""
    found = {hit: None for atom in _speaking(node, page) for hit in _atom_hits(atom, page)}
    order = {field.name: number for number, field in enumerate(page.fields)}
    return tuple(sorted(found, key=lambda hit: (order[hit.field], hit.start, -hit.end)))


def _speaking(node: Node, page: Page) -> Iterator[Atom]:
    """The conditions that make the whole hold."""
    match node:
        case And(nodes) | Or(nodes):
            for child in nodes:
                if holds(child, page):
                    yield from _speaking(child, page)
        case Not():
            return
        case _:
            yield node


def _atom_hits(atom: Atom, page: Page) -> Iterator[Hit]:
    if isinstance(atom, Concept):
        for mention in page.text.mentions:
            if mention.concept == atom.id:
                yield Hit(mention.field, *mention.at, mention.text)
    for term in terms(atom):
        yield from _term_hits(term, page)


def _term_hits(term: Term, page: Page) -> Iterator[Hit]:
    for field in _fields(term, page):
        for start, end in occurrences(term, field):
            yield Hit(field.name, *field.folded.span(start, end), term.typed)


def _fields(term: Term, page: Page) -> Iterator[FieldPage]:
    return (field for field in page.fields if term.field in {"", field.name})


def occurrences(term: Term, field: FieldPage) -> Iterator[Place]:
    """Where a term stands in a folded field, the ones inside a confusable longer string left out."""
    if isinstance(term, Near):
        yield from _near(term, field)
        return
    places = _places(term, field)
    masks = maskers(_anywhere(term))
    hidden = [place for mask in masks for place in _places(mask, field)] if masks else []
    for start, end in places:
        if not any(first <= start and end <= last for first, last in hidden):
            yield start, end


def _anywhere(term: Words | Passage) -> Words | Passage:
    """The same term without its field, as confusables know it."""
    if not term.field:
        return term
    if isinstance(term, Words):
        return Words(term.tokens, term.plural, term.prefix, term.capitals)
    return Passage(term.text, term.open_end)


def _places(term: Words | Passage, field: FieldPage) -> Iterator[Place]:
    return _word_places(term, field) if isinstance(term, Words) else _passage_places(term, field)


def _word_places(term: Words, field: FieldPage) -> Iterator[Place]:
    size, row = len(term.tokens), field.tokens
    for at in _beginnings(term, field):
        found = row[at : at + size]
        rest = zip(found[1:-1], term.tokens[1:-1], strict=False)
        if len(found) == size and all(token.text == wanted for token, wanted in rest) and _ends(term, found[-1], field):
            yield found[0].start, found[-1].end


def _beginnings(term: Words, field: FieldPage) -> Iterable[int]:
    """The numbers of the tokens at which a term may begin."""
    if len(term.tokens) > 1:
        return field.numbers.get(term.tokens[0], ())
    if term.prefix:
        wanted = term.tokens[0]
        return sorted(at for text, own in field.numbers.items() if text.startswith(wanted) for at in own)
    forms = numbers(term.tokens[0]) if term.plural else term.tokens
    return sorted(at for form in forms for at in field.numbers.get(form, ()))


def _ends(term: Words, token: Token, field: FieldPage) -> bool:
    """Whether a token may be the term's last one."""
    wanted = term.tokens[-1]
    if term.prefix:
        return token.text.startswith(wanted)
    if term.plural:
        return token.text in numbers(wanted)
    if token.text != wanted:
        return False
    return not term.capitals or field.folded.cased[token.start : token.end] == wanted.upper()


def _passage_places(term: Passage, field: FieldPage) -> Iterator[Place]:
    pattern, first_kind, last_kind = _compiled(term)
    text, at = field.folded.text, 0
    while found := pattern.search(text, at):
        start, end = found.span()
        goes_on = end < len(text) and _runs_on(text, end, last_kind)
        if not goes_on and not (start and _runs_on(text, start - 1, first_kind)):
            yield start, end
        at = start + 1


@lru_cache(maxsize=8192)
def _compiled(term: Passage) -> tuple[re.Pattern[str], str, str]:
    """The stretch as a pattern, and whether its ends are a Latin or digit run whose border must be kept."""
    found = tokens(Folded(term.text, (), (), term.text))
    pieces = [re.escape(found[0].text)]
    for left, right in pairwise(found):
        gap = term.text[left.end : right.start]
        pieces += (_gap(gap, _kind(left.text), _kind(right.text)), re.escape(right.text))
    first, last = _kind(found[0].text), _kind(found[-1].text)
    return re.compile("".join(pieces)), first, "" if term.open_end else last


def _gap(gap: str, left: str, right: str) -> str:
    """What may stand between two tokens: a space more or less where one was typed or kinds meet; marks as typed."""
    if not gap:
        return "" if left == right == "" else " ?"
    if gap == " " and left == right != "":
        return " "  # without it two runs would be one
    return "".join(" ?" if sign == " " else re.escape(sign) for sign in gap)


def _kind(token: str) -> str:
    """What a run may not be continued by: letters, digits, or nothing for a CJK character."""
    return "" if has_cjk(token[0]) else "digit" if token[0].isdecimal() else "letter"


def _runs_on(text: str, at: int, kind: str) -> bool:
    """Whether the character there continues a run of a kind."""
    if not kind:
        return False
    if kind == "digit":
        return text[at].isdecimal()
    while at >= 0 and unicodedata.category(text[at])[0] == "M":
        at -= 1
    return at >= 0 and text[at].isalpha() and not has_cjk(text[at])


def _near(term: Near, field: FieldPage) -> Iterator[Place]:
    """Stretches that hold every part; passages are as far apart as their first characters, words as their tokens."""
    spots: list[list[Spot]] = []
    number = {token.start: at for at, token in enumerate(field.tokens)}
    for part in term.parts:
        places = list(occurrences(part, field))
        if not places:
            return
        if isinstance(part, Passage):
            spots.append([Spot(start, end, start, end) for start, end in places])
        else:
            spots.append([Spot(number[start], number[start] + 1, start, end) for start, end in places])
    yield from stretches([str(part) for part in term.parts], spots, term.within)
