"""/email: from the question to the mail, and to its end."""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta

import pytest

from bot.delivery.channels.email import EmailChannel
from bot.model import Destination
from bot.outgoing import deliver_due, digest_due
from storage import destinations, people
from tests.chat.conftest import OPERATOR, Person, World
from tests.faults.smtp import MailDouble

DESK = "desk@example.org"


@dataclass
class Mailbox:
    """The chat's house with a mail server."""

    world: World
    double: MailDouble

    async def deliver(self) -> list[str]:
        """Sends what is due; the texts of the mails that arrived."""
        before = len(self.double.accepted)
        await digest_due(self.world.house)
        await deliver_due(self.world.house)
        return [str(taken.mail.get_body(("plain",)).get_content()) for taken in self.double.accepted[before:]]

    def places(self, chat: Person) -> list[Destination]:
        house = self.world.house
        found = house.store.read_sync(lambda db: destinations.find(db, "telegram", str(chat.chat)))
        return house.store.read_sync(lambda db: destinations.destinations_of(db, found.subscriber))


@pytest.fixture
async def mailbox(world: World) -> AsyncIterator[Mailbox]:
    async with MailDouble() as double:
        channel = EmailChannel(f"smtp://127.0.0.1:{double.port}?tls=none", "news@example.org")
        world.house.channels = {**world.house.channels, "email": channel}
        yield Mailbox(world, double)


def code_in(text: str) -> str:
    found = re.search(r"/email ([A-Z2-7]{4}-[A-Z2-7]{4})", text)
    assert found is not None
    return found[1]


async def begun(world: World, number: int = 1, **how) -> Person:
    reader = world.person(number, **how)
    await reader.says("/start")
    return reader


async def test_an_address_is_confirmed_by_the_code_in_its_mail(mailbox: Mailbox):
    """The question goes out at once; with the answer the digest goes there."""
    reader = await begun(mailbox.world)
    asked = await reader.asks(f"/email {DESK}")
    (question,) = await mailbox.deliver()
    waits = await reader.asks("/email")
    answered = await reader.asks(f"/email {code_in(question).lower()}")
    mailbox.world.pass_time(days=1)
    (digest,) = await mailbox.deliver()

    assert asked.startswith("A mail with a link goes to desk@example.org, if that address can be written to.")
    assert waits.startswith("desk@example.org has not answered yet.")
    assert answered == "The digest goes to desk@example.org."
    assert digest


async def test_known_and_unknown_addresses_are_answered_alike(mailbox: Mailbox):
    """Confirmed by somebody else, by oneself, never seen, or asked too often: nothing can be learned from the answer."""
    world = mailbox.world
    owner, stranger = await begun(world, 1), await begun(world, 2)
    first = await owner.asks(f"/email {DESK}")
    (question,) = await mailbox.deliver()
    await owner.asks(f"/email {code_in(question)}")
    answers = {
        first,
        await owner.asks(f"/email {DESK}"),
        *[await stranger.asks(f"/email {DESK}") for _ in range(4)],
        (await stranger.asks("/email nobody@example.org")).replace("nobody@example.org", DESK),
    }
    sent = await mailbox.deliver()

    assert len(answers) == 1
    assert len(sent) <= 3


async def test_somebody_elses_code_is_worth_nothing(mailbox: Mailbox):
    """A code belongs to the chat that asked, and to its address."""
    world = mailbox.world
    reader, other = await begun(world, 1), await begun(world, 2)
    await reader.asks(f"/email {DESK}")
    (question,) = await mailbox.deliver()
    await other.asks("/email other@example.org")

    assert (await other.asks(f"/email {code_in(question)}")).startswith("That code is not valid")
    assert (await reader.asks("/email AAAA-AAAA")).startswith("That code is not valid")
    assert [place.confirmed for place in mailbox.places(other) if place.channel == "email"] == [False]


async def test_off_ends_the_mail_and_the_digest_comes_to_the_chat(mailbox: Mailbox):
    """What led to the address leads to the chat; nothing is mailed any more."""
    reader = await begun(mailbox.world)
    await reader.asks(f"/email {DESK}")
    (question,) = await mailbox.deliver()
    await reader.asks(f"/email {code_in(question)}")
    off = await reader.asks("/email off")
    mailbox.world.pass_time(days=1)

    assert off.startswith("No more mail is sent.")
    assert await mailbox.deliver() == []
    assert [place.channel for place in mailbox.places(reader)] == ["telegram"]
    assert await reader.asks("/email off") == "No mail was sent to you."


@pytest.mark.parametrize(
    "words", ["desk@", "@example.org", "a b@example.org", "칩@example.org", "desk", "a@b\u202e.org\u0000"]
)
async def test_what_is_no_address_is_asked_for_again(mailbox: Mailbox, words: str):
    """The next words are taken for the address."""
    reader = await begun(mailbox.world)

    assert (await reader.asks(f"/email {words}")).startswith("That is no mail address.")
    assert (await reader.asks(DESK)).startswith(f"A mail with a link goes to {DESK}")


async def test_time_and_days_are_the_readers(mailbox: Mailbox):
    """By words and by buttons; the last day cannot be taken away."""
    reader = await begun(mailbox.world)
    await reader.says("/email 8:30")
    (menu,) = await reader.says("/email")
    await reader.presses(menu, "Time: 08:30")
    await reader.presses(menu, "18:00")
    await reader.presses(menu, "Days: every day")
    for day in ("Sat", "Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Fri"):
        await reader.presses(menu, day)
    await reader.presses(menu, "Back")
    (person,) = mailbox.world.house.store.read_sync(people.subscribers)

    assert (person.digest_at, person.digest_days) == ("18:00", "5")
    assert [row[0]["text"] for row in menu.buttons][:2] == ["Time: 18:00", "Days: Fri"]


async def test_the_digest_comes_at_that_time(mailbox: Mailbox):
    """Noon in Seoul is too early for six in the evening."""
    reader = await begun(mailbox.world)
    await reader.asks(f"/email {DESK}")
    (question,) = await mailbox.deliver()
    await reader.asks(f"/email {code_in(question)}")
    await reader.asks("/email 18:00")
    mailbox.world.at += timedelta(days=1)
    early = await mailbox.deliver()
    mailbox.world.at += timedelta(hours=6)

    assert (early, len(await mailbox.deliver())) == ([], 1)


async def test_without_a_mail_server_it_is_said(world: World):
    """Nothing is asked that cannot be sent."""
    reader = await begun(world)

    assert await reader.asks(f"/email {DESK}") == "This bot has no mail server; the digest comes to this chat."
    assert (await reader.asks("/email")).startswith("This bot has no mail server")


async def test_in_a_group_the_address_is_not_shown_whole_and_administrators_decide(mailbox: Mailbox):
    """Others read it too."""
    world = mailbox.world
    admin, member = world.person(OPERATOR, chat=-100), world.person(4, chat=-100)
    await admin.says("/start", anonymous=True)

    assert "de…@example.org" in await admin.asks(f"/email {DESK}", anonymous=True)
    assert "Only administrators" in await member.asks("/email other@example.org")


async def test_strangers_are_told_to_begin(world: World):
    """As with every command."""
    assert await world.person(9).asks("/email") == "Send /start first."


async def test_an_address_is_added_changed_and_taken_away_by_buttons(mailbox: Mailbox):
    """What an address is asked for is answered by the next words; a paused one is told with its reason."""
    house = mailbox.world.house
    reader = await begun(mailbox.world)
    (menu,) = await reader.says("/email")
    await reader.presses(menu, "By mail…")
    asked = reader.shown[-1].text
    answer = await reader.asks(DESK)
    (place,) = [one for one in mailbox.places(reader) if one.channel == "email"]
    house.store.write_sync(
        lambda db: destinations.pause_destination(db, place.id, "550 no such user", mailbox.world.at)
    )
    (paused,) = await reader.says("/email")
    await reader.presses(paused, "No more mail")

    assert (asked, answer[:16]) == ("Write the address.", "A mail with a li")
    assert paused.text.startswith("desk@example.org: nothing is sent there any more (550 no such user).")
    assert [row[0]["text"] for row in paused.buttons][2:] == ["Another address…", "No more mail"]
    assert reader.shown[-1].text.startswith("No more mail is sent.")


async def test_buttons_and_answers_of_who_left_do_nothing(mailbox: Mailbox):
    """After /forget an old button says how to begin."""
    reader = await begun(mailbox.world)
    (menu,) = await reader.says("/email")
    await reader.presses(menu, "By mail…")
    house = mailbox.world.house
    house.store.write_sync(lambda db: people.forget(db, 1))

    assert await reader.asks(DESK) == "Send /start first."
    await reader.presses(menu, "Time")
    assert reader.shown[-1].text == "Send /start first."
    assert house.store.read_sync(people.subscribers) == []
