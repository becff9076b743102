"""/snooze 2h: nothing for a while, then all of it at once."""

from dataclasses import replace
from datetime import timedelta

from bot.chat.asked import Asked, Reply, button, say, show
from bot.chat.hours import read_length
from bot.delivery.labels import labels_for
from bot.delivery.moments import clock
from bot.house import House
from storage import people

HELP = "2h"
LENGTHS = ("1h", "8h", "1d", "1w")


async def reply(asked: Asked, house: House) -> Reply:
    """By words, or by the buttons below."""
    if asked.subscriber is None:
        return say(asked.tell("chat.stranger"))
    if asked.words.casefold() == "off":
        return say(await _sleep(timedelta(), asked, house))
    length = read_length(asked.words)
    if length:
        return say(await _sleep(length, asked, house))
    rows = tuple(button(asked.tell(f"snooze.{length}"), f"snooze {length}") for length in LENGTHS)
    return say(asked.tell("snooze.choose"), rows, (button(asked.tell("snooze.off"), "snooze off"),))


async def on_button(asked: Asked, house: House) -> Reply:
    """A length, or `off`."""
    if asked.subscriber is None:
        return say(asked.tell("chat.stranger"))
    return show(await _sleep(read_length(asked.words), asked, house))


async def _sleep(length: timedelta, asked: Asked, house: House) -> str:
    assert asked.subscriber is not None
    until = asked.now + length if length else None
    changed = replace(asked.subscriber, snoozed=until)
    await house.store.write(lambda db: people.update_subscriber(db, changed))
    if until is None:
        return asked.tell("snooze.ended")
    return asked.tell("snooze.until", time=clock(until, changed.tz, labels_for(asked.lang), today=asked.now))
