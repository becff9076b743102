"""One visit under way: what is asked, with which headers, in how much time, and each answer on the way."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from http.cookies import SimpleCookie

from aiohttp import hdrs
from yarl import URL

from bot.intake import guard
from bot.intake.trouble import Trouble, status_words
from bot.model import Source, Validators

GOOD = frozenset({200, 203})
_COOKIES = 50  # for each host of a visit
_COOKIE_SIZE = 4_096  # characters
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(slots=True)
class Errand:
    """One visit under way: what is asked, by whom, and how much time is left."""

    source: Source
    headers: dict[str, str]
    left: float  # seconds; stands still while waiting for a turn
    limit: int = guard.MAX_BODY
    visit: object = field(default_factory=object)  # one and the same through all hops and robots.txt
    answering: bool = False  # whether the headers of the current answer have come
    cookies: dict[str, dict[str, str]] = field(default_factory=dict)  # by host; set on the way, dropped afterwards

    def keep_cookies(self, url: URL, cookies: SimpleCookie) -> None:
        """Remember what a host set, for the next hops to it."""
        kept = self.cookies.setdefault(url.raw_host or "", {})
        for name, morsel in cookies.items():
            if len(kept) < _COOKIES and len(morsel.coded_value) <= _COOKIE_SIZE:
                kept[name] = morsel.coded_value

    def late(self, url: URL) -> str:
        """Say in words that the time is up."""
        what = "was not done answering" if self.answering else "did not answer"
        return f"{url.host} {what} within {_seconds(self.source):g} s"


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer; the body is read of good ones only."""

    url: URL
    status: int
    headers: Mapping[str, str]
    body: bytes = b""
    cut: str = ""  # in words: the transfer broke off, and what came is kept
    moved_to: str = ""


def _seconds(source: Source) -> float:
    return min(source.timeout.total_seconds(), guard.MAX_SECONDS)


def errand_for(source: Source, asked: Validators) -> Errand:
    """A visit that asks with the given validators."""
    headers = {}
    if asked.etag:
        headers["If-None-Match"] = asked.etag
    if asked.last_modified:
        headers["If-Modified-Since"] = asked.last_modified
    return Errand(source, headers, _seconds(source))


def headers_for(url: URL, errand: Errand) -> dict[str, str]:
    """What is sent to this hop.

    A source's own headers and cookies go to its own host only, and never in the clear where TLS was configured.
    """
    source, home = errand.source, guard.address(errand.source.url)
    if not (source.headers or source.cookies or errand.cookies):
        return errand.headers
    at_home = url.host == home.host and url.scheme in {home.scheme, "https"}
    cookies = dict(source.cookies) if at_home else {}
    cookies |= errand.cookies.get(url.raw_host or "", {})
    headers = errand.headers | (dict(source.headers) if at_home else {})
    if cookies:
        headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in cookies.items())
    return headers


def target_of(reply: Reply) -> URL | None:
    """Where a redirect leads; None when the answer is none."""
    if reply.status not in _REDIRECTS:
        return None
    location = reply.headers.get(hdrs.LOCATION, "").strip()
    if not location:
        raise Trouble("redirect", f"answered {status_words(reply.status)} without saying where to", status=reply.status)
    try:
        # A clean address is taken as it is written: re-quoting breaks signed ones.
        clean = location.isascii() and location.isprintable() and " " not in location
        return reply.url.join(URL(location, encoded=clean)).with_fragment(None)
    except ValueError as error:
        raise Trouble("redirect", "redirects to something that is no address", status=reply.status) from error
