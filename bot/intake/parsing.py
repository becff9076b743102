"""Parsing in a child process with limits: what a document does there, it does to itself alone."""

import asyncio
import multiprocessing
from concurrent.futures import CancelledError as FutureCancelled
from concurrent.futures import TimeoutError as FutureTimeout
from concurrent.futures.process import BrokenProcessPool
from datetime import datetime
from types import TracebackType
from typing import Self

from pebble import ProcessExpired, ProcessPool

from bot.intake import child
from bot.model import Fetched, Parsed, Source

_CALL_SECONDS = 10.0  # wall clock of one document, start of the child not counted
_CALLS_PER_CHILD = 200  # feedparser and lxml leak; a fresh child costs a fork


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
        for last in (False, True):
            pool = self._pool
            if pool is None:
                return Parsed(cause="parse-closed", reason="the parsers are closed")
            if not pool.active:
                pool = self._pool = self._opened()
            try:
                parsed = await self._asked(pool, fetched, source, now)
            except BrokenProcessPool:
                # A child that dies between two documents breaks its pool for good, and whoever waits in it.
                if self._pool is pool:
                    self._pool = self._opened()
                if last:
                    return Parsed(cause="parse-died", reason="the parsers died over it")
            except Exception as error:  # noqa: BLE001 - what a document did to its child is its own trouble
                return self._trouble(error)
            else:
                return parsed
        raise AssertionError

    async def _asked(self, pool: ProcessPool, fetched: Fetched, source: Source, now: datetime) -> Parsed:
        room = self._megabytes * 1024**2
        future = pool.schedule(child.read, args=[fetched, source, now, room], timeout=self._seconds)
        parsed: Parsed = await asyncio.wrap_future(future)
        return parsed

    def _opened(self) -> ProcessPool:
        # A fork server has the parsers imported already: a killed child is replaced in milliseconds, and
        # nothing is forked from a process with threads.
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["bot.intake.child", "bot.intake.sources"])
        return ProcessPool(
            max_workers=self._workers, max_tasks=_CALLS_PER_CHILD, initializer=child.warm_up, context=context
        )

    def _trouble(self, error: Exception) -> Parsed:
        """A child's end, told as a reason."""
        match error:
            case FutureTimeout() | TimeoutError():
                return Parsed(cause="parse-timeout", reason=f"reading it took more than {self._seconds:g} seconds")
            case MemoryError():
                return Parsed(cause="parse-memory", reason=f"reading it took more than {self._megabytes} MB")
            case ProcessExpired() if error.exitcode == child.OUT_OF_TIME:
                return Parsed(
                    cause="parse-timeout", reason=f"reading it took more than {child.CPU_SECONDS} seconds of CPU"
                )
            case ProcessExpired():
                return Parsed(cause="parse-died", reason=f"the parser died over it (exit status {error.exitcode})")
            case FutureCancelled():
                return Parsed(cause="parse-closed", reason="the parsers were closed while it was read")
            case _:
                return Parsed(cause="parse-error", reason=f"the parser failed over it: {type(error).__name__}: {error}")
