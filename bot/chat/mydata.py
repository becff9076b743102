"""/mydata: everything stored about the reader, as a file."""

import json

from sqlite_utils import Database

from bot.chat.asked import Asked, Reply, say
from bot.house import House
from storage import mutes, people

HELP = ""


async def reply(asked: Asked, house: House) -> Reply:
    """JSON, readable by people and machines."""
    if asked.subscriber is None or asked.destination is None:
        return say(asked.tell("chat.stranger"))
    owner, place = asked.subscriber.id, asked.destination.id

    def collect(db: Database) -> dict[str, object]:
        saved = [{"article": one.id, "title": one.title, "url": one.url} for one in mutes.set_aside(db, owner, 10_000)]
        silenced = [{"story": story, "title": title} for story, title in mutes.muted(db, place, 10_000)]
        return {**people.mydata(db, owner), "saved": saved, "muted": silenced}

    told = json.dumps(await house.store.read(collect), ensure_ascii=False, indent=1, default=str)
    return Reply(file=(f"chipwire-{asked.now:%Y-%m-%d}.json", told.encode()))
