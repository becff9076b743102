"""One walk in a process of its own, killed at a chosen step: poll the outlet, deliver, end.

The named steps are the calls at which the walk leaves Python for the network or the disk; before and after each
stands a point where `kill -9` may strike.
"""

import argparse
import asyncio
import os
import signal
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.app import now, open_house
from bot.config import load_settings
from bot.logs import configure
from bot.model import Source
from bot.outgoing import deliver_due, probe_due
from bot.pipeline import poll_each
from storage import outbox

#: Seconds between rounds: doubts are asked again after half a minute.
LATER = 100


class Fate:
    """Counts the points and strikes at one of them."""

    def __init__(self, strike_at: int) -> None:
        self.strike_at, self.points = strike_at, 0

    def point(self) -> None:
        self.points += 1
        if self.points == self.strike_at:
            os.kill(os.getpid(), signal.SIGKILL)

    def around(self, call: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
        async def fated(*args: Any, **named: Any) -> Any:
            self.point()
            answer = await call(*args, **named)
            self.point()
            return answer

        return fated


class Fated:
    """An object with some of its calls under fate."""

    def __init__(self, real: Any, fate: Fate, *calls: str) -> None:
        self._real = real
        for name in calls:
            setattr(self, name, fate.around(getattr(real, name)))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)


async def walk(args: argparse.Namespace) -> int:
    fate = Fate(args.strike_at)
    outlet = Source(
        "sample-wire",
        "Sample Wire",
        "KR",
        "news-agency",
        "en",
        "feed",
        args.outlet,
        baseline="alert",
        host_delay=timedelta(0),
        respect_robots=False,
        max_age=timedelta(days=10_000),
    )
    settings = load_settings(
        {
            "CHIPWIRE_DB": str(args.db),
            "CHIPWIRE_TELEGRAM_TOKEN": args.token,
            "CHIPWIRE_TELEGRAM_API": args.api,
            "CHIPWIRE_ALLOW_ORIGINS": args.outlet.rpartition("/")[0],
            "CHIPWIRE_HOLD": "0s",
        },
        None,
    )
    async with open_house(settings, [outlet], alone=True) as house:
        house.now = lambda: now() + timedelta(seconds=args.later)  # read anew at every call
        house.door = Fated(house.door, fate, "get")
        house.parsers = Fated(house.parsers, fate, "parse")
        house.store = Fated(house.store, fate, "write")
        house.channels = {**house.channels, "telegram": Fated(house.channels["telegram"], fate, "send")}
        await house.store.write(lambda db: outbox.recover(db, house.now()))
        for _ in range(args.rounds):
            await poll_each([outlet], house)
            await probe_due(house)
            await deliver_due(house)
            args.later += LATER
    return fate.points


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--db", type=Path)
    parser.add_argument("--outlet")
    parser.add_argument("--api")
    parser.add_argument("--token")
    parser.add_argument("--strike-at", type=int, default=0)
    parser.add_argument("--later", type=int, default=0)
    parser.add_argument("--rounds", type=int, default=1)
    configure("console", quiet=True)
    print(asyncio.run(walk(parser.parse_args())))


if __name__ == "__main__":
    main()
