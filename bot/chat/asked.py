"""What somebody asked, and what they are answered."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.house import House
from bot.model import Destination, Message, Subscriber


@dataclass(frozen=True, slots=True)
class Asked:
    """One command as it came, and who stands behind it."""

    chat: str  # numeric id
    thread: int  # forum topic; 0: none
    group: bool  # a group or channel: several people read
    user: int  # numeric id of the person who typed
    lang: str  # of the person's Telegram: en, ko, zh-Hans or zh-Hant
    words: str  # what followed the command
    now: datetime  # UTC
    subscriber: Subscriber | None = None  # None before /start
    destination: Destination | None = None
    commands: tuple[tuple[str, str], ...] = ()  # name and help of every command, for /help


class Command(Protocol):
    """The agreed form of a command's module."""

    HELP: str

    async def reply(self, asked: Asked, house: House) -> tuple[Message, ...]:
        """The answer, in one or several messages."""


def say(text: str) -> tuple[Message, ...]:
    """One plain message."""
    return (Message(text),)


STRANGER = "Send /start first."
