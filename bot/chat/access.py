"""Who may talk to the bot, and who may change what: the one place where that is decided."""

from collections.abc import Collection
from dataclasses import dataclass

from telegram import Bot
from telegram.error import TelegramError

#: The account that Telegram shows for an administrator of a group who stays anonymous.
ANONYMOUS_ADMIN = 1087968824
_ADMINS = frozenset({"creator", "administrator"})


@dataclass(frozen=True, slots=True)
class Access:
    """The operator's choice: private, invite or public; operators by numeric id."""

    mode: str
    admins: Collection[int]

    def admits(self, user: int, chat: int, *, known: bool) -> bool:
        """Whether this person may use commands in this chat.

        Args:
            user: numeric id of who typed.
            chat: numeric id of where.
            known: whether the chat was entered already, by an operator or by /start.
        """
        return known or self.mode == "public" or user in self.admins or chat in self.admins


async def may_change(bot: Bot, chat: str, user: int, *, group: bool, as_chat: bool) -> bool:
    """Whether this person may change what the chat gets: anybody in their own chat, only administrators in a group.

    Args:
        bot: asked for the person's standing.
        chat: where.
        user: who.
        group: a group or channel.
        as_chat: the message was sent in the chat's own name, which only administrators can do.
    """
    if not group or as_chat:
        return True
    try:
        member = await bot.get_chat_member(int(chat), user)
    except TelegramError:
        return False
    return member.status in _ADMINS
