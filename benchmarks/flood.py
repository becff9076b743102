"""One person sends 10,000 commands; how long another waits for an answer meanwhile.

The real conversation over a Bot API double on a real socket: `python -m benchmarks.flood`. Besides the wait it prints how
many answers the flooder got, and how long the whole flood took to be read.
"""

import argparse
import asyncio
import tempfile
import time
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from pathlib import Path

from tests.chat.conftest import Person, open_world
from tests.faults.bot_api import BotApi

ASKED_EVERY = 10


async def measure(commands: int) -> None:
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        api = await stack.enter_async_context(BotApi())
        world = await open_world(stack, api, folder)
        world.house.now = lambda: datetime.now(UTC)
        flooder, others = world.person(1), [world.person(number) for number in range(100, 100 + ASKED_EVERY)]
        await others[0].says("/start")
        waits = await _flood(flooder, others, commands)
        print(f"{commands} commands of one person; answers to them: {len(flooder.shown)}")
        print(f"others' answers: {', '.join(f'{wait:.2f} s' for wait in waits)}; longest {max(waits):.2f} s")


async def _flood(flooder: Person, others: list[Person], commands: int) -> list[float]:
    """Everything is said at once; the others' questions stand evenly among the flood."""
    began = time.perf_counter()
    for number in range(commands):
        flooder.send("/help")
        if number % (commands // len(others)) == commands // len(others) // 2:
            others[number * len(others) // commands].send("/help")
    waits = []
    for other in others:
        before = 1 if other is others[0] else 0
        while len(other.shown) <= before:  # noqa: ASYNC110 - the double has no event for it
            await asyncio.sleep(0.002)
        waits.append(time.perf_counter() - began)
    return waits


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--commands", type=int, default=10_000)
    asyncio.run(measure(parser.parse_args().commands))


if __name__ == "__main__":
    main()
