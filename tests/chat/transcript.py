"""The first five minutes as they are really said: driven through the chat, written down as a page and as a picture.

`python -m tests.chat.transcript` writes docs/first-minutes.md and docs/first-minutes.svg anew; a test holds them to
what the bot says.
"""

import asyncio
import tempfile
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlite_utils import Database

from bot.letters import as_text
from bot.model import Alert
from bot.outgoing import deliver_due
from storage import articles, outbox
from tests.chat.conftest import World, open_world
from tests.chat.picture import picture
from tests.chat.said import Said
from tests.faults.bot_api import Accepted, BotApi

DOCS = Path(__file__).resolve().parents[2] / "docs"
NEWS = (
    ("Seoul asks Washington to extend waivers for Samsung, SK hynix chip plants in China", "", "yna-en", 0, 600),
    ("China's commerce ministry says export controls on chips hurt South Korea", "", "gt", 0, 400),
    ("商务部：反对美国对三星西安工厂的芯片出口管制", "", "mofcom", 0, 200),
    (
        "US gives Samsung, SK hynix another year for chip tools in China",
        "Washington keeps both plants on its list. Seoul had linked the step to its place in Chip 4.",
        "gt",
        0,
        90,
    ),
    ("Samsung and SK hynix get a year more for chip tools in China", "", "yna-en", 4, 95),
)
SEOUL = ZoneInfo("Asia/Seoul")


@asynccontextmanager
async def _world() -> AsyncIterator[World]:
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        api = await stack.enter_async_context(BotApi())
        yield await open_world(stack, api, folder)


async def tell(world: World, number: int) -> None:
    """An alert of an article, for the rules that it really meets."""

    def step(db: Database) -> None:
        article = articles.article(db, number)
        assert article
        why = world.house.desk.rules.match(as_text(article))
        outbox.enqueue(db, [Alert(1, "alert", f"story:{article.story}", world.at, why, number)], world.at)

    await world.house.refresh_rules()
    await world.house.store.write(step)
    await deliver_due(world.house)


async def play() -> list[Said]:
    """Drives the script of the first five minutes."""
    async with _world() as world:
        for title, lead, source, story, ago in NEWS:
            world.publish(title, lead, source=source, story=story, ago=ago)
        reader, script = world.person(1), list[Said]()

        def bot(message: Accepted) -> None:
            rows = tuple(tuple(each["text"] for each in row) for row in message.buttons)
            script.append(Said("bot", message.text, rows, tuple(message.entities), clock()))

        def clock() -> str:
            return f"{world.at.astimezone(SEOUL):%H:%M}"

        async def types(words: str, answers: int = 1) -> Accepted:
            script.append(Said("you", words, at=clock()))
            shown = await reader.says(words, answers=answers)
            for message in shown:
                bot(message)
            return shown[-1]

        async def taps(message: Accepted, label: str) -> Accepted:
            chosen = next(each["text"] for row in message.buttons for each in row if label in each["text"])
            script.append(Said("tap", chosen))
            before = len(reader.shown)
            toast = await reader.presses(message, label)
            if toast:
                script.append(Said("bot", f"({toast})", toast=True))
            if (toast in {"", "Saved.", "Changed."} and len(reader.shown) == before) or message.edits:
                bot(message)
            for new in reader.shown[before:]:
                bot(new)
            return reader.shown[-1] if len(reader.shown) > before else message

        menu = await types("/start")
        for label in ("Pick topics", "Export controls", "Next", "日本語", "Next", "Seoul", "at once"):
            await taps(menu, label)
        offer = await types('/try "Chip 4" AND (China OR 中国 OR 중국)')
        await taps(offer, "Save")
        await tell(world, 4)
        told = reader.shown[-1]
        bot(told)
        await taps(told, "Why")
        await types("/settings quiet 23-7")
        await types("/status")
        await types("/list")
        await deliver_due(world.house)
        return script


def as_page(script: list[Said]) -> str:
    """The whole of it as a document."""
    lines = [
        "# The first five minutes, as they are said",
        "",
        "Written by `python -m tests.chat.transcript` from the messages that a reader gets over a Bot API double; a test",
        "holds this page to them. `▸` is what the person types, `☞` a button that is tapped; buttons stand in brackets.",
        "",
    ]
    for said in script:
        if said.who == "bot":
            lines += [*(f"> {line}".rstrip() for line in said.text.splitlines()), ">" if said.buttons else ""]
            lines += [f"> {' '.join(f'`[{label}]`' for label in row)}  " for row in said.buttons]
            lines.append("")
        else:
            lines += [f"{'▸' if said.who == 'you' else '☞'} **{said.text}**", ""]
    text = "\n".join(lines)
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return text.rstrip() + "\n"


def as_picture(script: list[Said]) -> str:
    """Three screens of it: the welcome and the first choice, the topics, an alert and its reasons."""
    talk = [said for said in script if not said.toast]
    asked = next(n for n, said in enumerate(talk) if said.who == "tap" and said.text.startswith("Export controls"))
    told = next(n for n, said in enumerate(talk) if said.text == "Why") - 1
    tries = next(n for n, said in enumerate(talk) if said.text.startswith("/try"))
    return picture(
        (
            (*talk[:3], *talk[tries : tries + 3]),
            (talk[asked + 1], talk[asked + 2]),
            talk[told : told + 3],
        ),
        "A chat with the bot: the welcome, a rule tried and saved, topics picked, an alert with its reasons",
    )


async def write() -> None:
    """Writes both anew."""
    script = await play()
    (DOCS / "first-minutes.md").write_text(as_page(script), "utf-8")
    (DOCS / "first-minutes.svg").write_text(as_picture(script), "utf-8")


if __name__ == "__main__":
    asyncio.run(write())
