"""The button below held alerts that were told together: the next ones."""

from sqlite_utils import Database

from bot import letters
from bot.chat.asked import Asked, Reply
from bot.house import House
from bot.model import Message
from storage import outbox

HELP = ""


async def on_button(asked: Asked, house: House) -> Reply:
    """`DELIVERY START`."""
    number, _, start = asked.words.partition(" ")

    def step(db: Database) -> Message | None:
        row = outbox.delivery(db, int(number))
        return letters.rollup(db, row, int(start)) if row else None

    message = await house.store.read(step)
    return Reply((message,)) if message else Reply(toast=asked.tell("why.unknown"))
