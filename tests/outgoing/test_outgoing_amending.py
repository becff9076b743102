"""Alerts brought up to date where they stand, and follow-ups that answer them."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot import vigil
from bot.amending import amend_due
from bot.model import Alert
from bot.outgoing import deliver_due
from storage import DiskFull, amendments, membership, mutes, outbox
from storage.chats import migrate_chat
from tests.faults.bot_api import BotApi
from tests.faults.bot_rules import Rule
from tests.faults.sender import Sender, sender


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi() as running:
        yield running


@pytest.fixture
async def small(tmp_path: Path, api: BotApi) -> AsyncIterator[Sender]:
    async with sender(tmp_path / "chipwire.db", api) as opened:
        yield opened


def join(small: Sender, story: int, outlet: str, side: str = "CN", *, copy: bool = False) -> int:
    """Another outlet has the story; its article."""

    def step(db) -> int:
        (number,) = db.execute("SELECT max(id) + 1 FROM articles").fetchone()
        db.execute(
            "INSERT INTO articles SELECT ?1, source, url || ?1, title, lead, lang, published, precision, first_seen + ?1,"
            " content_hash, story, grade, score, topics, ?2, ?3, kind, state_media FROM articles WHERE story = ?4 LIMIT 1",
            (number, outlet, side, story),
        )
        outcome = "copy" if copy else "merge"
        db.execute("INSERT INTO placements VALUES (?, ?, ?, 0, 1, 1.0, '{}')", (number, story, outcome))
        return int(number)

    return small.house.store.write_sync(step)


def line(small: Sender, chat: int = 1) -> str:
    """The line of outlets in a chat's first alert."""
    return next((one for one in small.api.texts(chat)[0].splitlines() if "outlets" in one), "")


def edits(small: Sender) -> list[float]:
    return [asked.at for asked in small.api.asked if asked.method == "editMessageText"]


async def test_another_outlet_is_counted_without_a_sound(small: Sender) -> None:
    """The message changes where it stands, keeps its buttons, and nobody is sent anything."""
    small.add([1])
    await deliver_due(small.house)
    join(small, 1, "Xinhua")
    join(small, 1, "Global Times", copy=True)
    changed = await amend_due(small.house)

    assert (changed, len(small.api.accepted), small.api.accepted[0].edits) == (1, 1, 1)
    assert line(small) == "3 outlets, 2 independent: CN 2 · KR 1 — first: Yonhap 12:00 KST"
    assert [len(row) for row in small.api.accepted[0].buttons] == [1, 3, 2]
    assert small.states() == {"sent": 1}


async def test_a_message_is_changed_once_in_ten_minutes(small: Sender) -> None:
    """An hour in which a new outlet comes every minute: seven changes at most, the last of them whole."""
    small.add([1])
    await deliver_due(small.house)
    for number in range(60):
        join(small, 1, f"Outlet {number}")
        await amend_due(small.house)
        small.pass_time(60.0)
    small.pass_time(600.0)
    await amend_due(small.house)

    gaps = [later - earlier for earlier, later in zip(edits(small), edits(small)[1:], strict=False)]
    assert len(edits(small)) == 7
    assert min(gaps) >= 600.0
    assert line(small).startswith("61 outlets")


async def test_the_same_outlet_again_changes_nothing(small: Sender) -> None:
    """Not even a request is made."""
    small.add([1])
    await deliver_due(small.house)
    join(small, 1, "Yonhap", "KR")
    small.pass_time(3600.0)

    assert (await amend_due(small.house), edits(small)) == (0, [])


async def test_joined_stories_are_brought_up_to_date_in_both_alerts(small: Sender) -> None:
    """A second look finds that two stories are one: both messages say so, nobody is pinged."""
    small.add([1, 2])
    join(small, 2, "Xinhua")
    await deliver_due(small.house)
    small.house.store.write_sync(lambda db: db.execute("UPDATE articles SET story = 1 WHERE story = 2"))
    await amend_due(small.house)

    assert len(small.api.accepted) == 2
    assert line(small, 1) == line(small, 2) == "2 outlets: CN 1 · KR 1 — first: Yonhap 12:00 KST"


@pytest.mark.parametrize("fault", ["502", "reset-before", "bare-429", "busy", "hang-before"])
async def test_a_change_that_fails_is_tried_again_ten_minutes_later(tmp_path: Path, api: BotApi, fault: str) -> None:
    """Whatever happened to the answer: it is the same message, so nothing can come twice."""
    async with sender(tmp_path / "chipwire.db", api, patience=0.2) as small:
        small.add([1])
        await deliver_due(small.house)
        join(small, 1, "Xinhua")
        api.rules = [Rule(fault, method="editMessageText", times=1)]
        first = await amend_due(small.house)
        small.pass_time(599.0)
        early = await amend_due(small.house)
        small.pass_time(1.0)
        late = await amend_due(small.house)

        assert (first, early, late, len(edits(small)), len(api.accepted)) == (0, 0, 1, 2, 1)
        assert small.states() == {"sent": 1}


async def test_a_message_that_is_gone_is_left_alone(small: Sender) -> None:
    """The reader deleted it: asked once, never again."""
    small.add([1])
    await deliver_due(small.house)
    small.api.accepted.clear()
    for number in range(3):
        join(small, 1, f"Outlet {number}")
        await amend_due(small.house)
        small.pass_time(3600.0)

    assert len(edits(small)) == 1


async def test_refused_trimmings_are_left_out_the_next_time(small: Sender) -> None:
    """As with a message that is new."""
    small.add([1])
    await deliver_due(small.house)
    join(small, 1, "Xinhua")
    small.api.rules = [Rule("entities", method="editMessageText", times=1)]
    await amend_due(small.house)
    small.pass_time(600.0)

    assert await amend_due(small.house) == 1
    assert small.api.accepted[0].entities == []


async def test_a_muted_story_and_a_closed_chat_stay_as_they_are(small: Sender) -> None:
    """Nothing is asked of a reader who does not want it."""
    small.add([1, 2])
    await deliver_due(small.house)
    for story in (1, 2):
        join(small, story, "Xinhua")

    def refuse(db) -> None:
        mutes.mute(db, small.places[1].id, 1, small.at)
        membership.close_chat(db, "2", "blocked", small.at)

    small.house.store.write_sync(refuse)

    assert (await amend_due(small.house), edits(small)) == (0, [])


async def test_a_change_that_finds_the_chat_closed_closes_it(small: Sender) -> None:
    """A blocked bot is found out by a change as by a send."""
    small.api.rules = [Rule("blocked", method="editMessageText")]
    small.add([1])
    await deliver_due(small.house)
    join(small, 1, "Xinhua")
    await amend_due(small.house)
    paused = small.house.store.read_sync(lambda db: membership.place_in_chat(db, "1", 0).paused)

    assert "blocked by the user" in paused


async def test_changes_leave_the_way_to_alerts(small: Sender) -> None:
    """A thousand messages to change: within the limits of all chats together, and an alert goes at once."""
    small.add(range(1, 101))
    await small.run()
    for story in range(1, 101):
        join(small, story, "Xinhua")
    begun = small.seconds
    changed = await amend_due(small.house)

    assert changed == 100
    assert small.seconds - begun >= 100 / 25 - 0.2


async def test_messages_of_a_group_that_moved_are_not_touched(small: Sender) -> None:
    """Their numbers mean other messages in the new chat."""
    small.add([-5])
    await deliver_due(small.house)
    small.house.store.write_sync(lambda db: migrate_chat(db, "-5", "-1005", small.at))
    join(small, 1, "Xinhua")

    assert (await amend_due(small.house), edits(small)) == (0, [])


async def test_what_is_two_days_old_is_left_as_it_is(small: Sender) -> None:
    """Nobody looks at it again."""
    small.add([1])
    await deliver_due(small.house)
    join(small, 1, "Xinhua")
    small.pass_time(amendments.LOOKED_BACK.total_seconds() + 1)

    assert await amend_due(small.house) == 0


async def test_a_follow_up_answers_the_message_it_goes_on_from(small: Sender) -> None:
    """Of the story it continues, in that chat; where there is none, it stands alone; nobody hears a sound."""
    small.add([1, 2])
    await deliver_due(small.house)

    def go_on(db) -> None:
        db.execute("INSERT INTO story_links (a, b, kind, at) VALUES (1, 3, 'followup', 0)")
        adds = '{"adds": [{"kind": "answer", "actor": "mofcom", "printed": "MOFCOM"}]}'
        db.execute("INSERT INTO stories VALUES (3, 'answer', 0, 0, NULL)")
        db.execute(
            "INSERT INTO articles SELECT 3, source, url || 3, 'MOFCOM answers', lead, lang, published, precision,"
            " first_seen, content_hash, 3, grade, score, topics, 'MOFCOM', 'CN', kind, state_media FROM articles"
            " WHERE id = 1"
        )
        db.execute("INSERT INTO placements VALUES (3, 3, 'thread', 1, 6, 0.5, ?)", (adds,))
        alerts = [
            Alert(small.places[chat].id, "thread", "article:3", small.at, (), 3, None, silent=True) for chat in (1, 2)
        ]
        outbox.enqueue(db, alerts, small.at)

    small.house.store.write_sync(go_on)
    small.house.announce()
    await deliver_due(small.house)

    told = [(one.chat, one.reply_to, one.silent) for one in small.api.accepted if "MOFCOM answers" in one.text]
    first = next(one.id for one in small.api.accepted if one.chat == "1")
    assert small.api.texts(1)[-1].startswith("follow-up: MOFCOM answers · MOFCOM · CN")
    assert sorted(told) == [("1", first, True), ("2", 0, True)]


async def test_on_a_full_disk_nothing_is_changed_and_nothing_is_lost(
    small: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The change is begun only when that can be written down; it is made once there is room."""
    small.add([1])
    await deliver_due(small.house)
    join(small, 1, "Xinhua")
    real = small.house.store.write

    async def full(_: object) -> None:
        raise DiskFull("the disk is full")

    monkeypatch.setattr(small.house.store, "write", full)
    meanwhile = await amend_due(small.house), edits(small), small.house.trouble
    monkeypatch.setattr(small.house.store, "write", real)
    await vigil.mend(small.house)

    assert meanwhile == (0, [], "the disk is full")
    assert await amend_due(small.house) == 1
