"""digest: a day's mail as it would be sent, or was: on the screen, as a file, or to one reader."""

import asyncio
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Annotated, NoReturn
from zoneinfo import ZoneInfo

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text as RichText
from sqlite_utils import Database

from bot import letters
from bot.cli import opening
from bot.cli.lines import say
from bot.config import Settings, load_classifier, load_occasions
from bot.delivery.links import Links
from bot.desk.digests import wanted_at
from bot.desk.reading import Desk
from bot.desk.rules import RuleIndex
from bot.desk.topics import WHOLE_RULE
from bot.house import own_links
from bot.model import Delivery, DeliveryState, Destination, Mailing, Message, Rule, Source, Subscriber
from bot.press import Press
from storage import destinations, editions, people

_NAMED = {"today": timedelta(0), "yesterday": timedelta(days=1)}


@dataclass(frozen=True, slots=True)
class Printed:
    """A digest and whose it is."""

    message: Message
    reader: Destination
    day: date
    until: datetime  # what was seen before is told

    def shown(self) -> dict[str, str | int]:
        """What is said of it beside its words."""
        return {
            "date": str(self.day),
            "to": self.reader.address,
            "subject": self.message.subject,
            "until": self.until.isoformat(timespec="seconds"),
            "html_bytes": len(self.message.html.encode()),
            "text_bytes": len(self.message.text.encode()),
        }


def digest(
    *,
    day: Annotated[
        str, typer.Option("--date", help="when it is sent: such as 2026-11-22, today or yesterday", metavar="DAY")
    ] = "today",
    to: Annotated[str | None, typer.Option(help="send it to this reader's mail address now")] = None,
    out: Annotated[Path | None, typer.Option(help="write it as an HTML file instead")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="send and write nothing")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="one JSON object instead of the table and the text")] = False,
) -> None:
    """Compose the daily digest of a day: on the screen, to a file, or to one reader."""
    if to and out:
        _refuse("either --to or --out: it is sent, or written to a file")
    with opening.refusals():
        settings = opening.settings()
        sources = {source.id: source for source in opening.enabled_sources(settings)}
        with opening.store() as store:
            links = store.write_sync(lambda db: own_links(db, settings.public_url, opening.now()))
            printed = store.read_sync(lambda db: _print(db, to, day, settings, sources, links))
    if out and not dry_run:
        _write(out, printed.message)
    elif to and not dry_run:
        _send(printed, settings)
    elif as_json:
        say(printed.shown())
    else:
        _show(printed)


def _print(
    db: Database, to: str | None, asked: str, settings: Settings, sources: dict[str, Source], links: Links
) -> Printed:
    """The digest of one reader; without an address, what a newcomer would get: the whole topic."""
    reader = destinations.find(db, "email", to) if to else Destination(0, 0, "email", "-")
    if reader is None:
        _refuse(f"no reader has the address {to}; see `chipwire subscriber list`")
    person = people.subscriber(db, reader.subscriber) or Subscriber(0, tz=settings.tz)
    rules = people.rules_of(db, reader.subscriber) if to else [Rule(1, 0, WHOLE_RULE, 0, min_grade=1)]
    sent_on, until = _moment(db, asked, person)
    # Of another kind than the day's own: a mail program that has seen one would hide the other.
    delivery = Delivery(
        0, reader, "preview", f"digest:{sent_on}", DeliveryState.NEW, until, 0, until, lang=person.lang, tz=person.tz
    )
    classifier = load_classifier()
    desk = Desk(classifier, RuleIndex.build(rules, classifier.vocabulary))
    press = Press(load_occasions())
    mailing = links.mailing(delivery) if to else Mailing()
    message = letters.digest(db, desk, delivery, opening.now(), rules, mailing=mailing, press=press, sources=sources)
    return Printed(message, reader, sent_on, until)


def _moment(db: Database, asked: str, person: Subscriber) -> tuple[date, datetime]:
    """The day and the instant up to which its digest tells: the reader's hour, or now where that is still to come."""
    now, zone = opening.now(), ZoneInfo(person.tz)
    today = now.astimezone(zone).date()
    day = _day(asked, today)
    if day == today:
        return today, now
    if day > today:
        _refuse(f"{day} is still to come; the newest digest is of today, {today}")
    first = editions.first(db)
    oldest = first.astimezone(zone).date() if first else today
    if day < oldest:
        _refuse(f"nothing is known of {day}: the archive begins on {oldest}")
    at = wanted_at(day, time.fromisoformat(person.digest_at), zone)
    if at is None:
        _refuse(f"{person.tz} had no {day}")
    return day, at


def _day(asked: str, today: date) -> date:
    """A day as it was asked for; `today` is the reader's."""
    if asked in _NAMED:
        return today - _NAMED[asked]
    try:
        return date.fromisoformat(asked)
    except ValueError:
        _refuse(f"--date {asked}: write a day such as {today}, today or yesterday")


def _refuse(reason: str) -> NoReturn:
    typer.echo(reason, err=True)
    raise typer.Exit(opening.BAD_USAGE)


def _show(printed: Printed) -> None:
    table = Table(pad_edge=False, show_header=False)
    for name, value in printed.shown().items():
        words = f"{value:,}" if isinstance(value, int) else value
        table.add_row(name.replace("_", " "), RichText(words))
    Console().print(table)
    typer.echo(f"\n{printed.message.text}", nl=False)


def _write(path: Path, message: Message) -> None:
    try:
        path.write_text(message.html, encoding="utf-8")
    except OSError as error:
        typer.echo(f"cannot write {path}: {error.strerror}", err=True)
        raise typer.Exit(1) from None
    typer.echo(f"{message.subject}\nwritten to {path}")


def _send(printed: Printed, settings: Settings) -> None:
    from bot.app import mail_channel

    reader = printed.reader
    if not reader.confirmed or reader.paused:
        why = reader.paused or "its owner has not confirmed it"
        typer.echo(f"nothing is sent to {reader.address}: {why}", err=True)
        raise typer.Exit(1)
    channel = mail_channel(settings)
    if channel is None:
        _refuse("no mail server is set: CHIPWIRE_SMTP_URL and CHIPWIRE_MAIL_FROM")
    answer = asyncio.run(channel.send(reader, channel.render(printed.message)))
    typer.echo(f"sent to {reader.address}" if answer.ok else f"not sent: {answer.text}", err=not answer.ok)
    if not answer.ok:
        raise typer.Exit(1)
