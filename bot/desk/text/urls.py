"""Addresses: what is shown without its trackers, and the key under which two addresses are one article."""

import re
from collections.abc import Collection
from urllib.parse import SplitResult, unquote_plus, urlsplit, urlunsplit

from w3lib.url import canonicalize_url

from bot.desk.text.trackers import RENDERINGS, SESSIONS, TRACKERS

_DEFAULT_PORTS = {"http": 80, "https": 443}
_VARIANT_HOST = re.compile(r"^(?:www|m|mobile|amp|wap)\.(?=[^.]+\.[^.])")
_SESSION_IN_PATH = re.compile(r";(?:jsessionid|phpsessid|sid)=[^/?;]*", re.IGNORECASE)
_AMP_SUFFIX = re.compile(r"/amp(?:\.html?)?/*$|\.amp(?=(?:\.html?)?/*$)", re.IGNORECASE)
_AMP_PREFIX = re.compile(r"^/amp(?=/[^/])", re.IGNORECASE)
# An address in which nothing has to be evened out but the host; the port is one that needs no naming.
_PLAIN = re.compile(
    r"https?://([a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+)(?::(?:80|443))?(/[A-Za-z0-9_./~-]*)"
)
_UNUSUAL = re.compile(r"/\.|\.amp|/amp(?:[/.]|$)", re.IGNORECASE)
_TRACKING_FRAGMENT = re.compile(r"^(?:utm_[a-z]+|xtor|at_[a-z]+|ref|spm)=|^:~:text=", re.IGNORECASE)


def clean_url(url: str, *, keep: Collection[str] = (), drop: Collection[str] = (), keep_fragment: bool = False) -> str:
    """The outlet's address without trackers, every other byte as the outlet gave it.

    Args:
        url: absolute.
        keep: parameters that this outlet means although they look like trackers.
        drop: parameters that this outlet does not mean.
        keep_fragment: leave even a fragment that looks like tracking.
    """
    if "?" not in url and "#" not in url:
        return url.strip()
    parts = _split(url.strip())
    if parts is None:
        return url.strip()
    query = _without(TRACKERS, parts.query, keep, drop)
    fragment = parts.fragment if keep_fragment or not _TRACKING_FRAGMENT.match(parts.fragment) else ""
    if query == parts.query and fragment == parts.fragment:
        return url.strip()
    return urlunsplit(parts._replace(query=query, fragment=fragment))


def url_key(url: str, *, keep: Collection[str] = (), drop: Collection[str] = (), keep_fragment: bool = False) -> str:
    """What two addresses of one article have in common; for comparing only, never fetched or shown."""
    plain = _PLAIN.fullmatch(url)
    if plain and not _UNUSUAL.search(url, plain.start(2)):
        host, path = plain.groups()
        return f"{_without_variant(host)}{path.rstrip('/')}"
    parts = _split(url.strip())
    if parts is None:
        return url.strip()
    try:
        return _evened(parts, keep, drop, keep_fragment=keep_fragment)
    except ValueError:  # what stood in the path stands in the host's place once it is evened out
        return url.strip()


def _evened(parts: SplitResult, keep: Collection[str], drop: Collection[str], *, keep_fragment: bool) -> str:
    host = _host(parts)
    path = _SESSION_IN_PATH.sub("", parts.path)
    path = _AMP_PREFIX.sub("", _AMP_SUFFIX.sub("", path))
    wanted = "&".join(
        pair
        for pair in _without(TRACKERS | SESSIONS, parts.query, keep, drop).split("&")
        if pair and (_name_and_value(pair) not in RENDERINGS or _name(pair) in _lowered(keep))
    )
    canonical = canonicalize_url(urlunsplit(("https", host, _resolved(path), wanted, "")), keep_blank_values=True)
    key = urlsplit(canonical)
    tail = f"?{key.query}" if key.query else ""
    fragment = f"#{parts.fragment}" if keep_fragment and parts.fragment else ""
    return f"{key.netloc}{key.path.rstrip('/')}{tail}{fragment}"


def _split(url: str) -> SplitResult | None:
    """The parts of a web address, or None for anything else, which is left alone."""
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018 - reading it is the check: a port out of range raises
    except ValueError:
        return None
    return parts if parts.scheme in _DEFAULT_PORTS and parts.hostname else None


def _host(parts: SplitResult) -> str:
    host = _without_variant((parts.hostname or "").rstrip("."))
    if ":" in host:
        host = f"[{host}]"
    plain_port = parts.port is None or parts.port in _DEFAULT_PORTS.values()
    return host if plain_port else f"{host}:{parts.port}"


def _without_variant(host: str) -> str:
    while shorter := _VARIANT_HOST.sub("", host):
        if shorter == host:
            break
        host = shorter
    return host


def _resolved(path: str) -> str:
    """The path without `.` and `..`, as RFC 3986 5.2.4 removes them."""
    kept: list[str] = []
    for segment in path.split("/"):
        plain = segment.replace("%2e", ".").replace("%2E", ".")
        if plain == "..":
            if len(kept) > 1:
                kept.pop()
        elif plain != ".":
            kept.append(segment)
    resolved = "/".join(kept)
    return resolved if resolved.startswith("/") else f"/{resolved}"


def _without(unwanted: frozenset[str], query: str, keep: Collection[str], drop: Collection[str]) -> str:
    kept, dropped = _lowered(keep), _lowered(drop)
    gone = (unwanted | dropped) - kept
    return "&".join(pair for pair in query.split("&") if _name(pair) not in gone)


def _lowered(names: Collection[str]) -> frozenset[str]:
    return frozenset(name.lower() for name in names)


def _name(pair: str) -> str:
    return _name_and_value(pair)[0]


def _name_and_value(pair: str) -> tuple[str, str]:
    name, _, value = pair.partition("=")
    return unquote_plus(name).lower(), unquote_plus(value).lower()
