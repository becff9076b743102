"""The promise, over thousands of random lives of a delivery: told at least once or accounted for, never a third time."""

import random
from datetime import timedelta

import pytest

from bot.model import Alert, DeliveryState, Outcome, Settlement
from storage import outbox

LIVES = 150
#: What can come of one send: (how many copies may have arrived, settlement); None is a process that dies.
ENDS = {
    "accepted": (1, Settlement(Outcome.SENT, DeliveryState.SENT, message_id="1")),
    "accepted, answer lost": (1, Settlement(Outcome.UNKNOWN, DeliveryState.UNKNOWN)),
    "lost on the way": (0, Settlement(Outcome.UNKNOWN, DeliveryState.UNKNOWN)),
    "refused for now": (0, Settlement(Outcome.WAIT, DeliveryState.WAIT, counts=False)),
    "not sent": (0, Settlement(Outcome.NOT_SENT, DeliveryState.WAIT)),
    "dies after sending": (1, None),
    "dies before sending": (0, None),
}
ENDED = {DeliveryState.SENT, DeliveryState.UNCONFIRMED, DeliveryState.DROPPED}


@pytest.mark.parametrize("seed", range(3))
def test_no_life_tells_three_times_or_vanishes(store, reader, now, seed):
    """Whatever the answers and deaths, a row ends; sent ones arrived, and two copies mean a lost answer."""
    dice = random.Random(seed)
    place = reader()
    copies = dict.fromkeys(range(1, LIVES + 1), 0)
    lost = dict.fromkeys(copies, 0)
    alerts = [Alert(place.id, "alert", f"story:{number}", now) for number in copies]
    store.write_sync(lambda db: outbox.enqueue(db, alerts, now))

    def live(db):
        at = now
        for _ in range(400):
            at += timedelta(minutes=1)
            if not outbox.due(db, at, 1):
                continue
            for row in outbox.due(db, at, dice.randint(1, 9)):
                outbox.begin(db, row.id, at)
                arrived, settlement = ENDS[dice.choice(list(ENDS))]
                copies[row.id] += arrived
                lost[row.id] += settlement is None or settlement.outcome is Outcome.UNKNOWN
                if settlement:
                    outbox.settle(db, row.id, settlement, at)
            if dice.random() < 0.5:
                # A new start: what was in flight, from this tick or an earlier one, is in doubt.
                outbox.recover(db, at)
        outbox.recover(db, at)
        return [outbox.delivery(db, number) for number in copies]

    for row in store.write_sync(live):
        story = (row.id, row.state, copies[row.id], lost[row.id])
        assert row.state in ENDED | {DeliveryState.UNKNOWN}, story
        assert copies[row.id] <= 2, story
        assert copies[row.id] <= 1 + lost[row.id], story
        assert lost[row.id] == row.doubts <= 2, story
        if row.state is DeliveryState.SENT:
            assert copies[row.id] >= 1, story
        if row.state is DeliveryState.UNCONFIRMED:
            assert row.doubts == 2, story
