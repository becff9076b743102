"""The outbox: each state, each way between them, whose turn it is, and what a restart finds."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.model import Alert, DeliveryState, Hit, Outcome, RuleHit, Settlement
from storage import IllegalTransition, destinations, outbox, unconfirmed

NEW, SENDING, SENT, WAIT, UNKNOWN, UNCONFIRMED, DROPPED = (
    DeliveryState.NEW,
    DeliveryState.SENDING,
    DeliveryState.SENT,
    DeliveryState.WAIT,
    DeliveryState.UNKNOWN,
    DeliveryState.UNCONFIRMED,
    DeliveryState.DROPPED,
)
OUTCOME = {
    SENT: Outcome.SENT,
    WAIT: Outcome.WAIT,
    UNKNOWN: Outcome.UNKNOWN,
    UNCONFIRMED: Outcome.UNKNOWN,
    DROPPED: Outcome.OURS,
}
#: How to bring a new row to a state, as settlements; SENDING is a begun send without one.
WAYS = {
    NEW: [],
    SENDING: [None],
    SENT: [SENT],
    WAIT: [WAIT],
    UNKNOWN: [UNKNOWN],
    UNCONFIRMED: [UNKNOWN, UNKNOWN],
    DROPPED: [DROPPED],
}


@pytest.fixture
def do(store):
    """Runs a step at once."""
    return store.write_sync


@pytest.fixture
def enqueue(do, now):
    def put(place, *events, due=None, **fields):
        alerts = [Alert(place.id, "alert", event, due or now, **fields) for event in events]
        return do(lambda db: outbox.enqueue(db, alerts, now))

    return put


@pytest.fixture
def row(do, enqueue, reader, now):
    """One row, brought to a state; its id."""

    def bring(state=NEW):
        enqueue(reader(), "story:1")
        for after in WAYS[state]:
            do(lambda db: outbox.begin(db, 1, now))
            if after:
                do(lambda db, after=after: outbox.settle(db, 1, Settlement(OUTCOME[after], after, due=now), now))
        assert do(lambda db: outbox.delivery(db, 1)).state is state
        return 1

    return bring


@pytest.fixture
def due(store, now):
    return lambda limit=100, at=now, **more: [
        one.event for one in store.read_sync(lambda db: outbox.due(db, at, limit, **more))
    ]


def test_a_row_carries_what_was_decided(do, enqueue, reader, now):
    """The sender sees the alert, its place and its reader's language."""
    place = reader("77", thread=5)
    why = (RuleHit(3, (Hit("title", 0, 2, "芯片"),)), RuleHit(4, ()))
    expires = now + timedelta(hours=24)
    enqueued = enqueue(place, "story:812", why=why, expires=expires, silent=True)
    row = do(lambda db: outbox.delivery(db, 1))

    assert enqueued == outbox.Enqueued(1, now)
    assert (row.destination, row.kind, row.event, row.state) == (place, "alert", "story:812", NEW)
    assert (row.due, row.created, row.expires) == (now, now, expires)
    assert (row.why, row.silent, row.article) == (why, True, 0)
    assert (row.attempts, row.doubts, row.plain, row.message_id) == (0, 0, False, "")
    assert (row.lang, row.tz) == ("en", "Asia/Seoul")
    assert do(lambda db: outbox.delivery(db, 2)) is None


def test_one_row_a_destination_kind_and_event(do, enqueue, reader, now):
    """The same event is told once to each place, and again only as another kind."""
    one, two = reader("1"), reader("2")

    assert enqueue(one, "story:1", "story:1", "story:2").new == 2
    assert enqueue(two, "story:1").new == 1
    assert enqueue(one, "story:1") == outbox.Enqueued(0, None)
    assert do(lambda db: outbox.enqueue(db, [Alert(one.id, "thread", "story:1", now)], now)).new == 1


@pytest.mark.parametrize("state", list(DeliveryState))
@pytest.mark.parametrize("to", [SENDING, SENT, WAIT, UNKNOWN, UNCONFIRMED, DROPPED])
def test_every_way_is_either_legal_or_refused(do, row, now, state, to):
    """A row goes only where its state leads; a refusal changes nothing."""
    row(state)
    before = do(lambda db: outbox.delivery(db, 1))

    def go(db):
        if to is SENDING:
            outbox.begin(db, 1, now)
        elif to is DROPPED and state is not SENDING:
            outbox.drop(db, 1, "why", now)
        else:
            outbox.settle(db, 1, Settlement(OUTCOME[to], to, due=now), now)

    legal = {
        NEW: {SENDING, DROPPED},
        WAIT: {SENDING, DROPPED},
        UNKNOWN: {SENDING, UNCONFIRMED, DROPPED},
        SENDING: {SENT, WAIT, UNKNOWN, UNCONFIRMED, DROPPED},
    }
    if to in legal.get(state, ()):
        do(go)
        assert do(lambda db: outbox.delivery(db, 1)).state is to
    else:
        with pytest.raises(IllegalTransition, match=f"delivery 1 is {state} and cannot become {to}"):
            do(go)
        assert do(lambda db: outbox.delivery(db, 1)) == before


def test_a_row_that_is_not_there(do, now):
    """Nothing can be begun that was never decided."""
    with pytest.raises(IllegalTransition, match="no delivery 7"):
        do(lambda db: outbox.begin(db, 7, now))


def test_a_sent_row_keeps_its_message(do, row, now):
    """The channel's number for the message stays, with the time it was accepted."""
    row(SENDING)
    state = do(lambda db: outbox.settle(db, 1, Settlement(Outcome.SENT, SENT, message_id="4711"), now))

    assert state is SENT
    assert do(lambda db: outbox.delivery(db, 1)).message_id == "4711"
    assert do(lambda db: db.execute("SELECT sent IS NOT NULL FROM outbox").fetchone()) == (1,)


def test_attempts_that_count_and_that_do_not(do, row, now):
    """A wait for a ban gives its attempt back; each try is logged all the same."""
    row()
    numbers = []
    for counts in (True, False, True):
        numbers.append(do(lambda db: outbox.begin(db, 1, now)))
        wait = Settlement(Outcome.WAIT, WAIT, "later", due=now, counts=counts)
        do(lambda db, wait=wait: outbox.settle(db, 1, wait, now))
    log = do(lambda db: db.execute("SELECT number, outcome, reason FROM attempts ORDER BY number").fetchall())

    assert numbers == [1, 2, 2]
    assert do(lambda db: outbox.delivery(db, 1)).attempts == 2
    assert log == [(1, "wait", "later"), (2, "wait", "later"), (3, "wait", "later")]


def test_each_row_logs_its_own_attempts(do, enqueue, reader, now):
    """Settling or losing one send says nothing of another that is in flight, nor of an earlier try."""
    enqueue(reader(), "story:1", "story:2")
    later = now + timedelta(minutes=1)
    for number in (1, 2):
        do(lambda db, number=number: outbox.begin(db, number, now))
    do(lambda db: outbox.settle(db, 1, Settlement(Outcome.WAIT, WAIT, "later", due=now), now))
    do(lambda db: outbox.begin(db, 1, later))
    log = "SELECT delivery, number, outcome, ended IS NULL FROM attempts ORDER BY delivery, number"

    assert do(lambda db: db.execute(log).fetchall()) == [(1, 1, "wait", 0), (1, 2, "", 1), (2, 1, "", 1)]
    do(lambda db: outbox.recover(db, later, began_before=later))
    assert do(lambda db: db.execute(log).fetchall()) == [(1, 1, "wait", 0), (1, 2, "", 1), (2, 1, "unknown", 0)]


def test_a_plain_resend_is_remembered(do, row, now):
    """Once markup was refused, the row stays plain."""
    row(SENDING)
    do(lambda db: outbox.settle(db, 1, Settlement(Outcome.OURS, WAIT, due=now, plain=True), now))

    assert do(lambda db: outbox.delivery(db, 1)).plain


def test_a_second_lost_answer_ends_it(do, row, now):
    """Whatever is asked, a row whose answer was lost twice is unconfirmed: never a third copy."""
    row(UNKNOWN)
    assert do(lambda db: outbox.delivery(db, 1)).doubts == 1
    do(lambda db: outbox.begin(db, 1, now))
    state = do(lambda db: outbox.settle(db, 1, Settlement(Outcome.UNKNOWN, UNKNOWN, due=now), now))

    assert state is UNCONFIRMED
    assert do(lambda db: outbox.delivery(db, 1)).doubts == 2


def test_a_doubt_outlives_a_wait(do, row, now):
    """Lost, then told to wait, then lost again: two copies may have arrived, so it ends."""
    row(UNKNOWN)
    do(lambda db: outbox.begin(db, 1, now))
    do(lambda db: outbox.settle(db, 1, Settlement(Outcome.WAIT, WAIT, due=now), now))
    do(lambda db: outbox.begin(db, 1, now))

    assert do(lambda db: outbox.settle(db, 1, Settlement(Outcome.UNKNOWN, UNKNOWN, due=now), now)) is UNCONFIRMED


def test_a_restart_finds_what_was_in_flight(do, row, due, now):
    """A row left as sending is unknown, and is not asked again for thirty seconds."""
    row(SENDING)

    assert do(lambda db: outbox.recover(db, now)) == 1
    found = do(lambda db: outbox.delivery(db, 1))
    assert (found.state, found.doubts, found.due) == (UNKNOWN, 1, now + timedelta(seconds=30))
    assert due() == []
    assert due(at=now + timedelta(seconds=30)) == ["story:1"]
    assert do(lambda db: outbox.recover(db, now)) == 0
    assert do(lambda db: db.execute("SELECT outcome, reason FROM attempts").fetchall()) == [
        ("unknown", "the process ended")
    ]


def test_a_second_death_in_flight_ends_it(do, row, now):
    """A row whose resend was cut off too may have arrived twice."""
    row(UNKNOWN)
    do(lambda db: outbox.begin(db, 1, now))
    do(lambda db: outbox.recover(db, now))

    assert do(lambda db: outbox.delivery(db, 1)).state is UNCONFIRMED


def test_sends_of_this_process_can_be_spared(do, row, now):
    """Recovering what began long ago leaves alone what is still in flight."""
    row(SENDING)

    assert do(lambda db: outbox.recover(db, now, began_before=now)) == 0
    assert do(lambda db: outbox.recover(db, now, began_before=now + timedelta(seconds=1))) == 1


def test_lost_answers_are_asked_again_only_where_a_call_succeeded(do, row, due, now):
    """An unknown row waits until its channel is proven; others do not."""
    row(UNKNOWN)

    assert due(resend_on=[]) == []
    assert due(resend_on=["email"]) == []
    assert due(resend_on=["telegram", "email"]) == ["story:1"]
    assert due() == ["story:1"]
    assert do(lambda db: outbox.doubtful_channels(db, now)) == ["telegram"]
    assert do(lambda db: outbox.doubtful_channels(db, now - timedelta(seconds=1))) == []


def test_each_destination_has_its_turn(enqueue, reader, due, now):
    """One row of each before the second of any, the oldest first: a long queue delays nobody."""
    busy, calm, late = reader("1"), reader("2"), reader("3")
    enqueue(busy, *[f"story:{at}" for at in range(1, 6)])
    enqueue(calm, "story:91", due=now - timedelta(minutes=1))
    enqueue(late, "story:92")

    assert due() == ["story:91", "story:1", "story:92", "story:2", "story:3", "story:4", "story:5"]
    assert due(limit=3) == ["story:91", "story:1", "story:92"]


def test_within_a_chat_the_oldest_goes_first(enqueue, reader, due, now):
    """Order within a destination is that of the decisions, whatever hold or wait moved the due times."""
    place = reader()
    enqueue(place, "story:1")
    enqueue(place, "story:2", due=now - timedelta(seconds=5))
    enqueue(place, "story:3", due=now + timedelta(seconds=1))

    assert due() == ["story:1", "story:2"]
    assert due(at=now + timedelta(seconds=1)) == ["story:1", "story:2", "story:3"]


def test_an_alert_overtakes_digests_and_broadcasts(do, reader, due, now):
    """A thousand waiting mails do not delay an alert, in any chat."""
    places = [reader(str(at)) for at in range(3)]
    for kind in ("digest", "broadcast"):
        do(lambda db, kind=kind: outbox.enqueue(db, [Alert(one.id, kind, kind, now) for one in places], now))
    later = now + timedelta(minutes=5)
    do(lambda db: outbox.enqueue(db, [Alert(places[2].id, "alert", "story:1", later)], later))

    assert due(at=later, limit=2) == ["story:1", "digest"]


def test_what_is_not_due(do, enqueue, reader, due, now):
    """Held, expired, unconfirmed and future rows wait; next_due says for whom it is worth waking."""
    enqueue(reader("1"), "story:1", due=now + timedelta(minutes=2))
    enqueue(reader("2"), "story:2", expires=now)
    enqueue(reader("3", channel="email", confirmed=False), "story:3")
    enqueue(reader("4", paused="blocked"), "story:4")

    assert due() == []
    assert due(at=now + timedelta(minutes=2)) == ["story:1"]
    assert do(outbox.next_due) == now
    do(lambda db: outbox.expire(db, now))
    assert do(outbox.next_due) == now + timedelta(minutes=2)


def test_the_next_time_counts_every_row_that_waits(do, enqueue, reader, now):
    """New, waiting and unknown rows all want to be sent; the earliest says when."""
    enqueue(reader(), *[f"story:{at}" for at in range(3)], due=now + timedelta(minutes=9))
    for number, state, minutes in ((1, WAIT, 2), (2, UNKNOWN, 1)):
        do(lambda db, number=number: outbox.begin(db, number, now))
        # Not told to wait by the chat's server: that would hold the others too.
        outcome = Outcome.NOT_SENT if state is WAIT else Outcome.UNKNOWN
        settled = Settlement(outcome, state, due=now + timedelta(minutes=minutes))
        do(lambda db, number=number, settled=settled: outbox.settle(db, number, settled, now))

    assert do(outbox.next_due) == now + timedelta(minutes=1)
    do(lambda db: outbox.drop(db, 2, "", now))
    assert do(outbox.next_due) == now + timedelta(minutes=2)
    do(lambda db: outbox.drop(db, 1, "", now))
    assert do(outbox.next_due) == now + timedelta(minutes=9)


def test_the_earliest_of_new_rows_is_told(do, reader, now):
    """Whoever enqueues learns when to wake."""
    place = reader()
    alerts = [Alert(place.id, "alert", f"story:{at}", now + timedelta(seconds=at)) for at in (9, 3, 6)]

    assert do(lambda db: outbox.enqueue(db, alerts, now)) == outbox.Enqueued(3, now + timedelta(seconds=3))


def test_nothing_waits_in_an_empty_outbox(do):
    """There is no next time and no queue."""
    assert do(outbox.next_due) is None
    assert do(outbox.counts) == {}


def test_a_ban_holds_the_chat_with_all_its_topics(do, enqueue, reader, due, now):
    """When one message of a chat is told to wait, its others wait too; other chats go on."""
    banned, topic, other = reader("-100"), reader("-100", thread=7), reader("5")
    enqueue(banned, "story:1", "story:2")
    enqueue(topic, "story:3")
    enqueue(other, "story:4")
    until = now + timedelta(seconds=60)
    do(lambda db: outbox.begin(db, 1, now))
    do(lambda db: outbox.settle(db, 1, Settlement(Outcome.WAIT, WAIT, "429", due=until), now))

    assert due() == ["story:4"]
    assert due(at=until) == ["story:3", "story:4", "story:1", "story:2"]


def test_a_shorter_wait_does_not_shorten_a_ban(do, enqueue, reader, due, now):
    """Two answers in flight: the longer ban holds."""
    enqueue(reader(), "story:1", "story:2", "story:3")
    for number, seconds in ((1, 60), (2, 5)):
        do(lambda db, number=number: outbox.begin(db, number, now))
        wait = Settlement(Outcome.WAIT, WAIT, due=now + timedelta(seconds=seconds))
        do(lambda db, number=number, wait=wait: outbox.settle(db, number, wait, now))

    assert due(at=now + timedelta(seconds=59)) == []
    assert do(outbox.next_due) == now + timedelta(seconds=60)


def test_a_blocked_chat_is_paused_and_its_queue_dropped(do, enqueue, reader, due, now):
    """One refusal closes the place; what waited is accounted for, what is in flight settles by itself."""
    enqueue(reader("1"), "story:1", "story:2", "story:3")
    enqueue(reader("2"), "story:4")
    do(lambda db: outbox.begin(db, 2, now))
    do(lambda db: outbox.begin(db, 1, now))
    gone = Settlement(Outcome.GONE, DROPPED, "bot was blocked by the user", pause=True)
    do(lambda db: outbox.settle(db, 1, gone, now))
    states = do(lambda db: db.execute("SELECT state, reason FROM outbox ORDER BY id").fetchall())

    assert states[0] == ("dropped", "bot was blocked by the user")
    assert states[1] == ("sending", "")
    assert states[2] == ("dropped", "the destination was paused: bot was blocked by the user")
    assert due() == ["story:4"]
    assert do(lambda db: destinations.destination(db, 1)).paused == "bot was blocked by the user"

    do(lambda db: destinations.resume_destination(db, 1))
    enqueue(do(lambda db: destinations.destination(db, 1)), "story:5")
    assert due() == ["story:4", "story:5"]


def test_a_row_that_waits_at_a_place_just_paused_is_dropped(do, row, now):
    """The settled state is told as it stands after the pause."""
    row(SENDING)
    wait = Settlement(Outcome.SUBSCRIPTION, WAIT, "topic closed", due=now, pause=True)

    assert do(lambda db: outbox.settle(db, 1, wait, now)) is DROPPED


def test_refusals_are_counted_in_a_row(do, enqueue, reader, now):
    """A refused mail counts, an accepted one forgives."""
    enqueue(reader("a@b.example", channel="email"), "digest:1", "digest:2", "digest:3")

    def after(number, settlement):
        do(lambda db: outbox.begin(db, number, now))
        do(lambda db: outbox.settle(db, number, settlement, now))
        return do(lambda db: destinations.destination(db, 1)).refusals

    refused = Settlement(Outcome.SUBSCRIPTION, DROPPED, "550")
    assert [after(1, refused), after(2, refused), after(3, Settlement(Outcome.SENT, SENT))] == [1, 2, 0]


def test_a_moved_chat_is_resent_there(do, row, due, now):
    """The row waits, already addressed to the chat's new id."""
    row(SENDING)
    moved = Settlement(Outcome.MOVED, WAIT, "upgraded", due=now, counts=False, moved_to="-1001")
    do(lambda db: outbox.settle(db, 1, moved, now))
    found = do(lambda db: outbox.delivery(db, 1))

    assert (found.destination.address, found.attempts, due()) == ("-1001", 0, ["story:1"])


def test_stale_alerts_are_left_to_the_digest(do, enqueue, reader, now):
    """What waited beyond its freshness is dropped with that reason; sent rows are not touched."""
    place = reader()
    enqueue(place, "story:1", "story:2", expires=now)
    enqueue(place, "story:3")
    do(lambda db: outbox.begin(db, 2, now))

    assert do(lambda db: outbox.expire(db, now)) == 1
    found = do(lambda db: db.execute("SELECT state, reason FROM outbox ORDER BY id").fetchall())
    assert found[0] == ("dropped", "too old for an alert; left to the digest")
    assert [one[0] for one in found] == ["dropped", "sending", "new"]


@pytest.mark.parametrize("state", list(DeliveryState))
def test_what_expiry_and_pruning_take(do, row, now, state):
    """Only what waits can grow stale; only what has ended is forgotten."""
    row(state)
    do(lambda db: db.execute("UPDATE outbox SET expires = due"))
    much_later = now + timedelta(days=365)

    assert do(lambda db: outbox.prune(db, much_later)) == (state in {SENT, UNCONFIRMED, DROPPED})
    assert do(lambda db: outbox.expire(db, much_later)) == (state in {NEW, WAIT, UNKNOWN})


@pytest.mark.parametrize("state", [NEW, WAIT, UNKNOWN])
def test_a_pause_drops_whatever_waits(do, row, now, state):
    """Waiting in any way, a row of a closed place ends."""
    row(state)

    assert do(lambda db: destinations.pause_destination(db, 1, "blocked", now)) == 1
    assert do(lambda db: outbox.delivery(db, 1)).state is DROPPED


@pytest.mark.parametrize("state", [NEW, WAIT, UNKNOWN])
def test_a_removed_place_drops_whatever_waits(do, row, now, state):
    """The same when its owner takes the address out."""
    row(state)
    do(lambda db: destinations.remove_destination(db, 1, now))

    assert do(lambda db: outbox.delivery(db, 1)).state is DROPPED


def test_what_perhaps_did_not_arrive_is_listed_once(do, row, now):
    """Unconfirmed rows are named in one catch-up message."""
    row(UNCONFIRMED)
    missing = do(lambda db: unconfirmed.unlisted(db, 1))
    do(lambda db: unconfirmed.mark_listed(db, [one.id for one in missing], now))

    assert [one.event for one in missing] == ["story:1"]
    assert do(lambda db: unconfirmed.unlisted(db, 1)) == []


def test_the_queue_is_counted_by_state(do, enqueue, reader, now):
    """Each state has its number and the age of its oldest."""
    enqueue(reader("1"), "story:1", "story:2")
    later = now + timedelta(minutes=1)
    do(lambda db: outbox.enqueue(db, [Alert(1, "alert", "story:3", now)], later))
    do(lambda db: outbox.begin(db, 1, later))

    assert do(outbox.counts) == {NEW: outbox.Queue(2, now), SENDING: outbox.Queue(1, now)}


def test_ended_rows_are_kept_ninety_days(do, row, enqueue, now):
    """A replayed feed cannot resend for that long; waiting rows are never pruned."""
    row(SENT)
    waiting = do(lambda db: outbox.delivery(db, 1)).destination
    enqueue(waiting, "story:2")

    assert do(lambda db: outbox.prune(db, now + timedelta(days=90))) == 0
    assert enqueue(waiting, "story:1").new == 0
    assert do(lambda db: outbox.prune(db, now + timedelta(days=90, seconds=1))) == 1
    assert [one.event for one in do(lambda db: outbox.due(db, now, 9))] == ["story:2"]
    assert do(lambda db: db.execute("SELECT count(*) FROM attempts").fetchone()) == (0,)


def test_a_begun_row_is_not_due(do, row, due):
    """What is being sent is not handed out a second time."""
    row(SENDING)

    assert due() == []


def test_a_reply_to_an_alert_finds_its_message(do, row, now):
    """A later empty number does not erase the first."""
    row(SENDING)
    do(lambda db: outbox.settle(db, 1, Settlement(Outcome.WAIT, WAIT, due=now, message_id="9"), now))
    do(lambda db: outbox.begin(db, 1, now))
    do(lambda db: outbox.settle(db, 1, replace(Settlement(Outcome.SENT, SENT), message_id=""), now))

    assert do(lambda db: outbox.delivery(db, 1)).message_id == "9"
