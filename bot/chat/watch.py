"""/watch RULE: a rule is read back with what it would have brought, and saved with one tap."""

from bot.chat.asked import Asked, Reply, say, show
from bot.chat.rules import preview, save, title
from bot.house import House
from bot.model import Pace

HELP = "RULE"


async def reply(asked: Asked, house: House) -> Reply:
    """Reads the rule back, or says what is wrong with it and where."""
    if asked.subscriber is None:
        return say(asked.tell("chat.stranger"))
    if not asked.words:
        return say(asked.tell("watch.usage"), prompt="watch")
    return await preview(asked.words, asked, house)


async def on_button(asked: Asked, house: House) -> Reply:
    """`ask`, `try RULE`, or `save PACE RULE`."""
    verb, _, rest = asked.words.partition(" ")
    if asked.subscriber is None or asked.destination is None:
        return say(asked.tell("chat.stranger"))
    if verb == "ask":
        return say(asked.tell("watch.usage"), prompt="watch")
    if verb == "try":
        return await preview(rest, asked, house)
    pace, _, text = rest.partition(" ")
    trouble, rule = await save(text, Pace(pace), asked, house)
    if rule is None:
        return Reply(toast=trouble)
    told = asked.tell(
        "watch.saved", id=rule.number, rule=title(rule, asked, house), pace=asked.tell(f"pace.{rule.pace}")
    )
    return show(told, toast=asked.tell("watch.done"))


async def on_words(asked: Asked, house: House) -> Reply:
    """The rule that was asked for."""
    return await preview(asked.words.partition("\n")[2], asked, house)
