"""The one way out, against a real server on loopback."""

import asyncio
import gzip
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from hashlib import blake2b

import pytest
from aiohttp import web
from aiohttp.web_log import AccessLogger

from bot.intake.door import Door
from bot.model import Fetched, FetchOutcome, Source, Validators

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
BODY = "<rss><channel><title>한국</title></channel></rss>".encode()
HASH = blake2b(BODY, digest_size=16).hexdigest()
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass
class Outlet:
    """A server that answers every request by one function, and remembers what it was asked."""

    handler: Handler
    origin: str = ""
    asked: list[web.Request] = field(default_factory=list)

    @property
    def paths(self) -> list[str]:
        return [request.path for request in self.asked]

    async def answer(self, request: web.BaseRequest) -> web.StreamResponse:
        assert isinstance(request, web.BaseRequest)
        self.asked.append(request)  # type: ignore[arg-type]
        return await self.handler(request)  # type: ignore[arg-type]


@asynccontextmanager
async def outlet(handler: Handler) -> AsyncIterator[Outlet]:
    """The server, running."""
    here = Outlet(handler)
    runner = web.ServerRunner(web.Server(here.answer, access_log_class=AccessLogger), shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    here.origin = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield here
    finally:
        await runner.cleanup()


def replying(body: bytes = BODY, *, status: int = 200, **headers: str) -> Handler:
    """Always the same answer."""

    async def handler(request: web.Request) -> web.StreamResponse:
        return web.Response(
            body=body, status=status, headers={name.replace("_", "-"): value for name, value in headers.items()}
        )

    return handler


def source(url: str, **more: object) -> Source:
    """A source that is quick about it."""
    settings: dict[str, object] = {
        "respect_robots": False, "host_delay": timedelta(0), "timeout": timedelta(seconds=5), "retries": 0, **more,
    }  # fmt: skip
    return Source(
        id="yna", name="Yonhap", side="KR", kind="news-agency", lang="ko", format="feed", url=url,
        **settings,  # type: ignore[arg-type]
    )  # fmt: skip


async def no_sleep(seconds: float) -> None:
    """Time passes without us."""


async def visited(here: Outlet, path: str = "/feed", known: Validators | None = None, **more: object) -> Fetched:
    """One visit through a door of its own."""
    async with Door(
        contact="https://desk.example/", clock=time.monotonic, allow_origins=[here.origin], sleep=no_sleep
    ) as door:
        return await door.get(source(here.origin + path, **more), known or Validators(), now=NOW)


async def test_a_good_answer_is_fetched_whole() -> None:
    """Body, type, validators, freshness and the address that answered."""
    handler = replying(
        ETag='"1"', Last_Modified="Sun, 22 Nov 2026 02:00:00 GMT", Cache_Control="max-age=600", Content_Type="text/xml"
    )
    async with outlet(handler) as here:
        fetched = await visited(here)

    assert fetched == Fetched(
        source="yna",
        outcome=FetchOutcome.FETCHED,
        url=f"{here.origin}/feed",
        status=200,
        body=BODY,
        content_type="text/xml",
        validators=Validators('"1"', "Sun, 22 Nov 2026 02:00:00 GMT", HASH),
        fresh_for=timedelta(seconds=600),
        seconds=fetched.seconds,
    )


async def test_the_visitor_says_who_it_is() -> None:
    """An honest name, a contact, and only the encodings that are tested."""
    async with outlet(replying()) as here:
        await visited(here)

    headers = here.asked[0].headers
    assert headers["User-Agent"] == "chipwire/0.1.0 (+https://desk.example/)"
    assert headers["Accept-Encoding"] == "gzip, deflate, br, zstd"
    assert "If-None-Match" not in headers


async def test_known_validators_are_asked_with_and_a_304_is_unchanged() -> None:
    """The known validators stay: they stand for the items that are stored."""
    known = Validators('"1"', "Sun, 22 Nov 2026 02:00:00 GMT", "abc")
    async with outlet(replying(b"", status=304, Cache_Control="max-age=60")) as here:
        fetched = await visited(here, known=known)

    sent = here.asked[0].headers
    assert (sent["If-None-Match"], sent["If-Modified-Since"]) == (known.etag, known.last_modified)
    assert (fetched.outcome, fetched.status, fetched.reason) == (FetchOutcome.UNCHANGED, 304, "")
    assert fetched.validators == known
    assert fetched.fresh_for == timedelta(seconds=60)


async def test_the_same_body_again_is_unchanged_though_the_status_is_200() -> None:
    """Most outlets of this field know no conditional requests; the new validators are taken along."""
    async with outlet(replying(ETag='"2"')) as here:
        fetched = await visited(here, known=Validators('"1"', "", HASH))

    assert (fetched.outcome, fetched.status, fetched.body) == (FetchOutcome.UNCHANGED, 200, b"")
    assert fetched.validators == Validators('"2"', "", HASH)


@pytest.mark.parametrize(
    ("known", "conditional"), [(Validators(), True), (Validators("", "", HASH), True), (Validators('"1"'), False)]
)
async def test_an_unasked_304_is_a_failure(known: Validators, conditional: bool) -> None:
    """Nothing was asked that could be unmodified; a source may be configured never to ask."""
    async with outlet(replying(b"", status=304)) as here:
        fetched = await visited(here, known=known, conditional=conditional)

    assert (fetched.outcome, fetched.cause) == (FetchOutcome.FAILED, "status")
    assert "If-None-Match" not in here.asked[0].headers
    assert fetched.validators == known


async def test_a_failure_keeps_the_known_validators_and_says_when_to_come_back() -> None:
    """The outlet's wish is passed on, the items are still ours."""
    known = Validators('"1"', "", "abc")
    async with outlet(replying(b"busy", status=503, Retry_After="120")) as here:
        fetched = await visited(here, known=known)

    assert (fetched.outcome, fetched.status, fetched.body) == (FetchOutcome.FAILED, 503, b"")
    assert (fetched.cause, fetched.reason) == ("status", "answered 503 Service Unavailable")
    assert fetched.retry_after == timedelta(minutes=2)
    assert fetched.validators == known


@pytest.mark.parametrize(
    ("codes", "moved"),
    [((301,), 1), ((308, 301), 2), ((302,), 0), ((301, 302, 301), 1), ((302, 301), 0), ((301,) * 5, 5)],
)
async def test_only_an_unbroken_chain_of_permanent_moves_is_a_move(codes: tuple[int, ...], moved: int) -> None:
    """Where the stored address may one day go; what lies behind a temporary hop is temporary."""

    async def handler(request: web.Request) -> web.StreamResponse:
        n = int(request.path[1:])
        if n < len(codes):
            return web.Response(status=codes[n], headers={"Location": f"/{n + 1}"})
        return web.Response(body=BODY)

    async with outlet(handler) as here:
        fetched = await visited(here, "/0")

    assert fetched.outcome is FetchOutcome.FETCHED
    assert fetched.url == f"{here.origin}/{len(codes)}"
    assert fetched.moved_to == (f"{here.origin}/{moved}" if moved else "")


async def test_no_more_than_five_hops_are_followed() -> None:
    """The sixth address is not asked."""

    async def handler(request: web.Request) -> web.StreamResponse:
        return web.Response(status=302, headers={"Location": f"/{int(request.path[1:]) + 1}"})

    async with outlet(handler) as here:
        fetched = await visited(here, "/0")

    assert (fetched.cause, fetched.reason) == ("redirect", "redirects more than 5 times")
    assert here.paths == ["/0", "/1", "/2", "/3", "/4", "/5"]


async def test_a_redirect_to_another_origin_is_judged_anew() -> None:
    """Even to the same machine: only the exact origin was allowed."""
    async with outlet(replying()) as inner:

        async def handler(request: web.Request) -> web.StreamResponse:
            return web.Response(status=302, headers={"Location": f"{inner.origin}/?token=hidden"})

        async with outlet(handler) as here:
            fetched = await visited(here)

    assert fetched.cause == "forbidden"
    assert fetched.reason == (
        f"redirects to {inner.origin}/?…, which may not be reached: 127.0.0.1 is this machine (loopback)"
    )
    assert inner.asked == []


async def test_what_a_source_sends_goes_to_its_own_host_only() -> None:
    """Cookies and keys do not travel along a redirect."""
    async with outlet(replying()) as other:
        elsewhere = other.origin.replace("127.0.0.1", "localhost")

        async def handler(request: web.Request) -> web.StreamResponse:
            return web.Response(status=302, headers={"Location": f"{elsewhere}/"})

        async with (
            outlet(handler) as here,
            Door(clock=time.monotonic, allow_origins=[here.origin, elsewhere], lookup=None) as door,
        ):
            mine = source(here.origin + "/feed", headers={"X-Key": "k"}, cookies={"session": "s"})
            fetched = await door.get(mine, Validators(), now=NOW)

    assert fetched.outcome is FetchOutcome.FETCHED
    assert (here.asked[0].headers["X-Key"], here.asked[0].headers["Cookie"]) == ("k", "session=s")
    assert {"X-Key", "Cookie"} & set(other.asked[0].headers) == set()


async def test_a_cookie_set_on_the_way_is_shown_at_the_next_hop_and_then_forgotten() -> None:
    """Some ministries let nobody in who does not bring their cookie back."""

    async def handler(request: web.Request) -> web.StreamResponse:
        if "seen" in request.headers.get("Cookie", ""):
            return web.Response(body=BODY)
        return web.Response(status=302, headers={"Location": request.path, "Set-Cookie": "seen=1; Path=/"})

    async with outlet(handler) as here, Door(clock=time.monotonic, allow_origins=[here.origin]) as door:
        first = await door.get(source(here.origin + "/feed"), Validators(), now=NOW)
        await door.get(source(here.origin + "/feed"), Validators(), now=NOW)

    assert first.body == BODY
    assert [request.headers.get("Cookie") for request in here.asked] == [None, "seen=1", None, "seen=1"]


async def test_the_whole_visit_has_one_deadline() -> None:
    """Bytes that keep coming do not buy time."""

    async def handler(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        while True:
            await response.write(b" ")
            await asyncio.sleep(0.02)

    async with outlet(handler) as here:
        fetched = await visited(here, timeout=timedelta(seconds=0.3))

    assert (fetched.outcome, fetched.cause) == (FetchOutcome.FAILED, "timeout")
    assert fetched.reason == "127.0.0.1 was not done answering within 0.3 s"


async def test_redirects_share_the_deadline() -> None:
    """Five slow hops are not five deadlines."""

    async def handler(request: web.Request) -> web.StreamResponse:
        await asyncio.sleep(0.2)
        return web.Response(status=302, headers={"Location": f"/{int(request.path[1:]) + 1}"})

    async with outlet(handler) as here:
        fetched = await visited(here, "/0", timeout=timedelta(seconds=0.5))

    assert fetched.cause == "timeout"
    assert len(here.asked) <= 3


async def test_a_body_beyond_the_cap_is_refused() -> None:
    """Ten megabytes, counted after unpacking."""
    packed = gzip.compress(b"".join(b"%d" % n for n in range(1_700_000)))
    async with outlet(replying(packed, Content_Encoding="gzip")) as here:
        fetched = await visited(here)

    assert (fetched.cause, fetched.reason) == ("too-large", "the body is larger than 10 MB")


async def test_one_request_a_host_at_a_time() -> None:
    """Ten sources of one host come one after the other."""
    busy, most = 0, 0

    async def handler(request: web.Request) -> web.StreamResponse:
        nonlocal busy, most
        busy += 1
        most = max(most, busy)
        await asyncio.sleep(0.01)
        busy -= 1
        return web.Response(body=BODY)

    async with outlet(handler) as here, Door(clock=time.monotonic, allow_origins=[here.origin]) as door:
        sources = [source(f"{here.origin}/{n}") for n in range(10)]
        found = await asyncio.gather(*(door.get(one, Validators(), now=NOW) for one in sources))

    assert {fetched.outcome for fetched in found} == {FetchOutcome.FETCHED}
    assert most == 1


async def test_the_pause_between_visits_is_slept_and_not_charged() -> None:
    """host_delay is the host's; waiting does not eat the visit's own time."""
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    async with outlet(replying()) as here:
        door = Door(clock=lambda: 100.0, allow_origins=[here.origin], sleep=sleep)
        slow = replace(source(f"{here.origin}/a", host_delay=timedelta(minutes=4)), id="slow")
        quick = source(f"{here.origin}/b")
        door.meet((slow,))
        async with door:
            outcomes = [(await door.get(one, Validators(), now=NOW)).outcome for one in (quick, quick, slow)]

    assert outcomes == [FetchOutcome.FETCHED] * 3
    assert slept == [240.0, 240.0]


@pytest.mark.parametrize(("retries", "outcome"), [(0, FetchOutcome.FAILED), (1, FetchOutcome.FETCHED)])
async def test_a_passing_mishap_is_tried_again(retries: int, outcome: FetchOutcome) -> None:
    """Some hosts break off one connection in three; the client itself repeats at once, in case the host was tired of it."""

    async def handler(request: web.Request) -> web.StreamResponse:
        if len(here.asked) <= 2:
            assert request.transport is not None
            request.transport.abort()
        return web.Response(body=BODY)

    async with outlet(handler) as here:
        fetched = await visited(here, retries=retries)

    assert fetched.outcome is outcome


async def test_a_refusal_is_not_tried_again() -> None:
    """An answer is an answer."""
    async with outlet(replying(status=500)) as here:
        await visited(here, retries=3)

    assert len(here.asked) == 1


async def test_robots_are_asked_first_and_heeded() -> None:
    """The page is not asked for, and the reason names the rule."""
    async with outlet(replying(b"User-agent: *\nDisallow: /feed")) as here:
        fetched = await visited(here, respect_robots=True)

    assert (fetched.outcome, fetched.cause) == (FetchOutcome.FAILED, "robots")
    assert fetched.reason == "robots.txt of 127.0.0.1 does not allow it (Disallow: /feed)"
    assert here.paths == ["/robots.txt"]


async def test_robots_are_asked_without_the_validators_of_the_page() -> None:
    """A 304 for robots.txt would mean nothing."""
    async with outlet(replying(status=200)) as here:
        fetched = await visited(here, known=Validators('"1"'), respect_robots=True)

    assert fetched.outcome is FetchOutcome.FETCHED
    assert here.paths == ["/robots.txt", "/feed"]
    assert ["If-None-Match" in request.headers for request in here.asked] == [False, True]


async def test_a_redirect_is_held_to_robots_too() -> None:
    """The rules are those of the address that would answer."""

    async def handler(request: web.Request) -> web.StreamResponse:
        if request.path == "/robots.txt":
            return web.Response(text="User-agent: *\nDisallow: /private")
        return web.Response(status=302, headers={"Location": "/private/feed"})

    async with outlet(handler) as here:
        fetched = await visited(here, respect_robots=True)

    assert fetched.cause == "robots"
    assert here.paths == ["/robots.txt", "/feed"]


async def test_a_dead_host_is_a_dead_host_also_by_its_robots() -> None:
    """Health must not read a refused connection as a rule."""
    async with outlet(replying()) as here:
        pass
    fetched = await visited(here, respect_robots=True)

    assert fetched.cause == "connect"
    assert fetched.reason.startswith("robots.txt could not be read, so nothing else was asked for: no connection to")


async def test_a_cut_body_is_handed_on_with_words_and_without_validators() -> None:
    """What is whole in it can be saved; the next visit must ask for all of it."""

    async def handler(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Length": "9999", "ETag": '"1"'})
        await response.prepare(request)
        await response.write(BODY)
        await asyncio.sleep(0.1)
        assert request.transport is not None
        request.transport.close()
        return response

    async with outlet(handler) as here:
        fetched = await visited(here)

    assert (fetched.outcome, fetched.body, fetched.cause) == (FetchOutcome.FETCHED, BODY, "cut")
    assert fetched.reason.startswith(f"the transfer broke off after {len(BODY)} bytes")
    assert fetched.validators == Validators("", "", HASH)


@pytest.mark.parametrize(
    "url", ["", "bla", "http://", "http://[", "http://a b/", "http://x:y/", "://", "http://outlet.example:99999/"]
)
async def test_an_address_that_is_none_is_a_failure_like_any_other(url: str) -> None:
    """The door never raises for what a source says."""
    async with Door(clock=time.monotonic) as door:
        fetched = await door.get(source(url), Validators(), now=NOW)

    assert (fetched.outcome, fetched.cause) == (FetchOutcome.FAILED, "forbidden")
    assert fetched.reason


async def test_a_cancelled_visit_is_cancelled() -> None:
    """The supervisor ends the house; no failure is made of that."""
    begun = asyncio.Event()

    async def handler(request: web.Request) -> web.StreamResponse:
        begun.set()
        await asyncio.sleep(60)
        return web.Response()

    async with outlet(handler) as here:
        task = asyncio.create_task(visited(here))
        await begun.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task


async def test_the_environment_names_no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the source's own proxy is used."""
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    async with outlet(replying()) as here:
        fetched = await visited(here)

    assert fetched.outcome is FetchOutcome.FETCHED


async def test_a_source_with_a_proxy_is_asked_through_it() -> None:
    """The proxy's address is the operator's word, whatever range it is in."""
    async with outlet(replying()) as proxy, Door(clock=time.monotonic) as door:
        mine = source("http://outlet.example/feed", proxy=proxy.origin)
        fetched = await door.get(mine, Validators(), now=NOW)

    assert (fetched.outcome, fetched.url) == (FetchOutcome.FETCHED, "http://outlet.example/feed")
    assert str(proxy.asked[0].url) == "http://outlet.example/feed"


async def test_a_proxy_opens_no_way_to_this_machine() -> None:
    """What the target's address shows by itself is refused before the proxy hears of it."""
    async with outlet(replying()) as proxy, Door(clock=time.monotonic) as door:
        mine = source("http://127.0.0.1:22/", proxy=proxy.origin)
        fetched = await door.get(mine, Validators(), now=NOW)

    assert fetched.cause == "forbidden"
    assert proxy.asked == []
