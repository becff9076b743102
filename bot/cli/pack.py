"""source new, add, enable, disable, import, export: the source pack, changed from the command line."""

import asyncio
import re
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.cli import opening
from bot.config import ConfigError, Settings
from bot.config.editing import append, as_yaml, switch, written_entries
from bot.config.feeds import read_feeds
from bot.config.opml import from_opml, to_opml
from bot.model import Item, Source
from bot.scouting import Scouted, Unreadable, record, scout

Address = Annotated[str, typer.Argument(help="the outlet's page, feed or sitemap")]
Id = Annotated[str, typer.Option("--id", help="instead of the one made of the address")]
Name = Annotated[str, typer.Option(help="the outlet as shown to people")]
Side = Annotated[str, typer.Option(help="whose voice it is: KR CN US TW JP EU INT")]
Kind = Annotated[str, typer.Option(help="what the outlet is: newspaper, news-agency, government …")]
Wanted = Annotated[str, typer.Argument(help="a source's id")]


def new(
    url: Address,
    *,
    source_id: Id = "",
    name: Name = "",
    side: Side = "",
    kind: Kind = "",
    out: Annotated[Path, typer.Option(help="where the recording and its expected items go")] = Path("recordings"),
) -> None:
    """Find out how an outlet can be read: prints the entry, writes a recording and the items expected of it."""
    with opening.refusals():
        found, source, items = _found(url, _said(id=source_id, name=name, side=side, kind=kind))
    document, expected = record(found, source, items, out)
    typer.echo(as_yaml([_entry(found, source)]), nl=False)
    typer.echo(f"# {len(items)} items; recording {document}, expected {expected}", err=True)
    for note in (*found.notes, *found.parsed.warnings):
        typer.echo(f"# {note}", err=True)


def add(
    url: Address,
    *,
    source_id: Id = "",
    name: Name = "",
    side: Side = "",
    kind: Kind = "",
    off: Annotated[bool, typer.Option("--off", help="known, but not polled yet")] = False,
) -> None:
    """Find out how an outlet can be read and add it to feeds.yaml, switched on."""
    with opening.refusals():
        settings = opening.settings()
        found, source, items = _found(url, _said(id=source_id, name=name, side=side, kind=kind))
        entry = _entry(found, source) | {"enabled": not off}
        append(settings.feeds, [entry])
    typer.echo(f"added {source.id} ({source.format}, {len(items)} items now) to {settings.feeds}")


def enable(source_id: Wanted) -> None:
    """Switch a source on in feeds.yaml; a running service takes it over on SIGHUP."""
    _switch(source_id, enabled=True)


def disable(source_id: Wanted) -> None:
    """Switch a source off in feeds.yaml; what it brought stays."""
    _switch(source_id, enabled=False)


def take_in(
    file: Annotated[Path, typer.Argument(help="an OPML file, ours or another reader's", exists=True, dir_okay=False)],
) -> None:
    """Add the sources of an OPML file to feeds.yaml; those already known are left out."""
    with opening.refusals():
        settings = opening.settings()
        known = opening.all_sources(settings)
        ids, urls = {source.id for source in known}, {source.url for source in known}
        entries = from_opml(file.read_bytes())
        fresh = [entry for entry in entries if entry["id"] not in ids and entry.get("url") not in urls]
        if fresh:
            append(settings.feeds, fresh)
    typer.echo(f"added {len(fresh)} of {len(entries)} sources to {settings.feeds}; the others are known already")


def give_out(
    *, out: Annotated[Path | None, typer.Option(help="the OPML file to write; without it, on the screen")] = None
) -> None:
    """Write every source as OPML; side, language, zone and selectors survive the way back."""
    with opening.refusals():
        settings = opening.settings()
        addresses = {source.id: source.url for source in opening.all_sources(settings)}
        text = to_opml(written_entries(settings.feeds), addresses)
    if out is None:
        typer.echo(text, nl=False)
    else:
        out.write_text(text, encoding="utf-8")
        typer.echo(f"wrote {len(addresses)} sources to {out}")


def _switch(source_id: str, *, enabled: bool) -> None:
    with opening.refusals():
        settings = opening.settings()
        switch(settings.feeds, source_id, enabled=enabled)
    typer.echo(f"{source_id} is {'on' if enabled else 'off'} in {settings.feeds}")


def _said(**options: str) -> dict[str, str]:
    return {key: value for key, value in options.items() if value}


def _found(url: str, said: dict[str, str]) -> tuple[Scouted, Source, tuple[Item, ...]]:
    """What was found, as a source of the pack, and its items as that source reads them."""
    if not re.match(r"https?://", url):
        typer.echo(f"{url!r} is no address; write https://…", err=True)
        raise typer.Exit(opening.BAD_USAGE)
    settings = opening.settings()
    try:
        return asyncio.run(_scouted(url, said, settings))
    except Unreadable as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None


async def _scouted(url: str, said: dict[str, str], settings: Settings) -> tuple[Scouted, Source, tuple[Item, ...]]:
    from bot.app import open_intake

    async with open_intake(settings) as (door, parsers):
        found = await scout(url, door, parsers, opening.now())
        text = f"version: 1\nfeeds:\n{as_yaml([dict(found.entry) | said])}"
        try:
            (source,) = read_feeds(text, "the new entry", Path())
        except ConfigError as error:
            raise Unreadable("\n".join(error.problems)) from error
        return found, source, (await parsers.parse(found.fetched, source, opening.now())).items


def _entry(found: Scouted, source: Source) -> dict[str, Any]:
    said = {"id": source.id, "name": source.name, "side": source.side, "kind": source.kind}
    return dict(found.entry) | said
