"""/email: the daily digest by mail, once the owner of the address has agreed; its time and its days."""  # noqa: A005 a command's name

import re
from dataclasses import replace

from bot.chat.asked import Asked, Reply, Row, button, say
from bot.delivery.channels.email import checked
from bot.delivery.links import masked
from bot.house import House
from bot.model import Destination, Message, Subscriber
from storage import destinations, mail, people

HELP = "you@example.org"
OFF = frozenset({"off", "none", "stop", "-"})
TIMES = ("06:00", "07:00", "08:00", "12:00", "18:00", "21:00")
WEEKDAYS = "1234567"
_TIME = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")
_CODE = re.compile(r"[A-Za-z2-7]{4}[- ]?[A-Za-z2-7]{4}")


async def reply(asked: Asked, house: House) -> Reply:
    """`/email a@b.c` asks that address, `/email CODE` is its answer, `/email 08:30` and `/email off` as they say."""
    if asked.subscriber is None:
        return say(asked.tell("chat.stranger"))
    return await _heard(asked.words.strip(), asked, house)


async def on_words(asked: Asked, house: House) -> Reply:
    """The address that was asked for."""
    if asked.subscriber is None:
        return say(asked.tell("chat.stranger"))
    return await _heard(asked.words.partition("\n")[2].strip(), asked, house)


async def on_button(asked: Asked, house: House) -> Reply:
    """`time`, `days` and `menu` show a choice, `time 08:00` and `days 12345` take it, `off` ends the mail."""
    reader = asked.subscriber
    if reader is None:
        return say(asked.tell("chat.stranger"))
    name, _, value = asked.words.partition(" ")
    if name == "off":
        return await _off(asked, house)
    if name == "ask":
        return say(asked.tell("email.ask"), prompt="email address")
    if value:
        changed = replace(reader, digest_at=value) if name == "time" else replace(reader, digest_days=value)
        reader = await _take(changed, house)
    if name == "time" and not value:
        return Reply(edit=_times(asked))
    if name == "days":
        return Reply(edit=_days(reader, asked))
    return Reply(edit=await _state(reader, asked, house))


async def _heard(words: str, asked: Asked, house: House) -> Reply:
    reader = asked.subscriber
    assert reader is not None
    if words.casefold() in OFF:
        return await _off(asked, house)
    if time := _TIME.fullmatch(words):
        reader = await _take(replace(reader, digest_at=f"{int(time[1]):02d}:{time[2]}"), house)
    elif _CODE.fullmatch(words):
        return await _answered(words, asked, house)
    elif words:
        return await _request(words, asked, house)
    return Reply((await _state(reader, asked, house),))


async def _request(words: str, asked: Asked, house: House) -> Reply:
    """Asks the owner. What is said here is the same for every address, whether it is known to us or not."""
    assert asked.subscriber is not None
    if not _mails(house):
        return say(asked.tell("email.none"))
    try:
        address = checked(words)
    except ValueError:
        return say(asked.tell("email.bad"), prompt="email address")
    reader, mark, now = asked.subscriber.id, house.links.mailbox(address), house.now()
    await house.store.write(lambda db: mail.ask(db, reader, address, mark, now))
    house.announce()
    return say(asked.tell("email.asked", address=_shown(address, asked)))


async def _answered(code: str, asked: Asked, house: House) -> Reply:
    """The owner read the code in the mailbox and typed it here."""
    assert asked.subscriber is not None
    reader, now = asked.subscriber, house.now()
    place = await house.store.read(lambda db: mail.pending(db, reader.id))
    if place is None or not house.links.is_code(code, place, now):
        return say(asked.tell("email.wrong_code"))
    await house.store.write(lambda db: mail.consent(db, place.id, now))
    return Reply((await _state(reader, asked, house),))


async def _off(asked: Asked, house: House) -> Reply:
    assert asked.subscriber is not None
    reader, now = asked.subscriber.id, house.now()
    ended = await house.store.write(lambda db: mail.turn_off(db, reader, now))
    await house.refresh_rules()
    return say(asked.tell("email.off" if ended else "email.was_off"))


async def _take(changed: Subscriber, house: House) -> Subscriber:
    """Stores the digest's time or days; values are absolute, so that a press that arrives twice does no harm."""
    await house.store.write(lambda db: people.update_subscriber(db, changed))
    return changed


async def _state(reader: Subscriber, asked: Asked, house: House) -> Message:
    """Where the digest goes, when, and what can be changed."""
    tell = asked.tell
    places = await house.store.read(lambda db: destinations.destinations_of(db, reader.id))
    found = [place for place in places if place.channel == "email"]
    lines = [_told(place, asked) for place in found] or [tell("email.here" if _mails(house) else "email.none")]
    days = (
        tell("email.daily")
        if reader.digest_days == WEEKDAYS
        else " ".join(_day(one, asked) for one in reader.digest_days)
    )
    rows: list[Row] = [
        (button(f"{tell('email.time')}: {reader.digest_at}", "email time"),),
        (button(f"{tell('email.days')}: {days}", "email days"),),
    ]
    if _mails(house):
        rows.append((button(tell("email.other" if found else "email.add"), "email ask"),))
    if found:
        rows.append((button(tell("email.end"), "email off"),))
    return Message("\n".join(lines), buttons=tuple(rows))


def _told(place: Destination, asked: Asked) -> str:
    address = _shown(place.address, asked)
    if place.paused:
        return asked.tell("email.paused", address=address, reason=place.paused)
    return asked.tell("email.goes" if place.confirmed else "email.waits", address=address)


def _shown(address: str, asked: Asked) -> str:
    """In a group others read it too."""
    return masked(address) if asked.group else address


def _times(asked: Asked) -> Message:
    rows = tuple((button(time, f"email time {time}"),) for time in TIMES)
    return Message(
        asked.tell("email.choose_time"), buttons=(*rows, (button(asked.tell("settings.back"), "email menu"),))
    )


def _days(reader: Subscriber, asked: Asked) -> Message:
    """The days of the week, each to be switched; the last one stays."""
    rows: list[Row] = []
    for day in WEEKDAYS:
        on = day in reader.digest_days
        left = "".join(one for one in WEEKDAYS if (one in reader.digest_days) != (one == day)) or day
        rows.append((button(f"{'✓' if on else '☐'} {_day(day, asked)}", f"email days {left}"),))
    return Message(
        asked.tell("email.choose_days"), buttons=(*rows, (button(asked.tell("settings.back"), "email menu"),))
    )


def _day(number: str, asked: Asked) -> str:
    return asked.tell(f"weekday.{number}")


def _mails(house: House) -> bool:
    """Whether there is a mail server."""
    return "email" in house.channels
