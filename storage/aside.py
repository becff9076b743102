"""Bytes put aside: in a file without a name beside the database, for what is seldom asked for and easily made again."""

import os
import weakref
from array import array
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryFile

#: Less than this stays in memory (bytes): a file is not worth its while.
SMALL = 1 << 15


def aside(database: Path) -> Callable[[Iterable[bytes]], Callable[[int], bytes]]:
    """Puts pieces aside beside a database, each to be had by its place; where nothing can be written they stay here."""

    def put(pieces: Iterable[bytes]) -> Callable[[int], bytes]:
        held = tuple(pieces)
        if sum(map(len, held)) >= SMALL:
            try:
                return Aside(held, database.parent).read
            except OSError:
                pass  # a full disk keeps nobody from being told the news
        return held.__getitem__

    return put


class Aside:
    """Pieces in a file that goes with whoever holds them, or with the process."""

    def __init__(self, pieces: Sequence[bytes], folder: Path) -> None:
        self._ends = array("q", accumulate(map(len, pieces), initial=0))
        with TemporaryFile(dir=folder) as file:
            file.writelines(pieces)
            file.flush()
            self._file = os.dup(file.fileno())
        weakref.finalize(self, os.close, self._file)

    def read(self, at: int) -> bytes:
        """A piece by its place."""
        start = self._ends[at]
        return os.pread(self._file, self._ends[at + 1] - start, start)
