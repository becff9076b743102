"""The real door and the real formats read out of the sample outlets exactly what the script put in."""

from datetime import UTC, datetime, timedelta
from time import monotonic

import pytest

from bot.demo.outlets import OUTLETS
from bot.demo.world import World
from bot.desk.identity import marks
from bot.intake.door import Door
from bot.intake.refusal import SourceError
from bot.intake.sources import FORMATS
from bot.model import Fetched, FetchOutcome, Precision, Validators

NOON = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
FORMAT = {member.__name__.rpartition(".")[2]: member for member in FORMATS}
SLACK = {Precision.SECOND: timedelta(0), Precision.MINUTE: timedelta(minutes=1), Precision.DAY: timedelta(days=1)}


async def visit(world: World, known: dict[str, Validators]) -> dict[str, Fetched]:
    """Every outlet once, through the door, showing the validators of the visit before."""
    async with Door(contact="https://example.org/", allow_origins=world.origins, clock=monotonic) as door:
        return {
            source.id: await door.get(source, known.get(source.id, Validators()), now=NOON) for source in world.sources
        }


def read(world: World, fetched: Fetched):
    source = next(source for source in world.sources if source.id == fetched.source)
    return FORMAT[source.format].parse(fetched, source, NOON)


@pytest.mark.parametrize("rounds", [1, 2])
async def test_titles_and_leads_arrive_whole(rounds):
    """Korean out of EUC-KR, Chinese out of GB18030 and all the rest reach us letter for letter, newest first."""
    async with World(NOON) as world:
        for _ in range(rounds - 1):
            world.advance()
        visits = await visit(world, {})
        readable = [fetched for fetched in visits.values() if (fetched.source, rounds) != ("sample-journal", 2)]
        seen = {fetched.source: [(i.title, i.summary) for i in read(world, fetched)] for fetched in readable}

    shown = sorted((report for report in world.reports if report.round <= rounds), key=lambda report: report.ago)
    expected = {name: [(r.title, r.lead) for r in shown if r.outlet == name] for name in seen}
    assert len(seen) == len(OUTLETS) - (rounds == 2)
    assert seen == expected


async def test_dates_arrive_in_utc():
    """Every date is read in the outlet's own zone, and as finely as the outlet prints it."""
    async with World(NOON) as world:
        visits = await visit(world, {})
        items = [item for fetched in visits.values() for item in read(world, fetched)]

    published = {(report.outlet, report.title): NOON - report.ago for report in world.reports}
    late = [
        i.title for i in items if not timedelta(0) <= published[i.source, i.title] - i.published <= SLACK[i.precision]
    ]
    assert late == []
    assert {item.source: item.precision for item in items}["sample-ministry-zh"] is Precision.DAY


async def test_second_visit_is_unchanged():
    """The door's conditional visit is answered 304 by every outlet, so nothing is parsed again."""
    async with World(NOON) as world:
        first = await visit(world, {})
        second = await visit(world, {name: fetched.validators for name, fetched in first.items()})

    assert {fetched.outcome for fetched in first.values()} == {FetchOutcome.FETCHED}
    assert {fetched.outcome for fetched in second.values()} == {FetchOutcome.UNCHANGED}
    assert {fetched.status for fetched in second.values()} == {304}


async def test_door_refuses_a_world_that_was_not_admitted():
    """Without the world's origin on the list, loopback stays out of reach."""
    async with World(NOON) as world, Door(clock=monotonic) as door:
        fetched = await door.get(world.sources[0], Validators(), now=NOON)

    assert fetched.outcome is FetchOutcome.FAILED


async def test_challenge_page_is_no_feed():
    """The bot wall of round two is refused as what it is."""
    async with World(NOON) as world:
        world.advance()
        visits = await visit(world, {})

        with pytest.raises(SourceError) as refusal:
            read(world, visits["sample-journal"])

    assert refusal.value.cause == "not-a-feed"


async def test_disguises_do_not_fool_identity():
    """Whatever the last round shows shares a key with an article of before, but for the one held back by the wall."""
    async with World(NOON) as world:
        world.advance()
        sources = {source.id: source for source in world.sources}
        before = await visit(world, {})
        del before["sample-journal"]
        old = [item for fetched in before.values() for item in read(world, fetched)]
        world.advance()
        after = await visit(world, {})
        new = [item for name in before for item in read(world, after[name])]

    known = {(item.source, key) for item in old for key in marks(item, sources[item.source]).keys}
    addresses = {item.url for item in old}
    strangers = [i.title for i in new if not known & {(i.source, key) for key in marks(i, sources[i.source]).keys}]
    altered = [item.url for item in new if item.url not in addresses]
    assert strangers == []
    assert len(altered) == 8
