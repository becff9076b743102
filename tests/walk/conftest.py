"""A house with real rooms and a scripted outside: addresses answer what a test lays down."""

from collections.abc import AsyncIterator, Callable
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.archive import open_store
from bot.config import load_desk_data
from bot.delivery.limiter import Limiter
from bot.desk.reading import Desk
from bot.desk.rules import RuleIndex
from bot.desk.topics import Classifier
from bot.house import House
from bot.intake import child
from bot.model import (
    ArticlePage,
    Destination,
    Fetched,
    FetchOutcome,
    Parsed,
    Rule,
    Source,
    Subscriber,
    Validators,
)
from storage import destinations, people

NOON = datetime(2026, 11, 23, 3, tzinfo=UTC)  # in Seoul
WIRE = Source(
    "sample-wire",
    "Sample Wire",
    "KR",
    "news-agency",
    "en",
    "feed",
    "https://wire.example/rss",
    baseline="alert",
    jitter_pct=0,
)


def rss(*titles: str, at: datetime = NOON, host: str = "wire.example") -> str:
    """A small feed; an item's address is made of its title."""
    items = "".join(
        f"<item><title>{title}</title><link>https://{host}/{abs(hash(title))}</link>"
        f"<pubDate>{at:%a, %d %b %Y %H:%M:%S} +0000</pubDate></item>"
        for title in titles
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title>{items}</channel></rss>'


@dataclass
class Outside:
    """The door's double: what each address answers, and who asked for what."""

    answers: dict[str, str | Fetched] = field(default_factory=dict)
    asked: list[tuple[str, Validators]] = field(default_factory=list)
    waits: dict[str, float] = field(default_factory=dict)  # seconds, by source id
    met: tuple[Source, ...] = ()

    def wait(self, source: Source, *, ahead: int = 0) -> float:
        return self.waits.get(source.id, 0.0) * (1 if ahead == 0 else ahead)

    def meet(self, sources: tuple[Source, ...]) -> None:
        self.met = sources

    async def get(self, source: Source, validators: Validators, *, now: datetime) -> Fetched:
        self.asked.append((source.url, validators))
        answer = self.answers.get(source.url, failure(404, "status", "answered 404 Not Found"))
        if isinstance(answer, Fetched):
            return replace(answer, source=source.id, url=answer.url or source.url)
        body = answer.encode()
        return Fetched(
            source.id, FetchOutcome.FETCHED, source.url, 200, body, "text/html", Validators(etag=str(len(body)))
        )

    @property
    def addresses(self) -> list[str]:
        return [url for url, _ in self.asked]


def failure(status: int, cause: str, reason: str) -> Fetched:
    """A visit that failed."""
    return Fetched("", FetchOutcome.FAILED, "", status, cause=cause, reason=reason)


class InProcess:
    """The parsers without their child; its limits have tests of their own."""

    async def parse(self, fetched: Fetched, source: Source, now: datetime) -> Parsed:
        return child.read(fetched, source, now)

    async def read_article(self, fetched: Fetched, source: Source, now: datetime) -> ArticlePage:
        return child.read_page(fetched, source, now)


@dataclass
class Clock:
    """A clock that is set by hand."""

    at: datetime = NOON

    def __call__(self) -> datetime:
        return self.at

    def advance(self, **span: float) -> None:
        self.at += timedelta(**span)


@pytest.fixture(scope="session")
def classifier() -> Classifier:
    """The shipped topics."""
    return Classifier.from_data(*load_desk_data())


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def outside() -> Outside:
    return Outside()


@pytest.fixture
async def house(
    tmp_path: Path, classifier: Classifier, clock: Clock, outside: Outside, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[House]:
    """One outlet, one reader at the console who waits for chips."""
    monkeypatch.setattr(child, "_confined", lambda room: nullcontext())
    store = open_store(tmp_path / "chipwire.db", NOON)
    made = House(
        store=store,
        door=outside,
        parsers=InProcess(),
        desk=Desk(classifier, RuleIndex.build((), classifier.vocabulary)),
        channels={},
        sources={WIRE.id: WIRE},
        limiter=Limiter(),
        hold=timedelta(0),
        now=clock,
        roll=lambda: 0.5,
        tz="Asia/Seoul",
    )
    await enter(made, "chip")
    yield made
    await store.close()


async def enter(house: House, rule: str) -> None:
    """One reader with one rule, at the console."""

    def step(db) -> None:
        reader = people.add_subscriber(db, Subscriber(0, since=NOON))
        place = destinations.add_destination(db, Destination(0, reader.id, "console", "-"))
        people.add_rule(db, Rule(0, reader.id, rule, place.id, created=NOON))

    await house.store.write(step)
    await house.refresh_rules()


@pytest.fixture
def poll_again(house: House, clock: Clock) -> Callable:
    """Polls the wire as it is configured, time having passed."""
    from bot.pipeline import poll

    async def again(source: Source = WIRE, **span: float):
        clock.advance(**span)
        return await poll(source, house)

    return again
