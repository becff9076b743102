"""What can be done with an alert by its buttons, and what alerts do when there are many."""

import pytest
from sqlite_utils import Database

from bot.model import Alert, Hit, RuleHit
from bot.outgoing import deliver_due
from storage import outbox
from tests.chat.conftest import Person, World
from tests.faults.bot_api import Accepted


async def alert(world: World, *articles: int, bundle: str = "", kind: str = "alert", **more: object) -> None:
    """Decides that the first chat is told of these articles, and sends what is due."""

    def step(db: Database) -> None:
        why = (RuleHit(1, (Hit("title", 0, 7, "samsung"),)),)
        alerts = [
            Alert(1, kind, f"article:{number}", world.at, why, number, bundle=bundle, **more) for number in articles
        ]
        outbox.enqueue(db, alerts, world.at)

    await world.house.store.write(step)
    await deliver_due(world.house)


async def reader_with_alert(world: World) -> tuple[Person, Accepted]:
    article = world.publish("Samsung chip plant in China gets a waiver", "Seoul said so.")
    world.publish("Samsung's plant in China gets US waiver for chips", source="gt", story=article)
    reader = world.person(1)
    await reader.says("/start")
    await alert(world, article)
    return reader, reader.shown[-1]


async def test_alert_has_its_buttons(world: World):
    """Open, why, save, mute, less; everything but the link is an opaque id."""
    _, told = await reader_with_alert(world)

    labels = [[each["text"] for each in row] for row in told.buttons]
    data = [each["callback_data"] for row in told.buttons for each in row if "callback_data" in each]
    assert labels == [["Open"], ["Why", "Save", "Hourly"], ["Mute story", "Less like this"]]
    assert len(set(data)) == 5
    assert not any(word in data for word in ("why", "mute", "1"))


async def test_why_names_rule_words_grade_and_copies(world: World):
    """Why: the rule, the words with their surroundings, the grade, and what was told with it."""
    reader, told = await reader_with_alert(world)

    await reader.presses(told, "Why")
    words = reader.shown[-1].text

    assert "Rule: China, South Korea and chips" in words
    assert "Samsung" in words
    assert "core of the topic" in words
    assert "Global Times" in words
    assert await reader.asks("/why") == words


async def test_why_tells_the_grade_of_an_article_whose_reasons_were_not_kept(world: World):
    """What was off topic and met no rule has its grade alone."""
    reader = world.person(1)
    await reader.says("/start")
    number = world.publish("Rain over the weekend")
    world.house.store.write_sync(lambda db: db.execute("DELETE FROM judgements"))

    assert "not about the topic" in await reader.asks(f"/why {number}")


async def test_saved_articles_are_listed_and_dropped(world: World):
    """Save puts aside; /saved lists it with a way to drop it."""
    reader, told = await reader_with_alert(world)

    assert "/saved" in await reader.presses(told, "Save")
    (listing,) = await reader.says("/saved")
    assert "Samsung chip plant" in listing.text
    assert await reader.presses(listing, "✕") == "Dropped."
    assert "Nothing was put aside" in listing.text


async def test_muted_story_is_told_no_more_until_it_is_unmuted(world: World):
    """After a mute a follow-up of the story is dropped; /mute shows it and takes it back."""
    reader, told = await reader_with_alert(world)
    second = world.publish("Samsung waiver is extended", story=1)

    await reader.presses(told, "Mute story")
    before = len(reader.shown)
    await alert(world, second, kind="thread")
    assert len(reader.shown) == before

    (listing,) = await reader.says("/mute")
    await reader.presses(listing, "Samsung")
    assert "No story is muted" in listing.text


async def test_less_like_this_offers_what_its_effect_would_be(world: World):
    """Each offer says what would be left; taking one changes the rule."""
    reader, told = await reader_with_alert(world)

    await reader.presses(told, "Less like this")
    offer = reader.shown[-1]
    labels = [each["text"] for row in offer.buttons for each in row]
    await reader.presses(offer, "Without Yonhap")

    assert labels[0].startswith("Without Yonhap: 1 left")
    assert "(topic:china-korea-chips) -source:yna-en" in world.house.store.read_sync(
        lambda db: db.execute("SELECT text FROM rules").fetchone()
    )


async def test_headline_in_another_language_has_a_gloss(world: World):
    """A Korean headline gets the concepts in the reader's words, marked as a gloss."""
    article = world.publish("삼성전자 중국 반도체 공장 수출통제 유예")
    reader = world.person(1)
    await reader.says("/start")

    await alert(world, article)

    assert "[gloss] Samsung" in reader.shown[-1].text


async def test_foreign_old_and_forged_buttons_do_nothing(world: World):
    """A press of another chat's button, of an invented one or of one past its time is answered, and nothing changes."""
    reader, told = await reader_with_alert(world)
    other = world.person(2)
    await other.says("/start")
    data = told.buttons[2][0]["callback_data"]

    assert "too old, or not yours" in await other.presses_data(told, data)
    for forged in ("mute on 1", "1", "x" * 64, "'; DROP TABLE seals; --"):
        assert "too old, or not yours" in await other.presses_data(told, forged)
    world.pass_time(days=31)
    assert "too old, or not yours" in await reader.presses_data(told, data)
    assert world.house.store.read_sync(lambda db: db.execute("SELECT count(*) FROM mutes").fetchone()) == (0,)


@pytest.mark.parametrize(("bundle", "title"), [("quiet", "While you were quiet"), ("hourly", "This hour")])
async def test_held_alerts_are_told_together(world: World, bundle: str, title: str):
    """What was held arrives as one message, ranked; a single one as an ordinary alert."""
    articles = [world.publish(f"Samsung chips in China {number}") for number in range(12)]
    minor = world.publish("Rice in Seoul")
    reader = world.person(1)
    await reader.says("/start")

    await alert(world, minor, *articles, bundle=bundle)
    told = reader.shown[-1]
    await reader.presses(told, "+3 more")

    assert len(reader.shown) == 3
    assert told.text.startswith(f"{title}: 13 stories")
    assert "Rice" not in told.text
    assert "Rice" in reader.shown[-1].text
    await alert(world, world.publish("Hynix alone"), bundle=bundle)
    assert reader.shown[-1].text.startswith("Yonhap")


async def test_hourly_cap_holds_the_rest_for_one_summary(world: World):
    """Of thirty alerts at once twelve arrive; an hour later the rest comes as one message, and none is lost."""
    articles = [world.publish(f"Samsung chips in China {number}") for number in range(30)]
    reader = world.person(1)
    await reader.says("/start")

    await alert(world, *articles)
    assert len(reader.shown) == 13
    world.pass_time(hours=1, seconds=1)
    await deliver_due(world.house)

    assert len(reader.shown) == 14
    assert reader.shown[-1].text.startswith("+18 more this hour")
    states = world.house.store.read_sync(
        lambda db: db.execute("SELECT state, count(*) FROM outbox GROUP BY state ORDER BY state").fetchall()
    )
    assert states == [("dropped", 18), ("sent", 13)]


async def test_one_tap_below_an_alert_changes_its_pace(world: World):
    """By one step, for the rules that made it; the same tap again changes nothing, other rules stay as they are."""
    reader = world.person(1)
    await reader.says("/start")
    (offer,) = await reader.says("/watch gallium")
    await reader.presses(offer, "Save")
    await alert(world, world.publish("Samsung wins a waiver for its China chip plants"))
    told = reader.shown[-1]
    first = await reader.presses(told, "Hourly")
    again = await reader.presses(told, "Hourly")

    def paces() -> list[tuple[str, str]]:
        return world.house.store.read_sync(lambda db: db.execute("SELECT text, pace FROM rules ORDER BY id").fetchall())

    assert (first, again) == (
        "China, South Korea and chips: from now on once an hour.",
        "That is its pace already; /list changes it.",
    )
    assert paces() == [("topic:china-korea-chips", "hourly"), ("gallium", "instant")]


async def test_why_answers_the_alert_that_is_replied_to(world: World):
    """Not the last one; words that are neither number nor address are asked about."""
    reader = world.person(1)
    await reader.says("/start")
    before = await reader.asks("/why")
    await alert(world, world.publish("Samsung wins a waiver for its China chip plants"))
    first = reader.shown[-1]
    await alert(world, world.publish("China curbs gallium exports to South Korean chipmakers"))

    assert before == "No alert has come here yet. Once one has, /why tells what made it."
    assert (await reader.asks("/why")).startswith("China curbs gallium")
    assert (await reader.asks("/why", answering=first)).startswith("Samsung wins a waiver")
    assert (await reader.asks("/why that")).startswith("Which alert?")
    assert await reader.asks("/why 99999999999999999999") == "I know no such article."


async def test_unknown_commands_are_named_and_the_nearest_is_offered(world: World):
    """In a private chat; in a group they may be another bot's."""
    reader = world.person(1)
    await reader.says("/start")
    world.api.admins["-100"] = {1}
    group = world.person(1, chat=-100)
    await group.says("/start")
    group.send("/wach hynix")

    assert await reader.asks("/wach hynix") == "There is no /wach. Did you mean /watch? /help lists what I do."
    assert await reader.asks("/xyzzy") == "There is no /xyzzy. /help lists what I do."
    assert len(group.shown) == 1
