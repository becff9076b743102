"""init and doctor: from a checkout to a house that runs, and whether it can."""

import asyncio
import os
import shutil
from pathlib import Path
from typing import Annotated
from urllib.parse import quote

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text as RichText

from bot.cli import opening
from bot.cli.lines import say
from bot.config import ConfigError, Settings, packaged_feeds
from bot.delivery.channels.email import checked
from bot.delivery.presets import PRESETS
from bot.doctor import Check, examine

ENV = """\
# chipwire: settings. Secrets may stand in files of their own: CHIPWIRE_TELEGRAM_TOKEN_FILE=/path
CHIPWIRE_DB={db}
CHIPWIRE_FEEDS=feeds.yaml
CHIPWIRE_TZ={tz}
# Who may use the bot: private (admins invite), invite (by link), public
CHIPWIRE_ACCESS=private
{token}
{admins}
# Mail for the daily digest: smtp://user:pass@host:587?tls=starttls (or tls=implicit); of a known provider, such as
# gmail.com, naver.com or qq.com, the domain is enough: smtp://user:pass@gmail.com
{smtp}
{sender}
# A page about this installation, told to every outlet in the User-Agent
# CHIPWIRE_CONTACT=
"""


def init(
    *,
    token: Annotated[str, typer.Option(help="the bot's token from @BotFather; empty: alerts go to the console")] = "",
    admin: Annotated[str, typer.Option(help="your numeric Telegram id")] = "",
    mail: Annotated[str, typer.Option(help="the address that digests are sent from; asks for its password")] = "",
    tz: Annotated[str, typer.Option(help="your IANA zone")] = "Asia/Seoul",
    db: Annotated[str, typer.Option(help="where the database will be")] = "data/chipwire.db",
    force: Annotated[bool, typer.Option("--force", help="write over an existing .env")] = False,
) -> None:
    """Write .env, feeds.yaml and the data folder here; asks what it was not told when on a terminal."""
    env = Path(".env")
    if env.exists() and not force:
        typer.echo(".env exists; use --force to write over it", err=True)
        raise typer.Exit(opening.BAD_USAGE)
    if opening.terminal():
        token = token or typer.prompt("Telegram bot token (empty for none)", default="", hide_input=True)
        admin = admin or typer.prompt("your numeric Telegram id (empty for none)", default="")
        tz = typer.prompt("your time zone", default=tz)
        mail = mail or typer.prompt("mail address to send digests from (empty for none)", default="")
    smtp, sender = _mail_lines(mail)
    _write_private(
        env,
        ENV.format(
            db=db,
            tz=tz,
            token=f"CHIPWIRE_TELEGRAM_TOKEN={token}" if token else "# CHIPWIRE_TELEGRAM_TOKEN=",
            admins=f"CHIPWIRE_ADMINS={admin}" if admin else "# CHIPWIRE_ADMINS=",
            smtp=smtp,
            sender=sender,
        ),
    )
    with opening.refusals():
        settings = _read_back(env, keep=force)
    settings.db.parent.mkdir(parents=True, exist_ok=True)
    feeds = Path("feeds.yaml")
    if not feeds.exists():
        shutil.copyfile(packaged_feeds(), feeds)
    typer.echo("wrote .env and feeds.yaml\nnext: chipwire doctor, then chipwire run")


def _read_back(env: Path, *, keep: bool) -> Settings:
    """The settings just written; a file that nobody had before does not stay when something in it is refused."""
    try:
        return opening.settings()
    except ConfigError:
        if not keep:
            env.unlink()
        raise


def _mail_lines(address: str) -> tuple[str, str]:
    """Server and sender as they stand in .env; without a password for a provider that wants one, as a comment."""
    if not address:
        return "# CHIPWIRE_SMTP_URL=", "# CHIPWIRE_MAIL_FROM="
    try:
        user, _, domain = checked(address).rpartition("@")
    except ValueError:
        typer.echo(f"--mail {address}: not a mail address", err=True)
        raise typer.Exit(opening.BAD_USAGE) from None
    preset, host, password = PRESETS.get(domain.lower()), domain, ""
    if preset:
        typer.echo(f"{preset.host}:{preset.port} ({preset.tls}) takes {preset.takes}")
    if opening.terminal():
        host = domain if preset else typer.prompt("mail server, as host or host:port", default=f"mail.{domain}")
        password = typer.prompt("its password (empty for none)", default="", hide_input=True)
    name = user if preset else address
    login = f"{quote(name, safe='')}:{quote(password, safe='') or 'PASSWORD'}@" if password or preset else ""
    mark = "# " if preset and not password else ""
    return f"{mark}CHIPWIRE_SMTP_URL='smtp://{login}{host}'", f"{mark}CHIPWIRE_MAIL_FROM={address}"


def _write_private(path: Path, text: str) -> None:
    """A file that only its owner can read, from its first byte on."""
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)


def doctor(
    *,
    as_json: Annotated[bool, typer.Option("--json", help="one JSON object per check")] = False,
    outlets: Annotated[bool, typer.Option("--sources", help="visit every enabled source too")] = False,
    send: Annotated[bool, typer.Option("--send-test", help="write a line to every operator")] = False,
) -> None:
    """Check settings, database, disk, clock, Telegram and mail; each red line says how to mend it."""
    with opening.refusals():
        settings = opening.settings()
        enabled = opening.enabled_sources(settings)
    checks = asyncio.run(examine(settings, enabled, opening.now(), visit=outlets, send=send))
    if as_json:
        for check in checks:
            say({"check": check.name, "ok": check.ok, "detail": check.detail, "fix": check.fix})
    else:
        Console().print(_table(checks))
    if not all(check.ok for check in checks):
        raise typer.Exit(1)


def _table(checks: list[Check]) -> Table:
    table = Table(pad_edge=False)
    for heading in ("", "check", "what was seen", "how to mend it"):
        table.add_column(heading, overflow="fold")
    for check in checks:
        mark = RichText("ok", style="green") if check.ok else RichText("no", style="bold red")
        table.add_row(mark, check.name, RichText(check.detail), RichText(check.fix))
    return table
