"""The scripted hour: polls the sample outlets round by round, in the real house, in front of the reader."""

from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Protocol

from bot.demo.outlets import OUTLETS
from bot.demo.show import PollReport, Show, Totals
from bot.demo.world import World
from bot.desk.topics import WHOLE_RULE

PAUSE = 3.0  # seconds between rounds, for a reading person
BEAT = 20.0  # seconds between polls once the script is over


class House(Protocol):
    """The three things the demo asks of the house."""

    async def poll(self, source_ids: Sequence[str]) -> Sequence[PollReport]:
        """Visit these outlets now, due or not."""

    async def deliver(self) -> None:
        """Send whatever is due."""

    async def write_digest(self, path: Path) -> None:
        """Write the day's digest as a file."""


async def demo(
    house: House,
    world: World,
    show: Show,
    *,
    digest: Path,
    once: bool,
    pause: Callable[[float], Awaitable[None]],
) -> Totals:
    """Play the script to its end; unless `once`, go on polling until cancelled.

    Args:
        house: what polls, delivers and writes.
        world: the open world, in its first round.
        show: where the story is told.
        digest: the file to write.
        once: end after the summary.
        pause: waits so many seconds; handed in because only the composition root sleeps.
    """
    show.opening(outlets=len(OUTLETS), origin=", ".join(sorted(world.origins)), topic=WHOLE_RULE)
    totals = await _round(house, world, show, Totals())
    while world.advance():
        await pause(0.0 if once else PAUSE)
        totals = await _round(house, world, show, totals)
    await house.write_digest(digest)
    show.summary(totals, digest)
    if not once:
        await _stay(house, show, pause)
    return totals


async def _round(house: House, world: World, show: Show, totals: Totals) -> Totals:
    show.round_opens(world.round)
    reports: list[PollReport] = []
    with show.polling(len(OUTLETS)) as progress:
        for outlet in OUTLETS:
            progress.update(progress.task_ids[0], description=outlet.name)
            reports.extend(await house.poll((outlet.id,)))
            progress.advance(progress.task_ids[0])
    names = {outlet.id: outlet.name for outlet in OUTLETS}
    show.outlets(reports, names, {outlet.id: outlet.label for outlet in OUTLETS})
    await house.deliver()
    show.round_closes(world.round, reports, disguised=world.disguised, expected=len(world.fresh))
    return totals.plus(reports, first=world.round == 1)


async def _stay(house: House, show: Show, pause: Callable[[float], Awaitable[None]]) -> None:
    show.staying()
    while True:
        await pause(BEAT)
        show.heartbeat(await house.poll(tuple(outlet.id for outlet in OUTLETS)))
        await house.deliver()
