"""What one written value must be: a selector, a pattern, a zone, an address. Each refusal says what to write."""

import re
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Final
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from bot.config.problems import nearest

_KEBAB: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LANGUAGE_TAG: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_HEADER_NAME: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
# The door writes these itself; another value would break conditional requests or the answer's framing.
_OURS: Final = frozenset(
    {"host", "content-length", "transfer-encoding", "connection", "if-none-match", "if-modified-since"}
)
_ZONES_IN_SPEECH: Final = {
    "KST": "Asia/Seoul",
    "JST": "Asia/Tokyo",
    "Beijing": "Asia/Shanghai",
    "Asia/Beijing": "Asia/Shanghai",
}
_MONTH: Final = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")


def kebab(text: str) -> str:
    """Accept a stable id: lower-case words joined by hyphens."""
    if _KEBAB.fullmatch(text):
        return text
    mended = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
    raise ValueError(f'"{text}" is not kebab-case; write {mended or "something like yna-en-news"}')


def language_tag(text: str) -> str:
    """Accept a BCP 47 tag by its shape."""
    if _LANGUAGE_TAG.fullmatch(text):
        return text
    raise ValueError(f'"{text}" is not a language tag; write one such as en, ko or zh-Hans')


def pattern(text: str) -> str:
    """Accept a regular expression that compiles."""
    try:
        re.compile(text)
    except re.error as error:
        where = "" if error.pos is None else f" at character {error.pos + 1}"
        raise ValueError(f'"{text}" is not a regular expression: {error.msg}{where}; mend it') from None
    return text


def date_pattern(text: str) -> str:
    """Accept a pattern with the groups y, m and d."""
    groups = re.compile(pattern(text)).groupindex
    lacking = [name for name in ("y", "m", "d") if name not in groups]
    if lacking:
        raise ValueError(f'"{text}" lacks the group {lacking[0]}; write (?P<{lacking[0]}>…)')
    return text


@lru_cache(maxsize=1024)
def selector(text: str) -> str:
    """Accept a CSS selector, or "self" for the item itself."""
    # Imported here: soupsieve draws in all of bs4, and settings alone need neither.
    import soupsieve  # noqa: PLC0415

    try:
        soupsieve.compile(text)
    except soupsieve.SelectorSyntaxError as error:
        reason = str(error).partition("\n")[0].rstrip(".")
        raise ValueError(f'"{text}" is not a CSS selector: {reason[:1].lower()}{reason[1:]}; mend it') from None
    return text


def selector_or_pattern(text: str) -> str:
    """Accept what is a CSS selector or a regular expression."""
    try:
        return selector(text)
    except ValueError:
        pass
    try:
        return pattern(text)
    except ValueError:
        raise ValueError(f'"{text}" is neither a CSS selector nor a regular expression; mend it') from None


def date_format(text: str) -> str:
    """Accept a format for reading dates, such as "%Y-%m-%d %H:%M"."""
    if "%" not in text:
        raise ValueError(f'"{text}" has no % in it; write something like %Y-%m-%d %H:%M')
    try:
        datetime.strptime("", text)  # noqa: DTZ007 - only the format is tried, the date is thrown away
    except ValueError as error:
        if "bad directive" in str(error) or "stray %" in str(error):
            raise ValueError(f'"{text}" has an unknown % sign in it; write something like %Y-%m-%d %H:%M') from None
    return text


def zone(text: str) -> str:
    """Accept an IANA zone."""
    try:
        ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # unknown, or the name of a folder of zones
        raise ValueError(
            f'"{text}" is not an IANA zone; write {_zone_meant(text) or "one such as Asia/Seoul"}'
        ) from None
    return text


def _zone_meant(text: str) -> str:
    if text in _ZONES_IN_SPEECH:
        return _ZONES_IN_SPEECH[text]
    cities = {name.rpartition("/")[2].lower(): name for name in sorted(available_timezones(), reverse=True)}
    return cities.get(nearest(text.rpartition("/")[2].lower(), cities, likeness=0.8), "")


def charset(text: str) -> str:
    """Accept the name of a text encoding."""
    try:
        if not "".encode(text):
            return text
    except (LookupError, ValueError):
        pass
    raise ValueError(f'"{text}" is not a character set; write one such as gbk, euc-kr or utf-8')


def web_address(text: str) -> str:
    """Accept an http or https address with a host and without a password."""
    try:
        parts = urlsplit(text)
        whole = parts.scheme in {"http", "https"} and parts.hostname and (parts.port is None or parts.port > 0)
    except ValueError:
        whole = False
    if not whole or any(character <= " " or character in '<>"\\' for character in text):
        raise ValueError(f'"{text}" is not an http(s) address; write one such as https://example.org/news')
    if parts.username is not None or parts.password is not None:
        raise ValueError("a password stands in the address; move it to headers")
    return text


def proxy_address(text: str) -> str:
    """Accept the address of an HTTP proxy, a password in it included."""
    try:
        parts = urlsplit(text)
        if parts.scheme in {"http", "https"} and parts.hostname and (parts.port is None or parts.port > 0):
            return text
    except ValueError:
        pass
    raise ValueError("not the address of an HTTP proxy; write one such as http://user:password@proxy.example:8080")


def header_name(text: str) -> str:
    """Accept the name of a request header that the door does not write itself."""
    if not _HEADER_NAME.fullmatch(text):
        raise ValueError(f'"{text}" is not the name of a header; write one such as Accept-Language')
    if text.lower() in _OURS:
        raise ValueError("is set by chipwire itself; remove it")
    return text


def one_line(text: str) -> str:
    """Accept text without line ends or other control characters."""
    if any(character < " " for character in text):
        raise ValueError("has a line end or a control character in it; write one line of text")
    return text


def day(written: Any) -> Any:
    """Accept a date, or a month where only that is known; the result is text."""
    if isinstance(written, datetime):
        return written.date().isoformat()
    if isinstance(written, date):
        return written.isoformat()
    text = str(written)
    if isinstance(written, str) and not _MONTH.fullmatch(text):
        try:
            date.fromisoformat(text)
        except ValueError:
            raise ValueError(f'"{text}" is not a date; write one such as 2026-09-12, or 2026-09') from None
    return written
