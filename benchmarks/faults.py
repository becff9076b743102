"""The published fault test: the real sender over the real store against a Bot API that fails in every way it can.

.venv/bin/python -m benchmarks.faults                       # everything, about an hour on two slow cores
.venv/bin/python -m benchmarks.faults --alerts 2000 --kills 100 --messages 200
.venv/bin/python -m benchmarks.faults --only kills statements

Kills and CPU are in the machine's time. Where the limits alone would take hours (20,000 alerts, the outage, the burst,
the bans) the clock of sender and double is virtual: it stands still while a request is on its way, and jumps to the
next moment at which something may be sent.
"""

import argparse
import asyncio
import tempfile
import time
import warnings
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from benchmarks.sending import compare_cpu
from bot import logs
from bot.model import DeliveryState
from tests.faults import lives
from tests.faults.bot_api import BotApi
from tests.faults.bot_rules import Published, Rule
from tests.faults.sender import Sender, sender

# Of all requests: a rule is asked only when those before it have passed.
SHARES = {"reset-after": 0.10, "reset-before": 0.111, "ban": 0.0625, "restart": 0.0667}
GATEWAY = ("reset-after", "reset-before", "502")


def row(what: str, figure: object) -> None:
    print(f"| {what} | {figure} |", flush=True)


@asynccontextmanager
async def small(folder: Path, seed: int = 1) -> AsyncIterator[Sender]:
    """A sender with a database of its own and a double that keeps the published limits."""
    path = Path(tempfile.mkdtemp(dir=folder)) / "chipwire.db"
    async with BotApi(limits=Published(), seed=seed) as api, sender(path, api) as opened:
        yield opened


async def no_fault(folder: Path) -> None:
    """One alert to each of 200 chats."""
    async with small(folder) as one:
        one.add(range(1, 201))
        seconds = await one.run()
        refused = sum(asked.met != "ok" for asked in one.api.asked)
        once = sum(count == 1 for count in one.copies().values())
        row("200 chats, no fault: delivered once, refused, seconds", f"{once}, {refused}, {seconds:.1f}")


async def banned(folder: Path) -> None:
    """Two chats are told to wait five seconds at once: all wait."""
    async with small(folder) as one:
        one.api.rules = [Rule("ban", chat=str(chat), seconds=5.0, times=1) for chat in (3, 4)]
        one.add(range(1, 201))
        await one.run()
        once = sum(count == 1 for count in one.copies().values())
        row("200 chats, a ban of all for 5 s: delivered once, sent in the ban", f"{once}, {len(one.api.in_ban)}")


async def burst(folder: Path) -> None:
    """A thousand chats and fifty groups at once."""
    async with small(folder) as one:
        one.add([*range(1, 1001), *range(-1, -51, -1)])
        seconds = await one.run()
        refused = sum(asked.met != "ok" for asked in one.api.asked)
        row(
            "burst to 1,000 chats and 50 groups",
            f"{seconds / (1050 / 25):.3f} of the limits' minimum, {refused} refused",
        )


async def overtaking(folder: Path) -> None:
    """An alert decided while a broadcast runs."""
    async with small(folder) as one:
        one.add(range(1, 501), kind="broadcast")
        one.hooks = [(5.0, lambda: one.add([9999]))]
        await one.run()
        row("an alert amid a broadcast to 500: accepted after", f"{one.moments(9999)[0] - 5.0:.2f} s")


async def outage(folder: Path) -> None:
    """Ten minutes away with five hundred pending."""
    async with small(folder) as one:
        tries: list[float] = []
        channel = one.house.channels["telegram"]
        for name in ("send", "probe"):
            setattr(channel, name, counted(getattr(channel, name), tries, one))
        port = int(one.api.url.rsplit(":", 1)[1])
        await one.api.stop()
        one.add([number % 100 + 1 for number in range(500)])
        await one.run(until=600.0)
        down = [at for at in tries if at > 0.0]
        await one.api.start(port)
        ended = await one.run()
        order = all(
            told == sorted(told)
            for told in ([int(t.splitlines()[1].split()[1]) for t in one.api.texts(chat)] for chat in range(1, 101))
        )
        once = sum(count == 1 for count in one.copies().values())
        row("500 pending, 10 min of outage: delivered once, in order", f"{once}, {'yes' if order else 'no'}")
        row("… all there after it ended (the limits' minimum: 20 s)", f"{ended - 600:.0f} s")
        row("… requests meanwhile (one in 15 s would be 40)", len(down))


def counted(call: Callable, at: list[float], one: Sender) -> Callable:
    def counting(*given: object) -> object:
        at.append(one.seconds)
        return call(*given)

    return counting


async def mixed(folder: Path, alerts: int) -> None:
    """Ten per cent taken and dropped, ten reset, five banned, five unavailable."""
    async with small(folder) as one:
        one.api.rules = [Rule(fault, share=share, seconds=2.0) for fault, share in SHARES.items()]
        began = time.monotonic()
        for first in range(0, alerts, 1000):
            one.add([number % 200 + 1 for number in range(first, min(first + 1000, alerts))])
            await one.run()
        copies, rows = one.copies(), one.rows()
        lost = [
            name for name, (state, _) in rows.items() if not copies[name] and state is not DeliveryState.UNCONFIRMED
        ]
        left = [name for name, (state, _) in rows.items() if state.value not in {"sent", "unconfirmed"}]
        unexplained = [name for name, (_, doubts) in rows.items() if copies[name] > 1 and not doubts]
        met = {fault: sum(asked.met == fault for asked in one.api.asked) for fault in ("reset-after", "reset-before")}
        row(f"{alerts:,} alerts under 10/10/5/5 % faults: lost", len(lost) + len(left))
        row(
            "… twice (answers lost after acceptance)",
            f"{sum(n == 2 for n in copies.values()):,} ({met['reset-after']:,})",
        )
        row("… twice without a lost answer; three times", f"{len(unexplained)}; {sum(n > 2 for n in copies.values())}")
        row(
            "… unconfirmed, named in a catch-up message",
            sum(state.value == "unconfirmed" for state, _ in rows.values()),
        )
        row("… sent during a ban", len(one.api.in_ban))
        row("… virtual time; the machine's", f"{one.seconds:,.0f} s; {time.monotonic() - began:,.0f} s")


def told(what: str, toll: lives.Toll) -> None:
    row(f"{what}: alerts × readers, lost", f"{toll.pairs:,}, {toll.lost}")
    row("… twice after a lost answer; twice without; three times", f"{toll.twice}; {toll.unexplained}; {toll.thrice}")


def kills(folder: Path, number: int) -> None:
    for name, share in (("no fault", 0.0), ("2 % each of lost answer, lost request, 502", 0.02)):
        place = Path(tempfile.mkdtemp(dir=folder))
        rules = [{"fault": fault, "share": share} for fault in GATEWAY if share]
        toll = lives.at_random(place, rules, number if not share else number // 3)
        told(f"{toll.kills:,} × kill -9 at random, {name}", toll)


def statements(folder: Path) -> None:
    toll = lives.every_statement(Path(tempfile.mkdtemp(dir=folder)), [])
    told(f"kill -9 at each of {toll.kills} statements from store to mark", toll)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--alerts", type=int, default=20_000)
    parser.add_argument("--kills", type=int, default=1_000)
    parser.add_argument("--messages", type=int, default=500)
    parser.add_argument("--only", nargs="*", default=[])
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    logs.configure("console", quiet=True)
    with tempfile.TemporaryDirectory(prefix="chipwire-faults-") as name:
        folder = Path(name)
        parts: dict[str, Callable[[], object]] = {
            "statements": lambda: statements(folder),
            "kills": lambda: kills(folder, options.kills),
            "cpu": lambda: compare_cpu(options.messages),
            "200": lambda: asyncio.run(no_fault(folder)),
            "ban": lambda: asyncio.run(banned(folder)),
            "burst": lambda: asyncio.run(burst(folder)),
            "overtaking": lambda: asyncio.run(overtaking(folder)),
            "outage": lambda: asyncio.run(outage(folder)),
            "mixed": lambda: asyncio.run(mixed(folder, options.alerts)),
        }
        print("| what | figure |\n|---|---|", flush=True)
        for part, work in parts.items():
            if not options.only or part in options.only:
                work()


if __name__ == "__main__":
    main()
