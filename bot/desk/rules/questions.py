"""What the writer of a rule may have meant otherwise, to be asked when it is read back."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.desk.rules.lexemes import Lexeme
from bot.desk.rules.wording import Phrase
from bot.desk.text.fold import fold
from bot.desk.text.tokens import has_cjk

_PLAIN_WORDS = frozenset({"and", "or"})


def questions(lexemes: Sequence[Lexeme], *, commas: bool) -> tuple[Phrase, ...]:
    """The questions a rule raises, in its order."""
    return (*_about_or(lexemes, commas=commas), *_about_spaces(lexemes))


def _about_or(lexemes: Sequence[Lexeme], *, commas: bool) -> Iterator[Phrase]:
    words = sorted({lexeme.text for lexeme in lexemes if not lexeme.quoted and lexeme.text in _PLAIN_WORDS})
    if commas:
        yield Phrase("echo.ask_comma")
    for word in words:
        yield Phrase("echo.ask_word", {"word": word})


def _about_spaces(lexemes: Sequence[Lexeme]) -> Iterator[Phrase]:
    """An unquoted CJK term beside a short one: most likely one name with a space in it."""
    for left, right in pairwise(lexemes):
        if left.kind == right.kind == "term" and not (left.quoted or right.quoted or left.field or right.field):
            if left.text.isalpha() and right.text.isalpha() and (left.text + right.text).isascii():
                continue
            pair = (fold(left.text).text, fold(right.text).text)
            if any(map(has_cjk, pair)) and any(text.isdecimal() or (len(text) == 1) for text in pair):
                yield Phrase("echo.ask_phrase", {"both": f"{left.text} {right.text}"})
