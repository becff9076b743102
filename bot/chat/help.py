"""/help: what can be said."""

from bot.chat.asked import Asked, say
from bot.house import House
from bot.model import Message

HELP = "this list"


async def reply(asked: Asked, house: House) -> tuple[Message, ...]:
    """Made from the table of commands."""
    del house
    return say("\n".join(f"/{name} {text}" for name, text in asked.commands))
