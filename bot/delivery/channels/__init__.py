"""One file per channel: render is pure, send answers."""

from typing import Any, Protocol, runtime_checkable

from bot.model import Answer, Destination, Message

CHANNELS = ("console", "email", "telegram")  # the files of this folder; loaded by whoever builds the house


class Channel(Protocol):
    """A way to a reader. `render` is pure; `send` never raises for the other side's trouble."""

    name: str

    def render(self, message: Message, *, plain: bool = False) -> Any:
        """Lay the message out for this channel; `plain` after it was refused with all its trimmings."""

    async def send(self, destination: Destination, rendered: Any) -> Answer:
        """Hand it over once and say what was heard."""

    async def probe(self) -> Answer:
        """Ask for a sign of life, without any effect a reader could see."""


@runtime_checkable
class Amending(Channel, Protocol):
    """A channel whose messages can be changed where they stand."""

    async def edit(self, destination: Destination, message_id: str, rendered: Any) -> Answer:
        """Put new words into a message already sent; nobody is notified."""
