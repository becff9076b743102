"""The second half of the walk: what is due is composed, sent, and settled by the answer.

A row is committed as *sending* before the call; after a crash it is in doubt, and never blindly sent again. How a
round of sending goes stands in courier.py.
"""

from datetime import datetime, timedelta

import structlog
from sqlite_utils import Database

from bot.courier import LIMITS, LOOK_AGAIN, Courier, rest
from bot.delivery.outcomes import settle
from bot.delivery.silence import silence_told
from bot.desk import digests
from bot.house import House
from bot.model import Alert
from storage import heartbeat, mail, outbox, people, placements, seals, silence, sources

log = structlog.get_logger()

#: A send whose answer could not be written down, because the disk was full, say, is in doubt after this.
LONGEST_SEND = timedelta(minutes=10)
#: A clock that goes further than this between two rounds of tidying is not believed before the next.
LEAP = timedelta(days=7)


async def deliver_due(house: House) -> int:
    """Sends what is due, at the pace of the limits, until nothing more is; how many arrived."""
    async with house.delivering:
        return await Courier(house).run()


async def deliver_on(house: House) -> None:
    """Sends what becomes due, at once when somebody says so, until the house closes."""
    while not house.closing:
        house.stir.clear()
        try:
            await deliver_due(house)
        except Exception:
            log.exception("deliver", outcome="error")
        if not house.closing:
            await rest(house, LOOK_AGAIN.total_seconds())


async def probe_due(house: House) -> None:
    """Asks a silent channel for a sign of life: while nothing gets through, and before a lost answer is asked again."""
    now = house.now()
    doubtful = await house.store.read(lambda db: outbox.doubtful_channels(db, now))
    for name, channel in house.channels.items():
        if house.fatal and channel.name == "telegram":
            continue
        if house.limiter.wants_probe(name, now, doubtful=name in doubtful):
            answer = await channel.probe()
            house.limiter.probed(name, settle(answer, 1, house.now()), house.now())
            house.announce()


async def digest_due(house: House) -> int:
    """Enqueues the digests whose local hour has come; how many rows are new."""
    now = house.now()
    due = await house.store.read(lambda db: _digests(db, now))
    silent = await house.store.read(
        lambda db: any(digests.is_due(one, now) for one, _ in silence.silent_readers(db, now))
    )
    if not due and not silent:
        return 0

    def step(db: Database) -> int:
        return outbox.enqueue(db, (*_digests(db, now), *_words_of_silence(db, house, now)), now).new

    new = await house.store.write(step)
    if new:
        house.announce()
    return new


def _digests(db: Database, now: datetime) -> list[Alert]:
    """The rows that are due and not there yet: one for each person and day, though the address was changed since."""
    readers = people.digest_readers(db)
    owner = {place.id: reader.id for reader, place in readers}
    due = digests.alerts_due(readers, now)
    told = mail.told(db, {alert.event for alert in due})
    return [alert for alert in due if (owner[alert.destination], alert.event) not in told]


def _words_of_silence(db: Database, house: House, now: datetime) -> list[Alert]:
    """The daily word for those who wished for it and heard nothing, at the digest's hour."""
    told: list[Alert] = []
    known = {state.source: state.state for state in sources.states(db)}
    well = sum(known.get(name) in {"fresh", "quiet"} for name in house.sources)
    for reader, place in silence.silent_readers(db, now):
        if digests.is_due(reader, now):
            event = f"silence:{digests.local_day(reader, now).isoformat()}:{reader.lang}"
            heartbeat.set_note(db, f"notice/{event}", silence_told(reader.lang, well, len(house.sources)), now)
            told.append(Alert(place.id, "notice", event, now, expires=now + digests.LIVES, silent=True))
    return told


async def tidy(house: House) -> None:
    """Ends what waited too long, doubts what nobody settled, and forgets what ended long ago."""
    now: datetime = house.now()

    def step(db: Database) -> None:
        last = heartbeat.gauge(db, "tidied")
        heartbeat.set_gauge(db, "tidied", 0, now)
        if last and abs(now - last[1]) > LEAP:
            # Alerts dropped as too old by a clock that is years ahead would be lost.
            log.warning("tidy", outcome="put off", reason=f"the clock went from {last[1]:%Y-%m-%d} to {now:%Y-%m-%d}")
            return
        outbox.recover(db, now, began_before=now - LONGEST_SEND)
        outbox.expire(db, now)
        outbox.prune(db, now)
        placements.prune(db, now)
        seals.prune_seals(db, now)
        mail.prune_requests(db, now)
        heartbeat.forget_notes(db, "notice/", now - outbox.KEPT)
        heartbeat.set_note(db, LIMITS, house.limiter.dump(), now)

    await house.store.write(step)
    # Empties the write-ahead log; with a source every few seconds there may be no idle moment at all.
    if not house.sending:
        await house.store.tidy()
