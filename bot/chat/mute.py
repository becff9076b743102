"""/mute: the stories this chat wants to hear no more of; the button under an alert adds one."""

from bot.chat.asked import Asked, Reply, button, say
from bot.delivery.typography import clean, cut
from bot.house import House
from bot.model import Message
from storage import mutes, stories

HELP = ""


async def reply(asked: Asked, house: House) -> Reply:
    """What is muted, each with a way back."""
    if asked.destination is None:
        return say(asked.tell("chat.stranger"))
    return Reply((await _listed(asked, house),))


async def on_button(asked: Asked, house: House) -> Reply:
    """`on STORY` or `off STORY`; absolute, so that a press that arrives twice does no harm."""
    if asked.destination is None:
        return say(asked.tell("chat.stranger"))
    verb, _, number = asked.words.partition(" ")
    place, story = asked.destination.id, int(number)
    if verb == "off":
        await house.store.write(lambda db: mutes.unmute(db, place, story))
        return Reply(edit=await _listed(asked, house), toast=asked.tell("mute.off"))
    known = await house.store.read(lambda db: stories.story(db, story))
    lives = known.id if known else story
    await house.store.write(lambda db: mutes.mute(db, place, lives, asked.now))
    return Reply(toast=asked.tell("mute.on"))


async def _listed(asked: Asked, house: House) -> Message:
    assert asked.destination is not None
    place = asked.destination.id
    found = await house.store.read(lambda db: mutes.muted(db, place))
    if not found:
        return Message(asked.tell("mute.none"))
    rows = tuple((button(cut(f"✕ {clean(title)}", 60), f"mute off {story}"),) for story, title in found)
    return Message(asked.tell("mute.listed"), buttons=rows)
