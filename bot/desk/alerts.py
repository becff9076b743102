"""Who is told of a new story, when, and why."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.desk.paces import reads, timing
from bot.model import Alert, Destination, Memory, Pace, Reading, Rule, RuleHit, Source, Subscriber

#: Older alerts are no longer worth a ping; the digest carries them.
FRESHNESS = timedelta(hours=24)
#: Their words are news as such: they do not wait for copies.
OFFICIAL = frozenset({"government"})


def alerts_for(
    reading: Reading, source: Source, memory: Memory, story: int, article: int, now: datetime, hold: timedelta
) -> tuple[Alert, ...]:
    """One alert per destination, naming every rule that hit.

    Args:
        reading: the article as read.
        source: where it stood.
        memory: the rules that hit and the people behind them.
        story: the story the article opens.
        article: its own id.
        now: UTC.
        hold: how long an alert waits for copies of its story.
    """
    due = now if source.kind in OFFICIAL else now + hold
    by_destination: dict[int, list[RuleHit]] = {}
    for hit in reading.matches:
        rule = memory.rules.get(hit.rule)
        if rule and is_told(rule, reading, memory):
            by_destination.setdefault(rule.destination, []).append(hit)
    return tuple(
        _alert(destination, hits, memory, story, article, now, due, official=source.kind in OFFICIAL)
        for destination, hits in sorted(by_destination.items())
    )


def _alert(
    destination: int,
    hits: Sequence[RuleHit],
    memory: Memory,
    story: int,
    article: int,
    now: datetime,
    due: datetime,
    *,
    official: bool,
) -> Alert:
    rules = [memory.rules[hit.rule] for hit in hits]
    when = timing(rules, memory.subscribers[rules[0].subscriber], due, official=official)
    return Alert(
        destination=destination,
        kind="alert",
        event=f"story:{story}",
        due=when.due,
        why=tuple(hits),
        article=article,
        expires=(when.due if when.bundle else now) + FRESHNESS,
        silent=all(rule.pace is Pace.SILENT for rule in rules),
        bundle=when.bundle,
    )


def is_told(rule: Rule, reading: Reading, memory: Memory) -> bool:
    """Whether this rule pings for this article now; the digest looks at the articles by itself."""
    destination: Destination | None = memory.destinations.get(rule.destination)
    subscriber: Subscriber | None = memory.subscribers.get(rule.subscriber)
    return (
        not rule.paused
        and rule.pace is not Pace.DIGEST
        and reading.judgement.grade >= rule.min_grade
        and subscriber is not None
        and reads(subscriber, reading.lang)
        and destination is not None
        and destination.confirmed
        and not destination.paused
        and destination.channel != "email"
    )
