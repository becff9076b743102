"""One request a host at a time, with a pause between."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from yarl import URL

from bot.model import Source

Clock = Callable[[], float]  # seconds, monotonic
Sleep = Callable[[float], Awaitable[object]]

_HOSTS_KEPT = 2_000  # redirects may name any number of hosts


def host_of(url: URL) -> str:
    """The unit of politeness: a host, whatever the scheme; another port is another server."""
    host = (url.raw_host or "").rstrip(".").lower()
    return host if url.is_default_port() else f"{host}:{url.port}"


@dataclass(slots=True)
class _Host:
    """What is remembered of one host."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    asked: float | None = None  # clock seconds, end of the last request
    by: object = None  # the visit that made it
    delays: dict[str, float] = field(default_factory=dict)  # seconds, by source id
    waiting: int = 0


class Turns:
    """Whose turn it is at each host."""

    def __init__(self, clock: Clock, sleep: Sleep) -> None:
        self._clock = clock
        self._sleep = sleep
        self._hosts: dict[str, _Host] = {}

    def meet(self, source: Source) -> None:
        """Learn a source's wish for its host; the largest of a host's wishes holds."""
        self._host(host_of(URL(source.url))).delays[source.id] = source.host_delay.total_seconds()

    @asynccontextmanager
    async def turn(self, url: URL, visit: object) -> AsyncIterator[None]:
        """Hold the host's only turn.

        The pause is kept between visits: a redirect or robots.txt belongs to the visit that it serves.
        """
        host = self._host(host_of(url))
        host.waiting += 1
        try:
            async with host.lock:
                if host.by is not visit and (pause := self._pause(host)) > 0:
                    await self._sleep(pause)
                try:
                    yield
                finally:
                    host.asked, host.by = self._clock(), visit
        finally:
            host.waiting -= 1

    def _pause(self, host: _Host) -> float:
        if host.asked is None:
            return 0.0
        return host.asked + max(host.delays.values(), default=0.0) - self._clock()

    def _host(self, name: str) -> _Host:
        host = self._hosts.pop(name, None) or _Host()
        self._hosts[name] = host  # last again: the eldest go first
        if len(self._hosts) > _HOSTS_KEPT:
            self._forget()
        return host

    def _forget(self) -> None:
        """Drop the eldest half of the hosts that nobody waits for and no source names."""
        idle = [name for name, host in self._hosts.items() if not host.waiting and not host.delays]
        for name in idle[: _HOSTS_KEPT // 2]:
            del self._hosts[name]
