"""The store: transactions, threads, the instance lock, a full disk, a locked database."""

import errno
import os
import sqlite3
import subprocess
import sys
import time
from contextlib import contextmanager
from datetime import timedelta
from threading import Event

import pytest

from bot.model import SourceState
from storage import (
    CorruptDatabase,
    DiskFull,
    InstanceRunning,
    Locked,
    ReadOnly,
    StorageError,
    Store,
    Unwritable,
    articles,
    opening,
    sources,
)
from storage.encoding import instant, micros
from storage.errors import translated
from storage.writer import Writer

HOLD = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from storage import Store
Store.open(Path(sys.argv[1]), now=datetime(2026, 11, 22, tzinfo=UTC), exclusive=True)
print("open", flush=True)
sys.stdin.read()
"""


def test_a_new_database_is_made_with_its_folder(path, now):
    """The first start makes the folder and a database in WAL mode with full synchronisation."""
    with Store.open(path, now=now) as store:
        modes = store.write_sync(
            lambda db: [db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")]
        )

    assert modes == ["wal", 2]
    assert path.stat().st_mode & 0o077 == 0


async def test_a_step_is_one_transaction(store, now):
    """What a step wrote before it raised is gone, and what it raised comes out."""

    def step(db):
        sources.save_state(db, SourceState("a"))
        raise LookupError("in the middle")

    with pytest.raises(LookupError, match="in the middle"):
        await store.write(step)

    assert await store.read(sources.states) == []


async def test_a_step_returns_its_value_and_is_kept(store, path, now):
    """A finished step's writes are there for the next reader and after a new start."""
    answer = await store.write(lambda db: sources.save_state(db, SourceState("a", polls=3)) or "done")
    await store.close()

    with Store.open(path, now=now) as again:
        states = again.read_sync(sources.states)

    assert answer == "done"
    assert states == [SourceState("a", polls=3)]


async def test_a_reader_cannot_write(store):
    """Reads go over a connection that is read-only."""
    with pytest.raises(ReadOnly):
        await store.read(lambda db: sources.save_state(db, SourceState("a")))


async def test_a_reader_sees_one_snapshot_while_a_writer_goes_on(store, now):
    """A long read neither holds up the writer nor sees half of what it does."""

    def look(db):
        before = len(sources.states(db))
        writing = store._submit_write(lambda out: sources.save_state(out, SourceState("late")))
        writing.result(timeout=20)
        return before, len(sources.states(db))

    assert await store.read(look) == (0, 0)
    assert len(await store.read(sources.states)) == 1


async def test_lazy_results_are_refused(store, now):
    """An iterator used outside its step raises instead of reading in the wrong thread."""
    lazy = await store.read(lambda db: articles.since(db, now))

    with pytest.raises(sqlite3.ProgrammingError, match="thread"):
        list(lazy)


def test_a_second_run_is_told_so_at_once(path, now):
    """The lock names the process that holds it, and a plain opening beside it is allowed."""
    with Store.open(path, now=now, exclusive=True):
        with pytest.raises(InstanceRunning, match=r"process \d+"):
            Store.open(path, now=now, exclusive=True)
        with Store.open(path, now=now) as beside:
            assert beside.read_sync(articles.count) == 0


def test_a_killed_holder_leaves_no_lock(path, now):
    """After kill -9 of the process that held the lock, the next start takes it."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout.readline() == "open\n"
        with pytest.raises(InstanceRunning, match=str(child.pid)):
            Store.open(path, now=now, exclusive=True)
        child.kill()

    Store.open(path, now=now, exclusive=True).close_sync()


def test_the_lock_is_free_again_after_a_refused_start(path, now):
    """A start that fails for another reason gives the instance lock back."""
    path.parent.mkdir()
    path.write_bytes(b"")
    for _ in range(2):
        with pytest.raises(StorageError, match="zero length"):
            Store.open(path, now=now, exclusive=True)


def test_a_database_locked_by_another_program(path, now, monkeypatch):
    """A writer waits for the other's transaction, gives up by name, and works again afterwards."""
    monkeypatch.setattr(opening, "BUSY", 50)
    with Store.open(path, now=now) as store:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Locked, match="locked by another program"):
            store.write_sync(lambda db: sources.save_state(db, SourceState("a")))
        other.execute("COMMIT")
        other.close()
        store.write_sync(lambda db: sources.save_state(db, SourceState("a")))

        assert len(store.read_sync(sources.states)) == 1


def test_a_full_disk_stores_nothing_of_a_step(store, verdict, now):
    """When the room ends in the middle of a poll, neither its articles nor its validators are kept."""
    import storage

    store.write_sync(lambda db: db.execute("PRAGMA max_page_count = 60").fetchone())
    with pytest.raises(DiskFull, match="disk is full"):
        store.write_sync(lambda db: storage.remember(db, verdict([f"{at} " * 200 for at in range(500)]), now))
    assert store.read_sync(sources.states) == []
    assert store.read_sync(articles.count) == 0

    store.write_sync(lambda db: db.execute("PRAGMA max_page_count = 100000").fetchone())
    store.write_sync(lambda db: storage.remember(db, verdict([f"{at} " * 200 for at in range(500)]), now))

    assert store.read_sync(articles.count) == 500


def test_a_folder_that_cannot_be_written(tmp_path, now):
    """A path below a file, or in a forbidden folder, is named in words."""
    (tmp_path / "file").write_text("x")
    with pytest.raises(StorageError, match="file"):
        Store.open(tmp_path / "file" / "chipwire.db", now=now)


def test_our_own_mistakes_keep_their_name(store):
    """An error that is no state of the world comes out as SQLite's."""
    with pytest.raises(sqlite3.OperationalError, match="no such table: nowhere"):
        store.write_sync(lambda db: db.execute("SELECT * FROM nowhere"))


def test_the_disk_guard_speaks_below_its_value(store):
    """The volume is low when less is free than asked for."""
    assert not store.room(least=1).low
    assert store.room(least=2**62).low
    assert store.room().free > 0


async def test_the_log_is_emptied_when_idle(store, verdict, now):
    """After tidying, nothing is left in the write-ahead log."""
    import storage

    await store.write(lambda db: storage.remember(db, verdict(["One", "Two"]), now))
    before = store.log_bytes()

    assert before > 0
    assert await store.tidy() == 0


async def test_a_reader_that_stays_lets_the_log_grow_only_until_it_leaves(store, verdict, now):
    """While somebody reads, the log cannot be emptied and says how long it is; afterwards it is."""
    import storage

    other = sqlite3.connect(store.path, isolation_level=None)
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM articles").fetchone()
    for at in range(20):
        await store.write(lambda db, at=at: storage.remember(db, verdict([f"News {at}"], first=at + 1), now))
    held = await store.tidy()
    other.close()

    assert held > 0
    assert await store.tidy() == 0


def test_a_reader_that_stays_does_not_hold_up_the_end(path, now):
    """A store closes, and keeps everything, although another program is reading."""
    store = Store.open(path, now=now)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM sources").fetchone()
    store.write_sync(lambda db: sources.save_state(db, SourceState("a")))
    store.close_sync()
    other.close()

    with Store.open(path, now=now) as again:
        assert again.read_sync(sources.states) == [SourceState("a")]


def test_a_failing_disk_at_the_end_loses_nothing(path, now):
    """When the log cannot be emptied any more, it is closed as it is and read at the next start."""
    store = Store.open(path, now=now)
    store.write_sync(lambda db: sources.save_state(db, SourceState("a")))
    store._writer.call(lambda db: db.conn.set_progress_handler(lambda: 1, 1)).result()
    store.close_sync()

    with Store.open(path, now=now) as again:
        assert again.read_sync(sources.states) == [SourceState("a")]


def test_a_backup_that_cannot_be_written_is_named(store, tmp_path, monkeypatch):
    """A copy that finds no place, or cannot be made to last, says why and leaves nothing."""
    (tmp_path / "file").write_text("x")
    with pytest.raises(StorageError, match="file"):
        store.backup_sync(tmp_path / "file" / "one.db")

    def refuse(_file):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(DiskFull, match="no room left for"):
        store.backup_sync(tmp_path / "copies" / "one.db")

    assert list((tmp_path / "copies").iterdir()) == []


@pytest.mark.parametrize(
    ("code", "kind", "words"),
    [
        (sqlite3.SQLITE_IOERR_FSYNC, Unwritable, "the disk failed"),
        (sqlite3.SQLITE_FULL, DiskFull, "disk is full"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, Locked, "locked by another program"),
        (sqlite3.SQLITE_READONLY_DIRECTORY, ReadOnly, "read-only"),
        (sqlite3.SQLITE_CORRUPT_INDEX, CorruptDatabase, "damaged"),
        (sqlite3.SQLITE_CONSTRAINT, None, ""),
    ],
)
def test_errors_of_sqlite_get_the_house_s_names(code, kind, words):
    """States of the world are told by kind, extended codes too; our own mistakes are not renamed."""
    error = sqlite3.OperationalError("as SQLite says it")
    error.sqlite_errorcode = code
    named = translated(error)

    assert type(named) is (kind or type(None))
    assert words in str(named)


@pytest.mark.parametrize(
    ("number", "kind", "words"),
    [
        (errno.ENOSPC, DiskFull, "no room left for"),
        (errno.EROFS, ReadOnly, "cannot be written: Read-only file system"),
        (errno.EACCES, ReadOnly, "must belong to the user"),
        (errno.ENOTDIR, StorageError, "Not a directory"),
    ],
)
def test_a_folder_that_fails_is_named(path, now, monkeypatch, number, kind, words):
    """What the system refuses at the start is told by kind, with what helps."""

    def refuse(*_args, **_more):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(StorageError, match=words) as refusal:
        Store.open(path, now=now)

    assert type(refusal.value) is kind


def test_a_database_that_cannot_be_made_is_named(path, now, monkeypatch):
    """When SQLite refuses at the first start, the reason is ours and nothing is left under the name."""
    monkeypatch.setattr(opening, "_PRAGMAS", ("max_page_count = 3",))
    with pytest.raises(DiskFull, match="disk is full"):
        Store.open(path, now=now)

    assert not path.exists()


def test_our_own_mistake_at_the_start_keeps_its_name(path, now, monkeypatch):
    """An error in a statement of ours is not taken for a damaged file."""
    Store.open(path, now=now).close_sync()
    monkeypatch.setattr(opening, "_PRAGMAS", ("(",))
    with pytest.raises(sqlite3.OperationalError, match="syntax"):
        Store.open(path, now=now)


@pytest.fixture
def held(store):
    """Holds the writer, outside any transaction, until the with block ends: what is handed in meanwhile waits."""

    @contextmanager
    def hold():
        begun, gate = Event(), Event()
        holding = store._writer.call(lambda db: (begun.set(), gate.wait()))
        begun.wait()
        try:
            yield
        finally:
            gate.set()
        holding.result()

    return hold


def outcomes(futures):
    return [one.exception() or one.result() for one in futures]


def test_steps_that_wait_together_share_a_commit_and_not_their_failures(store, held):
    """Of many steps handed in at once, each that raises loses only its own writes."""
    statements = []
    store._writer.call(lambda db: db.conn.set_trace_callback(statements.append)).result()

    def step(name):
        def run(db):
            sources.save_state(db, SourceState(name))
            if name.endswith("7"):
                raise LookupError(name)
            return name

        return run

    with held():
        waiting = [store._submit_write(step(f"s{at:02}")) for at in range(40)]
    answers = outcomes(waiting)

    assert [one for one in answers if isinstance(one, str)] == [f"s{at:02}" for at in range(40) if at % 10 != 7]
    assert [str(one) for one in answers if isinstance(one, LookupError)] == ["s07", "s17", "s27", "s37"]
    assert len(store.read_sync(sources.states)) == 36
    assert statements.count("COMMIT") == 3


def test_a_step_that_fails_alone_takes_back_all_it_did(store, held):
    """There is nobody whose work a savepoint would keep: the whole transaction is taken back, none is committed."""
    statements = []
    store._writer.call(lambda db: db.conn.set_trace_callback(statements.append)).result()

    def step(db):
        sources.save_state(db, SourceState("a"))
        raise LookupError("by itself")

    with pytest.raises(LookupError, match="by itself"):
        store.write_sync(step)
    store.write_sync(lambda db: sources.save_state(db, SourceState("b")))

    assert [one.source for one in store.read_sync(sources.states)] == ["b"]
    told = [words.split()[0] for words in statements if not words.startswith("INSERT")]
    assert told == ["BEGIN", "ROLLBACK", "BEGIN", "COMMIT"]


def test_a_step_whose_caller_gave_up_waiting_is_not_begun(store, held):
    """Cancelled before its turn, a step never runs; those around it do."""
    with held():
        waiting = [store._submit_write(lambda db, at=at: sources.save_state(db, SourceState(at))) for at in "abc"]
        waiting[1].cancel()
    waiting[2].result()

    assert [one.source for one in store.read_sync(sources.states)] == ["a", "c"]


def test_one_locked_out_locks_out_all_that_wait_with_it(store, held):
    """When the transaction cannot begin, every step in it is told so by name."""
    store._writer.call(lambda db: db.execute("PRAGMA busy_timeout = 20").fetchone()).result()
    other = sqlite3.connect(store.path, isolation_level=None)
    with held():
        other.execute("BEGIN IMMEDIATE")
        waiting = [store._submit_write(lambda db: None) for _ in range(3)]
    answers = outcomes(waiting)
    other.close()

    assert [type(one) for one in answers] == [Locked] * 3


def test_a_writer_that_cannot_connect_says_why():
    """What goes wrong in the writer's thread comes out where it was asked for."""

    def broken(*_):
        raise LookupError("no connection")

    with pytest.raises(LookupError, match="no connection"):
        Writer(broken)


def test_work_outside_transactions_reports_its_failure(store):
    """A call that raises does not end the writer."""

    def broken(db):
        db.execute("nonsense")

    with pytest.raises(sqlite3.OperationalError, match="nonsense"):
        store._writer.call(broken).result()
    store.write_sync(lambda db: sources.save_state(db, SourceState("a")))

    assert len(store.read_sync(sources.states)) == 1


def test_a_step_that_ends_its_transaction_fails_with_its_neighbours(store, held):
    """Whoever shared the commit is told that nothing was stored; one that had failed by itself keeps its reason."""

    def wrong(db):
        db.conn.rollback()
        raise LookupError("rolled back by hand")

    def refuse(_):
        raise KeyError("by itself")

    with held():
        steps = (refuse, lambda db: sources.save_state(db, SourceState("a")), wrong)
        waiting = [store._submit_write(step) for step in steps]
    answers = outcomes(waiting)

    assert [type(one) for one in answers] == [KeyError, sqlite3.OperationalError, LookupError]
    assert store.read_sync(sources.states) == []
    store.write_sync(lambda db: sources.save_state(db, SourceState("b")))
    assert len(store.read_sync(sources.states)) == 1


def test_a_closed_store_says_so(path, now):
    """Nothing waits for ever on a store that has ended."""
    store = Store.open(path, now=now)
    store.close_sync()
    for use in (store.write_sync, store.read_sync):
        with pytest.raises(StorageError, match="closed"):
            use(sources.states)


def test_closing_twice_is_harmless(path, now):
    """A second close does nothing, and the lock is free."""
    store = Store.open(path, now=now, exclusive=True)
    store.close_sync()
    store.close_sync()

    Store.open(path, now=now, exclusive=True).close_sync()


async def test_cancelled_waiting_does_not_hurt_the_writer(store):
    """A caller that is cancelled while it waits leaves the writer whole."""
    import asyncio

    slow = asyncio.create_task(store.write(lambda db: time.sleep(0.2)))
    await asyncio.sleep(0.05)
    slow.cancel()
    await store.write(lambda db: sources.save_state(db, SourceState("a")))

    assert len(await store.read(sources.states)) == 1


def test_instants_come_back_exactly(now):
    """Microseconds survive, before 1970 too; a naive time is refused."""
    for at in (now, now + timedelta(microseconds=1), now - timedelta(days=36500, microseconds=3)):
        assert instant(micros(at)) == at
    with pytest.raises(TypeError):
        micros(now.replace(tzinfo=None))
