"""subscriber add, stop and list: an operator enters people, and ends their mail."""

import re
from datetime import datetime
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text as RichText
from sqlite_utils import Database

from bot.cli import opening
from bot.config import Settings, load_classifier
from bot.delivery.channels.email import checked
from bot.delivery.links import Purpose
from bot.desk.topics import WHOLE_RULE
from bot.house import own_links
from bot.model import Destination, Pace, Rule, Subscriber
from storage import destinations, mail, people

CHANNELS = ("telegram", "email", "console")


def add(
    address: Annotated[str, typer.Argument(help="chat id, mail address, or - for the console")],
    *,
    channel: Annotated[str, typer.Option(help="telegram, email or console")],
    rule: Annotated[list[str] | None, typer.Option(help="what to be told of; may be repeated")] = None,
    pace: Annotated[Pace, typer.Option(help="how soon")] = Pace.INSTANT,
    lang: Annotated[str, typer.Option(help="en, ko, zh-Hans or zh-Hant")] = "en",
    tz: Annotated[str | None, typer.Option(help="an IANA zone; default CHIPWIRE_TZ")] = None,
    at: Annotated[str, typer.Option(help="when the daily digest comes, where the reader lives")] = "07:00",
    days: Annotated[str, typer.Option(help="its weekdays; Monday is 1")] = "1234567",
    confirmed: Annotated[bool, typer.Option("--confirmed", help="the mail address has opted in already")] = False,
) -> None:
    """Add a reader; without a rule they get the whole topic at grade 1 and above."""
    with opening.refusals():
        settings = opening.settings()
        zone = tz or settings.tz
        _check(address, channel, lang, zone)
        _check_hours(at, days)
        texts = rule or [WHOLE_RULE]
        _check_rules(texts)
        now = opening.now()

        def step(db: Database) -> int:
            if destinations.find(db, channel, address):
                return 0
            newcomer = Subscriber(0, lang=lang, tz=zone, pace=pace, since=now, digest_at=at, digest_days=days)
            reader = people.add_subscriber(db, newcomer)
            open_now = channel != "email" or confirmed
            group, consented = address.startswith("-1"), now if channel == "email" and confirmed else None
            fresh = Destination(0, reader.id, channel, address, confirmed=open_now, group=group, consented=consented)
            place = destinations.add_destination(db, fresh)
            if not open_now and settings.smtp_url and settings.public_url:
                mark = own_links(db, settings.public_url, now).mailbox(address)
                mail.ask(db, reader.id, address, mark, now)
            for text in texts:
                wanted = Rule(
                    0, reader.id, text, place.id, _pace(pace, channel), min_grade=0 if rule else 1, created=now
                )
                people.add_rule(db, wanted)
            return reader.id

        with opening.store() as store:
            number = store.write_sync(step)
    if not number:
        # A second reader at one address would be told everything twice.
        typer.echo(f"{channel} {address} is entered already; see `chipwire subscriber list`", err=True)
        raise typer.Exit(opening.BAD_USAGE)
    waiting = "" if channel != "email" or confirmed else f"; {_waits(settings)}"
    typer.echo(f"subscriber {number}: {channel} {address}, {len(texts)} rule{'s' * (len(texts) > 1)}{waiting}")


def _waits(settings: Settings) -> str:
    """What an address waits for that has not opted in."""
    if settings.smtp_url and settings.public_url:
        return "its owner is asked by mail, and nothing else is mailed before the answer"
    lacking = "CHIPWIRE_PUBLIC_URL" if settings.smtp_url else "CHIPWIRE_SMTP_URL"
    return f"nothing is mailed until the address is confirmed, and without {lacking} its owner cannot be asked"


def stop(
    address: Annotated[str, typer.Argument(help="a mail address, or what stands after “unsubscribe” in a mail to you")],
) -> None:
    """End the mail to an address whose owner wrote to you; consent is then needed anew."""
    with opening.refusals():
        settings, now = opening.settings(), opening.now()

        def step(db: Database) -> int:
            links = own_links(db, settings.public_url, now)
            opened = links.open(Purpose.UNSUBSCRIBE, address.strip().removeprefix("unsubscribe").strip())
            found = mail.addressee(db, opened.destination) if opened else None
            if opened and found and links.is_for(opened, found):
                return int(mail.withdraw(db, found.id, now))
            held = [place for place in mail.at_address(db, address.strip()) if mail.withdraw(db, place.id, now)]
            return len(held)

        with opening.store() as store:
            stopped = store.write_sync(step)
    if not stopped:
        typer.echo("nothing is mailed there; see `chipwire subscriber list`", err=True)
        raise typer.Exit(opening.BAD_USAGE)
    typer.echo("stopped; no more mail is sent there")


def _check_hours(at: str, days: str) -> None:
    problems = []
    if not re.fullmatch(r"(?:[01]\d|2[0-3]):[0-5]\d", at):
        problems.append(f"--at {at}: write hours and minutes, for example 07:00")
    if not re.fullmatch(r"[1-7]{1,7}", days):
        problems.append(f"--days {days}: write the weekdays, for example 12345 for Monday to Friday")
    for problem in problems:
        typer.echo(problem, err=True)
    if problems:
        raise typer.Exit(opening.BAD_USAGE)


def _pace(pace: Pace, channel: str) -> Pace:
    """Mail carries digests only."""
    return Pace.DIGEST if channel == "email" else pace


def _check(address: str, channel: str, lang: str, tz: str) -> None:
    problems = []
    if channel not in CHANNELS:
        problems.append(f"--channel {channel}: write one of {', '.join(CHANNELS)}")
    if channel == "telegram" and not re.fullmatch(r"-?\d{1,15}|@\w{5,32}", address):
        problems.append(f"{address}: a Telegram address is a numeric chat id or @channelname")
    if channel == "email" and not _is_mail(address):
        problems.append(f"{address}: not a mail address")
    if lang not in {"en", "ko", "zh-Hans", "zh-Hant"}:
        problems.append(f"--lang {lang}: write en, ko, zh-Hans or zh-Hant")
    try:
        ZoneInfo(tz)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        problems.append(f"--tz {tz}: no such zone; write for example Asia/Seoul")
    if problems:
        for problem in problems:
            typer.echo(problem, err=True)
        raise typer.Exit(opening.BAD_USAGE)


def _is_mail(address: str) -> bool:
    """Whether the mail channel would take it, as it stands, for somebody on the internet."""
    try:
        return address == address.strip() and "." in checked(address).rpartition("@")[2]
    except ValueError:
        return False


def _check_rules(texts: list[str]) -> None:
    vocabulary = load_classifier().vocabulary
    refusals = [(text, vocabulary.refusal(text)) for text in texts]
    wrong = [(text, error) for text, error in refusals if error]
    for text, error in wrong:
        typer.echo(f"{text}: {error}", err=True)
    if wrong:
        raise typer.Exit(opening.BAD_USAGE)


def list_people() -> None:
    """Everybody, with their destinations and rules."""
    with opening.refusals(), opening.store() as store:
        table = store.read_sync(_table)
    Console().print(table)


def _table(db: Database) -> Table:
    table = Table(pad_edge=False)
    for heading in ("id", "since", "lang", "zone", "destination", "rules"):
        table.add_column(heading, overflow="fold")
    for subscriber in people.subscribers(db):
        places = destinations.destinations_of(db, subscriber.id)
        rules = people.rules_of(db, subscriber.id)
        table.add_row(
            str(subscriber.id),
            _day(subscriber.since),
            subscriber.lang,
            subscriber.tz,
            RichText(
                "\n".join(f"{place.channel} {place.address}{_state(place.paused, place.confirmed)}" for place in places)
            ),
            RichText("\n".join(f"{rule.number}. {rule.text} ({rule.pace.value})" for rule in rules)),
        )
    return table


def _day(since: datetime | None) -> str:
    return f"{since:%Y-%m-%d}" if since else "–"


def _state(paused: str, confirmed: bool) -> str:
    if not confirmed:
        return " (not confirmed)"
    return f" (paused: {paused})" if paused else ""
