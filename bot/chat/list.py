"""/list: the chat's rules."""

from bot.chat.asked import STRANGER, Asked, say
from bot.house import House
from bot.model import Message
from storage import people

HELP = "your rules, with their numbers"


async def reply(asked: Asked, house: House) -> tuple[Message, ...]:
    """Every rule with its number, as /unwatch wants it."""
    if asked.subscriber is None:
        return say(STRANGER)
    owner = asked.subscriber.id
    rules = await house.store.read(lambda db: people.rules_of(db, owner))
    if not rules:
        return say("No rules. /watch RULE makes one.")
    return say("\n".join(f"{rule.id}. {rule.name or rule.text}{' (paused)' if rule.paused else ''}" for rule in rules))
