"""The first five minutes as they are really said: driven through the chat, written down as a page and as a picture.

`python -m tests.chat.transcript` writes docs/first-minutes.md and docs/first-minutes.svg anew; a test holds them to
what the bot says.
"""

import asyncio
import tempfile
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from bot.outgoing import deliver_due
from tests.chat.conftest import World, open_world
from tests.chat.test_chat_alerts import alert
from tests.faults.bot_api import Accepted, BotApi

DOCS = Path(__file__).resolve().parents[2] / "docs"
NEWS = (
    ("Seoul asks Washington to extend waivers for Samsung, SK hynix chip plants in China", "yna-en", 0, 600),
    ("China's commerce ministry says export controls on chips hurt South Korea", "gt", 0, 400),
    ("商务部：反对美国对三星西安工厂的芯片出口管制", "mofcom", 0, 200),
    ("Samsung and SK hynix get a year more for chip tools in China", "yna-en", 0, 90),
    ("US gives Samsung, SK hynix another year for chip tools in China", "gt", 4, 60),
)
_WIDTH, _LINE, _COLUMNS = 430, 19, 52


@dataclass(frozen=True)
class Said:
    """One turn: what the person did, or a message of the bot's as it then stood."""

    who: str  # you, tap, bot
    text: str
    buttons: tuple[tuple[str, ...], ...] = ()


@asynccontextmanager
async def _world() -> AsyncIterator[World]:
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        api = await stack.enter_async_context(BotApi())
        yield await open_world(stack, api, folder)


async def play() -> list[Said]:
    """Drives the script of the first five minutes."""
    async with _world() as world:
        for title, source, story, ago in NEWS:
            world.publish(title, source=source, story=story, ago=ago)
        reader, script = world.person(1), list[Said]()

        def bot(message: Accepted) -> None:
            rows = tuple(tuple(each["text"] for each in row) for row in message.buttons)
            script.append(Said("bot", message.text, rows))

        async def types(words: str, answers: int = 1) -> Accepted:
            script.append(Said("you", words))
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
                script.append(Said("bot", f"({toast})"))
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
        await alert(world, 4)
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
    """Two screens of it: the topics being picked, and an alert."""
    picked = next(said for said in script if said.who == "bot" and "Tap what you want" in said.text)
    told = next(said for said in script if said.who == "bot" and "Why" in str(said.buttons))
    left, left_height = _screen(picked, 0)
    right, right_height = _screen(told, _WIDTH)
    height = max(left_height, right_height) + 20
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {2 * _WIDTH} {height}" width="{2 * _WIDTH}"'
        f' height="{height}" role="img" aria-labelledby="t"><title id="t">Picking topics, and an alert with its buttons'
        '</title><style>text{font-family:-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans CJK KR",sans-serif;'
        "font-size:13px;fill:#1b1f24}.b{fill:#1d6fb8;font-weight:600;text-anchor:middle}</style>"
        f'<rect width="100%" height="100%" rx="18" fill="#d5e3ee"/>{left}{right}</svg>\n'
    )


def _screen(said: Said, x: int) -> tuple[str, int]:
    lines = [part for line in said.text.splitlines() for part in _wrapped(line)]
    height = _LINE * len(lines) + 24
    drawn = [
        f'<g transform="translate({x + 15} 15)"><rect width="{_WIDTH - 30}" height="{height}" rx="14" fill="#fff"/>'
    ]
    for number, line in enumerate(lines):
        weight = "700" if number == 1 else "400"
        drawn.append(f'<text x="14" y="{_LINE * number + 24}" font-weight="{weight}">{escape(line)}</text>')
    y = height + 6
    for row in said.buttons:
        width = (_WIDTH - 30 - 6 * (len(row) - 1)) / len(row)
        for number, label in enumerate(row):
            at = number * (width + 6)
            drawn.append(
                f'<rect x="{at:g}" y="{y}" width="{width:g}" height="30" rx="8" fill="#fff" fill-opacity="0.85"/>'
                f'<text class="b" x="{at + width / 2:g}" y="{y + 20}">{escape(label)}</text>'
            )
        y += 36
    return "".join(drawn) + "</g>", y + 20


def _wrapped(line: str) -> list[str]:
    """Lines as wide as a bubble; a CJK character is as wide as two letters."""
    parts, part, width = [], "", 0
    for word in line.replace(" ", " \n").split("\n"):
        size = sum(2 if character > "\u1100" else 1 for character in word)
        if width + size > _COLUMNS and part:
            parts.append(part.rstrip())
            part, width = "", 0
        part, width = part + word, width + size
    return [*parts, part.rstrip()]


async def write() -> None:
    """Writes both anew."""
    script = await play()
    (DOCS / "first-minutes.md").write_text(as_page(script), "utf-8")
    (DOCS / "first-minutes.svg").write_text(as_picture(script), "utf-8")


if __name__ == "__main__":
    asyncio.run(write())
