"""The figures of stats and metrics, from what is really stored."""

import math
from dataclasses import replace
from datetime import timedelta

import storage
from bot.model import SourceState
from storage import figures, heartbeat, sources


def test_an_empty_store_has_no_age(store, now):
    """Before the first poll everything is zero and the age of the last is not a number."""
    assert store.read_sync(figures.counts) == {
        "articles": 0,
        "stories": 0,
        "rules": 0,
        "subscribers": 0,
        "sources": 0,
    }
    assert math.isnan(store.read_sync(lambda db: figures.gauges(db, now))["last_poll_age_seconds"])


def test_what_is_stored_is_counted(store, reader, watch, verdict, now):
    """Every noun has its number, the outbox its states with ages, the sources their words."""
    place = reader()
    watch(place)

    def fill(db):
        storage.remember(db, verdict(["One", "Two"], place.id), now)
        sources.save_state(db, replace(SourceState("other"), state="blocked"))
        heartbeat.heartbeat(db, now)

    store.write_sync(fill)
    later = now + timedelta(minutes=2)

    assert store.read_sync(figures.counts) == {
        "articles": 2,
        "stories": 2,
        "rules": 1,
        "subscribers": 1,
        "sources": 2,
    }
    assert store.read_sync(lambda db: figures.queues(db, later)) == {"new": {"count": 2, "oldest_seconds": 120}}
    assert store.read_sync(lambda db: figures.gauges(db, later)) == {
        "articles": 2,
        "stories": 2,
        "sources": {"new": 1, "blocked": 1},
        "outbox": {"new": 2},
        "outbox_oldest_seconds": {"new": 120},
        "last_poll_age_seconds": 120.0,
    }


def test_a_rate_is_taken_over_a_week_or_what_there_is(store, verdict, now):
    """A young source counts by its own days, an old one by seven; older articles do not count."""
    days = {"young": [0, 1], "old": [0, 1, 2, 3, 4, 5, 6, 7.5]}
    first = 1
    for source, ages in days.items():
        for age in ages:
            news = verdict(["N"], first=first, source=source, seen=now - timedelta(days=age))
            store.write_sync(lambda db, news=news: storage.remember(db, news, now))
            first += 1

    assert store.read_sync(lambda db: figures.items_per_day(db, now)) == {"young": 2.0, "old": 1.2}
