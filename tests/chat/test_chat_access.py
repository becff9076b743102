"""Who is served, and who may change what."""

from tests.chat.conftest import OPERATOR, Enter

#: What Telegram says of every chat, and python-telegram-bot insists on.
GIFTS = dict.fromkeys(
    ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
)


async def test_stranger_in_private_mode_is_told_the_chats_id(enter: Enter):
    """A stranger is refused with the number that the operator needs; nothing is stored."""
    world = await enter("private")
    stranger = world.person(77)

    assert "your chat's id is 77" in await stranger.asks("/start")
    assert world.house.store.read_sync(lambda db: db.execute("SELECT count(*) FROM subscribers").fetchone()) == (0,)


async def test_operator_in_private_mode_is_served(enter: Enter):
    """An operator needs no invitation."""
    world = await enter("private")

    assert (await world.person(OPERATOR).asks("/start")).startswith("chipwire tells you")


async def test_groups_rules_are_for_its_administrators(enter: Enter):
    """In a group a member may look, an administrator may change, an anonymous one too; a member posing may not."""
    world = await enter()
    world.api.admins["-100"] = {1}
    admin, member = world.person(1, chat=-100), world.person(2, chat=-100)

    assert "Only administrators" in await member.asks("/start")
    assert (await admin.asks("/start")).startswith("chipwire tells you")
    (offer,) = await member.says("/watch samsung")
    assert "Only administrators" in await member.presses(offer, "Save")
    assert "Only administrators" in await member.asks("/snooze 2h")
    assert "Quiet until" in await member.asks("/snooze 2h", anonymous=True)
    assert await admin.presses(offer, "Save") == "Saved."


async def test_forum_topic_gets_its_own_rules_of_one_group(enter: Enter):
    """A command in a forum topic is answered there, and its rule goes there; the group stays one subscriber."""
    world = await enter()
    world.api.admins["-100"] = {1}
    general, topic = world.person(1, chat=-100), world.person(1, chat=-100, thread=7)
    await general.says("/start")

    (offer,) = await topic.says("/watch hynix")
    await topic.presses(offer, "Save")
    rows = world.house.store.read_sync(
        lambda db: db.execute(
            "SELECT r.text, d.thread, r.subscriber FROM rules AS r JOIN destinations AS d ON d.id = r.destination"
        ).fetchall()
    )

    assert rows == [("topic:china-korea-chips", 0, 1), ("hynix", 7, 1)]


async def test_upgraded_group_keeps_its_rules(enter: Enter):
    """When a group becomes a supergroup, its rules go along to the new id."""
    world = await enter()
    world.api.admins["-5"] = {1}
    await world.person(1, chat=-5).says("/start")

    world.api.add_update(
        message={
            "message_id": 1,
            "date": 1,
            "chat": {"id": -5, "type": "group", "title": "G"},
            "migrate_to_chat_id": -1005,
        }
    )

    def address() -> str:
        return world.house.store.read_sync(lambda db: db.execute("SELECT address FROM destinations").fetchone())[0]

    await world.until(lambda: address() == "-1005", "the new id")
    assert "China, South Korea and chips" in await world.person(2, chat=-1005).asks("/list")


async def test_blocked_bot_is_silent_until_it_is_let_in_again(enter: Enter):
    """Blocking closes the chat and keeps its rules; unblocking opens it."""
    world = await enter()
    await world.person(1).says("/start")

    def change(old: str, new: str) -> None:
        bot = {"id": 123456, "is_bot": True, "first_name": "chipwire"}
        until = {"until_date": 0} if "kicked" in (old, new) else {}
        world.api.add_update(
            my_chat_member={
                "chat": {"id": 1, "type": "private", "first_name": "A"},
                "from": {"id": 1, "is_bot": False, "first_name": "A"},
                "date": 1,
                "old_chat_member": {"status": old, "user": bot, **(until if old == "kicked" else {})},
                "new_chat_member": {"status": new, "user": bot, **(until if new == "kicked" else {})},
            }
        )

    def paused() -> str:
        return world.house.store.read_sync(lambda db: db.execute("SELECT paused FROM destinations").fetchone())[0]

    change("member", "kicked")
    await world.until(lambda: paused() != "", "closed")
    change("kicked", "member")
    await world.until(lambda: paused() == "", "opened")


async def test_channel_is_managed_in_private_by_who_runs_it(enter: Enter):
    """Who runs a channel can lead rules there from the private chat; nobody else can."""
    world = await enter()
    world.api.admins["-1007"] = {1}
    world.api.chats["-1007"] = {"type": "channel", "title": "Chips today", "accepted_gift_types": GIFTS}
    owner, other = world.person(1), world.person(2)
    await owner.says("/start")
    await other.says("/start")

    assert "Only its administrators" in await other.asks("/channel -1007")
    assert "Chips today is a place" in await owner.asks("/channel -1007")
    (listing,) = await owner.says("/list")
    await owner.presses(listing, "1. ")
    await owner.presses(listing, "Where to")
    await owner.presses(listing, "chat -1007")

    where = await world.house.store.read(
        lambda db: db.execute(
            "SELECT d.address FROM rules AS r JOIN destinations AS d ON d.id = r.destination WHERE r.id = 1"
        ).fetchone()
    )
    assert where == ("-1007",)
