"""Lives of the sender that end by kill -9: forked from one process, so that a life costs no start.

A life opens the database, recovers, makes a story's alerts due (store, outbox), sends (send) and settles (mark), and
either ends by itself or is struck: at a statement of the writing connection, or by the clock. The Bot API's double
runs in a process of its own and writes down what it accepts before it answers.

`python -m tests.faults.lives --folder DIR --statements` and `--random N` print one JSON line each.
"""

import argparse
import asyncio
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast

from telegram import Bot

from bot import logs
from bot.courier import LIMITS
from bot.delivery.channels.telegram import TelegramChannel
from bot.delivery.limiter import Limiter, Limits
from bot.delivery.telegram_request import AiohttpRequest
from bot.house import House
from bot.model import Alert, Destination, Subscriber
from bot.outgoing import deliver_due, probe_due
from storage import Store, destinations, heartbeat, outbox, people
from tests.faults.bot_api import TOKEN
from tests.faults.sender import plain_desk, put_story

#: Doubts of one life can be asked again in the next.
BETWEEN_LIVES = timedelta(seconds=100)
#: The limits are not what is tested here.
QUICK = Limits(chat_interval=0.001, total_interval=0.001, total_burst=50)
CHATS = ("41", "42", "43")
LAST = 4  # lives that are let live, to finish


@dataclass
class Toll:
    """What came of a number of lives."""

    kills: int = 0
    pairs: int = 0  # alert and reader
    lost: int = 0
    twice: int = 0  # explained by a lost answer or a kill in flight
    unexplained: int = 0
    thrice: int = 0
    unconfirmed: int = 0
    lives: int = 0
    errors: list[int] = field(default_factory=list)  # exit statuses of lives that ended otherwise


def enter(path: Path, now: datetime) -> None:
    """Readers, one chat each."""
    with Store.open(path, now=now) as store:
        for chat in CHATS:

            def step(db: Any, chat: str = chat) -> None:
                person = people.add_subscriber(db, Subscriber(0, since=now))
                destinations.add_destination(db, Destination(0, person.id, "telegram", chat))

            store.write_sync(step)


def publish(db: Any, story: int, now: datetime) -> None:
    """Store and outbox in one transaction, as a poll remembers its verdict; a story told before is no news."""
    if db.execute("SELECT 1 FROM stories WHERE id = ?", (story,)).fetchone():
        return
    put_story(db, story)
    places = [row[0] for row in db.execute("SELECT id FROM destinations")]
    outbox.enqueue(db, [Alert(place, "alert", f"story:{story}", now, (), story) for place in places], now)


async def life(path: Path, api: str, began: datetime, stories: range, fatal: int) -> None:
    """One life; `fatal`: the statement at which it ends, 0: none."""
    offset = began - datetime.now(UTC)
    store = Store.open(path, now=began, exclusive=True)
    if fatal:
        seen = 0

        def count(_: str) -> None:
            nonlocal seen
            seen += 1
            if seen == fatal:
                os.kill(os.getpid(), signal.SIGKILL)

        await asyncio.wrap_future(store._writer.call(lambda db: db.conn.set_trace_callback(count)))
    async with AiohttpRequest(read_timeout=10.0) as request:
        bot = Bot(TOKEN, base_url=f"{api}/bot", request=request, get_updates_request=request)
        house = _house(store, TelegramChannel(bot), lambda: datetime.now(UTC) + offset)
        await store.write(lambda db: outbox.recover(db, house.now()))
        for story in stories:
            await store.write(lambda db, story=story: publish(db, story, house.now()))
            house.announce()
            await probe_due(house)
            await deliver_due(house)
    await store.close()


def _house(store: Store, channel: TelegramChannel, now: Callable[[], datetime]) -> House:
    nothing = cast("Any", None)
    state = store.read_sync(lambda db: heartbeat.note(db, LIMITS))
    return House(
        store=store,
        door=nothing,
        parsers=nothing,
        desk=plain_desk(),
        channels={"telegram": channel},
        sources={},
        limiter=Limiter(QUICK, state),
        hold=timedelta(),
        now=now,
        roll=lambda: 0.0,
        tz="Asia/Seoul",
    )


def forked(path: Path, api: str, began: datetime, stories: range, *, fatal: int = 0, after: float = 0.0) -> int:
    """Lives a life in a child; its exit status, negative when it was killed."""
    child = os.fork()
    if child == 0:
        logs.configure("console", quiet=True)
        status = 1
        with suppress(BaseException):
            asyncio.run(life(path, api, began, stories, fatal))
            status = 0
        os._exit(status)
    if after:
        time.sleep(after)
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


class Double:
    """The Bot API in a process of its own."""

    def __init__(self, folder: Path, rules: list[dict[str, Any]]) -> None:
        self.log = folder / "accepted.jsonl"
        command = [sys.executable, "-m", "tests.faults.bot_api", "--log", str(self.log), "--rules", json.dumps(rules)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        self.url = self.process.stdout.readline().strip()

    def take(self) -> Counter[tuple[str, str]]:
        """What was accepted since it was last asked: copies by chat and headline."""
        told = [json.loads(line) for line in self.log.read_text("utf-8").splitlines()] if self.log.exists() else []
        self.log.write_text("") if self.log.exists() else None
        return Counter((line["chat"], line["text"].splitlines()[1]) for line in told)

    def end(self) -> None:
        self.process.kill()
        self.process.wait()


def judge(path: Path, accepted: Counter[tuple[str, str]], now: datetime, toll: Toll) -> None:
    """Compares what readers have with what was decided."""
    with Store.open(path, now=now) as store:
        rows = store.read_sync(lambda db: outbox.deliveries(db, "o.article IS NOT NULL"))
    for row in rows:
        copies = accepted[row.destination.address, f"alert {row.article}"]
        toll.pairs += 1
        toll.unconfirmed += row.state.value == "unconfirmed"
        toll.lost += (copies == 0 and row.state.value != "unconfirmed") or row.state.value not in {
            "sent",
            "unconfirmed",
        }
        toll.twice += copies == 2 and row.doubts > 0
        toll.unexplained += copies > 1 and row.doubts == 0
        toll.thrice += copies > 2


def every_statement(folder: Path, rules: list[dict[str, Any]], *, step: int = 1) -> Toll:
    """A kill at the first statement, at the second, and so on, each on a database of its own."""
    toll, double = Toll(), Double(folder, rules)
    start = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
    model = folder / "model.db"
    assert _in_child(lambda: enter(model, start)) == 0
    for fatal in range(1, 10_000, step):
        path = folder / f"{fatal}.db"
        path.write_bytes(model.read_bytes())
        status = forked(path, double.url, start, range(1, 2), fatal=fatal)
        toll.lives += 1
        toll.kills += status == -signal.SIGKILL
        for number in range(1, LAST):
            later = start + number * BETWEEN_LIVES
            toll.errors += [ended] if (ended := forked(path, double.url, later, range(1, 2))) else []
            if _in_child(lambda path=path: _require_ended(path, start)) == 0:  # type: ignore[misc]
                break
        judge(path, double.take(), start, toll)
        if status == 0:
            break
        toll.errors += [status] if status != -signal.SIGKILL else []
    double.end()
    return toll


def at_random(folder: Path, rules: list[dict[str, Any]], kills: int, seed: int = 1) -> Toll:
    """Kills at any moment of a life that stores, sends and marks without end, the next life going on with the rest."""
    toll, double, dice = Toll(), Double(folder, rules), random.Random(seed)
    now, path, told = datetime(2026, 11, 22, 3, 0, tzinfo=UTC), folder / "random.db", 0
    assert _in_child(lambda: enter(path, now)) == 0
    accepted: Counter[tuple[str, str]] = Counter()
    while toll.kills < kills:
        now += BETWEEN_LIVES
        first = max(1, told - 40)
        status = forked(path, double.url, now, range(first, first + 1000), after=dice.uniform(0.02, 0.4))
        toll.lives += 1
        toll.kills += status == -signal.SIGKILL
        toll.errors += [status] if status not in {0, -signal.SIGKILL} else []
        accepted += double.take()
        told = max((int(name.split()[1]) for _, name in accepted), default=0)
    for _ in range(LAST):
        now += BETWEEN_LIVES
        toll.errors += [ended] if (ended := forked(path, double.url, now, range(1, told + 2))) else []
    judge(path, accepted + double.take(), now, toll)
    double.end()
    return toll


def _require_ended(path: Path, now: datetime) -> None:
    with Store.open(path, now=now) as store:
        assert not {"new", "wait", "unknown", "sending"} & {state.value for state in store.read_sync(outbox.counts)}


def _in_child(work: Callable[[], object]) -> int:
    """Threads of a store must not be in a process that forks."""
    child = os.fork()
    if child == 0:
        status = 1
        with suppress(BaseException):
            work()
            status = 0
        os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--statements", action="store_true")
    parser.add_argument("--random", type=int, default=0)
    parser.add_argument("--share", type=float, default=0.0, help="of each of three faults")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rules = [
        {"fault": fault, "share": options.share} for fault in ("reset-after", "reset-before", "502") if options.share
    ]
    if options.statements:
        toll = every_statement(options.folder, rules)
    else:
        toll = at_random(options.folder, rules, options.random, options.seed)
    print(json.dumps(asdict(toll)))


if __name__ == "__main__":
    main()
