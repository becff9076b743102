"""Every button of every menu, pressed by who it is for, too late, by somebody else, and made up."""

import random
from collections.abc import Iterable, Iterator, Sequence

import pytest
from sqlite_utils import Database

from bot.chat.catalogue import words_in
from bot.outgoing import deliver_due
from tests.chat.conftest import Person, World
from tests.chat.test_chat_alerts import alert
from tests.faults.bot_api import Accepted

COMMANDS = (
    *(
        "/start",
        "/topics",
        "/watch samsung",
        "/watch (broken",
        "/try hynix OR gallium",
        "/list",
        "/latest",
        "/search chip",
    ),
    *("/story 1", "/why 1", "/mute", "/saved", "/settings", "/snooze", "/status", "/forget", "/help", "/nonsense"),
)
TABLES = ("subscribers", "destinations", "rules", "mutes", "saved", "outbox", "seals", "prompts", "invitations")


def stored(world: World) -> list[object]:
    return world.house.store.read_sync(
        lambda db: [db.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall() for table in TABLES]
    )


def action_of(world: World, data: str) -> str:
    def look(db: Database) -> str:
        row = db.execute("SELECT action FROM seals WHERE id = ?", (data,)).fetchone()
        return str(row[0]) if row else ""

    return world.house.store.read_sync(look)


def buttons(messages: Iterable[Accepted]) -> Iterator[tuple[Accepted, str]]:
    for message in messages:
        for row in message.buttons:
            for each in row:
                if "callback_data" in each:
                    yield message, each["callback_data"]


class Walk:
    """Presses what it has not pressed yet, until no message has anything new."""

    def __init__(self, world: World, reader: Person) -> None:
        self.world, self.reader = world, reader
        self.pressed: dict[str, tuple[Accepted, str]] = {}  # by what the button does

    def fresh(self) -> list[tuple[str, Accepted, str]]:
        found = {}
        for message, data in buttons(self.reader.shown):
            action = action_of(self.world, data)
            if action not in self.pressed and not action.startswith("forget"):
                found[action] = (action, message, data)
        return [*found.values()]

    async def to_its_end(self) -> None:
        while new := self.fresh():
            for action, message, data in new:
                self.pressed[action] = (message, data)
                await self.reader.presses_data(message, data)

    def toasts(self) -> list[str]:
        return [str(one.fields.get("text", "")) for one in self.world.api.asked if one.method == "answerCallbackQuery"]


def refusals(world: World) -> list[str]:
    """What the Bot API found wrong with our requests."""
    return [one.met for one in world.api.asked if one.met != "ok" and "not modified" not in one.met]


async def every_menu(world: World, lang: str, spoilt: Sequence[str] = ("",)) -> Walk:
    """A reader who has been told something, sends every command and presses everything that comes."""
    for number in range(6):
        world.publish(
            f"{spoilt[number % len(spoilt)]}US export controls on Samsung chip plants in China, part {number}",
            spoilt[-1],
            source=("gt", "yna-en")[number % 2],
        )
    world.publish("商务部：反对美国对三星西安工厂的芯片出口管制", source="mofcom")
    reader = world.person(1, lang=lang)
    await reader.says("/start")
    await alert(world, 1, 2)
    await alert(world, 3, 4, bundle="hourly")
    await deliver_due(world.house)
    walk = Walk(world, reader)
    for command in COMMANDS:
        await reader.says(command)
        await walk.to_its_end()
    return walk


@pytest.mark.parametrize("lang", ["en", "ko", "zh-hans", "zh-hant"])
async def test_every_button_of_every_menu_is_answered(world: World, lang: str):
    """Each does something or says why not; none is a mistake of ours, in any language."""
    walk = await every_menu(world, lang)
    names = {action.split(" ")[0] for action in walk.pressed}
    sorry = {words_in(code)("chat.sorry") for code in ("en", "ko", "zh-Hans", "zh-Hant")}
    stale = {words_in(code)("chat.expired") for code in ("en", "ko", "zh-Hans", "zh-Hant")}

    assert len(walk.pressed) > 120
    assert names >= {"topics", "watch", "latest", "settings", "list", "why", "saved", "mute", "less", "story", "snooze"}
    assert [one.text for one in walk.reader.shown if one.text in sorry] == []
    assert [toast for toast in walk.toasts() if toast in sorry | stale] == []
    assert refusals(world) == []


async def test_hostile_headlines_break_no_menu(world: World):
    """In samples, lists, explanations, stories, and on buttons."""
    spoilt = ("<b>&amp;", "\u202e\u2066", "*_[]()~`>#", "\x00\x1b[31m", "👩‍👩‍👧‍👦" * 50, "A" * 5000)
    walk = await every_menu(world, "en", spoilt)

    assert len(walk.pressed) > 100
    assert [one.text for one in walk.reader.shown if one.text == words_in("en")("chat.sorry")] == []
    assert refusals(world) == []


async def test_no_button_works_elsewhere_later_or_made_up(world: World):
    """Each of them in another chat, a month late, and with a character changed: answered, and nothing is different."""
    walk = await every_menu(world, "en")
    other = world.person(2)
    await other.says("/start")
    expired = words_in("en")("chat.expired")
    dice = random.Random(7)
    pressed = [data for _, data in walk.pressed.values()]
    anchor = other.shown[-1]
    before = stored(world)

    def changed(data: str) -> str:
        at = dice.randrange(len(data))
        return data[:at] + ("A" if data[at] != "A" else "B") + data[at + 1 :]

    foreign = {await other.presses_data(anchor, data) for data in pressed}
    forged = {await walk.reader.presses_data(anchor, changed(data)) for data in pressed[::4]}
    world.pass_time(days=31)
    late = {await walk.reader.presses_data(anchor, data) for data in pressed[::4]}

    assert foreign == forged == late == {expired}
    assert stored(world) == before
