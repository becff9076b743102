"""Cuts folded text into tokens: runs of letters, runs of digits, and single CJK characters."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.desk.text.fold import Folded
from bot.desk.text.ranges import MARKS
from bot.desk.text.shapes import CJK, DIGITS, LETTERS

_TOKEN = re.compile(rf"[{CJK}][{MARKS}]*|{LETTERS}|{DIGITS}")
_RUN = re.compile(rf"[{CJK}][{CJK}{MARKS}]*|{LETTERS}|{DIGITS}")
_STRETCH = re.compile(rf"[{CJK}][{CJK}{MARKS}]*")
_APART_FROM_CJK = re.compile(rf"(?:{LETTERS}|{DIGITS})[^{CJK}]*")
_ASCII_RUN = re.compile(r"[a-z]+|[0-9]+")
_CJK = re.compile(f"[{CJK}]")


class Token(NamedTuple):
    """A token and its place in the folded text."""

    text: str
    start: int
    end: int


def tokens(folded: Folded) -> tuple[Token, ...]:
    """Every token of a folded text in order; each CJK character is one."""
    return tuple(Token(match.group(), *match.span()) for match in _TOKEN.finditer(folded.text))


def token_texts(text: str) -> list[str]:
    """The tokens of folded text without their places."""
    return (_ASCII_RUN if text.isascii() else _TOKEN).findall(text)


def runs(text: str) -> list[str]:
    """Like `token_texts`, but CJK characters that touch stay together."""
    return (_ASCII_RUN if text.isascii() else _RUN).findall(text)


def stretches(text: str) -> list[str]:
    """Of the runs those of CJK characters."""
    return [] if text.isascii() else _STRETCH.findall(text)


def word_runs(text: str) -> list[list[str]]:
    """The other runs, those together between which no CJK character stands."""
    if text.isascii():
        return [_ASCII_RUN.findall(text)]
    return [_RUN.findall(piece) for piece in _APART_FROM_CJK.findall(text)]


def has_cjk(text: str) -> bool:
    """Whether a Han, Hangul or kana character is in the text."""
    return not text.isascii() and _CJK.search(text) is not None


def cjk_characters(text: str) -> Iterator[re.Match[str]]:
    """Each CJK character of the text, as a match."""
    return _CJK.finditer(text)
