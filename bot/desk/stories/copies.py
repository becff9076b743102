"""Finds copies: texts that share most of their shingles, whatever was cut, added or changed around them."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import repeat
from zlib import crc32

from bot.desk.stories.strip import stripped
from bot.desk.text.fold import fold
from bot.desk.text.tokens import has_cjk, runs, token_texts

#: Texts at least this long are sketched; CJK says as much in fewer characters.
SHORTEST, SHORTEST_CJK = 200, 100
_KEPT = 24
_LATIN, _CJK = 4, 8
#: A copy shares at least so many of the kept shingles, and this share of those that both could hold.
_SHARED, CONTAINED = 4, 0.4
#: Of a sketch so many hashes are entered and asked for, each in so many places; a candidate is met so often.
_ENTERED, _TRIED, _MET = 12, 6, 2
#: The table begins with so many places; while it is small it grows in large steps, since each enters all anew.
_LEAST_ROOM, _SMALL = 1 << 16, 1 << 20
#: Forgotten articles leave the arrays so many at once.
_SWEEP = 2_000
_WORD = re.compile(r"\w")


def sketch(text: str) -> "array[int]":
    """The smallest hashes of a text's shingles; empty when it is too short to be told by them."""
    folded = fold(stripped(text)).text
    cjk = has_cjk(folded)
    if len(folded) < (SHORTEST_CJK if cjk else SHORTEST):
        return array("I")
    return array("I", sorted(set(map(crc32, map(str.encode, _shingles(folded, cjk)))))[:_KEPT])


def contained(one: Sequence[int], other: Sequence[int]) -> float:
    """The share of the shingles that both sketches could hold and both do."""
    if not one or not other:
        return 0.0
    limit = min(one[-1], other[-1])
    shared = len(set(one) & set(other))
    smaller = min(bisect_right(mine, limit) for mine in (one, other))
    return shared / smaller if shared >= _SHARED and smaller else 0.0


def _shingles(folded: str, cjk: bool) -> Iterable[str]:
    if cjk:
        letters = "".join(runs(folded))
        return [letters[at : at + _CJK] for at in range(len(letters) - _CJK + 1)]
    words = token_texts(folded)
    return map(" ".join, zip(*(words[at:] for at in range(_LATIN)), strict=False))


class Copies:
    """Sketches of the window's articles, found by their smallest hashes.

    Articles lie one after the other in plain arrays, each by its serial number, of which a place of the table holds
    one; what it says is checked against the sketch, so that a number that is gone is room again. Copies are not
    entered: whatever copies them copies their original.
    """

    def __init__(self) -> None:
        self._table = array("I", bytes(4 * _LEAST_ROOM))
        self._gone = 0  # serial numbers up to this one are forgotten
        self._cut = 0  # up to this one they are not in the arrays any more
        self._hours = array("d")
        self._articles = array("I")
        self._stories = array("I")
        self._counts = array("B")
        self._hashes = array("I")  # as many as a sketch keeps for each article, the last ones unused where it has less

    def add(self, article: int, made: "array[int]", hour: float, lives: float, story: int = 0) -> None:
        """Keeps a sketch and drops those older than `lives` hours."""
        self._forget(hour - lives)
        if not made:
            return
        self._hours.append(hour)
        self._articles.append(article)
        self._stories.append(story)
        self._counts.append(len(made))
        self._hashes.extend(made)
        if len(made) < _KEPT:
            self._hashes.extend(repeat(0, _KEPT - len(made)))
        serial = self._cut + len(self._articles)
        if (serial - self._gone) * _ENTERED * 3 > len(self._table):
            self._grow(serial)
        else:
            self._enter(serial, made)

    def original(self, made: "array[int]") -> tuple[int, float]:
        """The earliest article that a text copies and how much of it; (0, 0.0) without one."""
        article, _, share = self.source(made)
        return article, share

    def source(self, made: "array[int]") -> tuple[int, int, float]:
        """Like `original`, with the story that the article was added with in the middle."""
        if not made:
            return (0, 0, 0.0)
        table, last, gone = self._table, len(self._table) - 1, self._gone
        votes: dict[int, int] = {}
        for hashed in made[:_ENTERED]:
            for at in range(hashed, hashed + _TRIED):
                serial = table[at & last]
                if serial > gone:
                    votes[serial] = votes.get(serial, 0) + 1
        best, most = 0, 0.0
        for serial in sorted(serial for serial, count in votes.items() if count >= _MET):
            share = contained(made, self._sketch(serial))
            if share >= CONTAINED and share > most:
                best, most = serial, share
        if not best:
            return (0, 0, 0.0)
        at = best - self._cut - 1
        return self._articles[at], self._stories[at], most

    def _sketch(self, serial: int) -> "array[int]":
        at = serial - self._cut - 1
        return self._hashes[at * _KEPT : at * _KEPT + self._counts[at]]

    def _enter(self, serial: int, made: "array[int]") -> None:
        table, last = self._table, len(self._table) - 1
        for hashed in made[:_ENTERED]:
            if not table[hashed & last]:  # as nearly always
                table[hashed & last] = serial
                continue
            for at in range(hashed, hashed + _TRIED):
                holder = table[at & last]
                if holder <= self._gone:
                    table[at & last] = serial
                    break
                held = self._sketch(holder)
                if hashed in held and contained(made, held) >= CONTAINED:
                    return

    def _grow(self, newest: int) -> None:
        room = len(self._table) * (4 if len(self._table) < _SMALL else 2)
        self._table = array("I", bytes(4 * room))
        for serial in range(self._gone + 1, newest + 1):
            self._enter(serial, self._sketch(serial))

    def _forget(self, before: float) -> None:
        hours, at = self._hours, self._gone - self._cut
        while at < len(hours) and hours[at] < before:
            at += 1
        self._gone = self._cut + at
        if at > _SWEEP and at > len(hours) // 8:
            del hours[:at], self._articles[:at], self._stories[:at], self._counts[:at], self._hashes[: at * _KEPT]
            self._cut = self._gone
