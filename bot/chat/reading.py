"""What Telegram reports, as something that was asked."""

from dataclasses import dataclass

from telegram import MaybeInaccessibleMessage, Message, Update

from bot.chat.access import ANONYMOUS_ADMIN, Access
from bot.chat.asked import Asked
from bot.chat.catalogue import language_of
from bot.house import House
from storage import membership, people


@dataclass(frozen=True, slots=True)
class Heard:
    """An update, with who stands behind it."""

    asked: Asked
    as_chat: bool  # said in the chat's own name: by an anonymous administrator, or in a channel
    message_id: int


async def read(update: Update, words: str, house: House, access: Access, bot_name: str) -> Heard | None:
    """The update as a request; None when it belongs to no chat."""
    message: Message | MaybeInaccessibleMessage | None = update.effective_message
    if update.callback_query:
        message = update.callback_query.message
    if message is None:
        return None
    chat, user = str(message.chat.id), update.effective_user
    thread = (message.message_thread_id or 0) if isinstance(message, Message) and message.is_topic_message else 0
    place = await house.store.read(lambda db: membership.place_in_chat(db, chat, thread))
    reader = await house.store.read(lambda db: people.subscriber(db, place.subscriber)) if place else None
    number = user.id if user else 0
    known = place is not None and reader is not None
    asked = Asked(
        chat=chat,
        thread=thread,
        group=message.chat.type != "private",
        user=number,
        lang=reader.lang if reader else language_of(user.language_code if user else None),
        words=words,
        now=house.now(),
        subscriber=reader,
        destination=place,
        operator=number in access.admins,
        admitted=access.admits(number, message.chat.id, known=known),
        public=access.mode == "public",
        inviting=access.lets_invite(number, known=known and message.chat.type == "private"),
        bot_name=bot_name,
        answers=_answered(message),
    )
    return Heard(asked, _as_chat(message, number), message.message_id)


def _as_chat(message: MaybeInaccessibleMessage, user: int) -> bool:
    """Whether the words were said in the chat's own name; a press never is."""
    if not isinstance(message, Message) or message.sender_chat is None:
        return False
    return message.sender_chat.id == message.chat.id and user in {0, ANONYMOUS_ADMIN}


def _answered(message: MaybeInaccessibleMessage) -> str:
    """The message that somebody replies to; in a forum topic, every message seems to answer the topic's first."""
    if not isinstance(message, Message) or message.reply_to_message is None:
        return ""
    number = message.reply_to_message.message_id
    return "" if number == message.message_thread_id else str(number)
