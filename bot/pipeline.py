"""THE WALK: poll → judge → remember → deliver. Read this file first.

The database, not a timer, knows what is due: a restart continues where it stopped. Recall, judge and
remember are one transaction with nothing awaited inside it; a row is committed as *sending* before the call.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from sqlite_utils import Database

from bot import letters
from bot.delivery.outcomes import settle
from bot.desk import digests
from bot.desk.judge import Terms, judge
from bot.desk.reading import read
from bot.house import House
from bot.model import Answer, Delivery, Fetched, FetchOutcome, Outcome, Parsed, Source, Verdict
from storage import heartbeat, outbox, people, sources, verdict

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

    return _report(source, fetched, parsed, await house.store.write(step))


async def poll_due(house: House, *, limit: int = 50) -> list[Poll]:
    """Visits the sources that are due and not already being visited, the urgent ones first."""
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


async def deliver_due(house: House, *, limit: int = 200) -> int:
    """Sends what is due, destinations side by side, each one's rows in their order; how many arrived."""
    if house.fatal:
        return 0
    now = house.now()
    due = await house.store.read(lambda db: outbox.due(db, now, limit))
    queues: dict[int, list[Delivery]] = {}
    for delivery in due:
        if delivery.destination.id not in house.sending and house.limiter.may_resend(delivery):
            queues.setdefault(delivery.destination.id, []).append(delivery)
    house.sending.update(queues)
    return sum(await asyncio.gather(*(_deliver_in_turn(place, queue, house) for place, queue in queues.items())))


async def _deliver_in_turn(place: int, queue: Sequence[Delivery], house: House) -> int:
    arrived = 0
    try:
        for delivery in queue:
            outcome = await deliver(delivery, house)
            if outcome is not Outcome.SENT:
                break
            arrived += 1
    except Exception:
        log.exception("deliver", destination=place, outcome="error")
    finally:
        house.sending.discard(place)
    return arrived


async def deliver(delivery: Delivery, house: House) -> Outcome:
    """Sends one row and settles it by the answer."""
    now = house.now()
    channel = house.channels.get(delivery.destination.channel)
    message = await house.store.read(lambda db: letters.letter(db, house.desk, delivery, now))
    if channel is None or message is None:
        reason = "nothing to say" if channel else f"no channel {delivery.destination.channel} is set up"
        await house.store.write(lambda db: outbox.drop(db, delivery.id, reason, now))
        return Outcome.OURS
    if not house.limiter.take(delivery.destination, now):
        return Outcome.WAIT
    rendered = channel.render(message, plain=delivery.plain)
    await house.store.write(lambda db: outbox.begin(db, delivery.id, now))
    answer = await channel.send(delivery.destination, rendered)
    return await _settle(delivery, answer, house)


async def _settle(delivery: Delivery, answer: Answer, house: House) -> Outcome:
    now = house.now()
    settled = settle(
        answer,
        delivery.attempts + 1,
        now,
        doubts=delivery.doubts,
        plain=delivery.plain,
        refusals=delivery.destination.refusals,
        jitter=timedelta(seconds=house.roll()),
    )
    await house.store.write(lambda db: outbox.settle(db, delivery.id, settled, now))
    house.limiter.heard(delivery.destination, settled, now)
    if settled.outcome is Outcome.FATAL and answer.channel == "telegram":
        house.fatal = "Telegram refuses the token"
    log.info(
        "deliver",
        delivery=delivery.id,
        event_key=delivery.event,
        channel=answer.channel,
        outcome=settled.outcome.value,
        state=settled.state.value,
        reason=settled.reason,
    )
    return settled.outcome


async def probe_due(house: House) -> None:
    """Asks a silent channel for a sign of life: while nothing gets through, and before a lost answer is asked again."""
    now = house.now()
    doubtful = await house.store.read(lambda db: outbox.doubtful_channels(db, now))
    for name, channel in house.channels.items():
        if house.limiter.wants_probe(name, now, doubtful=name in doubtful):
            answer = await channel.probe()
            house.limiter.probed(name, settle(answer, 1, house.now()), house.now())


async def digest_due(house: House) -> int:
    """Enqueues the digests whose local hour has come; how many rows are new."""
    now = house.now()

    def step(db: Database) -> int:
        return outbox.enqueue(db, digests.alerts_due(people.digest_readers(db), now), now).new

    return await house.store.write(step)


async def tidy(house: House) -> None:
    """Ends what waited too long and forgets what ended long ago."""
    now: datetime = house.now()

    def step(db: Database) -> None:
        outbox.expire(db, now)
        outbox.prune(db, now)

    await house.store.write(step)
