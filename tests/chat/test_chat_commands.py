"""The first commands, typed by people into real chats."""

import pytest

from tests.chat.conftest import OPERATOR, World


async def test_start_enters_a_chat_once(world: World):
    """/start says what is stored and follows the whole topic; the second says welcome back."""
    reader = world.person(1)

    first = await reader.asks("/start")
    again = await reader.asks("/start")
    rules = await reader.asks("/list")

    assert first.startswith("chipwire tells you")
    assert again.startswith("Welcome back")
    assert "China, South Korea and chips" in rules


async def test_before_start_nothing_is_kept(world: World):
    """Whoever asks for a rule without /start is told to begin, and no rule is stored."""
    reader = world.person(1)

    assert await reader.asks("/watch chip") == "Send /start first."
    assert world.house.store.read_sync(lambda db: db.execute("SELECT count(*) FROM rules").fetchone()) == (0,)


async def test_refused_rule_names_its_place(world: World):
    """A missing bracket is answered with its place, the reason and the mended rule; nothing is stored."""
    reader = world.person(1)
    await reader.says("/start")

    answer = await reader.asks("/watch samsung AND (china OR 中国")

    assert "osition 13" in answer
    assert "never closed" in answer
    assert "samsung AND (china OR 中国)" in answer
    assert "samsung" not in await reader.asks("/list")


async def test_unwatch_ends_own_rules_only(world: World):
    """A number is one's own: another reader's rule cannot be ended, one's own can."""
    one, other = world.person(1), world.person(2)
    await one.says("/start")
    await other.says("/start")

    assert "Ended" in await other.asks("/unwatch 1")
    assert "/unwatch N" in await other.asks("/unwatch 1")
    assert "China, South Korea and chips" in await one.asks("/list")
    assert "Ended" in await one.asks("/unwatch 1")
    assert "China, South Korea and chips" not in await one.asks("/list")


async def test_latest_shows_three_stories_as_alerts(world: World):
    """/latest shows the three newest matching stories in the layout of alerts, the oldest of them first."""
    for number in range(4):
        world.publish(f"Samsung chip plant in China gets waiver {number}", ago=60 - number)
    world.publish("Rice prices rise", ago=1)
    reader = world.person(1)
    await reader.says("/start")

    shown = await reader.says("/latest", answers=3)

    headlines = [one.text.splitlines()[1] for one in shown]
    assert headlines == [f"Samsung chip plant in China gets waiver {number}" for number in (1, 2, 3)]
    assert shown[0].text.startswith("Yonhap · KR")
    assert any(entity["type"] == "bold" for entity in shown[0].entities)


async def test_latest_with_an_empty_archive(world: World):
    """Nothing to show is said."""
    reader = world.person(1)
    await reader.says("/start")

    assert "Nothing in the archive" in await reader.asks("/latest")


async def test_status_counts_sources(world: World):
    """/status counts the sources by their state."""
    world.publish("Samsung chips in China")

    assert (await world.person(1).asks("/status")).startswith("3 sources")


async def test_help_lists_every_command_and_operators_theirs(world: World):
    """/help is made from the tuples; an operator sees more."""
    from bot.chat import COMMANDS, OPERATORS

    everybody = await world.person(1).asks("/help")
    operator = await world.person(OPERATOR).asks("/help")

    assert [line.split()[0] for line in everybody.splitlines() if line.startswith("/")] == [f"/{n}" for n in COMMANDS]
    assert [name for name in OPERATORS if f"/{name} " in everybody] == []
    assert [name for name in OPERATORS if f"/{name} " not in operator] == []


@pytest.mark.parametrize(("lang", "words"), [("ko", "칩"), ("zh-hans", "芯片"), ("zh-TW", "晶片"), ("de", "chip")])
async def test_answers_are_in_the_readers_language(world: World, lang: str, words: str):
    """/start is answered in the language of the person's Telegram, English where we do not speak it."""
    answer = await world.person(1, lang=lang).asks("/start")

    assert words in answer.replace("반도체", "칩")
