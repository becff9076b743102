"""Telegram: text and entities, never a parse mode."""

from dataclasses import dataclass
from datetime import timedelta

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, MessageEntity
from telegram import Message as Sent
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)

from bot.delivery.telegram_request import NotSent
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
    entities: tuple[MessageEntity, ...] = ()
    keyboard: InlineKeyboardMarkup | None = None
    silent: bool = False


def render(message: Message, *, plain: bool = False) -> Rendered:
    """Lay it out within the limits; `plain` is shorter, without entities or buttons, its links spelt out."""
    if plain:
        return Rendered(cut(spell_out(_encodable(message.text), message.spans), PLAIN_LONGEST), silent=message.silent)
    whole = _encodable(message.text)
    text = cut(whole, LONGEST)
    kept = len(text) if text == whole else len(text) - 1
    return Rendered(text, _entities(text, message.spans, kept), _keyboard(message.buttons), message.silent)


def _encodable(text: str) -> str:
    """Half a surrogate pair cannot be sent; a question mark of the same length keeps the spans in place."""
    return text.encode("utf-8", "replace").decode()


def _entities(text: str, spans: tuple[Span, ...], kept: int) -> tuple[MessageEntity, ...]:
    entities = []
    for span in spans:
        end = min(span.end, kept)
        if span.style not in _STYLES or not text[span.start : end].strip():
            continue
        entities.append(
            MessageEntity(
                _STYLES[span.style],
                offset=utf16_length(text[: span.start]),
                length=utf16_length(text[span.start : end]),
                url=span.url or None,
            )
        )
    return tuple(entities)


def _keyboard(rows: tuple[tuple[Button, ...], ...]) -> InlineKeyboardMarkup | None:
    drawn = [[_button(button) for button in row] for row in rows if row]
    return InlineKeyboardMarkup(drawn) if drawn else None


def _button(button: Button) -> InlineKeyboardButton:
    if button.url:
        return InlineKeyboardButton(button.label, url=button.url)
    if not 1 <= len(button.action.encode()) <= CALLBACK_LONGEST:
        raise ValueError(f"a button's action must fit in {CALLBACK_LONGEST} bytes: {button.label}")
    return InlineKeyboardButton(button.label, callback_data=button.action)


class TelegramChannel:
    """Sends through a bot whose request is ours; it neither waits nor repeats."""

    name = "telegram"
    render = staticmethod(render)

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def send(self, destination: Destination, rendered: Rendered) -> Answer:
        """Send one message to a chat, or to a forum topic of it."""
        try:
            sent = await self._bot.send_message(
                chat_id=destination.address,
                text=rendered.text,
                entities=rendered.entities,
                reply_markup=rendered.keyboard,
                message_thread_id=destination.thread or None,
                disable_notification=rendered.silent,
                link_preview_options=LinkPreviewOptions(is_disabled=True),
            )
        except TelegramError as error:
            return heard(error)
        except (AttributeError, KeyError, TypeError, ValueError):
            return _unreadable()
        return _accepted(sent)

    async def edit(self, destination: Destination, message_id: str, rendered: Rendered) -> Answer:
        """Put new words into a message already sent; nobody is notified."""
        try:
            sent = await self._bot.edit_message_text(
                chat_id=destination.address,
                message_id=int(message_id),
                text=rendered.text,
                entities=rendered.entities,
                reply_markup=rendered.keyboard,
                link_preview_options=LinkPreviewOptions(is_disabled=True),
            )
        except TelegramError as error:
            return heard(error)
        except (AttributeError, KeyError, TypeError, ValueError):
            return _unreadable()
        return _accepted(sent)

    async def probe(self) -> Answer:
        """Ask who we are: a call without effect that shows whether the API is there."""
        try:
            await self._bot.get_me()
        except TelegramError as error:
            return heard(error)
        except (AttributeError, KeyError, TypeError, ValueError):
            return _unreadable()
        return Answer(self.name, ok=True, status=200)


def _accepted(sent: Sent | bool) -> Answer:
    if isinstance(sent, Sent) and isinstance(sent.message_id, int) and sent.message_id:
        return Answer("telegram", ok=True, status=200, message_id=str(sent.message_id))
    return _unreadable()


def _unreadable() -> Answer:
    """A result of the wrong shape: python-telegram-bot stumbles over it after the message was taken."""
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
