"""What sending costs and what it survives: our request beside python-telegram-bot's default, and the long form of the faults.

.venv/bin/python -m benchmarks.sending            # everything, about two minutes
.venv/bin/python -m benchmarks.sending --alerts 2000 --messages 200
"""

import argparse
import asyncio
import statistics
import subprocess
import sys
import time
import warnings
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from telegram import Bot, LinkPreviewOptions, MessageEntity
from telegram.request import BaseRequest, HTTPXRequest

from bot.delivery.channels.telegram import TelegramChannel
from bot.delivery.telegram_request import AiohttpRequest
from bot.model import DeliveryState, Destination, Message, Span
from tests.faults.bot_api import TOKEN, BotApi
from tests.faults.bot_rules import Published, Rule
from tests.faults.miniature import Miniature

ROUNDS = 4  # A B A B A B A B
SHARES = {"reset-after": 0.10, "reset-before": 0.111, "ban": 0.0625, "restart": 0.0667}  # 10, 10, 5 and 5 % of all


async def cpu_of_ours(url: str, messages: int) -> float:
    """CPU milliseconds of one message through our channel, the double in another process."""
    spans = (Span(0, 2, "bold"), Span(20, 24, "link", "https://example.org/"))
    message = Message(text="칩4 news about chips\nhost", spans=spans)
    async with AiohttpRequest() as request:
        channel = TelegramChannel(Bot(TOKEN, base_url=f"{url}/bot", request=request, get_updates_request=request))
        began = time.process_time()
        for number in range(messages):
            chat = Destination(1, 1, "telegram", str(7000 + number % 50))
            answer = await channel.send(chat, channel.render(message))
            assert answer.ok
        return (time.process_time() - began) / messages * 1000


async def cpu_of_default(request: BaseRequest, url: str, messages: int) -> float:
    """The same through python-telegram-bot's own send_message and request."""
    async with request:
        bot = Bot(TOKEN, base_url=f"{url}/bot", request=request, get_updates_request=request)
        entities = (MessageEntity("bold", 0, 6), MessageEntity("text_link", 7, 4, url="https://example.org/"))
        preview = LinkPreviewOptions(is_disabled=True)
        began = time.process_time()
        for number in range(messages):
            await bot.send_message(
                7000 + number % 50, "칩4 news about chips\nhost", entities=entities, link_preview_options=preview
            )
        return (time.process_time() - began) / messages * 1000


def compare_cpu(messages: int) -> None:
    """Ours beside the default, A B A B, medians."""
    double = subprocess.Popen([sys.executable, "-m", "tests.faults.bot_api"], stdout=subprocess.PIPE, text=True)
    assert double.stdout is not None
    url = double.stdout.readline().strip()
    ours, default = [], []
    try:
        for _ in range(ROUNDS):
            ours.append(asyncio.run(cpu_of_ours(url, messages)))
            default.append(asyncio.run(cpu_of_default(HTTPXRequest(), url, messages)))
    finally:
        double.terminate()
        double.wait()
    mine, theirs = statistics.median(ours), statistics.median(default)
    print(f"| CPU a message, ours | {mine:.2f} ms |")
    print(f"| CPU a message, python-telegram-bot's default | {theirs:.2f} ms ({mine / theirs:.2f} of it) |")


@asynccontextmanager
async def sender(seed: int = 1) -> AsyncIterator[Miniature]:
    """The delivery rooms and a double with the published limits, in time of their own."""
    async with BotApi(limits=Published(), seed=seed) as api, AiohttpRequest(read_timeout=2.0) as request:
        channel = TelegramChannel(
            Bot(api.token, base_url=f"{api.url}/bot", request=request, get_updates_request=request)
        )
        miniature = Miniature(api, channel)
        api.clock = lambda: miniature.seconds
        yield miniature


async def mixed(alerts: int) -> None:
    """Ten per cent taken and dropped, ten reset, five banned, five unavailable."""
    async with sender() as small:
        small.api.rules = [Rule(fault, share=share, seconds=2.0) for fault, share in SHARES.items()]
        for first in range(0, alerts, 500):
            small.add([number % 200 + 1 for number in range(first, min(first + 500, alerts))])
            await small.run()
        copies = small.copies()
        unconfirmed = sum(row.state is DeliveryState.UNCONFIRMED for row in small.rows.values())
        settled = {DeliveryState.SENT, DeliveryState.UNCONFIRMED}
        lost = sum(
            row.state not in settled or (count == 0 and row.state is DeliveryState.SENT)
            for row, count in zip(small.rows.values(), copies, strict=True)
        )
        twice = sum(count == 2 for count in copies)
        print(f"| {alerts:,} alerts under 10/10/5/5 % faults: lost | {lost} |")
        print(f"| … twice (lost answers) | {twice} ({small.lost_answers}) |")
        print(f"| … three times | {sum(count > 2 for count in copies)} |")
        print(f"| … unconfirmed, for the catch-up message | {unconfirmed} |")
        print(f"| … sent during a ban | {len(small.api.in_ban)} |")


async def burst() -> None:
    """A thousand chats and fifty groups at once."""
    async with sender() as small:
        small.add([*range(1, 1001), *range(-1, -51, -1)])
        seconds = await small.run()
        refused = sum(asked.met != "ok" for asked in small.api.asked)
        print(
            f"| burst to 1,000 chats and 50 groups | {seconds / (1050 / 25):.3f} of the limits' minimum, {refused} refused |"
        )


async def outage() -> None:
    """Ten minutes away with five hundred pending."""
    async with sender() as small:
        port = int(small.api.url.rsplit(":", 1)[1])
        await small.api.stop()
        small.add([number % 100 + 1 for number in range(500)])
        await small.run(until=600.0)
        await small.api.start(port)
        seconds = await small.run()
        print(
            f"| 500 pending after 10 min of outage: all there | {seconds - 600:.0f} s after it ended (minimum {500 / 25:.0f} s) |"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--alerts", type=int, default=20_000)
    parser.add_argument("--messages", type=int, default=500)
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    print("| what | figure |\n|---|---|")
    compare_cpu(options.messages)
    asyncio.run(burst())
    asyncio.run(outage())
    asyncio.run(mixed(options.alerts))


if __name__ == "__main__":
    main()
