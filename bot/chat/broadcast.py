"""/broadcast TEXT: a word to every chat, after one more tap; for operators."""

from sqlite_utils import Database

from bot.chat.asked import Asked, Reply, button, say, show
from bot.house import House
from bot.model import Alert
from storage import heartbeat, membership, outbox

HELP = "TEXT"
_LONGEST = 2000


async def reply(asked: Asked, house: House) -> Reply:
    """Shows it as it will read, and to how many it would go."""
    if not 0 < len(asked.words) <= _LONGEST:
        return say(asked.tell("broadcast.usage", most=_LONGEST))
    places = await house.store.read(membership.open_chats)
    told = asked.tell("broadcast.sure", count=len(places))
    action = f"broadcast {asked.now:%Y%m%dT%H%M%S} {asked.words}"
    return say(f"{told}\n\n{asked.words}", (button(asked.tell("broadcast.send"), action),))


async def on_button(asked: Asked, house: House) -> Reply:
    """`STAMP TEXT`: the stamp makes a second press harmless."""
    stamp, _, text = asked.words.partition(" ")
    event = f"broadcast:{stamp}"

    def step(db: Database) -> int:
        heartbeat.set_note(db, f"notice/{event}", text, asked.now)
        alerts = [Alert(place, "notice", event, asked.now, silent=True) for place in membership.open_chats(db)]
        return outbox.enqueue(db, alerts, asked.now).new

    count = await house.store.write(step)
    return show(asked.tell("broadcast.done", count=count))
