"""Who is told of a new story, when, and why."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

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
        Alert(
            destination=destination,
            kind="alert",
            event=f"story:{story}",
            due=_due(hits, memory.rules, due, now),
            why=tuple(hits),
            article=article,
            expires=now + FRESHNESS,
            silent=all(memory.rules[hit.rule].pace is Pace.SILENT for hit in hits),
        )
        for destination, hits in sorted(by_destination.items())
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
        and destination is not None
        and destination.confirmed
        and not destination.paused
        and destination.channel != "email"
    )


def _due(hits: Sequence[RuleHit], rules: Mapping[int, Rule], due: datetime, now: datetime) -> datetime:
    """An hourly rule waits for the hour unless another rule of the same reader is instant."""
    if all(rules[hit.rule].pace is Pace.HOURLY for hit in hits):
        return max(due, now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1))
    return due
