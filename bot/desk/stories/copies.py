"""Finds copies: texts that share most of their shingles, whatever was cut, added or changed around them."""

import re
from array import array
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from zlib import crc32

from bot.desk.stories.strip import stripped
from bot.desk.text.fold import fold
from bot.desk.text.tokens import has_cjk, token_texts

#: Texts at least this long are sketched; CJK says as much in fewer characters.
SHORTEST, SHORTEST_CJK = 200, 100
_KEPT = 24
_LATIN, _CJK = 4, 8
#: A copy shares at least so many of the kept shingles, and this share of those that both could hold.
_SHARED, CONTAINED = 4, 0.4
#: Of a sketch so many hashes are entered and asked for, each in so many places; a candidate is met so often.
_ENTERED, _TRIED, _MET = 12, 6, 2
_LEAST_ROOM = 1 << 16
_WORD = re.compile(r"\w")


def sketch(text: str) -> "array[int]":
    """The smallest hashes of a text's shingles; empty when it is too short to be told by them."""
    folded = fold(stripped(text)).text
    cjk = has_cjk(folded)
    if len(folded) < (SHORTEST_CJK if cjk else SHORTEST):
        return array("I")
    return array("I", sorted({crc32(piece.encode()) for piece in _shingles(folded, cjk)})[:_KEPT])


def contained(one: Sequence[int], other: Sequence[int]) -> float:
    """The share of the shingles that both sketches could hold and both do."""
    if not one or not other:
        return 0.0
    limit = min(one[-1], other[-1])
    shared = len(set(one) & set(other))
    smaller = min(bisect_right(mine, limit) for mine in (one, other))
    return shared / smaller if shared >= _SHARED and smaller else 0.0


def _shingles(folded: str, cjk: bool) -> Iterator[str]:
    if cjk:
        letters = "".join(token_texts(folded))
        yield from (letters[at : at + _CJK] for at in range(len(letters) - _CJK + 1))
        return
    words = token_texts(folded)
    yield from (" ".join(words[at : at + _LATIN]) for at in range(len(words) - _LATIN + 1))


class Copies:
    """Sketches of the window's articles, found by their smallest hashes.

    A place of the table holds an article's number alone; what it says is checked against the sketch, so that a number
    that is gone is room again. Copies are not entered: whatever copies them copies their original.
    """

    def __init__(self) -> None:
        self._sketches: dict[int, array[int]] = {}
        self._table = array("I", bytes(4 * _LEAST_ROOM))
        self._order: deque[tuple[float, int]] = deque()

    def add(self, article: int, made: "array[int]", hour: float, lives: float) -> None:
        """Keeps a sketch and drops those older than `lives` hours."""
        while self._order and self._order[0][0] < hour - lives:
            del self._sketches[self._order.popleft()[1]]
        if not made:
            return
        self._sketches[article] = made
        self._order.append((hour, article))
        if len(self._sketches) * _ENTERED * 3 > len(self._table):
            self._grow()
        else:
            self._enter(article, made)

    def __contains__(self, article: int) -> bool:
        return article in self._sketches

    def original(self, made: "array[int]") -> tuple[int, float]:
        """The earliest article that a text copies and how much of it; (0, 0.0) without one."""
        if not made:
            return (0, 0.0)
        table, last = self._table, len(self._table) - 1
        votes: dict[int, int] = {}
        for hashed in made[:_ENTERED]:
            for at in range(hashed, hashed + _TRIED):
                article = table[at & last]
                if article:
                    votes[article] = votes.get(article, 0) + 1
        best = (0, 0.0)
        for article in sorted(article for article, count in votes.items() if count >= _MET):
            kept = self._sketches.get(article)
            share = contained(made, kept) if kept else 0.0
            if share >= CONTAINED and share > best[1]:
                best = (article, share)
        return best

    def _enter(self, article: int, made: "array[int]") -> None:
        table, last, live = self._table, len(self._table) - 1, self._sketches
        for hashed in made[:_ENTERED]:
            if not table[hashed & last]:  # as nearly always
                table[hashed & last] = article
                continue
            for at in range(hashed, hashed + _TRIED):
                holder = table[at & last]
                if not holder or holder not in live:
                    table[at & last] = article
                    break
                if hashed in live[holder] and contained(made, live[holder]) >= CONTAINED:
                    return

    def _grow(self) -> None:
        self._table = array("I", bytes(4 * 2 * len(self._table)))
        for article, made in self._sketches.items():
            self._enter(article, made)
