"""Lives that end by kill -9 while a digest is handed to the mail server, at each stage of the talk.

`python -m tests.faults.mail_lives --folder DIR` prints one JSON line: stage → message ids that the server took.
"""

import argparse
import asyncio
import json
import os
import signal
import time
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast

from bot import logs
from bot.config import load_desk_data
from bot.delivery.channels.email import EmailChannel
from bot.delivery.limiter import Limiter
from bot.desk.reading import Desk
from bot.desk.rules import RuleIndex
from bot.desk.topics import Classifier
from bot.house import House
from bot.model import Destination, Subscriber
from bot.outgoing import deliver_due, digest_due, probe_due
from storage import Store, destinations, outbox, people
from tests.faults.smtp import STAGES, MailDouble

MORNING = datetime(2026, 11, 21, 23, 30, tzinfo=UTC)  # 08:30 in Seoul


def enter(path: Path) -> None:
    with Store.open(path, now=MORNING) as store:

        def step(db: Any) -> None:
            person = people.add_subscriber(db, Subscriber(0, since=MORNING - timedelta(days=9)))
            destinations.add_destination(db, Destination(0, person.id, "email", "desk@example.org"))

        store.write_sync(step)


async def life(path: Path, port: int, at: datetime, desk: Desk) -> None:
    """The digest of the day is enqueued if it was not, and what is due is sent."""
    store = Store.open(path, now=at, exclusive=True)
    channel = EmailChannel(f"smtp://127.0.0.1:{port}?tls=none", "chipwire@example.org")
    nothing = cast("Any", None)
    house = House(
        store=store,
        door=nothing,
        parsers=nothing,
        desk=desk,
        channels={"email": channel},
        sources={},
        limiter=Limiter(),
        hold=timedelta(),
        now=lambda: at,
        roll=lambda: 0.0,
        tz="Asia/Seoul",
    )
    await store.write(lambda db: outbox.recover(db, at))
    await digest_due(house)
    await probe_due(house)
    await deliver_due(house)
    await store.close()


async def serve(stage: str, log: Path, told: int) -> None:
    double = MailDouble(fault=(stage, "hang"), times=1, log=log)
    await double.start()
    os.write(told, f"{double.port}\n".encode())
    await asyncio.Event().wait()


def in_child(work: Any) -> int:
    child = os.fork()
    if child == 0:
        logs.configure("console", quiet=True)
        status = 1
        with suppress(BaseException):
            asyncio.run(work())
            status = 0
        os._exit(status)
    return child


def struck_at(stage: str, folder: Path, desk: Desk) -> list[str]:
    """A life killed while the server hangs at a stage, and two that finish; the ids that were taken."""
    path, log = folder / f"{stage}.db", folder / f"{stage}.jsonl"
    log.touch()

    async def entered() -> None:
        enter(path)

    os.waitpid(in_child(entered), 0)
    heard, told = os.pipe()
    double = in_child(lambda: serve(stage, log, told))
    port = int(os.read(heard, 16))
    first = in_child(lambda: life(path, port, MORNING, desk))
    time.sleep(1.0)
    os.kill(first, signal.SIGKILL)
    os.waitpid(first, 0)
    for minutes in (10, 20):
        at = MORNING + timedelta(minutes=minutes)
        os.waitpid(in_child(lambda at=at: life(path, port, at, desk)), 0)
    os.kill(double, signal.SIGKILL)
    os.waitpid(double, 0)
    return [json.loads(line)["id"] for line in log.read_text("utf-8").splitlines()]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, required=True)
    folder = parser.parse_args().folder
    classifier = Classifier.from_data(*load_desk_data())
    desk = Desk(classifier, RuleIndex.build((), classifier.vocabulary))
    stages = [stage for stage in STAGES if stage not in {"starttls", "auth"}]
    print(json.dumps({stage: struck_at(stage, folder, desk) for stage in stages}))


if __name__ == "__main__":
    main()
