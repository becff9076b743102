"""A sender in miniature: the delivery rooms as the walk uses them, on the real wire, in time of its own.

Rows live in memory and no time passes but by waiting, so that minutes of bans and outages take seconds to test.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from bot.delivery.channels.telegram import TelegramChannel
from bot.delivery.limiter import Limiter
from bot.delivery.outcomes import settle
from bot.model import Delivery, DeliveryState, Destination, Message, Settlement
from tests.faults.bot_api import BotApi

START = datetime(2022, 7, 25, 3, 0, tzinfo=UTC)
OPEN = frozenset({DeliveryState.NEW, DeliveryState.WAIT, DeliveryState.UNKNOWN})
LONGEST_NAP = timedelta(seconds=1)


@dataclass
class Miniature:
    """One sender and its rows."""

    api: BotApi
    channel: TelegramChannel
    limiter: Limiter = field(default_factory=Limiter)
    now: datetime = START
    rows: dict[int, Delivery] = field(default_factory=dict)
    lost_answers: int = 0
    tick: Callable[[], object] | None = None  # called whenever time has passed

    @property
    def seconds(self) -> float:
        """Since the start; the double's clock."""
        return (self.now - START).total_seconds()

    def add(self, chats: list[int], *, kind: str = "alert", due: datetime | None = None) -> None:
        """One row for each chat named, as often as it is named."""
        for number in chats:
            row = len(self.rows) + 1
            place = Destination(id=abs(number), subscriber=1, channel="telegram", address=str(number), group=number < 0)
            at = due or self.now
            self.rows[row] = Delivery(
                id=row,
                destination=place,
                kind=kind,
                event=f"story:{row}",
                state=DeliveryState.NEW,
                due=at,
                attempts=0,
                created=at,
            )

    async def run(self, *, until: float = 86_400.0) -> float:
        """Send all there is to send; the second at which it ended."""
        while self.seconds < until and (waiting := [row for row in self.rows.values() if row.state in OPEN]):
            due = [row for row in waiting if row.due <= self.now]
            await self._probe(due)
            delivery, wake = self.limiter.pick(due, self.now)
            if delivery is None:
                later = [row.due for row in waiting if row.due > self.now]
                self._wait_until(min([*later, wake or self.now + LONGEST_NAP, self.now + LONGEST_NAP]))
                continue
            await self._send(delivery)
        return self.seconds

    def arrived(self, row: int) -> int:
        """How many copies of a row readers have."""
        return self._copies().get(f"alert {row}", 0)

    def copies(self) -> list[int]:
        """Of every row."""
        counted = self._copies()
        return [counted.get(f"alert {row}", 0) for row in self.rows]

    def _copies(self) -> dict[str, int]:
        counted: dict[str, int] = {}
        for message in self.api.accepted:
            counted[message.text] = counted.get(message.text, 0) + 1
        return counted

    async def _probe(self, due: list[Delivery]) -> None:
        doubtful = any(row.state is DeliveryState.UNKNOWN for row in due)
        if self.limiter.wants_probe("telegram", self.now, doubtful=doubtful):
            answer = await self.channel.probe()
            self.limiter.probed("telegram", settle(answer, 1, self.now), self.now)

    async def _send(self, delivery: Delivery) -> None:
        message = Message(text=f"alert {delivery.id}", key=delivery.key)
        answer = await self.channel.send(delivery.destination, self.channel.render(message, plain=delivery.plain))
        settled = settle(answer, delivery.attempts + 1, self.now, doubts=delivery.doubts, plain=delivery.plain)
        self.limiter.heard(delivery.destination, settled, self.now)
        self.rows[delivery.id] = _after(delivery, settled)
        self.lost_answers += answer.sent == "unknown"

    def _wait_until(self, moment: datetime) -> None:
        self.now = moment
        if self.tick is not None:
            self.tick()


def _after(delivery: Delivery, settled: Settlement) -> Delivery:
    """The row as the cellar would keep it."""
    doubtful = settled.state in {DeliveryState.UNKNOWN, DeliveryState.UNCONFIRMED}
    address = settled.moved_to or delivery.destination.address
    return replace(
        delivery,
        state=settled.state,
        due=settled.due or delivery.due,
        attempts=delivery.attempts + settled.counts,
        doubts=delivery.doubts + doubtful,
        plain=settled.plain,
        destination=replace(delivery.destination, address=address),
    )
