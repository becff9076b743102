"""Parsing in a child process with limits: what a document does there, it does to itself alone."""

import asyncio
import multiprocessing
from collections.abc import Callable
from concurrent.futures import CancelledError as FutureCancelled
from concurrent.futures import TimeoutError as FutureTimeout
from concurrent.futures.process import BrokenProcessPool
from datetime import datetime
from types import TracebackType
from typing import Self, TypeVar

from pebble import ProcessExpired, ProcessPool

from bot.intake import child
from bot.intake.survey import Survey
from bot.model import ArticlePage, Fetched, Parsed, Source

T = TypeVar("T", Parsed, ArticlePage, Survey)

_CALL_SECONDS = 10.0  # wall clock of one document, start of the child not counted
_CALLS_PER_CHILD = 200  # feedparser and lxml leak; a fresh child costs a fork


class ParsersClosed(Exception):  # noqa: N818 - a state, told to nobody but this module
    """Nobody reads outside `async with`."""


class Parsers:
    """The children that read documents.

    Args:
        workers: how many documents are read at once.
        seconds: how long one document may take before its child is killed.
        megabytes: what one child may allocate beyond what it needs to be there.
    """

    def __init__(self, workers: int = 1, *, seconds: float = _CALL_SECONDS, megabytes: int = 256) -> None:
        self._workers = workers
        self._seconds = seconds
        self._megabytes = megabytes
        self._pool: ProcessPool | None = None

    async def __aenter__(self) -> Self:
        self._pool = self._opened()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.stop()  # type: ignore[no-untyped-call] # pebble annotates no `None`
            await asyncio.to_thread(pool.join)

    async def parse(self, fetched: Fetched, source: Source, now: datetime) -> Parsed:
        """The items of a fetched document, or why there are none; only a cancellation is raised."""
        try:
            return await self._asked(child.read, fetched, source, now)
        except Exception as error:  # noqa: BLE001 - what a document did to its child is its own trouble
            cause, reason = self._trouble(error)
            return Parsed(cause=cause, reason=reason)

    async def read_article(self, fetched: Fetched, source: Source, now: datetime) -> ArticlePage:
        """An article's own page, or why it cannot be read; only a cancellation is raised."""
        try:
            return await self._asked(child.read_page, fetched, source, now)
        except Exception as error:  # noqa: BLE001 - the same
            cause, reason = self._trouble(error)
            return ArticlePage(cause=cause, reason=reason)

    async def survey(self, fetched: Fetched, source: Source, now: datetime) -> Survey:
        """What a page offers to somebody who wants its news; only a cancellation is raised."""
        try:
            return await self._asked(child.survey, fetched, source, now)
        except Exception as error:  # noqa: BLE001 - the same
            cause, reason = self._trouble(error)
            return Survey(cause=cause, reason=reason)

    async def _asked(
        self, reading: Callable[[Fetched, Source, datetime, int], T], fetched: Fetched, source: Source, now: datetime
    ) -> T:
        """What a child answers; a second pool is asked if the first one broke while the document waited in it."""
        try:
            return await self._answer(self._open(), reading, fetched, source, now)
        except BrokenProcessPool:
            return await self._answer(self._open(), reading, fetched, source, now)

    async def _answer(
        self,
        pool: ProcessPool,
        reading: Callable[[Fetched, Source, datetime, int], T],
        fetched: Fetched,
        source: Source,
        now: datetime,
    ) -> T:
        room = self._megabytes * 1024**2
        future = pool.schedule(reading, args=[fetched, source, now, room], timeout=self._seconds)
        answer: T = await asyncio.wrap_future(future)
        return answer

    def _open(self) -> ProcessPool:
        """The pool; a child that died between two documents broke the last one for good."""
        if self._pool is None:
            raise ParsersClosed
        if not self._pool.active:
            self._pool = self._opened()
        return self._pool

    def _opened(self) -> ProcessPool:
        # A fork server has the parsers imported already: a killed child is replaced in milliseconds, and
        # nothing is forked from a process with threads.
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["bot.intake.child", "bot.intake.sources", "bot.intake.article"])
        return ProcessPool(
            max_workers=self._workers, max_tasks=_CALLS_PER_CHILD, initializer=child.warm_up, context=context
        )

    def _trouble(self, error: Exception) -> tuple[str, str]:
        """A child's end as cause and reason."""
        match error:
            case FutureTimeout() | TimeoutError():
                return "parse-timeout", f"reading it took more than {self._seconds:g} seconds"
            case MemoryError():
                return "parse-memory", f"reading it took more than {self._megabytes} MB"
            case ProcessExpired() if error.exitcode == child.OUT_OF_TIME:
                return "parse-timeout", f"reading it took more than {child.CPU_SECONDS} seconds of CPU"
            case ProcessExpired():
                return "parse-died", f"the parser died over it (exit status {error.exitcode})"
            case BrokenProcessPool():
                return "parse-died", "the parsers died over it"
            case ParsersClosed() | FutureCancelled():
                return "parse-closed", "the parsers are closed"
            case _:
                return "parse-error", f"the parser failed over it: {type(error).__name__}: {error}"
