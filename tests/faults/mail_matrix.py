"""Every stage of the talk with a mail server met by every fault, over the real outbox: what arrived, and how often.

`python -m tests.faults.mail_matrix` prints the table; the suite holds what it shows.
"""

import argparse
import asyncio
import logging
import ssl
import tempfile
import warnings
from collections import Counter
from collections.abc import Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast

import trustme

from bot import logs
from bot.archive import open_store
from bot.config import load_desk_data
from bot.delivery.channels.email import EmailChannel
from bot.delivery.limiter import Limiter
from bot.desk.reading import Desk
from bot.desk.rules import RuleIndex
from bot.desk.topics import Classifier
from bot.house import House
from bot.model import Alert, DeliveryState, Destination, Subscriber
from bot.outgoing import deliver_due, probe_due
from storage import destinations, outbox, people
from tests.faults.smtp import FAULTS, STAGES, MailDouble

MORNING = datetime(2026, 11, 21, 22, 30, tzinfo=UTC)
#: How the line is protected, and which stages there are then.
LINES = {
    "starttls": STAGES,
    "implicit": tuple(stage for stage in STAGES if stage != "starttls"),
    "none": tuple(stage for stage in STAGES if stage not in {"starttls", "auth"}),
}
#: A refusal for good of the mail or its reader ends the row, with the server's words.
REFUSED = frozenset({("rcpt", "5xx"), ("data", "5xx"), ("body", "5xx")})
WAITING = frozenset({DeliveryState.NEW, DeliveryState.WAIT, DeliveryState.UNKNOWN})
LOGIN = ("user", "geheim")


@dataclass(frozen=True)
class Case:
    """A fault at a stage, once or for as long as the row lives."""

    line: str
    stage: str
    fault: str
    lasts: bool

    @property
    def answer_is_lost(self) -> bool:
        """The server has the mail, or may have it, and we do not know."""
        return self.stage == "body" and self.fault not in {"4xx", "5xx"}

    def is_kept_by(self, seen: "Seen") -> bool:
        """Whether the promise held: not lost, a second copy only for a lost answer, nothing in clear."""
        if seen.in_clear or seen.ids > 1 or seen.copies > (2 if self.answer_is_lost else 1):
            return False
        if (self.stage, self.fault) in REFUSED:
            return (seen.state, seen.copies) == (DeliveryState.DROPPED, 0)
        if self.stage == "quit" or not self.lasts:
            return seen.state is DeliveryState.SENT and seen.copies >= 1
        # Lasting trouble: it waits, or its reader is told that it may be missing.
        return seen.state in WAITING or (self.answer_is_lost and seen.state is DeliveryState.UNCONFIRMED)


@dataclass(frozen=True)
class Seen:
    """What came of a mail."""

    state: DeliveryState
    copies: int
    ids: int  # different Message-IDs among them
    in_clear: bool  # whether a command with an address or a password went without the TLS that was asked for


def cases(lines: tuple[str, ...] = tuple(LINES)) -> Iterator[Case]:
    """Each stage and fault, passing and lasting, and the answer that is lost after the mail was taken."""
    for line in lines:
        for lasts in (False, True):
            for stage in LINES[line]:
                for fault in (*FAULTS, *(("drop-after",) if stage == "body" else ())):
                    yield Case(line, stage, fault, lasts)
        if line == "starttls":
            yield Case(line, "starttls", "stripped", lasts=True)


@dataclass
class Office:
    """A house with nothing but its outbox and a mail server; a reader for each case."""

    house: House
    server_side: ssl.SSLContext
    client_side: ssl.SSLContext
    at: datetime = MORNING

    async def see(self, case: Case) -> Seen:
        """Sends one digest through the fault, trying as often as the outbox asks for."""
        row = self.enter(f"{case.line}-{case.stage}-{case.fault}-{case.lasts}@example.org")
        offered = self.server_side if case.line != "none" and case.fault != "stripped" else None
        double = MailDouble(
            fault=(case.stage, case.fault),
            times=-1 if case.lasts else 1,
            context=offered,
            implicit=case.line == "implicit",
            login=LOGIN if offered else ("", ""),
        )
        self.house.limiter = Limiter()
        async with double:
            await self._deliver(row, double.port, case)
        delivery = self.house.store.read_sync(lambda db: outbox.delivery(db, row))
        assert delivery is not None
        place = delivery.destination.id
        self.house.store.write_sync(lambda db: destinations.pause_destination(db, place, "the case is over", self.at))
        ids = {taken.message_id for taken in double.accepted}
        clear = bytes(double.clear) if case.line != "none" else b""
        leaked = any(word in clear for word in (b"MAIL", b"RCPT", b"AUTH", b"geheim", b"@example.org"))
        return Seen(delivery.state, len(double.accepted), len(ids), leaked)

    async def _deliver(self, row: int, port: int, case: Case) -> None:
        user = f"{LOGIN[0]}:{LOGIN[1]}@" if case.line != "none" else ""
        channel = EmailChannel(
            f"smtp://{user}127.0.0.1:{port}?tls={case.line}",
            "news@example.org",
            patience=0.3,
            context=self.client_side,
        )
        self.house.channels = {"email": channel}
        for _ in range(4 if case.lasts else 12):  # a lasting fault is met a few times, not a hundred
            await probe_due(self.house)
            await deliver_due(self.house)
            found = self.house.store.read_sync(lambda db: outbox.delivery(db, row))
            assert found is not None
            if found.state in {DeliveryState.SENT, DeliveryState.UNCONFIRMED, DeliveryState.DROPPED}:
                break
            self.at = max(self.at + timedelta(minutes=5), found.due)

    def enter(self, address: str) -> int:
        """A reader and their digest of the day; the row."""

        def step(db: Any) -> int:
            person = people.add_subscriber(db, Subscriber(0, since=MORNING - timedelta(days=9)))
            place = destinations.add_destination(db, Destination(0, person.id, "email", address))
            outbox.enqueue(db, [Alert(place.id, "digest", "digest:2026-11-22", self.at)], self.at)
            (row,) = db.execute("SELECT max(id) FROM outbox").fetchone()
            return int(row)

        return self.house.store.write_sync(step)


@asynccontextmanager
async def office(path: Path) -> Any:
    """Opens one on an empty database."""
    authority = trustme.CA()
    server_side, client_side = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH), ssl.create_default_context()
    authority.issue_cert("127.0.0.1").configure_cert(server_side)
    authority.configure_trust(client_side)
    classifier = Classifier.from_data(*load_desk_data())
    nothing = cast("Any", None)
    store = open_store(path, MORNING)
    house = House(
        store=store,
        door=nothing,
        parsers=nothing,
        desk=Desk(classifier, RuleIndex.build((), classifier.vocabulary)),
        channels={},
        sources={},
        limiter=Limiter(),
        hold=timedelta(),
        now=lambda: opened.at,
        roll=lambda: 0.0,
        tz="Asia/Seoul",
        pause=lambda _: asyncio.sleep(0),
    )
    opened = Office(house, server_side, client_side)
    try:
        yield opened
    finally:
        await store.close()


async def _table() -> None:
    logs.configure("console", quiet=True)
    logging.getLogger("mail.log").setLevel(logging.ERROR)  # aiosmtpd on its own future
    warnings.simplefilter("ignore")
    with tempfile.TemporaryDirectory() as folder:
        async with office(Path(folder) / "chipwire.db") as opened:
            seen = {case: await opened.see(case) for case in cases()}
    copies: dict[tuple[str, str, bool], Counter[str]] = {}
    for case, told in seen.items():
        copies.setdefault((case.stage, case.fault, case.lasts), Counter())[f"{told.state} {told.copies}"] += 1
    faults = (*FAULTS, "drop-after")
    print(f"| stage | {' | '.join(faults)} |\n|---|{'---|' * len(faults)}")
    for stage in STAGES:
        cells = [
            " / ".join(", ".join(copies[stage, fault, lasts]) for lasts in (False, True))
            if (stage, fault, True) in copies
            else ""
            for fault in faults
        ]
        print(f"| {stage} | {' | '.join(cells)} |")
    broken = [case for case, told in seen.items() if not case.is_kept_by(told)]
    twice = [case for case, told in seen.items() if told.copies > 1]
    print(
        f"\n{len(seen)} cases, the promise broken in {len(broken)}; {len(twice)} with a second copy, of these"
        f" {sum(case.answer_is_lost for case in twice)} after the last line;"
        f" {sum(told.ids > 1 for told in seen.values())} with another Message-ID;"
        f" {sum(told.in_clear for told in seen.values())} with anything in clear where TLS was asked for"
    )


if __name__ == "__main__":
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    asyncio.run(_table())
