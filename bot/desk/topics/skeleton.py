"""The form in which names are looked up: single spaces, none where scripts meet, and the way back to the original."""

import re
from bisect import bisect_right
from collections.abc import Iterator
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
_WORTH_IN_ASCII = re.compile("[ ',0-9-](?:(?<=[',0-9-])|(?=[ ',-]))")
_RUN = re.compile(r"[ ·',0-9-]+")
_BETWEEN_CJK = re.compile(rf"(?<=[{CJK}]) (?=[{CJK}])")
_LATIN_OR_DIGIT = re.compile(r"[a-z0-9]")


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
    even = _MARK.sub(_even, folded.text).replace("_", " ")
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


def _even(mark: re.Match[str]) -> str:
    return "," if mark.group() in _STOPS else " "


def _changes(even: str) -> Iterator[tuple[int, int]]:
    """Where `_CHANGE` matches, asked only where it can: a lead is mostly letters and single blanks."""
    at = 0
    worthwhile = _WORTH_IN_ASCII if even.isascii() else _WORTH
    while (worth := worthwhile.search(even, at)) is not None:
        run = worth.start()
        while run > at and even[run - 1] in " ·',-0123456789":
            run -= 1
        at = run
        last = _RUN.match(even, worth.start()).end()  # type: ignore[union-attr]  # it begins with one of them
        while at <= last:
            change = _CHANGE.match(even, at)
            if change is None:
                at += 1
                continue
            yield change.span()
            at = max(change.end(), at + 1)


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
    left_is_latin = _LATIN_OR_DIGIT.match(left) is not None
    right_is_latin = _LATIN_OR_DIGIT.match(even[end]) is not None
    if left_is_latin and right_is_latin:
        return " "
    joined = left_is_latin != right_is_latin or run.strip("·-") == ""
    return "" if joined and left != " " and even[end] != " " else " "
