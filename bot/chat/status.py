"""/status: whether silence means no news."""

from collections import Counter

from bot.chat.asked import Asked, Reply, say
from bot.house import House
from bot.model import SourceState
from storage import sources

HELP = ""
WELL = ("fresh", "quiet")
SHOWN = 5


async def reply(asked: Asked, house: House) -> Reply:
    """One line of counts, then who is ill and since when."""
    known = {state.source: state for state in await house.store.read(sources.states)}
    states = [known.get(name, SourceState(name)) for name in house.sources]
    counts = Counter(state.state for state in states)
    ill = [state for state in states if state.state not in (*WELL, "new")]
    told = ", ".join(f"{count} {word}" for word, count in counts.most_common())
    lines = [
        f"{asked.tell('status.sources', count=len(states))}: {told}",
        *(_ailment(state, house) for state in ill[:SHOWN]),
    ]
    if len(ill) > SHOWN:
        lines.append(asked.tell("status.more", count=len(ill) - SHOWN))
    return say("\n".join(lines))


def _ailment(state: SourceState, house: House) -> str:
    since = f", last good {state.last_good:%d %b %H:%M} UTC" if state.last_good else ""
    return f"{house.sources[state.source].name}: {state.state}{since}: {state.reason}"
