"""Before the cellar is used: is the file whole, is it ours, does it have today's shelves?"""

import os
import sqlite3
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from sqlite_utils import Database

from storage import backup, journal, words
from storage.errors import CorruptDatabase, NewerDatabase, translated
from storage.migrations import SCHEMA

#: How long a transaction waits for another program's, in milliseconds.
BUSY = 30_000
_PRAGMAS = (
    # With NORMAL a power cut may take back a commit, and a lost "sent" is a second copy.
    "synchronous = FULL",
    "foreign_keys = ON",
    # Who is forgotten is not left readable in freed pages.
    "secure_delete = ON",
    "temp_store = MEMORY",
    # Each connection's; what is not in it is in the system's cache, a microsecond away (16 MB: no quicker, 2026-11-23).
    "cache_size = -4000",
)
_HEADER = b"SQLite format 3\0"


def connect(path: Path, fold: words.Fold = words.plain_fold, *, read_only: bool = False) -> Database:
    """A connection of the calling thread, transactions begun by hand."""
    mode = "ro" if read_only else "rw"
    conn = sqlite3.connect(
        f"file:{quote(str(path))}?mode={mode}",
        uri=True,
        timeout=BUSY / 1000,
        isolation_level=None,
        cached_statements=256,
    )
    try:
        db = Database(conn, execute_plugins=False)
        for pragma in _PRAGMAS:
            db.execute(f"PRAGMA {pragma}")
        words.prepare(db, fold)
    except BaseException:
        conn.close()
        raise
    return db


def prepare(path: Path, now: datetime, fold: words.Fold) -> None:
    """Makes a new database, or checks and migrates the one that is there; the caller holds the opening lock.

    Raises:
        CorruptDatabase: the file is damaged or gone; it is left as it is, and the text names the last backup.
        NewerDatabase: a later chipwire has been here.
    """
    try:
        if path.exists():
            _check(path, now, fold)
        else:
            _require_fresh(path)
            _create(path, now, fold)
    except CorruptDatabase as error:
        raise CorruptDatabase(f"{error}. {_way_out(path)}") from error
    except sqlite3.Error as error:
        named = translated(error)
        if isinstance(named, CorruptDatabase):
            raise CorruptDatabase(f"{path}: {named}. {_way_out(path)}") from error
        raise (named or error) from error


def migrate(db: Database, path: Path, now: datetime) -> list[str]:
    """Applies what is new in one transaction, after a verified backup of what is there; the names of the steps."""
    applied = {step.name for step in SCHEMA.applied(db)}
    pending = [step.name for step in SCHEMA.pending(db)]
    known = {step.name for step in SCHEMA.pending(Database(memory=True, execute_plugins=False))}
    if applied - known:
        later = ", ".join(sorted(applied - known))
        raise NewerDatabase(f"{path} was written by a later chipwire (it has {later}); use that version")
    if not pending:
        return []
    copy = backup.name_for(path, now, f"before-{pending[0]}")
    if applied and not copy.exists():
        # One that is there was made in this very second, by a start that was killed during its migration.
        backup.write_backup(db, copy)
    db.conn.execute("BEGIN IMMEDIATE")
    try:
        SCHEMA.apply(db)
        backup.require_bound(db, path)
        db.conn.execute("COMMIT")
    except BaseException:
        db.conn.rollback()
        raise
    return pending


def _check(path: Path, now: datetime, fold: words.Fold) -> None:
    _look(path)
    journal.require_readable(Path(f"{path}-wal"))
    db = connect(path, fold)
    try:
        backup.require_whole(db, path)
        migrate(db, path, now)
    finally:
        db.close()


def _create(path: Path, now: datetime, fold: words.Fold) -> None:
    """A database appears whole under its name or not at all: a start killed half-way leaves no empty file."""
    fresh = path.with_name(path.name + ".new")
    for left in (fresh, Path(f"{fresh}-wal"), Path(f"{fresh}-shm"), Path(f"{fresh}-journal")):
        left.unlink(missing_ok=True)
    fresh.touch(mode=0o600)
    db = connect(fresh, fold)
    try:
        db.execute("PRAGMA journal_mode = WAL").fetchone()
        migrate(db, path, now)
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    finally:
        db.close()
    fresh.rename(path)
    folder = os.open(path.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)


def _require_fresh(path: Path) -> None:
    """A missing file beside its log or its backups is a loss, not a first start."""
    log = Path(f"{path}-wal")
    if (log.exists() and log.stat().st_size) or backup.newest(path):
        raise CorruptDatabase(f"{path} is missing though it has been here")


def _look(path: Path) -> None:
    with path.open("rb") as file:
        start = file.read(len(_HEADER))
    if not start:
        raise CorruptDatabase(f"{path} has zero length")
    if start != _HEADER:
        raise CorruptDatabase(f"{path} is not a database: its first bytes are wrong")


def _way_out(path: Path) -> str:
    last = backup.newest(path)
    if last is None:
        return f"There is no backup in {backup.folder_of(path)}; move the file away to start anew"
    return (
        f"Nothing was changed. The last backup is {last}: look at it with `chipwire restore --check FILE`,"
        " put it in place with `chipwire restore FILE`"
    )
