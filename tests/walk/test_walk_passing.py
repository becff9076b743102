"""What is mentioned in passing: nobody is pinged, and nobody is left without it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot import letters
from bot.house import House
from bot.model import Delivery, Destination, Pace
from bot.pipeline import poll
from storage import bundles, destinations, outbox, people
from tests.walk.conftest import WIRE, Clock, Outside, enter, rss
from tests.walk.test_walk_enriching import TITLE, read_pages

SEVEN = datetime(2026, 11, 23, 22, 0, tzinfo=UTC)  # of the next morning in Seoul


async def mentioned(
    house: House, outside: Outside, rule: str = "Wuxi", text: str = "The plant in Wuxi is named."
) -> None:
    await enter(house, rule)
    outside.answers[WIRE.url] = rss(TITLE)
    await poll(WIRE, house)
    await read_pages(house, outside, text)


def rows(house: House, kind: str) -> list[Delivery]:
    return house.store.read_sync(lambda db: outbox.deliveries(db, "o.kind = ?", kind))


async def arranged(house: House, clock: Clock, at: datetime) -> list[str]:
    """What is told together by then."""
    clock.at = at
    await house.store.write(lambda db: bundles.arrange(db, at))
    told = [
        await house.store.read(lambda db, row=row: letters.letter(db, house.desk, row, at))
        for row in rows(house, "rollup")
    ]
    return [message.text for message in told if message]


async def test_a_reader_without_a_digest_hears_of_it_in_the_morning(
    house: House, outside: Outside, clock: Clock
) -> None:
    """At the hour a digest would come, in one quiet message."""
    await mentioned(house, outside)
    (waiting,) = rows(house, "passing")
    early = await arranged(house, clock, SEVEN - timedelta(minutes=1))
    (told,) = await arranged(house, clock, SEVEN)
    (rollup,) = rows(house, "rollup")

    assert (waiting.due, early, rollup.silent) == (SEVEN, [], True)
    assert told.startswith("Mentioned in passing: 1\n• ")
    assert TITLE in told


async def test_a_reader_with_a_digest_finds_it_there(house: House, outside: Outside, clock: Clock) -> None:
    """By mail, or in the chat where a rule has that pace: not twice."""
    await mentioned(house, outside)

    def give(db) -> None:
        (reader,) = [one for one in people.subscribers(db) if one.id == 2]
        destinations.add_destination(db, Destination(0, reader.id, "email", "reader@example.org"))

    await house.store.write(give)

    assert await arranged(house, clock, SEVEN) == []
    assert [row.state.value for row in rows(house, "passing")] == ["dropped"]


async def test_a_story_that_was_told_meanwhile_is_no_mention(house: House, outside: Outside, clock: Clock) -> None:
    """Another rule of the same reader pinged for its headline."""
    await mentioned(house, outside)
    outside.answers[WIRE.url] = rss(TITLE, f"{TITLE} in Wuxi")
    clock.advance(minutes=10)
    await poll(WIRE, house)
    await house.store.write(lambda db: db.execute("UPDATE articles SET story = 1"))

    assert await arranged(house, clock, SEVEN) == []


async def test_whose_rule_is_for_the_digest_waits_for_that(house: House, outside: Outside) -> None:
    """No row is made at all."""
    await enter(house, "Wuxi")

    def slow(db) -> None:
        for rule in people.active_rules(db):
            people.update_rule(db, replace(rule, pace=Pace.DIGEST))

    await house.store.write(slow)
    await mentioned(house, outside, rule="nothing")

    assert rows(house, "passing") == []
