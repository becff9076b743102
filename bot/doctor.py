"""Whether the house can run here: one check after another, each with what was seen and how to mend it."""

import asyncio
import shutil
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from bot.archive import open_store
from bot.config import Settings
from bot.delivery.notices import compose_test_mail
from bot.desk.vigil import Standing
from bot.model import Answer, Destination, FetchOutcome, Message, Source, Validators
from bot.vigil import STANDINGS, standings_from
from storage import StorageError, Store, articles, heartbeat

LOW_DISK = 200 * 1024 * 1024
#: Clocks of one machine may differ by so much between two runs.
CLOCKS_DIFFER = timedelta(minutes=5)
#: A service whose last poll ended longer ago is not taken for running.
ASLEEP = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Check:
    """One finding."""

    name: str
    ok: bool
    detail: str
    fix: str = ""


async def examine(
    settings: Settings, enabled: Sequence[Source], now: datetime, *, visit: bool, send: bool = False
) -> list[Check]:
    """Every check, the quick ones first; nothing is changed but that a missing database is made.

    Args:
        settings: of the operator.
        enabled: the sources that are switched on.
        now: UTC.
        visit: fetch every source too.
        send: write a line to every operator.
    """
    checks = [_pack(enabled), _quirks(enabled), _disk(settings), _zone(settings, now), _public(settings)]
    checks += [_search_index(), await _names(settings, enabled)]
    checks += await asyncio.to_thread(_database, settings, now)
    checks += await _telegram(settings, send=send)
    checks += await _mail(settings, now, send=send)
    if visit:
        checks += await _outlets(settings, enabled, now)
    return checks


def _pack(enabled: Sequence[Source]) -> Check:
    sides = sorted({source.side for source in enabled})
    return Check(
        "sources", bool(enabled), f"{len(enabled)} enabled: {' '.join(sides)}", "" if enabled else "enable some"
    )


def _disk(settings: Settings) -> Check:
    folder = next(path for path in (settings.db.absolute(), *settings.db.absolute().parents) if path.exists())
    free = shutil.disk_usage(folder).free
    ok = free >= LOW_DISK
    return Check(
        "disk", ok, f"{free // 2**20:,} MB free", "" if ok else "make room: below 200 MB bodies are not stored"
    )


def _zone(settings: Settings, now: datetime) -> Check:
    return Check("time zone", ok=True, detail=f"{now.astimezone(ZoneInfo(settings.tz)):%Y-%m-%d %H:%M} {settings.tz}")


def _quirks(enabled: Sequence[Source]) -> Check:
    """What is asked of the network for single sources; worth knowing when one fails."""
    told = [f"{source.id} ({', '.join(found)})" for source in enabled if (found := _quirks_of(source))]
    return Check("exceptions", ok=True, detail="; ".join(told) or "none")


def _quirks_of(source: Source) -> list[str]:
    named = {
        "old TLS": source.tls.get("legacy") == "yes",
        "own certificate": bool(source.tls.get("ca")),
        "headers": bool(source.headers),
        "cookies": bool(source.cookies),
        "proxy": bool(source.proxy),
        "robots.txt ignored": not source.respect_robots,
        f"charset {source.charset}": bool(source.charset),
        f"zone overridden: {source.override_tz}": bool(source.override_tz),
    }
    return [words for words, is_so in named.items() if is_so]


def _public(settings: Settings) -> Check:
    url = settings.public_url
    if not url:
        return Check("public address", ok=True, detail="none: mail has no link to unsubscribe by one click")
    ok = url.startswith("https://")
    return Check("public address", ok, url, "" if ok else "serve it over https, or mail providers will not follow it")


async def _names(settings: Settings, enabled: Sequence[Source]) -> Check:
    """Whether names of outlets can be looked up; one that can is enough."""
    own = {urlsplit(origin).hostname for origin in settings.allow_origins}
    hosts = sorted({urlsplit(source.url).hostname or "" for source in enabled} - own)[:3]
    loop, found = asyncio.get_running_loop(), []
    for host in hosts:
        try:
            async with asyncio.timeout(5):
                answers = await loop.getaddrinfo(host, 443)
            found.append(f"{host} is {answers[0][4][0]}")
        except (OSError, TimeoutError) as error:
            found.append(f"{host}: {error or 'no answer within 5 s'}")
    ok = not hosts or any(" is " in one for one in found)
    detail = "; ".join(found) or "no source needs one"
    return Check("names", ok, detail, "" if ok else "check the resolver of this machine (/etc/resolv.conf)")


def _search_index() -> Check:
    with sqlite3.connect(":memory:") as db:
        options = {row[0] for row in db.execute("PRAGMA compile_options")}
    db.close()
    ok = "ENABLE_FTS5" in options
    return Check("search index", ok, f"SQLite {sqlite3.sqlite_version}", "" if ok else "this SQLite lacks FTS5")


def _database(settings: Settings, now: datetime) -> list[Check]:
    try:
        store: Store = open_store(settings.db, now)
    except StorageError as error:
        fix = "restore the last backup, or see docs/operating.md"
        return [Check("database", ok=False, detail=str(error), fix=fix)]
    try:
        stored = store.read_sync(articles.count)
        damage = store.read_sync(heartbeat.damage)
        last = store.read_sync(heartbeat.last_heartbeat)
        checks = [
            Check("database", ok=True, detail=f"{stored:,} articles in {settings.db}"),
            Check("integrity", not damage, damage or "no damage found", "restore the last backup" if damage else ""),
            _clock(last, now),
            _service(standings_from(store.read_sync(lambda db: heartbeat.note(db, STANDINGS))), last, now),
        ]
    finally:
        store.close_sync()
    return checks


def _clock(last: datetime | None, now: datetime) -> Check:
    """A clock that runs backwards would make news of tomorrow."""
    ok = last is None or last <= now + CLOCKS_DIFFER
    detail = f"{now:%Y-%m-%d %H:%M:%S} UTC"
    if ok:
        return Check("clock", ok=True, detail=detail)
    return Check("clock", ok=False, detail=f"{detail}, but a poll ended at {last:%Y-%m-%d %H:%M}", fix="set the clock")


def _service(standings: Mapping[str, Standing], last: datetime | None, now: datetime) -> Check:
    """What the night watch of a running service finds wrong: a second process on the token, a full disk, silence."""
    if last is None or now - last > ASLEEP:
        return Check("service", ok=True, detail="not running")
    wrong = [stands for stands in standings.values() if stands.told and stands.well_since is None]
    detail = "; ".join(f"{stands.words} (since {stands.since:%m-%d %H:%M} UTC)" for stands in wrong)
    return Check("service", not wrong, detail or "runs, nothing wrong", "see docs/operating.md" if wrong else "")


async def _telegram(settings: Settings, *, send: bool) -> list[Check]:
    from bot.app import telegram_channel  # noqa: PLC0415 - telegram takes most of a second to import

    async with telegram_channel(settings) as channel:
        if channel is None:
            return [Check("telegram", ok=True, detail="no token: alerts go to the console")]
        answer: Answer = await channel.probe()
        if not answer.ok:
            fix = (
                "get a new token from @BotFather" if answer.status in {401, 404} else "check the network to the Bot API"
            )
            return [Check("telegram", ok=False, detail=answer.text, fix=fix)]
        checks = [Check("telegram", ok=True, detail="the token is accepted")]
        if not settings.admins:
            fix = "set CHIPWIRE_ADMINS to your numeric id; the bot tells it to whoever writes to it"
            return [*checks, Check("operators", ok=False, detail="nobody may administer the bot", fix=fix)]
        if not send:
            told = f"{len(settings.admins)} named; --send-test writes to each"
            return [*checks, Check("operators", ok=True, detail=told)]
        rendered = channel.render(Message(text="chipwire: this chat can be reached.", key="doctor"))
        for admin in settings.admins:
            sent = await channel.send(Destination(0, 0, "telegram", str(admin)), rendered)
            fix = "" if sent.ok else "open the bot in this chat and press Start"
            checks.append(Check(f"chat {admin}", sent.ok, "reached" if sent.ok else sent.text, fix))
    return checks


async def _mail(settings: Settings, now: datetime, *, send: bool) -> list[Check]:
    """Whether mail can be handed in: as far as the login, or with one mail to the operator."""
    if not settings.smtp_url:
        return [Check("mail", ok=True, detail="no mail server: digests stay in the chat")]
    from bot.delivery.channels.email import EmailChannel  # noqa: PLC0415 - nobody else here needs it
    from bot.delivery.mail_trouble import explain  # noqa: PLC0415 - the same

    channel = EmailChannel(settings.smtp_url, settings.mail_from, patience=10, dkim=settings.dkim)
    server = channel.server
    answer = await channel.probe()
    place = f"{server.host}:{server.port}, tls {server.tls}"
    detail = f"{place}: {'logged in' if server.user else 'answers'}" if answer.ok else f"{place}: {answer.text}"
    checks = [Check("mail", answer.ok, detail, explain(answer, server))]
    if server.tls == "none" and server.host not in {"localhost", "127.0.0.1", "::1"}:
        fix = "tls=none is for a server on this machine; write tls=starttls or tls=implicit"
        checks.append(Check("mail in clear", ok=False, detail="passwords and readers can be read on the way", fix=fix))
    if answer.ok and send:
        mail = channel.render(compose_test_mail(now))
        sent = await channel.send(Destination(0, 0, "email", channel.sender.address), mail)
        told = "taken; look whether it arrived, and not among the unwanted mail" if sent.ok else sent.text
        checks.append(Check(f"mail to {channel.sender.address}", sent.ok, told, explain(sent, server)))
    return checks


async def _outlets(settings: Settings, enabled: Sequence[Source], now: datetime) -> list[Check]:
    from bot.app import open_intake  # noqa: PLC0415 - the parsers' children start with it

    async with open_intake(settings) as (door, parsers):

        async def visit(source: Source) -> Check:
            fetched = await door.get(source, Validators(), now=now)
            if fetched.outcome is not FetchOutcome.FETCHED:
                return Check(source.id, ok=False, detail=fetched.reason, fix="switch it off in feeds.yaml, or wait")
            parsed = await parsers.parse(fetched, source, now)
            ok = bool(parsed.items) and not parsed.cause
            return Check(
                source.id, ok, parsed.reason or f"{len(parsed.items)} items", "" if ok else "source test shows it"
            )

        return list(await asyncio.gather(*(visit(source) for source in enabled)))
