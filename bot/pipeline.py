"""THE WALK: poll → judge → remember → deliver. Read this file first.

The database, not a timer, knows what is due: a restart continues where it stopped. Recall, judge and
remember are one transaction with nothing awaited inside it. The second half, deliver, stands in outgoing.py.
"""

import asyncio
import logging
from array import array
from collections import Counter
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import datetime

import structlog
from sqlite_utils import Database

from bot.desk import health
from bot.desk.aftermath import Circumstances, after_failure, after_success
from bot.desk.judge import Terms, Unread, judge
from bot.desk.reading import fingerprint, read
from bot.desk.rhythm import UNKNOWN
from bot.house import House
from bot.model import Fetched, FetchOutcome, Parsed, Source, SourceState, Verdict
from bot.visits import PATIENCE, host_of, visit
from storage import Unwritable, bodies, heartbeat, kept, sources, verdict

log = structlog.get_logger()
#: Asked first whether a line would be printed at all: nine in ten polls have nothing to say, and saying it costs.
_printed = logging.getLogger(__name__)


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


async def poll(source: Source, house: House, before: SourceState | None = None) -> Poll:
    """Visits one source, decides what is new, and remembers it all in one transaction."""
    if before is None:
        before = await house.store.read(lambda db: sources.recall_state(db, source.id))
    async with house.places:
        fetched, parsed = await visit(source, before, house)
        if fetched.outcome is not FetchOutcome.UNCHANGED:
            return await _take_in(source, fetched, parsed, before, house)
    return await _note(source, fetched, parsed, before, house)


async def _note(source: Source, fetched: Fetched, parsed: Parsed, before: SourceState, house: House) -> Poll:
    """Nine visits in ten: nothing to judge but when to ask again, written down together with others."""
    now = house.now()
    around = Circumstances(
        now, house.roll(), house.rhythms.get(source.id, UNKNOWN), _outage(source, fetched, now, house)
    )
    after = after_success(source, fetched, parsed, (), 0, before, around)
    await house.quiet.save(after, now, under_way=len(house.polling))
    house.states[source.id] = after
    return _report(source, fetched, parsed, after)


async def _take_in(source: Source, fetched: Fetched, parsed: Parsed, before: SourceState, house: House) -> Poll:
    """Judges what a visit brought, and remembers it."""
    now = house.now()
    rhythm, roll, outage = house.rhythms.get(source.id, UNKNOWN), house.roll(), _outage(source, fetched, now, house)
    terms = Terms(hold=house.hold, roll=roll, rhythm=rhythm, outage=outage)
    roomy = not house.store.room().low

    def step(db: Database, known: AbstractSet[int]) -> tuple[Verdict, int]:
        # Read in the writer's thread: beside a loop that computes, every row costs two handovers of the interpreter
        # (a poll of all new documents: 1.35 → 1.22 of the CPU of the plain loop, 2026-11-23).
        readings = read(parsed.items, source, house.desk, known)
        keys = {key for reading in readings for key in reading.keys}
        rules = {hit.rule for reading in readings for hit in reading.matches}
        memory = verdict.recall(db, source.id, keys, rules)
        placing = house.open_stories(db, memory.next_article) if readings else None
        decided = judge(source, fetched, parsed, readings, memory, now, replace(terms, placing=placing))
        remembered = verdict.remember(db, decided, now)
        if roomy:
            bodies.want(db, decided.wanted, now)
        heartbeat.heartbeat(db, now)
        return decided, remembered.alerts

    # What stood there at the last visit, and stands there as it did, is neither graded nor matched again.
    known = frozenset(house.known.pop(source.id, ()))
    async with house.desks:
        try:
            decided, alerts = await house.store.write(lambda db: step(db, known))
        except Unread:
            decided, alerts = await house.store.write(lambda db: step(db, frozenset()))
    if not decided.state.cause:
        house.known[source.id] = array("q", map(fingerprint, parsed.items))
    house.states[source.id] = decided.state
    if alerts:
        house.announce()
    if roomy and fetched.body and _newly_offends(before, decided.state):
        await asyncio.to_thread(_keep, source, fetched, decided.state, house)
    return _report(source, fetched, parsed, decided.state, decided.items, len(decided.articles), alerts)


async def poll_due(house: House, *, limit: int = 200) -> list[Poll]:
    """Visits the sources that are due and not already being visited, the urgent ones first; so many at most in hand.

    None while nothing can be written down: what they bring could not be kept, and they would be asked again at once.
    """
    if house.trouble:
        return []
    now = house.now()
    due = await house.store.read(lambda db: sources.due_sources(db, list(house.sources), now))
    ready = [house.sources[source] for source in due if source not in house.polling]
    ready.sort(key=lambda source: source.priority)
    return await poll_each(_next_in_turn(ready, house, limit - len(house.polling)), house)


def _next_in_turn(ready: Sequence[Source], house: House, places: int) -> list[Source]:
    """Those whose host can be asked soon: a host that wants minutes between visits must hold no place meanwhile."""
    queues = Counter(host_of(house.sources[source]) for source in house.polling if source in house.sources)
    chosen: list[Source] = []
    for source in ready:
        host = host_of(source)
        if len(chosen) < places and house.door.wait(source, ahead=queues[host]) <= PATIENCE:
            queues[host] += 1
            chosen.append(source)
    return chosen


async def poll_each(
    chosen: Sequence[Source], house: House, *, ended: Callable[[Poll], None] | None = None
) -> list[Poll]:
    """Visits sources side by side; one that fails by a bug of ours is logged and harms no other."""
    house.polling.update(source.id for source in chosen)
    visits = (_poll_supervised(source, house, house.states.get(source.id), ended) for source in chosen)
    return [report for report in await asyncio.gather(*visits) if report is not None]


async def _poll_supervised(
    source: Source, house: House, before: SourceState | None, ended: Callable[[Poll], None] | None
) -> Poll | None:
    try:
        report = await poll(source, house, before)
    except Unwritable as error:
        house.falter(error)
        log.warning("poll", source=source.id, outcome="not stored", reason=str(error))
        return None
    except Exception as error:
        log.exception("poll", source=source.id, outcome="error")
        await _put_off(source, error, house)
        return None
    finally:
        house.polling.discard(source.id)
    if _printed.isEnabledFor(logging.INFO):
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


async def _put_off(source: Source, error: Exception, house: House) -> None:
    """A mistake of ours counts as a failed visit: the outlet is not asked again at once, and the operator sees why."""
    told = f"{type(error).__name__}: {error}"[:200].encode("utf-8", "backslashreplace").decode()
    reason = f"a mistake in chipwire stopped the reading ({told}); please report it"
    fetched = Fetched(source.id, FetchOutcome.FAILED, source.url, cause="mistake", reason=reason)

    def step(db: Database) -> SourceState:
        before = sources.recall_state(db, source.id)
        after = after_failure(source, fetched, before, Circumstances(house.now(), house.roll()), "mistake", reason)
        sources.save_state(db, after)
        return after

    try:
        house.states[source.id] = await house.store.write(step)
    except Exception:
        log.exception("poll", source=source.id, outcome="not stored")


def _outage(source: Source, fetched: Fetched, now: datetime, house: House) -> str:
    """Notes what this visit says about our own line, and tells the operator once when that goes or comes back."""
    before = house.outage
    last = health.visit_of(fetched, host_of(source), now)
    house.line.append(last)
    if last.reached and not before:
        return ""  # as nearly always
    house.outage = health.own_outage(house.line, now, before)
    if house.outage and not before:
        log.warning("offline", reason=house.outage)
    elif before and not house.outage:
        log.warning("online", reason="outlets are reached again")
    return house.outage


def _newly_offends(before: SourceState, after: SourceState) -> bool:
    """Whether a document that was fetched is the first of its kind that is not what it should be."""
    return (bool(after.cause) and after.cause != before.cause) or (after.empties == 1 and before.empties == 0)


def _keep(source: Source, fetched: Fetched, state: SourceState, house: House) -> None:
    document = kept.Kept(
        fetched.body, fetched.url, fetched.content_type, fetched.status, state.reason, state.last_poll or house.now()
    )
    try:
        kept.keep(kept.folder_beside(house.store.path), source.id, document)
    except OSError as error:
        log.warning("keep", source=source.id, reason=str(error))


def _report(
    source: Source, fetched: Fetched, parsed: Parsed, after: SourceState, items: int = 0, new: int = 0, alerts: int = 0
) -> Poll:
    failed = bool(after.cause)
    return Poll(
        source=source.id,
        outcome=FetchOutcome.FAILED if failed else fetched.outcome,
        items=items,
        new=new,
        alerts=alerts,
        reason=after.reason if failed or after.empties else _remarks(fetched, parsed),
        seconds=fetched.seconds,
    )


def _remarks(fetched: Fetched, parsed: Parsed) -> str:
    if not parsed.warnings:
        return fetched.reason
    return "; ".join([*filter(None, [fetched.reason]), *parsed.warnings])
