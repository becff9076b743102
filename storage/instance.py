"""One process a database: a lock that the kernel takes back when its holder dies."""

import fcntl
import os
from pathlib import Path
from types import TracebackType
from typing import Self

from storage.errors import InstanceRunning


class FileLock:
    """A file beside the database, held by an exclusive flock; no lock is left behind by kill -9.

    The file stays: were it deleted, one process could hold the lock of a file without a name, and another that of its
    successor.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = -1

    def take(self) -> None:
        """Takes the lock or says who has it."""
        opened = self._open()
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.read(opened, 32).decode("ascii", "replace").strip()
            os.close(opened)
            who = f" (process {holder})" if holder else ""
            raise InstanceRunning(
                f"another chipwire{who} runs on this database; stop it first, or give this one another CHIPWIRE_DB"
            ) from None
        os.ftruncate(opened, 0)
        os.pwrite(opened, str(os.getpid()).encode(), 0)
        self._file = opened

    def wait(self) -> None:
        """Takes the lock, however long another start takes."""
        opened = self._open()
        fcntl.flock(opened, fcntl.LOCK_EX)
        self._file = opened

    def free(self) -> None:
        """Gives the lock back; harmless when it is not held."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1

    def __enter__(self) -> Self:
        self.wait()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.free()

    def _open(self) -> int:
        return os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
