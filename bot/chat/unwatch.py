"""/unwatch N: end a rule."""

from bot.chat.asked import Asked, Reply, say
from bot.chat.rules import title
from bot.house import House
from storage import people

HELP = "N"


async def reply(asked: Asked, house: House) -> Reply:
    """Removes a rule of this reader, and of nobody else."""
    if asked.subscriber is None:
        return say(asked.tell("chat.stranger"))
    owner = asked.subscriber.id
    rules = {str(rule.number): rule for rule in await house.store.read(lambda db: people.rules_of(db, owner))}
    rule = rules.get(asked.words.strip().rstrip("."))
    if rule is None:
        return say(asked.tell("unwatch.which"))
    await house.store.write(lambda db: people.remove_rule(db, rule.id, asked.now))
    await house.refresh_rules()
    return say(asked.tell("unwatch.ended", rule=title(rule, asked, house)))
