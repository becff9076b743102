"""The whole service as a process: stopped amid its work, and everything it shows searched for secrets."""

import asyncio
import os
import signal
import socket
import sqlite3
import sys
from base64 import b64encode
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import aiohttp
import pytest

from bot.archive import open_store
from bot.model import Alert, Destination, Subscriber
from storage import destinations, outbox, people
from tests.faults.bot_api import TOKEN, BotApi
from tests.faults.bot_rules import Published, Rule
from tests.faults.sender import put_story
from tests.faults.smtp import MailDouble

CHIPWIRE = Path(sys.executable).with_name("chipwire")
PASSWORD = "correct-horse-battery"
LOGIN = b64encode(f"\0desk\0{PASSWORD}".encode()).decode()  # as it is said to the server
#: A token of a link in somebody's mail.
LINK = "BlPL8bfM_bTpTt-pMO_2mCSI0JYt_0GfvLwDL4U1-g"
FEEDS = """version: 1
feeds:
  - {id: sample, name: Sample, side: KR, kind: newspaper, lang: en, format: feed, url: "http://127.0.0.1:9/feed"}
"""


def fill(path: Path, chats: int, each: int) -> None:
    """Readers and what waits for them."""
    now = datetime.now(UTC)
    store = open_store(path, now)

    def step(db) -> None:
        for number in range(1, chats * each + 1):
            put_story(db, number)
        for chat in range(chats):
            person = people.add_subscriber(db, Subscriber(0, since=now))
            place = destinations.add_destination(db, Destination(0, person.id, "telegram", str(7000 + chat)))
            stories = range(chat * each + 1, (chat + 1) * each + 1)
            outbox.enqueue(db, [Alert(place.id, "alert", f"story:{n}", now, (), n) for n in stories], now)
        mailed = people.add_subscriber(db, Subscriber(0, since=now))
        place = destinations.add_destination(db, Destination(0, mailed.id, "email", "desk@example.org"))
        outbox.enqueue(db, [Alert(place.id, "alert", "story:1", now, (), 1)], now)

    store.write_sync(step)
    store.close_sync()


def read(file: Path) -> bytes:
    return file.read_bytes()


def everything(folder: Path) -> list[bytes]:
    return [read(file) for file in folder.rglob("*") if file.is_file()]


def free_port() -> int:
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        return int(place.getsockname()[1])


@asynccontextmanager
async def service(folder: Path, api: BotApi, mail: MailDouble, web: int) -> AsyncIterator[asyncio.subprocess.Process]:
    (folder / "feeds.yaml").write_text(FEEDS)
    plain = {name: value for name, value in os.environ.items() if not name.startswith("CHIPWIRE_")}
    env = {
        **plain,
        "CHIPWIRE_TELEGRAM_TOKEN": TOKEN,
        "CHIPWIRE_TELEGRAM_API": api.url,
        "CHIPWIRE_SMTP_URL": f"smtp://desk:{PASSWORD}@127.0.0.1:{mail.port}?tls=none",
        "CHIPWIRE_MAIL_FROM": "chipwire@example.org",
        "CHIPWIRE_WEB": f"127.0.0.1:{web}",
    }
    log = (folder / "log").open("wb")
    process = await asyncio.create_subprocess_exec(
        str(CHIPWIRE), "run", cwd=folder, env=env, stdin=asyncio.subprocess.DEVNULL, stdout=log, stderr=log
    )
    log.close()
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


def heeds_hangups(pid: int) -> bool:
    """Whether SIGHUP is ignored or caught, so that it no longer ends the process."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    masks = [int(line.split()[1], 16) for line in lines if line.startswith(("SigIgn", "SigCgt"))]
    return any(mask & 1 for mask in masks)


async def until(done, process: asyncio.subprocess.Process) -> None:
    for _ in range(6000):
        if done():
            return
        assert process.returncode is None, "the service ended"
        await asyncio.sleep(0.01)
    raise AssertionError("never happened")


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi(limits=Published(), delay=0.05) as running:
        yield running


async def test_stopped_with_hundreds_pending_and_restarted(tmp_path: Path, api: BotApi) -> None:
    """SIGTERM ends it with status 0; after the restart every message is there, once."""
    path = tmp_path / "data" / "chipwire.db"
    fill(path, 100, 5)
    async with MailDouble() as mail:
        async with service(tmp_path, api, mail, free_port()) as process:
            await until(lambda: len(api.accepted) >= 30, process)
            process.send_signal(signal.SIGTERM)
            status = await asyncio.wait_for(process.wait(), 30)
        stopped = len(api.accepted)
        with sqlite3.connect(path) as db:
            in_flight = db.execute("SELECT count(*) FROM outbox WHERE state = 'sending'").fetchone()[0]
        api.limits = None
        async with service(tmp_path, api, mail, free_port()) as process:
            await until(lambda: len(api.accepted) >= 60, process)
            process.send_signal(signal.SIGTERM)
            again = await asyncio.wait_for(process.wait(), 30)

    copies = Counter((message.chat, message.text.splitlines()[1]) for message in api.accepted)
    assert (status, again, in_flight) == (0, 0, 0)
    assert stopped < 500
    assert set(copies.values()) == {1}
    with sqlite3.connect(path) as db:
        sent = db.execute("SELECT count(*) FROM outbox WHERE state = 'sent'").fetchone()[0]
        states = {row[0] for row in db.execute("SELECT DISTINCT state FROM outbox")}
    assert sent == len(copies) + len(mail.accepted)
    assert states <= {"sent", "new", "wait"}


async def test_no_secret_in_anything_it_shows(tmp_path: Path, api: BotApi) -> None:
    """Logs, process list, health, metrics and the database, while every kind of failure is met."""
    fill(tmp_path / "data" / "chipwire.db", 8, 1)
    faults = ["reset-after", "502", "entities", "restart", "blocked", "garbage", "ban"]
    api.rules = [Rule(fault, chat=str(7000 + at), times=1, seconds=1.0) for at, fault in enumerate(faults)]
    api.rules.append(Rule("token", chat="7007"))
    web = free_port()
    async with MailDouble(fault=("mail", "5xx")) as mail, service(tmp_path, api, mail, web) as process:
        shown = []
        await until(lambda: any(asked.met == "Unauthorized" for asked in api.asked) and mail.talks, process)
        await until(lambda: b"stopped" in (tmp_path / "log").read_bytes(), process)
        async with aiohttp.ClientSession() as session:
            for name in ("healthz", "metrics"):
                async with session.get(f"http://127.0.0.1:{web}/{name}") as answer:
                    shown.append(await answer.read())
            for method in ("GET", "POST", "PUT"):
                async with session.request(method, f"http://127.0.0.1:{web}/mail/unsubscribe/{LINK}") as answer:
                    shown.append(await answer.read())
        shown.append(read(Path(f"/proc/{process.pid}/cmdline")))
        process.send_signal(signal.SIGTERM)
        await asyncio.wait_for(process.wait(), 30)
    with sqlite3.connect(tmp_path / "data" / "chipwire.db") as db:
        shown.append("\n".join(db.iterdump()).encode())
        ((key,),) = db.execute("SELECT text FROM notes WHERE name = 'links-key'").fetchall()
    shown += everything(tmp_path)

    assert b"Telegram refuses the token" in shown[0]
    assert b"outcome=fatal" in (tmp_path / "log").read_bytes()
    assert len(key) == 64
    assert key.encode() not in (tmp_path / "log").read_bytes()
    for secret in (TOKEN, TOKEN.split(":")[1], PASSWORD, LINK, LOGIN):
        assert [text[:80] for text in shown if secret.encode() in text] == []


async def test_a_reload_in_the_first_moments_of_a_start_does_not_end_it(tmp_path: Path, api: BotApi) -> None:
    """SIGHUP while it still imports, builds or greets: the service stands, and reloads once it does."""
    async with MailDouble() as mail, service(tmp_path, api, mail, free_port()) as process:
        log = tmp_path / "log"
        while b"start " not in log.read_bytes():
            if heeds_hangups(process.pid):
                process.send_signal(signal.SIGHUP)
            await asyncio.sleep(0.05)
            assert process.returncode is None
        await until(lambda: b"reload" in log.read_bytes(), process)
        process.send_signal(signal.SIGTERM)
        status = await asyncio.wait_for(process.wait(), 30)

    assert status == 0
