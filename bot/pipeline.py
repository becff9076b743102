"""THE WALK: poll → judge → remember → deliver. Read this file first.

The database, not a timer, knows what is due: a restart continues where it stopped. Recall, judge and
remember are one transaction with nothing awaited inside it. The second half, deliver, stands in outgoing.py.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import structlog
from sqlite_utils import Database

from bot.desk.judge import Terms, judge
from bot.desk.reading import read
from bot.house import House
from bot.model import Fetched, FetchOutcome, Parsed, Source, Verdict
from storage import Unwritable, heartbeat, sources, verdict

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Poll:
    """What one visit brought, for people and machines."""

    source: str
    outcome: FetchOutcome
    items: int
    new: int
    alerts: int
    reason: str
    seconds: float


async def poll(source: Source, house: House) -> Poll:
    """Visits one source, decides what is new, and remembers it all in one transaction."""
    validators = (await house.store.read(lambda db: sources.recall_state(db, source.id))).validators
    fetched = await house.door.get(source, validators, now=house.now())
    parsed = Parsed()
    if fetched.outcome is FetchOutcome.FETCHED:
        parsed = await house.parsers.parse(fetched, source, house.now())
    readings = read(parsed.items, source, house.desk)
    keys = {key for reading in readings for key in reading.keys}
    rules = {hit.rule for reading in readings for hit in reading.matches}
    now, terms = house.now(), Terms(hold=house.hold, roll=house.roll())

    def step(db: Database) -> Verdict:
        memory = verdict.recall(db, source.id, keys, rules)
        decided = judge(source, fetched, parsed, readings, memory, now, terms)
        verdict.remember(db, decided, now)
        heartbeat.heartbeat(db, now)
        return decided

    decided = await house.store.write(step)
    if decided.alerts:
        house.announce()
    return _report(source, fetched, parsed, decided)


async def poll_due(house: House, *, limit: int = 50) -> list[Poll]:
    """Visits the sources that are due and not already being visited, the urgent ones first.

    None while nothing can be written down: what they bring could not be kept, and they would be asked again at once.
    """
    if house.trouble:
        return []
    now = house.now()
    due = await house.store.read(lambda db: sources.due_sources(db, list(house.sources), now))
    ready = [house.sources[source] for source in due if source not in house.polling]
    ready.sort(key=lambda source: source.priority)
    return await poll_each(ready[: max(0, limit - len(house.polling))], house)


async def poll_each(
    chosen: Sequence[Source], house: House, *, ended: Callable[[Poll], None] | None = None
) -> list[Poll]:
    """Visits sources side by side; one that fails by a bug of ours is logged and harms no other."""
    house.polling.update(source.id for source in chosen)
    reports = await asyncio.gather(*(_poll_supervised(source, house, ended) for source in chosen))
    return [report for report in reports if report is not None]


async def _poll_supervised(source: Source, house: House, ended: Callable[[Poll], None] | None) -> Poll | None:
    try:
        report = await poll(source, house)
    except Unwritable as error:
        house.falter(error)
        log.warning("poll", source=source.id, outcome="not stored", reason=str(error))
        return None
    except Exception:
        log.exception("poll", source=source.id, outcome="error")
        return None
    finally:
        house.polling.discard(source.id)
    log.info(
        "poll",
        source=report.source,
        outcome=report.outcome.value,
        items=report.items,
        new=report.new,
        alerts=report.alerts,
        reason=report.reason,
    )
    if ended:
        ended(report)
    return report


def _report(source: Source, fetched: Fetched, parsed: Parsed, decided: Verdict) -> Poll:
    failed = bool(decided.state.cause)
    return Poll(
        source=source.id,
        outcome=FetchOutcome.FAILED if failed else fetched.outcome,
        items=decided.items,
        new=len(decided.articles),
        alerts=len(decided.alerts),
        reason=decided.state.reason if failed else "; ".join(parsed.warnings),
        seconds=fetched.seconds,
    )
