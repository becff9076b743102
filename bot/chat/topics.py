"""/topics: the built-in topics, each with its measured volume; a tap follows or leaves."""

from datetime import timedelta

from bot.chat.asked import Asked, Reply, Row, button, say
from bot.chat.rules import save
from bot.desk.topics.presets import WHOLE, Topic
from bot.house import House
from bot.model import Button, Message, Rule
from storage import people, volumes

HELP = ""


async def reply(asked: Asked, house: House) -> Reply:
    """The list with its marks."""
    if asked.subscriber is None:
        return say(asked.tell("chat.stranger"))
    return Reply((await _menu(asked, house),))


async def on_button(asked: Asked, house: House) -> Reply:
    """`show`, `on TOPIC` or `off TOPIC`; absolute, so that a press that arrives twice does no harm."""
    verb, _, topic = asked.words.partition(" ")
    if asked.subscriber is None:
        return say(asked.tell("chat.stranger"))
    toast = ""
    if verb == "on":
        toast, _ = await save(f"topic:{topic}", asked.subscriber.pace, asked, house, min_grade=int(topic == WHOLE))
    elif verb == "off":
        await _leave(topic, asked, house)
    return Reply(edit=await _menu(asked, house), toast=toast)


async def _leave(topic: str, asked: Asked, house: House) -> None:
    followed = await _followed(asked, house)
    if rule := followed.get(topic):
        await house.store.write(lambda db: people.remove_rule(db, rule.id, asked.now))
        await house.refresh_rules()


async def _followed(asked: Asked, house: House) -> dict[str, Rule]:
    assert asked.subscriber is not None
    owner = asked.subscriber.id
    rules = await house.store.read(lambda db: people.rules_of(db, owner))
    return {rule.text.removeprefix("topic:"): rule for rule in rules if rule.text.startswith("topic:")}


async def _menu(asked: Asked, house: House) -> Message:
    since = asked.now - timedelta(days=30)
    counted = await house.store.read(lambda db: volumes.topic_volumes(db, since))
    days = min(30.0, await house.store.read(lambda db: volumes.days_covered(db, since, asked.now)))
    followed = await _followed(asked, house)
    rows: list[Row] = [
        (_choice(topic, counted.get(topic.id, 0) / days, asked, chosen=topic.id in followed),)
        for topic in house.desk.classifier.topics
    ]
    rows.append((button(asked.tell("topics.next"), "settings reads guided"),))
    return Message(asked.tell("topics.choose"), buttons=tuple(rows))


def _choice(topic: Topic, a_day: float, asked: Asked, *, chosen: bool) -> Button:
    rate = f"~{a_day:.0f}" if a_day >= 1 else f"~{a_day:.1f}" if a_day else "0"
    label = f"{'✓ ' if chosen else ''}{topic.title[asked.tell.lang]} · {asked.tell('topics.a_day', count=rate)}"
    return button(label, f"topics {'off' if chosen else 'on'} {topic.id}")
