"""What may be reached: every address is judged where it is connected to, at every hop."""

import asyncio
import ipaddress
import re
import socket
import threading
from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import lru_cache

from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

MAX_HOPS = 5
MAX_BODY = 10_000_000  # bytes, encodings removed
MAX_SECONDS = 30.0  # a whole visit, from the first DNS query to the last byte
MAX_HEADER_LINES = 100
MAX_HEADER_BYTES = 65_536
MAX_URL = 8_000  # characters
MAX_LOOKUPS = 32  # names asked for at once

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
Origin = tuple[str, str, int]
AddrInfo = tuple[
    int | socket.AddressFamily, int | socket.SocketKind, int, str, tuple[str, int] | tuple[str, int, int, int]
]
Lookup = Callable[[str, int, int], list[ResolveResult]]

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_ISATAP = (0x00005EFE, 0x02005EFE)
_NAME = re.compile(r"[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_])?\.?", re.ASCII)
_NUMBER = re.compile(r"[0-9]+|0[xX][0-9A-Fa-f]*", re.ASCII)


@dataclass(slots=True)
class Passage:
    """What one hop may connect to, and which addresses were refused on the way."""

    trusted: bool  # the operator allowed this exact origin, whatever its address
    refused: list[str] = field(default_factory=list)


# The client hands its resolver a bare name and its socket factory a bare address: neither says for which
# origin. The running hop does.
_PASSAGE: ContextVar[Passage | None] = ContextVar("passage", default=None)


class passage:  # noqa: N801 - read as a verb: `with guard.passage(trusted=…)`
    """For the time of one hop, says what the connections made by this task may reach."""

    __slots__ = ("_here", "_token")

    def __init__(self, *, trusted: bool) -> None:
        self._here = Passage(trusted)

    def __enter__(self) -> Passage:
        self._token = _PASSAGE.set(self._here)
        return self._here

    def __exit__(self, *raised: object) -> None:
        _PASSAGE.reset(self._token)


#: The same addresses are asked for again and again: what is said of one, by itself, is said once.
remembered = lru_cache(maxsize=2048)


@remembered
def address(text: str) -> URL:
    """An address read.

    Raises:
        ValueError: it is none.
    """
    return URL(text)


@remembered
def written(url: URL) -> str:
    """An address as text."""
    return str(url)


@remembered
def origin_of(url: URL) -> Origin:
    """Scheme, host and port, defaults filled in."""
    return url.scheme, (url.raw_host or "").rstrip(".").lower(), url.port or 0


def why_no_address(text: str) -> str:
    """Say in words why an address may not be reached; "" when it may."""
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return f"{text} is not an address"
    for inner in _unwrapped(address):
        if kind := _kind(inner):
            return f"{text} is {kind}"
    return ""


def _unwrapped(address: IPAddress) -> list[IPAddress]:
    """The address itself, or the IPv4 address it carries; both where the outer one counts too."""
    if isinstance(address, ipaddress.IPv4Address):
        return [address]
    low = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    if address.ipv4_mapped or address in _NAT64:
        return [low]
    if address.sixtofour:
        return [address, address.sixtofour]
    if (int(address) >> 32) & 0xFFFFFFFF in _ISATAP:
        return [address, low]
    return [address]


def _kind(address: IPAddress) -> str:
    """Name the range that makes an address unreachable for us; "" for the public internet."""
    if address.is_unspecified:
        return "no address at all"
    if address.is_loopback:
        return "this machine (loopback)"
    if address.is_link_local:
        return "link-local (cloud metadata lives there)"
    # Multicast before the rest: the standard library calls 224.0.0.1 global.
    if address.is_multicast:
        return "a multicast address"
    if isinstance(address, ipaddress.IPv6Address) and address.is_site_local:
        return "a private address"
    if address.is_reserved:
        return "a reserved address"
    return "" if address.is_global else "a private address"


@remembered
def why_no_hop(url: URL, allowed: frozenset[Origin]) -> str:
    """Say in words why a URL may not be asked for at all; "" when it may (its address is judged on connecting)."""
    if url.scheme not in {"http", "https"}:
        return f"only http and https are fetched, not {url.scheme or 'a bare path'}"
    if url.raw_user is not None or url.raw_password is not None:
        return "the address carries a user name or a password"
    if len(str(url)) > MAX_URL:
        return f"the address is longer than {MAX_URL:,} characters"
    host = (url.raw_host or "").rstrip(".").lower()
    if not host:
        return "the address names no host"
    return "" if origin_of(url) in allowed else _why_no_host(host)


def _why_no_host(host: str) -> str:
    if ":" in host:
        return why_no_address(host)
    if not _NAME.fullmatch(host):
        return "the host's name holds characters no host has"
    if host == "localhost" or host.endswith(".localhost"):
        return f"{host} is this machine (loopback)"
    if not _NUMBER.fullmatch(host.rpartition(".")[2]):
        return ""
    # Systems read 2130706433, 0x7f000001, 0177.0.0.1 and 127.1 as addresses; an outlet has no reason to write so.
    try:
        ipaddress.IPv4Address(host)
    except ValueError:
        return f"{host} is a number in the place of a name"
    return why_no_address(host)


class GuardedResolver(AbstractResolver):
    """Ask the system for a name's addresses and hand on only those that may be reached."""

    def __init__(self, lookup: Lookup | None = None) -> None:
        self._lookup = lookup or system_lookup
        self._slots = asyncio.Semaphore(MAX_LOOKUPS)

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """The name's permitted addresses.

        Raises:
            OSError: the name has no address, or none that may be reached.
        """
        async with self._slots:
            found = await _in_a_thread_of_its_own(lambda: self._lookup(host, port, family))
        here = _PASSAGE.get()
        if here is None:
            raise OSError(None, f"{host} was looked up outside a visit")
        if here.trusted:
            return found
        good = [one for one in found if not why_no_address(one["host"])]
        if not good:
            here.refused += [why_no_address(one["host"]) for one in found]
            raise OSError(None, f"{host} has no address that may be reached")
        return good

    async def close(self) -> None:
        """Nothing is held open."""


def guarded_socket(info: AddrInfo) -> socket.socket:
    """A socket for an address about to be connected to: the last look, which literal addresses meet too.

    Raises:
        OSError: the address may not be reached.
    """
    family, kind, proto, _, where = info
    here = _PASSAGE.get()
    why = "connected outside a visit" if here is None else "" if here.trusted else why_no_address(str(where[0]))
    if why:
        if here is not None:
            here.refused.append(why)
        raise OSError(None, why)
    return socket.socket(family, kind, proto)


def system_lookup(host: str, port: int, family: int) -> list[ResolveResult]:
    """What getaddrinfo says; blocks, so it is called in a thread."""
    found = socket.getaddrinfo(host, port, family=family, type=socket.SOCK_STREAM, flags=socket.AI_ADDRCONFIG)
    return [
        ResolveResult(
            hostname=host, host=str(where[0]), port=port, family=kin, proto=proto, flags=socket.AI_NUMERICHOST
        )
        for kin, _, proto, _, where in found
    ]


def _in_a_thread_of_its_own(work: Callable[[], list[ResolveResult]]) -> Awaitable[list[ResolveResult]]:
    """Run a blocking lookup in a daemon thread.

    A pool would be joined at exit: one dead name server would then hold a clean stop for half a minute.
    """
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[list[ResolveResult]] = loop.create_future()

    def tell(found: list[ResolveResult] | None, error: OSError | None) -> None:
        if answer.done():
            return
        if error is not None:
            answer.set_exception(error)
        else:
            answer.set_result(found or [])

    def run() -> None:
        found: list[ResolveResult] | None = None
        trouble: OSError | None = None
        try:
            found = work()
        except OSError as error:
            trouble = error
        except UnicodeError as error:  # a label longer than 63 characters
            trouble = OSError(None, str(error))
        if not loop.is_closed():
            loop.call_soon_threadsafe(tell, found, trouble)

    threading.Thread(target=run, name="lookup", daemon=True).start()
    return answer
