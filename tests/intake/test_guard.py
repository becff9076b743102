"""What may be reached."""

import socket

import pytest
from aiohttp.abc import ResolveResult
from yarl import URL

from bot.intake.guard import GuardedResolver, guarded_socket, origin_of, passage, why_no_address, why_no_hop

PUBLIC = ["93.184.216.34", "8.8.8.8", "2606:2800:220:1::1", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1"]
REFUSED = {
    "127.0.0.1": "127.0.0.1 is this machine (loopback)",
    "10.1.2.3": "10.1.2.3 is a private address",
    "169.254.169.254": "169.254.169.254 is link-local (cloud metadata lives there)",
    "224.0.0.1": "224.0.0.1 is a multicast address",
    "0.0.0.0": "0.0.0.0 is no address at all",
    "240.0.0.1": "240.0.0.1 is a reserved address",
    "::1": "::1 is this machine (loopback)",
    "fe80::1%eth0": "fe80::1%eth0 is link-local (cloud metadata lives there)",
    "fec0::1": "fec0::1 is a private address",
    "::ffff:127.0.0.1": "::ffff:127.0.0.1 is this machine (loopback)",
    "64:ff9b::7f00:1": "64:ff9b::7f00:1 is this machine (loopback)",
    "2002:7f00:1::": "2002:7f00:1:: is this machine (loopback)",
    "2a00::5efe:a00:1": "2a00::5efe:a00:1 is a private address",
    "nonsense": "nonsense is not an address",
}


@pytest.mark.parametrize("address", PUBLIC)
def test_the_public_internet_may_be_reached(address: str) -> None:
    """Also in the forms that carry an IPv4 address inside."""
    assert why_no_address(address) == ""


@pytest.mark.parametrize("address", REFUSED)
def test_everything_else_is_refused_in_words(address: str) -> None:
    """Each refusal names the range, whatever form the address wears."""
    assert why_no_address(address) == REFUSED[address]


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://outlet.example/feed", ""),
        ("https://outlet.example:8443/feed", ""),
        ("http://8.8.8.8/", ""),
        ("ftp://outlet.example/", "only http and https are fetched, not ftp"),
        ("/feed", "only http and https are fetched, not a bare path"),
        ("http://user@outlet.example/", "the address carries a user name or a password"),
        ("http://:pw@outlet.example/", "the address carries a user name or a password"),
        ("http://2130706433/", "2130706433 is a number in the place of a name"),
        ("http://0x7f.1/", "0x7f.1 is a number in the place of a name"),
        ("http://LocalHost./", "localhost is this machine (loopback)"),
        ("http://a.localhost/", "a.localhost is this machine (loopback)"),
        ("http://127.0.0.1:8000/", "127.0.0.1 is this machine (loopback)"),
        ("http://[::1]/", "::1 is this machine (loopback)"),
        ("http://a%b/", "the host's name holds characters no host has"),
        ("http://outlet.example/" + "a" * 9_000, "the address is longer than 8,000 characters"),
    ],
)
def test_an_address_is_judged_before_any_question_is_asked(url: str, why: str) -> None:
    """Scheme, user-info, length and disguised numbers need no name server."""
    assert why_no_hop(URL(url, encoded=True), frozenset()) == why


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://127.0.0.1:8000/x", ""),
        ("http://127.0.0.1:8001/x", "127.0.0.1 is this machine (loopback)"),
        ("https://127.0.0.1:8000/x", "127.0.0.1 is this machine (loopback)"),
        ("http://127.0.0.2:8000/x", "127.0.0.2 is this machine (loopback)"),
    ],
)
def test_only_the_exact_origin_is_allowed(url: str, why: str) -> None:
    """Another scheme, host or port is another origin."""
    assert why_no_hop(URL(url), frozenset({("http", "127.0.0.1", 8000)})) == why


def test_an_origin_has_its_default_port() -> None:
    """So that http://a and http://a:80 are one."""
    assert origin_of(URL("http://A.example./x")) == origin_of(URL("http://a.example:80")) == ("http", "a.example", 80)


async def test_a_name_keeps_only_the_addresses_that_may_be_reached() -> None:
    """A public address beside a private one is still good: the one judged is the one connected to."""
    resolver = GuardedResolver(lambda host, port, family: [found("10.0.0.1"), found("8.8.8.8")])

    with passage(trusted=False):
        good = await resolver.resolve("outlet.example", 80)

    assert [one["host"] for one in good] == ["8.8.8.8"]


async def test_a_name_without_a_reachable_address_is_refused() -> None:
    """The refusal is noted, so that the visit can say why."""
    resolver = GuardedResolver(lambda host, port, family: [found("10.0.0.1")])

    with passage(trusted=False) as here, pytest.raises(OSError, match=r"outlet\.example has no address"):
        await resolver.resolve("outlet.example", 80)

    assert here.refused == ["10.0.0.1 is a private address"]


async def test_an_allowed_origin_may_resolve_to_anything() -> None:
    """That is what the operator allowed it for."""
    resolver = GuardedResolver(lambda host, port, family: [found("10.0.0.1")])

    with passage(trusted=True):
        good = await resolver.resolve("intranet", 80)

    assert [one["host"] for one in good] == ["10.0.0.1"]


async def test_a_name_server_that_fails_in_any_way_is_an_os_error() -> None:
    """Aiohttp expects nothing else of a resolver."""

    def nonsense(host: str, port: int, family: int) -> list[ResolveResult]:
        raise UnicodeError("label too long")

    with passage(trusted=False), pytest.raises(OSError, match="label too long"):
        await GuardedResolver(nonsense).resolve("x" * 64, 80)


async def test_nothing_is_resolved_outside_a_visit() -> None:
    """A connection that no hop answers for is a mistake of ours, and refused."""
    with pytest.raises(OSError, match="outside a visit"):
        await GuardedResolver(lambda host, port, family: [found("8.8.8.8")]).resolve("outlet.example", 80)
    with pytest.raises(OSError, match="outside a visit"):
        guarded_socket((socket.AF_INET, socket.SOCK_STREAM, 6, "", ("8.8.8.8", 80)))


def test_a_socket_is_made_only_for_a_good_address() -> None:
    """Literal addresses never meet the resolver; they meet this."""
    with passage(trusted=False) as here:
        guarded_socket((socket.AF_INET, socket.SOCK_STREAM, 6, "", ("8.8.8.8", 80))).close()
        with pytest.raises(OSError, match="loopback"):
            guarded_socket((socket.AF_INET6, socket.SOCK_STREAM, 6, "", ("::1", 80, 0, 0)))

    assert here.refused == ["::1 is this machine (loopback)"]


def found(address: str) -> ResolveResult:
    """One answer of a name server."""
    return ResolveResult(hostname="x", host=address, port=80, family=socket.AF_INET, proto=0, flags=0)
