"""Who cannot be told in one place is told in another, once."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot import vigil
from bot.model import Destination, Subscriber
from bot.outgoing import deliver_due
from storage import destinations, membership, people
from tests.faults.bot_api import BotApi
from tests.faults.bot_rules import Rule
from tests.faults.sender import Sender, sender
from tests.outgoing.test_outgoing_rounds import Mailbox


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi() as running:
        yield running


@pytest.fixture
def mailbox() -> Mailbox:
    return Mailbox()


@pytest.fixture
async def small(tmp_path: Path, api: BotApi, mailbox: Mailbox) -> AsyncIterator[Sender]:
    async with sender(tmp_path / "chipwire.db", api, channels={"email": mailbox}) as opened:
        yield opened


def give(small: Sender, chat: int, address: str, channel: str = "email") -> None:
    """Another place of the same reader."""
    place = Destination(0, small.enter(chat).subscriber, channel, address)
    small.house.store.write_sync(lambda db: destinations.add_destination(db, place))


@pytest.mark.parametrize(("fault", "words"), [("blocked", "bot was blocked"), ("chat", "chat not found")])
async def test_a_paused_reader_is_told_by_mail(small: Sender, mailbox: Mailbox, fault: str, words: str) -> None:
    """One mail a pause, with the reason; another one when the chat is closed again later."""
    small.api.rules = [Rule(fault, chat="1")]
    small.enter(1)
    give(small, 1, "reader@example.org")
    for _ in range(2):
        small.add([1, 1])
        await small.run()
        for _ in range(3):
            await small.watch()
            await small.run()
        small.house.store.write_sync(lambda db: membership.open_chat(db, "1"))
        await small.watch()
        small.pass_time(3600.0)

    told = [message.text for _, message in mailbox.taken]
    assert [address for address, _ in mailbox.taken] == ["reader@example.org"] * 2
    assert all(words in text and text.startswith("Nothing is sent to your Telegram chat 1 any more") for text in told)


async def test_a_channel_that_shuts_us_out_is_told_in_the_private_chat(small: Sender) -> None:
    """Its rules are managed there; a reader without another place is told nothing and loses nothing else."""
    small.api.rules = [Rule("kicked", chat="-77"), Rule("blocked", chat="2")]
    small.enter(1)
    give(small, 1, "-77", "telegram")
    small.enter(2)
    places = small.house.store.read_sync(lambda db: destinations.destinations_of(db, small.places[1].subscriber))
    small.places[-77] = places[1]
    small.add([-77, 2])
    await small.run()
    await small.watch()
    await small.run()

    (told,) = small.api.texts(1)
    assert told.startswith("Nothing is sent to your Telegram chat -77 any more: Forbidden: bot was kicked")
    assert small.api.texts(2) == []


async def test_mail_that_is_paused_is_told_in_the_chat_in_the_readers_language(small: Sender) -> None:
    """An address that was refused three times."""
    small.enter(1, lang="ko")
    give(small, 1, "reader@example.org")

    def close(db) -> None:
        (place,) = destinations.mail_destinations(db)
        destinations.pause_destination(db, place.id, "550 no such mailbox", small.at)

    small.house.store.write_sync(close)
    await small.watch()
    await small.run()

    assert small.api.texts(1) == [
        "reader@example.org(으)로 더 이상 메일을 보내지 않습니다: 550 no such mailbox. 규칙은 그대로 있습니다."
    ]


async def test_an_operator_with_an_address_of_their_own_gets_one_mail(small: Sender, mailbox: Mailbox) -> None:
    """The notice goes there; the sender's own address is for operators without one."""
    small.house.admins, small.house.operator_mail = ("1",), "chipwire@example.org"
    small.enter(1)
    give(small, 1, "operator@example.org")
    small.house.fatal = "Telegram refuses the token"
    for _ in range(3):
        await small.watch()
        await vigil.mend(small.house)
        await deliver_due(small.house)

    assert [address for address, _ in mailbox.taken] == ["operator@example.org"]


def test_a_place_that_was_removed_is_no_place_to_tell_of(small: Sender) -> None:
    """Who took an address out themselves is told nothing."""

    def step(db) -> list[object]:
        person = people.add_subscriber(db, Subscriber(0))
        gone = destinations.add_destination(db, Destination(0, person.id, "telegram", "5", paused="blocked"))
        destinations.add_destination(db, Destination(0, person.id, "email", "a@example.org"))
        destinations.remove_destination(db, gone.id, small.at)
        return [*membership.shut_out(db, small.at)]

    assert small.house.store.write_sync(step) == []
