"""Inside the parsing child: limits first, then the format's own reading of one document.

The main process imports this module too, to name its functions; the parsers themselves are imported in the
child only.
"""

import importlib
import resource
import signal
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bot.intake.refusal import Elsewhere, SourceError
from bot.intake.remarks import gathering
from bot.intake.unpack import unpacked
from bot.model import Fetched, Parsed, Source

if TYPE_CHECKING:
    from bot.intake.sources import Format

CPU_SECONDS = 5  # of one document
OUT_OF_TIME = -signal.SIGXCPU  # exit status of a child that used them up
_ROOM_ELSEWHERE = 2 * 1024**3  # bytes; a child's own size where /proc does not tell it


def confine(room: int) -> None:
    """Bound what this process may allocate, in bytes beyond its present size."""
    formats()
    size = _size() + room
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard != resource.RLIM_INFINITY:
        size = min(size, hard)
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (size, hard))
    # A killed document leaves no core file behind.
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def read(fetched: Fetched, source: Source, now: datetime) -> Parsed:
    """One document by its source's format."""
    _wind_up()
    with gathering() as remarks:
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
            return Parsed(cause="parse-memory", reason="reading it took more memory than a document may have")
        except RecursionError:
            return Parsed(cause="parse-error", reason="it nests deeper than a document may")
        return Parsed(items=items, warnings=tuple(remarks))


def formats() -> "dict[str, Format]":
    """Every format by its name in feeds.yaml."""
    members = importlib.import_module("bot.intake.sources").FORMATS
    return {member.__name__.rpartition(".")[2]: member for member in members}


def _wind_up() -> None:
    """Give this document its CPU seconds, whatever the earlier ones used."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(usage.ru_utime + usage.ru_stime) + CPU_SECONDS + 1, hard))


def _size() -> int:
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    except OSError:
        return _ROOM_ELSEWHERE
    return pages * resource.getpagesize()
