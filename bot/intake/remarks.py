"""What was mended or left out of one document, said by whoever did it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_MOST = 20  # remarks of one document
BREAKS_OFF = "the document breaks off before its end"

_remarks: ContextVar[list[str] | None] = ContextVar("remarks", default=None)


def remark(words: str) -> None:
    """Note something for the operator; without anybody gathering, the words are lost on purpose."""
    gathered = _remarks.get()
    if gathered is not None and words not in gathered and len(gathered) < _MOST:
        gathered.append(words)


@contextmanager
def gathering() -> Iterator[list[str]]:
    """The remarks made inside the block, in order, each once."""
    gathered: list[str] = []
    token = _remarks.set(gathered)
    try:
        yield gathered
    finally:
        _remarks.reset(token)
