"""run, poll, demo: the house at work."""

import asyncio
import contextlib
import signal
import sys
import tempfile
from collections.abc import Sequence
from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path
from threading import Event
from typing import Annotated, Self

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from bot.cli import opening
from bot.cli.lines import say
from bot.config import Settings, load_settings
from bot.logs import configure as configure_logs
from bot.model import FetchOutcome, Source
from bot.outgoing import deliver_due
from bot.pipeline import Poll, poll_each

#: A run without a terminal says where it stands this often.
WORD_EVERY = 10.0


def run(
    *, dry_run: Annotated[bool, typer.Option("--dry-run", help="print what would be sent; contact no reader")] = False
) -> None:
    """Poll, match and alert until stopped."""
    from bot.app import TokenRefused, serve
    from bot.web import AddressTaken

    hung_up = Event()
    signal.signal(signal.SIGHUP, lambda *_: hung_up.set())
    with opening.refusals():
        settings = opening.settings()
        enabled = opening.enabled_sources(settings)
        opening.require_any(enabled)
        try:
            asyncio.run(serve(settings, enabled, dry_run=dry_run, hung_up=hung_up.is_set))
        except TokenRefused as error:
            typer.echo(str(error), err=True)
            raise typer.Exit(opening.FATAL_AT_START) from None
        except AddressTaken as error:
            typer.echo(f"{error}; set CHIPWIRE_WEB to a free address", err=True)
            raise typer.Exit(opening.BAD_USAGE) from None


def poll(
    ids: Annotated[list[str] | None, typer.Argument(help="sources; without any, every enabled one")] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="one JSON object per source")] = False,
) -> None:
    """Poll now, due or not; store, deliver what is due without a hold, and exit."""
    with opening.refusals():
        settings = opening.settings()
        chosen = _chosen(ids or [], opening.all_sources(settings))
        opening.require_any(chosen)
        reports = asyncio.run(_poll(settings, chosen, as_json=as_json))
    if not as_json:
        failed = [report for report in reports if report.outcome is FetchOutcome.FAILED]
        for report in failed:
            typer.echo(f"{report.source}: {report.reason}", err=True)
        new, alerts = sum(report.new for report in reports), sum(report.alerts for report in reports)
        typer.echo(f"{len(reports)} polled, {len(failed)} failed, {new} new articles, {alerts} alerts")
    if len(reports) < len(chosen):
        typer.echo(f"{len(chosen) - len(reports)} could not be stored; the log says why", err=True)
        raise typer.Exit(1)


def _chosen(ids: Sequence[str], pack: Sequence[Source]) -> list[Source]:
    by_id = {source.id: source for source in pack}
    unknown = [name for name in ids if name not in by_id]
    if unknown:
        typer.echo(f"no such source: {', '.join(unknown)}; see `chipwire source list`", err=True)
        raise typer.Exit(opening.BAD_USAGE)
    return [by_id[name] for name in ids] if ids else [source for source in pack if source.enabled]


async def _poll(settings: Settings, chosen: list[Source], *, as_json: bool) -> list[Poll]:
    from bot.app import open_house

    # In JSON the console channel must not stand between the lines.
    out = sys.stderr if as_json else sys.stdout
    configure_logs(settings.log, settings.secrets, quiet=True)
    async with AsyncExitStack() as stack:
        house = await stack.enter_async_context(open_house(settings, chosen, alone=True, out=out))
        house.hold = timedelta(0)
        word = stack.enter_context(Counting(len(chosen), quiet=as_json))
        reports: list[Poll] = []

        def ended(report: Poll) -> None:
            reports.append(report)
            word.one_more()
            if as_json:
                say(poll_json(report))

        await poll_each(chosen, house, ended=ended)
        while await deliver_due(house):
            pass
    return reports


def poll_json(report: Poll) -> dict[str, object]:
    """One visit for machines."""
    return {
        "source": report.source,
        "outcome": report.outcome.value,
        "items": report.items,
        "new": report.new,
        "alerts": report.alerts,
        "reason": report.reason,
        "seconds": round(report.seconds, 3),
    }


class Counting:
    """A progress bar on a terminal, a line every ten seconds otherwise."""

    def __init__(self, total: int, *, quiet: bool) -> None:
        self._total, self._done, self._quiet = total, 0, quiet
        self._bar = Progress(
            TextColumn("polling"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), transient=True
        )
        self._task = self._bar.add_task("polling", total=total)
        self._shown = not quiet and opening.terminal()
        self._said = 0.0

    def __enter__(self) -> Self:
        if self._shown:
            self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._shown:
            self._bar.stop()

    def one_more(self) -> None:
        """One source has ended."""
        self._done += 1
        self._bar.advance(self._task)
        elapsed = self._bar.tasks[0].elapsed or 0.0
        if not self._shown and not self._quiet and elapsed - self._said >= WORD_EVERY:
            self._said = elapsed
            typer.echo(f"polled {self._done} of {self._total}", err=True)


def demo(*, once: Annotated[bool, typer.Option("--once", help="end by itself even on a terminal")] = False) -> None:
    """The whole product on bundled outlets, offline: poll, match, alert, digest."""
    with opening.refusals(), contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_demo(stay=opening.terminal() and not once))


async def _demo(*, stay: bool) -> None:
    from bot.app import now, open_house
    from bot.demo.run import demo as play
    from bot.demo.show import Show
    from bot.demo.stage import Stage
    from bot.demo.world import World

    async with AsyncExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="chipwire-demo-"))
        world = await stack.enter_async_context(World(now()))
        settings = load_settings(
            {
                "CHIPWIRE_DB": str(Path(folder) / "chipwire.db"),
                "CHIPWIRE_ALLOW_ORIGINS": ",".join(world.origins),
                "CHIPWIRE_HOLD": "0s",
            }
        )
        configure_logs(settings.log, quiet=True)
        house = await stack.enter_async_context(open_house(settings, world.sources))
        stage = Stage(house)
        await stage.enter_reader()
        await play(
            stage, world, Show(Console()), digest=Path("data/demo-digest.html"), once=not stay, pause=asyncio.sleep
        )
