"""Rounds of sending: the real sender, the real cellar and the Bot API's double, in time of their own."""

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot import courier
from bot.model import Answer, DeliveryState, Destination, Message
from bot.outgoing import deliver_due, deliver_on, probe_due
from storage import DiskFull, destinations, membership, outbox
from tests.faults.bot_api import BotApi
from tests.faults.bot_rules import Published, Rule
from tests.faults.sender import Sender, sender

ONCE = {1}


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi(limits=Published()) as running:
        yield running


@pytest.fixture
async def small(tmp_path: Path, api: BotApi) -> AsyncIterator[Sender]:
    async with sender(tmp_path / "chipwire.db", api) as opened:
        yield opened


class Mailbox:
    """A channel that takes everything."""

    name = "email"

    def __init__(self) -> None:
        self.taken: list[tuple[str, Message]] = []

    def render(self, message: Message, *, plain: bool = False) -> Message:
        return message

    async def send(self, destination: Destination, rendered: Message) -> Answer:
        self.taken.append((destination.address, rendered))
        return Answer("email", ok=True)

    async def probe(self) -> Answer:
        return Answer("email", ok=True)


def counting(call: Callable[..., Any], at: list[float], small: Sender) -> Callable[..., Any]:
    """The same call, its moments noted."""

    def counted(*given: Any) -> Any:
        at.append(small.seconds)
        return call(*given)

    return counted


def failing(small: Sender, error: Exception, *, at: Callable[[str], bool]) -> Callable[[], None]:
    """Makes chosen writes fail until the returned function is called; `at` is told a name inside the step."""
    write, ill = small.house.store.write, [True]

    async def faulty(step: Any) -> Any:
        if ill[0] and at(" ".join(step.__code__.co_names)):
            raise error
        return await write(step)

    small.house.store.write = faulty  # type: ignore[method-assign]
    return lambda: ill.__setitem__(0, False)


async def test_fifty_chats_get_theirs_at_the_pace_of_the_limits(small: Sender) -> None:
    """Each once, nobody refused, hardly later than the limits allow."""
    small.add(range(1, 51))
    await small.run()

    assert set(small.copies().values()) == ONCE
    assert {asked.met for asked in small.api.asked} == {"ok"}
    # The last acceptance counts: the sender looks once more for news before its round ends.
    assert max(small.moments()) <= 50 / 25 * 1.03


async def test_one_chat_gets_its_messages_in_order(small: Sender) -> None:
    """Three at once, then one a second."""
    small.add([7] * 6)
    await small.run()

    told = [text.splitlines()[1] for text in small.api.texts(7)]
    assert told == [f"alert {number}" for number in range(1, 7)]
    assert small.moments()[-1] >= 3.0


async def test_an_alert_overtakes_a_running_broadcast(small: Sender) -> None:
    """Decided while hundreds of others wait, it is there within a second."""
    small.add(range(1, 121), kind="broadcast")
    small.hooks = [(1.0, lambda: small.add([999]))]
    await small.run()

    assert set(small.copies().values()) == ONCE
    assert small.moments(999)[0] <= 2.0
    assert max(small.moments()) > 4.0


async def test_sending_begins_at_once_when_a_row_was_made_due(small: Sender) -> None:
    """The sender that waits for work is woken by the word of it, not by its own clock."""
    small.house.pause = lambda _: asyncio.Event().wait()  # its own clock never strikes
    working = asyncio.ensure_future(deliver_on(small.house))
    await asyncio.sleep(0.05)
    small.add([1])
    await small.until(lambda: small.api.accepted)
    small.house.closing = True
    small.house.announce()
    await working

    assert small.copies() == {"alert 1": 1}


async def test_a_chat_that_hangs_holds_nobody_up(tmp_path: Path, api: BotApi) -> None:
    """Sends go side by side; the one without an answer is in doubt, the others are there before that is known."""
    api.rules = [Rule("hang-before", chat="1")]
    async with sender(tmp_path / "chipwire.db", api, patience=2.0) as small:
        small.add([1, 2, 3, 4])
        small.house.pause = small.pause_beside
        working = asyncio.ensure_future(deliver_due(small.house))
        await small.until(lambda: len(api.accepted) == 3)
        pending = small.states().get("sending", 0)
        await working
        after = small.states()

    assert pending >= 1
    assert after == {"sent": 3, "unknown": 1}


async def test_a_ban_of_all_outlasts_a_restart(tmp_path: Path, api: BotApi) -> None:
    """What the limiter had learnt is known to the next process; nothing is sent during the ban."""
    api.rules = [Rule("ban", chat=str(number), seconds=60.0, times=1) for number in (1, 2)]
    async with sender(tmp_path / "chipwire.db", api) as first:
        first.add([1, 2])
        await first.run(until=1.0)
        first.add([3, 4])
    async with sender(tmp_path / "chipwire.db", api, at=first.at) as second:
        await second.run()

    assert [at >= 60.0 for at in second.moments()] == [True] * 4
    assert api.in_ban == []


async def test_every_fault_at_once_over_the_real_cellar(small: Sender) -> None:
    """Nothing lost, nothing three times, twice only where an answer was lost, nothing during a ban."""
    shares = {"reset-after": 0.1, "reset-before": 0.1, "ban": 0.06, "restart": 0.06, "502": 0.03}
    small.api.rules = [Rule(fault, share=share, seconds=2.0) for fault, share in shares.items()]
    small.add([number % 20 + 1 for number in range(80)])
    await small.run()

    copies, rows = small.copies(), small.rows()
    lost = [name for name, count in copies.items() if not count and rows[name][0] is not DeliveryState.UNCONFIRMED]
    unexplained = [name for name, count in copies.items() if count > 1 and not rows[name][1]]
    assert (lost, unexplained, small.api.in_ban) == ([], [], [])
    assert max(copies.values()) <= 2
    assert {state for state, _ in rows.values()} <= {DeliveryState.SENT, DeliveryState.UNCONFIRMED}


async def test_an_outage_is_asked_for_rarely_and_caught_up_with(small: Sender) -> None:
    """One request in 15 s while nothing answers; then everything, the oldest first in each chat."""
    port = int(small.api.url.rsplit(":", 1)[1])
    await small.api.stop()
    tries: list[float] = []
    channel = small.house.channels["telegram"]
    for name in ("send", "probe"):
        setattr(channel, name, counting(getattr(channel, name), tries, small))
    small.add([number % 10 + 1 for number in range(40)])
    await small.run(until=120.0)
    down = list(tries)
    await small.api.start(port)
    ended = await small.run()

    first = sum(at == 0.0 for at in down)  # a burst was under way when the outage was met
    assert len(down) - first <= 120 / 15 + 1
    assert set(small.copies().values()) == ONCE
    assert ended <= 120.0 + 30.0 + 40 / 25 + 4
    for chat in range(1, 11):
        told = [int(text.splitlines()[1].split()[1]) for text in small.api.texts(chat)]
        assert told == sorted(told)


async def test_a_lost_answer_is_asked_again_once_and_after_half_a_minute(small: Sender) -> None:
    """A sign of life first, then the one copy more."""
    small.api.rules = [Rule("reset-after", times=1)]
    small.add([1])
    await small.run()

    assert small.copies() == {"alert 1": 2}
    assert small.moments()[1] - small.moments()[0] >= 30.0
    assert [asked.method for asked in small.api.asked] == ["sendMessage", "getMe", "sendMessage"]


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "These may not have reached you"),
        ("ko", "도착했는지 알 수 없습니다"),
        ("zh-Hans", "是否送达无法得知"),
        ("zh-Hant", "是否送達無法得知"),
    ],
)
async def test_what_may_not_have_arrived_is_named_once(small: Sender, lang: str, words: str) -> None:
    """Two answers lost, never a third copy: one message names the stories, in the reader's language."""
    small.enter(1, lang=lang)
    small.api.rules = [Rule("reset-before", chat="1", words="alert")]
    small.add([1, 1])
    small.hooks = [(400.0, lambda: setattr(small.api, "rules", []))]
    small.api.rules = [Rule("reset-before", chat="1", times=4)]
    await small.run()
    await small.watch()
    await small.run()

    (told,) = [text for text in small.api.texts(1) if words in text]
    assert "· alert 1 " in told
    assert "· alert 2 " in told
    assert small.states() == {"unconfirmed": 2, "sent": 1}


async def test_what_is_too_old_to_be_named_is_left_to_the_digest(small: Sender) -> None:
    """An alert past its freshness is in no catch-up message."""
    small.api.rules = [Rule("reset-before", chat="1", times=2)]
    small.add([1], lives=timedelta(seconds=40))
    await deliver_due(small.house)
    small.pass_time(35.0)
    await probe_due(small.house)
    await deliver_due(small.house)
    before = small.states()
    small.pass_time(60.0)
    await small.run()
    await small.watch()

    assert (before, small.states()) == ({"unconfirmed": 1}, {"unconfirmed": 1})


async def test_a_row_of_a_channel_that_is_not_set_up_waits(small: Sender) -> None:
    """And goes out when the channel is there."""
    small.enter(5, channel="email")
    small.add([5])
    await small.run(until=5.0)
    before = small.states()
    small.house.channels = {**small.house.channels, "email": (mailbox := Mailbox())}
    await small.run()

    assert before == {"new": 1}
    assert [address for address, _ in mailbox.taken] == ["5"]


async def test_a_silent_channel_does_not_stand_in_the_way_of_another(
    tmp_path: Path, api: BotApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Hundreds wait for Telegram; the one mail behind them goes."""
    monkeypatch.setattr(courier, "HANDFUL", 10)
    await api.stop()
    async with sender(tmp_path / "chipwire.db", api, channels={"email": (mailbox := Mailbox())}) as small:
        small.enter(500, channel="email")
        small.add([*range(1, 31), 500])
        await small.run(until=20.0)

    assert [address for address, _ in mailbox.taken] == ["500"]


async def test_a_refused_token_stops_telegram_alone_and_is_told_by_mail(tmp_path: Path, api: BotApi) -> None:
    """One request, no hammering; mail goes on and tells the operator; a new token delivers everything."""
    path = tmp_path / "chipwire.db"
    async with sender(path, api, channels={"email": (mailbox := Mailbox())}, token="123456:revoked-0000000") as old:
        old.house.operator_mail = "desk@example.org"
        old.enter(500, channel="email")
        old.add([1])
        await old.run(until=1.0)
        old.add([2, 500])
        await old.run(until=900.0)
        fatal, asked = old.house.fatal, len(api.asked)
    async with sender(path, api, at=old.at) as new:
        await new.run()
        states = new.states()

    assert (fatal, asked) == ("Telegram refuses the token", 1)
    assert sorted(address for address, _ in mailbox.taken) == ["500", "desk@example.org"]
    assert states == {"sent": 3}


async def test_a_blocked_chat_gets_at_most_one_more_try_and_resumes(small: Sender) -> None:
    """Its queue is dropped with the reason; when the reader lets the bot in again, what is new is sent."""
    small.api.rules = [Rule("blocked", chat="1")]
    small.add([1, 1, 1, 2])
    await small.run()
    refused = [asked for asked in small.api.asked if asked.chat == "1"]
    reasons = small.house.store.read_sync(
        lambda db: [row[0] for row in db.execute("SELECT DISTINCT reason FROM outbox WHERE state = 'dropped'")]
    )
    small.api.rules = []
    small.house.store.write_sync(lambda db: membership.open_chat(db, "1"))
    small.add([1])
    await small.run()

    assert len(refused) == 1
    assert all("blocked by the user" in reason for reason in reasons)
    assert small.states() == {"dropped": 3, "sent": 2}


async def test_a_group_that_became_another_chat_takes_its_queue_along(small: Sender) -> None:
    """Every row moves in one transaction and is told once, at the new address."""
    small.api.rules = [Rule("migrate", chat="-5", to="-1005")]
    small.add([-5, -5, -5])
    await small.run()

    assert [asked.chat for asked in small.api.asked] == ["-5", "-1005", "-1005", "-1005"]
    assert set(small.copies().values()) == ONCE


async def test_refused_markup_is_sent_again_as_plain_text(small: Sender) -> None:
    """At once, and dropped with a record when that is refused too."""
    small.api.rules = [Rule("entities", chat="1", times=1), Rule("entities", chat="2")]
    small.add([1, 2])
    await small.run()

    assert small.states() == {"sent": 1, "dropped": 1}
    assert [bool(message.entities) for message in small.api.accepted] == [False]


async def test_a_full_disk_while_marking_sent_sends_nothing_twice(small: Sender) -> None:
    """What was heard is kept and written down later; until then nothing more is begun."""
    full = DiskFull("the disk is full; nothing of this step was stored")
    heal = failing(small, full, at=lambda names: "settle" in names or "set_gauge" in names)
    small.add([1, 2, 3])
    await small.run(until=30.0)
    begun, words = len(small.api.asked), small.house.trouble
    small.add([4])
    await small.run(until=60.0)
    still = len(small.api.asked)
    heal()
    await small.run()

    assert (begun, still) == (3, 3)
    assert "disk is full" in words
    assert set(small.copies().values()) == ONCE
    assert small.states() == {"sent": 4}
    assert small.house.trouble == ""


async def test_a_full_disk_before_a_send_sends_nothing(small: Sender) -> None:
    """A row that cannot be marked as being sent is not sent."""
    full = DiskFull("the disk is full; nothing of this step was stored")
    heal = failing(small, full, at=lambda names: "begun" in names or "set_gauge" in names)
    small.add([1])
    await small.run(until=30.0)
    asked = len(small.api.asked)
    heal()
    await small.run()

    assert (asked, small.copies()) == (0, {"alert 1": 1})


async def test_a_row_that_cannot_be_composed_harms_no_other(small: Sender, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mistake of ours in one message is logged and put off; the others go."""
    compose = courier.letters.letter

    def faulty(db: Any, desk: Any, delivery: Any, now: Any, **more: Any) -> Any:
        if delivery.article == 1:
            raise ValueError("a mistake of ours")
        return compose(db, desk, delivery, now, **more)

    monkeypatch.setattr(courier.letters, "letter", faulty)
    small.add([1, 2, 3])
    await small.run(until=3.0)

    assert small.copies() == {"alert 1": 0, "alert 2": 1, "alert 3": 1}


async def test_a_row_with_nothing_to_say_is_dropped_with_a_record(small: Sender) -> None:
    """A notice whose words are gone."""
    place = small.enter(1)
    from bot.model import Alert

    small.house.store.write_sync(
        lambda db: outbox.enqueue(db, [Alert(place.id, "notice", "gone:1", small.at)], small.at)
    )
    await small.run()

    assert (small.states(), small.api.asked) == ({"dropped": 1}, [])


async def test_a_chat_closed_since_the_outbox_was_read_is_not_written_to(small: Sender) -> None:
    """The row was dropped meanwhile: nothing is sent."""
    small.add([1])
    (row,) = small.house.store.read_sync(lambda db: outbox.due(db, small.at, 9))
    small.house.store.write_sync(lambda db: destinations.pause_destination(db, row.destination.id, "closed", small.at))
    outcome = await courier.deliver(row, small.house)

    assert (outcome.value, small.api.asked) == ("not_sent", [])


async def test_a_closing_house_begins_nothing_and_ends_what_is_under_way(small: Sender) -> None:
    """What waits stays in the outbox."""
    small.add(range(1, 31))
    small.hooks = [(0.3, lambda: setattr(small.house, "closing", True))]
    await deliver_due(small.house)

    states = small.states()
    assert set(states) == {"sent", "new"}
    assert small.house.sending == set()


async def test_a_stopped_sender_leaves_what_is_under_way_in_doubt(small: Sender) -> None:
    """As after a crash: the row is being sent, and the next start finds it so."""
    small.api.rules = [Rule("hang-before")]
    small.add([1])
    working = asyncio.ensure_future(deliver_due(small.house))
    await small.until(lambda: small.api.asked)
    working.cancel()
    await asyncio.gather(working, return_exceptions=True)

    assert small.states() == {"sending": 1}


async def test_nothing_is_asked_of_a_channel_that_is_well(small: Sender) -> None:
    """No doubt, no silence, no probe."""
    await probe_due(small.house)

    assert small.api.asked == []
