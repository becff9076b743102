"""The limiter at its borders: what is just in time, just too early, or the other channel's business."""

import json
from datetime import datetime, timedelta

import pytest

from bot.delivery.limiter import Limiter, Limits
from bot.model import DeliveryState, Destination, Outcome, Settlement

S = timedelta(seconds=1)
FREE = Limits(total_interval=0.0)


def chat(number: int, *, channel: str = "telegram") -> Destination:
    return Destination(id=abs(number), subscriber=1, channel=channel, address=str(number))


def settled(outcome: Outcome, due: datetime | None = None) -> Settlement:
    return Settlement(outcome, DeliveryState.WAIT, due=due)


def test_the_kinds_in_their_order(make_delivery, now: datetime) -> None:
    """Alerts and follow-ups by age, then notices, then whatever can wait, however old that is."""
    kinds = [("digest", 9), ("notice", 1), ("alert", 3), ("thread", 5), ("alert", 7), ("rollup", 8)]
    waiting = [
        make_delivery(id=number, kind=kind, created=now - age * S, destination=chat(number))
        for number, (kind, age) in enumerate(kinds, 1)
    ]
    limiter, order, moment = Limiter(), [], now
    while waiting:
        row, _ = limiter.pick(waiting, moment)
        moment += S
        if row:
            waiting.remove(row)
            order.append((row.kind, int((now - row.created).total_seconds())))

    assert order == [("alert", 7), ("thread", 5), ("alert", 3), ("notice", 1), ("digest", 9), ("rollup", 8)]


def test_a_notice_may_use_the_burst_and_a_digest_may_not(make_delivery, now: datetime) -> None:
    """Right after a send, what is urgent goes; what is not waits for the pace."""
    picked = []
    for kind in ("alert", "thread", "notice", "digest"):
        limiter = Limiter()
        limiter.take(chat(1), now)
        picked.append(limiter.pick([make_delivery(kind=kind, destination=chat(2))], now)[0] is not None)

    assert picked == [True, True, True, False]


def test_who_asks_without_a_word_about_urgency_is_urgent(now: datetime) -> None:
    """An answer in a chat uses the burst, and `allowed` tells so."""
    limiter = Limiter()
    waits = [limiter.wait(chat(number), now) for number in (1, 2)]

    assert waits == [timedelta(), timedelta()]
    assert limiter.allowed(chat(3), now) == now


@pytest.mark.parametrize(("heard", "goes"), [(-31, False), (-30.5, False), (-30, False), (-29.5, True)])
def test_a_sign_of_life_counts_when_it_came_after_the_doubt(
    make_delivery, now: datetime, heard: float, goes: bool
) -> None:
    """A row is due half a minute after its answer was lost; the lost answer's own moment is no sign."""
    limiter = Limiter()
    limiter.heard(chat(2), settled(Outcome.SENT), now + heard * S)
    doubt = make_delivery(state=DeliveryState.UNKNOWN, due=now, destination=chat(1))

    assert (limiter.pick([doubt], now)[0] is not None) == goes


def test_mail_that_has_to_wait_holds_no_chat(now: datetime) -> None:
    """Two mailboxes that are busy are no storm of Telegram's, and no turn of it."""
    limiter = Limiter()
    for number in (1, 2):
        limiter.heard(chat(number, channel="email"), settled(Outcome.WAIT, now + 300 * S), now)

    assert [limiter.allowed(chat(number), now) for number in (1, 2, 3)] == [now] * 3
    assert json.loads(limiter.dump())["turns"] == {}


@pytest.mark.parametrize("outcome", [Outcome.MOVED, Outcome.OURS, Outcome.SENT])
def test_only_a_ban_holds_a_chat(outcome: Outcome, now: datetime) -> None:
    """A row that is tried again at some time says nothing of its chat."""
    limiter = Limiter()
    limiter.heard(chat(1), settled(outcome, now + 60 * S), now)

    assert limiter.allowed(chat(1), now) == now


def test_mail_that_can_wait_does_not_wait_for_telegram(now: datetime) -> None:
    """The pace of all chats together is no pace of the mail server's."""
    limiter = Limiter()
    for number in (1, 2, 3):
        limiter.take(chat(number), now)

    assert limiter.take(chat(1, channel="email"), now, urgent=False)


@pytest.mark.parametrize(("early", "taken"), [(0.0005, True), (0.002, False)])
def test_less_than_a_millisecond_is_no_wait(early: float, taken: bool, now: datetime) -> None:
    """A clock that is a hair behind would ask again and again."""
    limiter = Limiter()
    for _ in range(3):
        limiter.take(chat(1), now)

    assert limiter.take(chat(1), now + (1 - early) * S) == taken


def test_every_thousandth_turn_forgets_what_no_longer_limits(now: datetime) -> None:
    """Not before, and only then."""
    limiter, known = Limiter(FREE), []
    for number in range(1, 1002):
        limiter.take(chat(number), now + number * S)
        if number >= 999:
            known.append(len(json.loads(limiter.dump())["turns"]))

    assert known == [999, 62, 63]


def test_forgetting_spares_the_last_minute(now: datetime) -> None:
    """A group that has had its twenty waits, although a thousand chats were served."""
    limiter = Limiter(FREE)
    for number in range(1, 981):
        limiter.take(chat(number), now - 900 * S)
    for second in range(20):
        limiter.take(chat(-7), now + second * S)

    assert limiter.allowed(chat(-7), now + 20 * S) == now + 61 * S


@pytest.mark.parametrize(("back", "wait"), [(1.0, 2.0), (1.001, 1.0)])
def test_a_clock_is_followed_back_by_more_than_a_second(back: float, wait: float, now: datetime) -> None:
    """Less is the usual unrest of clocks."""
    limiter = Limiter()
    for _ in range(3):
        limiter.take(chat(1), now)

    assert (limiter.allowed(chat(1), now - back * S) - (now - back * S)).total_seconds() == pytest.approx(
        wait, abs=0.01
    )


def test_a_clock_set_back_takes_a_ban_of_all_back(now: datetime) -> None:
    """It lasts as long as it was told to."""
    limiter, past = Limiter(), now - timedelta(hours=1)
    for number in (1, 2):
        limiter.heard(chat(number), settled(Outcome.WAIT, now + 30 * S), now)

    assert limiter.allowed(chat(3), past) == past + 30 * S
