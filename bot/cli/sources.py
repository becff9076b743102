"""source list, source test: how the outlets do, and what one would bring."""

import asyncio
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text as RichText

from bot.cli import opening
from bot.cli.lines import say
from bot.config import Settings, load_feeds
from bot.desk.rhythm import UNKNOWN, Rhythm, rhythm
from bot.model import Fetched, FetchOutcome, Parsed, Source, SourceState, Validators
from storage import figures, kept, sources

COLOURS = {"fresh": "green", "quiet": "green", "new": "dim", "stale": "yellow", "moved": "yellow"}


def list_sources(
    *, as_json: Annotated[bool, typer.Option("--json", help="one JSON object per source")] = False
) -> None:
    """Every enabled source with its health, and the reason in words."""
    with opening.refusals():
        enabled = opening.enabled_sources(opening.settings())
        with opening.store() as store:
            known = {state.source: state for state in store.read_sync(sources.states)}
            rates = store.read_sync(lambda db: figures.items_per_day(db, opening.now()))
            habits = store.read_sync(lambda db: figures.habits(db, opening.now()))
    rhythms = {source: rhythm(told.hours, told.days, told.oldest) for source, told in habits.items()}
    rows = [(source, known.get(source.id, SourceState(source.id))) for source in enabled]
    if as_json:
        for source, state in rows:
            say(health_json(state, rates.get(source.id, 0.0), opening.now()))
    else:
        Console().print(health_table(rows, rhythms, opening.now()))


def health_json(state: SourceState, rate: float, now: datetime) -> dict[str, object]:
    """One source's health for machines."""
    return {
        "id": state.source,
        "state": state.state,
        "reason": state.reason,
        "last_good": state.last_good.isoformat() if state.last_good else None,
        "next_due": (state.next_due or now).isoformat(),
        "items_per_day": rate,
        "share_304": round(state.unchanged / state.polls, 3) if state.polls else 0.0,
    }


def health_table(rows: list[tuple[Source, SourceState]], rhythms: Mapping[str, Rhythm], now: datetime) -> Table:
    """The sources for people: who is ill stands out, and why stands beside it."""
    table = Table(title=f"{len(rows)} sources", title_justify="left", pad_edge=False)
    for heading in ("source", "side", "state", "last good", "newest", "today/usual", "304", "why"):
        table.add_column(heading, overflow="fold", no_wrap=heading == "state")
    for source, state in rows:
        share = f"{state.unchanged / state.polls:.0%}" if state.polls else "–"
        table.add_row(
            source.id,
            source.side,
            RichText(state.state, style=COLOURS.get(state.state, "bold red")),
            ago(state.last_good, now),
            ago(state.newest_item, now),
            _volume(rhythms.get(source.id, UNKNOWN)),
            share,
            RichText(state.reason),
        )
    return table


def _volume(habits: Rhythm) -> str:
    """New items of the last day beside what is usual."""
    return f"{habits.today}/{habits.usual:.0f}" if habits.known else f"{habits.today}/–"


def ago(then: datetime | None, now: datetime) -> str:
    """How long ago, as a person would say it."""
    if then is None:
        return "never"
    minutes = int((now - then) / timedelta(minutes=1))
    if minutes < 1:
        return "just now"
    if minutes < 120:
        return f"{minutes} min ago"
    return f"{minutes // 60} h ago" if minutes < 2880 else f"{minutes // 1440} days ago"


def visit_source(
    which: Annotated[str, typer.Argument(help="a source's id, or an address to be read as a feed")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="the items as JSON lines")] = False,
    stored: Annotated[bool, typer.Option("--kept", help="the last document that was not what it should be")] = False,
) -> None:
    """Fetch one source now, store nothing, and show the items as they would be read."""
    with opening.refusals():
        settings = opening.settings()
        source = _named(which, load_feeds(settings.feeds))
        status, parsed = asyncio.run(_visit(source, settings, stored=stored))
    if as_json:
        for item in parsed.items:
            day = item.published.isoformat() if item.published else None
            say({"title": item.title, "url": item.url, "published": day, "guid": item.guid, "summary": item.summary})
    else:
        _show(source, status, parsed)
    if parsed.cause:
        typer.echo(f"{source.id}: {parsed.reason}", err=True)
        raise typer.Exit(1)


def _named(which: str, pack: tuple[Source, ...]) -> Source:
    for source in pack:
        if which in {source.id, source.url}:
            return source
    if which.startswith(("http://", "https://")):
        return Source("address", which, "INT", "aggregator", "en", "feed", which)
    typer.echo(f"no source is called {which!r}; see `chipwire source list`", err=True)
    raise typer.Exit(opening.BAD_USAGE)


async def _visit(source: Source, settings: Settings, *, stored: bool) -> tuple[str, Parsed]:
    from bot.app import open_intake

    async with open_intake(settings) as (door, parsers):
        if stored:
            fetched = _kept(source, settings)
        else:
            fetched = await door.get(source, Validators(), now=opening.now())
        if fetched.outcome is not FetchOutcome.FETCHED:
            return fetched.reason, Parsed(cause=fetched.cause or "unchanged", reason=fetched.reason)
        status = f"{fetched.status}, {len(fetched.body):,} bytes, {fetched.content_type or 'no content type'}"
        return f"{status}, {fetched.seconds:.1f} s", await parsers.parse(fetched, source, opening.now())


def _kept(source: Source, settings: Settings) -> Fetched:
    found = kept.recall(kept.folder_beside(settings.db), source.id)
    if found is None:
        return Fetched(source.id, FetchOutcome.FAILED, source.url, reason="no document of this source was kept")
    typer.echo(f"kept {found.at:%Y-%m-%d %H:%M} UTC from {found.url}: {found.reason}", err=True)
    return Fetched(source.id, FetchOutcome.FETCHED, found.url, found.status, found.body, found.content_type)


def _show(source: Source, status: str, parsed: Parsed) -> None:
    console = Console()
    console.print(RichText(f"{source.name} ({source.side}, {source.format}): {status}"))
    table = Table(pad_edge=False)
    for heading in ("published (UTC)", "title", "address"):
        table.add_column(heading, overflow="fold")
    for item in parsed.items[:20]:
        day = f"{item.published:%Y-%m-%d %H:%M}" if item.published else "first seen"
        table.add_row(day, RichText(item.title), RichText(item.url))
    console.print(table)
    console.print(RichText(f"{len(parsed.items)} items"))
    for warning in parsed.warnings:
        console.print(RichText(f"warning: {warning}", style="yellow"))
