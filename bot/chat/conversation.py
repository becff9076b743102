"""The conversation as a whole: updates in, the right command's answer out."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from typing import Any

import structlog
from telegram import Bot, BotCommand, Message, Update
from telegram.error import TelegramError
from telegram.ext import Application, CommandHandler, ContextTypes, filters

from bot import model
from bot.chat import COMMANDS
from bot.chat.access import REFUSED, Access
from bot.chat.asked import Asked, Command
from bot.house import House
from bot.model import Destination
from storage import destinations, people

log = structlog.get_logger()

Talk = Application[Any, Any, Any, Any, Any, Any]


def commands() -> dict[str, Command]:
    """Every command's module by name, in the order of the tuple."""
    return {name: import_module(f"bot.chat.{name}") for name in COMMANDS}


@asynccontextmanager
async def converse(bot: Bot, house: House, access: Access) -> AsyncIterator[None]:
    """Listens while the block runs; a network that is down is waited for."""
    table = commands()
    talk: Talk = Application.builder().bot(bot).job_queue(None).build()
    for name, command in table.items():
        # An edited message is no second command.
        handler = CommandHandler(name, _handler(command, table, house, access), filters.UpdateType.MESSAGES)
        talk.add_handler(handler)
    talk.add_error_handler(_error)
    beginning = asyncio.ensure_future(_begin(talk, table))
    try:
        yield
    finally:
        beginning.cancel()
        await asyncio.gather(beginning, return_exceptions=True)
        await _end(talk)


async def _begin(talk: Talk, table: dict[str, Command]) -> None:
    """Starts beside the rest of the house: polling outlets must not wait for Telegram."""
    wait = 1.0
    while True:
        try:
            await talk.initialize()
            break
        except TelegramError as error:
            log.warning("chat", outcome="not reached", reason=str(error))
            await asyncio.sleep(wait)
            wait = min(wait * 2, 60.0)
    await talk.start()
    assert talk.updater is not None
    await talk.updater.start_polling(
        allowed_updates=[Update.MESSAGE, Update.MY_CHAT_MEMBER], drop_pending_updates=False
    )
    try:
        await talk.bot.set_my_commands([BotCommand(name, command.HELP[:256]) for name, command in table.items()])
    except TelegramError as error:
        log.warning("chat", outcome="menu not set", reason=str(error))


async def _end(talk: Talk) -> None:
    if talk.updater is not None and talk.updater.running:
        await talk.updater.stop()
    if talk.running:
        await talk.stop()
    await talk.shutdown()


def _handler(command: Command, table: dict[str, Command], house: House, access: Access) -> Any:
    async def handle(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        message = update.effective_message
        if message is None:
            return
        asked = await _read(update, message, table, house)
        if not access.admits(asked.user, message.chat_id, known=asked.destination is not None):
            await _answer(message, house, asked, (model.Message(REFUSED.format(chat=message.chat_id)),))
            return
        await _answer(message, house, asked, await command.reply(asked, house))

    return handle


async def _read(update: Update, message: Message, table: dict[str, Command], house: House) -> Asked:
    """The update as a command of ours."""
    chat, user = str(message.chat_id), update.effective_user
    thread = (message.message_thread_id or 0) if message.is_topic_message else 0
    place = await house.store.read(lambda db: destinations.find(db, "telegram", chat, thread))
    reader = await house.store.read(lambda db: people.subscriber(db, place.subscriber)) if place else None
    return Asked(
        chat=chat,
        thread=thread,
        group=message.chat.type != "private",
        user=user.id if user else 0,
        lang=_language(user.language_code if user else None),
        words=(message.text or "").partition(" ")[2].strip(),
        now=house.now(),
        subscriber=reader,
        destination=place,
        commands=tuple((name, command.HELP) for name, command in table.items()),
    )


def _language(code: str | None) -> str:
    """A Telegram language code as one of ours."""
    tag = (code or "en").lower()
    if tag.startswith("zh"):
        return "zh-Hant" if any(part in tag for part in ("hant", "tw", "hk", "mo")) else "zh-Hans"
    return "ko" if tag.startswith("ko") else "en"


async def _answer(message: Message, house: House, asked: Asked, answers: tuple[model.Message, ...]) -> None:
    place = asked.destination or Destination(0, 0, "telegram", str(message.chat_id), thread=asked.thread)
    channel = house.channels["telegram"]
    for answer in answers:
        heard = await channel.send(place, channel.render(answer))
        if not heard.ok:
            log.warning("chat", chat=asked.chat, outcome="answer not sent", reason=heard.text)


async def _error(_: object, context: ContextTypes.DEFAULT_TYPE) -> None:
    log.error("chat", outcome="error", exc_info=context.error)
