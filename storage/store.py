"""The store: one thread that writes, one that reads, each transaction a step handed in."""

import asyncio
import shutil
import sqlite3
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from sqlite_utils import Database

from storage import opening, words
from storage.backup import BackupReport, write_backup
from storage.errors import StorageError, refused, translated
from storage.instance import FileLock
from storage.writer import Writer

T = TypeVar("T")
Step = Callable[[Database], T]

#: Below this, article bodies are no longer stored; alerts go on.
LOW_DISK = 200 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Room:
    """How much the data volume can still take."""

    free: int  # bytes
    low: bool


class Store:
    """Everything that remembers. A step gets a connection and runs as one transaction, whole or not at all."""

    def __init__(self, path: Path, fold: words.Fold, instance: FileLock) -> None:
        self.path = path
        self._instance = instance
        self._writer = Writer(lambda: opening.connect(path, fold))
        self._reader = ThreadPoolExecutor(1, "chipwire-reader")
        self._open = True
        # A connection belongs to the thread that made it.
        self._reading = self._reader.submit(opening.connect, path, fold, read_only=True).result()

    @classmethod
    def open(
        cls, path: Path, *, now: datetime, exclusive: bool = False, fold: words.Fold = words.plain_fold
    ) -> "Store":
        """Opens the database at `path`, made, checked and migrated as needed.

        Args:
            path: the file; its folder is made.
            now: UTC, for the name of a backup before a migration.
            exclusive: hold the instance lock, as `run` does.
            fold: makes texts comparable in the archive index; always the same for one database.

        Raises:
            InstanceRunning: another process holds the lock.
            CorruptDatabase: the file is damaged or gone; nothing was changed.
            NewerDatabase: a later chipwire has been here.
            ReadOnly, DiskFull: as they say.
        """
        instance = FileLock(path.with_name(path.name + ".lock"))
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if exclusive:
                instance.take()
            with FileLock(path.with_name(path.name + ".opening")):
                opening.prepare(path, now, fold)
            return cls(path, fold, instance)
        except OSError as error:
            instance.free()
            raise refused(error, path) from error
        except BaseException:
            instance.free()
            raise

    async def write(self, step: Step[T]) -> T:
        """Runs a step in a BEGIN IMMEDIATE transaction; what it raises takes back all it did and comes out here.

        Back only when it is on the disk. Steps that wait at the same time share a commit, not their failures.
        """
        return await asyncio.wrap_future(self._submit_write(step))

    async def read(self, step: Step[T]) -> T:
        """Runs a step on one snapshot, read-only; results must not be lazy."""
        return await asyncio.wrap_future(self._submit_read(step))

    def write_sync(self, step: Step[T]) -> T:
        """Like `write`, for callers without a loop."""
        return self._submit_write(step).result()

    def read_sync(self, step: Step[T]) -> T:
        """Like `read`, for callers without a loop."""
        return self._submit_read(step).result()

    async def backup(self, to: Path) -> BackupReport:
        """Copies the database and checks the copy, without holding up writers."""
        return await asyncio.to_thread(self.backup_sync, to)

    def backup_sync(self, to: Path) -> BackupReport:
        """Like `backup`, for callers without a loop."""
        db = opening.connect(self.path)
        try:
            return write_backup(db, to)
        except sqlite3.Error as error:
            raise (translated(error) or error) from error
        except OSError as error:
            raise refused(error, to) from error
        finally:
            db.close()

    async def tidy(self) -> int:
        """For idle moments: empties the write-ahead log into the file; the bytes that stay in the log."""
        await asyncio.wrap_future(self._writer.call(_tidy))
        return self.log_bytes()

    def log_bytes(self) -> int:
        """Length of the write-ahead log."""
        log = Path(f"{self.path}-wal")
        return log.stat().st_size if log.exists() else 0

    def room(self, least: int = LOW_DISK) -> Room:
        """What the data volume has left, measured now."""
        free = shutil.disk_usage(self.path.parent).free
        return Room(free, free < least)

    async def close(self) -> None:
        """Like `close_sync`, without holding up the loop."""
        await asyncio.to_thread(self.close_sync)

    def close_sync(self) -> None:
        """Ends both threads after what was handed in; a second call does nothing."""
        if not self._open:
            return
        self._open = False
        self._reader.submit(self._reading.close).result()
        self._reader.shutdown()
        self._writer.close(_farewell)
        self._instance.free()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close_sync()

    def _submit_write(self, step: Step[T]) -> "Future[T]":
        if not self._open:
            raise StorageError("the store is closed")
        return self._writer.submit(step)

    def _submit_read(self, step: Step[T]) -> "Future[T]":
        if not self._open:
            raise StorageError("the store is closed")
        return self._reader.submit(_snapshot, self._reading, step)


def _snapshot(db: Database, step: Step[T]) -> T:
    try:
        db.conn.execute("BEGIN")
        try:
            result = step(db)
            db.conn.execute("COMMIT")
        except BaseException:
            db.conn.rollback()
            raise
    except sqlite3.Error as error:
        raise (translated(error) or error) from error
    return result


def _tidy(db: Database) -> None:
    # Somebody who still reads must not hold up a stop; the log is emptied another time.
    db.execute("PRAGMA busy_timeout = 200").fetchone()
    try:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        db.execute("PRAGMA optimize")
    finally:
        db.execute(f"PRAGMA busy_timeout = {opening.BUSY}").fetchone()


def _farewell(db: Database) -> None:
    try:
        _tidy(db)
    except sqlite3.Error:
        # A full or failing disk: the log keeps everything and is read at the next start.
        pass
    finally:
        db.close()
