"""Rules looked at once a week, and the operator's review files once a day, over the real archive."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.linting import lint_weekly
from bot.reviewing import review_daily
from bot.vigil import back_up_daily
from storage import backup, heartbeat, outbox, people
from tests.walk.conftest import NOON, WIRE, rss


@pytest.fixture
def published(house, outside, poll_again):
    """Polls these titles into the archive."""

    async def publish(*titles: str) -> None:
        outside.answers["https://wire.example/rss"] = rss(*titles)
        await poll_again(minutes=5)

    return publish


async def add_rule(house, text, *, lang="en", ago=40, **more):
    """One rule more for the reader that there is."""

    def step(db):
        (one, *_) = people.active_rules(db)
        reader = people.subscriber(db, one.subscriber)
        people.update_subscriber(db, replace(reader, lang=lang))
        made = replace(one, id=0, text=text, created=NOON - timedelta(days=ago), name="", **more)
        return people.add_rule(db, made)

    rule = await house.store.write(step)
    await house.refresh_rules()
    return rule


async def told(house):
    """The words of every notice that is due."""

    def step(db):
        rows = outbox.due(db, house.now(), 500)
        return [heartbeat.note(db, f"notice/{row.event}") for row in rows if row.kind == "notice"]

    return await house.store.read(step)


async def test_an_owner_is_told_of_idle_rules_once_a_week(house, published, clock):
    """On a Monday from nine, in the owner's language; not again in the same week."""
    await published(*(f"Korean chip news, part {number}" for number in range(120)))
    await add_rule(house, "zeppelin", lang="ko")
    await add_rule(house, "chip korean", lang="ko")

    assert await lint_weekly(house) == 1
    assert await lint_weekly(house) == 0
    (words,) = await told(house)
    assert "2. zeppelin: 해당 기사 없음" in words
    assert "3. chip korean: 120건, 전체 기사의 대부분입니다" in words

    clock.advance(days=1)
    assert await lint_weekly(house) == 0
    clock.advance(days=6)
    assert await lint_weekly(house) == 1


async def test_nobody_is_told_before_monday_nine(house, published, clock):
    """A quarter to nine in Seoul is too early."""
    await published("chip")
    await add_rule(house, "chip hbm")
    clock.at = NOON - timedelta(hours=3, minutes=15)
    assert await lint_weekly(house) == 0
    clock.at = NOON - timedelta(hours=3)
    assert await lint_weekly(house) == 1
    assert "2. chip hbm: whatever it finds, 1. chip finds too" in (await told(house))[0]


async def test_a_rule_that_hit_long_ago_or_by_its_concept_is_not_idle(house, published):
    """Names are read again, and a grade that a rule asks for counts."""
    await published("Samsung Electronics chip plant in Xi'an", *(f"weather, part {number}" for number in range(120)))
    await add_rule(house, "concept:samsung")
    await add_rule(house, "weather", min_grade=1)

    await lint_weekly(house)
    (words,) = await told(house)
    assert "concept:samsung" not in words
    assert "3. weather: no hit" in words


async def test_review_files_are_written_once_a_day(house, published, clock):
    """What nearly hit, and words beside names; tables of tabs, whatever the headlines hold."""
    await published(
        *(f"Samsung\tElectronics and Pyeongtaekfab {number}: US export controls on China chips" for number in range(8)),
        *(f"Weather, part {number}" for number in range(30)),
    )
    await add_rule(house, "china AND (hbm OR dram)")

    assert await review_daily(house)
    assert not await review_daily(house)
    folder = house.store.path.parent / "review"
    misses = [line.split("\t") for line in (folder / "near-misses.tsv").read_text("utf-8").splitlines()]
    aliases = [line.split("\t") for line in (folder / "aliases.tsv").read_text("utf-8").splitlines()]

    assert misses[0] == ["rule", "subscriber", "missing", "count", "articles", "examples", "text"]
    assert misses[1][2:4] == ["(hbm OR dram)", "8"]
    assert misses[1][-1] == "china AND (hbm OR dram)"
    assert ["beside", "samsung", "pyeongtaekfab", "8"] in [line[:4] for line in aliases]
    assert not [line for line in aliases if line[2] == "weather"]
    clock.advance(days=1)
    assert await review_daily(house)


async def test_a_database_is_copied_once_something_is_in_it(house, outside, poll_again):
    """At the very first start there is nothing to lose."""
    await house.store.write(lambda db: people.forget(db, 1))
    await back_up_daily(house)
    empty = backup.newest(house.store.path)
    outside.answers[WIRE.url] = rss("Chip talks end")
    await poll_again()
    await back_up_daily(house)

    copied = backup.newest(house.store.path)
    assert (empty, backup.check_backup(copied).articles) == (None, 1)
