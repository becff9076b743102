"""The loop that listens: an API that is away, a rival, a refused token, a flood."""

import asyncio
import logging

import pytest

from bot import logs
from bot.chat.polling import RIVAL
from tests.chat.conftest import Enter
from tests.faults.bot_api import BotApi
from tests.faults.bot_rules import Rule


class Naps:
    """Sleeps that are written down and over at once."""

    def __init__(self) -> None:
        self.taken: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.taken.append(seconds)
        await asyncio.sleep(0.01)


async def test_begins_when_the_api_comes_back(enter: Enter, api: BotApi):
    """A conversation that starts while the API is down answers once it is there."""
    port = int(api.url.rpartition(":")[2])
    await api.stop()
    naps = Naps()
    world = await enter(sleep=naps)
    await world.until(lambda: len(naps.taken) > 2, "several attempts")

    await api.start(port)

    assert "chipwire" in await world.person(1).asks("/start")
    assert naps.taken[:3] == [1.0, 2.0, 4.0]


async def test_rival_poller_makes_it_wait_and_sending_goes_on(enter: Enter, api: BotApi):
    """A second process on the token is given 30 s at least, and messages still go out."""
    naps = Naps()
    world = await enter(sleep=naps)
    await world.person(1).says("/start")

    api.rules.append(Rule("conflict", method="getUpdates", times=2))
    seen: set[str] = set()
    await world.until(lambda: seen.add(world.house.rival) or len(naps.taken) >= 2, "two refusals")
    await world.until(lambda: not world.house.rival, "the other one went")

    assert "another process listens with our Telegram token: commands may be answered by it" in seen
    assert naps.taken[:2] == [RIVAL, RIVAL]
    assert RIVAL >= 30
    assert "/watch" in await world.person(1).asks("/help")


async def test_refused_token_ends_listening_and_sending(enter: Enter, api: BotApi):
    """A token that is revoked while it runs: no more requests, and the house knows why."""
    world = await enter()
    await world.person(1).says("/start")

    api.token = "123456:another"
    world.person(1).send("/help")
    await world.until(lambda: bool(world.house.fatal), "the refusal")
    asked = len(api.asked)
    await asyncio.sleep(0.2)

    assert world.house.fatal == "Telegram refuses the token"
    assert len(api.asked) == asked


async def test_token_is_in_no_log(enter: Enter, api: BotApi, capfd: pytest.CaptureFixture[str]):
    """Whatever goes wrong with the API, its token is not written down."""
    logs.configure("console", (api.token,))
    logging.getLogger().setLevel(logging.DEBUG)
    try:
        world = await enter(sleep=Naps())
        await world.person(1).says("/start")
        api.rules.append(Rule("garbage", method="sendMessage", times=1))
        for fault in ("garbage", "reset-before", "502", "conflict", "busy"):
            api.rules.append(Rule(fault, method="getUpdates", times=1))
            world.person(1).send("/help")
            await world.until(lambda: not any(rule.times for rule in api.rules), fault)
    finally:
        logging.getLogger().setLevel(logging.WARNING)
        written = "".join(capfd.readouterr())

    assert "chat" in written
    assert api.token not in written
    assert api.token.partition(":")[2] not in written


async def test_flooder_is_told_once_and_others_are_served(enter: Enter):
    """Of a thousand commands a handful is answered, one warning is given, and somebody else gets an answer."""
    world = await enter()
    flooder, other = world.person(1), world.person(2)
    await other.says("/start")
    for _ in range(1000):
        flooder.send("/help")

    answer = await other.asks("/help")

    assert answer.startswith("/start")
    assert [one.text.startswith("That was a lot") for one in flooder.shown].count(True) == 1
    assert len(flooder.shown) == 7
