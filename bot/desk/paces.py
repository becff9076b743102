"""When a reader wants to hear: at once, by the hour, not at night, not now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.model import Pace, Rule, Subscriber

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Timing:
    """When an alert may go, and why it waits to be told with others."""

    due: datetime  # UTC
    bundle: str = ""  # hourly, quiet or snooze; "": told by itself


def timing(rules: Sequence[Rule], reader: Subscriber, due: datetime, *, official: bool) -> Timing:
    """Hold an alert as its rules and its reader wish.

    Args:
        rules: that hit; one that is instant hurries the others.
        reader: whose hours they are.
        due: when the alert would go otherwise, UTC.
        official: a government's own words; they and urgent rules come through quiet hours, not through a snooze.
    """
    urgent = official or any(rule.urgent for rule in rules)
    bundle = ""
    if not urgent and all(rule.pace is Pace.HOURLY for rule in rules):
        due, bundle = due.replace(minute=0, second=0, microsecond=0) + HOUR, "hourly"
    if reader.snoozed and reader.snoozed > due:
        due, bundle = reader.snoozed, "snooze"
    ends = None if urgent else quiet_until(reader, due)
    return Timing(ends, "quiet") if ends else Timing(due, bundle)


def quiet_until(reader: Subscriber, at: datetime) -> datetime | None:
    """When the quiet hours end that hold at an instant, UTC; None outside of them."""
    if not reader.quiet:
        return None
    start, end = (time.fromisoformat(part) for part in reader.quiet.split("-"))
    zone = ZoneInfo(reader.tz)
    local = at.astimezone(zone)
    over_midnight = start > end
    inside = (local.time() >= start or local.time() < end) if over_midnight else start <= local.time() < end
    if not inside:
        return None
    day = local.date() + DAY if over_midnight and local.time() >= start else local.date()
    ends = datetime.combine(day, end, zone).astimezone(at.tzinfo)
    # An hour that the clocks leave out has no end of its own.
    return ends if ends > at else at + HOUR


def reads(reader: Subscriber, lang: str) -> bool:
    """Whether alerts in a language are wanted; one that is undecided is."""
    if not reader.reads or not lang:
        return True
    return lang.partition("-")[0] in reader.reads or "other" in reader.reads
