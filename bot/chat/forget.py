"""/forget: deletes the reader and everything kept about them, at once, after one more tap."""

from sqlite_utils import Database

from bot.chat.asked import Asked, Reply, button, say, show
from bot.house import House
from storage import people, seals

HELP = ""


async def reply(asked: Asked, house: House) -> Reply:
    """Asks once: what is deleted does not come back."""
    del house
    if asked.subscriber is None:
        return say(asked.tell("forget.nobody"))
    return say(asked.tell("forget.sure"), (button(asked.tell("forget.yes"), f"forget {asked.subscriber.id}"),))


async def on_button(asked: Asked, house: House) -> Reply:
    """Deletes the reader of this chat, and nobody else."""
    reader = asked.subscriber
    if reader is None or asked.words != str(reader.id):
        return show(asked.tell("forget.nobody"))

    def step(db: Database) -> None:
        people.forget(db, reader.id)
        seals.forget_chat(db, asked.chat)

    await house.store.write(step)
    await house.refresh_rules()
    return show(asked.tell("forget.done"))
