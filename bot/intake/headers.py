"""What an answer's headers say about asking again."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from aiohttp import hdrs

from bot.model import Validators

LONGEST = timedelta(hours=24)  # no header keeps us away from news for longer
_MAX_AGE = re.compile(r"(?:^|[,\s])max-age\s*=\s*\"?(\d{1,12})", re.IGNORECASE | re.ASCII)
_NO_CACHE = re.compile(r"(?:^|[,\s])no-(?:cache|store)\b", re.IGNORECASE)
_VALIDATOR_LIMIT = 1_000  # characters; longer ones are a burden, not a validator


def retry_after(headers: Mapping[str, str], now: datetime) -> timedelta | None:
    """How long the outlet wishes to be left alone; seconds or a date, capped; None: it said nothing usable."""
    value = headers.get(hdrs.RETRY_AFTER)
    return _wait(value.strip(), now) if value else None


def fresh_for(headers: Mapping[str, str], now: datetime) -> timedelta | None:
    """How long the answer stays good by Cache-Control or else Expires, capped; None: not said."""
    control = headers.get(hdrs.CACHE_CONTROL, "")
    if control and _NO_CACHE.search(control):
        return None
    if age := _MAX_AGE.search(control):
        seen = _seconds(headers.get(hdrs.AGE, "").strip()) or timedelta()
        return _capped(timedelta(seconds=int(age[1])) - seen)
    expires = headers.get(hdrs.EXPIRES, "").strip()
    return _wait(expires, _date(headers.get(hdrs.DATE, "")) or now, seconds=False) if expires else None


def validators_of(headers: Mapping[str, str], body_hash: str) -> Validators:
    """The answer's validators, as far as they can be sent back as they came."""
    return Validators(_clean(headers.get(hdrs.ETAG, "")), _clean(headers.get(hdrs.LAST_MODIFIED, "")), body_hash)


def _clean(value: str) -> str:
    return value if len(value) <= _VALIDATOR_LIMIT and value.isascii() and value.isprintable() else ""


def _wait(value: str, now: datetime, *, seconds: bool = True) -> timedelta | None:
    if seconds and (wait := _seconds(value)):
        return _capped(wait)
    moment = _date(value)
    return _capped(moment - now) if moment else None


def _seconds(value: str) -> timedelta | None:
    if not (value.isascii() and value.isdecimal()):
        return None
    return LONGEST if len(value) > 9 else timedelta(seconds=int(value))


def _date(value: str) -> datetime | None:
    if not value:
        return None
    try:
        moment = parsedate_to_datetime(value[:100])
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _capped(wait: timedelta) -> timedelta | None:
    return min(wait, LONGEST) if wait > timedelta() else None
