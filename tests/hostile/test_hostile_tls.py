"""Names and certificates that lie, break or never answer: always a reason, never a call to the wrong place."""

import asyncio
import contextlib
import socket
import ssl
import time
import warnings
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import trustme
from aiohttp.abc import ResolveResult
from hostile_cases import FEED
from hostile_server import Again, Hang, Pause, Reset, Step, World, answered, perform

from bot.intake.door import Door
from bot.model import Fetched, FetchOutcome, Source, Validators

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
NAME = "outlet.example"


@dataclass(frozen=True)
class TlsCase:
    """A server's certificate, protocol and behaviour, and what comes of it."""

    cause: str
    prepare: Callable[[trustme.CA, ssl.SSLContext], None] = lambda ca, context: None
    script: tuple[Step, ...] = (answered(FEED),)
    raw: tuple[Step, ...] = ()  # instead of TLS
    trusted: bool = True  # the source names our CA
    legacy: bool = False
    host: str = NAME
    words: str = ""  # in the reason


def certified(*names: str, **more: object) -> Callable[[trustme.CA, ssl.SSLContext], None]:
    """A certificate for these names."""
    return lambda ca, context: ca.issue_cert(*names, **more).configure_cert(context)  # type: ignore[arg-type]


def old(version: ssl.TLSVersion) -> Callable[[trustme.CA, ssl.SSLContext], None]:
    """A server that speaks nothing newer."""

    def prepare(ca: trustme.CA, context: ssl.SSLContext) -> None:
        certified(NAME)(ca, context)
        context.set_ciphers("ALL:@SECLEVEL=0")
        with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
            context.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
            context.maximum_version = version

    return prepare


def wants_client_certificate(ca: trustme.CA, context: ssl.SSLContext) -> None:
    """A server for members only."""
    certified(NAME)(ca, context)
    ca.configure_trust(context)
    context.verify_mode = ssl.CERT_REQUIRED
    context.maximum_version = ssl.TLSVersion.TLSv1_2


def refuses_name(ca: trustme.CA, context: ssl.SSLContext) -> None:
    """A server that knows no such name."""
    certified(NAME)(ca, context)
    context.sni_callback = lambda *_: ssl.ALERT_DESCRIPTION_UNRECOGNIZED_NAME


TLS = {
    "good": TlsCase("", certified(NAME)),
    "wildcard": TlsCase("", certified("*.outlet.example"), host="www.outlet.example"),
    "wildcard-too-deep": TlsCase("tls", certified("*.outlet.example"), host="a.b.outlet.example", words="certificate"),
    "unknown-authority": TlsCase("tls", certified(NAME), trusted=False, words="certificate"),
    "wrong-host": TlsCase("tls", certified("other.example"), words="certificate"),
    "address-in-place-of-name": TlsCase("tls", certified("127.0.0.1"), words="certificate"),
    "expired": TlsCase("tls", certified(NAME, not_after=datetime(2020, 1, 1, tzinfo=UTC)), words="expired"),
    "tls-1.0": TlsCase("tls", old(ssl.TLSVersion.TLSv1)),
    "tls-1.1": TlsCase("tls", old(ssl.TLSVersion.TLSv1_1)),
    "tls-1.2": TlsCase("", old(ssl.TLSVersion.TLSv1_2)),
    "legacy-still-checks-certificates": TlsCase("tls", certified("other.example"), legacy=True),
    "legacy": TlsCase("", certified(NAME), legacy=True),
    "client-certificate": TlsCase("tls", wants_client_certificate),
    "unrecognised-name": TlsCase("tls", refuses_name),
    "plain-http": TlsCase("tls", raw=(answered(FEED),)),
    "garbage": TlsCase("tls", raw=(b"\x00\xff" * 500,)),
    "ssh": TlsCase("tls", raw=(b"SSH-2.0-x\r\n", Pause(0.1))),
    "huge-record": TlsCase("tls", raw=(b"\x16\x03\x03\xff\xff" + b"\x02" * 70_000,)),
    "alert": TlsCase("tls", raw=(b"\x15\x03\x03\x00\x02\x02\x28",)),
    "silence": TlsCase("timeout", raw=(Hang(),)),
    "drip": TlsCase("timeout", raw=(b"\x16\x03\x03\x40\x00", Again(b"\x02", pause=0.05))),
    "hang-up": TlsCase("tls", raw=()),
    "reset": TlsCase("tls", raw=(Reset(),)),
    "cut-in-body": TlsCase("cut", certified(NAME), (b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n" + FEED,)),
    "stall-in-body": TlsCase("timeout", certified(NAME), (b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n", Hang())),
}


@pytest.mark.parametrize("name", TLS)
async def test_a_broken_secure_connection_is_a_reason(name: str, tmp_path: Path) -> None:
    """Certificates are always checked, and whatever the handshake does, the visit ends in time."""
    case = TLS[name]
    ca = trustme.CA()
    ca.cert_pem.write_to_path(tmp_path / "ca.pem")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    case.prepare(ca, context)

    async with listening(case.raw or case.script, None if case.raw or not case.script else context, case) as port:
        tls = ({"ca": str(tmp_path / "ca.pem")} if case.trusted else {}) | ({"legacy": "yes"} if case.legacy else {})
        fetched = await visited(f"https://{case.host}:{port}/", Names({case.host: ["127.0.0.1"]}), tls=tls)

    assert fetched.cause == case.cause, fetched.reason
    assert case.words in fetched.reason


@asynccontextmanager
async def listening(script: tuple[Step, ...], context: ssl.SSLContext | None, case: TlsCase) -> AsyncIterator[int]:
    """One server on loopback, with TLS or instead of it."""
    if case.prepare is TlsCase.prepare:
        context, script = None, case.raw
    here = World(0, 0)
    talks: set[asyncio.Task[None]] = set()

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        talks.add(task)
        with contextlib.suppress(OSError, asyncio.IncompleteReadError):
            await reader.read(64)
            await perform(here, script, writer)
        writer.close()
        with contextlib.suppress(OSError):
            await writer.wait_closed()

    asyncio.get_running_loop().set_exception_handler(lambda *_: None)  # failed handshakes are the point
    async with await asyncio.start_server(talk, "127.0.0.1", 0, ssl=context) as server:
        try:
            yield server.sockets[0].getsockname()[1]
        finally:
            here.over.set()
            for task in list(talks):
                await task


@dataclass
class Names:
    """A name server: addresses by name, an error, or one answer after another."""

    answers: dict[str, object]
    asked: list[str] = field(default_factory=list)

    def __call__(self, host: str, port: int, family: int) -> list[ResolveResult]:
        self.asked.append(host)
        answer = self.answers.get(host, socket.gaierror(socket.EAI_NONAME, "unknown"))
        if callable(answer):
            answer = answer()
        if isinstance(answer, Exception):
            raise answer
        assert isinstance(answer, list)
        return [
            ResolveResult(
                hostname=host, host=address, port=port, proto=0, flags=socket.AI_NUMERICHOST,
                family=socket.AF_INET6 if ":" in address else socket.AF_INET,
            )
            for address in answer
        ]  # fmt: skip


async def visited(url: str, names: Names, *, tls: dict[str, str] | None = None, allowed: bool = True) -> Fetched:
    """One visit with 1.5 s to spend."""
    source = Source(
        id="s", name="S", side="KR", kind="newspaper", lang="ko", format="feed", url=url, tls=tls or {},
        timeout=timedelta(seconds=1.5), retries=0, host_delay=timedelta(0), respect_robots=False,
    )  # fmt: skip
    async with Door(clock=time.monotonic, allow_origins={url} if allowed else (), lookup=names) as door:
        return await door.get(source, Validators(), now=NOW)


def asleep() -> list[str]:
    """A name server that takes its time."""
    time.sleep(4)
    return ["127.0.0.1"]


DNS: dict[str, tuple[object, str]] = {
    "unknown": (socket.gaierror(socket.EAI_NONAME, "unknown"), "dns"),
    "no-answer": (socket.gaierror(socket.EAI_AGAIN, "try again"), "dns"),
    "failing": (socket.gaierror(socket.EAI_FAIL, "failed"), "dns"),
    "no-memory": (OSError(12, "memory"), "dns"),
    "not-text": (UnicodeError("label too long"), "dns"),
    "no-addresses": ([], "dns"),
    "asleep": (asleep, "timeout"),
    "private": (["10.0.0.1"], "forbidden"),
    "loopback": (["127.0.0.1"], "forbidden"),
    "loopback-6": (["::1"], "forbidden"),
    "mixed-private": (["192.168.0.1", "::ffff:10.0.0.1", "fe80::1"], "forbidden"),
    "a-thousand-private": ([f"10.0.{n // 250}.{n % 250}" for n in range(1_000)], "forbidden"),
    "metadata": (["169.254.169.254"], "forbidden"),
    "multicast": (["224.0.0.1"], "forbidden"),
    "unspecified": (["0.0.0.0", "::"], "forbidden"),
    "zone": (["fe80::1%lo"], "forbidden"),
    "no-address-at-all": (["not an address"], "forbidden"),
    "nat64-loopback": (["64:ff9b::7f00:1"], "forbidden"),
    "6to4-private": (["2002:0a00:0001::1"], "forbidden"),
}


@pytest.mark.parametrize("name", DNS)
async def test_a_lying_name_server_is_a_reason(name: str) -> None:
    """What a name leads to is judged before anything is connected to."""
    answer, cause = DNS[name]

    fetched = await visited("http://outlet.example/", Names({NAME: answer}), allowed=False)

    assert (fetched.outcome, fetched.cause) == (FetchOutcome.FAILED, cause), fetched.reason
    assert NAME in fetched.reason


@pytest.mark.parametrize(
    "host", ["a..b", "." * 300, "a" * 64 + ".example", "x." * 200 + "example", "xn--", "-", "bad host", "[", "a%b", "☃☃.", "a/../b:x"]
)  # fmt: skip
async def test_a_name_that_is_none_is_a_reason(host: str) -> None:
    """Malformed names end as a reason too."""
    names = Names({})

    fetched = await visited(f"http://{host}/", names, allowed=False)

    assert fetched.cause in {"forbidden", "dns"}
    assert fetched.reason


async def test_a_name_that_changes_between_visits_is_judged_anew() -> None:
    """Rebinding: yesterday's good address says nothing about today's."""
    answers = iter([["127.0.0.1"], ["127.0.0.1"]])
    names = Names({NAME: lambda: next(answers)})

    first = await visited(f"http://{NAME}:1/", names, allowed=True)
    second = await visited(f"http://{NAME}:1/", names, allowed=False)

    assert (first.cause, second.cause) == ("connect", "forbidden")
