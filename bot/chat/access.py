"""Who may talk to the bot: the one place where that is decided."""

from collections.abc import Collection
from dataclasses import dataclass


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


REFUSED = "This bot is private. Its operator can add you: your chat's id is {chat}."
