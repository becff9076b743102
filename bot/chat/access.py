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
    """The operator's choice; operators by numeric id.

    private: only operators let people in. invite: readers do too, by links. public: everybody comes in.
    """

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

    def lets_invite(self, user: int, *, known: bool) -> bool:
        """Whether this person may let others in: operators always, readers where the mode is invite."""
        return user in self.admins or (self.mode == "invite" and known)


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
