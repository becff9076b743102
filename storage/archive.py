"""An archive as somebody reads it who must not leave a trace in it, whether or not the house runs beside."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from sqlite_utils import Database

from bot.model import Known
from storage import articles, placements
from storage.encoding import instant
from storage.errors import CorruptDatabase, NewerDatabase, StorageError, refused, translated
from storage.migrations import SCHEMA

_HEADER = b"SQLite format 3\0"
_WAIT = 30.0  # seconds, for another program's transaction
#: What a program that writes has beside the file.
_LOGS = ("-wal", "-shm")


class Archive:
    """What the archive held when it was opened; later articles are not looked at. For one thread."""

    def __init__(self, path: Path) -> None:
        """Looks at the archive at `path`.

        Raises:
            StorageError: there is none, it is another program's, or of another version; nothing was changed.
        """
        _require_ours(path)
        self._path = path
        self._logged = False
        self._db: Database | None = None
        with self._connected() as db:
            _require_version(db, path)
            article, story = articles.next_ids(db)
        self.articles = article - 1  # the newest article's id
        self.stories = story - 1  # the newest story's

    def window(self) -> Iterator[tuple[int, int, datetime, str]]:
        """The articles of the window of its newest article, as `placements.window` tells them."""
        with self._connected() as db:
            (newest,) = db.execute("SELECT max(first_seen) FROM articles WHERE id <= ?", (self.articles,)).fetchone()
            if newest is not None:
                rows = placements.window(db, instant(newest))
                yield from (row for row in rows if row[0] <= self.articles)

    def known(self, keys: Iterable[str]) -> dict[str, Known]:
        """What is remembered under identity keys."""
        with self._connected() as db:
            found = articles.recall_known(db, keys)
        return {key: one for key, one in found.items() if one.article <= self.articles}

    def close(self) -> None:
        """Lets go of the file."""
        if self._db is not None:
            self._db.close()
            self._db = None

    @contextmanager
    def _connected(self) -> Iterator[Database]:
        """A connection without a transaction: one would hold up the house.

        Beside a log the file is read with it; without one nobody writes, and nothing need be made to read it.
        """
        try:
            if not self._logged and any(self._path.with_name(self._path.name + end).exists() for end in _LOGS):
                self.close()  # the house was started meanwhile
                self._logged = True
            if self._db is None:
                address = f"file:{quote(str(self._path))}?mode=ro" + ("" if self._logged else "&immutable=1")
                conn = sqlite3.connect(address, uri=True, timeout=_WAIT, isolation_level=None)
                self._db = Database(conn, execute_plugins=False)
            yield self._db
        except sqlite3.Error as error:
            raise (translated(error) or error) from error


def _require_ours(path: Path) -> None:
    if not path.is_file():
        raise StorageError(f"there is no database {path}")
    try:
        with path.open("rb") as file:
            start = file.read(len(_HEADER))
    except OSError as error:
        raise refused(error, path) from error
    if start != _HEADER:
        raise CorruptDatabase(f"{path} is not a database: its first bytes are wrong")


def _require_version(db: Database, path: Path) -> None:
    known = {step.name for step in SCHEMA.pending(Database(memory=True, execute_plugins=False))}
    applied = {step.name for step in SCHEMA.applied(db)}
    if not applied:
        raise StorageError(f"{path} is not a database of chipwire")
    if applied - known:
        later = ", ".join(sorted(applied - known))
        raise NewerDatabase(f"{path} was written by a later chipwire (it has {later}); use that version")
    if known - applied:
        raise StorageError(
            f"{path} was written by an earlier chipwire; `CHIPWIRE_DB={path} chipwire stats` brings it up to date"
        )
