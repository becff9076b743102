"""/watch RULE: a rule is read back and saved, or refused with the place and the reason."""

from bot.chat.asked import Asked, Reply, say
from bot.desk.rules import RuleError, echo, parse
from bot.house import House
from bot.model import Rule
from storage import people

HELP = "RULE"
MOST_RULES = 100


async def reply(asked: Asked, house: House) -> Reply:
    """Saves the rule for this chat."""
    if asked.subscriber is None or asked.destination is None:
        return say(asked.tell("chat.stranger"))
    if not asked.words:
        return say(asked.tell("watch.usage"))
    owner, place = asked.subscriber.id, asked.destination.id
    try:
        read_back = echo(parse(asked.words, house.desk.classifier.vocabulary))
    except RuleError as error:
        return say(refusal(error, asked))
    rules = await house.store.read(lambda db: people.rules_of(db, owner))
    if any(rule.text == asked.words for rule in rules):
        return say(asked.tell("watch.twice"))
    if len(rules) >= MOST_RULES:
        return say(asked.tell("watch.most", count=MOST_RULES))
    rule = Rule(0, owner, asked.words, place, pace=asked.subscriber.pace, created=asked.now)
    saved = await house.store.write(lambda db: people.add_rule(db, rule))
    await house.refresh_rules()
    return say(asked.tell("watch.saved", id=saved.id, echo=read_back))


def refusal(error: RuleError, asked: Asked) -> str:
    """A refused rule's place, reason and mended text."""
    tried = "\n" + asked.tell("watch.try", hint=error.hint) if error.hint else ""
    return asked.tell("watch.refused", position=error.position, reason=error.reason) + tried
