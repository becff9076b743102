"""The composition root: builds the house, keeps its clock, starts and stops everything."""

import asyncio
import random
import signal
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, TextIO

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot import voice
from bot.config import Settings, load_desk_data
from bot.delivery.limiter import Limiter
from bot.desk.reading import Desk
from bot.desk.rules import RuleIndex
from bot.desk.topics import Classifier
from bot.intake.door import Door
from bot.intake.parsing import Parsers
from bot.model import Source
from bot.pipeline import Channel, House, deliver_due, digest_due, poll_due, refresh_rules
from bot.web import serve_web
from bot.web.health import Pulse
from storage import Store, outbox, sources

log = structlog.get_logger()

TICK = timedelta(seconds=1)
#: How long visits and sends under way may take to end after a stop signal; the promise is 10 s for all.
GRACE = timedelta(seconds=7)


def now() -> datetime:
    """The clock of the house, UTC."""
    return datetime.now(UTC)


@asynccontextmanager
async def open_house(
    settings: Settings,
    enabled: Sequence[Source],
    *,
    channels: Mapping[str, Channel] | None = None,
    alone: bool = False,
    out: TextIO = sys.stdout,
) -> AsyncIterator[House]:
    """Builds every room and closes them in the opposite order.

    Args:
        settings: of the operator.
        enabled: the sources to poll.
        channels: instead of those that the settings call for.
        alone: take the instance lock; raises storage.InstanceRunning when another process holds it.
        out: where the console channel prints.
    """
    async with AsyncExitStack() as stack:
        store = Store.open(settings.db, now(), exclusive=alone)
        stack.push_async_callback(store.close)
        classifier = Classifier.from_data(*load_desk_data())
        door = await stack.enter_async_context(
            Door(contact=settings.contact, allow_origins=settings.allow_origins, clock=time.monotonic)
        )
        parsers = await stack.enter_async_context(Parsers())
        house = House(
            store=store,
            door=door,
            parsers=parsers,
            desk=Desk(classifier, RuleIndex.build((), classifier.vocabulary)),
            channels=channels if channels is not None else await voice.channels(settings, stack, out),
            sources={source.id: source for source in enabled},
            limiter=Limiter(),
            hold=settings.hold,
            now=now,
            roll=random.random,
        )
        await refresh_rules(house)
        yield house


@dataclass(slots=True)
class Service:
    """The house at work: ticks, chat and web, until it is told to stop."""

    house: House
    settings: Settings
    stopping: asyncio.Event = field(default_factory=asyncio.Event)
    started: datetime = field(default_factory=now)
    tasks: set[asyncio.Task[Any]] = field(default_factory=set)

    async def run(self) -> None:
        """Works until SIGTERM or SIGINT, then ends what is under way and returns."""
        loop = asyncio.get_running_loop()
        for name in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(name, self.stopping.set)
        await self.house.store.write(lambda db: outbox.recover(db, now()))
        scheduler = self._scheduler()
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(serve_web(self.settings.web, self.pulse, now))
            await stack.enter_async_context(voice.conversation(self.settings, self.house))
            scheduler.start()
            await self.stopping.wait()
            scheduler.shutdown(wait=False)
            await self._end_tasks()

    async def pulse(self) -> Pulse:
        """When a poll last ended."""
        last = await self.house.store.read(sources.last_poll)
        every = min((source.every for source in self.house.sources.values()), default=timedelta(hours=1))
        return Pulse(self.started, last, every)

    def _scheduler(self) -> AsyncIOScheduler:
        # The defaults drop a tick that is a second late; ours may be late, and never run twice at once.
        ticks = AsyncIOScheduler(
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": 300}, timezone=UTC
        )
        for work, every in ((poll_due, TICK), (deliver_due, TICK), (digest_due, timedelta(minutes=1))):
            ticks.add_job(self._start, "interval", seconds=every.total_seconds(), args=[work])
        return ticks

    async def _start(self, work: Callable[[House], Awaitable[Any]]) -> None:
        """Begins one round of work beside those under way: a slow outlet must not hold up the next tick."""
        task = asyncio.ensure_future(self._supervised(work))
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def _supervised(self, work: Callable[[House], Awaitable[Any]]) -> None:
        try:
            await work(self.house)
        except Exception:
            log.exception("tick", work=work.__name__)

    async def _end_tasks(self) -> None:
        if not self.tasks:
            return
        _, late = await asyncio.wait(self.tasks, timeout=GRACE.total_seconds())
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)


def run_async(work: Coroutine[Any, Any, int]) -> int:
    """Runs the one event loop of the process."""
    return asyncio.run(work)
