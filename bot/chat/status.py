"""/status: whether silence means no news."""

from collections import Counter

from bot.chat.asked import Asked, Reply, say
from bot.delivery.labels import labels_for
from bot.delivery.moments import clock
from bot.house import House
from bot.model import SourceState
from bot.vigil import warnings
from storage import sources

HELP = ""
WELL = ("fresh", "quiet", "new")
SHOWN = 5


async def reply(asked: Asked, house: House) -> Reply:
    """One line of counts, with who is ill and since when."""
    known = {state.source: state for state in await house.store.read(sources.states)}
    states = [known.get(name, SourceState(name)) for name in house.sources]
    counts = Counter(state.state for state in states)
    told = [f"{count} {asked.tell(f'state.{word}')}" for word, count in counts.most_common()]
    lines = [", ".join([asked.tell("status.sources", count=len(states)), *told])]
    ill = [state for state in states if state.state not in WELL]
    lines += [_ailment(state, asked, house) for state in ill[:SHOWN]]
    if len(ill) > SHOWN:
        lines.append(asked.tell("status.more", count=len(ill) - SHOWN))
    if asked.operator:
        lines += [f"⚠ {words}" for words in warnings(house)]
    return say("\n".join(lines))


def _ailment(state: SourceState, asked: Asked, house: House) -> str:
    tz = asked.subscriber.tz if asked.subscriber else house.tz
    name, word = house.sources[state.source].name, asked.tell(f"state.{state.state}")
    if state.last_good is None:
        return f"• {name}: {word}"
    since = clock(state.last_good, tz, labels_for(asked.lang), today=asked.now)
    return f"• {name}: {word}, {asked.tell('status.since', time=since)}"
