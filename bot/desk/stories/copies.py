"""Finds copies: texts that share most of their shingles, whatever was cut, added or changed around them."""

import re
import zlib
from collections import deque
from collections.abc import Iterator

from bot.desk.stories.strip import stripped
from bot.desk.text.fold import fold
from bot.desk.text.tokens import has_cjk, token_texts

#: Texts at least this long are sketched; CJK says as much in fewer characters.
SHORTEST, SHORTEST_CJK = 200, 100
_KEPT = 24
_LATIN, _CJK = 4, 8
#: A copy shares at least so many of the kept shingles, and this share of those that both could hold.
_SHARED, CONTAINED = 4, 0.4
_WORD = re.compile(r"\w")


def sketch(text: str) -> tuple[int, ...]:
    """The smallest hashes of a text's shingles; empty when it is too short to be told by them."""
    folded = fold(stripped(text)).text
    cjk = has_cjk(folded)
    if len(folded) < (SHORTEST_CJK if cjk else SHORTEST):
        return ()
    return tuple(sorted({zlib.crc32(piece.encode()) for piece in _shingles(folded, cjk)})[:_KEPT])


def contained(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """The share of the shingles that both sketches could hold and both do."""
    if not one or not other:
        return 0.0
    limit = min(one[-1], other[-1])
    shared = len(set(one) & set(other))
    smaller = min(sum(1 for hashed in mine if hashed <= limit) for mine in (one, other))
    return shared / smaller if shared >= _SHARED and smaller else 0.0


def _shingles(folded: str, cjk: bool) -> Iterator[str]:
    if cjk:
        letters = "".join(token_texts(folded))
        yield from (letters[at : at + _CJK] for at in range(len(letters) - _CJK + 1))
        return
    words = token_texts(folded)
    yield from (" ".join(words[at : at + _LATIN]) for at in range(len(words) - _LATIN + 1))


class Copies:
    """Sketches of the window's articles by their hashes."""

    def __init__(self) -> None:
        self._sketches: dict[int, tuple[int, ...]] = {}
        self._holders: dict[int, tuple[int, ...]] = {}
        self._order: deque[tuple[float, int]] = deque()

    def add(self, article: int, made: tuple[int, ...], hour: float, lives: float) -> None:
        """Keeps a sketch and drops those older than `lives` hours."""
        while self._order and self._order[0][0] < hour - lives:
            self._drop(self._order.popleft()[1])
        if not made:
            return
        self._sketches[article] = made
        self._order.append((hour, article))
        for hashed in made:
            self._holders[hashed] = (*self._holders.get(hashed, ())[-31:], article)

    def original(self, made: tuple[int, ...]) -> tuple[int, float]:
        """The earliest article that a text copies and how much of it; (0, 0.0) without one."""
        votes: dict[int, int] = {}
        for hashed in made:
            for article in self._holders.get(hashed, ()):
                votes[article] = votes.get(article, 0) + 1
        best = (0, 0.0)
        for article in sorted(article for article, count in votes.items() if count >= _SHARED):
            share = contained(made, self._sketches[article])
            if share >= CONTAINED and share > best[1]:
                best = (article, share)
        return best

    def _drop(self, article: int) -> None:
        for hashed in self._sketches.pop(article, ()):
            left = tuple(one for one in self._holders.get(hashed, ()) if one != article)
            if left:
                self._holders[hashed] = left
            else:
                self._holders.pop(hashed, None)
