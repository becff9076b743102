"""One round of sending: who is next and when, sends side by side, one at a time within a chat."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import structlog
from sqlite_utils import Database

from bot import letters
from bot.delivery.consent import compose_consent
from bot.delivery.links import CONFIRM_LIVES
from bot.delivery.outcomes import settle
from bot.delivery.sealing import seal
from bot.house import House
from bot.model import Answer, Delivery, Message, Outcome, Settlement
from storage import IllegalTransition, Unwritable, amendments, bundles, destinations, heartbeat, mail, outbox, seals

log = structlog.get_logger()

#: How old the sender's view of the outbox may be; an urgent alert is known of sooner, see House.announce.
LOOK_AGAIN = timedelta(seconds=1)
#: Whoever sends until nothing is due waits this long for a limit, a group's minute included.
PATIENCE = timedelta(seconds=90)
#: Sends under way on one channel: what a silent API can put in doubt at once.
SIDE_BY_SIDE = 14
#: Rows looked at together.
HANDFUL = 200
#: A row that a mistake of ours makes impossible to send is tried again after this.
MISTAKE = timedelta(minutes=5)
LIMITS = "limiter"

Place = tuple[str, str]  # channel and address: a forum's topics are one chat


async def rest(house: House, seconds: float) -> None:
    """Until that time has passed or somebody stirs."""
    waits = [asyncio.ensure_future(house.pause(max(seconds, 0.0))), asyncio.ensure_future(house.stir.wait())]
    try:
        await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for wait in waits:
            wait.cancel()
        await asyncio.gather(*waits, return_exceptions=True)


@dataclass(slots=True)
class Courier:
    """One round of sending: what waits, what is on its way, and what came back."""

    house: House
    waiting: list[Delivery] = field(default_factory=list)
    looked: datetime | None = None  # when `waiting` was read
    cut_off: bool = False  # whether more waited than was read
    flights: dict[int, tuple[Place, asyncio.Task[None]]] = field(default_factory=dict)
    stalled: set[Place] = field(default_factory=set)  # their queues are to be read anew
    arrived: int = 0

    async def run(self) -> int:
        """Until nothing more can be sent within patience."""
        house = self.house
        house.unread = True
        try:
            while True:
                house.stir.clear()
                if house.closing or not await self._write_down():
                    self.waiting, self.cut_off, house.unread = [], False, False
                else:
                    await self._try_to_look()
                delivery, wake = house.limiter.pick(self._ready(), house.now())
                if delivery:
                    self._begin(delivery)
                elif self.flights or self._worth(wake):
                    await self._rest(wake)
                elif not self._more():
                    return self.arrived
        except asyncio.CancelledError:
            # Their rows are in doubt at the next start, as after a crash.
            for _, task in self.flights.values():
                task.cancel()
            raise
        finally:
            await self._land()

    async def _write_down(self) -> bool:
        """Settles what was heard while nothing could be written; until then nothing more is begun."""
        house = self.house
        while house.unsettled:
            number, settled, at = house.unsettled[0]
            try:
                await house.store.write(lambda db, n=number, s=settled, a=at: outbox.settle(db, n, s, a))  # type: ignore[misc]
            except Unwritable as error:
                house.falter(error)
                return False
            house.unsettled.pop(0)
        return not house.trouble

    async def _try_to_look(self) -> None:
        try:
            await self._look()
        except Unwritable as error:
            self.house.falter(error)

    async def _look(self) -> None:
        """Reads what is due, unless that was done a moment ago."""
        house, now = self.house, self.house.now()
        if not (house.unread or self._more() or self.looked is None or abs(now - self.looked) >= LOOK_AGAIN):
            return
        house.unread, self.looked = False, now
        self.stalled.clear()
        busy, channels = set(self.flights), list(self._open())
        if await house.store.read(lambda db: bundles.wants_arranging(db, now)):
            await house.store.write(lambda db: bundles.arrange(db, now))
        found = await house.store.read(lambda db: outbox.due(db, now, HANDFUL, only=channels))
        self.cut_off = len(found) == HANDFUL
        house.put_off = {number: until for number, until in house.put_off.items() if until > now}
        # What landed meanwhile is no longer as it was read.
        self.waiting = [
            row for row in found if row.id not in busy | set(house.put_off) and place_of(row) not in self.stalled
        ]

    def _open(self) -> Iterator[str]:
        """The channels that are set up, allowed and not silent."""
        house = self.house
        for name, channel in house.channels.items():
            if not (house.fatal and channel.name == "telegram") and not house.limiter.is_open(name):
                yield name

    def _more(self) -> bool:
        return self.house.unread or (self.cut_off and not self.waiting)

    def _ready(self) -> list[Delivery]:
        """What could go now as far as what is under way allows; within a chat one at a time, in order."""
        if self.house.closing or self.house.trouble:
            return []
        busy = {place for place, _ in self.flights.values()}
        used: dict[str, int] = {}
        for channel, _ in busy:
            used[channel] = used.get(channel, 0) + 1
        channels = {name for name in self._open() if used.get(name, 0) < SIDE_BY_SIDE}
        return [row for row in self.waiting if row.destination.channel in channels and place_of(row) not in busy]

    def _worth(self, wake: datetime | None) -> bool:
        return wake is not None and wake - self.house.now() <= PATIENCE

    async def _rest(self, wake: datetime | None) -> None:
        again = self.house.now() + LOOK_AGAIN
        await rest(self.house, (min(wake or again, again) - self.house.now()).total_seconds())

    def _begin(self, delivery: Delivery) -> None:
        self.waiting = [row for row in self.waiting if row.id != delivery.id]
        self.house.sending.add(delivery.id)
        self.flights[delivery.id] = (place_of(delivery), asyncio.ensure_future(self._fly(delivery)))

    async def _fly(self, delivery: Delivery) -> None:
        outcome = Outcome.NOT_SENT
        try:
            outcome = await deliver(delivery, self.house)
        except Unwritable as error:
            self.house.falter(error)
        except Exception:
            self.house.put_off[delivery.id] = self.house.now() + MISTAKE
            log.exception("deliver", delivery=delivery.id, outcome="error")
        finally:
            self._landed(delivery, outcome)

    def _landed(self, delivery: Delivery, outcome: Outcome) -> None:
        house, place = self.house, place_of(delivery)
        self.flights.pop(delivery.id, None)
        house.sending.discard(delivery.id)
        if outcome is Outcome.SENT:
            self.arrived += 1
        else:
            # The row, or its whole chat, has to wait: the order within the chat is for the outbox to say.
            self.stalled.add(place)
            self.waiting = [row for row in self.waiting if place_of(row) != place]
            house.unread |= outcome in {Outcome.OURS, Outcome.MOVED}
        house.stir.set()

    async def _land(self) -> None:
        if self.flights:
            await asyncio.wait([task for _, task in self.flights.values()])


def place_of(delivery: Delivery) -> Place:
    """The chat or mailbox that a row goes to."""
    return delivery.destination.channel, delivery.destination.address


async def deliver(delivery: Delivery, house: House) -> Outcome:
    """Sends one row, whose turn it is, and settles it by the answer."""
    now, channel = house.now(), house.channels[delivery.destination.channel]
    message = await house.store.read(lambda db: letter(db, delivery, house, now))
    if message is None:
        await house.store.write(lambda db: outbox.drop(db, delivery.id, "nothing to say", now))
        return Outcome.OURS
    sealed, kept = seal(message, delivery.destination.address, now)
    rendered = channel.render(sealed, plain=delivery.plain)

    def begin(db: Database) -> Delivery:
        seals.keep_seals(db, kept)
        amendments.note_shown(db, delivery.id, message.outlets)
        return outbox.begun(db, delivery.id, now)

    try:
        begun = await house.store.write(begin)
    except IllegalTransition as changed:
        # Dropped, because its chat was closed, say, since the outbox was looked at.
        log.info("deliver", delivery=delivery.id, outcome="not begun", reason=str(changed))
        return Outcome.NOT_SENT
    # The chat may have moved since the outbox was looked at.
    answer = await channel.send(begun.destination, rendered)
    return await _settle(begun, answer, house)


def letter(db: Database, delivery: Delivery, house: House, now: datetime) -> Message | None:
    """What a row says; in mail, with the way out of it."""
    place, links = delivery.destination, house.links
    if delivery.kind == destinations.CONSENT:
        if place.confirmed:
            return None  # answered meanwhile, by an earlier mail
        link = links.confirm(place, delivery.created + CONFIRM_LIVES)
        code = links.code(place, delivery.created) if mail.has_chat(db, place.subscriber) else ""
        return compose_consent(delivery, link, code, CONFIRM_LIVES.days) if link or code else None
    mailing = links.mailing(delivery)
    message = letters.letter(db, house.desk, delivery, now, mailing=mailing, press=house.press, sources=house.sources)
    if message is None or place.channel != "email":
        return message
    return message if message.mailing else replace(message, mailing=mailing)


async def _settle(delivery: Delivery, answer: Answer, house: House) -> Outcome:
    now = house.now()
    settled = settle(
        answer,
        delivery.attempts,
        now,
        doubts=delivery.doubts,
        plain=delivery.plain,
        refusals=delivery.destination.refusals,
        jitter=timedelta(seconds=house.roll()),
    )
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
    await _write_settlement(delivery, settled, now, house)
    return settled.outcome


async def _write_settlement(delivery: Delivery, settled: Settlement, now: datetime, house: House) -> None:
    def step(db: Database) -> None:
        outbox.settle(db, delivery.id, settled, now)
        if settled.outcome is not Outcome.SENT:
            # Bans and an open breaker outlast a restart.
            heartbeat.set_note(db, LIMITS, house.limiter.dump(), now)

    try:
        await house.store.write(step)
    except Unwritable as error:
        # What was heard is kept here; if the process dies first, the row is in doubt at the next start.
        house.unsettled.append((delivery.id, settled, now))
        house.falter(error)
