"""The first five minutes: everything by buttons, in four languages, up to the first stories."""

import pytest

from bot.chat.catalogue import words_in
from bot.outgoing import deliver_due, digest_due
from tests.chat.conftest import World


@pytest.mark.parametrize("lang", ["en", "ko", "zh-Hans", "zh-Hant"])
async def test_newcomer_is_set_up_by_buttons_alone(world: World, lang: str):
    """Topics with measured volume, languages, city, pace; then at once the three latest stories that match."""
    for number in range(6):
        world.publish(
            f"US export controls on Samsung and SK hynix chip plants in China, part {number}", ago=20 - number
        )
    world.publish("HBM4 samples shipped", ago=5)
    tell, reader = words_in(lang), world.person(1, lang=lang)

    (welcome,) = await reader.says("/start")
    await reader.presses(welcome, tell("start.topics"))
    topics = next(topic for topic in world.house.desk.classifier.topics if topic.id == "export-controls")
    await reader.presses(welcome, topics.title[lang])
    marked = [row[0]["text"] for row in welcome.buttons if row[0]["text"].startswith("✓")]
    await reader.presses(welcome, tell("topics.next"))
    await reader.presses(welcome, tell("reads.ja"))
    await reader.presses(welcome, tell("topics.next"))
    await reader.presses(welcome, tell("city.brussels"))
    await reader.presses(welcome, tell("pace.hourly"))

    stored = world.house.store.read_sync(
        lambda db: db.execute("SELECT lang, tz, pace, reads FROM subscribers").fetchone()
    )
    whole, chosen = marked
    assert whole.startswith(f"✓ {world.house.desk.classifier.topics[0].title[lang]} · ")
    assert chosen == f"✓ {topics.title[lang]} · {tell('topics.a_day', count='~6')}"
    assert stored == (lang, "Europe/Brussels", "hourly", '["en","zh","ko","other"]')
    assert welcome.text == tell("settings.begun")
    assert [one.text.splitlines()[1][-6:] for one in reader.shown[1:]] == ["part 3", "part 4", "part 5"]
    assert all("CET" in one.text for one in reader.shown[1:])


async def test_every_button_of_every_message_is_answered(world: World):
    """Whatever is pressed, in whatever order, there is an answer, and no mistake of ours."""
    for number in range(12):
        world.publish(f"US export controls on Samsung chip plants in China, part {number}")
    reader = world.person(1)
    for command in ("/start", "/topics", "/watch samsung", "/list", "/search samsung", "/latest", "/story 1", "/why 1"):
        await reader.says(command, answers=3 if command == "/latest" else 1)
    for command in ("/settings", "/snooze", "/saved", "/mute", "/forget", "/help", "/status"):
        await reader.says(command)
    seen: set[str] = set()
    for message in list(reader.shown):
        for row in list(message.buttons):
            for each in list(row):
                if "callback_data" in each and each["text"] != "Delete everything" and len(seen) < 90:
                    seen.add(each["callback_data"])
                    await reader.presses_data(message, each["callback_data"])

    assert len(seen) > 50
    assert [one.text for one in reader.shown if "went wrong" in one.text] == []
    toasts = [one.fields.get("text", "") for one in world.api.asked if one.method == "answerCallbackQuery"]
    assert [toast for toast in toasts if "wrong" in toast] == []


async def test_thousand_forged_presses_change_nothing(world: World):
    """A thousand invented ids: no table changes, and others are answered."""
    reader, other = world.person(1), world.person(2)
    (welcome,) = await reader.says("/start")

    def stored() -> list[object]:
        tables = ("subscribers", "destinations", "rules", "mutes", "saved", "outbox", "seals")
        return world.house.store.read_sync(
            lambda db: [db.execute(f"SELECT * FROM {table}").fetchall() for table in tables]
        )

    before = stored()
    for number in range(1000):
        reader.press_data(welcome, f"{number:016x}")
    assert "/start" in await other.asks("/help")

    assert stored() == before


async def test_daily_word_when_nothing_matched(world: World):
    """Who wished for it hears once a day that nothing matched and how the sources do; who was told something does not."""
    reader = world.person(1)
    await reader.says("/start")
    (menu,) = await reader.says("/settings")
    await reader.presses(menu, "A daily word")
    await reader.presses(menu, "on")

    world.pass_time(days=1, hours=20)
    await digest_due(world.house)
    await digest_due(world.house)
    await deliver_due(world.house)

    words = [one.text for one in reader.shown if "Nothing matched" in one.text]
    assert words == ["Nothing matched your rules in the last 24 hours. 0 of 3 sources are well."]
