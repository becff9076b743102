"""Inside the parsing child: limits first, then the format's own reading of one document.

The main process imports this module too, to name its functions; the parsers themselves are imported in the
child only.
"""

import importlib
import resource
import signal
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bot.intake.refusal import Elsewhere, SourceError
from bot.intake.remarks import BREAKS_OFF, gathering
from bot.intake.survey import Survey
from bot.intake.unpack import unpacked
from bot.model import ArticlePage, Fetched, Parsed, Source

if TYPE_CHECKING:
    from bot.intake.sources import Format

CPU_SECONDS = 5  # of one document
OUT_OF_TIME = -signal.SIGXCPU  # exit status of a child that used them up
_ROOM_ELSEWHERE = 2 * 1024**3  # bytes; a child's own size where /proc does not tell it


def warm_up() -> None:
    """Import the parsers before the first document's time runs; leave no core file behind a killed one."""
    formats()
    # What the libraries think of a document is said by our own remarks; their warnings would only fill the log.
    warnings.simplefilter("ignore")
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def read(fetched: Fetched, source: Source, now: datetime, room: int = 256 * 1024**2) -> Parsed:
    """One document by its source's format, in `room` bytes beyond the child's present size."""
    with gathering() as remarks, _confined(room):
        try:
            format_ = formats().get(source.format)
            if format_ is None:
                return Parsed(cause="no-such-format", reason=f"no format is called {source.format}")
            items = format_.parse(replace(fetched, body=unpacked(fetched.body)), source, now)
        except SourceError as error:
            return Parsed(cause=error.cause, reason=error.reason, warnings=tuple(remarks))
        except Elsewhere as elsewhere:
            return Parsed(follow=elsewhere.follow, warnings=tuple(remarks))
        except MemoryError:
            return Parsed(cause="parse-memory", reason=f"reading it took more than {room // 1024**2} MB")
        except RecursionError:
            return Parsed(cause="parse-error", reason="it nests deeper than a document may")
        return Parsed(items=items, warnings=tuple(remarks), whole=BREAKS_OFF not in remarks)


def read_page(fetched: Fetched, source: Source, now: datetime, room: int = 256 * 1024**2) -> ArticlePage:
    """One article's own page, under the same limits."""
    with _confined(room):
        try:
            return importlib.import_module("bot.intake.article").read_article(fetched, source, now)  # type: ignore[no-any-return]
        except SourceError as error:
            return ArticlePage(cause=error.cause, reason=error.reason)
        except MemoryError:
            return ArticlePage(cause="parse-memory", reason=f"reading it took more than {room // 1024**2} MB")
        except RecursionError:
            return ArticlePage(cause="parse-error", reason="it nests deeper than a page may")


def survey(fetched: Fetched, source: Source, now: datetime, room: int = 256 * 1024**2) -> Survey:
    """What one page offers to somebody who wants its news, under the same limits; `now` decides nothing here."""
    del now
    with _confined(room):
        try:
            return importlib.import_module("bot.intake.autodiscovery").survey(fetched, source)  # type: ignore[no-any-return]
        except SourceError as error:
            return Survey(cause=error.cause, reason=error.reason)
        except (MemoryError, RecursionError, ValueError) as error:
            return Survey(cause="parse-error", reason=f"the page cannot be read: {type(error).__name__}")


def formats() -> "dict[str, Format]":
    """Every format by its name in feeds.yaml."""
    members = importlib.import_module("bot.intake.sources").FORMATS
    return {member.__name__.rpartition(".")[2]: member for member in members}


@contextmanager
def _confined(room: int) -> Iterator[None]:
    """Limits for one document: memory beyond what the child needs anyway, and CPU seconds of its own.

    They end with the document: a child that cannot even receive the next one takes the whole pool with it.
    """
    usage = resource.getrusage(resource.RUSAGE_SELF)
    with (
        _soft(resource.RLIMIT_CPU, int(usage.ru_utime + usage.ru_stime) + CPU_SECONDS + 1),
        _soft(resource.RLIMIT_AS, _size() + room),
    ):
        yield


@contextmanager
def _soft(limit: int, value: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(limit)
    resource.setrlimit(limit, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))
    try:
        yield
    finally:
        resource.setrlimit(limit, (soft, hard))


def _size() -> int:
    """Bytes of address space in use."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    except OSError:
        return _ROOM_ELSEWHERE
    return pages * resource.getpagesize()
