"""When a silent other side is asked for a sign of life, to the second."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.delivery.breaker import Breaker
from bot.delivery.limiter import Limiter
from bot.model import Delivery, DeliveryState, Destination, Outcome, Settlement

S = timedelta(seconds=1)
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)  # what a machine without a clock believes


def chat(number: int, channel: str = "telegram") -> Destination:
    return Destination(id=abs(number), subscriber=1, channel=channel, address=str(number))


def settled(outcome: Outcome, due: datetime | None = None) -> Settlement:
    return Settlement(outcome, DeliveryState.WAIT, due=due)


def test_probes_grow_apart_from_15_to_30_seconds() -> None:
    """By a quarter each time, from the first one that fails on."""
    breaker, gaps, now = Breaker(), [], 100.0
    breaker.heard(Outcome.NOT_SENT, now)
    for _ in range(7):
        gaps.append(breaker.probe_at - now)
        now = breaker.probe_at
        breaker.book(now)
        breaker.heard(Outcome.NOT_SENT, now)

    assert gaps == pytest.approx([15, 15, 18.75, 23.4375, 29.296875, 30, 30])


def test_a_new_breaker_is_closed_and_may_ask_at_once() -> None:
    """Nothing was heard of before it was made; fifteen seconds of an epoch are the only distance."""
    breaker = Breaker()

    assert (breaker.is_open, breaker.passes(0.5), breaker.answered, breaker.probing) == (False, 0.5, 0.0, False)
    assert (breaker.may_probe(14.9), breaker.may_probe(15.0)) == (False, True)


def test_what_fails_beside_a_probe_is_no_failed_probe() -> None:
    """Only the request that was booked counts: the gaps would grow with every message that was under way."""
    breaker = Breaker()
    for _ in range(5):
        breaker.heard(Outcome.NOT_SENT, 100.0)
    breaker.book(115.0)
    breaker.heard(Outcome.NOT_SENT, 116.0)
    breaker.heard(Outcome.NOT_SENT, 117.0)

    assert (breaker.failures, breaker.probing, breaker.probe_at) == (2, False, 130.0)


def test_an_answer_forgets_the_outage() -> None:
    """The next one begins with fifteen seconds again, and the answer's moment is known."""
    breaker = Breaker()
    breaker.heard(Outcome.NOT_SENT, 100.0)
    breaker.book(115.0)
    breaker.heard(Outcome.NOT_SENT, 115.0)
    breaker.book(130.0)
    breaker.heard(Outcome.SENT, 131.0)

    assert breaker == Breaker(answered=131.0, asked=130.0)


def test_a_booking_while_closed_is_no_probe() -> None:
    """Ordinary sends pass without a trace."""
    breaker = Breaker()
    breaker.book(100.0)

    assert breaker == Breaker()


def test_lost_answers_open_it_at_the_third() -> None:
    """Counted in a row."""
    breaker = Breaker()
    for moment in (100.0, 101.0):
        breaker.heard(Outcome.UNKNOWN, moment)
    before = breaker.is_open
    breaker.heard(Outcome.UNKNOWN, 102.0)

    assert (before, breaker.failures, breaker.doubts, breaker.probe_at) == (False, 1, 3, 117.0)


def test_a_machine_that_believes_in_1970_keeps_the_limits() -> None:
    """Nothing stands for "never" that could be met as a moment."""
    limiter = Limiter()
    taken = [limiter.take(chat(1), LONG_AGO + second * S) for second in (0, 0, 0, 0, 1, 1)]
    limiter.heard(chat(2), settled(Outcome.WAIT, LONG_AGO + 30 * S), LONG_AGO + S)

    assert taken == [True, True, True, False, True, False]
    assert limiter.allowed(chat(2), LONG_AGO + S) == LONG_AGO + 30 * S
    assert limiter.allowed(chat(3), LONG_AGO + 2 * S) == LONG_AGO + 2 * S


def test_a_clock_set_back_makes_no_sign_of_life(make_delivery, now: datetime) -> None:
    """What was heard an hour ahead is not heard after a doubt of today."""
    limiter, past = Limiter(), now - timedelta(hours=1)
    limiter.heard(chat(1), settled(Outcome.SENT), now)
    limiter.allowed(chat(1), past)
    doubt: Delivery = make_delivery(state=DeliveryState.UNKNOWN, due=past + 30 * S, destination=chat(1))

    assert limiter.pick([doubt], past + 30 * S) == (None, None)
    limiter.heard(chat(2), settled(Outcome.SENT), past + 30 * S)
    assert limiter.pick([doubt], past + 31 * S) == (doubt, None)
