"""The night watch over the real store: notices, the disk guard, a locked database, daily copies, a clock that jumps."""

import shutil
import sqlite3
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from bot import outgoing, pipeline, vigil
from bot.house import House
from bot.model import Fetched, FetchOutcome, Parsed, Source, Validators
from bot.outgoing import deliver_due, tidy
from storage import DiskFull, backup, heartbeat, opening, sendings, sources
from tests.faults.bot_api import BotApi
from tests.faults.bot_rules import Rule
from tests.faults.sender import START, Sender, sender


class Usage(NamedTuple):
    total: int
    used: int
    free: int


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi() as running:
        yield running


@pytest.fixture
async def small(tmp_path: Path, api: BotApi) -> AsyncIterator[Sender]:
    async with sender(tmp_path / "data" / "chipwire.db", api) as opened:
        opened.house.admins = ("900",)
        opened.enter(900)
        yield opened


async def test_little_room_is_told_once_and_its_end_once(small: Sender, monkeypatch: pytest.MonkeyPatch) -> None:
    """The operator hears of it; alerts go on meanwhile."""
    free = [50 * 2**20]
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(0, 0, free[0]))
    for _ in range(3):
        await small.watch()
        small.pass_time(60.0)
    small.add([1])
    await small.run()
    warned = vigil.warnings(small.house)
    free[0] = 2**30
    for _ in range(13):
        await small.watch()
        small.pass_time(60.0)
    await small.run()

    told = small.api.texts(900)
    assert [text[:34] for text in told] == ["⚠ only 50 MB are free for the data", "✓ over, since 07-25 03:03 UTC: onl"]
    assert warned == ("only 50 MB free",)
    assert small.api.texts(1)
    assert vigil.warnings(small.house) == ()


async def test_an_outage_is_told_when_it_is_over(small: Sender) -> None:
    """One notice that nothing answered, one that it does, both after the fact: there was no other way."""
    small.api.rules = [Rule("502", method="")]
    small.add(range(1, 6))
    await small.run(until=400.0)
    small.api.rules = []
    await small.run()
    for _ in range(13):
        await small.watch()
        small.pass_time(60.0)
    await small.run()

    told = [text.splitlines()[0] for text in small.api.texts(900)]
    assert "⚠ no answer from telegram" in told
    assert any(text.startswith("✓ over") and "no answer from telegram" in text for text in told)


async def test_the_day_ends_with_what_was_dropped(small: Sender) -> None:
    """At eight in the operator's morning, once."""
    small.api.rules = [Rule("blocked", chat="1")]
    small.add([1, 2])
    await small.run()
    small.pass_time(20.5 * 3600.0)  # 08:30 of the next day in Seoul
    for _ in range(3):
        await small.watch()
    await small.run()

    told = [text for text in small.api.texts(900) if text.startswith("2022-07-26")]
    assert told == [
        "2022-07-26: 1 sent, 0 waiting, 0 in doubt, 0 unconfirmed\n1 dropped: Forbidden: bot was blocked by the user"
    ]


async def test_a_database_locked_for_a_while_delays_and_loses_nothing(
    tmp_path: Path, api: BotApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program holds the lock for longer than is waited: nothing is sent meanwhile, all of it afterwards."""
    monkeypatch.setattr(opening, "BUSY", 50)
    path = tmp_path / "chipwire.db"
    async with sender(path, api) as small:
        small.add([1, 2, 3])
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        await deliver_due(small.house)
        await vigil.mend(small.house)
        meanwhile, trouble = len(api.asked), small.house.trouble
        other.execute("ROLLBACK")
        other.close()
        await vigil.mend(small.house)
        await small.run()

        assert (meanwhile, "locked by another program" in trouble) == (0, True)
        assert small.copies() == {"alert 1": 1, "alert 2": 1, "alert 3": 1}


async def test_a_copy_is_made_every_day_and_the_last_seven_are_kept(small: Sender) -> None:
    """Each found whole; a second within the day is not made."""
    for _ in range(10):
        await vigil.back_up_daily(small.house)
        small.pass_time(3600.0)
        await vigil.back_up_daily(small.house)
        small.pass_time(23 * 3600.0)

    kept = sorted(backup.folder_of(small.house.store.path).iterdir())
    assert [path.name[9:17] for path in kept] == [f"202207{day}" for day in (28, 29, 30, 31)] + [
        f"202208{day:02}" for day in (1, 2, 3)
    ]
    assert all(backup.check_backup(path).subscribers == 1 for path in kept)


async def test_a_backup_that_fails_is_told_and_tried_again(small: Sender, monkeypatch: pytest.MonkeyPatch) -> None:
    """In an hour, with the reason until then."""
    real = small.house.store.backup

    async def full(to: Path) -> None:
        raise DiskFull("no room left for the copy")

    monkeypatch.setattr(small.house.store, "backup", full)
    await vigil.back_up_daily(small.house)
    warned = vigil.warnings(small.house)
    monkeypatch.setattr(small.house.store, "backup", real)
    await vigil.back_up_daily(small.house)

    assert warned == ("the daily backup failed: no room left for the copy",)
    assert vigil.warnings(small.house) == ()
    assert backup.newest(small.house.store.path)


async def test_restored_from_yesterday_nothing_stale_is_told(tmp_path: Path, api: BotApi) -> None:
    """What waited in the copy is beyond its freshness: left to the digest, with a record."""
    path = tmp_path / "chipwire.db"
    async with sender(path, api) as small:
        small.add([1, 2], lives=timedelta(hours=24))
        report = await small.house.store.backup(tmp_path / "copy.db")
        await small.run()
    backup.restore(path, report.path, START)
    async with sender(path, api, at=START + timedelta(hours=25)) as restored:
        await tidy(restored.house)
        await restored.run()
        states = restored.states()

    assert len(api.accepted) == 2
    assert states == {"dropped": 2}


@pytest.mark.parametrize(
    "jump", [timedelta(hours=1), timedelta(hours=-1), timedelta(days=3650), timedelta(days=-15000)]
)
async def test_a_clock_that_jumps_makes_no_second_copy(small: Sender, jump: timedelta) -> None:
    """Whatever was sent stays sent; what waits goes out in its order when the clock is right again."""
    await tidy(small.house)
    small.add([1, 1, 1, 1, 1], lives=timedelta(days=20_000))
    await deliver_due(small.house)
    small.add([2], lives=timedelta(days=20_000))
    small.at += jump
    await deliver_due(small.house)
    await tidy(small.house)
    small.at -= jump
    await small.run()

    assert set(small.copies().values()) == {1}
    assert small.waiting() == 0


async def test_what_stays_in_flight_without_an_end_is_in_doubt(small: Sender) -> None:
    """Its answer was heard by nobody: ten minutes later it counts as lost."""
    small.add([1])
    small.house.store.write_sync(lambda db: db.execute("UPDATE outbox SET state = 'sending', updated = due"))
    small.pass_time(601.0)
    await tidy(small.house)

    assert small.states() == {"unknown": 1}


async def test_reasons_and_delays_are_told(small: Sender) -> None:
    """For stats: why rows did not go, and how soon the others were accepted."""
    small.api.rules = [Rule("blocked", chat="1")]
    small.pass_time(100.0)
    small.add([1, 2, 3])
    await small.run()
    reasons = small.house.store.read_sync(lambda db: sendings.reasons(db, small.at))
    delays = small.house.store.read_sync(lambda db: sendings.delays(db, small.at))

    assert reasons == {"dropped": {"Forbidden: bot was blocked by the user": 1}}
    assert delays["from_first_sight"]["count"] == 2
    assert 100.0 <= delays["from_publication"]["p50"] <= 101.0


async def test_a_day_without_alerts_has_no_delays(small: Sender) -> None:
    """Nothing is made up."""
    assert small.house.store.read_sync(lambda db: sendings.delays(db, small.at)) == {
        "from_publication": {"count": 0},
        "from_first_sight": {"count": 0},
    }


async def test_standings_outlast_a_restart(tmp_path: Path, api: BotApi, monkeypatch: pytest.MonkeyPatch) -> None:
    """A trouble that was told is not told again by the next process."""
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(0, 0, 2**20))
    for start in (START, START + timedelta(minutes=5)):
        async with sender(tmp_path / "chipwire.db", api, at=start) as small:
            small.house.admins = ("900",)
            if start == START:
                small.enter(900)
            await small.watch()
            await small.run()
            note = small.house.store.read_sync(lambda db: heartbeat.note(db, vigil.STANDINGS))

    assert len(api.texts(900)) == 1
    assert vigil.standings_as(vigil.standings_from(note)) == note


async def test_what_cannot_be_stored_is_not_asked_for_again_and_again(
    small: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A poll that meets a full disk stops the visits until something can be written; the validators are not kept."""
    source = Source("sample", "Sample", "KR", "newspaper", "en", "feed", "https://sample.example/feed")
    small.house.sources = {"sample": source}
    visits: list[str] = []

    async def visit(chosen: Source, *_: object) -> tuple[Fetched, Parsed]:
        visits.append(chosen.id)
        return Fetched(chosen.id, FetchOutcome.UNCHANGED, chosen.url, 304, validators=Validators("new")), Parsed()

    async def full(_: object) -> None:
        raise DiskFull("the disk is full; nothing of this step was stored")

    monkeypatch.setattr(pipeline, "visit", visit)
    monkeypatch.setattr(small.house.store, "write", full)
    reports = await pipeline.poll_each([source], small.house)
    again = await pipeline.poll_due(small.house)
    state = await small.house.store.read(lambda db: sources.recall_state(db, "sample"))

    assert (reports, again, visits) == ([], [], ["sample"])
    assert state.validators == Validators()
    assert small.house.trouble == "the disk is full; nothing of this step was stored"


async def test_the_sender_goes_on_after_a_mistake_of_ours(small: Sender, monkeypatch: pytest.MonkeyPatch) -> None:
    """A round that fails is logged; the next one sends."""
    rounds: list[int] = []
    real = outgoing.deliver_due

    async def faulty(house: House) -> int:
        rounds.append(1)
        if len(rounds) == 1:
            raise ValueError("a mistake of ours")
        house.closing = len(rounds) > 2
        return await real(house)

    monkeypatch.setattr(outgoing, "deliver_due", faulty)
    small.add([1])
    await outgoing.deliver_on(small.house)

    assert small.copies() == {"alert 1": 1}


async def test_a_digest_that_became_due_wakes_the_sender(small: Sender) -> None:
    """Once a day, at seven of the reader's morning."""
    small.enter(500, channel="email")
    small.house.store.write_sync(lambda db: db.execute("UPDATE subscribers SET since = since - 864000000000"))
    small.house.unread = False
    new = [await outgoing.digest_due(small.house) for _ in range(2)]

    assert (new, small.house.unread) == ([1, 0], True)
