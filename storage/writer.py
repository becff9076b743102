"""The one thread that writes. Steps that wait together are committed together: one fsync for a tick's polls."""

import sqlite3
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, TypeVar

from sqlite_utils import Database

from storage.errors import translated

T = TypeVar("T")

#: How many steps one commit may hold; a poll takes a few milliseconds, and an alert shall not wait for many.
TOGETHER = 16


@dataclass(slots=True)
class _Job:
    step: Callable[[Database], Any]
    alone: bool = False  # outside any transaction
    last: bool = False  # the thread ends after it
    future: "Future[Any]" = field(default_factory=Future)
    result: Any = None


class Writer:
    """Runs steps in the order they came, each whole or not at all, and answers once they are on the disk."""

    def __init__(self, connect: Callable[[], Database]) -> None:
        self._jobs: SimpleQueue[_Job] = SimpleQueue()
        opened: Future[Database] = Future()
        self._thread = Thread(target=self._work, args=(connect, opened), name="chipwire-writer", daemon=True)
        self._thread.start()
        opened.result()

    def submit(self, step: Callable[[Database], T]) -> "Future[T]":
        """Runs a step within a transaction."""
        return self._put(_Job(step))

    def call(self, work: Callable[[Database], T]) -> "Future[T]":
        """Runs something in the writer's thread, outside any transaction."""
        return self._put(_Job(work, alone=True))

    def close(self, farewell: Callable[[Database], None]) -> None:
        """Ends the thread after what was handed in, the farewell last."""
        self._put(_Job(farewell, alone=True, last=True)).result()
        self._thread.join()

    def _put(self, job: _Job) -> "Future[Any]":
        self._jobs.put(job)
        return job.future

    def _work(self, connect: Callable[[], Database], opened: "Future[Database]") -> None:
        try:
            db = connect()
        except BaseException as error:  # noqa: BLE001 - handed to whoever opens
            opened.set_exception(error)
            return
        opened.set_result(db)
        last = False
        while not last:
            steps, alone = self._gather()
            if steps:
                _commit(db, steps)
            if alone:
                _run_alone(db, alone)
                last = alone.last

    def _gather(self) -> tuple[list[_Job], _Job | None]:
        """The next steps to be committed together, and what is to run alone after them."""
        steps: list[_Job] = []
        job = self._jobs.get()
        while True:
            if job.future.set_running_or_notify_cancel():
                if job.alone:
                    return steps, job
                steps.append(job)
            if len(steps) == TOGETHER:
                return steps, None
            try:
                job = self._jobs.get_nowait()
            except Empty:
                return steps, None


def _commit(db: Database, jobs: list[_Job]) -> None:
    """One transaction, each of several steps in a savepoint of its own: one that raises takes back only itself."""
    done: list[_Job] = []
    # A savepoint keeps a copy of every page that is changed within: a step without neighbours does without (1 ms less
    # of the 20 ms of a hundred new articles).
    run = _run if len(jobs) == 1 else _run_apart
    try:
        db.conn.execute("BEGIN IMMEDIATE")
        done += [job for job in jobs if run(db, job)]
        if done:
            db.conn.execute("COMMIT")
        else:
            db.conn.rollback()
    except sqlite3.Error as error:
        db.conn.rollback()
        for job in jobs:
            if not job.future.done():
                job.future.set_exception(_named(error))
        return
    for job in done:
        job.future.set_result(job.result)


def _run_apart(db: Database, job: _Job) -> bool:
    """Like `_run`, what a failing step did taken back."""
    db.conn.execute("SAVEPOINT step")
    gone_through = _run(db, job)
    if not gone_through:
        db.conn.execute("ROLLBACK TO step")
    db.conn.execute("RELEASE step")
    return gone_through


def _run(db: Database, job: _Job) -> bool:
    """Whether the step went through; raises when its failure took the whole transaction with it."""
    try:
        job.result = job.step(db)
    except BaseException as error:
        job.future.set_exception(_named(error))
        if db.conn.in_transaction:
            return False
        if isinstance(error, sqlite3.Error):
            raise
        raise sqlite3.OperationalError("a step ended the transaction it was in") from error
    return True


def _run_alone(db: Database, job: _Job) -> None:
    try:
        job.future.set_result(job.step(db))
    except BaseException as error:  # noqa: BLE001 - handed to whoever asked
        job.future.set_exception(_named(error))


def _named(error: BaseException) -> BaseException:
    """An error as the caller shall see it, its cause kept."""
    named = translated(error) if isinstance(error, sqlite3.Error) else None
    if named is None:
        return error
    named.__cause__ = error
    return named
