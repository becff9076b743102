"""A house with a mailbox and pages: the real store, the real sender, a mail server and a web server on loopback."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast

import aiohttp
import pytest
from sqlite_utils import Database

from bot.archive import open_store
from bot.config import load_desk_data
from bot.delivery.channels.email import EmailChannel
from bot.delivery.limiter import Limiter
from bot.delivery.links import Links
from bot.desk.reading import Desk
from bot.desk.rules import RuleIndex
from bot.desk.topics import Classifier
from bot.house import House
from bot.model import Destination, Pace, Rule, Subscriber
from bot.outgoing import deliver_due, digest_due
from bot.web import mail as pages
from bot.web import serve
from bot.web.limits import Limits
from storage import destinations, mail, people
from tests.faults.smtp import MailDouble

MORNING = datetime(2026, 11, 21, 22, 30, tzinfo=UTC)  # 07:30 of the 22nd in Seoul
PUBLIC = "https://news.example.org"


@dataclass
class Post:
    """The house, its mail server, its pages, and a clock that is set by hand."""

    house: House
    mail: MailDouble
    session: aiohttp.ClientSession
    at: datetime = MORNING
    port: int = 0
    readers: dict[str, Destination] = field(default_factory=dict)  # chats by their number

    def enter(self, chat: str, lang: str = "en") -> int:
        """A reader with a chat and a rule; their number."""

        def step(db: Database) -> Destination:
            since = self.at - timedelta(days=9)
            person = people.add_subscriber(db, Subscriber(0, lang=lang, since=since))
            place = destinations.add_destination(db, Destination(0, person.id, "telegram", chat))
            people.add_rule(db, Rule(0, person.id, "chips", place.id, Pace.DIGEST))
            return place

        self.readers[chat] = self.house.store.write_sync(step)
        return self.readers[chat].subscriber

    def ask(self, chat: str, address: str) -> int:
        """What /email does."""
        mark = self.house.links.mailbox(address)
        return self.house.store.write_sync(
            lambda db: mail.ask(db, self.readers[chat].subscriber, address, mark, self.at)
        )

    def place(self, number: int) -> Destination:
        found = self.house.store.read_sync(lambda db: destinations.destination(db, number))
        assert found is not None
        return found

    async def deliver(self) -> list[Any]:
        """Sends what is due; the mails that arrived."""
        before = len(self.mail.accepted)
        await digest_due(self.house)
        await deliver_due(self.house)
        return [taken.mail for taken in self.mail.accepted[before:]]

    async def subscribed(self, chat: str, address: str, lang: str = "en") -> int:
        """A reader whose address is confirmed since yesterday; the address's number."""
        self.enter(chat, lang)
        self.at -= timedelta(days=1)
        number = self.ask(chat, address)
        self.house.store.write_sync(lambda db: mail.consent(db, number, self.at))
        self.at += timedelta(days=1)
        return number

    async def asks(self, method: str, address: str, **more: Any) -> tuple[int, str, Any]:
        """A request for an address of ours; status, body and headers."""
        local = address.replace(PUBLIC, f"http://127.0.0.1:{self.port}")
        async with self.session.request(method, local, allow_redirects=False, **more) as answer:
            return answer.status, await answer.text(), answer.headers


@pytest.fixture(scope="session")
def classifier() -> Classifier:
    return Classifier.from_data(*load_desk_data())


@pytest.fixture
async def post(tmp_path: Path, classifier: Classifier) -> AsyncIterator[Post]:
    nothing = cast("Any", None)
    async with AsyncExitStack() as stack:
        double = await stack.enter_async_context(MailDouble())
        store = open_store(tmp_path / "chipwire.db", MORNING)
        stack.push_async_callback(store.close)
        house = House(
            store=store,
            door=nothing,
            parsers=nothing,
            desk=Desk(classifier, RuleIndex.build((), classifier.vocabulary)),
            channels={"email": EmailChannel(f"smtp://127.0.0.1:{double.port}?tls=none", "news@example.org")},
            sources={},
            limiter=Limiter(),
            hold=timedelta(),
            now=lambda: opened.at,
            roll=lambda: 0.0,
            tz="Asia/Seoul",
            links=Links(b"k" * 32, PUBLIC),
        )
        session = await stack.enter_async_context(aiohttp.ClientSession())
        opened = Post(house, double, session)
        limits = Limits(burst=30, per_second=0.5, total_burst=60, total_per_second=1.0)
        opened.port = await stack.enter_async_context(serve("127.0.0.1:0", pages.routes(house, limits)))
        yield opened
