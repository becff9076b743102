"""/start: become a reader; what the bot is and what it keeps."""

from dataclasses import replace

from sqlite_utils import Database

from bot.chat.asked import Asked, Reply, say
from bot.house import House
from bot.model import Destination, Rule, Subscriber
from storage import destinations, people

HELP = ""
WHOLE_TOPIC = "topic:china-korea-chips"


async def reply(asked: Asked, house: House) -> Reply:
    """Enters the chat once; a chat that had paused is resumed."""
    if asked.destination:
        place = asked.destination.id
        await house.store.write(lambda db: destinations.resume_destination(db, place))
        return say(asked.tell("start.back"))
    tz = house.tz

    def step(db: Database) -> None:
        reader = people.add_subscriber(db, Subscriber(0, lang=asked.lang, tz=tz, since=asked.now))
        place = destinations.add_destination(
            db, Destination(0, reader.id, "telegram", asked.chat, thread=asked.thread, group=asked.group)
        )
        rule = Rule(0, reader.id, WHOLE_TOPIC, place.id, min_grade=1, created=asked.now)
        people.add_rule(db, replace(rule, pace=reader.pace))

    await house.store.write(step)
    await house.refresh_rules()
    return say(asked.tell("start.welcome"))
