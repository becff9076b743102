"""/sources: every source in a line, for operators."""

from bot.chat.asked import Asked, Reply, say
from bot.house import House
from bot.model import SourceState
from storage import figures, sources

HELP = ""
_LINES = 60


async def reply(asked: Asked, house: House) -> Reply:
    """State, items a day, share of unchanged polls; the ill ones first."""
    known = {state.source: state for state in await house.store.read(sources.states)}
    rates = await house.store.read(lambda db: figures.items_per_day(db, asked.now))
    states = [known.get(name, SourceState(name)) for name in house.sources]
    states.sort(key=lambda state: (state.state in {"fresh", "quiet"}, state.source))
    lines = [
        f"{state.source}: {asked.tell(f'state.{state.state}')} · {rates.get(state.source, 0):g}/d"
        f" · 304 {100 * state.unchanged // max(1, state.polls)} %"
        for state in states[:_LINES]
    ]
    if len(states) > _LINES:
        lines.append(asked.tell("status.more", count=len(states) - _LINES))
    return say("\n".join(lines) or asked.tell("sources.none"))
