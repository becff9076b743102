"""A real store on a real file, and news to put there."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlite_utils import Database

from bot.model import (
    Alert,
    Article,
    Destination,
    Evidence,
    Hit,
    Judgement,
    Precision,
    Rule,
    RuleHit,
    Sighting,
    SourceState,
    Story,
    Subscriber,
    Validators,
    Verdict,
)
from storage import Store, people
from storage.destinations import add_destination

NOON = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)


@pytest.fixture
def now() -> datetime:
    return NOON


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "chipwire.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store.open(path, now=NOON) as opened:
        yield opened


@pytest.fixture
def reader(store: Store) -> Callable[..., Destination]:
    """Enters a subscriber with one chat."""

    def enter(address: str = "77", channel: str = "telegram", **fields: object) -> Destination:
        def step(db: Database) -> Destination:
            person = people.add_subscriber(db, Subscriber(0, name=address, since=NOON))
            return add_destination(db, replace(Destination(0, person.id, channel, address), **fields))

        return store.write_sync(step)

    return enter


@pytest.fixture
def watch(store: Store) -> Callable[..., Rule]:
    """Gives a chat a rule."""

    def enter(place: Destination, text: str = "chip", **fields: object) -> Rule:
        rule = replace(Rule(0, place.subscriber, text, place.id, created=NOON), **fields)
        return store.write_sync(lambda db: people.add_rule(db, rule))

    return enter


@pytest.fixture
def verdict() -> Callable[..., Verdict]:
    """A poll's verdict: these titles as new articles, each its own story, with an alert where there is a chat."""

    def decide(
        titles: Sequence[str], place: int = 0, *, first: int = 1, source: str = "yna-en", seen: datetime = NOON
    ) -> Verdict:
        articles = tuple(
            Article(
                id=first + at,
                source=source,
                url=f"https://news.example/{source}/{first + at}",
                title=title,
                lead=f"Lead of {title}",
                lang="en",
                published=seen,
                precision=Precision.SECOND,
                first_seen=seen,
                content_hash=f"hash-{title}",
                story=first + at,
                grade=2,
                score=0.75,
                topics=("china-korea-chips",),
                outlet="Yonhap",
                side="KR",
                kind="news-agency",
            )
            for at, title in enumerate(titles)
        )
        why = (RuleHit(1, (Hit("title", 0, 2, "chip"),)),)
        evidence = (Evidence("samsung", "삼성", "title", (0, 2), "kr-party", 1.5),)
        return Verdict(
            state=SourceState(source, Validators("etag", "modified", "hash"), next_due=seen, polls=1),
            articles=articles,
            judgements=tuple(Judgement(2, 0.75, ("kr", "chip"), one.topics, evidence) for one in articles),
            stories=tuple(Story(one.story, one.title, seen, seen) for one in articles),
            sightings=tuple(
                Sighting(one.id, source, f"g{one.id}", one.url, (f"guid:{source}:g{one.id}", f"url:{one.url}"), seen)
                for one in articles
            ),
            alerts=tuple(Alert(place, "alert", f"story:{one.story}", seen, why, one.id) for one in articles if place),
            items=len(articles),
        )

    return decide
