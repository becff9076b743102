"""Sources and signs of life: what is due, and what outlasts a restart."""

from datetime import timedelta

from bot.model import SourceState
from storage import heartbeat, sources


def test_a_source_never_polled_has_a_fresh_state(store):
    """There is nothing to know of it yet."""
    assert store.read_sync(lambda db: sources.recall_state(db, "yna")) == SourceState("yna")
    assert store.read_sync(sources.states) == []


def test_the_longest_waiting_source_is_first(store, now):
    """Never polled comes before overdue, overdue before just due; the future and strangers are left out."""

    def fill(db):
        for name, minutes in (("just", 0), ("overdue", -30), ("later", 1), ("elsewhere", -60)):
            sources.save_state(db, SourceState(name, next_due=now + timedelta(minutes=minutes)))
        sources.save_state(db, SourceState("reset"))

    store.write_sync(fill)
    due = store.read_sync(lambda db: sources.due_sources(db, ["just", "later", "new", "overdue", "reset"], now))

    assert due == ["new", "reset", "overdue", "just"]


def test_the_latest_state_counts(store, now):
    """A state replaces the one before it, whole."""
    store.write_sync(lambda db: sources.save_state(db, SourceState("a", failures=3, reason="down", gone_since=now)))
    store.write_sync(lambda db: sources.save_state(db, SourceState("a")))

    assert store.read_sync(sources.states) == [SourceState("a")]


def test_the_heart_beats(store, now):
    """Before the first poll there is no beat; afterwards the last one."""
    assert store.read_sync(heartbeat.last_heartbeat) is None
    for minutes in (0, 5):
        store.write_sync(lambda db, at=now + timedelta(minutes=minutes): heartbeat.heartbeat(db, at))

    assert store.read_sync(heartbeat.last_heartbeat) == now + timedelta(minutes=5)


def test_a_gauge_keeps_its_last_value(store, now):
    """Numbers are remembered under their names, each with its time."""
    store.write_sync(lambda db: heartbeat.set_gauge(db, "probe", 3, now))

    assert store.read_sync(lambda db: heartbeat.gauge(db, "probe")) == (3, now)
    assert store.read_sync(lambda db: heartbeat.gauge(db, "other")) is None
