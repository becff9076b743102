"""Items that a source showed before are not graded again, and nothing comes out otherwise for it."""

from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest

from bot.archive import open_store
from bot.desk.topics import Classifier
from bot.house import House
from bot.model import Text
from bot.pipeline import poll
from storage import sources
from tests.walk.conftest import NOON, WIRE, Clock, Outside, enter, rss

OLD = ("Seoul opens a memory chip fab", "Rain over the whole country", "Beijing answers on chip exports")
NEW = "A licence for chip tools in Xi'an"
#: The documents of a day: one item is new, one goes, one comes back, one is shown twice.
DAY = (OLD, (NEW, *OLD), (*OLD[1:], NEW), ("Three more rules on chips", *OLD, OLD[1]), OLD)
TABLES = ("articles", "article_keys", "sightings", "revisions", "judgements", "outbox", "stories", "placements")


async def a_day(house: House, outside: Outside, clock: Clock, between: Callable[[House], object]) -> object:
    """Polls the documents, every second time with other words below the first item; all that is stored then."""
    clock.at = NOON
    for number, titles in enumerate(DAY):
        words = f"<item><description>Edition {number // 2}</description>"
        outside.answers[WIRE.url] = rss(*titles).replace("<item>", words, 1)
        clock.advance(minutes=20)
        between(house)
        await poll(WIRE, house)
    return await house.store.read(
        lambda db: (
            {name: db.execute(f"SELECT * FROM {name} ORDER BY 1, 2").fetchall() for name in TABLES},
            sources.states(db),
        )
    )


async def another(house: House, path: Path) -> House:
    """The same house over an empty cellar, with the same reader."""
    store = open_store(path, NOON)
    rooms = ("door", "parsers", "desk", "channels", "sources", "limiter", "hold", "now", "roll", "tz")
    made = House(
        store=store, **{name: getattr(house, name) for name in rooms if name in {f.name for f in fields(House)}}
    )
    await enter(made, "chip")
    return made


@pytest.mark.parametrize("restart_after", [0, 2], ids=["at every visit", "in the middle"])
async def test_with_the_memory_and_without_it_a_day_is_the_same(
    house: House, outside: Outside, clock: Clock, tmp_path: Path, restart_after: int
) -> None:
    """The same articles, grades, alerts and states whether known items are skipped or everything is read again."""
    remembered = await a_day(house, outside, clock, lambda _: None)
    other = await another(house, tmp_path / "other.db")
    visits = iter(range(len(DAY)))

    def forgetful(other: House) -> None:
        if next(visits) >= restart_after:
            other.known.clear()

    try:
        assert remembered == await a_day(other, outside, clock, forgetful)
    finally:
        await other.store.close()


async def test_what_is_known_is_not_graded_and_what_was_lost_is(
    house: House, outside: Outside, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a changed document only the new item is graded; all of them when the cellar no longer has what was known."""
    graded: list[str] = []
    judge = Classifier.judge

    def noting(self: Classifier, text: Text):
        graded.append(text.title)
        return judge(self, text)

    monkeypatch.setattr(Classifier, "judge", noting)
    outside.answers[WIRE.url] = rss(*OLD)
    await poll(WIRE, house)
    graded.clear()
    outside.answers[WIRE.url] = rss(NEW, *OLD)
    await poll(WIRE, house)
    assert graded == [NEW]
    await house.store.write(lambda db: db.execute("DELETE FROM article_keys"))
    await poll(WIRE, house)
    assert graded == [NEW, NEW, *OLD]
