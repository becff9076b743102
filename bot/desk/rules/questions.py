"""What the writer of a rule may have meant otherwise, to be asked when it is read back."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.desk.rules.lexemes import Lexeme
from bot.desk.text.fold import fold
from bot.desk.text.tokens import has_cjk

_PLAIN_WORDS = frozenset({"and", "or"})


def questions(lexemes: Sequence[Lexeme], *, commas: bool) -> tuple[str, ...]:
    """The questions a rule raises, in its order, each once."""
    return tuple(dict.fromkeys((*_about_or(lexemes, commas=commas), *_about_spaces(lexemes))))


def _about_or(lexemes: Sequence[Lexeme], *, commas: bool) -> Iterator[str]:
    words = sorted({lexeme.text for lexeme in lexemes if not lexeme.quoted and lexeme.text in _PLAIN_WORDS})
    if commas:
        yield "A comma is read as AND: did you mean OR?"
    for word in words:
        yield f'"{word}" in small letters is a word to be found: did you mean OR?'


def _about_spaces(lexemes: Sequence[Lexeme]) -> Iterator[str]:
    """An unquoted CJK term beside a short one: most likely one name with a space in it."""
    for left, right in pairwise(lexemes):
        if left.kind == right.kind == "term" and not (left.quoted or right.quoted or left.field or right.field):
            pair = (fold(left.text).text, fold(right.text).text)
            if any(map(has_cjk, pair)) and any(text.isdecimal() or (len(text) == 1) for text in pair):
                both = f"{left.text} {right.text}"
                yield f'{both} is two terms; write "{both}" for the phrase.'
