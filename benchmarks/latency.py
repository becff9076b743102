"""From a body received to an alert accepted by the Bot API, with 1,000 sources and 10,000 rules; holds excluded.

Everything between is real: the parsing child, the desk with all rules, the store on a disk, the outbox, python-telegram-bot's
address over our request, a Bot API double in a process of its own. Only the outlet is played: a source is asked, and
its document with one new article is there. `python -m benchmarks.latency [--alerts 300] [--rate 3] [--sources 1000] [--rules 10000]`
"""

import argparse
import asyncio
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlite_utils import Database

from bot.app import open_house
from bot.config import load_settings
from bot.house import House
from bot.logs import configure
from bot.model import Destination, Fetched, FetchOutcome, Rule, Source, Subscriber, Validators
from bot.outgoing import deliver_on
from bot.pipeline import poll_each
from storage import destinations, people
from tests.faults.bot_api import TOKEN

SYLLABLES = ("ka", "ro", "mi", "ten", "sul", "ve", "dor", "an", "pi", "lo", "gra", "shi", "wu", "ne", "tos", "bel")


def words(count: int, dice: random.Random) -> list[str]:
    """Made-up words, each once."""
    found: dict[str, None] = {}
    while len(found) < count:
        found["".join(dice.choices(SYLLABLES, k=4))] = None
    return list(found)


@dataclass
class Outlets:
    """A door behind which each visit finds one new article; it writes down when its body was there."""

    names: list[str]  # words of the rules
    filler: list[str]  # words of no rule
    dice: random.Random
    received: dict[str, float] = field(default_factory=dict)  # by the title's own word
    visits: int = 0

    def meet(self, sources: tuple[Source, ...]) -> None:
        """Nobody has to be left alone here."""

    def wait(self, source: Source, *, ahead: int = 0) -> float:  # noqa: ARG002 - the door's own form
        return 0.0

    async def get(self, source: Source, validators: Validators, *, now: datetime) -> Fetched:  # noqa: ARG002 - the same
        self.visits += 1
        word = self.names[self.visits * 7 % (len(self.names) // 2)]
        title = f"Mark{self.visits} {word} {' '.join(self.dice.sample(self.filler, 7))}"
        lead = " ".join(self.dice.sample(self.filler, 40))
        items = "".join(
            f"<item><title>{title if not number else f'Old {number}'}</title><guid>{source.id}-{number or self.visits}</guid>"
            f"<link>https://{source.id}.example/{number or self.visits}</link><description>{lead}</description>"
            f"<pubDate>{now:%a, %d %b %Y %H:%M:%S} +0000</pubDate></item>"
            for number in range(20)
        )
        body = f'<?xml version="1.0"?><rss version="2.0"><channel><title>t</title>{items}</channel></rss>'.encode()
        self.received[f"Mark{self.visits}"] = time.monotonic()
        return Fetched(source.id, FetchOutcome.FETCHED, source.url, 200, body, "application/rss+xml")


@asynccontextmanager
async def api(folder: Path) -> AsyncIterator[tuple[str, Path]]:
    """The double in its own process; its address and the file of what it accepted."""
    log = folder / "accepted.jsonl"
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.faults.bot_api", "--log", str(log), stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    try:
        yield (await process.stdout.readline()).decode().strip(), log
    finally:
        process.terminate()
        await process.wait()


def enter_readers(db: Database, names: list[str], rules: int, now: datetime) -> None:
    """One reader and one rule a word, then rules of two words."""
    for number in range(rules):
        reader = people.add_subscriber(db, Subscriber(0, since=now))
        place = destinations.add_destination(db, Destination(0, reader.id, "telegram", str(1000 + number)))
        text = names[number] if number < len(names) // 2 else f"{names[number]} AND {names[-1 - number]}"
        people.add_rule(db, Rule(0, reader.id, text, place.id, created=now))


async def run(options: argparse.Namespace, folder: Path) -> None:
    dice = random.Random(7)
    every = words(options.rules + 3000, dice)
    names, filler = every[: options.rules], every[options.rules :]
    sources = [
        Source(
            f"s{number}",
            f"Outlet {number}",
            "KR",
            "newspaper",
            "en",
            "feed",
            f"https://s{number}.example/",
            baseline="alert",
        )
        for number in range(options.sources)
    ]
    async with api(folder) as (url, log):
        settings = load_settings(
            {
                "CHIPWIRE_DB": str(folder / "chipwire.db"),
                "CHIPWIRE_TELEGRAM_TOKEN": TOKEN,
                "CHIPWIRE_TELEGRAM_API": url,
                "CHIPWIRE_HOLD": "0s",
            },
            None,
        )
        async with open_house(settings, sources) as house:
            outlets = Outlets(names, filler, dice)
            house.door = outlets
            now = datetime.now(UTC) - timedelta(days=1)
            await house.store.write(lambda db: enter_readers(db, names, options.rules, now))
            await house.refresh_rules()
            await poll_each(sources[:3], house)  # warms the child
            sending = asyncio.ensure_future(deliver_on(house))
            await _poll_on(house, sources, options)
            await asyncio.sleep(3)
            house.closing = True
            house.announce()
            await sending
        _report(outlets.received, log)


async def _poll_on(house: House, sources: list[Source], options: argparse.Namespace) -> None:
    polls = []
    for number in range(options.alerts):
        polls.append(asyncio.ensure_future(poll_each([sources[number % len(sources)]], house)))
        await asyncio.sleep(1 / options.rate)
    await asyncio.gather(*polls)


def _report(received: dict[str, float], log: Path) -> None:
    took: list[float] = []
    for line in log.read_text("utf-8").splitlines():
        message = json.loads(line)
        mark = next((word for word in message["text"].split() if word in received), "")
        if mark:
            took.append(message["at"] - received[mark])
    took.sort()
    cuts = statistics.quantiles(took, n=100)
    print(
        f"{len(took)} alerts: median {cuts[49] * 1000:.0f} ms, p95 {cuts[94] * 1000:.0f} ms, p99 {cuts[98] * 1000:.0f} ms"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--alerts", type=int, default=300, help="articles that come in")
    parser.add_argument("--rate", type=float, default=3.0, help="articles a second")
    parser.add_argument("--sources", type=int, default=1000)
    parser.add_argument("--rules", type=int, default=10_000)
    configure("console", quiet=True)
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(run(parser.parse_args(), Path(folder)))


if __name__ == "__main__":
    main()
