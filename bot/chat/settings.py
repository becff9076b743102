"""/settings: language, languages read, zone, pace, quiet hours, cap, heartbeat; and the guided way through some."""

from dataclasses import replace

from sqlite_utils import Database

from bot.chat.archive import newest_alerts
from bot.chat.asked import Asked, Reply, Row, button, say
from bot.chat.catalogue import LANGUAGES, NAMES
from bot.chat.hours import read_quiet, read_zone
from bot.house import House
from bot.model import Message, Pace, Subscriber
from storage import people

HELP = ""
READ = ("en", "zh", "ko", "ja", "other")
CITIES = {
    "seoul": "Asia/Seoul",
    "beijing": "Asia/Shanghai",
    "taipei": "Asia/Taipei",
    "tokyo": "Asia/Tokyo",
    "singapore": "Asia/Singapore",
    "washington": "America/New_York",
    "california": "America/Los_Angeles",
    "brussels": "Europe/Brussels",
    "london": "Europe/London",
}
QUIET = ("22:00-07:00", "23:00-07:00", "00:00-08:00")
CAPS = (3, 6, 12, 30)


async def reply(asked: Asked, house: House) -> Reply:
    """The menu; `/settings zone Berlin` and `/settings quiet 22:30-6` set by words."""
    if asked.subscriber is None:
        return say(asked.tell("chat.stranger"))
    name, _, value = asked.words.partition(" ")
    if name in {"zone", "quiet"} and value:
        return await _typed(name, value.strip(), asked, house)
    return Reply((menu(asked.subscriber, asked),))


async def on_button(asked: Asked, house: House) -> Reply:
    """`NAME` shows a choice, `NAME free VALUE` takes it; with `guided` the next choice follows."""
    reader = asked.subscriber
    if reader is None:
        return say(asked.tell("chat.stranger"))
    name, mode, value = (*asked.words.split(" ", 2), "", "")[:3]
    if name == "menu":
        return Reply(edit=menu(reader, asked))
    if name == "ask":
        return say(asked.tell(f"settings.ask_{mode}"), prompt=f"settings {mode}")
    if not value:
        return Reply(edit=_choices(name, mode, reader, asked))
    changed = await _take(name, value, asked, house)
    spoken = replace(asked, lang=changed.lang, subscriber=changed)
    if name == "reads":
        return Reply(edit=_choices(name, mode, changed, spoken))
    if mode != "guided":
        return Reply(edit=menu(changed, spoken), toast=spoken.tell("settings.done"))
    if name == "zone":
        return Reply(edit=_choices("pace", "guided", changed, spoken))
    return await _begun(changed, spoken, house)


async def on_words(asked: Asked, house: House) -> Reply:
    """A zone or hours that were asked for."""
    name, _, value = asked.words.partition("\n")
    return await _typed(name, value.strip(), asked, house)


async def _begun(reader: Subscriber, asked: Asked, house: House) -> Reply:
    """The guided way ends with what is there already."""
    assert asked.destination is not None
    shown = await newest_alerts(reader, asked.destination, house, asked.now)
    told = asked.tell("settings.begun" if shown else "settings.begun_empty")
    return Reply(shown, edit=Message(told))


async def _typed(name: str, value: str, asked: Asked, house: House) -> Reply:
    read = read_zone(value) if name == "zone" else read_quiet(value)
    if not read:
        return say(asked.tell(f"settings.bad_{name}"), prompt=f"settings {name}")
    changed = await _take(name, read, asked, house)
    return Reply((menu(changed, replace(asked, subscriber=changed)),))


async def _take(name: str, value: str, asked: Asked, house: House) -> Subscriber:
    """Stores one setting; values are absolute, so that a press that arrives twice does no harm."""
    reader = asked.subscriber
    assert reader is not None
    match name:
        case "lang":
            changed = replace(reader, lang=value)
        case "reads":
            changed = replace(reader, reads=_reads(reader, value))
        case "zone":
            changed = replace(reader, tz=value)
        case "quiet":
            changed = replace(reader, quiet="" if value == "off" else value)
        case "cap":
            changed = replace(reader, hourly_cap=int(value))
        case "heartbeat":
            changed = replace(reader, heartbeat=value == "on")
        case _:
            changed = replace(reader, pace=Pace(value))

    def step(db: Database) -> None:
        people.update_subscriber(db, changed)
        if name == "pace":
            for rule in people.rules_of(db, reader.id):
                people.update_rule(db, replace(rule, pace=changed.pace))

    await house.store.write(step)
    return changed


def _reads(reader: Subscriber, value: str) -> tuple[str, ...]:
    """`+ko` or `-ko`; none named means all, so the first one taken off leaves the rest."""
    now = set(reader.reads or READ)
    now = now | {value[1:]} if value.startswith("+") else now - {value[1:]}
    chosen = tuple(lang for lang in READ if lang in now)
    return () if len(chosen) == len(READ) else chosen


def menu(reader: Subscriber, asked: Asked) -> Message:
    """Every setting with its present value."""
    tell = asked.tell
    city = next((tell(f"city.{name}") for name, zone in CITIES.items() if zone == reader.tz), reader.tz)
    shown = {
        "lang": NAMES[tell.lang],
        "reads": ", ".join(tell(f"reads.{lang}") for lang in reader.reads or READ),
        "zone": city,
        "pace": tell(f"pace.{reader.pace}"),
        "quiet": reader.quiet or tell("settings.off"),
        "cap": tell("settings.an_hour", count=reader.hourly_cap),
        "heartbeat": tell("settings.on" if reader.heartbeat else "settings.off"),
    }
    rows: list[Row] = [
        (button(f"{tell(f'settings.{name}')}: {value}", f"settings {name} free"),) for name, value in shown.items()
    ]
    return Message(tell("settings.menu"), buttons=tuple(rows))


def _choices(name: str, mode: str, reader: Subscriber, asked: Asked) -> Message:
    tell = asked.tell
    mode = mode or "free"
    options = [(label, f"settings {name} {mode} {value}") for label, value in _options(name, reader, asked)]
    rows: list[Row] = [(button(label, action),) for label, action in options]
    if name in {"zone", "quiet"}:
        rows.append((button(tell("settings.other"), f"settings ask {name}"),))
    if name == "reads" and mode == "guided":
        rows.append((button(tell("topics.next"), "settings zone guided"),))
    elif mode == "free":
        rows.append((button(tell("settings.back"), "settings menu"),))
    return Message(tell(f"settings.choose_{name}"), buttons=tuple(rows))


def _options(name: str, reader: Subscriber, asked: Asked) -> list[tuple[str, str]]:
    tell = asked.tell
    match name:
        case "lang":
            return [(NAMES[lang], lang) for lang in LANGUAGES]
        case "reads":
            chosen = reader.reads or READ
            return [
                (f"{'✓' if lang in chosen else '☐'} {tell(f'reads.{lang}')}", f"{'-' if lang in chosen else '+'}{lang}")
                for lang in READ
            ]
        case "zone":
            return [(tell(f"city.{city}"), zone) for city, zone in CITIES.items()]
        case "quiet":
            return [(hours, hours) for hours in QUIET] + [(tell("settings.off"), "off")]
        case "cap":
            return [(tell("settings.an_hour", count=cap), str(cap)) for cap in CAPS]
        case "heartbeat":
            return [(tell("settings.on"), "on"), (tell("settings.off"), "off")]
        case _:
            return [(tell(f"pace.{pace}"), pace.value) for pace in Pace]
