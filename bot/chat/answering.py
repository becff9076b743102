"""Handing an answer over: its buttons sealed, the limits kept, files and edits where the reply asks for them."""

import asyncio
from datetime import timedelta

import structlog
from telegram import Bot, InputFile
from telegram.error import TelegramError

from bot.chat.asked import Asked, Reply
from bot.delivery.channels.telegram import TelegramChannel, heard
from bot.delivery.outcomes import settle
from bot.delivery.sealing import seal
from bot.house import House
from bot.model import Answer, Destination, Message, Outcome
from storage import destinations, seals

log = structlog.get_logger()

#: Seconds an answer waits for its chat's turn; what must wait longer is not said.
PATIENCE = 20.0
ASKED_FOR = timedelta(hours=1)


async def give(reply: Reply, asked: Asked, house: House, *, message_id: int = 0) -> None:
    """Says it in the chat it was asked in, in order.

    Args:
        reply: what is said.
        asked: the request.
        house: for the channel and the store.
        message_id: of the message whose button was pressed.
    """
    if reply.prompt:
        action, until = reply.prompt.action, asked.now + ASKED_FOR
        await house.store.write(lambda db: seals.ask(db, asked.chat, asked.user, action, until))
    place = asked.destination or Destination(0, 0, "telegram", asked.chat, thread=asked.thread, group=asked.group)
    if reply.edit and message_id:
        await _edit(reply.edit, place, message_id, house)
    elif reply.edit:
        await _send(reply.edit, place, house)
    for message in reply.messages:
        await _send(message, place, house)
    if reply.file:
        await _send_file(reply.file, place, house)


async def _send(message: Message, place: Destination, house: House) -> None:
    channel = house.channels["telegram"]
    sealed = await _sealed(message, place, house)
    if not await _turn(place, house):
        return
    answer = await channel.send(place, channel.render(sealed))
    if await _settled(answer, place, house) is Outcome.OURS:
        await channel.send(place, channel.render(sealed, plain=True))


async def _edit(message: Message, place: Destination, message_id: int, house: House) -> None:
    channel = house.channels["telegram"]
    sealed = await _sealed(message, place, house)
    if not isinstance(channel, TelegramChannel) or not await _turn(place, house):
        return
    answer = await channel.edit(place, str(message_id), channel.render(sealed))
    if not answer.ok and answer.status == 400 and "not modified" not in answer.text:
        # Too old to be edited, or taken away: said anew rather than lost.
        answer = await channel.send(place, channel.render(sealed))
    await _settled(answer, place, house)


async def _send_file(file: tuple[str, bytes], place: Destination, house: House) -> None:
    name, content = file
    channel = house.channels["telegram"]
    if not isinstance(channel, TelegramChannel) or not await _turn(place, house):
        return
    document = InputFile(content, filename=name)
    try:
        await channel.bot.send_document(place.address, document, message_thread_id=place.thread or None)
    except TelegramError as error:
        await _settled(heard(error), place, house)


async def _sealed(message: Message, place: Destination, house: House) -> Message:
    sealed, kept = seal(message, place.address, house.now())
    if kept:
        await house.store.write(lambda db: seals.keep_seals(db, kept))
    return sealed


async def _turn(place: Destination, house: House) -> bool:
    """Waits for the chat's turn; False when it would take too long."""
    waited = 0.0
    while wait := house.limiter.wait(place, house.now()).total_seconds():
        waited += wait
        if waited > PATIENCE:
            log.warning("chat", chat=place.address, outcome="answer not sent", reason="the chat's limits")
            return False
        await asyncio.sleep(wait)
    return True


async def _settled(answer: Answer, place: Destination, house: House) -> Outcome:
    now = house.now()
    settled = settle(answer, 1, now)
    house.limiter.heard(place, settled, now)
    if not answer.ok:
        log.warning("chat", chat=place.address, outcome="answer not sent", reason=answer.text)
    if settled.outcome is Outcome.FATAL:
        house.fatal = "Telegram refuses the token"
    elif place.id and settled.outcome is not Outcome.SENT:
        await house.store.write(lambda db: destinations.heed(db, place.id, settled, now))
    return settled.outcome


async def acknowledge(bot: Bot, query_id: str, toast: str = "") -> None:
    """Ends the waiting sign on a pressed button; one that is too old for that is no trouble."""
    try:
        await bot.answer_callback_query(query_id, text=toast[:200] or None)
    except TelegramError as error:
        log.info("chat", outcome="press not acknowledged", reason=str(error))
