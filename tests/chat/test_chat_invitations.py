"""Who lets whom in, and what an invitation shows before anything is stored."""

import re

import pytest

from bot.chat.invite import LASTS, MOST_OF_A_READER
from tests.chat.conftest import OPERATOR, Enter, Person, World


def token_in(text: str) -> str:
    found = re.search(r"start=([\w-]+)", text)
    assert found
    return found[1]


def stored(world: World) -> list[tuple[object, ...]]:
    """Every reader's rules."""
    return world.house.store.read_sync(
        lambda db: db.execute(
            "SELECT d.address, r.text, r.min_grade FROM rules AS r JOIN destinations AS d ON d.id = r.destination"
            " ORDER BY r.id"
        ).fetchall()
    )


def seats(world: World) -> int:
    return world.house.store.read_sync(lambda db: db.execute("SELECT sum(uses) FROM invitations").fetchone())[0]


async def served(world: World, number: int) -> Person:
    person = world.person(number)
    await person.says("/start")
    return person


async def test_what_a_link_carries_is_shown_before_anything_is_stored(enter: Enter):
    """What the bot is, what it would keep, the rule read back with its volume; a tap takes it and uses the link."""
    world = await enter("private")
    world.publish("Samsung and SK hynix get a year more of HBM sales to China")
    operator = await served(world, OPERATOR)
    token = token_in(await operator.asks("/invite 2 hynix OR topic:hbm"))
    guest = world.person(77)
    greeting, offer = await guest.says(f"/start {token}", answers=2)
    before, free = stored(world), seats(world)
    await guest.presses(offer, "Start with this")

    assert greeting.text.startswith("You are invited to chipwire")
    assert "Nothing is stored before you tap" in greeting.text
    assert offer.text.startswith("title, lead or body has hynix")
    assert [row for row in before if row[0] == "77"] == []
    assert (free, seats(world)) == (2, 1)
    assert stored(world)[-1] == ("77", "hynix OR topic:hbm", 0)
    assert guest.shown[-1].text.startswith("You follow hynix OR topic:hbm now")


async def test_the_whole_topic_can_be_taken_instead(enter: Enter):
    """The link lets in; what it carries is no condition."""
    world = await enter("private")
    operator = await served(world, OPERATOR)
    guest = world.person(77)
    _, offer = await guest.says(f"/start {token_in(await operator.asks('/invite topic:hbm'))}", answers=2)
    await guest.presses(offer, "Start with the whole topic")

    assert stored(world)[-1] == ("77", "topic:china-korea-chips", 1)


async def test_a_link_without_a_rule_lets_in_at_once(enter: Enter):
    """As /start does where everybody may."""
    world = await enter("private")
    operator = await served(world, OPERATOR)
    guest = world.person(77)

    assert (await guest.asks(f"/start {token_in(await operator.asks('/invite'))}")).startswith("chipwire tells you")
    assert seats(world) == 0


async def test_a_link_works_as_often_as_it_says_and_as_long(enter: Enter):
    """The second guest of a link for one is too late, although both had seen the offer; so is who comes in a month."""
    world = await enter("private")
    operator = await served(world, OPERATOR)
    token = token_in(await operator.asks("/invite 1 hynix"))
    first, second, third = (world.person(number) for number in (71, 72, 73))
    offers = [(await guest.says(f"/start {token}", answers=2))[1] for guest in (first, second)]
    await first.presses(offers[0], "Start with this")
    await second.presses(offers[1], "Start with this")
    late = token_in(await operator.asks("/invite"))
    world.pass_time(days=LASTS.days, minutes=1)

    assert second.shown[-1].text == "That link is used up or has expired. Ask for a new one; your chat's id is 72."
    assert "used up or has expired" in await third.asks(f"/start {late}")
    assert [row[0] for row in stored(world)] == [str(OPERATOR), "71"]


async def test_in_private_mode_readers_let_nobody_in(enter: Enter):
    """Neither by /invite, nor by a shared rule."""
    world = await enter("private")
    operator = await served(world, OPERATOR)
    reader, stranger = world.person(1), world.person(77)
    await reader.says(f"/start {token_in(await operator.asks('/invite'))}")
    (listing,) = await reader.says("/list")
    await reader.presses(listing, "1. ")
    await reader.presses(listing, "Share")
    shared = reader.shown[-1]

    assert "for the operators" in await reader.asks("/invite")
    assert "/invite" not in await reader.asks("/help")
    assert shared.buttons == []
    assert "This bot is private" in await stranger.asks(f"/start {token_in(shared.text)}")


async def test_in_invite_mode_readers_let_people_in(enter: Enter):
    """By /invite, and by one tap below a rule that they share; a stranger without a link stays outside."""
    world = await enter("invite")
    operator = await served(world, OPERATOR)
    reader, friend, stranger = world.person(1), world.person(2), world.person(77)
    await reader.says(f"/start {token_in(await operator.asks('/invite'))}")
    (listing,) = await reader.says("/list")
    await reader.presses(listing, "1. ")
    await reader.presses(listing, "Share")
    await reader.presses(reader.shown[-1], "lets one person in")
    _, offer = await friend.says(f"/start {token_in(reader.shown[-1].text)}", answers=2)
    await friend.presses(offer, "Start with this")

    assert "/invite" in await reader.asks("/help")
    assert "This bot is private" in await stranger.asks("/start")
    assert stored(world)[-1] == ("2", "topic:china-korea-chips", 1)


async def test_a_reader_lets_in_a_handful(enter: Enter):
    """What their open links may let in is counted; a link that has expired no longer is."""
    world = await enter("invite")
    reader = world.person(1)
    operator = await served(world, OPERATOR)
    await reader.says(f"/start {token_in(await operator.asks('/invite'))}")

    assert "Lets in 7" in await reader.asks("/invite 7 hynix")
    assert (
        await reader.asks("/invite 7")
        == f"Your open links may let in {MOST_OF_A_READER} people altogether; 3 are left."
    )
    assert "Lets in 3" in await reader.asks("/invite 3")
    world.pass_time(days=LASTS.days, minutes=1)
    assert "Lets in 10" in await reader.asks("/invite 10")
    assert "Lets in 5000" in await operator.asks("/invite 5000")


async def test_in_a_group_nobody_invites_in_its_name(enter: Enter):
    """A group is served; its members are not its operators."""
    world = await enter("invite")
    world.api.admins["-100"] = {OPERATOR}
    await world.person(OPERATOR, chat=-100).says("/start")

    assert "for the operators" in await world.person(2, chat=-100).asks("/invite")


@pytest.mark.parametrize("lang", ["en", "ko", "zh-hans", "zh-hant"])
async def test_a_link_to_a_topic_needs_no_token(enter: Enter, lang: str):
    """Where everybody may come in, anybody can link to a topic; a known reader is shown it too, nobody is given it."""
    world = await enter("public")
    guest = world.person(5, lang=lang)
    _, offer = await guest.says("/start topic_export-controls", answers=2)
    await guest.presses_data(offer, offer.buttons[0][0]["callback_data"])
    again = await guest.says("/start topic_hbm", answers=2)

    assert stored(world) == [("5", "topic:export-controls", 0)]
    assert "hbm" in again[1].text
    assert "topic" not in await world.person(6).asks("/start topic_no-such-thing")


async def test_a_link_to_a_topic_opens_no_closed_door(enter: Enter):
    """It is a link, not an invitation."""
    world = await enter("invite")

    assert "This bot is private" in await world.person(77).asks("/start topic_hbm")
    assert stored(world) == []


async def test_a_forged_token_brings_nothing(enter: Enter):
    """Not even a hint whether there was one like it."""
    world = await enter("invite")

    for token in ("A" * 16, "topic_", "x'--", "топик"):
        assert "used up or has expired" in await world.person(77).asks(f"/start {token}")
    assert stored(world) == []
