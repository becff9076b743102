"""What the whole text of an article adds to what its title and lead have said already."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.desk.alerts import alerts_for
from bot.model import Alert, Article, Memory, Reading, RuleHit, Source


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

    A rule that is met in the body alone was mentioned in passing: the digest tells of it, nobody is pinged
    (features row 44).

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


def in_passing(found: RuleHit) -> bool:
    """Whether nothing of a rule stands in title or lead."""
    return all(hit.field == "body" for hit in found.hits)
