"""The real sender over the real cellar, in time of its own: no second passes but by waiting.

A send takes no time of this clock, whatever it takes of the machine's, so that hours of bans and limits can be tested
in the time their messages need.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from telegram import Bot

from bot import vigil
from bot.courier import LIMITS
from bot.delivery.channels import Channel
from bot.delivery.channels.telegram import TelegramChannel
from bot.delivery.limiter import Limiter
from bot.delivery.telegram_request import AiohttpRequest
from bot.house import House
from bot.model import Alert, DeliveryState, Destination, Subscriber
from bot.outgoing import deliver_due, probe_due
from storage import Store, destinations, heartbeat, outbox, people
from tests.faults.bot_api import BotApi

START = datetime(2022, 7, 25, 3, 0, tzinfo=UTC)
OPEN = ("new", "wait", "unknown", "sending")


@dataclass
class Sender:
    """A house of which only the second half of the walk is built."""

    api: BotApi
    house: House
    at: datetime = START
    places: dict[int, Destination] = field(default_factory=dict)  # by chat
    hooks: list[tuple[float, Callable[[], object]]] = field(default_factory=list)  # what happens at which second

    @property
    def seconds(self) -> float:
        return (self.at - START).total_seconds()

    async def pause(self, seconds: float) -> None:
        """Time passes when nothing is on its way."""
        while self.house.sending:  # noqa: ASYNC110 - the house knows no event for it
            await asyncio.sleep(0.001)
        self.pass_time(seconds)

    async def pause_beside(self, seconds: float) -> None:
        """Time passes beside what is on its way."""
        await asyncio.sleep(min(seconds, 0.02))
        self.pass_time(seconds)

    async def until(self, done: Callable[[], object]) -> None:
        """Waits for something to have happened."""
        for _ in range(2000):
            if done():
                return
            await asyncio.sleep(0.005)
        raise AssertionError(f"never happened; the API saw {self.api.asked[-5:]}")

    def pass_time(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)
        while self.hooks and self.hooks[0][0] <= self.seconds:
            self.hooks.pop(0)[1]()

    def enter(self, chat: int, *, lang: str = "en", channel: str = "telegram") -> Destination:
        """A reader with one chat."""

        def step(db: Any) -> Destination:
            person = people.add_subscriber(db, Subscriber(0, lang=lang, since=START))
            place = Destination(0, person.id, channel, str(chat), group=chat < 0)
            return destinations.add_destination(db, place)

        if chat not in self.places:
            self.places[chat] = self.house.store.write_sync(step)
        return self.places[chat]

    def add(self, chats: Iterable[int], *, kind: str = "alert", lives: timedelta = timedelta(days=30)) -> None:
        """One alert of a story of its own for each chat named, as often as it is named."""
        places = [self.enter(chat) for chat in chats]

        def step(db: Any) -> None:
            first = db.execute("SELECT coalesce(max(id), 0) + 1 FROM stories").fetchone()[0]
            alerts = []
            for number, place in enumerate(places, first):
                put_story(db, number)
                alerts.append(Alert(place.id, kind, f"story:{number}", self.at, (), number, self.at + lives))
            outbox.enqueue(db, alerts, self.at)

        self.house.store.write_sync(step)
        self.house.announce()

    async def run(self, *, until: float = 200_000.0) -> float:
        """Until nothing waits any more, or until a second; the second at which it ended."""
        while self.seconds < until and self.waiting():
            await vigil.mend(self.house)
            await probe_due(self.house)
            sent = await deliver_due(self.house)
            await self.watch()
            if not sent:
                self.pass_time(min(1.0, until - self.seconds))
        return self.seconds

    async def watch(self) -> None:
        await vigil.watch(self.house)

    def waiting(self) -> int:
        return sum(self.states().get(state, 0) for state in OPEN)

    def states(self) -> dict[str, int]:
        """Rows by state."""
        return {state.value: queue.count for state, queue in self.house.store.read_sync(outbox.counts).items()}

    def rows(self) -> dict[str, tuple[DeliveryState, int]]:
        """State and doubts of every alert, by its headline."""
        found = self.house.store.read_sync(lambda db: outbox.deliveries(db, "o.article IS NOT NULL"))
        return {f"alert {row.article}": (row.state, row.doubts) for row in found}

    def copies(self) -> dict[str, int]:
        """How many copies of every alert readers have."""
        counted = dict.fromkeys(self.rows(), 0)
        for message in self.api.accepted:
            named = [line for line in message.text.splitlines() if line.startswith("alert ")]
            if named:
                counted[named[0]] += 1
        return counted

    def moments(self, chat: int | str = "") -> list[float]:
        """When messages were accepted."""
        return [message.at for message in self.api.accepted if str(chat) in {"", message.chat}]


def put_story(db: Any, number: int) -> None:
    """A story of one article, headline "alert N"; bypasses the judge, whose work is tested elsewhere."""
    at = int(START.timestamp() * 1e6)
    db.execute("INSERT INTO stories VALUES (?, ?, ?, ?, NULL)", (number, f"alert {number}", at, at))
    names = "id, source, url, title, lead, lang, published, precision, first_seen, content_hash, story, grade, score,"
    db.execute(
        f"INSERT INTO articles ({names} topics, outlet, side, kind, state_media) VALUES"
        " (?1, 'yna', ?2, ?3, '', 'en', ?4, 'minute', ?4, '', ?1, 2, 1.0, '[]', 'Yonhap', 'KR', 'news-agency', 0)",
        (number, f"https://yna.example/{number}", f"alert {number}", at),
    )


def plain_desk() -> Any:
    """A desk that knows no topics and no concepts: what is said of them is tested elsewhere."""
    return SimpleNamespace(classifier=SimpleNamespace(topics=(), gazetteer=SimpleNamespace(concepts={})))


@asynccontextmanager
async def sender(
    path: Path,
    api: BotApi,
    *,
    channels: dict[str, Channel] | None = None,
    at: datetime = START,
    token: str = "",
    patience: float = 20.0,
) -> AsyncIterator[Sender]:
    """A sender over the database at `path`; opening it again is a restart. `patience`: seconds for an answer."""
    async with AiohttpRequest(read_timeout=patience) as request:
        bot = Bot(token or api.token, base_url=f"{api.url}/bot", request=request, get_updates_request=request)
        store = Store.open(path, now=at)
        found: dict[str, Channel] = {"telegram": TelegramChannel(bot), **(channels or {})}
        nothing = cast("Any", None)
        house = House(
            store=store,
            door=nothing,
            parsers=nothing,
            desk=plain_desk(),
            channels=found,
            sources={},
            limiter=Limiter(state=store.read_sync(lambda db: heartbeat.note(db, LIMITS))),
            hold=timedelta(),
            now=nothing,
            roll=lambda: 0.0,
            tz="Asia/Seoul",
        )
        opened = Sender(api, house, at)
        house.now = lambda: opened.at
        house.pause = opened.pause
        api.clock = lambda: opened.seconds
        store.write_sync(lambda db: outbox.recover(db, at))
        try:
            yield opened
        finally:
            await store.close()
