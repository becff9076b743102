"""What somebody asked, and what they are answered."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.chat.catalogue import Words, words_in
from bot.house import House
from bot.model import Button, Destination, Message, Subscriber


@dataclass(frozen=True, slots=True)
class Asked:
    """One command, press or line of words as it came, and who stands behind it."""

    chat: str  # numeric id
    thread: int  # forum topic; 0: none
    group: bool  # a group or channel: several people read
    user: int  # numeric id of the person
    lang: str  # the reader's, or of the person's Telegram: en, ko, zh-Hans or zh-Hant
    words: str  # what followed the command or the button's name
    now: datetime  # UTC
    subscriber: Subscriber | None = None  # None before /start
    destination: Destination | None = None
    operator: bool = False  # one of CHIPWIRE_ADMINS
    admitted: bool = False  # may use the bot here; without it only an opened invitation helps
    public: bool = False  # anybody may come in: the caps are lower
    inviting: bool = False  # may let others in
    bot_name: str = ""  # for deep links
    answers: str = ""  # the number of the message that the words reply to; "": to none

    @property
    def tell(self) -> Words:
        """The catalogue in the reader's language."""
        return words_in(self.lang)


@dataclass(frozen=True, slots=True)
class Prompt:
    """What the person's next words will answer."""

    action: str  # a command's name and what follows, as on a button


@dataclass(frozen=True, slots=True)
class Reply:
    """What is answered."""

    messages: tuple[Message, ...] = ()
    edit: Message | None = None  # in place of the message whose button was pressed
    toast: str = ""  # shown for a moment to who pressed
    prompt: Prompt | None = None
    file: tuple[str, bytes] | None = None  # name and content


class Command(Protocol):
    """The agreed form of a command's module.

    It may also have `on_button(asked, house)` for its buttons and `on_words(asked, house)` for answers to its
    questions; `asked.words` is then what follows the command's name in the action, and the words after a newline.
    """

    HELP: str  # what is typed after the command

    async def reply(self, asked: Asked, house: House) -> Reply:
        """The answer, in one or several messages."""


Row = tuple[Button, ...]


def say(text: str, *rows: Row, prompt: str = "") -> Reply:
    """One plain message, with rows of buttons, or with a question."""
    return Reply((Message(text, buttons=rows),), prompt=Prompt(prompt) if prompt else None)


def show(text: str, *rows: Row, toast: str = "") -> Reply:
    """The same in place of the message whose button was pressed."""
    return Reply(edit=Message(text, buttons=rows), toast=toast)


def button(label: str, action: str) -> Button:
    """A button of ours."""
    return Button(label, action=action)
