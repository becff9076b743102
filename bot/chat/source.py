"""/source ID: one source in full, for operators."""

import difflib

from bot.chat.asked import Asked, Reply, say
from bot.delivery.labels import labels_for
from bot.delivery.moments import clock
from bot.house import House
from storage import sources

HELP = "ID"


async def reply(asked: Asked, house: House) -> Reply:
    """What is known of it, and why the last poll went as it did."""
    source = house.sources.get(asked.words)
    if source is None:
        near = difflib.get_close_matches(asked.words, list(house.sources), n=3, cutoff=0.3)
        return say(asked.tell("source.which", near=", ".join(near) or "–"))
    state = await house.store.read(lambda db: sources.recall_state(db, source.id))
    tz = asked.subscriber.tz if asked.subscriber else house.tz

    def told(moment: object) -> str:
        return clock(moment, tz, labels_for(asked.lang), today=asked.now) if moment else "–"  # type: ignore[arg-type]

    lines = [
        f"{source.id}: {source.name} · {source.side} · {source.kind} · {source.format}",
        source.url,
        f"{asked.tell(f'state.{state.state}')}{': ' if state.reason else ''}{state.reason}",
        asked.tell("source.polls", polls=state.polls, failures=state.failures, unchanged=state.unchanged),
        asked.tell("source.times", good=told(state.last_good), new=told(state.last_new), due=told(state.next_due)),
    ]
    return say("\n".join(lines))
