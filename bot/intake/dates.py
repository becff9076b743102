"""Outlet dates → UTC, with how finely they are known.

feedparser and dateutil misread Korean and Chinese dates without an error, so the raw string is read here:
a numeric offset is believed, everything else is put into the source's own zone.
"""

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from email.utils import parsedate_tz
from functools import lru_cache
from zoneinfo import ZoneInfo

from bot.intake import dates_ago, dates_guess
from bot.model import Precision, Source

_LONGEST = 200  # code points; no outlet writes a longer date
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_ISO = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:T|\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?"
    r"\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?",
    re.IGNORECASE,
)
# RFC 2822 as nearly every feed writes it.
_MONTHS = {
    "Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "May": 5, "Jun": 6,
    "Jul": 7, "Aug": 8, "Sep": 9, "Oct": 10, "Nov": 11, "Dec": 12,
}  # fmt: skip
_RFC = re.compile(
    r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), ([0-9]{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    r" ([12][0-9]{3}) ([0-9]{2}):([0-9]{2}):([0-9]{2}) (GMT|[+-][0-9]{4})"
)
_LETTERS = re.compile(r"[A-Za-z]{3}")
_SPELLED = re.compile(r"(?:(\d{4})\s*[年년./-]\s*)?(\d{1,2})\s*[月월./-]\s*(\d{1,2})\s*[日일号號.]?(?![\d:])")
_CLOCK = re.compile(
    r"(오전|오후|上午|下午|午前|午後|凌晨|早上|中午|晚上|[AaPp]\.?[Mm]\b\.?)?\s*"
    r"(\d{1,2})\s*(?::|：|时|時|點|点|시)\s*(?:(\d{1,2})\s*(?:分|분)?)?(?:\s*(?::|：)?\s*(\d{2})\s*(?:秒|초)?)?"
    r"\s*([AaPp]\.?[Mm]\b)?"
)
_OFFSET = re.compile(r"(?:\b(?:GMT|UTC)\s*)?([+-])(\d{1,2}):?(\d{2})?\s*\)?$", re.IGNORECASE)
_NAMED = re.compile(r"\(?\b([A-Z]{2,5}|Z|gmt|utc)\)?\s*$")
#: As C's ctime and Weibo write it, the zone before the year.
_CTIME = re.compile(r"^[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{1,2}) (\d{1,2}:\d{2}:\d{2}) ([A-Z]{2,5}|[+-]\d{4}) (\d{4})$")
_YEARS_FIRST = re.compile(r"(?<!\d)(\d{2})([./-])(\d{1,2})\2(\d{1,2})(?!\d|[./-]\d)")  # 26.11.20
_DATED = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|[12]\d{3}\b|0000)", re.IGNORECASE)
_SEPT = re.compile(r"\bSept\b", re.IGNORECASE)  # email.utils knows three letters and whole names
_AFTERNOON = ("오후", "下午", "午後", "晚上", "p")
_MORNING = ("오전", "上午", "午前", "凌晨", "早上", "a")
# Hours from UTC of zone names outlets print. CST is China's or Chicago's: the source's own zone decides first.
_ZONES = {
    "GMT": 0.0, "UTC": 0.0, "UT": 0.0, "Z": 0.0, "BST": 1.0, "CET": 1.0, "CEST": 2.0, "EET": 2.0, "EEST": 3.0,
    "MSK": 3.0, "IST": 5.5, "HKT": 8.0, "SGT": 8.0, "BJT": 8.0, "KST": 9.0, "JST": 9.0, "AEST": 10.0, "AEDT": 11.0,
    "EST": -5.0, "EDT": -4.0, "CST": -6.0, "CDT": -5.0, "MST": -7.0, "MDT": -6.0, "PST": -8.0, "PDT": -7.0,
}  # fmt: skip


def read_date(raw: str, *, assume_tz: str, override_tz: str, now: datetime) -> tuple[datetime | None, Precision]:
    """The instant a date string names, in UTC; (None, NONE) when it names none.

    `assume_tz` places dates without a zone; `override_tz` replaces even a declared one. A bare day is
    that day's midnight in its zone.
    """
    home = _zone(override_tz or assume_tz)
    found = _plain_rfc(raw, home) or _read(" ".join(_CDATA.sub(r"\1", raw[:_LONGEST]).split()), home, now)
    if found is None:
        return None, Precision.NONE
    moment, precision = found
    if override_tz:
        moment = moment.replace(tzinfo=home)
    instant = _utc(moment)
    return (instant, precision) if instant else (None, Precision.NONE)


def _read(text: str, home: tzinfo, now: datetime) -> tuple[datetime, Precision] | None:
    """A date in any of the ways that outlets write one."""
    if not any(character.isdigit() for character in text) and not dates_ago.names_a_day(text):
        return None
    if found := _ISO.fullmatch(text):
        return _iso(found, home)  # of what is written so, a thirteenth month is none
    there = now.astimezone(home)
    return _rfc(text, home) or dates_ago.read(text, there) or _spelled(text, home, now) or dates_guess.read(text, there)


def publication(raw: str, source: Source, now: datetime) -> tuple[datetime | None, Precision]:
    """When an item was published according to its outlet, by the source's own rules; (None, NONE) means first seen.

    Dates further ahead than `future_skew` are no dates.
    """
    if source.date_precision == Precision.NONE:
        return None, Precision.NONE
    moment, precision = read_date(raw, assume_tz=source.assume_tz, override_tz=source.override_tz, now=now)
    return settled(moment, precision, source, now)


def settled(
    moment: datetime | None, precision: Precision, source: Source, now: datetime
) -> tuple[datetime | None, Precision]:
    """A date under the source's `date_precision` and `future_skew`."""
    if moment is None or source.date_precision == Precision.NONE:
        return None, Precision.NONE
    # A bare day is local midnight, which may lie ahead of UTC's today without lying in the future.
    if moment > now + source.future_skew:
        return None, Precision.NONE
    if source.date_precision and precision is not Precision.DAY:
        precision = Precision(source.date_precision)
    return moment, precision


def date_in_url(url: str, source: Source) -> tuple[datetime | None, Precision]:
    """The day that `date_from_url` finds in an address, in the source's zone."""
    found = re.search(source.date_from_url, url) if source.date_from_url else None
    if found is None:
        return None, Precision.NONE
    groups = found.groupdict()
    try:
        year = int(groups["y"])
        day = date(year + 2000 if year < 100 else year, int(groups["m"]), int(groups["d"]))
    except (KeyError, TypeError, ValueError):
        return None, Precision.NONE
    home = _zone(source.override_tz or source.assume_tz)
    return _utc(datetime(day.year, day.month, day.day, tzinfo=home)), Precision.DAY


def read_by_format(raw: str, pattern: str, source: Source) -> tuple[datetime | None, Precision]:
    """A date in the operator's own strptime pattern; the zone is the source's unless the pattern reads one."""
    try:
        moment = datetime.strptime(" ".join(raw.split()), pattern)  # noqa: DTZ007 - the zone is set below
    except ValueError:
        return None, Precision.NONE
    home = _zone(source.override_tz or source.assume_tz)
    if moment.tzinfo is None or source.override_tz:
        moment = moment.replace(tzinfo=home)
    if not re.search(r"%[HIcXTR]", pattern):
        return _utc(moment), Precision.DAY
    return _utc(moment), Precision.SECOND if re.search(r"%[ScXT]", pattern) else Precision.MINUTE


def _zone(name: str) -> tzinfo:
    return ZoneInfo(name) if name else UTC


def _utc(moment: datetime) -> datetime | None:
    try:
        found = moment.astimezone(UTC)
    except OverflowError:
        return None
    return found if 1990 <= found.year <= 2100 else None


def _built(
    day: tuple[int, int, int], clock: tuple[int, int, int | None] | None, zone: tzinfo
) -> tuple[datetime, Precision] | None:
    try:
        if clock is None:
            return datetime(*day, tzinfo=zone), Precision.DAY
        hour, minute, second = clock
        spill = timedelta(days=1) if hour == 24 and not minute and not second else timedelta()
        moment = datetime(*day, 0 if spill else hour, minute, min(second or 0, 59), tzinfo=zone) + spill
    except ValueError:
        return None
    return moment, Precision.MINUTE if second is None else Precision.SECOND


@lru_cache(maxsize=256)
def _offset(sign: str, hours: str, minutes: str | None) -> tzinfo | None:
    length = timedelta(hours=int(hours), minutes=int(minutes or 0))
    if length > timedelta(hours=14):
        return None
    return timezone(length if sign == "+" else -length)


def _iso(found: re.Match[str], home: tzinfo) -> tuple[datetime, Precision] | None:
    year, month, day, hour, minute, second, mark = found.groups()
    zone: tzinfo | None = home
    if mark:
        zone = UTC if mark[0].isalpha() else _offset(mark[0], mark[1:3], mark[3:].lstrip(":") or None)
    clock = (int(hour), int(minute), int(second) if second else None) if hour else None
    return _built((int(year), int(month), int(day)), clock, zone or home)


def _rfc(text: str, home: tzinfo) -> tuple[datetime, Precision] | None:
    """RFC 2822 and its relatives; a named zone is the source's own, or one of the table, or ignored."""
    if not _LETTERS.search(text) or text[:4].isdigit():
        return None
    bare, zone = _split_zone(_CTIME.sub(r"\2 \1 \5 \3 \4", text), home)
    fields = parsedate_tz(_SEPT.sub("Sep", bare))
    if fields is None or fields[0] < 100:
        return None
    clocked = re.search(r"\d:(\d{2})(:\d{2})?", bare)
    hour, minute, second = fields[3:6]
    if clocked and re.search(r"\d\s*[Pp]\.?[Mm]", bare) and hour < 12:
        hour += 12
    clock = (hour, minute, second if clocked.group(2) else None) if clocked else None
    return _built((fields[0], fields[1], fields[2]), clock, zone)


def _plain_rfc(text: str, home: tzinfo) -> tuple[datetime, Precision] | None:
    """RFC 2822 as it should be, which is what nearly every feed writes."""
    plain = _RFC.fullmatch(text)
    if plain is None:
        return None
    day, month, year, hour, minute, second, mark = plain.groups()
    zone = _named_zone("GMT", home) if mark == "GMT" else _offset(mark[0], mark[1:3], mark[3:])
    if zone is None:
        return None
    return _built((int(year), _MONTHS[month], int(day)), (int(hour), int(minute), int(second)), zone)


def _split_zone(text: str, home: tzinfo) -> tuple[str, tzinfo]:
    """The text without its zone, and the zone it named; the home zone if it named none."""
    shifted = _OFFSET.search(text)
    # "20-11-2026" ends like an offset: a clock or a zone's name must stand before one.
    if shifted and (
        ":" in text[: shifted.start()] or "GMT" in shifted.group().upper() or "UTC" in shifted.group().upper()
    ):
        sign, hours, minutes = shifted.groups()
        zone = _offset(sign, hours, minutes)
        if zone is not None:
            return text[: shifted.start()].rstrip(" ("), zone
    named = _NAMED.search(text)
    if named and named.group(1) not in {"AM", "PM"}:
        return text[: named.start()].strip(), _named_zone(named.group(1).upper(), home)
    return text, home


@lru_cache(maxsize=256)
def _named_zone(name: str, home: tzinfo) -> tzinfo:
    for season in (datetime(2026, 1, 15, tzinfo=home), datetime(2026, 7, 15, tzinfo=home)):
        if season.tzname() == name:
            return home
    return timezone(timedelta(hours=_ZONES[name])) if name in _ZONES else home


def _spelled(text: str, home: tzinfo, now: datetime) -> tuple[datetime, Precision] | None:
    """Year, month and day in figures, as Korean, Chinese and Japanese outlets write them; the year may be missing."""
    bare, zone = _split_zone(text, home)
    today = now.astimezone(zone).date()
    short = _YEARS_FIRST.search(bare) if str(home).startswith("Asia/") else None
    if short and 2000 + int(short[1]) <= today.year:
        return _built((2000 + int(short[1]), int(short[3]), int(short[4])), _clock(bare[short.end() :]), zone)
    found = _SPELLED.search(bare)
    clock = _clock(bare[found.end() :] if found else bare)
    if found is None:
        # A clock beside a day that could not be read is not today's.
        if clock is None or _DATED.search(text):
            return None
        return _latest(today, timedelta(days=1), clock, zone, now)
    year, month, day = found.groups()
    if year:
        return _built((int(year), int(month), int(day)), clock, zone)
    if re.match(r"[./-]\d{2,4}", bare[found.end() - found[0].endswith(".") :]) or not 1 <= int(month) <= 12:
        return None
    built = _built((today.year, int(month), int(day)), clock, zone)
    if built and built[0] > now + timedelta(days=2):
        return _built((today.year - 1, int(month), int(day)), clock, zone)
    return built


def _latest(
    today: date, step: timedelta, clock: tuple[int, int, int | None], zone: tzinfo, now: datetime
) -> tuple[datetime, Precision] | None:
    """A bare time of day: today's, or yesterday's if that has not come yet."""
    built = _built((today.year, today.month, today.day), clock, zone)
    if built and built[0] > now + timedelta(hours=1):
        return built[0] - step, built[1]
    return built


def _clock(text: str) -> tuple[int, int, int | None] | None:
    found = _CLOCK.search(text)
    if found is None or (found.group(3) is None and found.group(2) is None):
        return None
    half, hours, minutes, seconds, half_after = found.groups()
    hour = int(hours)
    mark = (half or half_after or "").lower()
    if hour < 12 and mark.startswith(_AFTERNOON):
        hour += 12
    elif hour == 12 and mark.startswith(_MORNING):
        hour = 0
    if hour > 24 or int(minutes or 0) > 59:
        return None
    return hour, int(minutes or 0), int(seconds) if seconds else None
