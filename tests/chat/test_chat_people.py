"""What is kept about a reader, and the ways in and out."""

from tests.chat.conftest import OPERATOR, World


async def test_mydata_is_a_file_with_everything(world: World):
    """/mydata sends a JSON file."""
    reader = world.person(1)
    await reader.says("/start")

    (sent,) = await reader.says("/mydata")

    assert sent.method == "sendDocument"


async def test_forget_deletes_everything_after_one_more_tap(world: World):
    """After the tap nothing of the reader is left in any table, buttons included."""
    reader, other = world.person(1), world.person(2)
    await reader.says("/start")
    await other.says("/start")
    (asking,) = await reader.says("/forget")

    await reader.presses(asking, "Delete everything")

    def left(table: str, column: str) -> int:
        return world.house.store.read_sync(
            lambda db: db.execute(f"SELECT count(*) FROM {table} WHERE {column} = '1'").fetchone()
        )[0]

    assert asking.text.startswith("Deleted.")
    assert [left(*where) for where in (("subscribers", "id"), ("destinations", "address"), ("seals", "chat"))] == [
        0
    ] * 3
    assert "China, South Korea and chips" in await other.asks("/list")


async def test_operators_commands_are_refused_to_others(world: World):
    """A stranger's operator command does nothing and says so."""
    reader = world.person(1)
    await reader.says("/start")

    for command in ("/sources", "/source gt", "/stats", "/invite", "/broadcast hello"):
        assert "for the operators" in await reader.asks(command)


async def test_operators_commands_answer(world: World):
    """Sources, one source, counts."""
    world.publish("Samsung chips in China")
    operator = world.person(OPERATOR)

    assert "yna-en: fresh" in await operator.asks("/sources")
    assert (await operator.asks("/source yna-en")).startswith("yna-en: Yonhap · KR")
    assert "Near: gt" in await operator.asks("/source gtt")
    assert "articles: 1" in await operator.asks("/stats")


async def test_broadcast_reaches_every_chat_once(world: World):
    """After a look and a tap, everybody gets it; a second press sends nothing more."""
    from bot.outgoing import deliver_due

    reader, operator = world.person(1), world.person(OPERATOR)
    await reader.says("/start")
    await operator.says("/start")
    (asking,) = await operator.says("/broadcast Maintenance at noon")
    data = asking.buttons[0][0]["callback_data"]

    await operator.presses_data(asking, data)
    await operator.presses_data(asking, data)
    await deliver_due(world.house)

    assert [one.text for one in reader.shown].count("Maintenance at noon") == 1
    assert [one.text for one in operator.shown].count("Maintenance at noon") == 1


async def test_snooze_is_kept(world: World):
    """/snooze 2h is stored and told in the reader's zone."""
    reader = world.person(1)
    await reader.says("/start")

    assert await reader.asks("/snooze 2h") == "Quiet until 14:00 KST. /snooze off wakes me earlier."
    assert await reader.asks("/snooze off") == "Awake. Alerts come again."


async def test_settings_by_button_and_by_word(world: World):
    """Every setting can be changed; the menu shows the new value."""
    reader = world.person(1)
    await reader.says("/start")
    (menu,) = await reader.says("/settings")

    await reader.presses(menu, "Language")
    await reader.presses(menu, "한국어")
    assert "설정입니다" in menu.text
    await reader.presses(menu, "언어: ")
    await reader.presses(menu, "English")
    await reader.presses(menu, "Quiet hours")
    await reader.presses(menu, "23:00-07:00")
    await reader.presses(menu, "Zone")
    await reader.presses(menu, "Another")
    assert "I know no such place" in await reader.asks("Atlantis")
    (after,) = await reader.says("Berlin")

    labels = [row[0]["text"] for row in after.buttons]
    assert labels[:5] == [
        "Language: English",
        "I read: English, 中文, 한국어, 日本語, other languages, with a glossary line",
        "Zone: Europe/Berlin",
        "Pace: at once",
        "Quiet hours: 23:00-07:00",
    ]


async def test_status_names_the_ill_and_since_when(world: World):
    """/status counts by state and names who is ill, with the last good time."""
    from bot.model import SourceState
    from storage import sources

    ill = SourceState("gt", state="blocked", last_good=world.at)
    await world.house.store.write(lambda db: sources.save_state(db, ill))

    told = await world.person(1).asks("/status")

    assert told.startswith("3 sources, ")
    assert "1 blocked" in told
    assert "• Global Times: blocked, since 12:00 KST" in told
