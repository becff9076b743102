"""/help: what can be said."""

from bot.chat import COMMANDS, OPERATORS
from bot.chat.asked import Asked, Reply, say
from bot.house import House

HELP = ""


async def reply(asked: Asked, house: House) -> Reply:
    """Made from the tuples of commands; an operator sees theirs too, and who may invite sees that."""
    del house
    others = OPERATORS if asked.operator else ("invite",) if asked.inviting else ()
    names = (*COMMANDS, *others)
    return say("\n".join(f"/{name} – {asked.tell(f'help.{name}')}" for name in names))
