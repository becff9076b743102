"""Is the write-ahead log whole? SQLite reads it up to the first bad checksum and drops the rest in silence.

That is right after a power cut, which can tear the one transaction whose commit was not yet acknowledged. It is
wrong for a log damaged in the middle: acknowledged transactions would be gone and nobody told.
Format: https://www.sqlite.org/fileformat2.html section 4 (read November 2026).
"""

import struct
from dataclasses import dataclass
from pathlib import Path

from storage.errors import CorruptDatabase

_MAGIC = 0x377F0682  # the lowest bit says in which byte order checksums are taken
_HEADER = 32
_FRAME = 24


@dataclass(frozen=True, slots=True)
class _Log:
    """What the header says of every frame."""

    order: str  # of checksum words, as struct writes it
    page: int  # bytes
    salt: bytes
    sums: tuple[int, int]


def require_readable(path: Path) -> None:
    """Raises CorruptDatabase when committed transactions stand behind a damaged place."""
    problem = ""
    # A log that another process is writing can look torn for a moment; damage stays.
    for _ in range(3):
        problem = _damage(path)
        if not problem:
            return
    raise CorruptDatabase(f"{path} is damaged: {problem}")


def _damage(path: Path) -> str:
    """What is wrong with a log, in words; "" when nothing is."""
    try:
        data = path.read_bytes()
        with path.open("rb") as file:
            head = file.read(_HEADER)
    except FileNotFoundError:
        return ""
    if len(head) < _HEADER or not any(head):
        # The length was on disk before the bytes when the power went: nothing had been committed to this log.
        return ""
    if head != data[:_HEADER]:
        # Begun anew while it was read: another process has it open and has found it good.
        return ""
    log = _header(head)
    if log is None:
        return "its header cannot be read"
    lost = _commits_behind_damage(data, log)
    # One may be the torn last one of a power cut: it was never acknowledged, and its poll will be repeated.
    return f"{lost} transactions in it can no longer be read" if lost > 1 else ""


def _header(head: bytes) -> _Log | None:
    """What a header says; None when it is no header."""
    magic, _, page, _, _, _, *given = struct.unpack(">8I", head)
    order = ">" if magic & 1 else "<"
    if magic & ~1 != _MAGIC or _checksum(head[:24], order, (0, 0)) != tuple(given):
        return None
    return _Log(order, page, head[16:24], (given[0], given[1]))


def _commits_behind_damage(data: bytes, log: _Log) -> int:
    """How many commits the log claims from its first bad frame on.

    Frames with other salts are left from before the log was last begun anew and claim nothing.
    """
    sums, whole, lost = log.sums, True, 0
    length = _FRAME + log.page
    for start in range(_HEADER, len(data) - length + 1, length):
        head = data[start : start + _FRAME]
        ours = head[8:16] == log.salt
        if whole:
            sums = _checksum(data[start + _FRAME : start + length], log.order, _checksum(head[:8], log.order, sums))
            whole = ours and sums == struct.unpack(">2I", head[16:])
        # The second word is the database's size after a commit, and 0 in every other frame.
        if not whole and ours and any(head[4:8]):
            lost += 1
    return lost


def _checksum(data: bytes, order: str, start: tuple[int, int]) -> tuple[int, int]:
    first, second = start
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for even, odd in zip(words[::2], words[1::2], strict=True):
        first = (first + even + second) & 0xFFFFFFFF
        second = (second + odd + first) & 0xFFFFFFFF
    return first, second
