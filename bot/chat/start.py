"""/start: become a reader; what the bot is and what it keeps; invitations are opened here."""

from dataclasses import replace

from sqlite_utils import Database

from bot.chat.asked import Asked, Reply, Row, button, say
from bot.chat.rules import preview, read_rule, title
from bot.desk.rules import RuleError
from bot.desk.topics import WHOLE_RULE
from bot.house import House
from bot.model import Destination, Rule, Subscriber
from storage import destinations, invitations, membership, people
from storage.invitations import Invitation

HELP = ""
#: Alerts an hour that a newcomer gets one by one.
HOURLY = 12
#: Begins a link that shows a built-in topic; anybody can write one.
TOPIC = "topic_"


async def reply(asked: Asked, house: House) -> Reply:
    """Enters the chat once; a chat that had paused is resumed. What a link carries is shown first, not taken."""
    carried = await _carried(asked.words, asked, house)
    if asked.destination and asked.subscriber:
        await house.store.write(lambda db: membership.open_chat(db, asked.chat))
        back = say(asked.tell("start.back"), *_ways(asked))
        return await _with_rule(carried.rule, back, asked, house)
    if asked.words and not carried.known:
        spent = asked.tell("start.spent") if asked.admitted else asked.tell("start.spent_private", chat=asked.chat)
        return say(spent, *([(button(asked.tell("start.without"), "start in"),)] if asked.admitted else []))
    if not asked.admitted and not carried.admits:
        return say(asked.tell("chat.private", chat=asked.chat))
    if carried.rule:
        return await _offered(carried, asked, house)
    return await _entered(asked.words, WHOLE_RULE, asked, house)


async def on_button(asked: Asked, house: House) -> Reply:
    """`take TOKEN` with what the link carries, `in TOKEN` with the whole topic."""
    verb, _, token = asked.words.partition(" ")
    if asked.destination and asked.subscriber:
        return say(asked.tell("start.back"), *_ways(asked))
    carried = await _carried(token, asked, house)
    if not (asked.admitted or carried.admits):
        return say(asked.tell("start.spent_private", chat=asked.chat))
    return await _entered(token, carried.rule if verb == "take" and carried.rule else WHOLE_RULE, asked, house)


async def _carried(token: str, asked: Asked, house: House) -> Invitation:
    """What a link brings, not used up by being looked at."""
    if token.startswith(TOPIC):
        rule = f"topic:{token.removeprefix(TOPIC)}"
        return Invitation(rule, known=True) if _readable(rule, house) else Invitation()
    return await house.store.read(lambda db: invitations.look_at_invitation(db, token, asked.now))


async def _offered(carried: Invitation, asked: Asked, house: House) -> Reply:
    """What the bot is and what would come, before anything is stored."""
    shown = await preview(carried.rule, asked, house)
    take: list[Row] = [(button(asked.tell("start.take"), f"start take {asked.words}"),)]
    rows = [
        *(take if _readable(carried.rule, house) else []),
        (button(asked.tell("start.whole"), f"start in {asked.words}"),),
    ]
    (message,) = shown.messages
    return Reply((*say(asked.tell("start.invited")).messages, replace(message, buttons=tuple(rows))))


async def _entered(token: str, rule: str, asked: Asked, house: House) -> Reply:
    """A new reader; the link is used up with it."""

    def step(db: Database) -> tuple[Subscriber, Destination] | None:
        used = invitations.open_invitation(db, token, asked.now)
        return _enter(db, rule, asked, house.tz) if asked.admitted or used.admits else None

    entered = await house.store.write(step)
    if entered is None:  # somebody else was faster
        return say(asked.tell("start.spent_private", chat=asked.chat))
    await house.refresh_rules()
    begun = replace(asked, subscriber=entered[0], destination=entered[1])
    taken = title(Rule(0, 0, rule, 0), asked, house)
    welcome = asked.tell("start.welcome") if rule == WHOLE_RULE else asked.tell("start.taken", rule=taken)
    return say(welcome, *_ways(begun))


def _enter(db: Database, rule: str, asked: Asked, tz: str) -> tuple[Subscriber, Destination]:
    lang = asked.tell.lang
    reader = people.add_subscriber(db, Subscriber(0, lang=lang, tz=tz, since=asked.now, hourly_cap=HOURLY))
    place = destinations.add_destination(
        db, Destination(0, reader.id, "telegram", asked.chat, thread=asked.thread, group=asked.group)
    )
    grade = int(rule == WHOLE_RULE)
    people.add_rule(db, Rule(0, reader.id, rule, place.id, pace=reader.pace, min_grade=grade, created=asked.now))
    return reader, place


def _readable(rule: str, house: House) -> bool:
    try:
        read_rule(rule, house)
    except RuleError:
        return False
    return True


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
