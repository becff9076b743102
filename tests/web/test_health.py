"""What machines are told of the house's health."""

from datetime import UTC, datetime, timedelta

import aiohttp
import pytest

from bot.web import AddressTaken, serve
from bot.web.health import Pulse, ailment, exposition, routes

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_a_poll_within_three_intervals_is_health() -> None:
    """Twenty-nine minutes after the last poll of a ten-minute source all is well."""
    pulse = Pulse(NOON - timedelta(hours=5), NOON - timedelta(minutes=29), timedelta(minutes=10))

    assert ailment(pulse, NOON) == ""


def test_three_intervals_without_a_poll_are_named() -> None:
    """A stalled scheduler is said in words."""
    pulse = Pulse(NOON - timedelta(hours=5), NOON - timedelta(minutes=31), timedelta(minutes=10))

    assert ailment(pulse, NOON) == "no poll has ended since 2026-11-22T11:29:00+00:00; one was due within 0:30:00"


def test_a_process_that_has_just_started_is_given_its_three_intervals() -> None:
    """The last poll of an earlier run does not condemn this one."""
    pulse = Pulse(NOON - timedelta(minutes=1), NOON - timedelta(days=2), timedelta(minutes=10))

    assert ailment(pulse, NOON) == ""


def test_figures_are_printed_for_prometheus() -> None:
    """Plain and labelled figures carry our prefix."""
    lines = exposition({"articles": 3, "outbox": {"sent": 2}}).decode().splitlines()

    assert [line for line in lines if not line.startswith("#")] == [
        "chipwire_articles 3.0",
        'chipwire_outbox{state="sent"} 2.0',
    ]


@pytest.mark.parametrize(("age", "status"), [(1, 200), (60, 503)])
async def test_healthz_answers_by_status(age: int, status: int) -> None:
    """Docker's HEALTHCHECK and load balancers read the status only."""

    async def pulse() -> Pulse:
        return Pulse(NOON - timedelta(hours=5), NOON - timedelta(minutes=age), timedelta(minutes=10))

    async def figures() -> dict[str, float]:
        return {}

    async with serve("127.0.0.1:0", routes(pulse, figures, lambda: NOON)) as port, aiohttp.ClientSession() as session:
        seen = (await session.get(f"http://127.0.0.1:{port}/healthz")).status

    assert seen == status


async def test_an_address_in_use_is_said_in_words() -> None:
    """The operator learns which address, not a traceback."""
    async with serve("127.0.0.1:0", []) as port:
        with pytest.raises(AddressTaken) as raised:
            await serve(f"127.0.0.1:{port}", []).__aenter__()

    assert str(raised.value).startswith(f"cannot listen on 127.0.0.1:{port}")
