"""/start: become a reader; what the bot is and what it keeps."""

from dataclasses import replace

from sqlite_utils import Database

from bot.chat.asked import Asked, say
from bot.house import House
from bot.model import Destination, Message, Rule, Subscriber
from storage import destinations, people

HELP = "begin, or begin again after a pause"
WHOLE_TOPIC = "topic:china-korea-chips"
WELCOME = (
    "chipwire tells you of news on China, South Korea and semiconductors: one alert per story, with the reason why.\n"
    "\n"
    "Stored about you: this chat's id, your language, your rules, and which alerts were sent.\n"
    "You follow the whole topic now; /watch RULE adds your own, /list shows them, /latest shows what is there already."
)
BACK = "Welcome back. Your rules were kept; alerts come again."


async def reply(asked: Asked, house: House) -> tuple[Message, ...]:
    """Enters the chat once; a chat that had paused is resumed."""
    if asked.destination:
        place = asked.destination.id
        await house.store.write(lambda db: destinations.resume_destination(db, place))
        return say(BACK)
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
    return say(WELCOME)
