"""The one way out: a polite conditional GET that ends as a `Fetched`, whatever the network does."""

import asyncio
import ssl
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from importlib.metadata import version
from itertools import chain
from types import TracebackType
from typing import Self

import aiohttp
from aiohttp import hdrs
from yarl import URL

from bot.intake import guard
from bot.intake.answer import failed, judged
from bot.intake.deadlines import Deadlines
from bot.intake.errand import GOOD, Errand, Reply, errand_for, headers_for, target_of
from bot.intake.manners import Clock, Robots, RobotsBook, Sleep, Turns
from bot.intake.packing import ACCEPT, PIECE, Unpacker, announced, too_large
from bot.intake.tls import context_for
from bot.intake.trouble import Trouble, explain, shown
from bot.model import Fetched, Source, Validators

_PERMANENT = frozenset({301, 308})
_PAUSE = 1.0  # seconds before a second try within one visit
_ACCEPT_TYPES = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/xml, text/html, */*;q=0.8"
)


class Door:
    """Fetches for every source over one client session; use as an async context manager."""

    def __init__(
        self,
        *,
        clock: Clock,
        contact: str = "",
        user_agent: str = "",
        allow_origins: Iterable[str] = (),
        sleep: Sleep = asyncio.sleep,
        lookup: guard.Lookup | None = None,
    ) -> None:
        self._user_agent = user_agent or f"chipwire/{version('chipwire')}" + (f" (+{contact})" if contact else "")
        self._allowed = frozenset(guard.origin_of(URL(origin)) for origin in allow_origins)
        self._clock = clock
        self._sleep = sleep
        self._lookup = lookup
        self._turns = Turns(clock, sleep)
        self._robots = RobotsBook(clock)
        self._deadlines = Deadlines()
        self._met: dict[str, Source] = {}
        self._contexts: dict[tuple[str, str], ssl.SSLContext] = {}
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        connector = aiohttp.TCPConnector(
            resolver=guard.GuardedResolver(self._lookup), socket_factory=guard.guarded_socket, limit=200
        )
        self._session = aiohttp.ClientSession(
            connector=connector,
            cookie_jar=aiohttp.DummyCookieJar(),  # cookies live as long as a visit
            auto_decompress=False,
            trust_env=False,
            timeout=aiohttp.ClientTimeout(total=None, sock_connect=None),
            headers={"User-Agent": self._user_agent, "Accept-Encoding": ACCEPT, "Accept": _ACCEPT_TYPES},
            max_line_size=guard.MAX_URL + 100,
            max_field_size=guard.MAX_HEADER_BYTES // 4,
            max_headers=guard.MAX_HEADER_LINES,
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    def meet(self, sources: tuple[Source, ...]) -> None:
        """Learn beforehand how long each host wants between requests; otherwise each source says so when fetched."""
        for source in sources:
            self._turns.meet(source)
            self._met[source.id] = source

    def wait(self, source: Source, *, ahead: int = 0) -> float:
        """Seconds until a visit to the source's host could have its turn, so many others going first."""
        try:
            return self._turns.wait(guard.address(source.url), ahead)
        except ValueError:
            return 0.0

    async def get(self, source: Source, validators: Validators, *, now: datetime) -> Fetched:
        """Visit a source; network trouble is an outcome, never an exception."""
        begun = self._clock()
        try:
            if self._met.get(source.id) is not source:
                self.meet((source,))
            asked = validators if source.conditional else Validators()
            errand = errand_for(source, asked)
            reply = await self._follow(guard.address(source.url), errand, robots=source.respect_robots)
        except Trouble as caught:
            trouble = caught
        except ValueError as error:  # yarl's and the client's word for an address that is none
            trouble = Trouble("forbidden", f"the address is malformed ({type(error).__name__})")
        else:
            return judged(source, reply, validators, asked, now, self._clock() - begun)
        return failed(source, validators, trouble, self._clock() - begun)

    async def _follow(self, url: URL, errand: Errand, *, robots: bool) -> Reply:
        """Ask, and follow redirects by hand: each hop is a new address to be judged."""
        seen: list[URL] = []
        moved, permanent = "", True
        while True:
            self._check(url, bool(seen))
            seen.append(url)
            if robots:
                self._heed(self._robots.known(url) or await self._ask_robots(url, errand), url)
            reply = await self._ask(url, errand)
            target = target_of(reply)
            if target is None:
                return replace(reply, moved_to=moved) if moved else reply
            permanent = permanent and reply.status in _PERMANENT
            moved = str(target) if permanent else moved
            if target in seen and not errand.cookies:  # a cookie may be what the circle was for
                raise Trouble("redirect", f"redirects in a circle, back to {shown(target)}", status=reply.status)
            if len(seen) > guard.MAX_HOPS:
                raise Trouble("redirect", f"redirects more than {guard.MAX_HOPS} times", status=reply.status)
            url = target

    def _check(self, url: URL, redirected: bool) -> None:
        if why := guard.why_no_hop(url, self._allowed):
            where = f"redirects to {shown(url)}, which may not be reached: " if redirected else ""
            raise Trouble("forbidden", where + why)

    def _heed(self, asked: Robots, url: URL) -> None:
        if asked.delay:
            self._turns.wish(url, "robots.txt", asked.delay)
        if why := asked.why_not(url):
            raise Trouble("robots", why)

    async def _ask_robots(self, url: URL, errand: Errand) -> Robots:
        async def fetch(address: URL) -> tuple[int, bytes]:
            aside = replace(errand, headers={}, cookies={})
            try:
                reply = await self._follow(address, aside, robots=False)
            finally:
                errand.left = aside.left
            return reply.status, reply.body

        return await self._robots.ask(url, fetch)

    async def _ask(self, url: URL, errand: Errand) -> Reply:
        """One request in its host's turn; passing mishaps are tried again within the visit's time."""
        tries = errand.source.retries + 1
        async with self._turns.turn(url, errand.visit):
            while True:
                tries -= 1
                try:
                    return await self._request(url, errand)
                except Trouble as trouble:
                    if not trouble.again or tries <= 0:
                        raise
                await self._sleep(_PAUSE)

    async def _request(self, url: URL, errand: Errand) -> Reply:
        assert self._session is not None, "the door is used inside `async with`"
        proxy = errand.source.proxy or None
        # Through a proxy it is the proxy that is connected to, and the operator named it.
        trusted = proxy is not None or guard.origin_of(url) in self._allowed
        errand.answering = False
        deadline = self._deadlines.within(errand.left)
        with guard.passage(trusted=trusted) as here:
            try:
                with deadline:
                    response = await self._session.get(
                        url,
                        headers=headers_for(url, errand),
                        proxy=proxy,
                        ssl=self._tls_for(url, errand.source),
                        allow_redirects=False,
                    )
                    try:
                        return await _read(response, url, errand)
                    finally:
                        response.release()
            except TimeoutError as error:
                raise Trouble("timeout", errand.late(url)) from error
            except (aiohttp.ClientError, OSError, ValueError) as error:
                raise explain(error, url, here.refused) from error
            finally:
                errand.left = deadline.left()

    def _tls_for(self, url: URL, source: Source) -> ssl.SSLContext | bool:
        """The source's own TLS for its own host; the strict default for any other."""
        if not source.tls or url.host != guard.address(source.url).host:
            return True
        key = source.tls.get("legacy", ""), source.tls.get("ca", "")
        if key not in self._contexts:
            self._contexts[key] = context_for(legacy=key[0].lower() in {"yes", "true", "1"}, ca=key[1])
        return self._contexts[key]


async def _read(response: aiohttp.ClientResponse, url: URL, errand: Errand) -> Reply:
    errand.answering = True
    lines = response.raw_headers
    size = sum(map(len, chain.from_iterable(lines))) + 4 * len(lines)
    if size > guard.MAX_HEADER_BYTES:
        raise Trouble("protocol", f"the headers are larger than {guard.MAX_HEADER_BYTES // 1024} KB")
    if hdrs.SET_COOKIE in response.headers:
        errand.keep_cookies(url, response.cookies)
    if response.status not in GOOD:
        return Reply(url, response.status, response.headers)
    if (response.content_length or 0) > errand.limit:
        raise too_large(errand.limit)
    unpacker = Unpacker(announced(response.headers.getall(hdrs.CONTENT_ENCODING, [])), errand.limit)
    cut = ""
    _end_with_the_connection(response)
    try:
        async for piece in response.content.iter_chunked(PIECE):
            unpacker.feed(piece)
    except (aiohttp.ClientPayloadError, ConnectionError, aiohttp.ClientConnectionError):
        if not unpacker.body:
            raise
        cut = f"the transfer broke off after {len(unpacker.body):,} bytes; what came was read"
    if not unpacker.finish() and not cut:
        cut = f"the packed body broke off after {len(unpacker.body):,} bytes; what came was read"
    return Reply(url, response.status, response.headers, bytes(unpacker.body), cut)


def _end_with_the_connection(response: aiohttp.ClientResponse) -> None:
    """Fail the body when the connection ends without it.

    aiohttp 3.14 tells the body's reader nothing of a malformed chunk: it would wait until the deadline.
    """
    protocol = response.connection.protocol if response.connection is not None else None
    closed = protocol.closed if protocol is not None else None

    def end(done: asyncio.Future[None]) -> None:
        if not done.cancelled():
            done.exception()  # seen, so that nobody complains about it
        if not response.content.is_eof() and response.content.exception() is None:
            response.content.set_exception(aiohttp.ClientPayloadError("the connection ended before the body"))

    if closed is not None:
        closed.add_done_callback(end)
