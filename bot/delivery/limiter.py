"""Telegram's limits as due times: per chat, per group, altogether; fair, the urgent first."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from typing import Any

from bot.delivery.breaker import Breaker
from bot.model import Delivery, DeliveryState, Destination, Outcome, Settlement

_URGENCY = {"alert": 0, "thread": 0, "notice": 1}
_LAST = 2  # anything else, a digest or a broadcast
_DOUBT = 30.0  # seconds an unknown row has waited when it is due
_FORGET_EVERY = 1_000  # turns
_GRAIN = 0.001  # seconds


@dataclass(frozen=True, slots=True)
class Limits:
    """What may be sent; times in seconds. The published 30 a second minus head-room for uneven arrival."""

    chat_interval: float = 1.0
    chat_burst: int = 3
    group_count: int = 20
    group_window: float = 61.0  # the published minute and a second for the way
    total_interval: float = 0.04
    total_burst: int = 3
    storm: float = 2.0  # two chats told to wait within it: all wait


@dataclass(slots=True)
class Turn:
    """One chat's place in time, in epoch seconds."""

    full: float = 0.0  # when its burst is whole again
    held: float = 0.0  # until when it was told to wait
    sent: list[float] = field(default_factory=list)  # the latest sends, of a group only


class Limiter:
    """Says when a destination may next be sent to; knows no clock, sleeps never.

    `state` is an earlier `dump()`: bans and an open breaker survive a restart.
    """

    def __init__(self, limits: Limits = Limits(), state: str = "") -> None:
        self._limits = limits
        self._turns: dict[str, Turn] = {}
        self._breakers: dict[str, Breaker] = {}
        self._total = 0.0  # when the burst of all chats together is whole again
        self._all_held = 0.0
        self._last_ban = ("", 0.0)  # chat and moment
        self._latest = 0.0  # the newest moment seen
        self._taken = 0
        if state:
            self._load(json.loads(state))

    def allowed(self, destination: Destination, now: datetime) -> datetime:
        """The first moment, now or later, at which the destination may be sent to."""
        return now + self._wait(destination, self._follow(now))

    def wait(self, destination: Destination, now: datetime, *, urgent: bool = True) -> timedelta:
        """How long the destination has to wait; zero means that its turn has come and is used.

        What is not urgent leaves the burst of all chats together to what is.
        """
        moment = self._follow(now)
        wait = self._wait(destination, moment, urgent=urgent)
        if not wait:
            self._breaker(destination.channel).book(moment)
            if destination.channel == "telegram":
                self._use(destination, moment)
        return wait

    def take(self, destination: Destination, now: datetime, *, urgent: bool = True) -> bool:
        """Use the destination's turn if it has come."""
        return not self.wait(destination, now, urgent=urgent)

    def pick(self, waiting: Iterable[Delivery], now: datetime) -> tuple[Delivery | None, datetime | None]:
        """The delivery to send now, its turn used; or none, and when to ask again.

        Within one chat the oldest goes first. Between chats the urgent kinds go first, then the chat that was
        served longest ago. A row whose answer was lost waits until the other side was heard again.
        """
        heads: dict[tuple[str, str], Delivery] = {}
        for delivery in sorted(waiting, key=_rank):
            if self.may_resend(delivery):
                heads.setdefault((delivery.destination.channel, delivery.destination.address), delivery)
        if not heads:
            return None, None
        waits = []
        for delivery in sorted(heads.values(), key=self._fairness):
            if not (wait := self.wait(delivery.destination, now, urgent=_urgency(delivery) < _LAST)):
                return delivery, None
            waits.append(wait)
        return None, now + min(waits)

    def may_resend(self, delivery: Delivery) -> bool:
        """Whether a doubtful row may go again: only after something was heard from there since the doubt."""
        if delivery.state is not DeliveryState.UNKNOWN:
            return True
        return self._breaker(delivery.destination.channel).answered > delivery.due.timestamp() - _DOUBT

    def heard(self, destination: Destination, settlement: Settlement, now: datetime) -> None:
        """Take note of an answer: a ban holds its chat, two within two seconds hold all; silence opens the breaker."""
        moment = self._follow(now)
        self._breaker(destination.channel).heard(settlement.outcome, moment)
        if destination.channel != "telegram" or settlement.outcome is not Outcome.WAIT or settlement.due is None:
            return
        until = settlement.due.timestamp()
        turn = self._turns.setdefault(destination.address, Turn())
        turn.held = max(turn.held, until)
        chat, when = self._last_ban
        if chat and chat != destination.address and moment - when <= self._limits.storm:
            self._all_held = max(self._all_held, until)
        self._last_ban = (destination.address, moment)

    def wants_probe(self, channel: str, now: datetime, *, doubtful: bool = False) -> bool:
        """Whether to ask the other side for a sign of life now, a turn of the breaker used.

        True while the breaker is open and its time has come, or, with `doubtful`, when rows wait for a sign.
        """
        moment, breaker = self._follow(now), self._breaker(channel)
        if not breaker.may_probe(moment) or not (breaker.is_open or doubtful):
            return False
        breaker.book(moment)
        breaker.asked = moment
        return True

    def probed(self, channel: str, settlement: Settlement, now: datetime) -> None:
        """Take note of a probe's answer."""
        self._breaker(channel).heard(settlement.outcome, self._follow(now))

    def is_open(self, channel: str) -> bool:
        """Whether sending there is stopped because nothing gets through."""
        return self._breaker(channel).is_open

    def dump(self) -> str:
        """All of the state as JSON."""
        return json.dumps(
            {
                "turns": {chat: asdict(turn) for chat, turn in self._turns.items()},
                "breakers": {channel: asdict(breaker) for channel, breaker in self._breakers.items()},
                "total": self._total,
                "all_held": self._all_held,
                "last_ban": self._last_ban,
                "latest": self._latest,
            }
        )

    def _load(self, state: dict[str, Any]) -> None:
        self._turns = {chat: Turn(**turn) for chat, turn in state["turns"].items()}
        self._breakers = {channel: Breaker(**breaker) for channel, breaker in state["breakers"].items()}
        self._total, self._all_held = state["total"], state["all_held"]
        self._last_ban = (state["last_ban"][0], state["last_ban"][1])
        self._latest = state["latest"]

    def _breaker(self, channel: str) -> Breaker:
        return self._breakers.setdefault(channel, Breaker())

    def _fairness(self, delivery: Delivery) -> tuple[int, float, datetime, int]:
        turn = self._turns.get(delivery.destination.address)
        return _urgency(delivery), turn.full if turn else 0.0, delivery.created, delivery.id

    def _wait(self, destination: Destination, moment: float, *, urgent: bool = True) -> timedelta:
        """Less than a grain is nothing: a wait that a datetime cannot hold would look like a turn."""
        at = self._allowed(destination, moment)
        if not urgent and destination.channel == "telegram":
            at = max(at, self._total)
        return timedelta(seconds=at - moment) if at - moment >= _GRAIN else timedelta()

    def _allowed(self, destination: Destination, moment: float) -> float:
        at = self._breaker(destination.channel).passes(moment)
        if destination.channel != "telegram":
            return at
        limits = self._limits
        at = max(at, self._all_held, self._total - (limits.total_burst - 1) * limits.total_interval)
        turn = self._turns.get(destination.address)
        if turn is None:
            return at
        at = max(at, turn.held, turn.full - (limits.chat_burst - 1) * limits.chat_interval)
        if _is_group(destination) and len(turn.sent) >= limits.group_count:
            at = max(at, turn.sent[-limits.group_count] + limits.group_window)
        return at

    def _use(self, destination: Destination, moment: float) -> None:
        limits, turn = self._limits, self._turns.setdefault(destination.address, Turn())
        self._total = max(self._total, moment) + limits.total_interval
        turn.full = max(turn.full, moment) + limits.chat_interval
        if _is_group(destination):
            turn.sent = [*turn.sent[1 - limits.group_count :], moment]
        self._taken += 1
        if self._taken % _FORGET_EVERY == 0:
            self._forget(moment)

    def _forget(self, moment: float) -> None:
        """Chats whose past no longer limits anything."""
        horizon = moment - self._limits.group_window
        self._turns = {chat: turn for chat, turn in self._turns.items() if max(turn.full, turn.held) > horizon}

    def _follow(self, now: datetime) -> float:
        """The moment in seconds. A clock that was set back takes all waits back with it."""
        moment = now.timestamp()
        back = self._latest - moment
        self._latest = moment
        if back > 1.0:
            self._shift(-back)
        return moment

    def _shift(self, seconds: float) -> None:
        self._total += seconds
        self._all_held += seconds
        self._last_ban = (self._last_ban[0], self._last_ban[1] + seconds)
        for turn in self._turns.values():
            turn.full, turn.held = turn.full + seconds, turn.held + seconds
            turn.sent = [sent + seconds for sent in turn.sent]
        for breaker in self._breakers.values():
            if breaker.is_open:
                breaker.probe_at += seconds
            breaker.answered += seconds


def _is_group(destination: Destination) -> bool:
    return destination.group or destination.address.startswith("-")


def _urgency(delivery: Delivery) -> int:
    return _URGENCY.get(delivery.kind, _LAST)


def _rank(delivery: Delivery) -> tuple[int, datetime, int]:
    return _urgency(delivery), delivery.created, delivery.id
