"""What the whole text of an article adds to what its title and lead have said already."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.desk.alerts import FRESHNESS, alerts_for, is_told
from bot.desk.digests import wanted_at
from bot.model import Alert, Article, Memory, Reading, RuleHit, Source, Subscriber


def alerts_after(
    whole: Reading,
    first: Reading,
    article: Article,
    source: Source,
    memory: Memory,
    now: datetime,
    hold: timedelta,
) -> tuple[Alert, ...]:
    """The alerts that only the whole text makes due.

    A rule that is met in the body alone was mentioned in passing: nobody is pinged, see `mentions_after`.

    Args:
        whole: the article read with its body.
        first: the same without.
        article: as stored.
        source: where it stood.
        memory: the rules that hit and the people behind them.
        now: UTC.
        hold: how long an alert waits for copies of its story.
    """
    told = {hit.rule for hit in first.matches}
    matches = tuple(hit for hit in whole.matches if hit.rule not in told and not in_passing(hit))
    return alerts_for(replace(whole, matches=matches), source, memory, article.story, article.id, now, hold)


def mentions_after(
    whole: Reading, first: Reading, article: Article, memory: Memory, now: datetime
) -> tuple[Alert, ...]:
    """What only the text mentions, to be told together in the reader's morning; where a digest tells it, it is not.

    A row each: the sender puts them together when the hour has come, see storage/bundles.py.
    """
    told = {hit.rule for hit in first.matches}
    by_place: dict[int, list[RuleHit]] = {}
    for hit in whole.matches:
        rule = memory.rules.get(hit.rule)
        if rule and hit.rule not in told and in_passing(hit) and is_told(rule, whole, memory):
            by_place.setdefault(rule.destination, []).append(hit)
    alerts = []
    for place, hits in sorted(by_place.items()):
        due = _morning(memory.subscribers[memory.rules[hits[0].rule].subscriber], now)
        alerts.append(
            Alert(
                destination=place,
                kind="passing",
                event=f"story:{article.story}",
                due=due,
                why=tuple(hits),
                article=article.id,
                expires=due + FRESHNESS,
                silent=True,
                bundle="passing",
            )
        )
    return tuple(alerts)


def _morning(reader: Subscriber, now: datetime) -> datetime:
    """When the reader's next digest would come."""
    zone, at = ZoneInfo(reader.tz), time.fromisoformat(reader.digest_at)
    today = now.astimezone(zone).date()
    days = (today + timedelta(days=ahead) for ahead in range(3))
    return next(moment for day in days if (moment := wanted_at(day, at, zone)) and moment > now)


def in_passing(found: RuleHit) -> bool:
    """Whether nothing of a rule stands in title or lead."""
    return all(hit.field == "body" for hit in found.hits)
