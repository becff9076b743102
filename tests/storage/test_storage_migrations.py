"""Migrations: whole or not at all, after a verified backup, never backwards."""

import sqlite3
from datetime import UTC, datetime

import pytest
from sqlite_utils import Migrations

import storage
from bot.model import SourceState
from storage import NewerDatabase, Store, articles, backup, check_backup, migrations, opening, sources

STEPS = ["0001_sources", "0002_articles", "0003_search", "0004_people", "0005_outbox"]


@pytest.fixture
def later(monkeypatch):
    """A copy of the schema to which a test may add steps."""
    grown = Migrations("chipwire")
    grown._migrations = list(migrations.SCHEMA._migrations)
    for module in (opening, backup):
        monkeypatch.setattr(module, "SCHEMA", grown)
    return grown


def shape(path) -> list[str]:
    conn = sqlite3.connect(path)
    try:
        return [row[0] for row in conn.execute("SELECT coalesce(sql, name) FROM sqlite_master ORDER BY 1")]
    finally:
        conn.close()


def test_the_released_steps_never_change_their_names():
    """The list of steps only grows at its end."""
    assert [step.name for step in migrations.SCHEMA._migrations][: len(STEPS)] == STEPS


def test_a_second_start_migrates_nothing(path, now):
    """A database that has every step is not backed up or changed."""
    for _ in range(2):
        Store.open(path, now=now).close_sync()

    assert backup.newest(path) is None


def test_every_table_of_ours_is_strict(path, now):
    """No column takes a value of another type in silence."""
    Store.open(path, now=now).close_sync()
    conn = sqlite3.connect(path)
    loose = [
        row[1]
        for row in conn.execute("PRAGMA table_list")
        if row[2] == "table" and not row[5] and not row[1].startswith(("sqlite_", "_sqlite"))
    ]
    conn.close()

    assert loose == []


def test_a_new_step_is_applied_after_a_backup(path, now, later, verdict):
    """The copy made before holds the old schema and all the data; the database goes on with the new."""
    before = later._migrations[-1].name
    with Store.open(path, now=now) as store:
        store.write_sync(lambda db: storage.remember(db, verdict(["One"]), now))

    @later(name="0099_note")
    def note(db):
        db.execute("ALTER TABLE articles ADD COLUMN note TEXT NOT NULL DEFAULT 'x'")

    with Store.open(path, now=datetime(2026, 12, 1, tzinfo=UTC)) as store:
        notes = store.read_sync(lambda db: db.execute("SELECT note FROM articles").fetchall())
    report = check_backup(backup.newest(path))

    assert notes == [("x",)]
    assert report.path.name == "chipwire-20261201T000000Z-before-0099_note.db"
    assert (report.schema, report.articles) == (before, 1)


def test_a_step_that_fails_changes_nothing(path, now, later):
    """Steps before it in the same start are taken back too."""
    with Store.open(path, now=now) as store:
        store.write_sync(lambda db: sources.save_state(db, SourceState("a")))
    before = shape(path)

    @later(name="0098_fine")
    def fine(db):
        db.execute("CREATE TABLE fine (x INTEGER) STRICT")

    @later(name="0099_broken")
    def broken(db):
        db.execute("CREATE TABLE half (x INTEGER) STRICT")
        raise ValueError("broken step")

    with pytest.raises(ValueError, match="broken step"):
        Store.open(path, now=now)

    assert shape(path) == before


def test_a_step_that_loosens_references_is_refused(path, now, later, verdict):
    """A migration after which a row points to nothing is taken back."""
    with Store.open(path, now=now) as store:
        store.write_sync(lambda db: storage.remember(db, verdict(["One"]), now))

    @later(name="0099_loose")
    def loose(db):
        db.execute("PRAGMA defer_foreign_keys = ON")
        db.execute("DELETE FROM stories")

    with pytest.raises(storage.CorruptDatabase, match="point to nothing"):
        Store.open(path, now=now)
    later._migrations.pop()
    with Store.open(path, now=now) as store:
        assert store.read_sync(articles.count) == 1


def test_a_later_database_is_refused(path, now):
    """A database that knows steps we do not is left to the version that made it."""
    Store.open(path, now=now).close_sync()
    conn = sqlite3.connect(path)
    conn.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('chipwire', '0777_future', '')"
    )
    conn.commit()
    conn.close()
    with pytest.raises(NewerDatabase, match="it has 0777_future"):
        Store.open(path, now=now)


def test_a_database_of_an_earlier_version_keeps_everything(path, now, later):
    """Steps are applied to data made before they existed."""
    grown = list(later._migrations)
    later._migrations[:] = grown[:1]
    with Store.open(path, now=now) as store:
        row = "'a', '', '', '', NULL, NULL, NULL, NULL, NULL, 0, 0, 7, 0, 0, '', '', 'new', 0, '', NULL, NULL"
        store.write_sync(lambda db: db.execute(f"INSERT INTO sources VALUES ({row})"))
    later._migrations[:] = grown
    with Store.open(path, now=now) as store:
        states = store.read_sync(sources.states)

        assert store.read_sync(articles.count) == 0

    assert states == [SourceState("a", polls=7)]
