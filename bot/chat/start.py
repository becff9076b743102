"""/start: become a reader; what the bot is and what it keeps; invitations are opened here."""

from dataclasses import replace

from sqlite_utils import Database

from bot.chat.asked import Asked, Reply, Row, button, say
from bot.chat.rules import WHOLE, preview
from bot.house import House
from bot.model import Destination, Rule, Subscriber
from storage import destinations, invitations, membership, people

HELP = ""
#: Alerts an hour that a newcomer gets one by one.
HOURLY = 12


async def reply(asked: Asked, house: House) -> Reply:
    """Enters the chat once; a chat that had paused is resumed. An invitation's rule is previewed, not taken."""
    carried = await house.store.write(lambda db: invitations.open_invitation(db, asked.words, asked.now))
    if asked.destination and asked.subscriber:
        await house.store.write(lambda db: membership.open_chat(db, asked.chat))
        back = say(asked.tell("start.back"), *_ways(asked))
        return await _with_rule(carried.rule, back, asked, house)
    if not asked.admitted and not carried.admits:
        return say(asked.tell("chat.private", chat=asked.chat))
    reader, place = await house.store.write(lambda db: _enter(db, asked, house.tz))
    await house.refresh_rules()
    begun = replace(asked, subscriber=reader, destination=place)
    return await _with_rule(carried.rule, say(asked.tell("start.welcome"), *_ways(asked)), begun, house)


def _enter(db: Database, asked: Asked, tz: str) -> tuple[Subscriber, Destination]:
    lang = asked.tell.lang
    reader = people.add_subscriber(db, Subscriber(0, lang=lang, tz=tz, since=asked.now, hourly_cap=HOURLY))
    place = destinations.add_destination(
        db, Destination(0, reader.id, "telegram", asked.chat, thread=asked.thread, group=asked.group)
    )
    people.add_rule(db, Rule(0, reader.id, WHOLE, place.id, pace=reader.pace, min_grade=1, created=asked.now))
    return reader, place


async def _with_rule(rule: str, welcome: Reply, asked: Asked, house: House) -> Reply:
    if not rule:
        return welcome
    shown = await preview(rule, asked, house)
    return replace(welcome, messages=(*welcome.messages, *shown.messages))


def _ways(asked: Asked) -> tuple[Row, ...]:
    """The three ways to begin."""
    return (
        (button(asked.tell("start.topics"), "topics show"),),
        (button(asked.tell("start.keywords"), "watch ask"),),
        (button(asked.tell("start.example"), "latest"),),
    )
