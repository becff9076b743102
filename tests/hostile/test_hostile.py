"""The hostile catalogue, over real sockets: whatever comes, a reason in words or the items that are whole."""

import asyncio
import re
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest
from aiohttp.abc import ResolveResult
from hostile_cases import Case, forbidden, headers, packing, redirects, statuses, transport
from hostile_documents import characters, documents
from hostile_server import World, world

from bot.intake.door import Door
from bot.intake.parsing import Parsers
from bot.model import Fetched, FetchOutcome, Item, Parsed, Source, Validators

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
SECONDS = 10.0  # a visit's whole time …
SHORT = 1.5  # … and where it is expected to run out
HANG = 30.0  # seconds that nothing may last
GROWTH = 64 * 1024  # kB that the main process may grow by
NAMES = {
    "rebound.example": ["127.0.0.1", "192.168.0.1"],
    "inside.example": ["10.1.2.3"],
    "metadata.example": ["169.254.169.254"],
    "mapped.example": ["::ffff:127.0.0.1"],
    "nat64.example": ["64:ff9b::7f00:1"],
}
CLASSES = {
    "transport": (cache(transport), 12),
    "packing": (cache(packing), 2),
    "statuses": (cache(statuses), 8),
    "redirects": (cache(redirects), 8),
    "forbidden": (cache(forbidden), 8),
    "headers": (cache(headers), 8),
    "characters": (cache(characters), 4),
    "documents": (cache(documents), 2),
}


@pytest.mark.parametrize("name", CLASSES)
async def test_every_hostile_answer_ends_as_expected(name: str) -> None:
    """A whole class at once: outcomes, tokens, time, memory and who was called."""
    make, at_once = CLASSES[name]
    cases = make()
    assert len({case.name for case in cases}) == len(cases)

    with connections() as called, peak_memory() as grown:
        async with world() as here, door_to(here) as door, Parsers(workers=2) as parsers:
            here.scripts |= {f"/{case.name}": case.script for case in cases}
            slots = asyncio.Semaphore(at_once)
            found = await asyncio.gather(*(checked(case, here, door, parsers, slots) for case in cases))
            allowed = {("127.0.0.1", here.port)}

    wrong = [f"{case.name}: {'; '.join(words)}" for case, words in zip(cases, found, strict=True) if words]
    assert not wrong, "\n" + "\n".join(wrong)
    assert here.trapped == []
    assert set() == called - allowed
    assert grown() < GROWTH


def test_the_catalogue_is_as_large_as_promised() -> None:
    """At least 150 inputs are asked for; the count is of cases with an answer of their own."""
    assert sum(len(make()) for make, _ in CLASSES.values()) >= 400


async def checked(case: Case, here: World, door: Door, parsers: Parsers, slots: asyncio.Semaphore) -> list[str]:
    """What is wrong with a case's end; nothing, as it should be."""
    source = source_of(case, here)
    async with slots:
        began = time.monotonic()
        fetched = await door.get(source, Validators(), now=NOW)
        spent = time.monotonic() - began
        parsed = Parsed()
        if fetched.outcome is FetchOutcome.FETCHED:
            parsed = await parsers.parse(fetched, source, NOW)
    wrong = [*wrong_with(case, fetched, parsed)]
    if spent > HANG:
        wrong.append(f"took {spent:.1f} s")
    return wrong


def wrong_with(case: Case, fetched: Fetched, parsed: Parsed) -> Iterator[str]:
    """Compare an end with what the case expects."""
    cause = fetched.cause or parsed.cause
    reason = fetched.reason or parsed.reason
    if cause not in (case.causes or (case.cause,)):
        yield f"cause {cause!r} ({reason}), expected {case.causes or case.cause!r}"
    if bool(cause) != bool(reason):
        yield f"cause {cause!r} without words, or words without a cause: {reason!r}"
    if re.search(r"[\x00-\x1f]|Traceback| at 0x[0-9a-f]{6}|<class|secret(?!\b)", reason):
        yield f"not words for a person: {reason!r}"
    if case.status and fetched.status != case.status:
        yield f"status {fetched.status}"
    if case.items >= 0 and len(parsed.items) != case.items:
        yield f"{len(parsed.items)} items"
    titles = "\n".join(item.title for item in parsed.items)
    for token in case.tokens:
        if token not in titles:
            yield f"lost {token!r}; has {titles[:200]!r}, warned {parsed.warnings}"
    for word in case.absent:
        if any(word in text for item in parsed.items for text in texts(item)):
            yield f"let {word!r} through"
    if fetched.outcome is FetchOutcome.FAILED and (fetched.body or fetched.validators != Validators()):
        yield "a failure carries a body or validators"


def texts(item: Item) -> tuple[str, ...]:
    """Everything of an item that a person or a program may be shown."""
    return item.title, item.summary, item.author, item.url


def source_of(case: Case, here: World) -> Source:
    """The source that reads a case."""
    url = case.url.replace("{trap}", str(here.trap_port)) or f"{here.origin}/{case.name}"
    source = Source(
        id=case.name, name="Outlet", side="KR", kind="newspaper", lang="ko", format="feed", url=url,
        timeout=timedelta(seconds=SHORT if "timeout" in (case.cause, *case.causes) else SECONDS), retries=0, host_delay=timedelta(0), respect_robots=False,
        max_age=timedelta(days=10_000),
    )  # fmt: skip
    return replace(source, **case.source)  # type: ignore[arg-type]


def door_to(here: World) -> Door:
    """A door that may reach the server's origin and nothing else that is private."""
    return HastyDoor(clock=time.monotonic, allow_origins={here.origin}, lookup=looked_up)


class HastyDoor(Door):
    """The door itself, without turns: here one host plays many."""

    def __init__(self, **settings: object) -> None:
        super().__init__(**settings)  # type: ignore[arg-type]
        self._turns.turn = lambda url, visit: at_once()  # type: ignore[method-assign,assignment]


class at_once:  # noqa: N801 — used as a context manager
    """Nobody waits for a turn."""

    async def __aenter__(self) -> None: ...

    async def __aexit__(self, *_: object) -> None: ...


def looked_up(host: str, port: int, family: int) -> list[ResolveResult]:
    """Names as a hostile name server would have them."""
    if host not in NAMES:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")
    return [
        ResolveResult(
            hostname=host, host=address, port=port, proto=0, flags=socket.AI_NUMERICHOST,
            family=socket.AF_INET6 if ":" in address else socket.AF_INET,
        )
        for address in NAMES[host]
    ]  # fmt: skip


_WATCHED: list[set[tuple[str, int]]] = []


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if event == "socket.connect" and _WATCHED and isinstance(arguments[1], tuple):
        _WATCHED[-1].add(arguments[1][:2])


@contextmanager
def connections() -> Iterator[set[tuple[str, int]]]:
    """Every address that this process connects to meanwhile."""
    if not hasattr(sys, "_hostile_watch"):
        sys.addaudithook(_watch)  # for good: hooks cannot be removed
        sys._hostile_watch = True  # type: ignore[attr-defined]
    _WATCHED.append(set())
    try:
        yield _WATCHED[-1]
    finally:
        _WATCHED.pop()


@contextmanager
def peak_memory() -> Iterator[object]:
    """How many kB the process's peak lies above where it began."""

    def peak() -> int:
        found = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text("ascii"))
        assert found
        return int(found[1])

    Path("/proc/self/clear_refs").write_text("5", "ascii")  # the peak starts anew
    before = peak()
    yield lambda: peak() - before
