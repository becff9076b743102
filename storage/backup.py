"""Copies of the database that were opened and found whole before they got their name."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

from sqlite_utils import Database

from storage.errors import CorruptDatabase, Occupied
from storage.migrations import SCHEMA


@dataclass(frozen=True, slots=True)
class BackupReport:
    """What a backup holds, counted after it was found whole."""

    path: Path
    bytes: int
    schema: str  # the last migration it has
    articles: int
    subscribers: int
    waiting: int  # outbox rows not yet sent


def folder_of(database: Path) -> Path:
    """Where the backups of a database live."""
    return database.parent / "backups"


def name_for(database: Path, now: datetime, mark: str = "") -> Path:
    """Where a backup made now goes; names sort by time."""
    return folder_of(database) / f"{database.stem}-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}{mark and '-'}{mark}.db"


def newest(database: Path) -> Path | None:
    """The newest backup beside a database; None if there is none."""
    found = sorted(folder_of(database).glob(f"{database.stem}-*.db"))
    return found[-1] if found else None


def prune(database: Path, keep: int) -> list[Path]:
    """Deletes all but the newest backups; which."""
    old = sorted(folder_of(database).glob(f"{database.stem}-*.db"))[:-keep]
    for path in old:
        path.unlink(missing_ok=True)
    return old


def write_backup(db: Database, to: Path) -> BackupReport:
    """Copies the database as it stands, by VACUUM INTO; the file gets its name only after it was checked.

    Outside any transaction.
    """
    if to.exists() or to.is_symlink():
        raise Occupied(f"{to} is there already; name a file that is not")
    to.parent.mkdir(parents=True, exist_ok=True)
    part = to.with_name(to.name + ".part")
    part.unlink(missing_ok=True)
    try:
        db.execute("VACUUM INTO ?", (str(part),))
        report = check_backup(part)
        _to_disk(part)
        part.rename(to)
        _to_disk(to.parent)
    finally:
        part.unlink(missing_ok=True)
    return BackupReport(to, report.bytes, report.schema, report.articles, report.subscribers, report.waiting)


def check_backup(path: Path) -> BackupReport:
    """Opens a backup, checks every page and reference, and counts; raises CorruptDatabase."""
    if not path.is_file() or path.stat().st_size == 0:
        raise CorruptDatabase(f"{path} is missing or empty")
    try:
        with _untouched(path) as db:
            require_whole(db, path, thorough=True)
            applied = [step.name for step in SCHEMA.applied(db)]
            if not applied:
                raise CorruptDatabase(f"{path} is a database, but not one of chipwire's")
            articles = _count(db, "articles", "1")
            subscribers = _count(db, "subscribers", "removed IS NULL")
            waiting = _count(db, "outbox", "state IN ('new', 'wait', 'unknown', 'sending')")
    except sqlite3.Error as error:
        raise CorruptDatabase(f"{path} cannot be read: {error}") from error
    return BackupReport(path, path.stat().st_size, applied[-1], articles, subscribers, waiting)


def _count(db: Database, table: str, which: str) -> int:
    """Rows of a table; none where the schema is older than it."""
    return db.table(table).count_where(which) if db.table(table).exists() else 0


def restore(database: Path, source: Path, now: datetime) -> Path | None:
    """Puts a checked backup in the database's place; where the old file was moved, None if there was none.

    Nobody may have the database open.
    """
    check_backup(source)
    aside = None
    if database.exists():
        aside = database.with_name(f"{database.name}.set-aside-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}")
        database.rename(aside)
    for tail in ("-wal", "-shm"):
        log = database.with_name(database.name + tail)
        if log.exists():
            log.rename(f"{aside or database.with_name(database.name + '.set-aside')}{tail}")
    part = database.with_name(database.name + ".part")
    shutil.copyfile(source, part)
    part.chmod(0o600)
    _to_disk(part)
    part.rename(database)
    _to_disk(database.parent)
    return aside


def require_whole(db: Database, path: Path, *, thorough: bool = False) -> None:
    """Raises CorruptDatabase with the first faults found.

    The thorough check compares indexes with their tables and references with their targets as well.
    """
    rows = db.execute("PRAGMA integrity_check(5)" if thorough else "PRAGMA quick_check(5)").fetchall()
    if rows != [("ok",)]:
        raise CorruptDatabase(f"{path} is damaged: {'; '.join(str(row[0]) for row in rows)}")
    if thorough:
        require_bound(db, path)


def require_bound(db: Database, path: Path) -> None:
    """Raises CorruptDatabase when a row points to one that is not there."""
    if loose := db.execute("PRAGMA foreign_key_check").fetchall():
        raise CorruptDatabase(f"{path} is damaged: {len(loose)} rows point to nothing, the first in {loose[0][0]}")


@contextmanager
def _untouched(path: Path) -> Iterator[Database]:
    # Immutable: no -wal or -shm appears beside a backup that is only looked at.
    conn = sqlite3.connect(f"file:{quote(str(path))}?mode=ro&immutable=1", uri=True, isolation_level=None)
    try:
        yield Database(conn, execute_plugins=False)
    finally:
        conn.close()


def _to_disk(path: Path) -> None:
    """VACUUM INTO does not sync its output; a folder's fsync makes the new name last."""
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
