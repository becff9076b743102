"""/try RULE: what a rule would have brought, without saving it."""

from bot.chat.asked import Asked, Reply, say
from bot.chat.rules import preview
from bot.house import House

HELP = "RULE"


async def reply(asked: Asked, house: House) -> Reply:
    """Read back and measured; plain words in a private chat come here too."""
    if not asked.words:
        return say(asked.tell("try.usage"), prompt="watch")
    return await preview(asked.words, asked, house)
