"""The second look: two young stories that are one become one, and nobody is told again."""

import pytest

from bot.desk.stories.placing import Placing
from bot.desk.stories.thresholds import Thresholds
from bot.house import House
from bot.joining import join_stories
from storage import articles, outbox, placements, stories
from tests.walk.conftest import WIRE, Outside, rss

TITLES = (
    "US revokes Samsung, SK hynix chip waivers for China plants",
    "Washington ends chip waivers for Samsung, SK hynix plants in China",
)
#: Whatever comes opens a story of its own; the second look joins what is alike at all.
STRICT = Thresholds(same=2.0, crowded=2.0, related=2.0, join=0.2)


@pytest.fixture
async def split(house: House, outside: Outside, poll_again) -> House:
    """Two stories that are one, each told."""
    house.placing = Placing(house.desk.classifier.gazetteer, STRICT)
    house.corrected = house.store.read_sync(placements.corrections)
    for title in TITLES:
        outside.answers[WIRE.url] = rss(title)
        await poll_again(minutes=10)
    return house


def told(house: House) -> list[tuple[str, str]]:
    rows = house.store.read_sync(lambda db: outbox.deliveries(db, "o.kind = 'alert'"))
    return sorted((row.event, row.state.value) for row in rows)


async def test_two_stories_become_one(split):
    """Every article stands in the older; the reason is kept and printed by why."""
    first = split.store.read_sync(lambda db: articles.article(db, 1)).story
    second = split.store.read_sync(lambda db: articles.article(db, 2)).story

    joined = await join_stories(split)

    story = split.store.read_sync(lambda db: stories.story(db, second))
    kept, why = split.store.read_sync(lambda db: placements.joined_why(db, second))
    assert (joined, story.id, [one.id for one in story.articles], kept) == (1, first, [1, 2], first)
    assert '"score"' in why


async def test_an_alert_that_waits_for_the_second_story_is_dropped(split):
    """Whoever was told of the one is not pinged for the other."""
    before = [event for event, _ in told(split)]

    await join_stories(split)

    assert (len(before), [state for _, state in told(split)]) == (2, ["new", "dropped"])


async def test_a_join_that_was_not_written_down_is_no_join(split, monkeypatch):
    """The stories in memory are read anew from the archive."""

    def broken(*_: object) -> int:
        raise RuntimeError("a bug")

    monkeypatch.setattr(placements, "unite", broken)

    with pytest.raises(RuntimeError):
        await join_stories(split)

    assert split.placing is None


async def test_nothing_is_looked_at_before_anything_was_placed(house):
    """A house that has just started has nothing to join."""
    assert await join_stories(house) == 0
