"""The second half of the walk: what is due is composed, sent, and settled by the answer.

A row is committed as *sending* before the call; after a crash it is in doubt, and never blindly sent again.
"""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta

import structlog
from sqlite_utils import Database

from bot import letters
from bot.delivery.outcomes import settle
from bot.desk import digests
from bot.house import House
from bot.model import Answer, Delivery, Outcome
from storage import outbox, people

log = structlog.get_logger()

#: A send whose answer could not be written down, because the disk was full, say, is in doubt after this.
LONGEST_SEND = timedelta(minutes=10)


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
    if channel is None:
        # Not set up today: the row waits, and is dropped with a record when it is too old.
        return Outcome.WAIT
    message = await house.store.read(lambda db: letters.letter(db, house.desk, delivery, now))
    if message is None:
        await house.store.write(lambda db: outbox.drop(db, delivery.id, "nothing to say", now))
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
    """Ends what waited too long, doubts what nobody settled, and forgets what ended long ago."""
    now: datetime = house.now()

    def step(db: Database) -> None:
        outbox.recover(db, now, began_before=now - LONGEST_SEND)
        outbox.expire(db, now)
        outbox.prune(db, now)

    await house.store.write(step)
