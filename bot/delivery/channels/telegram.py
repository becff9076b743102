"""Telegram: text and entities, never a parse mode."""

import json
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from telegram import Bot
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)

from bot.delivery.telegram_request import AiohttpRequest, NotSent
from bot.delivery.typography import cut, spell_out, utf16_length
from bot.model import Answer, Button, Destination, Message, Span

LONGEST = 4096  # UTF-16 units after the entities; the strict reading of the limit
PLAIN_LONGEST = 2048
CALLBACK_LONGEST = 64  # bytes
_STYLES = {"bold": "bold", "italic": "italic", "code": "code", "link": "text_link"}


@dataclass(frozen=True, slots=True)
class Rendered:
    """A message as the Bot API takes it."""

    text: str
    entities: tuple[dict[str, Any], ...] = ()
    keyboard: tuple[tuple[dict[str, str], ...], ...] = ()
    silent: bool = False
    reply_to: str = ""


def render(message: Message, *, plain: bool = False) -> Rendered:
    """Lay it out within the limits; `plain` is shorter, without entities or buttons, its links spelt out."""
    if plain:
        text = cut(spell_out(_encodable(message.text), message.spans), PLAIN_LONGEST)
        return Rendered(text, silent=message.silent, reply_to=message.reply_to)
    whole = _encodable(message.text)
    text = cut(whole, LONGEST)
    kept = len(text) if text == whole else len(text) - 1
    entities, keyboard = _entities(text, message.spans, kept), _keyboard(message.buttons)
    return Rendered(text, entities, keyboard, message.silent, message.reply_to)


def _encodable(text: str) -> str:
    """Half a surrogate pair cannot be sent; a question mark of the same length keeps the spans in place."""
    return text.encode("utf-8", "replace").decode()


def _entities(text: str, spans: tuple[Span, ...], kept: int) -> tuple[dict[str, Any], ...]:
    entities = []
    for span in spans:
        end = min(span.end, kept)
        if span.style not in _STYLES or not text[span.start : end].strip():
            continue
        start, length = utf16_length(text[: span.start]), utf16_length(text[span.start : end])
        link = {"url": span.url} if span.url else {}
        entities.append({"type": _STYLES[span.style], "offset": start, "length": length, **link})
    return tuple(entities)


def _keyboard(rows: tuple[tuple[Button, ...], ...]) -> tuple[tuple[dict[str, str], ...], ...]:
    return tuple(tuple(_button(button) for button in row) for row in rows if row)


def _button(button: Button) -> dict[str, str]:
    if button.url:
        return {"text": button.label, "url": button.url}
    if not 1 <= len(button.action.encode()) <= CALLBACK_LONGEST:
        raise ValueError(f"a button's action must fit in {CALLBACK_LONGEST} bytes: {button.label}")
    return {"text": button.label, "callback_data": button.action}


class TelegramChannel:
    """Sends through a bot whose request is ours; it neither waits nor repeats."""

    name = "telegram"
    render = staticmethod(render)

    def __init__(self, bot: Bot) -> None:
        if not isinstance(bot.request, AiohttpRequest):
            raise TypeError("the bot must be built with our request: any other confuses not sent with answer lost")
        self.bot = bot
        self._request = bot.request

    async def send(self, destination: Destination, rendered: Rendered) -> Answer:
        """Send one message to a chat, or to a forum topic of it."""
        fields = _fields(destination, rendered)
        if destination.thread:
            fields["message_thread_id"] = str(destination.thread)
        if rendered.silent:
            fields["disable_notification"] = "true"
        if rendered.reply_to:
            # A reader may have deleted the message that is answered.
            reply = {"message_id": int(rendered.reply_to), "allow_sending_without_reply": True}
            fields["reply_parameters"] = json.dumps(reply)
        return await self._call("sendMessage", fields)

    async def edit(self, destination: Destination, message_id: str, rendered: Rendered) -> Answer:
        """Put new words into a message already sent; nobody is notified."""
        return await self._call("editMessageText", {**_fields(destination, rendered), "message_id": message_id})

    async def _call(self, method: str, fields: dict[str, str]) -> Answer:
        try:
            status, reply = await self._request.ask(f"{self.bot.base_url}/{method}", fields)
        except TelegramError as error:
            return heard(error)
        if status >= 300:
            return _refused(status, reply)
        result = reply.get("result")
        message_id = result.get("message_id") if isinstance(result, dict) else None
        if not isinstance(message_id, int):
            return _unreadable()
        return Answer(self.name, ok=True, status=status, message_id=str(message_id))

    async def probe(self) -> Answer:
        """Ask who we are: a call without effect that shows whether the API is there."""
        try:
            await self.bot.get_me()
        except TelegramError as error:
            return heard(error)
        except (AttributeError, KeyError, TypeError, ValueError):
            return _unreadable()
        return Answer(self.name, ok=True, status=200)


def _fields(destination: Destination, rendered: Rendered) -> dict[str, str]:
    fields = {"chat_id": destination.address, "text": rendered.text, "link_preview_options": '{"is_disabled": true}'}
    if rendered.entities:
        fields["entities"] = json.dumps(rendered.entities)
    if rendered.keyboard:
        fields["reply_markup"] = json.dumps({"inline_keyboard": rendered.keyboard})
    return fields


def _refused(status: int, reply: dict[str, Any]) -> Answer:
    """The API's own words; 429 and its like never come this way, see `telegram_request`."""
    moved_to = reply.get("parameters", {}).get("migrate_to_chat_id", "")
    return Answer(
        "telegram", ok=False, sent="no", status=status, text=str(reply.get("description", "")), moved_to=str(moved_to)
    )


def _unreadable() -> Answer:
    """A result of the wrong shape: the message was taken, and nobody can say where."""
    return Answer("telegram", ok=False, sent="unknown", status=200, text="answer lost: a result of the wrong shape")


def heard(error: TelegramError) -> Answer:
    """An error of python-telegram-bot as a neutral answer. The one place that reads its classes."""
    status, retry_after, moved_to = 0, None, ""
    match error:
        case NotSent():
            status, retry_after = error.status, error.retry_after
        case RetryAfter():
            status, retry_after = 429, _length(error.retry_after)
        case ChatMigrated():
            status, moved_to = 400, str(error.new_chat_id)
        case BadRequest():  # a NetworkError too: asked first
            status = 400
        case Forbidden():
            status = 403
        case InvalidToken():
            status = 401
        case Conflict():
            status = 409
        case _:  # AnswerUnknown, TimedOut, and whatever a later release adds: nobody knows
            return Answer("telegram", ok=False, sent="unknown", text=str(error))
    return Answer(
        "telegram", ok=False, sent="no", status=status, text=str(error), retry_after=retry_after, moved_to=moved_to
    )


def _length(given: timedelta | float) -> timedelta:
    """python-telegram-bot is on its way from seconds to timedelta; both come."""
    return given if isinstance(given, timedelta) else timedelta(seconds=given)
