"""kill -9: at every statement between a poll and a settled send, at random, and during a start."""

import random
import subprocess
import sys
from pathlib import Path

import pytest

from storage import Store, articles, outbox

HEAD = """
import os, signal, sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
import storage
from bot.model import *
from storage import Store, outbox, people, sources
from storage.destinations import add_destination

NOON = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)

def verdict(first, count, place):
    def article(number):
        return Article(number, "yna", f"https://x.example/{number}", f"芯片 {number}", "", "zh-Hans", NOON,
                       Precision.SECOND, NOON, f"h{number}", number, 2)
    news = tuple(article(first + at) for at in range(count))
    return Verdict(
        SourceState("yna", Validators(f"etag-{first}"), polls=first),
        news,
        tuple(Judgement(2, 0.5) for _ in news),
        tuple(Story(one.id, one.title, NOON, NOON) for one in news),
        tuple(Sighting(one.id, "yna", f"g{one.id}", one.url, (f"guid:yna:g{one.id}",), NOON) for one in news),
        alerts=tuple(Alert(place, "alert", f"story:{one.id}", NOON, (), one.id) for one in news),
    )

def enter(db):
    person = people.add_subscriber(db, Subscriber(0))
    return add_destination(db, Destination(0, person.id, "telegram", "77")).id
"""

# Each round is a fork: one poll, one alert, one send, and the kill at one statement more than before. Then a second
# fork finishes the work as the walk does: recover, wait out the doubt, send what is due.
EVERY_STATEMENT = (
    HEAD
    + """
def walk(store, outside, now):
    for row in store.read_sync(lambda db: outbox.due(db, now, 9)):
        store.write_sync(lambda db: outbox.begin(db, row.id, now))
        os.write(outside, b"S")  # the message leaves and arrives
        store.write_sync(lambda db: outbox.settle(db, row.id, Settlement(Outcome.SENT, DeliveryState.SENT), now))

def poll(db):
    known = storage.articles.recall_known(db, ["guid:yna:g1"])
    if not known:
        storage.remember(db, verdict(1, 1, 1), NOON)

def forked(work):
    child = os.fork()
    if child == 0:
        work()
        os._exit(0)
    return os.waitpid(child, 0)[1]

def first(path, outside, fatal):
    store = Store.open(path, now=NOON)
    seen = 0
    def count(statement):
        nonlocal seen
        seen += 1
        if seen == fatal:
            os.kill(os.getpid(), signal.SIGKILL)
    store._writer.call(lambda db: db.conn.set_trace_callback(count)).result()
    store.write_sync(poll)
    walk(store, outside, NOON)
    store.close_sync()

def second(path, outside):
    store = Store.open(path, now=NOON)
    store.write_sync(lambda db: outbox.recover(db, NOON))
    store.write_sync(poll)
    walk(store, outside, NOON + timedelta(minutes=1))
    done = store.read_sync(lambda db: (storage.articles.count(db), outbox.counts(db)[DeliveryState.SENT].count))
    assert done == (1, 1), done
    store.close_sync()

folder = Path(sys.argv[1])
for fatal in range(1, 1000):
    path = folder / f"{fatal}.db"
    def prepare():
        with Store.open(path, now=NOON) as store:
            store.write_sync(enter)
    assert forked(prepare) == 0
    sent = os.open(folder / f"{fatal}.sent", os.O_CREAT | os.O_APPEND | os.O_RDWR)
    killed = forked(lambda: first(path, sent, fatal)) != 0
    assert forked(lambda: second(path, sent)) == 0, fatal
    print(os.fstat(sent).st_size, flush=True)
    if not killed:
        break
"""
)

POLLING = (
    HEAD
    + """
store = Store.open(Path(sys.argv[1]), now=NOON, exclusive=True)
place = store.write_sync(enter) if not store.read_sync(people.subscribers) else 1
while True:
    first = store.read_sync(storage.articles.count) + 1
    store.write_sync(lambda db: storage.remember(db, verdict(first, 5, place), NOON))
    print(first + 4, flush=True)
"""
)

OPENING = (
    HEAD
    + """
store = Store.open(Path(sys.argv[1]), now=NOON, exclusive=True)
store.write_sync(enter)
print("open", flush=True)
store.close_sync()
"""
)


def test_at_every_statement(tmp_path):
    """Wherever a process dies between a poll and its settled send: told at least once, at most twice.

    Twice only when it died between the send and its mark, as if the answer had been lost.
    """
    done = subprocess.run(
        [sys.executable, "-c", EVERY_STATEMENT, str(tmp_path)], capture_output=True, text=True, check=False
    )
    sends = [int(line) for line in done.stdout.split()]

    assert done.stderr == ""
    assert done.returncode == 0
    assert len(sends) > 25
    assert sends[-1] == 1
    assert set(sends) == {1, 2}
    # The statements of the one transaction that marks the row as sent, up to its COMMIT.
    doubled = [at for at, copies in enumerate(sends) if copies == 2]
    assert doubled == list(range(doubled[0], doubled[-1] + 1))


@pytest.mark.parametrize("attempt", range(4))
def test_at_random_while_polling(path, now, attempt):
    """What was acknowledged is there, no poll is half there, index and keys agree with the articles."""
    dice = random.Random(attempt)
    with subprocess.Popen([sys.executable, "-c", POLLING, str(path)], stdout=subprocess.PIPE, text=True) as child:
        acknowledged = [int(child.stdout.readline()) for _ in range(dice.randint(1, 30))][-1]
        child.kill()
    with Store.open(path, now=now, exclusive=True) as store:
        count = store.read_sync(articles.count)
        tables = ("stories", "judgements", "sightings", "article_keys", "outbox")
        rows = {
            name: store.read_sync(lambda db, name=name: db.execute(f"SELECT count(*) FROM {name}").fetchone()[0])
            for name in tables
        }
        found = store.read_sync(
            lambda db: db.execute("SELECT count(*) FROM words WHERE words MATCH ?", ('"芯 片"',)).fetchone()[0]
        )
        etag = store.read_sync(lambda db: db.execute("SELECT etag FROM sources").fetchone()[0])

    assert count >= acknowledged
    assert rows == dict.fromkeys(tables, count)
    assert found == count
    assert etag == f"etag-{count - 4}"


def test_opening_beside_a_busy_writer(path, now):
    """A command beside a running service reads whole polls, and takes no moment of its log for damage."""
    with subprocess.Popen([sys.executable, "-c", POLLING, str(path)], stdout=subprocess.DEVNULL) as child:
        while not path.exists():
            assert child.poll() is None
        counts = []
        for _ in range(15):
            with Store.open(path, now=now) as beside:
                counts.append(beside.read_sync(articles.count))
        child.kill()

    assert counts == sorted(counts)
    assert [count % 5 for count in counts] == [0] * 15


def test_during_a_start(path, now):
    """Killed again and again while it opens, a database is whole or not yet there, and no lock is left."""
    dice = random.Random(5)
    for _ in range(8):
        with subprocess.Popen([sys.executable, "-c", OPENING, str(path)], stdout=subprocess.PIPE) as child:
            try:
                child.wait(dice.uniform(0.1, 0.4))
            except subprocess.TimeoutExpired:
                child.kill()
    with Store.open(path, now=now, exclusive=True) as store:
        assert store.read_sync(outbox.counts) == {}


def test_left_overs_of_a_killed_first_start_are_swept(path, now):
    """A half-made new database beside the place does not disturb the next start."""
    path.parent.mkdir()
    for tail in ("", "-wal", "-shm"):
        Path(f"{path}.new{tail}").write_bytes(b"half")
    Store.open(path, now=now).close_sync()

    assert sorted(one.name for one in path.parent.iterdir()) == ["chipwire.db", "chipwire.db.opening"]
