"""What the cellar can refuse, each with a sentence for the operator."""

import errno
import sqlite3
from pathlib import Path


class StorageError(Exception):
    """Something the cellar could not do; the text says what and what helps."""


class InstanceRunning(StorageError):  # noqa: N818 - a state of the world, not a mistake
    """Another process holds this database; try again when it has ended (exit 75)."""


class CorruptDatabase(StorageError):  # noqa: N818 - as above
    """The file is not a whole database; nothing was written to it."""


class NewerDatabase(StorageError):  # noqa: N818 - as above
    """The file was written by a later chipwire."""


class Unwritable(StorageError):  # noqa: N818 - as above
    """Nothing can be written for now; the same may go through later."""


class Occupied(StorageError):  # noqa: N818 - as above
    """Something stands where a new file was to be; it is not written over."""


class Locked(Unwritable):
    """Another program kept the database locked for longer than we wait."""


class DiskFull(Unwritable):
    """No room was left to write; the transaction was rolled back."""


class ReadOnly(Unwritable):
    """The volume or file cannot be written."""


class IllegalTransition(StorageError):  # noqa: N818 - as above
    """A delivery was asked to go where its state does not lead."""


class Contradiction(StorageError):  # noqa: N818 - as above
    """A verdict gives an id to another article than the one stored under it."""


_CAUSES: dict[int, tuple[type[StorageError], str]] = {
    sqlite3.SQLITE_BUSY: (Locked, "the database is locked by another program"),
    sqlite3.SQLITE_LOCKED: (Locked, "the database is locked by another program"),
    sqlite3.SQLITE_FULL: (DiskFull, "the disk is full; nothing of this step was stored"),
    sqlite3.SQLITE_READONLY: (ReadOnly, "the database or its volume is read-only"),
    sqlite3.SQLITE_CANTOPEN: (ReadOnly, "the database cannot be opened for writing"),
    sqlite3.SQLITE_PERM: (ReadOnly, "the database may not be written by this user"),
    sqlite3.SQLITE_CORRUPT: (CorruptDatabase, "the database file is damaged"),
    sqlite3.SQLITE_NOTADB: (CorruptDatabase, "the file is not a database"),
}


def translated(error: sqlite3.Error) -> StorageError | None:
    """The house's name for an error of SQLite; None for our own mistakes, which stay as they are."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_IOERR:
        return Unwritable(f"the disk failed while reading or writing the database: {error}")
    if code not in _CAUSES:
        return None
    kind, words = _CAUSES[code]
    return kind(f"{words} ({error})")


def refused(error: OSError, path: Path) -> StorageError:
    """The house's name for what the system refuses about a file."""
    if error.errno == errno.ENOSPC:
        return DiskFull(f"no room left for {path}; free some space and try again")
    if error.errno in {errno.EROFS, errno.EACCES, errno.EPERM}:
        return ReadOnly(
            f"{path.parent} cannot be written: {error.strerror}; it must belong to the user chipwire runs as"
        )
    return StorageError(f"{path}: {error.strerror or error}")
