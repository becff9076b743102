"""/list: the chat's rules."""

from bot.chat.asked import Asked, Reply, say
from bot.house import House
from storage import people

HELP = ""


async def reply(asked: Asked, house: House) -> Reply:
    """Every rule with its number, as /unwatch wants it."""
    if asked.subscriber is None:
        return say(asked.tell("chat.stranger"))
    owner = asked.subscriber.id
    rules = await house.store.read(lambda db: people.rules_of(db, owner))
    if not rules:
        return say(asked.tell("list.none"))
    mark = f" ({asked.tell('list.paused')})"
    return say("\n".join(f"{rule.id}. {rule.name or rule.text}{mark if rule.paused else ''}" for rule in rules))
