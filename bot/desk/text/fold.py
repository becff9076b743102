"""Folds a text so that spellings of the same thing become equal, and remembers where every character came from."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from html.entities import html5
from typing import NamedTuple

from bot.desk.text.ranges import INVISIBLE, JOINING, MARKS
from bot.desk.text.shapes import APOSTROPHES, CJK, DASHES, LETTER, LETTER_OR_MARK, MIDDLE_DOTS
from bot.desk.text.t2s import TABLE as SIMPLIFIED


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; `origin` and `ends` lead back to code points of the original."""

    text: str
    origin: Sequence[int]  # where each character came from, and last the original's length
    ends: Sequence[int]  # behind the last original character that each stands for
    cased: str  # as long as `text`: the same characters before case folding

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The half-open code points of the original behind `text[start:end]`, which is not empty."""
        return self.origin[start], self.ends[end - 1]

    @property
    def capitals(self) -> tuple[bool, ...]:
        """For each folded character, whether it came from a capital."""
        return tuple(letter.isupper() for letter in self.cased)


class Edit(NamedTuple):
    """Characters that something else takes the place of, or nothing."""

    start: int
    end: int
    text: str


class _Draft:
    """A text on its way to being folded."""

    __slots__ = ("ends", "starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts: Sequence[int] = range(len(text))
        self.ends: Sequence[int] = range(1, len(text) + 1)

    def edit(self, edits: Iterable[Edit]) -> None:
        """Carries out edits that come in order and do not overlap."""
        parts: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        done = 0
        for start, end, new in edits:
            parts += (self.text[done:start], new)
            starts += self.starts[done:start]
            starts += [self.starts[start]] * len(new)
            ends += self.ends[done:start]
            ends += [self.ends[end - 1]] * len(new)
            done = end
        if not done:
            return
        self.text = "".join((*parts, self.text[done:]))
        self.starts = [*starts, *self.starts[done:]]
        self.ends = [*ends, *self.ends[done:]]


_ENTITY = re.compile(r"&(?:#(?:[0-9]{1,8}|[xX][0-9a-fA-F]{1,7})|[A-Za-z][A-Za-z0-9]{1,31});")
_INVISIBLE = re.compile(f"[{INVISIBLE}]+")
_CLUSTER = re.compile(f"(?s:.)?[{JOINING}]+")
_IRREGULAR = re.compile(f"[{INVISIBLE}{JOINING}]")
_SPACES = re.compile(" {2,}")
_ODD_BLANK = re.compile(  # all but the plain one; quicker than \s
    "[\t-\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"
)
_INNER_STOP = re.compile(r"\.(?<=\w\.)(?=\w)")
# U.S. and R.O.K. but not S.Korea: no letter or digit touches either end.
_INITIALS = re.compile(r"(?<![A-Za-z0-9])[A-Za-z](?:\.[A-Za-z])+(?![A-Za-z0-9])(?:(?P<stop>\.)(?P<glued>[A-Za-z])?)?")
_INITIALS = re.compile(
    rf"(?<![^\W_{CJK}])(?<![{MARKS}]){LETTER}(?:\.{LETTER})+(?!\d|{LETTER_OR_MARK})(?:(?P<stop>\.)(?=(?P<glued>{LETTER})?))?"
)
_POSSESSIVE = re.compile(rf"'(?<=[^\W_{MARKS}]')[sS](?!{LETTER_OR_MARK})|'(?<=[{MARKS}]')[sS](?!{LETTER_OR_MARK})")
_PLAIN = {ord(shape): shapes[0] for shapes in (APOSTROPHES, MIDDLE_DOTS, DASHES) for shape in shapes}


def _stretches(first: int, last: int, holes: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The stretches of code points between holes, both ends counted."""
    for hole in sorted(hole for hole in holes if first <= hole <= last):
        if first < hole:
            yield first, hole - 1
        first = hole + 1
    yield first, last


class _Characters(dict[int, str]):
    """One character's normal form: NFKC, plain signs, Simplified; learnt as characters come."""

    def __init__(self) -> None:
        super().__init__()
        self._regular: set[str] = set()  # one character before and after, whatever stands beside it
        self._normal: set[str] = set()  # of these, those that are their own normal form

    def __missing__(self, point: int) -> str:
        normal = unicodedata.normalize("NFKC", _PLAIN.get(point, chr(point)))
        plain = normal.translate(_PLAIN).translate(SIMPLIFIED)
        if len(self) < 100_000:  # hostile text shall not fill the memory
            self[point] = plain
        return plain

    def normal(self, letters: set[str]) -> bool:
        """Whether a text of these characters is in its normal form already, as most are."""
        return letters <= self._normal

    def irregular(self, letters: set[str]) -> set[str]:
        """Of the characters of a text those that cannot simply be looked up one by one."""
        unknown = letters - self._regular
        odd = {letter for letter in unknown if len(self[ord(letter)]) != 1 or _IRREGULAR.match(letter)}
        regular = {letter for letter in unknown - odd if ord(letter) in self}
        self._regular |= regular
        self._normal |= {letter for letter in regular if self[ord(letter)] == letter}
        return odd


_CHARACTERS = _Characters()
#: Anything but characters that are their own normal form: ASCII, Hangul syllables, Han that no table changes.
_UNCERTAIN = re.compile(
    "[^\0-_a-\x7f\uac00-\ud7a3{}]".format(
        "".join(f"{chr(first)}-{chr(last)}" for first, last in _stretches(0x4E00, 0x9FFF, SIMPLIFIED))
    )
)


def fold(text: str) -> Folded:
    """The text as rules, topics and identity compare it: entities, width, script variants, initials and case folded."""
    return _remembered(text) if len(text) <= _SHORT else _fold(text)


def _fold(text: str) -> Folded:
    draft = _Draft(text)
    if "&" in text:
        draft.edit(_entities(text))
    if not draft.text.isascii():
        # A set of a text's characters costs a string for each: most texts hold none that needs it.
        letters = set(draft.text) if _UNCERTAIN.search(draft.text) else set()
        if letters and not _CHARACTERS.normal(letters):
            odd = _CHARACTERS.irregular(letters)
            if odd:
                _regularise(draft, odd)
            draft.text = draft.text.translate(_CHARACTERS)
    elif "`" in draft.text:
        draft.text = draft.text.replace("`", "'")
    # One blank for another leaves every place where it is; only runs of them shift what follows.
    if not draft.text.isprintable():
        draft.text = _with_plain_blanks(draft.text)
    if "  " in draft.text:
        draft.edit(Edit(*match.span(), " ") for match in _SPACES.finditer(draft.text))
    if _INNER_STOP.search(draft.text):
        draft.edit(_joined_initials(draft.text))
    if "'" in draft.text:
        draft.edit(Edit(match.end() - 1, match.end(), "") for match in _POSSESSIVE.finditer(draft.text))
    return _case_folded(draft, len(text))


def _with_plain_blanks(text: str) -> str:
    """The text with plain blanks for odd ones, of which none is printable: asking costs a fifth of a search."""
    text = text.replace("\n", " ")
    return text if text.isprintable() else _ODD_BLANK.sub(" ", text)


#: Identity, topics and rules fold the same title and lead one after the other; bodies would only fill the memory.
_SHORT = 6_000
_remembered = lru_cache(maxsize=64)(_fold)


def _entities(text: str) -> Iterator[Edit]:
    for match in _ENTITY.finditer(text):
        entity = match.group()
        if entity[1] == "#":
            yield Edit(*match.span(), unescape(entity))
        elif entity[1:] in html5:
            yield Edit(*match.span(), html5[entity[1:]])


def _regularise(draft: _Draft, odd: set[str]) -> None:
    """Takes out what nobody sees, composes what belongs together and spells out what is several characters."""
    if any(map(_IRREGULAR.match, odd)):
        draft.edit(Edit(*match.span(), "") for match in _INVISIBLE.finditer(draft.text))
        draft.edit(
            Edit(*match.span(), unicodedata.normalize("NFKC", match.group().translate(_PLAIN)))
            for match in _CLUSTER.finditer(draft.text)
        )
    grown = {letter for letter in set(draft.text) if len(_CHARACTERS[ord(letter)]) != 1}
    if grown:
        draft.edit(
            Edit(at, at + 1, _CHARACTERS[ord(letter)]) for at, letter in enumerate(draft.text) if letter in grown
        )


def _joined_initials(text: str) -> Iterator[Edit]:
    """Takes the stops out of U.S. and R.O.K.; a last one directly before a letter leaves a space."""
    done = 0
    for inner in _INNER_STOP.finditer(text):
        match = _INITIALS.match(text, inner.start() - 1) if inner.start() > done else None
        if match is None:
            continue
        last = match.start("stop") if match["stop"] else match.end()
        for at in range(match.start(), last - 2, 2):
            yield Edit(at, at + 2, text[at])
        if match["stop"]:
            yield Edit(last - 1, last + 1, text[last - 1] + (" " if match["glued"] else ""))
        done = match.end()


def _case_folded(draft: _Draft, length: int) -> Folded:
    cased, folded = draft.text, draft.text.casefold()
    if len(folded) != len(cased):
        wide = [(at, letter, letter.casefold()) for at, letter in enumerate(cased)]
        grown = [Edit(at, at + 1, letter * len(small)) for at, letter, small in wide if len(small) > 1]
        draft.edit(grown)
        cased = draft.text
    untouched = isinstance(draft.starts, range)
    return Folded(folded, range(length + 1) if untouched else (*draft.starts, length), draft.ends, cased)
