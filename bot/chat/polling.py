"""Asking Telegram what was said: a loop of our own, because what it hears is confirmed only after it took effect."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import structlog
from telegram import Bot, Update
from telegram.error import TelegramError, TimedOut

from bot.delivery.telegram_request import AiohttpRequest, NotSent
from bot.house import House

log = structlog.get_logger()

#: Seconds that Telegram keeps a request open while nothing is said; below the request's read timeout.
OPEN = 10
#: Seconds before asking again while somebody else asks with the same token; the promise is 30 at least.
RIVAL = 35.0
#: Seconds between attempts while Telegram cannot be reached: doubled, up to this.
LONGEST = 60.0
#: Seconds a batch may take before the next is asked for: one chat's slow answer must not hold up the others.
PATIENCE = 1.0
KINDS = (Update.MESSAGE, Update.CALLBACK_QUERY, Update.MY_CHAT_MEMBER)

Sleep = Callable[[float], Awaitable[None]]
#: An update as Telegram's JSON: python-telegram-bot takes 180 µs to make an object of one, which a flood is not worth.
Raw = Mapping[str, Any]


@dataclass(slots=True)
class Listening:
    """The loop and what it needs."""

    bot: Bot
    house: House
    take: Callable[[Sequence[Raw]], set[asyncio.Task[None]]]
    sleep: Sleep
    wait: float = 1.0  # seconds before the next attempt after a failure
    offset: int = 0  # the first update that is not confirmed yet

    async def run(self) -> None:
        """Listens until cancelled, or until the token is refused."""
        while not self.house.fatal:
            try:
                updates = await self._ask()
            except TelegramError as error:
                await self._after(error)
                continue
            if updates:
                tasks = self.take(updates)
                if tasks:
                    await asyncio.wait(tasks, timeout=PATIENCE)
                self.offset = updates[-1]["update_id"] + 1
        log.error("chat", outcome="stopped", reason=self.house.fatal)

    async def _ask(self) -> list[Raw]:
        request = self.bot.request
        assert isinstance(request, AiohttpRequest)
        fields = {"timeout": str(OPEN), "allowed_updates": json.dumps(KINDS)}
        if self.offset:
            fields["offset"] = str(self.offset)
        status, reply = await request.ask(f"{self.bot.base_url}/getUpdates", fields)
        if status in {401, 404}:
            self.house.fatal = "Telegram refuses the token"
        elif status == 409:
            self.house.rival = "another process listens with our Telegram token: commands may be answered by it"
            log.warning("chat", outcome="rival", reason=self.house.rival, wait=RIVAL)
            await self.sleep(RIVAL)
        elif status >= 300:
            raise NotSent(str(reply.get("description", "")), status=status)
        else:
            self.wait, self.house.rival = 1.0, ""
            result = reply.get("result")
            known = result if isinstance(result, list) else []
            return [one for one in known if isinstance(one, dict) and isinstance(one.get("update_id"), int)]
        return []

    async def _after(self, error: TelegramError) -> None:
        if isinstance(error, TimedOut):  # a long poll that nobody answered: asked again at once
            return
        wait = self.wait
        if isinstance(error, NotSent) and error.retry_after:
            wait = max(wait, error.retry_after.total_seconds())
        log.warning("chat", outcome="not reached", reason=str(error), wait=wait)
        await self.sleep(wait)
        self.wait = min(self.wait * 2, LONGEST)


def person_of(update: Raw) -> int:
    """Who is behind an update, for counting; a channel counts as a person."""
    for kind in KINDS:
        said = update.get(kind)
        if isinstance(said, dict):
            who = said.get("from") or said.get("sender_chat") or said.get("chat") or {}
            return int(who.get("id", 0))
    return 0
