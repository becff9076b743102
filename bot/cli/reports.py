"""digest, export, stats: what the archive holds, for people and machines."""

from datetime import date, datetime, time
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text as RichText
from sqlite_utils import Database

from bot import letters
from bot.cli import opening
from bot.cli.lines import say
from bot.cli.people import WHOLE_TOPIC
from bot.config import Settings, load_classifier
from bot.desk.reading import Desk
from bot.desk.rules import RuleIndex
from bot.model import Delivery, DeliveryState, Destination, Message, Rule
from storage import articles, destinations, figures, people, sendings


def export() -> None:
    """Every stored article as JSON lines, oldest first."""
    with opening.refusals(), opening.store() as store:
        store.read_sync(_export)


def _export(db: Database) -> None:
    for row in articles.export(db):
        say(row)


def stats(*, as_json: Annotated[bool, typer.Option("--json", help="one JSON object")] = False) -> None:
    """How much is stored, how the outbox stands and why, and how soon alerts arrive."""
    with opening.refusals(), opening.store() as store:
        now = opening.now()
        found = store.read_sync(figures.counts)
        queues = store.read_sync(lambda db: figures.queues(db, now))
        reasons = store.read_sync(lambda db: sendings.reasons(db, now))
        delays = store.read_sync(lambda db: sendings.delays(db, now))
    if as_json:
        say({**found, "outbox": queues, "reasons": reasons, "delays": delays})
        return
    table = Table(pad_edge=False, show_header=False)
    for name, count in found.items():
        table.add_row(name, f"{count:,}")
    for state, queue in queues.items():
        table.add_row(f"outbox: {state}", f"{queue['count']:,}, oldest {queue['oldest_seconds']:,} s")
    for state, causes in reasons.items():
        for reason, count in causes.items():
            table.add_row(f"{state} because", RichText(f"{count:,} × {reason}"))
    for since, spread in delays.items():
        if spread["count"]:
            shown = ", ".join(f"{name} {spread[name]:,.0f} s" for name in ("p50", "p90", "p99"))
            table.add_row(f"accepted {since.replace('_', ' ')}", f"{shown} ({spread['count']:,} alerts in a day)")
    Console().print(table)


def digest(
    *,
    day: Annotated[datetime | None, typer.Option("--date", formats=["%Y-%m-%d"], help="the day it is sent on")] = None,
    to: Annotated[str | None, typer.Option(help="send it to this mail address now")] = None,
    out: Annotated[Path | None, typer.Option(help="write it as an HTML file instead")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="print the text, send nothing")] = False,
) -> None:
    """Compose the daily digest of a day: to a file, to one address, or on the screen."""
    with opening.refusals():
        settings = opening.settings()
        zone = ZoneInfo(settings.tz)
        sent_on: date = day.date() if day else opening.now().astimezone(zone).date()
        # The digest of a day tells the 24 hours before its hour; of today, those before now.
        moment = min(opening.now(), datetime.combine(sent_on, time(23, 59), zone).astimezone(opening.now().tzinfo))
        with opening.store() as store:
            message, reader = store.read_sync(lambda db: _compose(db, to, sent_on, moment))
    if out:
        _write(out, message)
    elif to and not dry_run:
        _send(message, reader, settings)
    else:
        typer.echo(f"{message.subject}\n\n{message.text}")


def _compose(db: Database, to: str | None, day: date, moment: datetime) -> tuple[Message, Destination]:
    """The digest of one reader; without an address, what a newcomer would get: the whole topic."""
    classifier, zone = load_classifier(), opening.settings().tz
    reader = destinations.find(db, "email", to) if to else Destination(0, 0, "email", "-")
    if reader is None:
        typer.echo(f"no reader has the address {to}; see `chipwire subscriber list`", err=True)
        raise typer.Exit(opening.BAD_USAGE)
    rules = [Rule(1, 0, WHOLE_TOPIC, 0, min_grade=1)] if to is None else people.rules_of(db, reader.subscriber)
    delivery = Delivery(0, reader, "digest", f"digest:{day}", DeliveryState.NEW, moment, 0, moment, tz=zone)
    desk = Desk(classifier, RuleIndex.build(rules, classifier.vocabulary))
    return letters.digest(db, desk, delivery, moment, rules), reader


def _write(path: Path, message: Message) -> None:
    try:
        path.write_text(message.html, encoding="utf-8")
    except OSError as error:
        typer.echo(f"cannot write {path}: {error.strerror}", err=True)
        raise typer.Exit(1) from None
    typer.echo(f"{message.subject}\nwritten to {path}")


def _send(message: Message, reader: Destination, settings: Settings) -> None:
    import asyncio

    from bot.app import mail_channel

    channel = mail_channel(settings)
    if channel is None:
        typer.echo("no mail server is set: CHIPWIRE_SMTP_URL and CHIPWIRE_MAIL_FROM", err=True)
        raise typer.Exit(opening.BAD_USAGE)
    answer = asyncio.run(channel.send(reader, channel.render(message)))
    typer.echo(f"sent to {reader.address}" if answer.ok else f"not sent: {answer.text}", err=not answer.ok)
    if not answer.ok:
        raise typer.Exit(1)
