"""The house as the walk sees it: the rooms it is handed, and what is under way."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from bot.delivery.channels import Channel
from bot.delivery.limiter import Limiter
from bot.desk.reading import Desk
from bot.desk.rules import RuleIndex
from bot.desk.text.fold import fold
from bot.model import Fetched, Parsed, Settlement, Source, Validators
from storage import Store, people


class Door(Protocol):
    """The one way out to the outlets; never raises for the network."""

    async def get(self, source: Source, validators: Validators, *, now: datetime) -> Fetched:
        """Visits the source once."""


class Parsers(Protocol):
    """Reads documents in a child process with limits; never raises for a document."""

    async def parse(self, fetched: Fetched, source: Source, now: datetime) -> Parsed:
        """Reads one document."""


def open_store(path: Path, now: datetime, *, alone: bool = False) -> Store:
    """The archive, its index folding as the desk folds.

    Args:
        path: of the database.
        now: UTC.
        alone: hold the instance lock; raises storage.InstanceRunning when another process holds it.
    """
    return Store.open(path, now=now, exclusive=alone, fold=lambda text: fold(text).text)


@dataclass(slots=True)
class House:
    """Every room, built by the composition root, and the work under way."""

    store: Store
    door: Door
    parsers: Parsers
    desk: Desk  # replaced when rules change
    channels: Mapping[str, Channel]
    sources: Mapping[str, Source]  # enabled ones, by id
    limiter: Limiter
    hold: timedelta
    now: Callable[[], datetime]  # UTC
    roll: Callable[[], float]  # 0 ≤ roll < 1
    tz: str  # the operator's zone, a newcomer's default
    polling: set[str] = field(default_factory=set)  # ids of visits under way
    sending: set[int] = field(default_factory=set)  # ids of outbox rows on their way
    fatal: str = ""  # why sending to Telegram has stopped for good, in words
    admins: tuple[str, ...] = ()  # chat ids of operators
    operator_mail: str = ""  # where an operator is written to when there is no other way
    mailed: bool = False  # whether that was done
    unbacked: str = ""  # why there is no fresh backup, in words
    mending: bool = False  # whether it is being tried whether the cellar works again
    trouble: str = ""  # why nothing can be written down, in words; "" while the cellar works
    pause: Callable[[float], Awaitable[object]] = asyncio.sleep  # seconds
    unread: bool = True  # whether rows may have become due since the outbox was last looked at
    stir: asyncio.Event = field(default_factory=asyncio.Event)  # wakes the sender before its time
    delivering: asyncio.Lock = field(default_factory=asyncio.Lock)  # one sender at a time
    closing: bool = False  # nothing more is begun
    unsettled: list[tuple[int, Settlement, datetime]] = field(default_factory=list)  # heard, not yet written down

    def announce(self) -> None:
        """Rows may have become due: whoever sends looks at once."""
        self.unread = True
        self.stir.set()

    def falter(self, error: Exception) -> None:
        """Nothing can be written down for now: nothing new is begun until it can."""
        self.trouble = str(error)

    async def refresh_rules(self) -> None:
        """Takes the rules as they now stand in the database into the desk."""
        rules = await self.store.read(people.active_rules)
        classifier = self.desk.classifier
        self.desk = Desk(classifier, RuleIndex.build(rules, classifier.vocabulary))
