"""Each check of the doctor: what was seen, and how to mend it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.archive import open_store
from bot.config import load_settings
from bot.desk.vigil import Standing
from bot.doctor import Check, examine
from bot.model import Source
from bot.vigil import STANDINGS, standings_as
from storage import heartbeat
from tests.faults.bot_api import TOKEN, BotApi
from tests.faults.smtp import MailDouble

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
LOCAL = Source("sample-wire", "Sample Wire", "KR", "newspaper", "ko", "feed", "http://127.0.0.1:1/rss", retries=0)


def settings(tmp_path: Path, **more: str):
    written = {"CHIPWIRE_DB": str(tmp_path / "c.db"), "CHIPWIRE_ALLOW_ORIGINS": "http://127.0.0.1:1"} | more
    return load_settings(written, None)


def by_name(checks: Iterable[Check]) -> dict[str, Check]:
    return {check.name: check for check in checks}


async def test_a_sound_house_passes_every_check(tmp_path: Path) -> None:
    """Nothing red, and each row of the agreed list is there."""
    found = by_name(await examine(settings(tmp_path), [LOCAL], NOON, visit=False))

    assert [check for check in found.values() if not check.ok] == []
    assert set(found) == {
        *("sources", "exceptions", "disk", "time zone", "public address", "search index", "names"),
        *("database", "integrity", "clock", "service", "telegram", "mail"),
    }


async def test_quirks_of_sources_are_shown(tmp_path: Path) -> None:
    """What is asked of the network for one host alone."""
    odd = replace(LOCAL, tls={"legacy": "yes"}, charset="gbk", proxy="http://127.0.0.1:3128")

    found = by_name(await examine(settings(tmp_path), [odd], NOON, visit=False))

    assert found["exceptions"].detail == "sample-wire (old TLS, proxy, charset gbk)"


async def test_a_clock_that_ran_backwards_is_found(tmp_path: Path) -> None:
    """A poll cannot have ended tomorrow."""
    with open_store(tmp_path / "c.db", NOON) as store:
        store.write_sync(lambda db: heartbeat.heartbeat(db, NOON + timedelta(days=1)))

    clock = by_name(await examine(settings(tmp_path), [LOCAL], NOON, visit=False))["clock"]

    assert (clock.ok, clock.fix) == (False, "set the clock")


async def test_what_a_running_service_finds_wrong_is_shown(tmp_path: Path) -> None:
    """A second process on the token, as its night watch told the operators; of a service that sleeps, nothing."""
    rival = Standing(NOON - timedelta(minutes=9), "another process listens", told=True)
    passing = Standing(NOON, "no answer from telegram")
    with open_store(tmp_path / "c.db", NOON) as store:
        store.write_sync(lambda db: heartbeat.heartbeat(db, NOON))
        told = standings_as({"rival": rival, "silent": passing})
        store.write_sync(lambda db: heartbeat.set_note(db, STANDINGS, told, NOON))

    awake = by_name(await examine(settings(tmp_path), [LOCAL], NOON, visit=False))["service"]
    later = by_name(await examine(settings(tmp_path), [LOCAL], NOON + timedelta(hours=2), visit=False))["service"]

    assert (awake.ok, awake.detail) == (False, "another process listens (since 11-22 11:51 UTC)")
    assert (later.ok, later.detail) == (True, "not running")


async def test_operators_are_written_to_on_request(tmp_path: Path) -> None:
    """The token is probed; with send, each chat hears a line."""
    async with BotApi() as api:
        told = settings(tmp_path, CHIPWIRE_TELEGRAM_TOKEN=TOKEN, CHIPWIRE_TELEGRAM_API=api.url, CHIPWIRE_ADMINS="42")
        quiet = by_name(await examine(told, [LOCAL], NOON, visit=False))
        sent = by_name(await examine(told, [LOCAL], NOON, visit=False, send=True))

        assert [message.text for message in api.accepted] == ["chipwire: this chat can be reached."]

    assert quiet["operators"].detail == "1 named; --send-test writes to each"
    assert sent["chat 42"].ok


async def test_a_source_that_does_not_answer_is_red(tmp_path: Path) -> None:
    """Only on request: it takes a visit to each."""
    found = by_name(await examine(settings(tmp_path), [LOCAL], NOON, visit=True))

    assert (found["sample-wire"].ok, "refused" in found["sample-wire"].detail) == (False, True)


async def test_links_in_mail_need_https(tmp_path: Path) -> None:
    """A public address in clear is told."""
    found = by_name(
        await examine(settings(tmp_path, CHIPWIRE_PUBLIC_URL="http://news.example"), [LOCAL], NOON, visit=False)
    )

    assert found["public address"].ok is False


async def test_mail_is_tried_as_far_as_the_login(tmp_path: Path) -> None:
    """Nothing is sent unless asked for; then one mail to the operator, in the scripts of the digest."""
    async with MailDouble() as mail:
        told = settings(
            tmp_path,
            CHIPWIRE_SMTP_URL=f"smtp://127.0.0.1:{mail.port}?tls=none",
            CHIPWIRE_MAIL_FROM="chipwire <news@example.org>",
        )
        looked = by_name(await examine(told, [LOCAL], NOON, visit=False))
        before = len(mail.accepted)
        sent = by_name(await examine(told, [LOCAL], NOON, visit=False, send=True))

    (taken,) = mail.accepted
    assert (looked["mail"].ok, looked["mail"].detail, before) == (True, f"127.0.0.1:{mail.port}, tls none: answers", 0)
    assert sent["mail to news@example.org"].ok
    assert taken.recipients == ("news@example.org",)
    assert str(taken.mail["Subject"]) == "chipwire: a test · 시험 · 测试"


async def test_mail_that_cannot_be_handed_in_is_told_with_its_mending(tmp_path: Path) -> None:
    """Nobody listens; TLS is not offered; the password is in no word of it."""
    async with MailDouble() as mail:
        asked = f"smtp://user:geheim1@127.0.0.1:{mail.port}"
        stripped = settings(tmp_path, CHIPWIRE_SMTP_URL=asked, CHIPWIRE_MAIL_FROM="news@example.org")
        bare = by_name(await examine(stripped, [LOCAL], NOON, visit=False, send=True))
    gone = by_name(await examine(stripped, [LOCAL], NOON, visit=False, send=True))

    assert ("somebody on the way takes the offer out" in bare["mail"].fix, bare["mail"].ok) == (True, False)
    assert ("nobody answers at 127.0.0.1" in gone["mail"].fix, gone["mail"].ok) == (True, False)
    assert [name for name in (*bare, *gone) if name.startswith("mail to")] == []
    assert "geheim1" not in f"{bare} {gone}"


async def test_mail_in_clear_to_another_machine_is_red(tmp_path: Path) -> None:
    """A server on this machine may do without TLS, no other."""
    told = settings(
        tmp_path, CHIPWIRE_SMTP_URL="smtp://mail.invalid:25?tls=none", CHIPWIRE_MAIL_FROM="news@example.org"
    )

    assert by_name(await examine(told, [LOCAL], NOON, visit=False))["mail in clear"].ok is False
