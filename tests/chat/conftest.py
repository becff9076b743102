"""People who talk to the bot: the real application and the real house over a Bot API on a real socket."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from bot.app import telegram_channel
from bot.archive import open_store
from bot.chat.access import ANONYMOUS_ADMIN, Access
from bot.chat.conversation import converse
from bot.config import load_desk_data, load_settings
from bot.delivery.limiter import Limiter, Limits
from bot.desk.reading import Desk, read
from bot.desk.rules import RuleIndex
from bot.desk.topics import Classifier
from bot.house import House
from bot.model import Article, Item, Precision, Source, SourceState, Story, Verdict
from storage import verdict
from tests.faults.bot_api import Accepted, BotApi

NOON = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)  # noon in Seoul
OPERATOR = 900
SOURCES = {
    "yna-en": Source("yna-en", "Yonhap", "KR", "news-agency", "en", "feed", "https://yna.example/feed"),
    "gt": Source("gt", "Global Times", "CN", "newspaper", "en", "page", "https://gt.example/", state_media=True),
    "mofcom": Source("mofcom", "MOFCOM", "CN", "government", "zh-Hans", "page", "https://mofcom.example/"),
}


@cache
def classifier() -> Classifier:
    return Classifier.from_data(*load_desk_data())


@dataclass
class World:
    """A house with its chat, and a clock that the test sets."""

    api: BotApi
    house: House
    at: datetime = NOON
    people: dict[int, "Person"] = field(default_factory=dict)

    def person(self, number: int, *, lang: str = "en", chat: int | None = None, thread: int = 0) -> "Person":
        return Person(self, number, lang, number if chat is None else chat, thread)

    def pass_time(self, **length: float) -> None:
        self.at += timedelta(**length)

    def publish(self, title: str, lead: str = "", *, source: str = "yna-en", story: int = 0, ago: float = 60) -> int:
        """Puts an article into the archive, as a poll would; its id. `ago` is in minutes."""
        outlet, seen = SOURCES[source], self.at - timedelta(minutes=ago)
        item = Item(source, f"g-{title}", f"https://{source}.example/{abs(hash(title))}", title, lead, seen)
        (reading,) = read([item], outlet, self.house.desk)

        def step(db: Database) -> int:
            memory = verdict.recall(db, source, reading.keys, ())
            number, event = memory.next_article, story or memory.next_story
            article = Article(
                id=number,
                source=source,
                url=reading.url,
                title=title,
                lead=lead,
                lang=reading.lang,
                published=seen,
                precision=Precision.MINUTE,
                first_seen=seen,
                content_hash=reading.content_hash,
                story=event,
                grade=reading.judgement.grade,
                score=reading.judgement.score,
                topics=reading.judgement.topics,
                outlet=outlet.name,
                side=outlet.side,
                kind=outlet.kind,
                state_media=outlet.state_media,
            )
            opened = () if story else (Story(event, title, seen, seen),)
            state = SourceState(source, last_good=seen, state="fresh", polls=1)
            verdict.remember(db, Verdict(state, (article,), (reading.judgement,), stories=opened), seen)
            return number

        return self.house.store.write_sync(step)

    async def until(self, done: Callable[[], bool], what: str = "") -> None:
        """Waits for something to have happened; the suite's own time limit is the only clock."""
        for _ in range(2000):
            if done():
                return
            await asyncio.sleep(0.005)
        raise AssertionError(f"never happened: {what}; the API saw {self.api.asked[-5:]}")


@dataclass
class Person:
    """Somebody at their phone, in one chat."""

    world: World
    number: int
    lang: str
    chat: int
    thread: int

    def _who(self, *, anonymous: bool) -> dict[str, Any]:
        if anonymous:
            bot = {"id": ANONYMOUS_ADMIN, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
            return {"from": bot, "sender_chat": self._where()}
        return {"from": {"id": self.number, "is_bot": False, "first_name": "A", "language_code": self.lang}}

    def _where(self) -> dict[str, Any]:
        if self.chat < 0:
            return {"id": self.chat, "type": "supergroup", "title": "Group", "is_forum": bool(self.thread)}
        return {"id": self.chat, "type": "private", "first_name": "A"}

    def send(self, text: str, *, anonymous: bool = False, answering: Accepted | None = None) -> None:
        """Sends a message without waiting."""
        message = {
            "message_id": 5000 + len(self.world.api.asked),
            "date": 1_700_000_000,
            "chat": self._where(),
            "text": text,
            **self._who(anonymous=anonymous),
        }
        if text.startswith("/"):
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0])}]
        if self.thread:
            message |= {"message_thread_id": self.thread, "is_topic_message": True}
        if answering:
            shown = {"message_id": answering.id, "date": 1_700_000_000, "chat": self._where(), "text": answering.text}
            message |= {"reply_to_message": shown}
        self.world.api.add_update(message=message)

    async def says(
        self, text: str, *, anonymous: bool = False, answers: int = 1, answering: Accepted | None = None
    ) -> list[Accepted]:
        """Sends a message and returns what came back."""
        before = len(self.shown)
        self.world.pass_time(seconds=2)  # nobody types faster
        self.send(text, anonymous=anonymous, answering=answering)
        await self.world.until(lambda: len(self.shown) >= before + answers, f"an answer to {text}")
        return self.shown[before:]

    @property
    def shown(self) -> list[Accepted]:
        return [one for one in self.world.api.accepted if one.chat == str(self.chat) and one.thread == self.thread]

    async def asks(self, text: str, **how: Any) -> str:
        """Sends a message; the first answer's text."""
        return (await self.says(text, **how))[0].text

    def press(self, message: Accepted, label: str) -> None:
        """Presses a button by (part of) its label without waiting."""
        data = next(
            each["callback_data"]
            for row in message.buttons
            for each in row
            if label in each["text"] and "callback_data" in each
        )
        self.press_data(message, data)

    def press_data(self, message: Accepted, data: str) -> None:
        shown = {"message_id": message.id, "date": 1_700_000_000, "chat": self._where(), "text": message.text}
        if self.thread:
            shown |= {"message_thread_id": self.thread, "is_topic_message": True}
        query = {
            "id": str(10_000 + len(self.world.api.asked)),
            "chat_instance": "1",
            "data": data,
            "message": shown,
            "from": {"id": self.number, "is_bot": False, "first_name": "A", "language_code": self.lang},
        }
        self.world.api.add_update(callback_query=query)

    async def presses(self, message: Accepted, label: str) -> str:
        """Presses a button; what was shown for a moment. By then the message may have changed."""
        before = self._acknowledged()
        self.world.pass_time(seconds=2)
        self.press(message, label)
        await self.world.until(lambda: self._acknowledged() > before, f"an answer to pressing {label}")
        return self.toast()

    async def presses_data(self, message: Accepted, data: str) -> str:
        before = self._acknowledged()
        self.world.pass_time(seconds=2)
        self.press_data(message, data)
        await self.world.until(lambda: self._acknowledged() > before, f"an answer to pressing {data}")
        return self.toast()

    def _acknowledged(self) -> int:
        return sum(1 for one in self.world.api.asked if one.method == "answerCallbackQuery")

    def toast(self) -> str:
        last = next(one for one in reversed(self.world.api.asked) if one.method == "answerCallbackQuery")
        return str(last.fields.get("text", ""))


Enter = Callable[..., Awaitable[World]]


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi() as running:
        yield running


async def open_world(stack: AsyncExitStack, api: BotApi, folder: Path, access: str = "public", **how: Any) -> World:
    """Opens a house in which the conversation runs; `access` as in CHIPWIRE_ACCESS."""
    settings = load_settings({"CHIPWIRE_TELEGRAM_TOKEN": api.token, "CHIPWIRE_TELEGRAM_API": api.url}, None)
    channel = await stack.enter_async_context(telegram_channel(settings))
    assert channel is not None
    store = open_store(folder / "chipwire.db", NOON)
    stack.push_async_callback(store.close)
    house = House(
        store=store,
        door=None,
        parsers=None,
        desk=Desk(classifier(), RuleIndex.build((), classifier().vocabulary)),
        channels={"telegram": channel},
        sources=SOURCES,
        limiter=Limiter(Limits(chat_interval=0.0, chat_burst=100, total_interval=0.0, total_burst=100)),
        hold=timedelta(),
        now=lambda: world.at,
        roll=lambda: 0.5,
        tz="Asia/Seoul",
    )
    world = World(api, house)
    await house.refresh_rules()
    await stack.enter_async_context(converse(channel.bot, house, Access(access, (OPERATOR,)), **how))
    return world


@pytest.fixture
async def enter(api: BotApi, tmp_path: Path) -> AsyncIterator[Enter]:
    """Opens a house in which the conversation runs."""
    async with AsyncExitStack() as stack:

        async def opened(access: str = "public", **how: Any) -> World:
            return await open_world(stack, api, tmp_path, access, **how)

        yield opened


@pytest.fixture
async def world(enter: Enter) -> World:
    return await enter()
