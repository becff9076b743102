"""Zones, hours and lengths of time as people write them."""

import re
from datetime import timedelta
from zoneinfo import available_timezones

_HOURS = re.compile(r"(\d{1,2})(?:[:.]?(\d\d))?\s*(?:-|–|—|~|to|bis)\s*(\d{1,2})(?:[:.]?(\d\d))?")
_LENGTH = re.compile(r"(\d{1,3})\s*(h|d|w|시간|일|주|小时|小時|天|周|週)", re.IGNORECASE)
_UNITS = {
    **dict.fromkeys(("h", "시간", "小时", "小時"), timedelta(hours=1)),
    **dict.fromkeys(("d", "일", "天"), timedelta(days=1)),
    **dict.fromkeys(("w", "주", "周", "週"), timedelta(weeks=1)),
}
LONGEST = timedelta(days=60)


def read_zone(words: str) -> str:
    """The IANA zone that a city or a zone's name means; "" for none, or for several."""
    wanted = words.strip().casefold().replace(" ", "_")
    zones = sorted(available_timezones())
    whole = [zone for zone in zones if zone.casefold() == wanted]
    cities = [zone for zone in zones if zone.rpartition("/")[2].casefold() == wanted and "/" in zone]
    return next(iter(whole or cities), "")


def read_quiet(words: str) -> str:
    """Hours such as `23-7` or `22:30–6:15` as "22:30-06:15"; "off" for none; "" when it is neither."""
    if words.strip().casefold() in {"off", "none", "-", "0"}:
        return "off"
    found = _HOURS.fullmatch(words.strip())
    if not found:
        return ""
    first, first_minute, last, last_minute = (int(part or 0) for part in found.groups())
    if not (first < 24 and last < 25 and first_minute < 60 and last_minute < 60):
        return ""
    start, end = (first, first_minute), (last % 24, last_minute)
    return "" if start == end else f"{start[0]:02d}:{start[1]:02d}-{end[0]:02d}:{end[1]:02d}"


def read_length(words: str) -> timedelta:
    """A length such as `2h`, `3 d`, `1w`; zero when it is none."""
    found = _LENGTH.fullmatch(words.strip())
    return min(int(found[1]) * _UNITS[found[2].lower()], LONGEST) if found else timedelta()
