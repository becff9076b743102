"""Finds the actions and things of headlines: longest form first, in a folded text."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from bot.desk.stories import acts, glossary, things
from bot.desk.text.shapes import CJK

_CJK = re.compile(f"[{CJK}]")
MARKED = {"!": "common", "@": "person", "#": "venue", "+": "site", "~": "mishap"}


class Word(NamedTuple):
    """A form of an action or a thing."""

    name: str  # "act:ban", "thing:h20"
    kind: str  # act, thing, common, person, venue, site, mishap
    form: str
    open_end: bool  # the word may go on


class Met(NamedTuple):
    """A word met in a text."""

    name: str
    kind: str
    text: str
    start: int


class Vocabulary:
    """All actions and things behind one automaton."""

    def __init__(self, words: Iterable[Word]) -> None:
        held: dict[str, tuple[Word, ...]] = {}
        for word in words:
            held[word.form] = (*held.get(word.form, ()), word)
        self._forms = tuple(held)
        self._words = tuple(held.values())
        self._automaton = AhoCorasick(list(self._forms), matchkind=MatchKind.Standard)

    def find(self, text: str) -> Iterator[Met]:
        """The words of a folded text, each place taken once by its longest form."""
        taken = bytearray(len(text))
        matches = self._automaton.find_matches_as_indexes(text, overlapping=True)
        matches.sort(key=lambda match: (match[1] - match[2], match[1]))
        for index, start, end in matches:
            form = self._forms[index]
            latin = form[0].isascii()
            fitting = [word for word in self._words[index] if not latin or _bordered(text, start, end, word)]
            if not fitting or 1 in taken[start:end]:
                continue
            taken[start:end] = b"\1" * (end - start)
            for word in fitting:
                yield Met(word.name, word.kind, text[start:end], start)


def _bordered(text: str, start: int, end: int, word: Word) -> bool:
    if start and text[start - 1].isascii() and text[start - 1].isalnum():
        return False
    if word.open_end or end == len(text):
        return True
    return not (text[end].isascii() and text[end].isalnum())


def _read(table: str, kind: str) -> Iterator[Word]:
    for line in table.splitlines():
        name, _, forms = line.partition(": ")
        marked = MARKED.get(name[-1], kind)
        name = f"{kind}:{name.rstrip(''.join(MARKED))}"
        for raw in re.split(r"[|,]", forms):
            form = raw.strip().replace("_", " ")
            if form:
                open_end = form.endswith("*")
                plain = form.rstrip("*")
                # Korean outlets set spaces as they like.
                for text in dict.fromkeys((plain, plain.replace(" ", "") if _CJK.match(plain) else plain)):
                    yield Word(name, marked, text, open_end)


@cache
def vocabulary() -> Vocabulary:
    """The actions and things of this room, built once."""
    return Vocabulary((*_read(acts.TABLE, "act"), *_read(things.TABLE, "thing")))


@cache
def newsroom() -> Vocabulary:
    """The words of the glossary, built once; found by themselves, since a longer one must not hide an action."""
    return Vocabulary(word for table in glossary.TABLES for word in _read(table, "gloss"))
