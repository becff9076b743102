"""Bytes put aside."""

import gc
from pathlib import Path

from storage.aside import SMALL, aside

PIECES = [b"first", b"", b"x" * SMALL, b"last"]


def open_files():
    """How many files this process holds open."""
    gc.collect()
    return len(list(Path("/proc/self/fd").iterdir()))


def test_pieces_are_had_by_their_places(tmp_path):
    """And no file is left beside the database to be seen or to be backed up."""
    read = aside(tmp_path / "chipwire.db")(iter(PIECES))

    assert [read(at) for at in range(4)] == PIECES
    assert list(tmp_path.iterdir()) == []


def test_the_file_goes_with_its_holder(tmp_path):
    """Rules that change a thousand times leave no thousand files open."""
    before = open_files()
    for _ in range(5):
        read = aside(tmp_path / "chipwire.db")(PIECES)
    assert read(0) == b"first"
    assert open_files() == before + 1


def test_little_stays_in_memory(tmp_path):
    """A file is not worth its while."""
    before = open_files()
    assert aside(tmp_path / "chipwire.db")([b"a", b"b"])(1) == b"b"
    assert open_files() == before


def test_where_nothing_can_be_written_it_stays_in_memory(tmp_path):
    """A folder that is gone stands for a disk that is full."""
    read = aside(tmp_path / "gone" / "chipwire.db")(PIECES)
    assert [read(at) for at in range(4)] == PIECES
