"""/stats: counts and queues, for operators."""

from bot.chat.asked import Asked, Reply, say
from bot.house import House
from storage import figures

HELP = ""


async def reply(asked: Asked, house: House) -> Reply:
    """What `chipwire stats` says."""
    counts = await house.store.read(figures.counts)
    queues = await house.store.read(lambda db: figures.queues(db, asked.now))
    lines = [f"{name}: {count}" for name, count in counts.items()]
    lines += [
        asked.tell("stats.queue", state=state, count=queue["count"], age=queue["oldest_seconds"])
        for state, queue in queues.items()
    ]
    return say("\n".join(lines))
