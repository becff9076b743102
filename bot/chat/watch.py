"""/watch RULE: a rule is read back and saved, or refused with the place and the reason."""

from bot.chat.asked import STRANGER, Asked, say
from bot.desk.rules import RuleError, echo, parse
from bot.house import House
from bot.model import Message, Rule
from storage import people

HELP = "RULE – be told of what it matches, e.g. /watch samsung AND (china OR 中国)"
MOST_RULES = 100


async def reply(asked: Asked, house: House) -> tuple[Message, ...]:
    """Saves the rule for this chat."""
    if asked.subscriber is None or asked.destination is None:
        return say(STRANGER)
    if not asked.words:
        return say(f"/watch {HELP}")
    owner, place = asked.subscriber.id, asked.destination.id
    try:
        read_back = echo(parse(asked.words, house.desk.classifier.vocabulary))
    except RuleError as error:
        return say(f"Not saved. {refusal(error)}")
    rules = await house.store.read(lambda db: people.rules_of(db, owner))
    if any(rule.text == asked.words for rule in rules):
        return say("You have this rule already; see /list.")
    if len(rules) >= MOST_RULES:
        return say(f"You have {MOST_RULES} rules, which is the most; /unwatch one first.")
    rule = Rule(0, owner, asked.words, place, pace=asked.subscriber.pace, created=asked.now)
    saved = await house.store.write(lambda db: people.add_rule(db, rule))
    await house.refresh_rules()
    return say(f"Saved as rule {saved.id}: {read_back}")


def refusal(error: RuleError) -> str:
    """A refused rule's place, reason and mended text."""
    tried = f"\nTry: {error.hint}" if error.hint else ""
    return f"Position {error.position}: {error.reason}{tried}"
