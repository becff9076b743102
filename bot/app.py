"""The composition root: builds the house, keeps its clock, starts and stops everything."""

import asyncio
import random
import signal
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, TextIO

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot import logs
from bot.archive import open_store
from bot.chores import CHORES
from bot.config import Settings, load_classifier, load_occasions
from bot.courier import LIMITS
from bot.delivery.channels import Channel
from bot.delivery.channels.console import ConsoleChannel
from bot.delivery.limiter import Limiter
from bot.desk.reading import Desk
from bot.desk.rules import RuleIndex
from bot.desk.schedule import longest
from bot.house import House, own_links, settle, share_heap
from bot.intake.door import Door
from bot.intake.parsing import Parsers
from bot.model import Source
from bot.outgoing import deliver_on, probe_due
from bot.pipeline import poll_due
from bot.press import Press
from bot.reloading import reload
from bot.vigil import mend, warnings
from bot.web import mail
from bot.web import serve as serve_web
from bot.web.health import Figures, Pulse, routes
from storage import figures, heartbeat, outbox

if TYPE_CHECKING:
    from bot.delivery.channels.telegram import TelegramChannel

log = structlog.get_logger()

#: How long messages under way may take to end after a stop signal; the promise is 10 s for all.
GRACE = timedelta(seconds=5)


class TokenRefused(RuntimeError):  # noqa: N818 - a state of the world, not a mistake
    """Telegram does not know this token; a start ends here."""


def now() -> datetime:
    """The clock of the house, UTC."""
    return datetime.now(UTC)


@asynccontextmanager
async def open_intake(settings: Settings) -> AsyncIterator[tuple[Door, Parsers]]:
    """The rooms that read the outside world."""
    door = Door(clock=time.monotonic, contact=settings.contact, allow_origins=settings.allow_origins)
    async with door, Parsers() as parsers:
        yield door, parsers


@asynccontextmanager
async def telegram_channel(settings: Settings) -> AsyncIterator["TelegramChannel | None"]:
    """Telegram over our own request; None without a token. Telegram is not asked anything yet."""
    if not settings.telegram_token:
        yield None
        return
    # Importing telegram takes most of a second of CPU: commands that do not send never pay it.
    from telegram import Bot  # noqa: PLC0415

    from bot.delivery.channels.telegram import TelegramChannel  # noqa: PLC0415
    from bot.delivery.telegram_request import AiohttpRequest  # noqa: PLC0415

    calls, polling = AiohttpRequest(), AiohttpRequest(connections=1)
    bot = Bot(
        settings.telegram_token,
        base_url=f"{settings.telegram_api}/bot",
        base_file_url=f"{settings.telegram_api}/file/bot",
        request=calls,
        get_updates_request=polling,
    )
    await calls.initialize()
    await polling.initialize()
    try:
        yield TelegramChannel(bot)
    finally:
        await calls.shutdown()
        await polling.shutdown()


def mail_channel(settings: Settings) -> Channel | None:
    """Mail through the operator's server; None without one."""
    if not settings.smtp_url:
        return None
    from bot.delivery.channels.email import EmailChannel  # noqa: PLC0415

    return EmailChannel(settings.smtp_url, settings.mail_from, dkim=settings.dkim)


@asynccontextmanager
async def open_channels(settings: Settings, out: TextIO, *, dry_run: bool) -> AsyncIterator[dict[str, Channel]]:
    """Every channel that the settings call for; in a dry run the console speaks for all of them."""
    console = ConsoleChannel(out)
    if dry_run:
        yield dict.fromkeys(("console", "telegram", "email"), console)
        return
    channels: dict[str, Channel] = {"console": console}
    mail = mail_channel(settings)
    if mail:
        channels["email"] = mail
    async with telegram_channel(settings) as telegram:
        # Without a token the operator still sees what would have been sent.
        channels["telegram"] = telegram or console
        yield channels


@asynccontextmanager
async def open_house(
    settings: Settings,
    enabled: Sequence[Source],
    *,
    channels: Mapping[str, Channel] | None = None,
    alone: bool = False,
    dry_run: bool = False,
    out: TextIO = sys.stdout,
) -> AsyncIterator[House]:
    """Builds every room and closes them in the opposite order.

    Args:
        settings: of the operator.
        enabled: the sources to poll.
        channels: instead of those that the settings call for.
        alone: take the instance lock; raises storage.InstanceRunning when another process holds it.
        dry_run: print what would be sent.
        out: where the console channel prints.
    """
    share_heap()
    async with AsyncExitStack() as stack:
        store = open_store(settings.db, now(), alone=alone)
        stack.push_async_callback(store.close)
        classifier = load_classifier()
        door, parsers = await stack.enter_async_context(open_intake(settings))
        door.meet(tuple(enabled))
        if channels is None:
            channels = await stack.enter_async_context(open_channels(settings, out, dry_run=dry_run))
        house = House(
            store=store,
            door=door,
            parsers=parsers,
            desk=Desk(classifier, RuleIndex.build((), classifier.vocabulary)),
            channels=channels,
            sources={source.id: source for source in enabled},
            limiter=Limiter(state=await store.read(lambda db: heartbeat.note(db, LIMITS))),
            hold=settings.hold,
            now=now,
            roll=random.random,
            tz=settings.tz,
            press=Press(load_occasions()),
            admins=tuple(str(number) for number in settings.admins),
            links=await store.write(lambda db: own_links(db, settings.public_url, now())),
            operator_mail=settings.mail_from,
        )
        await house.refresh_rules()
        yield house


async def serve(
    settings: Settings, enabled: Sequence[Source], *, dry_run: bool = False, hung_up: Callable[[], bool] = bool
) -> None:
    """Polls, alerts, chats and answers on the web until SIGTERM or SIGINT.

    `hung_up` says whether a reload was asked for while the house was being built.

    Raises:
        TokenRefused: Telegram refuses the token.
        storage.InstanceRunning: another process serves this database.
    """
    logs.configure(settings.log, settings.secrets)
    async with open_house(settings, enabled, alone=True, dry_run=dry_run) as house:
        service = Service(house, settings)
        await service.greet()
        settle()
        await service.run(hung_up)


@dataclass(slots=True)
class Service:
    """The house at work: ticks, chat and web, until it is told to stop."""

    house: House
    settings: Settings
    started: datetime = field(default_factory=now)
    stopping: asyncio.Event = field(default_factory=asyncio.Event)
    tasks: set[asyncio.Task[None]] = field(default_factory=set)

    async def greet(self) -> None:
        """Says where alerts go, and stops a start whose token is refused."""
        if not self.settings.telegram_token:
            log.info("start", telegram="no token: alerts are printed here", sources=len(self.house.sources))
            return
        answer = await self.house.channels["telegram"].probe()
        if answer.status in {401, 404}:
            raise TokenRefused("Telegram refuses CHIPWIRE_TELEGRAM_TOKEN; get a valid one from @BotFather")
        state = "the token is accepted" if answer.ok else f"not reached yet: {answer.text}"
        log.info("start", telegram=state, sources=len(self.house.sources))

    async def run(self, hung_up: Callable[[], bool]) -> None:
        """Works until told to stop; then only what is being said is said to its end."""
        self._heed_signals(hung_up)
        doubts = await self.house.store.write(lambda db: outbox.recover(db, now()))
        if doubts:
            log.warning("recover", unknown=doubts, reason="the last run ended while these were being sent")
        scheduler = self._scheduler()
        async with AsyncExitStack() as stack:
            pages = (*routes(self.pulse, self.figures, now), *mail.routes(self.house))
            await stack.enter_async_context(serve_web(self.settings.web, pages))
            saying = {self._spawn(self._converse()), self._spawn(deliver_on(self.house))}
            scheduler.start()
            await self.stopping.wait()
            log.info("stop")
            scheduler.shutdown(wait=False)
            self.house.closing = True
            self.house.announce()
            await self._end_tasks(saying)

    def _heed_signals(self, hung_up: Callable[[], bool]) -> None:
        loop = asyncio.get_running_loop()
        for name in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(name, self.stopping.set)
        loop.add_signal_handler(signal.SIGHUP, lambda: self._spawn(reload(self.house, self.settings)))
        if hung_up():
            self._spawn(reload(self.house, self.settings))

    async def pulse(self) -> Pulse:
        """When a poll last ended."""
        last = await self.house.store.read(heartbeat.last_heartbeat)
        every = min((longest(source) for source in self.house.sources.values()), default=timedelta(hours=1))
        return Pulse(self.started, last, every, warnings(self.house))

    async def figures(self) -> Figures:
        """What /metrics shows."""
        return await self.house.store.read(lambda db: figures.gauges(db, now()))

    async def _converse(self) -> None:
        channel = self.house.channels["telegram"]
        if channel.name != "telegram":
            return
        from bot.chat.access import Access  # noqa: PLC0415 - telegram takes most of a second to import
        from bot.chat.conversation import converse  # noqa: PLC0415 - the same

        access = Access(self.settings.access, self.settings.admins)
        async with converse(channel.bot, self.house, access):  # type: ignore[attr-defined]
            await self.stopping.wait()

    def _scheduler(self) -> AsyncIOScheduler:
        # The defaults drop a tick that is a second late; ours may be late, and never run twice at once.
        late = {"coalesce": True, "max_instances": 1, "misfire_grace_time": 300}
        ticks = AsyncIOScheduler(job_defaults=late, timezone=UTC)
        for work, seconds in ((self.round, 1), *CHORES):
            ticks.add_job(self._start, "interval", seconds=seconds, args=[work], next_run_time=now())
        return ticks

    async def round(self, house: House) -> None:
        """One tick: visits begin beside those under way; what is silent or broken is tried again."""
        self._spawn(poll_due(house))
        await mend(house)
        await probe_due(house)

    async def _start(self, work: Callable[[House], Awaitable[Any]]) -> None:
        """Begins one round of work beside those under way: a slow outlet must not hold up the next tick."""
        self._spawn(work(self.house))

    def _spawn(self, work: Awaitable[Any]) -> asyncio.Task[None]:
        task = asyncio.ensure_future(_supervised(work))
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)
        return task

    async def _end_tasks(self, saying: Collection[asyncio.Task[None]]) -> None:
        """Visits and rounds are given up at once, they are due again at the next start; messages may end."""
        for task in self.tasks - {*saying}:
            task.cancel()
        _, late = await asyncio.wait(saying, timeout=GRACE.total_seconds())
        for task in late:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)


async def _supervised(work: Awaitable[Any]) -> None:
    try:
        await work
    except Exception:
        log.exception("tick")
