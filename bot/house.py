"""The house as the walk sees it: the rooms it is handed, and what is under way."""

import asyncio
import ctypes
import gc
import secrets
from collections import deque
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from sqlite_utils import Database

from bot.delivery.channels import Channel
from bot.delivery.limiter import Limiter
from bot.delivery.links import Links
from bot.desk.health import Visit
from bot.desk.reading import Desk
from bot.desk.rhythm import Rhythm, rhythm
from bot.desk.stories.placing import Placing
from bot.model import ArticlePage, Fetched, Parsed, Settlement, Source, SourceState, Validators
from bot.press import Press
from storage import Store, figures, heartbeat, people, placements
from storage.aside import aside
from storage.quiet import Quiet


class Door(Protocol):
    """The one way out to the outlets; never raises for the network."""

    def meet(self, sources: tuple[Source, ...]) -> None:
        """Learns how long each host wants to be left alone."""

    def wait(self, source: Source, *, ahead: int = 0) -> float:
        """Seconds until a visit could have its turn at the source's host, so many others going first."""

    async def get(self, source: Source, validators: Validators, *, now: datetime) -> Fetched:
        """Visits the source once."""


class Parsers(Protocol):
    """Reads documents in a child process with limits; never raises for a document."""

    async def parse(self, fetched: Fetched, source: Source, now: datetime) -> Parsed:
        """Reads one document."""

    async def read_article(self, fetched: Fetched, source: Source, now: datetime) -> ArticlePage:
        """Reads an article's own page."""


def own_links(db: Database, base: str, now: datetime) -> Links:
    """Addresses of ours in mail; within a step: their key is made once, at random, and kept beside the readers."""
    return Links(bytes.fromhex(heartbeat.note_once(db, "links-key", secrets.token_hex(32), now)), base)


_ARENA_MAX = -8  # of glibc's mallopt


def share_heap() -> None:
    """Before threads begin: all take memory from one heap, where the C library can; of many, each keeps scraps."""
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        mallopt(_ARENA_MAX, 1)


#: Objects made before the youngest are gone through. Documents and answers are let go by counting alone, but one
#: document makes thousands of objects: Python's own 700 went through them for nothing (5 % of a poll's CPU).
_YOUNG = 20_000


def settle() -> None:
    """What is there after the start stays: the garbage collector need not go through it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG, 10, 10)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Much is read that stays and holds no cycles: the garbage collector would go through it a hundred times."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


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
    placing: Placing | None = None  # the open stories, for the writer's steps alone; None: to be read from the archive
    corrected: tuple[int, int] = (0, 0)  # what had been joined or split when they were read
    polling: set[str] = field(default_factory=set)  # ids of visits under way
    enriching: set[int] = field(default_factory=set)  # ids of articles whose pages are being read
    rhythms: Mapping[str, Rhythm] = field(default_factory=dict)  # the sources' habits, by id; renewed hourly
    line: deque[Visit] = field(default_factory=lambda: deque(maxlen=500))  # which hosts were reached, oldest first
    outage: str = ""  # why it is us who are offline, in words
    amending: bool = False  # whether sent messages are being brought up to date
    sending: set[int] = field(default_factory=set)  # ids of outbox rows on their way
    fatal: str = ""  # why sending to Telegram has stopped for good, in words
    rival: str = ""  # why nothing is heard from Telegram although it answers, in words
    admins: tuple[str, ...] = ()  # chat ids of operators
    press: Press = field(default_factory=Press)  # what the readers of a day's digest share
    links: Links = field(default_factory=Links)  # addresses of ours in mail
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
    put_off: dict[int, datetime] = field(default_factory=dict)  # rows that failed by a mistake of ours, until when
    unsettled: list[tuple[int, Settlement, datetime]] = field(default_factory=list)  # heard, not yet written down
    states: dict[str, SourceState] = field(default_factory=dict)  # as last written down; a copy that saves reading
    known: dict[str, Sequence[int]] = field(default_factory=dict)  # fingerprints of what each source last showed
    places: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(50))  # visits at a time; others wait
    desks: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(8))  # documents read at a time: memory
    quiet: Quiet = field(init=False)  # visits that brought nothing, on their way into the cellar

    def __post_init__(self) -> None:
        """What is made of the rooms it is handed."""
        self.quiet = Quiet(self.store)

    def announce(self) -> None:
        """Rows may have become due: whoever sends looks at once."""
        self.unread = True
        self.stir.set()

    def falter(self, error: Exception) -> None:
        """Nothing can be written down for now: nothing new is begun until it can."""
        self.trouble = str(error)

    async def refresh_rhythms(self) -> None:
        """Takes the sources' habits as the archive now tells them."""
        now = self.now()
        found = await self.store.read(lambda db: figures.habits(db, now))
        self.rhythms = {source: rhythm(told.hours, told.days, told.oldest) for source, told in found.items()}

    def open_stories(self, db: Database, next_article: int) -> Placing:
        """The stories of the last days as they stand in this transaction.

        Read from the archive at the start, after a person joined or split some, and after a step that placed
        articles was not committed.
        """
        corrected = placements.corrections(db)
        if self.placing is None or self.corrected != corrected or self.placing.newest >= next_article:
            self.placing = Placing(self.desk.classifier.gazetteer)
            with undisturbed():
                self.placing.replay(placements.window(db, self.now()))
            self.corrected = corrected
        return self.placing

    async def refresh_rules(self) -> None:
        """Takes the rules as they now stand in the database into the desk."""
        rules = await self.store.read(people.active_rules)
        classifier, held = self.desk.classifier, self.desk.rules
        self.desk = Desk(classifier, held.following(rules, classifier.vocabulary, aside(self.store.path)))
