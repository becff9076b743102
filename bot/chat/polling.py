"""Asking Telegram what was said: a loop of our own, because what it hears is confirmed only after it took effect."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

import structlog
from telegram import Bot, Update
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError, TimedOut

from bot.house import House

log = structlog.get_logger()

#: Seconds that Telegram keeps a request open while nothing is said.
OPEN = 25
#: Seconds before asking again while somebody else asks with the same token; the promise is 30 at least.
RIVAL = 35.0
#: Seconds between attempts while Telegram cannot be reached: doubled, up to this.
LONGEST = 60.0
#: Seconds a batch may take before the next is asked for: one chat's slow answer must not hold up the others.
PATIENCE = 1.0
KINDS = (Update.MESSAGE, Update.CALLBACK_QUERY, Update.MY_CHAT_MEMBER)

Sleep = Callable[[float], Awaitable[None]]


@dataclass(slots=True)
class Listening:
    """The loop and what it needs."""

    bot: Bot
    house: House
    take: Callable[[Sequence[Update]], Awaitable[set[asyncio.Task[None]]]]
    sleep: Sleep
    wait: float = 1.0  # seconds before the next attempt after a failure

    async def run(self) -> None:
        """Listens until cancelled, or until the token is refused."""
        offset = None
        while not self.house.fatal:
            try:
                updates = await self.bot.get_updates(offset=offset, timeout=OPEN, allowed_updates=KINDS)
            except TelegramError as error:
                await self._after(error)
                continue
            self.wait = 1.0
            if updates:
                tasks = await self.take(updates)
                if tasks:
                    await asyncio.wait(tasks, timeout=PATIENCE)
                offset = updates[-1].update_id + 1
        log.error("chat", outcome="stopped", reason=self.house.fatal)

    async def _after(self, error: TelegramError) -> None:
        match error:
            case InvalidToken():
                self.house.fatal = "Telegram refuses the token"
            case TimedOut():  # a long poll that nobody answered: asked again at once
                pass
            case Conflict():
                log.warning("chat", outcome="rival", reason="another process asks with the same token", wait=RIVAL)
                await self.sleep(RIVAL)
            case RetryAfter():
                given = error.retry_after
                await self.sleep(float(given if isinstance(given, int) else given.total_seconds()))
            case _:
                log.warning("chat", outcome="not reached", reason=str(error), wait=self.wait)
                await self.sleep(self.wait)
                self.wait = min(self.wait * 2, LONGEST)
