"""Visits that brought nothing: their sources' states are written down many at a time."""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlite_utils import Database

from bot.model import SourceState
from storage import heartbeat, sources
from storage.store import Store

#: Seconds that a state may wait for others.
LATEST = 0.25


class _Waiting(NamedTuple):
    state: SourceState
    now: datetime
    told: "asyncio.Future[None]"


class Quiet:
    """Gathers states until everybody under way has brought one, at most for a moment; one transaction for all."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._waiting: list[_Waiting] = []
        self._timer: asyncio.TimerHandle | None = None
        self._writing: set[asyncio.Task[None]] = set()

    async def save(self, state: SourceState, now: datetime, *, under_way: int) -> None:
        """Remembers a state as `sources.save_state` does; back only when it is on the disk.

        Args:
            state: of a source whose visit has just ended.
            now: UTC; a sign of life.
            under_way: visits that have not ended or not been written down, this one among them.
        """
        loop = asyncio.get_running_loop()
        told: asyncio.Future[None] = loop.create_future()
        self._waiting.append(_Waiting(state, now, told))
        if len(self._waiting) >= under_way:
            self._begin()
        elif self._timer is None:
            self._timer = loop.call_later(LATEST, self._begin)
        await told

    def _begin(self) -> None:
        """Begins to write; in a task of its own, so that a visit given up meanwhile takes no other with it."""
        if self._timer:
            self._timer.cancel()
            self._timer = None
        waiting, self._waiting = self._waiting, []
        task = asyncio.ensure_future(self._write(waiting))
        self._writing.add(task)
        task.add_done_callback(self._writing.discard)

    async def _write(self, waiting: Sequence[_Waiting]) -> None:
        try:
            await self._store.write(lambda db: _remember(db, waiting))
        except Exception as error:  # noqa: BLE001 - handed to everybody who waits
            for one in waiting:
                if not one.told.done():
                    one.told.set_exception(error)
        else:
            for one in waiting:
                if not one.told.done():
                    one.told.set_result(None)


def _remember(db: Database, waiting: Sequence[_Waiting]) -> None:
    sources.save_unchanged(db, [one.state for one in waiting])
    heartbeat.heartbeat(db, max(one.now for one in waiting))
