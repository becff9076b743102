"""An outbox row as the sender gets it, and the record of its attempts."""

import pytest

from bot.model import Alert, Delivery, DeliveryState, Outcome, Settlement
from storage import outbox
from storage.chats import migrate_chat
from tests.faults.sender import put_story


@pytest.fixture
def put(store, reader, now):
    """A row about an article, or about none; as it is stored."""

    def enqueue(article: int = 0) -> Delivery:
        def step(db) -> Delivery:
            if article:
                put_story(db, article)
            outbox.enqueue(db, [Alert(place.id, "alert", f"story:{article}", now, (), article)], now)
            (row,) = outbox.deliveries(db, "o.event = ?", f"story:{article}")
            return row

        place = reader()
        return store.write_sync(step)

    return enqueue


@pytest.mark.parametrize("article", [0, 7])
def test_a_row_knows_its_article(put, article):
    """0 is none."""
    assert put(article).article == article


def test_a_row_that_is_begun_is_as_it_then_stands(store, put, now):
    """Its chat has moved since it was looked at: the message goes to the new one."""
    row = put()

    def step(db) -> Delivery:
        migrate_chat(db, row.destination.address, "-1009", now)
        return outbox.begun(db, row.id, now)

    begun = store.write_sync(step)

    assert (begun.id, begun.state, begun.attempts, begun.destination.address) == (
        row.id,
        DeliveryState.SENDING,
        1,
        "-1009",
    )


def test_attempts_are_numbered_from_one(store, put, now):
    """Each with what came of it."""
    row = put()
    waits = Settlement(Outcome.WAIT, DeliveryState.WAIT, reason="busy", due=now)

    def step(db) -> list[tuple[int, str]]:
        for _ in range(3):
            outbox.begin(db, row.id, now)
            outbox.settle(db, row.id, waits, now)
        return db.execute("SELECT number, reason FROM attempts ORDER BY number").fetchall()

    assert store.write_sync(step) == [(1, "busy"), (2, "busy"), (3, "busy")]
