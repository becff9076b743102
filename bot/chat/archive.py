"""Looking a rule up in the archive: what it would have brought, and its newest stories."""

import unicodedata
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from bot import letters
from bot.archive import PORTION, Inquiry
from bot.desk.rules import Page, Query
from bot.desk.trial import BROAD, Trial, bars
from bot.house import House
from bot.model import (
    Article,
    Delivery,
    DeliveryState,
    Destination,
    Message,
    Rule,
    RuleHit,
    Subscriber,
)
from storage import articles, people, volumes

MONTH = timedelta(days=30)
#: Articles that one search looks at.
MOST = 12_000


@dataclass(frozen=True, slots=True)
class Volume:
    """What a rule would have brought."""

    stories: int
    days: float  # that the archive covers, at most the days asked for
    daily: tuple[int, ...]  # stories by day, oldest first
    sides: Mapping[str, int]  # stories of which an outlet of that side told
    samples: tuple[Article, ...]  # newest first, one of each story
    last: datetime | None  # UTC, when the newest was first seen
    complete: bool  # whether the whole time was looked at

    @property
    def a_day(self) -> float:
        """Stories a day."""
        return self.stories / self.days

    @property
    def broad(self) -> bool:
        """Whether it is more than anybody reads."""
        return self.a_day > BROAD

    @property
    def sparkline(self) -> str:
        """The days as bars."""
        return bars(self.daily) if any(self.daily) else ""


async def measure(query: Query, house: House, now: datetime, *, days: int = 30, samples: int = 3) -> Volume:
    """Matches a rule against the archive's last days."""
    since = now - timedelta(days=days)
    trial = Trial(now, ZoneInfo(house.tz), days, samples_wanted=max(1, samples))
    trial.covered = await house.store.read(lambda db: volumes.days_covered(db, since, now))
    inquiry = Inquiry(query, house.desk.classifier)
    numbers = await house.store.read(lambda db: inquiry.candidates(db, since))
    async for article, _ in _meeting(inquiry, house, trial.chosen(numbers, graded=inquiry.graded)):
        trial.take(article)
    return Volume(
        stories=trial.total,
        days=max(1.0, min(float(days), trial.covered)),
        daily=trial.by_day,
        sides={("–" if side == "?" else side): count for side, count in trial.counted(trial.sides)},
        samples=tuple(trial.samples[:samples]),
        last=trial.samples[0].first_seen if trial.samples else None,
        complete=trial.every == 1,
    )


async def found(query: Query, house: House, since: datetime) -> AsyncIterator[tuple[Article, Page]]:
    """The articles that meet a rule, newest first, each as rules see it."""
    inquiry = Inquiry(query, house.desk.classifier)
    numbers = await house.store.read(lambda db: inquiry.candidates(db, since))
    async for one in _meeting(inquiry, house, numbers[:MOST]):
        yield one


async def _meeting(inquiry: Inquiry, house: House, numbers: Sequence[int]) -> AsyncIterator[tuple[Article, Page]]:
    for start in range(0, len(numbers), PORTION):
        for article in await house.store.read(partial(articles.of_ids, ids=numbers[start : start + PORTION])):
            if page := inquiry.meets(article):
                yield article, page


async def newest_alerts(
    reader: Subscriber, place: Destination, house: House, now: datetime, *, shown: int = 3
) -> tuple[Message, ...]:
    """The newest stories that the reader's rules match, in the layout of alerts, the oldest of them first.

    The archive is matched anew: what came before a rule was made counts too.
    """
    mine = await house.store.read(lambda db: people.rules_of(db, reader.id))
    rules = {rule.id: rule for rule in mine if not rule.paused}
    messages: list[Message] = []
    seen: set[int] = set()
    before, looked = 2**62, 0
    while rules and looked < MOST // 4 and len(messages) < shown:
        portion = await house.store.read(partial(volumes.newest, since=now - MONTH, limit=PORTION, before=before))
        for article in portion:
            hits = rule_hits(article, rules, house)
            if not hits or article.story in seen or len(messages) == shown:
                continue
            seen.add(article.story)
            delivery = as_delivery(article, hits, reader, place, now)
            message = await house.store.read(partial(letters.letter, desk=house.desk, delivery=delivery, now=now))
            messages += [message] if message else []
        looked += len(portion)
        if len(portion) < PORTION:
            break
        before = portion[-1].id
    return tuple(reversed(messages))


def rule_hits(article: Article, rules: Mapping[int, Rule], house: House) -> tuple[RuleHit, ...]:
    """Those of these rules that an article meets."""
    text = letters.as_text(article)
    if any("concept:" in unicodedata.normalize("NFKC", rule.text).casefold() for rule in rules.values()):
        text, _ = house.desk.classifier.graded(text)  # who is named in it is not stored
    return tuple(
        hit for hit in house.desk.rules.match(text) if hit.rule in rules and article.grade >= rules[hit.rule].min_grade
    )


def as_delivery(
    article: Article, hits: tuple[RuleHit, ...], reader: Subscriber, place: Destination, now: datetime
) -> Delivery:
    """An alert that is no outbox row: shown because it was asked for."""
    return Delivery(
        id=0,
        destination=replace(place, channel="telegram"),
        kind="alert",
        event=f"story:{article.story}",
        state=DeliveryState.NEW,
        due=now,
        attempts=0,
        created=now,
        why=hits,
        article=article.id,
        lang=reader.lang,
        tz=reader.tz,
    )
