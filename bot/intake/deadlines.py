"""Deadlines of many requests under one timer: a timer for each would cost as much as all else a visit is noted by."""

import asyncio
from types import TracebackType


class Deadlines:
    """What is under way, and until when."""

    def __init__(self) -> None:
        self._open: set[_Deadline] = set()
        self._timer: asyncio.TimerHandle | None = None
        self._due = 0.0  # loop time of the timer

    def within(self, seconds: float) -> "_Deadline":
        """A block that may take so long; after it the block's task is interrupted and the block raises TimeoutError."""
        return _Deadline(self, seconds)

    def begin(self, one: "_Deadline") -> None:
        """Watch one more."""
        self._open.add(one)
        if self._timer is None or one.when < self._due:
            self._set(one.when)

    def end(self, one: "_Deadline") -> None:
        """Watch one less; the timer finds out by itself."""
        self._open.discard(one)

    def _set(self, when: float) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._due = when
        self._timer = asyncio.get_running_loop().call_at(when, self._look)

    def _look(self) -> None:
        """Interrupt whoever is late; wait for the next one."""
        self._timer = None
        now = asyncio.get_running_loop().time()
        for one in [one for one in self._open if one.when <= now]:
            self._open.discard(one)
            one.interrupt()
        if self._open:
            self._set(min(one.when for one in self._open))


class _Deadline:
    """One block with a deadline, by the rules of `asyncio.timeout`: a cancellation from elsewhere stays one."""

    __slots__ = ("_before", "_late", "_loop", "_owner", "_seconds", "_task", "when")

    def __init__(self, owner: Deadlines, seconds: float) -> None:
        self._owner = owner
        self._seconds = seconds
        self._late = False

    def __enter__(self) -> None:
        task = asyncio.current_task()
        assert task is not None, "a deadline is used inside a task"
        self._task, self._before, self._loop = task, task.cancelling(), task.get_loop()
        self.when = self._loop.time() + self._seconds
        self._owner.begin(self)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._owner.end(self)
        if self._late and self._task.uncancel() <= self._before and kind is asyncio.CancelledError:
            raise TimeoutError from error

    def left(self) -> float:
        """Seconds that remain, of a block that has been entered."""
        return self.when - self._loop.time()

    def interrupt(self) -> None:
        """The time is up."""
        self._late = True
        self._task.cancel()
