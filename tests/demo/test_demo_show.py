"""The demo plays its script in order, counts rightly, and tells a newcomer what to do next."""

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from bot.demo.outlets import OUTLETS
from bot.demo.run import BEAT, demo
from bot.demo.show import Show, Totals
from bot.demo.world import World
from bot.model import FetchOutcome

NOON = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Visit:
    """A poll's report, as literal as can be."""

    source: str
    outcome: FetchOutcome = FetchOutcome.FETCHED
    items: int = 0
    new: int = 0
    alerts: int = 0
    reason: str = ""


class CountingHouse:
    """Reports six items an outlet: all new at first, two new with one alert next, none after that."""

    def __init__(self, world: World, out: StringIO) -> None:
        self.world = world
        self.out = out
        self.asked: list[str] = []
        self.digest: Path | None = None

    async def poll(self, source_ids):
        """What the round has in store."""
        self.asked.extend(source_ids)
        new, alerts = {1: (6, 0), 2: (2, 1), 3: (0, 0)}[self.world.round]
        return tuple(Visit(source, items=6, new=new, alerts=alerts) for source in source_ids)

    async def deliver(self) -> None:
        """Leave a mark in the output."""
        self.out.write(f"<delivered in round {self.world.round}>\n")

    async def write_digest(self, path: Path) -> None:
        """Note where."""
        self.digest = path


async def no_pause(seconds: float) -> None:
    assert seconds == 0.0


async def test_script_is_played_in_order(tmp_path):
    """Each round is headed, polled outlet by outlet, delivered and closed; then comes the digest and the summary."""
    out = StringIO()
    async with World(NOON) as world:
        house = CountingHouse(world, out)
        show = Show(Console(file=out, width=100))

        totals = await demo(house, world, show, digest=tmp_path / "digest.html", once=True, pause=no_pause)

    said = out.getvalue()
    marks = ["Round 1", "round 1>", "Round 2", "round 2>", "Round 3", "round 3>", "Done", "chipwire init"]
    places = [said.index(mark) for mark in marks]
    assert places == sorted(places)
    assert house.asked == [outlet.id for outlet in OUTLETS] * 3
    assert house.digest == tmp_path / "digest.html"
    assert totals == Totals(polls=30, unchanged=0, stored=80, alerts=10, repeats=100)


async def test_summary_line_holds_every_figure(tmp_path):
    """Polled, stored, alerts, suppressed repeats and the digest's path stand in one line."""
    out = StringIO()
    show = Show(Console(file=out, width=80))

    show.summary(Totals(polls=30, unchanged=4, stored=64, alerts=9, repeats=71), tmp_path / "digest.html")

    expected = (
        "30 polls (4 unchanged), 64 articles stored, 9 alerts, 71 repeats suppressed, "
        f"digest: {tmp_path / 'digest.html'}"
    )
    assert expected in out.getvalue().splitlines()


def test_totals_count_no_repeat_on_first_contact():
    """Items that are not news at a first contact are backlog; failed and unchanged visits repeat nothing."""
    reports = (
        Visit("a", items=6, new=5),
        Visit("b", FetchOutcome.UNCHANGED),
        Visit("c", FetchOutcome.FAILED, reason="a wall"),
    )

    first = Totals().plus(reports, first=True)
    second = first.plus(reports, first=False)

    assert first == Totals(polls=3, unchanged=1, stored=5, alerts=0, repeats=0)
    assert second == Totals(polls=6, unchanged=2, stored=10, alerts=0, repeats=1)


def test_fooled_identity_is_admitted():
    """The closing line counts an altered article that was stored anew as not recognised."""
    out = StringIO()
    show = Show(Console(file=out, width=100))

    show.round_closes(3, (Visit("a", items=9, new=3, alerts=1),), disguised=9, expected=1)

    assert out.getvalue() == "3 new, 1 alert. 7 of 9 altered articles were recognised as old.\n\n"


def test_failure_is_told_in_words():
    """The reason of a failed visit stands below the table, even one that looks like markup."""
    out = StringIO()
    show = Show(Console(file=out, width=120))

    show.outlets((Visit("a", FetchOutcome.FAILED, reason="not a feed: [b]page[/b]"),), {"a": "Sample A"}, {"a": "RSS"})

    assert "Sample A: not a feed: [b]page[/b]" in out.getvalue().splitlines()


async def test_demo_stays_until_cancelled(tmp_path):
    """Without `once` the outlets go on being polled, a beat apart, until the task is cancelled."""
    out = StringIO()
    waited: list[float] = []

    async def pause(seconds: float) -> None:
        waited.append(seconds)
        if waited.count(BEAT) == 2:
            raise asyncio.CancelledError

    async with World(NOON) as world:
        house = CountingHouse(world, out)
        with pytest.raises(asyncio.CancelledError):
            await demo(house, world, Show(Console(file=out)), digest=tmp_path / "digest.html", once=False, pause=pause)

    assert len(house.asked) == 4 * len(OUTLETS)
    assert "10 outlets asked: 0 unchanged, 0 new" in out.getvalue()
