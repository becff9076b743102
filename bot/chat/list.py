"""/list: the chat's rules, what each brought in a week, and everything that can be done with one."""

import secrets
from dataclasses import replace
from datetime import timedelta

from bot.chat.archive import measure
from bot.chat.asked import Asked, Reply, Row, button, say, show
from bot.chat.rules import emphasized, read_rule, refused, title
from bot.delivery.labels import labels_for
from bot.delivery.moments import clock
from bot.delivery.typography import clean, cut
from bot.desk.rules import RuleError, echo
from bot.house import House
from bot.model import Destination, Message, Pace, Rule
from storage import destinations, invitations, people

HELP = ""
SHOWN = 30
WEEK = 7
SHARED = timedelta(days=365)


async def reply(asked: Asked, house: House) -> Reply:
    """Every rule with its number, its hits of seven days and the last of them."""
    if asked.subscriber is None:
        return say(asked.tell("chat.stranger"))
    return Reply((await _whole(asked, house),))


async def on_button(asked: Asked, house: House) -> Reply:
    """`all`, or a verb and a rule's number; values are absolute, so that a press that arrives twice does no harm."""
    verb, number, value = (*asked.words.split(" ", 2), "", "")[:3]
    if asked.subscriber is None:
        return say(asked.tell("chat.stranger"))
    if verb == "all":
        return Reply(edit=await _whole(asked, house))
    rule = await _mine(number, asked, house)
    if rule is None:
        return Reply(edit=await _whole(asked, house), toast=asked.tell("list.gone"))
    match verb:
        case "edit" | "rename":
            return say(asked.tell(f"list.ask_{verb}", rule=cut(rule.text, 500)), prompt=f"list {verb} {rule.id}")
        case "delete":
            return await _delete(rule, asked, house)
        case "share":
            return await _share(rule, asked, house)
        case "pace" | "route" if not value:
            return Reply(edit=await _choices(verb, rule, asked, house))
        case "open":
            return Reply(edit=await _opened(rule, asked, house))
    changed = _changed(rule, verb, value)
    await house.store.write(lambda db: people.update_rule(db, changed))
    await house.refresh_rules()
    return Reply(edit=await _opened(changed, asked, house), toast=asked.tell("settings.done"))


async def on_words(asked: Asked, house: House) -> Reply:
    """A rule's new text or name."""
    order, _, words = asked.words.partition("\n")
    verb, _, number = order.partition(" ")
    rule = await _mine(number, asked, house) if asked.subscriber else None
    if rule is None:
        return say(asked.tell("list.gone"))
    if verb == "rename":
        changed = replace(rule, name=cut(clean(words).strip(), 60))
    else:
        try:
            read_rule(words, house)
        except RuleError as error:
            return replace(refused(error, asked), prompt=say("", prompt=f"list {order}").prompt)
        changed = replace(rule, text=words, min_grade=0)
    await house.store.write(lambda db: people.update_rule(db, changed))
    await house.refresh_rules()
    return Reply((await _opened(changed, asked, house),))


def _changed(rule: Rule, verb: str, value: str) -> Rule:
    match verb:
        case "pause":
            return replace(rule, paused=value == "on")
        case "urgent":
            return replace(rule, urgent=value == "on")
        case "pace":
            return replace(rule, pace=Pace(value))
        case _:
            return replace(rule, destination=int(value))


async def _mine(number: str, asked: Asked, house: House) -> Rule | None:
    assert asked.subscriber is not None
    owner = asked.subscriber.id
    rules = await house.store.read(lambda db: people.rules_of(db, owner))
    return next((rule for rule in rules if str(rule.id) == number), None)


async def _delete(rule: Rule, asked: Asked, house: House) -> Reply:
    await house.store.write(lambda db: people.remove_rule(db, rule.id, asked.now))
    await house.refresh_rules()
    again = button(asked.tell("list.undo"), f"watch save {rule.pace} {rule.text}")
    return show(asked.tell("unwatch.ended", rule=title(rule, asked, house)), (again,))


async def _share(rule: Rule, asked: Asked, house: House) -> Reply:
    token, until = secrets.token_urlsafe(9), asked.now + SHARED
    await house.store.write(lambda db: invitations.add_invitation(db, token, asked.user, until, rule=rule.text))
    told = asked.tell("list.shared", link=f"https://t.me/{asked.bot_name}?start={token}")
    if asked.inviting:
        return say(told, (button(asked.tell("list.let_in"), f"invite 1 {rule.text}"),))
    return say(told)


async def _whole(asked: Asked, house: House) -> Message:
    assert asked.subscriber is not None
    owner = asked.subscriber.id
    rules = await house.store.read(lambda db: people.rules_of(db, owner))
    if not rules:
        return Message(asked.tell("list.none"))
    lines, rows = [], []
    for rule in rules[:SHOWN]:
        mark = f" ({asked.tell('list.paused')})" if rule.paused else ""
        name = title(rule, asked, house)
        lines.append(f"{rule.number}. {name}{mark}\n    {await _week(rule, asked, house)}")
        rows.append((button(cut(f"{rule.number}. {name}", 40), f"list open {rule.id}"),))
    if len(rules) > SHOWN:
        lines.append(asked.tell("status.more", count=len(rules) - SHOWN))
    return Message("\n".join(lines), buttons=tuple(rows))


async def _week(rule: Rule, asked: Asked, house: House) -> str:
    """What a rule brought lately."""
    assert asked.subscriber is not None
    volume = await measure(read_rule(rule.text, house), house, asked.now, days=WEEK, samples=1)
    if volume.last is None:
        return asked.tell("list.quiet", days=WEEK)
    last = clock(volume.last, asked.subscriber.tz, labels_for(asked.lang), today=asked.now)
    return asked.tell("list.hits", days=WEEK, count=volume.stories, last=last)


async def _opened(rule: Rule, asked: Asked, house: House) -> Message:
    """One rule, with its buttons."""
    tell = asked.tell
    state = [tell(f"pace.{rule.pace}"), *([tell("list.paused")] if rule.paused else [])]
    state += [tell("list.urgent")] if rule.urgent else []
    lines = [
        f"{rule.number}. {title(rule, asked, house)}",
        cut(rule.text, 600),
        emphasized(cut(echo(read_rule(rule.text, house), tell), 800)).text,
        f"{' · '.join(state)} · {await _week(rule, asked, house)}",
    ]
    pause = ("list.resume", "off") if rule.paused else ("list.pause", "on")
    urgent = ("list.calm", "off") if rule.urgent else ("list.urgent", "on")
    rows: tuple[Row, ...] = (
        (button(tell("list.edit"), f"list edit {rule.id}"), button(tell("list.rename"), f"list rename {rule.id}")),
        (
            button(tell(pause[0]), f"list pause {rule.id} {pause[1]}"),
            button(tell("list.pace"), f"list pace {rule.id}"),
        ),
        (
            button(tell(urgent[0]), f"list urgent {rule.id} {urgent[1]}"),
            button(tell("list.route"), f"list route {rule.id}"),
        ),
        (button(tell("list.share"), f"list share {rule.id}"), button(tell("list.delete"), f"list delete {rule.id}")),
        (button(tell("settings.back"), "list all"),),
    )
    return Message("\n".join(dict.fromkeys(lines)), buttons=rows)


async def _choices(verb: str, rule: Rule, asked: Asked, house: House) -> Message:
    """The paces, or the places where the rule may lead."""
    rows: list[Row]
    if verb == "pace":
        rows = [(button(asked.tell(f"pace.{pace}"), f"list pace {rule.id} {pace}"),) for pace in Pace]
    else:
        places = await house.store.read(lambda db: destinations.destinations_of(db, rule.subscriber))
        rows = [
            (button(_place(place, asked, chosen=place.id == rule.destination), f"list route {rule.id} {place.id}"),)
            for place in places
        ]
    rows.append((button(asked.tell("settings.back"), f"list open {rule.id}"),))
    return Message(asked.tell(f"list.choose_{verb}", rule=title(rule, asked, house)), buttons=tuple(rows))


def _place(place: Destination, asked: Asked, *, chosen: bool) -> str:
    if place.channel != "telegram":
        name = place.address
    elif place.thread:
        name = asked.tell("list.topic", number=place.thread)
    elif place.address == asked.chat:
        name = asked.tell("list.here")
    else:
        name = asked.tell("list.chat", number=place.address)
    return f"{'✓ ' if chosen else ''}{name}"
