"""How an instant is written for a reader: their own zone first, the outlet's where it differs."""

from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.delivery.labels import Labels
from bot.desk.edition import appeared as appeared  # noqa: PLC0414 - one word for it in this room too
from bot.model import Article, Precision

# Where a side's outlets live. INT has no clock of its own.
_ZONE_OF_SIDE = {
    "KR": "Asia/Seoul",
    "CN": "Asia/Shanghai",
    "TW": "Asia/Taipei",
    "JP": "Asia/Tokyo",
    "US": "America/New_York",
    "EU": "Europe/Brussels",
}
# "CST" is Beijing, Taipei and Chicago; a city cannot be misread.
_CITIES = {"Asia/Shanghai": "Beijing", "Asia/Taipei": "Taipei", "America/Chicago": "Chicago"}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def zone(name: str) -> tzinfo:
    """An IANA zone, or UTC where the name is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


def zone_name(at: datetime) -> str:
    """A short name for the zone of an aware datetime that a reader cannot take for another."""
    city = _CITIES.get(str(at.tzinfo))
    short = at.tzname() or ""
    if city or short.isalpha():
        return city or short
    offset = int((at.utcoffset() or timedelta()).total_seconds()) // 60
    hours, minutes = divmod(abs(offset), 60)
    return f"UTC{'-' if offset < 0 else '+'}{hours}" + (f":{minutes:02d}" if minutes else "")


def day(at: datetime, labels: Labels) -> str:
    """The date as the reader's language writes it, without a year."""
    return labels.day.format(day=at.day, month=at.month, name=_MONTHS[at.month - 1])


def clock(at: datetime, tz: str, labels: Labels, *, today: datetime) -> str:
    """The local time of day, with the date unless it is the day of `today`."""
    local = at.astimezone(zone(tz))
    time = f"{local:%H:%M} {zone_name(local)}"
    return time if local.date() == today.astimezone(zone(tz)).date() else f"{day(local, labels)} {time}"


def dateline(article: Article, tz: str, labels: Labels, *, today: datetime) -> str:
    """When it appeared, for the first line of an alert."""
    at = appeared(article)
    if article.published is not None and article.precision is Precision.DAY:
        # A bare date is the outlet's own day, whatever the reader's clock says.
        return day(article.published.astimezone(zone(_ZONE_OF_SIDE.get(article.side, "UTC"))), labels)
    mine = clock(at, tz, labels, today=today)
    if at is not article.published:
        return f"{labels.seen} {mine}"
    theirs = at.astimezone(zone(_ZONE_OF_SIDE.get(article.side, tz)))
    if theirs.utcoffset() == at.astimezone(zone(tz)).utcoffset():
        return mine
    return f"{mine} ({theirs:%H:%M} {zone_name(theirs)})"
