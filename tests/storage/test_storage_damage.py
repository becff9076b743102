"""Damaged files: found at start, named with the way out, never replaced by an empty database."""

import hashlib
import os
import shutil
import sqlite3
import struct
from pathlib import Path

import pytest

import storage
from storage import CorruptDatabase, Store, articles, backup, check_backup, journal


@pytest.fixture
def filled(path, now, verdict) -> Path:
    """A closed database with some pages of news."""
    with Store.open(path, now=now) as store:
        for at in range(10):
            news = verdict([f"News {at} {one} " * 20 for one in range(20)], first=at * 20 + 1)
            store.write_sync(lambda db, news=news: storage.remember(db, news, now))
    return path


def digest_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def scribble(path: Path, at: int, length: int) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(b"\xa5" * length)


DAMAGES = {
    "header": lambda path: scribble(path, 0, 16),
    "pages": lambda path: scribble(path, 8192, 65536),
    "zero length": lambda path: os.truncate(path, 0),
    "truncated": lambda path: os.truncate(path, path.stat().st_size // 2),
    "short": lambda path: os.truncate(path, 7),
    "another file": lambda path: path.write_text("<html>Just a moment...</html>" * 500),
}


@pytest.mark.parametrize("kind", DAMAGES)
def test_a_damaged_file_is_refused_and_left_alone(filled, now, kind):
    """Every kind of damage stops the start, with the cause, and the file is not touched."""
    DAMAGES[kind](filled)
    before = digest_of(filled)
    with pytest.raises(CorruptDatabase, match=r"There is no backup in .*backups"):
        Store.open(filled, now=now)

    assert digest_of(filled) == before


@pytest.mark.parametrize("kind", DAMAGES)
def test_the_last_backup_is_named(filled, now, kind):
    """The refusal says which backup to take."""
    with Store.open(filled, now=now) as store:
        made = store.backup_sync(backup.name_for(filled, now))
    DAMAGES[kind](filled)
    with pytest.raises(CorruptDatabase) as refusal:
        Store.open(filled, now=now)

    assert str(made.path) in str(refusal.value)
    assert "restore --check" in str(refusal.value)


def test_a_missing_file_beside_its_backups_is_not_a_first_start(filled, now):
    """A database that has vanished is not silently begun anew."""
    with Store.open(filled, now=now) as store:
        store.backup_sync(backup.name_for(filled, now))
    filled.unlink()
    with pytest.raises(CorruptDatabase, match="missing though it has been here"):
        Store.open(filled, now=now)

    assert not filled.exists()


@pytest.fixture
def crashed(filled, now, verdict) -> Path:
    """A database whose last ten transactions stand in the write-ahead log only."""
    copy = filled.with_name("crashed.db")
    with Store.open(filled, now=now) as store:
        for at in range(10):
            news = verdict([f"Late {at}"], first=1000 + at)
            store.write_sync(lambda db, news=news: storage.remember(db, news, now))
        shutil.copy(filled, copy)
        shutil.copy(f"{filled}-wal", f"{copy}-wal")
    return copy


def test_a_log_left_by_a_crash_is_read(crashed, now):
    """What was committed to the log before a crash is there."""
    with Store.open(crashed, now=now) as store:
        assert store.read_sync(articles.count) == 210


def test_a_log_deleted_while_stopped_starts_from_the_file(crashed, now):
    """Without its log the database is older, but whole."""
    Path(f"{crashed}-wal").unlink()
    with Store.open(crashed, now=now) as store:
        assert store.read_sync(articles.count) == 200


@pytest.mark.parametrize("at", [0, 40, 4096])
def test_a_damaged_log_is_refused(crashed, now, at):
    """A log whose committed transactions cannot be read is not silently shortened."""
    log = Path(f"{crashed}-wal")
    scribble(log, at, 64)
    before = digest_of(log)
    with pytest.raises(CorruptDatabase, match=r"-wal is damaged"):
        Store.open(crashed, now=now)

    assert digest_of(log) == before


def test_a_torn_last_transaction_is_what_a_power_cut_leaves(crashed, now):
    """The last transaction alone may be unreadable: it was never acknowledged."""
    log = Path(f"{crashed}-wal")
    scribble(log, log.stat().st_size - 2000, 100)
    with Store.open(crashed, now=now) as store:
        assert store.read_sync(articles.count) == 209


def test_a_log_cut_in_a_frame_is_read_up_to_there(crashed, now):
    """A file that ends in the middle of a frame loses that transaction only."""
    log = Path(f"{crashed}-wal")
    os.truncate(log, log.stat().st_size - 100)
    with Store.open(crashed, now=now) as store:
        assert store.read_sync(articles.count) == 209


def test_a_log_of_zeroes_or_a_stub_holds_nothing(tmp_path):
    """What a power cut can leave of a log just begun is no damage."""
    log = tmp_path / "x-wal"
    journal.require_readable(log)
    for left in (b"", b"\x37\x7f\x06", bytes(64)):
        log.write_bytes(left)
        journal.require_readable(log)


def test_a_log_begun_anew_while_it_is_read_is_somebody_s_at_work(crashed, monkeypatch):
    """When its header has changed between two looks, another process has found the log good."""
    log = Path(f"{crashed}-wal")
    whole = log.read_bytes()
    monkeypatch.setattr(Path, "read_bytes", lambda _: b"\x37" + whole[1:40] + bytes(5000))
    journal.require_readable(log)
    monkeypatch.undo()

    assert log.read_bytes() == whole


def test_checksums_of_both_byte_orders_are_read(tmp_path):
    """A header written on the other kind of machine is understood."""
    head = struct.pack(">6I", 0x377F0683, 3007000, 4096, 0, 1, 2)
    log = tmp_path / "x-wal"
    log.write_bytes(head + struct.pack(">2I", *journal._checksum(head, ">", (0, 0))))
    journal.require_readable(log)


def test_a_backup_is_checked_before_it_has_its_name(filled, now, tmp_path):
    """The report counts what the copy holds; nothing half-made stays behind."""
    with Store.open(filled, now=now) as store:
        report = store.backup_sync(tmp_path / "copies" / "one.db")

    assert report.articles == 200
    assert report == check_backup(report.path)
    assert [one.name for one in (tmp_path / "copies").iterdir()] == ["one.db"]


async def test_a_backup_is_taken_while_writing_goes_on(store, now, verdict, tmp_path):
    """A backup in the middle of writing is one moment's whole state."""
    import asyncio

    async def fill():
        for at in range(20):
            news = verdict([f"News {at}"], first=at + 1)
            await store.write(lambda db, news=news: storage.remember(db, news, now))

    _, report = await asyncio.gather(fill(), store.backup(tmp_path / "one.db"))

    assert 0 <= report.articles <= 20


def test_a_database_damaged_while_it_runs_gives_no_backup(filled, now, tmp_path):
    """What cannot be copied whole is not kept as a backup."""
    with Store.open(filled, now=now) as store:
        scribble(filled, 8192, 65536)
        with pytest.raises(CorruptDatabase):
            store.backup_sync(tmp_path / "copies" / "one.db")

    assert list((tmp_path / "copies").iterdir()) == []


@pytest.mark.parametrize("kind", DAMAGES)
def test_a_damaged_backup_is_refused(filled, now, tmp_path, kind):
    """The check of `restore --check` finds every kind of damage."""
    with Store.open(filled, now=now) as store:
        copy = store.backup_sync(tmp_path / "one.db").path
    DAMAGES[kind](copy)
    with pytest.raises(CorruptDatabase):
        check_backup(copy)


def test_a_stranger_is_no_backup(tmp_path):
    """A whole database of something else is not one of ours, and a missing file none at all."""
    other = tmp_path / "other.db"
    conn = sqlite3.connect(other)
    conn.execute("CREATE TABLE t (x)")
    conn.close()
    with pytest.raises(CorruptDatabase, match="not one of chipwire's"):
        check_backup(other)
    with pytest.raises(CorruptDatabase, match="missing or empty"):
        check_backup(tmp_path / "none.db")


def test_loose_references_are_damage(filled, now, tmp_path):
    """A backup in which a row points to nothing is refused."""
    with Store.open(filled, now=now) as store:
        copy = store.backup_sync(tmp_path / "one.db").path
    conn = sqlite3.connect(copy)
    conn.execute("DELETE FROM stories WHERE id = 1")
    conn.commit()
    conn.close()
    with pytest.raises(CorruptDatabase, match="point to nothing, the first in articles"):
        check_backup(copy)


def test_restoring_sets_the_damaged_file_aside(crashed, now):
    """A restored backup stands in the database's place; the damaged file and its log are kept beside it."""
    with Store.open(crashed.with_name("chipwire.db"), now=now) as store:
        copy = store.backup_sync(backup.name_for(crashed, now)).path
    scribble(crashed, 0, 16)
    aside = backup.restore(crashed, copy, now)
    with Store.open(crashed, now=now) as store:
        count = store.read_sync(articles.count)

    assert count == 210
    assert aside == crashed.with_name("crashed.db.set-aside-20261122T030000Z")
    assert Path(f"{aside}-wal").exists()


def test_restoring_where_nothing_is(filled, now, tmp_path):
    """A backup can be restored to a new place."""
    with Store.open(filled, now=now) as store:
        copy = store.backup_sync(tmp_path / "one.db").path

    assert backup.restore(tmp_path / "new.db", copy, now) is None
    with Store.open(tmp_path / "new.db", now=now) as store:
        assert store.read_sync(articles.count) == 200


def test_old_backups_go(path, now):
    """Only the newest backups are kept, by the time in their names."""
    from datetime import timedelta

    folder = backup.folder_of(path)
    folder.mkdir(parents=True)
    names = [backup.name_for(path, now + timedelta(days=day)) for day in range(5)]
    for name in names:
        name.write_bytes(b"x")

    assert backup.prune(path, keep=2) == names[:3]
    assert backup.newest(path) == names[4]
