"""kill -9 at every statement of a migration: the old schema or the new one, never half, and nothing lost."""

import subprocess
import sys
from pathlib import Path

# Each round is a fork that migrates and dies one statement later than the one before. What it left is looked at by
# plain SQLite; then a second fork starts as the service does.
EVERY_STATEMENT = """
import os, signal, sqlite3, sys
from datetime import UTC, datetime
from pathlib import Path
from bot.model import SourceState
from storage import Store, migrations, opening, sources

NOON = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)

def forked(work):
    child = os.fork()
    if child == 0:
        work()
        os._exit(0)
    return os.waitpid(child, 0)[1]

def prepare(path):
    with Store.open(path, now=NOON) as store:
        for number in range(50):
            store.write_sync(lambda db: sources.save_state(db, SourceState(f"s{number}", polls=number)))

def grow():
    @migrations.SCHEMA(name="0098_polls")
    def polls(db):
        db.execute("CREATE TABLE polls (source TEXT PRIMARY KEY, polls INTEGER NOT NULL) STRICT")
        db.execute("INSERT INTO polls SELECT source, polls FROM sources")
        db.execute("ALTER TABLE sources DROP COLUMN polls")

    @migrations.SCHEMA(name="0099_note")
    def note(db):
        db.execute("ALTER TABLE polls ADD COLUMN note TEXT NOT NULL DEFAULT 'x'")
        db.execute("CREATE INDEX polls_by_note ON polls (note)")

def migrate(path, fatal):
    grow()
    seen, plain = 0, opening.connect

    def count(statement):
        nonlocal seen
        seen += 1
        if seen == fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    def connect(*args, **named):
        db = plain(*args, **named)
        db.conn.set_trace_callback(count)
        return db

    opening.connect = connect
    Store.open(path, now=NOON).close_sync()

def shape(path):
    conn = sqlite3.connect(path)
    names = {row[0] for row in conn.execute("SELECT name FROM sqlite_master")}
    old = "polls" in {row[1] for row in conn.execute("PRAGMA table_info(sources)")}
    steps = {row[0] for row in conn.execute("SELECT name FROM _sqlite_migrations")}
    conn.close()
    return (old, "polls" in names, "polls_by_note" in names, "0098_polls" in steps, "0099_note" in steps)

def restart(path):
    grow()
    with Store.open(path, now=NOON) as store:
        rows = store.read_sync(lambda db: db.execute("SELECT source, polls, note FROM polls").fetchall())
        assert sorted(rows) == sorted((f"s{number}", number, "x") for number in range(50)), rows
        assert store.read_sync(lambda db: db.execute("PRAGMA quick_check").fetchone()) == ("ok",)

folder = Path(sys.argv[1])
for fatal in range(1, 1000):
    path = folder / str(fatal) / "chipwire.db"
    assert forked(lambda: prepare(path)) == 0
    killed = forked(lambda: migrate(path, fatal)) != 0
    print({(1, 0, 0, 0, 0): "old", (0, 1, 1, 1, 1): "new"}.get(shape(path), "half"), flush=True)
    assert forked(lambda: restart(path)) == 0, fatal
    if not killed:
        break
"""


def test_at_every_statement_of_a_migration(tmp_path: Path) -> None:
    """Two steps that copy, drop, alter and index: wherever the start dies, the next one ends it with every row."""
    done = subprocess.run(
        [sys.executable, "-c", EVERY_STATEMENT, str(tmp_path)], capture_output=True, text=True, check=False
    )
    left = done.stdout.split()

    assert done.stderr == ""
    assert done.returncode == 0
    assert set(left) == {"old", "new"}
    assert left == sorted(left, reverse=True)
    assert left.count("old") > 20
