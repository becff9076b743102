"""The conversation as a whole: updates in, the right command's answer out."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import structlog
from telegram import Bot, BotCommand, Update
from telegram.error import InvalidToken, TelegramError
from telegram.ext import Application

from bot.chat import COMMANDS
from bot.chat.access import Access
from bot.chat.catalogue import words_in
from bot.chat.flood import Entry, Gate
from bot.chat.listening import handlers
from bot.chat.polling import Listening, Raw, Sleep, person_of
from bot.chat.switchboard import Switchboard
from bot.house import House

log = structlog.get_logger()

Talk = Application[Any, Any, Any, Any, Any, Any]
#: Under which of Telegram's language codes the menu is shown in which of ours; "" is everybody else's.
MENUS = {"": "en", "ko": "ko", "zh": "zh-Hans"}


@asynccontextmanager
async def converse(bot: Bot, house: House, access: Access, *, sleep: Sleep = asyncio.sleep) -> AsyncIterator[None]:
    """Listens while the block runs; a network that is down is waited for.

    The bot is not shut down here: its connections are the channel's, and alerts may still be on their way.
    """
    talk: Talk = Application.builder().bot(bot).updater(None).job_queue(None).build()
    switchboard = Switchboard(house, access)
    talk.add_handlers(handlers(switchboard))
    talk.add_error_handler(_sorry(switchboard))
    desk = Reception(talk, switchboard, Gate())
    listening = Listening(bot, house, desk.take, sleep)
    task = asyncio.ensure_future(_supervised(_listen(talk, listening, house, sleep)))
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await desk.close()


async def _supervised(work: Awaitable[None]) -> None:
    try:
        await work
    except Exception:
        log.exception("chat", outcome="stopped by a mistake of ours")


async def _listen(talk: Talk, listening: Listening, house: House, sleep: Sleep) -> None:
    """Starts beside the rest of the house: polling outlets must not wait for Telegram."""
    wait = 1.0
    while True:
        try:
            await talk.initialize()
            break
        except InvalidToken:
            house.fatal = "Telegram refuses the token"
            log.warning("chat", outcome="stopped", reason=house.fatal)
            return
        except TelegramError as error:
            log.warning("chat", outcome="not reached", reason=str(error), wait=wait)
            await sleep(wait)
            wait = min(wait * 2, 60.0)
    await _set_menus(talk.bot)
    await listening.run()


async def _set_menus(bot: Bot) -> None:
    try:
        for code, lang in MENUS.items():
            tell = words_in(lang)
            menu = [BotCommand(name, tell(f"help.{name}")[:256]) for name in COMMANDS]
            await bot.set_my_commands(menu, language_code=code or None)
    except TelegramError as error:
        log.warning("chat", outcome="menu not set", reason=str(error))


@dataclass(slots=True)
class Reception:
    """Takes updates: who asks too much is turned away first, and each chat's are dealt with in their order."""

    talk: Talk
    switchboard: Switchboard
    gate: Gate
    last: dict[int, asyncio.Task[None]] = field(default_factory=dict)  # by chat

    def take(self, updates: Sequence[Raw]) -> set[asyncio.Task[None]]:
        """Begins the work on each update."""
        return {task for update in updates if (task := self._admit(update))}

    def _admit(self, raw: Raw) -> asyncio.Task[None] | None:
        entry = Entry.TAKEN
        if Update.MY_CHAT_MEMBER not in raw:
            entry = self.gate.enter(person_of(raw), self.switchboard.house.now())
            if entry is Entry.IGNORED:
                return None
        try:
            update = Update.de_json(dict(raw), self.talk.bot)
        except (AttributeError, KeyError, TypeError, ValueError):
            log.warning("chat", outcome="update not understood", update=raw.get("update_id"))
            return None
        work = self.switchboard.warn(update) if entry is Entry.WARNED else self.talk.process_update(update)
        return self._after(update, work)

    def _after(self, update: Update, work: Any) -> asyncio.Task[None]:
        chat = update.effective_chat.id if update.effective_chat else 0
        task = asyncio.ensure_future(_in_turn(self.last.get(chat), work))
        self.last[chat] = task
        task.add_done_callback(lambda done: self._forget(chat, done))
        return task

    def _forget(self, chat: int, done: asyncio.Task[None]) -> None:
        if self.last.get(chat) is done:
            del self.last[chat]

    async def close(self) -> None:
        """Lets the answers under way be given."""
        if self.last:
            _, late = await asyncio.wait(self.last.values(), timeout=2.0)
            for task in late:
                task.cancel()


async def _in_turn(before: asyncio.Task[None] | None, work: Any) -> None:
    if before:
        await asyncio.wait({before})
    await work


def _sorry(switchboard: Switchboard) -> Any:
    """What a person is told when a command fails by a mistake of ours."""

    async def handle(update: object, context: Any) -> None:
        log.error("chat", outcome="error", exc_info=context.error)
        if isinstance(update, Update):
            await switchboard.apologize(update)

    return handle
