"""The wordings of many rules by their ids, in little room."""

import json
import zlib
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from bot.desk.rules.packing import packed

#: Wordings that are pressed together: one is read in some 50 µs, and takes two thirds of its bytes (2026-11-23).
_TOGETHER = 256


class Shelf(Mapping[int, str]):
    """Texts by id, a few pressed together: as strings of their own they took as much again as all else of an index."""

    def __init__(self, texts: Mapping[int, str]) -> None:
        ids = sorted(texts)
        #: In order; counting up where rules are stored, a range takes no room at all.
        dense = ids and ids[-1] - ids[0] == len(ids) - 1
        self._ids: Sequence[int] = range(ids[0], ids[-1] + 1) if dense else packed(ids)
        self._blocks = tuple(
            _pressed([texts[number] for number in ids[at : at + _TOGETHER]]) for at in range(0, len(ids), _TOGETHER)
        )

    def __getitem__(self, number: int) -> str:
        place = self._place(number)
        if place is None:
            raise KeyError(number)
        block, at = divmod(place, _TOGETHER)
        return _read(self._blocks[block])[at]

    def __contains__(self, number: object) -> bool:
        return isinstance(number, int) and self._place(number) is not None

    def __iter__(self) -> Iterator[int]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)

    def pairs(self) -> Iterator[tuple[int, str]]:
        """Every id with its text; much quicker than asking for each."""
        ids = iter(self._ids)
        for block in self._blocks:
            for text in _read(block):
                yield next(ids), text

    def _place(self, number: int) -> int | None:
        at = bisect_left(self._ids, number)
        return at if at < len(self._ids) and self._ids[at] == number else None


def _pressed(texts: list[str]) -> bytes:
    # Half of a pair of surrogates may stand in what somebody typed.
    return zlib.compress(json.dumps(texts, ensure_ascii=False).encode("utf-8", "surrogatepass"), 9)


def _read(block: bytes) -> list[str]:
    texts: list[str] = json.loads(zlib.decompress(block).decode("utf-8", "surrogatepass"))
    return texts
