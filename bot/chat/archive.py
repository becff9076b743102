"""Looking a rule up in the archive: what it would have brought, and its newest stories.

The archive is asked in small portions, so that nobody else's question waits for a broad one.
"""

from collections import Counter
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol

from sqlite_utils import Database

from bot import letters
from bot.desk.rules import Page, Query, match_one
from bot.desk.rules.nodes import And, Filter, Node
from bot.desk.rules.preselect import needed
from bot.house import House
from bot.model import (
    Article,
    Delivery,
    DeliveryState,
    Destination,
    Hit,
    Message,
    Rule,
    RuleHit,
    Subscriber,
)
from storage import people, volumes
from storage.search import search

MONTH = timedelta(days=30)
#: Articles asked for at once, and looked at in all; beyond that, a volume is an estimate from below.
PORTION, MOST = 250, 12_000
#: Stories a day from which on a rule is called broad (rules.md 6).
BROAD = 15
_BARS = "▁▂▃▄▅▆▇█"


class Portion(Protocol):
    """The newest articles with an id below `before` that may meet a rule."""

    def __call__(self, db: Database, before: int) -> list[Article]:
        """At most PORTION of them."""


@dataclass(frozen=True, slots=True)
class Volume:
    """What a rule would have brought."""

    stories: int
    days: float  # that the archive covers, at most the days asked for
    daily: tuple[int, ...]  # stories by day, oldest first
    sides: Mapping[str, int]  # articles
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
        most = max(self.daily, default=0)
        return "".join(_BARS[min(7, count * 8 // (most + 1))] for count in self.daily) if most else ""


async def measure(query: Query, house: House, now: datetime, *, days: int = 30, samples: int = 3) -> Volume:
    """Matches a rule against the archive's last days."""
    since = now - timedelta(days=days)
    covered = await house.store.read(lambda db: volumes.days_covered(db, since, now))
    stories: dict[int, Article] = {}
    sides: Counter[str] = Counter()
    daily = [0] * days
    looked = 0
    async for article, hits in found(query, house, since):
        looked += 1
        if hits is None:
            continue
        sides[article.side or "–"] += 1
        if article.story not in stories:
            stories[article.story] = article
            daily[days - 1 - min(days - 1, (now - article.first_seen).days)] += 1
    newest = tuple(stories.values())
    return Volume(
        stories=len(stories),
        days=min(float(days), covered),
        daily=tuple(daily),
        sides=dict(sides.most_common()),
        samples=newest[:samples],
        last=newest[0].first_seen if newest else None,
        complete=looked < MOST,
    )


async def found(query: Query, house: House, since: datetime) -> AsyncIterator[tuple[Article, tuple[Hit, ...] | None]]:
    """The articles that may meet a rule, newest first, each with its hits, or with None when it does not."""
    portion, before, looked = _portions(query.root, since), 2**62, 0
    while looked < MOST:
        articles = await house.store.read(partial(portion, before=before))
        for article in articles:
            if article.first_seen < since:
                return
            yield article, match_one(query, Page(letters.as_text(article)))
        looked += len(articles)
        if len(articles) < PORTION:
            return
        before = articles[-1].id


def _portions(root: Node, since: datetime) -> Portion:
    """The cheapest way to the articles that may meet a rule."""
    phrases = needed(root)
    if phrases:
        return lambda db, before: search(db, phrases, PORTION, before=before)
    topic = next((node.value for node in _parts(root) if isinstance(node, Filter) and node.name == "topic"), "")
    if topic:
        return lambda db, before: volumes.of_topic(db, topic, since, PORTION, before=before)
    return lambda db, before: volumes.newest(db, since, PORTION, before=before)


def _parts(root: Node) -> tuple[Node, ...]:
    return root.nodes if isinstance(root, And) else (root,)


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
    return tuple(
        hit
        for hit in house.desk.rules.match(letters.as_text(article))
        if hit.rule in rules and article.grade >= rules[hit.rule].min_grade
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
