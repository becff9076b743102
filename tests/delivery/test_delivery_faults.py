"""The promise under fault: request, channel, outcomes and limiter together against the Bot API's double."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from itertools import pairwise
from pathlib import Path

import aiohttp
import pytest
from telegram import Bot

from bot.delivery.channels.telegram import TelegramChannel
from bot.delivery.telegram_request import AiohttpRequest
from bot.model import DeliveryState, Destination, Message
from tests.faults.bot_api import TOKEN, BotApi
from tests.faults.bot_rules import Published, Rule
from tests.faults.miniature import Miniature

MIXED = ["reset-after", "reset-before", "ban", "restart"]


@pytest.fixture
async def sender() -> AsyncIterator[Miniature]:
    """A sender and a double that enforces the published limits, on one clock."""
    async with BotApi(limits=Published()) as api, AiohttpRequest(read_timeout=0.5) as request:
        channel = TelegramChannel(
            Bot(api.token, base_url=f"{api.url}/bot", request=request, get_updates_request=request)
        )
        miniature = Miniature(api, channel)
        api.clock = lambda: miniature.seconds
        yield miniature


async def test_two_hundred_chats_without_a_fault(sender: Miniature) -> None:
    """Each has its alert, nobody was told to wait, and it took as long as 25 a second take."""
    sender.add(list(range(1, 201)))
    seconds = await sender.run()
    assert (sender.copies(), {asked.met for asked in sender.api.asked}) == ([1] * 200, {"ok"})
    assert seconds <= 1.03 * 200 / 25


async def test_twenty_chats_with_six_each_and_groups_between(sender: Miniature) -> None:
    """The limits of chats and groups are kept as well."""
    sender.add([*(list(range(1, 21)) * 6), *([-5] * 24)])
    await sender.run()
    assert (sender.copies(), {asked.met for asked in sender.api.asked}) == ([1] * 144, {"ok"})


@pytest.mark.parametrize("seed", [1, 2])
async def test_the_promise_under_every_fault_at_once(sender: Miniature, seed: int) -> None:
    """None lost, none three times, a second copy only for a lost answer, nothing sent during a ban."""
    sender.api.dice.seed(seed)
    shares = {"reset-after": 0.10, "reset-before": 0.11, "ban": 0.06, "restart": 0.07}  # one after the other
    sender.api.rules = [Rule(fault, share=shares[fault], seconds=2.0) for fault in MIXED]
    sender.add([number % 60 + 1 for number in range(300)])
    await sender.run()
    copies = sender.copies()
    states = {row.state for row in sender.rows.values()}
    assert states <= {DeliveryState.SENT, DeliveryState.UNCONFIRMED}
    for row, count in zip(sender.rows.values(), copies, strict=True):
        assert count <= 2
        assert count >= 1 or row.state is DeliveryState.UNCONFIRMED
    assert sum(count - 1 for count in copies if count > 1) <= sender.lost_answers
    assert sender.api.in_ban == []


async def test_one_banned_chat_delays_nobody_else(sender: Miniature) -> None:
    """Its own message comes after the ban, all others as if there were none."""
    sender.api.rules = [Rule("ban", chat="7", seconds=60.0, times=1)]
    sender.add(list(range(1, 101)))
    await sender.run()
    others = max(message.at for message in sender.api.accepted if message.chat != "7")
    late = next(message.at for message in sender.api.accepted if message.chat == "7")
    assert (sender.copies(), sender.api.in_ban) == ([1] * 100, [])
    assert (others <= 1.05 * 100 / 25, 60.0 <= late <= 62.0) == (True, True)


async def test_a_ban_of_all_is_waited_for_by_all(sender: Miniature) -> None:
    """The first two to be told speak for the rest."""
    sender.api.rules = [Rule("ban", chat=str(number), seconds=30.0, times=1) for number in (3, 4)]
    sender.add(list(range(1, 101)))
    await sender.run()
    moments = sorted(message.at for message in sender.api.accepted)
    assert (sender.copies(), sender.api.in_ban) == ([1] * 100, [])
    assert not [at for at in moments if 1.0 < at < 30.0]


async def test_ten_minutes_of_outage(sender: Miniature) -> None:
    """Five hundred wait; it is asked for once per 15 s at most; then all arrive, the oldest first in each chat."""
    port = int(sender.api.url.rsplit(":", 1)[1])
    chats = [number % 100 + 1 for number in range(500)]
    await sender.api.stop()
    tries: list[float] = []
    send, probe = sender.channel.send, sender.channel.probe

    async def counted_send(*given, **more):
        tries.append(sender.seconds)
        return await send(*given, **more)

    async def counted_probe():
        tries.append(sender.seconds)
        return await probe()

    sender.channel.send, sender.channel.probe = counted_send, counted_probe  # type: ignore[method-assign]
    sender.add(chats)
    await sender.run(until=600.0)
    down = [at for at in tries if at < 600.0]
    await sender.api.start(port)
    seconds = await sender.run()
    assert all(later - earlier >= 15.0 for earlier, later in pairwise(down))
    assert sender.copies() == [1] * 500
    assert seconds - 600.0 <= 500 / 25 + 60.0
    for chat in ("1", "50", "100"):
        numbers = [int(text.split()[1]) for text in sender.api.texts(chat)]
        assert numbers == sorted(numbers)


async def test_bad_gateways_leave_doubts_that_are_resent_once_it_is_back(sender: Miniature) -> None:
    """A doubt is not resent into the outage."""
    sender.api.rules = [Rule("502", method="")]
    sender.add(list(range(1, 41)))
    await sender.run(until=300.0)
    asked = len(sender.api.asked)
    sender.api.rules = []
    await sender.run()
    assert (asked <= 3 + 300 / 15 + 1, sender.copies()) == (True, [1] * 40)
    assert {row.state for row in sender.rows.values()} == {DeliveryState.SENT}


async def test_an_answer_lost_twice_is_left_alone(sender: Miniature) -> None:
    """Two copies are there; a third never comes."""
    sender.api.rules = [Rule("reset-after", chat="1")]
    sender.add([1, 2])
    await sender.run()
    assert (sender.rows[1].state, sender.copies()) == (DeliveryState.UNCONFIRMED, [2, 1])


async def test_a_migrated_group_gets_its_message_at_the_new_address(sender: Miniature) -> None:
    """Once."""
    sender.api.rules = [Rule("migrate", chat="-5", to="-1005")]
    sender.add([-5])
    await sender.run()
    assert (sender.api.texts(-1005), sender.copies()) == (["alert 1"], [1])


async def test_refused_entities_are_resent_as_plain_text(sender: Miniature) -> None:
    """Once, and dropped if that is refused too."""
    sender.api.rules = [Rule("entities", chat="1", times=1), Rule("entities", chat="2")]
    sender.add([1, 2])
    await sender.run()
    states = [row.state for row in sender.rows.values()]
    assert (states, sender.copies()) == ([DeliveryState.SENT, DeliveryState.DROPPED], [1, 0])


async def test_the_double_stands_alone(tmp_path: Path) -> None:
    """What it accepted is on disk before it answers, so that its process and ours may be killed."""
    log = tmp_path / "accepted.jsonl"
    rules = json.dumps([{"fault": "reset-after", "times": 1}])
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.faults.bot_api",
        "--log",
        str(log),
        "--rules",
        rules,
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    url = (await process.stdout.readline()).decode().strip()
    async with AiohttpRequest(read_timeout=5.0) as request:
        channel = TelegramChannel(Bot(TOKEN, base_url=f"{url}/bot", request=request, get_updates_request=request))
        chat = Destination(1, 1, "telegram", "7001")
        answers = [await channel.send(chat, channel.render(Message(text=text))) for text in ("first 칩4", "second")]
        async with aiohttp.ClientSession() as control:
            order = {"rules": [{"fault": "blocked"}], "updates": [{"message": {}}]}
            counted = await (await control.post(f"{url}/control", json=order)).json()
        blocked = await channel.send(chat, channel.render(Message(text="third")))
    process.kill()
    await process.wait()
    told = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
    assert [(line["text"], line["answer"]) for line in told] == [("first 칩4", "reset-after"), ("second", "given")]
    assert [answer.sent for answer in (*answers, blocked)] == ["unknown", "yes", "no"]
    assert counted == {"accepted": 2, "asked": 2}
