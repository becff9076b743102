"""Telegram's limits as due times, without a clock."""

import json
from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from bot.delivery.limiter import Limiter, Limits
from bot.model import Delivery, DeliveryState, Destination, Outcome, Settlement

S = timedelta(seconds=1)


def chat(number: int, *, channel: str = "telegram", thread: int = 0) -> Destination:
    return Destination(id=abs(number), subscriber=1, channel=channel, address=str(number), thread=thread)


def settled(outcome: Outcome, due: datetime | None = None) -> Settlement:
    return Settlement(outcome, DeliveryState.WAIT, due=due)


def drain(limiter: Limiter, waiting: list[Delivery], now: datetime) -> list[tuple[float, Delivery]]:
    """Send everything as its turn comes, each accepted at once; (second, delivery) in order."""
    start, left, gone = now, list(waiting), []
    while left:
        delivery, wake = limiter.pick(left, now)
        if delivery is None:
            assert wake is not None
            assert wake > now
            now = wake
            continue
        left.remove(delivery)
        gone.append(((now - start).total_seconds(), delivery))
        limiter.heard(delivery.destination, settled(Outcome.SENT), now)
    return gone


def densest(moments: list[float], window: float) -> int:
    return max(sum(1 for other in moments if at <= other < at + window) for at in moments)


@pytest.fixture
def queue(make_delivery):
    """Deliveries to the given chats, one after the other."""

    def make(chats: list[int], kind: str = "alert", first: int = 1) -> list[Delivery]:
        return [
            make_delivery(id=first + place, destination=chat(number), kind=kind) for place, number in enumerate(chats)
        ]

    return make


def test_a_chat_gets_three_at_once_and_then_one_a_second(queue, now: datetime) -> None:
    """The published "no more than one a second, short bursts allowed"."""
    moments = [at for at, _ in drain(Limiter(), queue([1] * 6), now)]
    assert moments == pytest.approx([0, 0, 0, 1, 2, 3], abs=0.1)


def test_a_burst_comes_back_after_a_pause(queue, now: datetime) -> None:
    """Three quiet seconds later it is whole again."""
    limiter = Limiter()
    drain(limiter, queue([1] * 3), now)
    assert [limiter.take(chat(1), now + 3 * S) for _ in range(4)] == [True, True, True, False]


def test_a_group_gets_twenty_a_minute(queue, now: datetime) -> None:
    """In any minute, not only in the first."""
    moments = [at for at, _ in drain(Limiter(), queue([-100] * 50), now)]
    assert densest(moments, 60.0) == 20


def test_a_group_is_known_by_its_mark_too(make_delivery, now: datetime) -> None:
    """A channel's address may be a name."""
    place = Destination(id=1, subscriber=1, channel="telegram", address="@wire", group=True)
    waiting = [make_delivery(id=number, destination=place) for number in range(25)]
    assert densest([at for at, _ in drain(Limiter(), waiting, now)], 60.0) == 20


def test_forum_topics_share_their_groups_limit(make_delivery, now: datetime) -> None:
    """The limit belongs to the chat."""
    waiting = [make_delivery(id=number, destination=chat(-5, thread=number % 3)) for number in range(25)]
    assert densest([at for at, _ in drain(Limiter(), waiting, now)], 60.0) == 20


def test_all_together_keep_below_thirty_in_any_second(queue, now: datetime) -> None:
    """With head-room: 25 a second and a small burst."""
    moments = [at for at, _ in drain(Limiter(), queue(list(range(1, 301))), now)]
    assert densest(moments, 1.0) <= 28
    assert moments[-1] == pytest.approx((300 - 3) / 25, rel=0.03)


def test_a_burst_to_a_thousand_chats_and_fifty_groups_is_as_fast_as_allowed(queue, now: datetime) -> None:
    """Within three per cent of the limits' own minimum."""
    waiting = queue([*range(1, 1001), *range(-1, -51, -1)])
    gone = drain(Limiter(), waiting, now)
    assert len(gone) == 1050
    assert gone[-1][0] <= 1.03 * (1050 - 3) / 25


@pytest.mark.parametrize("late", [0.004, 0.03])
def test_a_sender_that_wakes_late_loses_no_turns(late: float, now: datetime) -> None:
    """Turns missed by a slow loop are made up from the burst."""
    limiter, taken, moment = Limiter(), 0, 0.0
    while moment < 20.0:
        taken += limiter.take(chat(taken + 1), now + timedelta(seconds=moment))
        moment += late
    assert taken == pytest.approx(20 * 25, rel=0.03)


def test_a_ban_holds_its_chat_only(queue, now: datetime) -> None:
    """The others are as fast as before."""
    limiter = Limiter()
    limiter.heard(chat(1), settled(Outcome.WAIT, now + 60 * S), now)
    gone = drain(limiter, queue([1, 2, 3, 4]), now)
    assert [delivery.destination.address for _, delivery in gone] == ["2", "3", "4", "1"]
    assert [at for at, _ in gone] == pytest.approx([0, 0, 0, 60], abs=0.1)


def test_two_chats_banned_within_two_seconds_hold_all(now: datetime) -> None:
    """Then it is not about a chat."""
    limiter = Limiter()
    limiter.heard(chat(1), settled(Outcome.WAIT, now + 30 * S), now)
    limiter.heard(chat(2), settled(Outcome.WAIT, now + 32 * S), now + 2 * S)
    assert limiter.allowed(chat(3), now + 2 * S) == now + 32 * S


@pytest.mark.parametrize(("number", "pause"), [(1, 1.0), (2, 2.1)])
def test_one_chat_twice_or_two_far_apart_hold_only_themselves(number: int, pause: float, now: datetime) -> None:
    """A noisy chat is no storm."""
    limiter, then = Limiter(), now + pause * S
    limiter.heard(chat(1), settled(Outcome.WAIT, now + 30 * S), now)
    limiter.heard(chat(number), settled(Outcome.WAIT, now + 30 * S), then)
    assert limiter.allowed(chat(3), then) == then


def test_a_shorter_ban_never_ends_a_longer_one(now: datetime) -> None:
    """Answers may come in any order."""
    limiter = Limiter()
    limiter.heard(chat(1), settled(Outcome.WAIT, now + 60 * S), now)
    limiter.heard(chat(1), settled(Outcome.WAIT, now + 5 * S), now)
    assert limiter.allowed(chat(1), now) == now + 60 * S


def test_nothing_is_sent_during_a_ban_of_all(queue, now: datetime) -> None:
    """And afterwards at the pace, not all at once."""
    limiter = Limiter()
    limiter.heard(chat(1), settled(Outcome.WAIT, now + 30 * S), now)
    limiter.heard(chat(2), settled(Outcome.WAIT, now + 30 * S), now + S)
    moments = [at for at, _ in drain(limiter, queue(list(range(3, 103))), now + S)]
    assert (moments[0] >= 29, densest(moments, 1.0) <= 28) == (True, True)


def test_fair_between_a_noisy_chat_and_a_quiet_one(queue, now: datetime) -> None:
    """A hundred for one reader do not delay the one for another."""
    waiting = queue([1] * 100 + [2])
    order = [delivery.destination.address for _, delivery in drain(Limiter(), waiting, now)]
    assert order.index("2") <= 1


def test_oldest_first_within_a_chat(make_delivery, now: datetime) -> None:
    """By when it was decided, then by number; a retry keeps its place."""
    waiting = [
        make_delivery(id=number, created=now - age * S, destination=chat(1)) for number, age in ((4, 1), (2, 9), (3, 9))
    ]
    assert [delivery.id for _, delivery in drain(Limiter(), waiting, now)] == [2, 3, 4]


def test_an_alert_overtakes_a_running_broadcast(queue, make_delivery, now: datetime) -> None:
    """Within a second, whatever is still waiting."""
    limiter, broadcast = Limiter(), queue(list(range(1, 501)), kind="digest")
    for _ in range(3):
        limiter.pick(broadcast, now)
    alert = make_delivery(id=900, destination=chat(900), due=now + S)
    gone = drain(limiter, [*broadcast, alert], now)
    assert next(at for at, delivery in gone if delivery.id == 900) <= 0.1


def test_what_is_not_urgent_leaves_the_burst_to_what_is(now: datetime) -> None:
    """A digest never takes the last free place."""
    limiter = Limiter()
    taken = [limiter.take(chat(number), now, urgent=False) for number in (1, 2)]
    assert (taken, limiter.take(chat(3), now)) == ([True, False], True)


@pytest.mark.parametrize("channel", ["console", "email"])
def test_other_channels_know_no_such_limits(channel: str, now: datetime) -> None:
    """They have servers of their own."""
    limiter = Limiter()
    assert all(limiter.take(chat(1, channel=channel), now, urgent=False) for _ in range(100))


def test_nothing_waits_for_nothing(now: datetime) -> None:
    """No row, no wake-up."""
    assert Limiter().pick([], now) == (None, None)


def test_a_doubtful_row_waits_for_a_sign_of_life(make_delivery, now: datetime) -> None:
    """A success of before the doubt proves nothing."""
    limiter, doubt = Limiter(), make_delivery(state=DeliveryState.UNKNOWN, due=now, destination=chat(1))
    limiter.heard(chat(2), settled(Outcome.SENT), now - 31 * S)
    before = limiter.pick([doubt], now)
    limiter.heard(chat(2), settled(Outcome.SENT), now)
    assert (before, limiter.pick([doubt], now)) == ((None, None), (doubt, None))


def test_an_outage_is_probed_every_15_to_30_seconds(queue, now: datetime) -> None:
    """Ten minutes down: one request at a time, then everything."""
    limiter, probes, moment = Limiter(), [], now
    waiting = queue(list(range(1, 51)))
    while moment < now + 600 * S:
        delivery, wake = limiter.pick(waiting, moment)
        if delivery is None:
            assert wake is not None
            moment = wake
            continue
        probes.append((moment - now).total_seconds())
        limiter.heard(delivery.destination, settled(Outcome.NOT_SENT), moment)
    gaps = [later - earlier for earlier, later in pairwise(probes)]
    assert (min(gaps) >= 15, max(gaps) <= 30) == (True, True)
    gone = drain(limiter, waiting, moment)
    assert gone[-1][0] <= 50 / 25


def test_a_probe_that_is_never_heard_of_is_followed_by_another(now: datetime) -> None:
    """A crash between the call and its answer must not stop sending for good."""
    limiter = Limiter()
    limiter.heard(chat(1), settled(Outcome.NOT_SENT), now)
    asked = [second for second in range(60) if limiter.take(chat(2), now + second * S)]
    assert asked == [15, 30, 45]


def test_one_lost_answer_is_an_accident_three_are_an_outage(now: datetime) -> None:
    """In a row, with nothing heard between them."""
    limiter = Limiter()
    opened = []
    for outcome in (Outcome.UNKNOWN, Outcome.UNKNOWN, Outcome.SENT, Outcome.UNKNOWN, Outcome.UNKNOWN, Outcome.UNKNOWN):
        limiter.heard(chat(1), settled(outcome), now)
        opened.append(limiter.is_open("telegram"))
    assert opened == [False, False, False, False, False, True]


@pytest.mark.parametrize(
    "outcome", [Outcome.SENT, Outcome.WAIT, Outcome.OURS, Outcome.SUBSCRIPTION, Outcome.GONE, Outcome.MOVED]
)
def test_any_answer_at_all_ends_an_outage(outcome: Outcome, now: datetime) -> None:
    """A refusal is a sign of life."""
    limiter = Limiter()
    limiter.heard(chat(1), settled(Outcome.NOT_SENT), now)
    limiter.heard(chat(1), settled(outcome), now + 15 * S)
    assert (limiter.is_open("telegram"), limiter.allowed(chat(2), now + 15 * S)) == (False, now + 15 * S)


def test_failures_of_requests_under_way_do_not_put_off_the_probe(now: datetime) -> None:
    """Twenty that were in flight when it broke are one outage."""
    limiter = Limiter()
    for number in range(20):
        limiter.heard(chat(number), settled(Outcome.NOT_SENT), now + number * 0.1 * S)
    assert limiter.allowed(chat(99), now + 2 * S) == now + 15 * S


def test_one_channels_outage_is_not_anothers(now: datetime) -> None:
    """Mail goes while Telegram is away."""
    limiter = Limiter()
    limiter.heard(chat(1), settled(Outcome.NOT_SENT), now)
    assert (limiter.take(chat(1), now), limiter.take(chat(1, channel="email"), now)) == (False, True)


def test_a_probe_is_wanted_while_open_and_in_doubt(now: datetime) -> None:
    """And its turn is used, so that nothing else is tried beside it."""
    limiter = Limiter()
    calm = limiter.wants_probe("telegram", now)
    doubtful = limiter.wants_probe("telegram", now, doubtful=True)
    limiter.heard(chat(1), settled(Outcome.NOT_SENT), now)
    early = limiter.wants_probe("telegram", now + 14 * S, doubtful=True)
    due = limiter.wants_probe("telegram", now + 15 * S)
    assert (calm, doubtful, early, due, limiter.take(chat(1), now + 15 * S)) == (False, True, False, True, False)
    limiter.probed("telegram", settled(Outcome.SENT), now + 16 * S)
    assert limiter.take(chat(1), now + 16 * S)


def test_doubts_do_not_make_it_ask_more_than_every_15_seconds(now: datetime) -> None:
    """Rows in doubt and a silent API: the probes keep their distance."""
    limiter, asked = Limiter(), []
    for tick in range(120):
        if limiter.wants_probe("telegram", now + tick * S, doubtful=True):
            asked.append(tick)
            limiter.probed("telegram", settled(Outcome.UNKNOWN), now + tick * S)
    gaps = [later - earlier for earlier, later in pairwise(asked)]
    assert min(gaps) >= 15


def test_the_state_survives_a_restart(queue, now: datetime) -> None:
    """Bans, bursts, groups and the breaker."""
    limiter = Limiter()
    drain(limiter, queue([1, 1, 1, *[-7] * 20]), now)
    limiter.heard(chat(2), settled(Outcome.WAIT, now + 600 * S), now + 30 * S)
    limiter.heard(chat(1, channel="email"), settled(Outcome.NOT_SENT), now + 30 * S)
    again = Limiter(state=limiter.dump())
    asked = [chat(1), chat(2), chat(-7), chat(1, channel="email")]
    assert [again.allowed(place, now + 31 * S) for place in asked] == [
        limiter.allowed(place, now + 31 * S) for place in asked
    ]
    assert json.loads(again.dump()) == json.loads(limiter.dump())


def test_a_clock_set_back_takes_the_waits_back(now: datetime) -> None:
    """An hour back must not hold every chat for an hour."""
    limiter, past = Limiter(), now - timedelta(hours=1)
    limiter.heard(chat(9), settled(Outcome.NOT_SENT), now)
    limiter.heard(chat(9), settled(Outcome.SENT), now)
    for _ in range(3):
        limiter.take(chat(1), now)
    for number in range(1, 21):
        limiter.take(chat(-7), now + number * S)
    limiter.heard(chat(2), settled(Outcome.WAIT, now + 50 * S), now + 20 * S)
    limiter.heard(chat(1, channel="email"), settled(Outcome.NOT_SENT), now + 20 * S)
    waits = [
        (limiter.allowed(place, past) - past).total_seconds()
        for place in (chat(1), chat(2), chat(-7), chat(1, channel="email"))
    ]
    assert waits == pytest.approx([0, 30, 42, 15], abs=0.2)


def test_chats_of_long_ago_are_forgotten(now: datetime) -> None:
    """The state is as large as the last minute, not as the subscriber list."""
    limiter = Limiter(Limits(total_interval=0.0))
    for number in range(2_000):
        limiter.take(chat(number + 1), now + number * S)
    assert len(json.loads(limiter.dump())["turns"]) < 100


def test_a_ban_is_not_forgotten(now: datetime) -> None:
    """However many others are served meanwhile."""
    limiter = Limiter(Limits(total_interval=0.0))
    limiter.heard(chat(9_999_999), settled(Outcome.WAIT, now + timedelta(hours=2)), now)
    for number in range(1, 2_001):
        limiter.take(chat(number), now + number * S)
    assert limiter.allowed(chat(9_999_999), now + 2_000 * S) == now + timedelta(hours=2)
