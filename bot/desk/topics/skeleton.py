"""The form in which names are looked up: single spaces, none where scripts meet, and the way back to the original."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.desk.text.fold import Folded, fold
from bot.desk.text.shapes import CJK

_STOPS = frozenset(",.:;!?…、。，：；！？|")
_MARK = re.compile(r"[^\w ·',-]")
_CHANGE = re.compile(
    rf"(?<=[a-z])(?=[0-9])|(?<=[0-9])(?=[a-z])"  # hbm3e is hbm 3 e
    rf"|(?<=[{CJK}])[ ·'-]+(?=[a-z0-9])|(?<=[a-z0-9])[ ·'-]+(?=[{CJK}])"  # SK 하이닉스 is sk하이닉스
    rf"|(?<=[{CJK}])[·-]+(?=[{CJK}])"  # 한·미·일 is 한미일
    r"|'s?(?![a-z0-9'])|[ ·'-]*[·'-][ ·'-]*|  +| ?,[ ,]*"
)
# Where a change may begin: a mark, a digit, or a blank that is no single one between words of one script.
_WORTH = re.compile(rf"[ ·',0-9-](?:(?<=[·',0-9-])|(?=[ ·',-])|(?=[a-z0-9])(?<=[{CJK}] )|(?<=[a-z0-9] )(?=[{CJK}]))")
#: Where no blanks run together: in ASCII each of these, elsewhere places that are one of these or beside one.
_WORTH_IN_ASCII = re.compile("[',0-9-]")
_HINT = re.compile("[a-z·',0-9-]")
_RUN = re.compile(r"[ ·',0-9-]+")
_BETWEEN_CJK = re.compile(rf"(?<=[{CJK}]) (?=[{CJK}])")
_LATIN_OR_DIGIT = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A folded text with its marks evened out."""

    text: str
    original: str
    folded: Folded
    marks: tuple[int, ...]  # places in `text` behind which the shift to `folded.text` changes
    shifts: tuple[int, ...]  # that shift, one entry more than `marks`

    def folded_span(self, start: int, end: int) -> tuple[int, int]:
        """The half-open places in the folded text behind `text[start:end]`, which is not empty."""
        first = start + self.shifts[bisect_right(self.marks, start)]
        last = end - 1 + self.shifts[bisect_right(self.marks, end - 1)]
        return first, last + 1


def skeleton(text: str) -> Skeleton:
    """Folds a text and evens out its spaces, dots, apostrophes and the borders between scripts."""
    folded = fold(text)
    plain = folded.text.isascii()
    even = folded.text.encode().translate(_EVEN_ASCII).decode() if plain else _evened(folded.text)
    pieces: list[str] = []
    marks: list[int] = []
    shifts = [0]
    length = done = 0
    for start, end in _changes(even):
        put = _put(even, start, end)
        pieces += (even[done:start], put)
        length += start - done + len(put)
        done = end
        marks.append(length)
        shifts.append(end - length)
    pieces.append(even[done:])
    return Skeleton("".join(pieces), text, folded, tuple(marks), tuple(shifts))


def _evened(text: str) -> str:
    """A folded text in which every mark is a comma, a blank or one of those that names are written with."""
    return _MARK.sub(_even, text).replace("_", " ")


def _even(mark: re.Match[str]) -> str:
    return "," if mark.group() in _STOPS else " "


#: The same for ASCII, looked up byte by byte: a tenth of the time.
_EVEN_ASCII = _evened(bytes(range(128)).decode()).encode().ljust(256)


def _changes(even: str) -> Iterator[tuple[int, int]]:
    """Where `_CHANGE` matches, asked only where it can: a lead is mostly letters and single blanks."""
    at = 0
    find = _where(even)
    while (worth := find(even, at)) >= 0:
        run = worth
        while run > at and even[run - 1] in " ·',-0123456789":
            run -= 1
        at = run
        last = _RUN.match(even, worth).end()  # type: ignore[union-attr]  # it begins with one of them
        inside = even[run:last]
        if inside in {", ", " "}:  # nearly all marks of a usual lead, and a border between scripts
            yield run, last
            at = last
            continue
        while at <= last:
            change = _CHANGE.match(even, at)
            if change is None:
                at += 1
                continue
            yield change.span()
            at = max(change.end(), at + 1)


def _where(even: str) -> Callable[[str, int], int]:
    """What finds the next place that is worth a look, from a place on; below 0 where there is none."""
    if "  " in even:
        return _worth
    return _worth_in_ascii if even.isascii() else _worth_beside_hint


def _worth(even: str, at: int) -> int:
    found = _WORTH.search(even, at)
    return found.start() if found else -1


def _worth_in_ascii(even: str, at: int) -> int:
    found = _WORTH_IN_ASCII.search(even, at)
    return found.start() if found else -1


def _worth_beside_hint(even: str, at: int) -> int:
    hint = _HINT.search(even, max(0, at - 1))
    return _worth(even, max(at, hint.start() - 1)) if hint else -1


def form_skeletons(form: str) -> tuple[str, ...]:
    """A form as it is looked up; a space typed between two CJK characters may be missing in print."""
    spaced = skeleton(form).text.strip()
    return tuple(dict.fromkeys((spaced, _BETWEEN_CJK.sub("", spaced))))


def _put(even: str, start: int, end: int) -> str:
    """What stands between two characters after a change; a comma parts names, whatever mark it was."""
    run = even[start:end]
    if "," in run:
        return ","
    if run.startswith("'") and not even[end : end + 1].isalnum():
        return ""
    if start == 0 or end == len(even):
        return " "
    # Behind a possessive the apostrophe has gone already: China's “wrong” bet.
    left = even[start - 2] if even[start - 1] == "'" and start > 1 else even[start - 1]
    left_is_latin = left in _LATIN_OR_DIGIT
    right_is_latin = even[end] in _LATIN_OR_DIGIT
    if left_is_latin and right_is_latin:
        return " "
    joined = left_is_latin != right_is_latin or run.strip("·-") == ""
    return "" if joined and left != " " and even[end] != " " else " "
