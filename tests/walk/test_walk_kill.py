"""kill -9 between any two steps of the walk: never lost, at most doubled when the answer was lost."""

import asyncio
import signal
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from aiohttp import web

from bot.archive import open_store
from bot.model import Destination, Rule, Subscriber
from storage import destinations, people
from tests.faults.bot_api import TOKEN, BotApi
from tests.walk.killable import LATER

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Sample Wire</title>
<item><title>Seoul and Beijing agree on a chip supply hotline</title><link>https://wire.example/1</link></item>
<item><title>China extends the licence of a Korean memory chip fab</title><link>https://wire.example/2</link></item>
</channel></rss>"""


@dataclass
class Outside:
    """An outlet, a Bot API, and a database with one reader who waits for chips."""

    api: BotApi
    outlet: str
    db: Path

    async def walk(self, *, strike_at: int = 0, later: int = 0, rounds: int = 1) -> tuple[int, int]:
        """Exit status of a walk, and the points it passed."""
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "tests.walk.killable",
            *("--db", str(self.db), "--outlet", self.outlet, "--api", self.api.url, "--token", TOKEN),
            *("--strike-at", str(strike_at), "--later", str(later), "--rounds", str(rounds)),
            stdout=asyncio.subprocess.PIPE,
        )
        printed, _ = await process.communicate()
        return process.returncode or 0, int(printed or 0)

    def arrived(self) -> list[str]:
        """The headline of every message that the reader has, in order."""
        return [message.text.splitlines()[1] for message in self.api.accepted]


@pytest.fixture
async def outside(tmp_path: Path) -> AsyncIterator[Outside]:
    async def feed(_: web.Request) -> web.Response:
        return web.Response(text=FEED, content_type="application/rss+xml", headers={"ETag": '"1"'})

    app = web.Application()
    app.add_routes([web.get("/feed", feed)])
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    path, now = tmp_path / "chipwire.db", datetime.now(UTC)
    store = open_store(path, now)

    def enter(db) -> None:
        reader = people.add_subscriber(db, Subscriber(0, since=now))
        place = destinations.add_destination(db, Destination(0, reader.id, "telegram", "42"))
        people.add_rule(db, Rule(0, reader.id, "chip", place.id, created=now))

    store.write_sync(enter)
    store.close_sync()
    async with BotApi() as api:
        yield Outside(api, f"http://127.0.0.1:{runner.addresses[0][1]}/feed", path)
    await runner.cleanup()


HEADLINES = [
    "China extends the licence of a Korean memory chip fab",
    "Seoul and Beijing agree on a chip supply hotline",
]
POINTS = 20


async def test_a_walk_that_is_left_alone_tells_each_story_once(outside: Outside) -> None:
    """The undisturbed walk passes all the points that the other tests strike at, and a second one adds nothing."""
    first = await outside.walk()
    await outside.walk(later=LATER)

    assert first == (0, POINTS)
    assert sorted(outside.arrived()) == HEADLINES


@pytest.mark.parametrize("strike_at", range(1, POINTS + 1))
async def test_killed_at_any_point_nothing_is_lost_and_nothing_comes_three_times(
    outside: Outside, strike_at: int
) -> None:
    """After kill -9 and restarts every story has arrived; one that arrived twice was in flight when death came."""
    status, _ = await outside.walk(strike_at=strike_at)
    before = outside.arrived()
    await outside.walk(later=LATER, rounds=2)
    arrived = outside.arrived()

    assert status == -signal.SIGKILL
    assert sorted(set(arrived)) == HEADLINES
    assert len(arrived) <= len(HEADLINES) + 1
    assert len(arrived) == len(HEADLINES) or before[-1:] == [max(arrived, key=arrived.count)]
