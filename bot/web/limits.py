"""How much one address on the network, and all of them together, may ask for."""

from dataclasses import dataclass
from datetime import datetime
from ipaddress import IPv6Address, ip_address

from aiohttp import web


@dataclass(slots=True)
class _Bucket:
    drops: float
    at: datetime


class Limits:
    """A bucket for each address and one for all; a request takes a drop of both."""

    def __init__(
        self, *, burst: float = 20, per_second: float = 0.5, total_burst: float = 100, total_per_second: float = 20
    ) -> None:
        self._each = (burst, per_second)
        self._all = (total_burst, total_per_second)
        self._buckets: dict[str, _Bucket] = {}
        self._most = 10_000  # addresses remembered; the one silent for longest goes first

    def admits(self, request: web.Request, now: datetime, *, each: bool = True) -> bool:
        """Whether a request may be answered; without `each` only all together are counted."""
        if each and not self._take(origin(request), *self._each, now):
            return False
        return self._take("", *self._all, now)

    def _take(self, name: str, burst: float, per_second: float, now: datetime) -> bool:
        bucket = self._buckets.pop(name, None) or _Bucket(burst, now)
        passed = max(0.0, (now - bucket.at).total_seconds())
        bucket.drops, bucket.at = min(burst, bucket.drops + passed * per_second), now
        self._buckets[name] = bucket
        if len(self._buckets) > self._most:
            del self._buckets[next(iter(self._buckets))]
        if bucket.drops < 1.0:
            return False
        bucket.drops -= 1.0
        return True


def origin(request: web.Request) -> str:
    """Who asks: the peer, or whom a proxy of ours names last. Of IPv6 the network, for everybody has many addresses."""
    peer = request.remote or ""
    named = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    try:
        # Only a proxy in front of us has an address that is not public.
        address = ip_address(peer)
        if named and address.is_private:
            address = ip_address(named)
    except ValueError:
        return peer
    if isinstance(address, IPv6Address):
        return str(address.ipv4_mapped or address.exploded[:19])
    return str(address)
