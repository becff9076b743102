"""Whether the house can run here: one check after another, each with what was seen and how to mend it."""

import asyncio
import shutil
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from bot.config import Settings
from bot.house import open_store
from bot.model import Answer, FetchOutcome, Source, Validators
from storage import StorageError, Store, articles

LOW_DISK = 200 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Check:
    """One finding."""

    name: str
    ok: bool
    detail: str
    fix: str = ""


async def examine(settings: Settings, enabled: Sequence[Source], now: datetime, *, visit: bool) -> list[Check]:
    """Every check, the quick ones first; nothing is changed but that a missing database is made.

    Args:
        settings: of the operator.
        enabled: the sources that are switched on.
        now: UTC.
        visit: fetch every source too.
    """
    checks = [_pack(enabled), _disk(settings), _zone(settings, now), _search_index()]
    checks.append(await asyncio.to_thread(_database, settings, now))
    checks.append(await _telegram(settings))
    checks.append(await _mail(settings))
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
    return Check("clock", ok=True, detail=f"{now.astimezone(ZoneInfo(settings.tz)):%Y-%m-%d %H:%M} {settings.tz}")


def _search_index() -> Check:
    with sqlite3.connect(":memory:") as db:
        options = {row[0] for row in db.execute("PRAGMA compile_options")}
    db.close()
    ok = "ENABLE_FTS5" in options
    return Check("search index", ok, f"SQLite {sqlite3.sqlite_version}", "" if ok else "this SQLite lacks FTS5")


def _database(settings: Settings, now: datetime) -> Check:
    try:
        store: Store = open_store(settings.db, now)
    except StorageError as error:
        return Check("database", ok=False, detail=str(error), fix="restore the last backup, or see docs/operating.md")
    try:
        return Check("database", ok=True, detail=f"{store.read_sync(articles.count):,} articles in {settings.db}")
    finally:
        store.close_sync()


async def _telegram(settings: Settings) -> Check:
    from bot.app import telegram_channel  # noqa: PLC0415 - telegram takes most of a second to import

    async with telegram_channel(settings) as channel:
        if channel is None:
            return Check("telegram", ok=True, detail="no token: alerts go to the console")
        answer: Answer = await channel.probe()
    if answer.ok:
        return Check("telegram", ok=True, detail="the token is accepted")
    fix = "get a new token from @BotFather" if answer.status in {401, 404} else "check the network to the Bot API"
    return Check("telegram", ok=False, detail=answer.text, fix=fix)


async def _mail(settings: Settings) -> Check:
    if not settings.smtp_url:
        return Check("mail", ok=True, detail="no mail server: digests stay in the chat")
    place = urlsplit(settings.smtp_url)
    try:
        async with asyncio.timeout(10):
            reader, writer = await asyncio.open_connection(place.hostname, place.port or 587)
            greeting = (await reader.readline()).decode("ascii", "replace").strip()
            writer.close()
            await writer.wait_closed()
    except (OSError, TimeoutError) as error:
        detail = f"{place.hostname}:{place.port}: {type(error).__name__}"
        return Check("mail", ok=False, detail=detail, fix="check CHIPWIRE_SMTP_URL and the network to the mail server")
    return Check("mail", ok=True, detail=f"{place.hostname} answers: {greeting[:60]}")


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
