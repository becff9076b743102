"""/unwatch N: end a rule."""

from bot.chat.asked import STRANGER, Asked, say
from bot.house import House
from bot.model import Message
from storage import people

HELP = "N – end rule N of /list"


async def reply(asked: Asked, house: House) -> tuple[Message, ...]:
    """Removes a rule of this reader, and of nobody else."""
    if asked.subscriber is None:
        return say(STRANGER)
    owner = asked.subscriber.id
    rules = {str(rule.id): rule for rule in await house.store.read(lambda db: people.rules_of(db, owner))}
    rule = rules.get(asked.words.strip().rstrip("."))
    if rule is None:
        return say("Which one? /list shows the numbers: /unwatch N")
    await house.store.write(lambda db: people.remove_rule(db, rule.id, asked.now))
    await house.refresh_rules()
    return say(f"Ended: {rule.name or rule.text}")
