"""/saved: what the reader put aside with the button under an alert."""

from bot.chat.asked import Asked, Reply, button, say
from bot.chat.rules import sample
from bot.delivery.compose import headline
from bot.delivery.typography import cut, web_address
from bot.house import House
from bot.model import Button, Message
from storage import mutes

HELP = ""


async def reply(asked: Asked, house: House) -> Reply:
    """The latest first, each with its link and a way to drop it."""
    if asked.subscriber is None:
        return say(asked.tell("chat.stranger"))
    return Reply((await _listed(asked, house),))


async def on_button(asked: Asked, house: House) -> Reply:
    """`add ARTICLE` or `drop ARTICLE`."""
    if asked.subscriber is None:
        return say(asked.tell("chat.stranger"))
    verb, _, number = asked.words.partition(" ")
    owner, article = asked.subscriber.id, int(number)
    if verb == "add":
        await house.store.write(lambda db: mutes.put_aside(db, owner, article, asked.now))
        return Reply(toast=asked.tell("saved.added"))
    await house.store.write(lambda db: mutes.take_back(db, owner, article))
    return Reply(edit=await _listed(asked, house), toast=asked.tell("saved.dropped"))


async def _listed(asked: Asked, house: House) -> Message:
    assert asked.subscriber is not None
    owner = asked.subscriber.id
    kept = await house.store.read(lambda db: mutes.set_aside(db, owner, 10))
    if not kept:
        return Message(asked.tell("saved.none"))
    rows = []
    for article in kept:
        address = web_address(article.url)
        opened = (Button(cut(headline(article), 50), url=address),) if address else ()
        rows.append((*opened, button(f"✕ {article.id}", f"saved drop {article.id}")))
    lines = [f"{article.id}. {sample(article, asked)}" for article in kept]
    return Message("\n".join(lines), buttons=tuple(rows))
