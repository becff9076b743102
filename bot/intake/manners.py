"""What a well-behaved visitor does: one request a host at a time with a pause between, and robots.txt first."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace

from protego import Protego
from yarl import URL

from bot.intake.guard import Origin, address, origin_of, remembered
from bot.intake.trouble import Trouble, status_words
from bot.model import Source

Clock = Callable[[], float]  # seconds, monotonic
Sleep = Callable[[float], Awaitable[object]]

_HOSTS_KEPT = 2_000  # redirects may name any number of hosts
_ROBOT = "chipwire"  # our product token
_RULES_FOR_A_DAY = 24 * 3600.0  # seconds a robots.txt is believed (RFC 9309, 2.4)
_ERROR_FOR = 600.0  # seconds until a server that could not give its robots.txt is asked again
_LONGEST_DELAY = 60.0  # seconds; a wish for more would keep news away
_RULES_READ = 512_000  # bytes of a robots.txt (RFC 9309, 2.5)
_ANSWERS_KEPT = 200  # of one robots.txt: the same addresses are asked for again and again
_LINE = re.compile(r"\s*(user-?agent|disallow|crawl-delay)\s*:\s*([^#]*)", re.IGNORECASE)


@remembered
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
    delay: float = 0.0  # the largest of them
    waiting: int = 0


class Turns:
    """Whose turn it is at each host."""

    def __init__(self, clock: Clock, sleep: Sleep) -> None:
        self._clock = clock
        self._sleep = sleep
        self._hosts: dict[str, _Host] = {}

    def wish(self, url: URL, who: str, seconds: float) -> None:
        """Learn how long somebody wants a host to be left alone between visits; the largest wish holds."""
        host = self._host(host_of(url))
        host.delays[who] = seconds
        host.delay = max(host.delays.values())

    def meet(self, source: Source) -> None:
        """Learn a source's own wish; an address that is none is told when it is fetched."""
        with suppress(ValueError):
            self.wish(address(source.url), source.id, source.host_delay.total_seconds())

    def wait(self, url: URL, ahead: int = 0) -> float:
        """Seconds until a visit to this host could have its turn, so many others going first."""
        host = self._hosts.get(host_of(url))
        if host is None:
            return 0.0
        queue = max(host.waiting, ahead)
        return max(self._pause(host), 0.0) + queue * host.delay

    def turn(self, url: URL, visit: object) -> "_Turn":
        """Hold the host's only turn for the time of an `async with`.

        The pause is kept between visits: a redirect or robots.txt belongs to the visit that it serves.
        """
        return _Turn(self, self._host(host_of(url)), visit)

    async def begin(self, host: _Host, visit: object) -> None:
        """Wait until it is a visit's turn."""
        host.waiting += 1
        try:
            await host.lock.acquire()
        except BaseException:
            host.waiting -= 1
            raise
        try:
            if host.by is not visit and (pause := self._pause(host)) > 0:
                await self._sleep(pause)
        except BaseException:
            host.lock.release()
            host.waiting -= 1
            raise

    def end(self, host: _Host, visit: object) -> None:
        """Let the next one in."""
        host.asked, host.by = self._clock(), visit
        host.lock.release()
        host.waiting -= 1

    def _pause(self, host: _Host) -> float:
        if host.asked is None:
            return 0.0
        return host.asked + host.delay - self._clock()

    def _host(self, name: str) -> _Host:
        host = self._hosts.pop(name, None) or _Host()
        self._hosts[name] = host  # last again: the eldest go first
        if len(self._hosts) > _HOSTS_KEPT:
            self._forget()
        return host

    def _forget(self) -> None:
        """Drop the eldest half of the hosts that nobody waits for and no source names."""
        idle = [name for name, host in self._hosts.items() if not host.waiting and set(host.delays) <= {"robots.txt"}]
        for name in idle[: _HOSTS_KEPT // 2]:
            del self._hosts[name]


class _Turn:
    """One turn at one host; a class, because a generator for each request would cost more than all else here."""

    __slots__ = ("_host", "_turns", "_visit")

    def __init__(self, turns: Turns, host: _Host, visit: object) -> None:
        self._turns, self._host, self._visit = turns, host, visit

    async def __aenter__(self) -> None:
        await self._turns.begin(self._host, self._visit)

    async def __aexit__(self, *raised: object) -> None:
        self._turns.end(self._host, self._visit)


@dataclass(frozen=True, slots=True)
class Robots:
    """What one origin's robots.txt asks of us."""

    rules: Protego | None = None  # None: nothing is asked
    disallowed: tuple[str, ...] = ()  # the patterns of our group, to name the one that hit
    closed: str = ""  # in words: why everything counts as disallowed
    until: float = 0.0  # clock seconds
    said: dict[URL, str] = field(default_factory=dict, compare=False, repr=False)  # what `why_not` has answered

    def why_not(self, url: URL) -> str:
        """Say in words which rule keeps us from a URL; "" when none does."""
        if self.closed:
            return self.closed
        if self.rules is None:
            return ""
        answer = self.said.get(url)
        if answer is None:
            answer = self._why_not(url, self.rules)
            if len(self.said) < _ANSWERS_KEPT:
                self.said[url] = answer
        return answer

    def _why_not(self, url: URL, rules: Protego) -> str:
        if rules.can_fetch(str(url), _ROBOT):
            return ""
        hits = [rule for rule in self.disallowed if not _alone(rule).can_fetch(str(url), _ROBOT)]
        return f"robots.txt of {url.host} does not allow it (Disallow: {max(hits, key=len, default='')[:100]})"

    @property
    def delay(self) -> float:
        """Seconds that the file wants between visits."""
        if self.rules is None:
            return 0.0
        return min((self.rules and self.rules.crawl_delay(_ROBOT)) or 0.0, _LONGEST_DELAY)


def _alone(rule: str) -> Protego:
    return Protego.parse(f"User-agent: *\nDisallow: {rule}")


def read_robots(body: bytes) -> Robots:
    """The rules in a robots.txt.

    Groups for other robots are folded into one: a file of thousands of agents over thousands of rules would
    otherwise cost their product.
    """
    lines: list[str] = []
    groups: dict[str, list[str]] = {}
    ours: set[str] = set()
    naming = False  # whether the last line of a group named an agent
    for line in body[:_RULES_READ].decode("utf-8-sig", "replace").splitlines():
        field, value = found.groups() if (found := _LINE.match(line)) else ("", "")
        if field.lower().startswith("user"):
            agent = value.split("/")[0].strip().lower()
            agent = agent if agent in {"*", _ROBOT} else "another"
            ours = ours | {agent} if naming else {agent}
            line = f"User-agent: {agent}"
        elif field.lower() == "disallow" and value.strip():
            for agent in ours:
                groups.setdefault(agent, []).append(value.strip())
        naming = field.lower().startswith("user") or (naming and not line.partition("#")[0].strip())
        lines.append(line)
    rules = Protego.parse("\n".join(lines))
    return Robots(rules, tuple(dict.fromkeys(groups.get(_ROBOT) or groups.get("*") or ())))


class RobotsBook:
    """The robots.txt of every origin met, believed for a day; in memory only."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._known: dict[Origin, Robots] = {}
        self._locks: dict[Origin, asyncio.Lock] = {}

    def known(self, url: URL) -> Robots | None:
        """What the origin of a URL asks of us, as far as it is known and not too old."""
        found = self._known.get(origin_of(url))
        return found if found is not None and found.until > self._clock() else None

    async def ask(self, url: URL, fetch: Callable[[URL], Awaitable[tuple[int, bytes]]]) -> Robots:
        """What the origin of a URL asks of us, fetched when it is not known or too old.

        Raises:
            Trouble: the origin could not be reached, and nothing is known of it from before.
        """
        origin = origin_of(url)
        async with self._locks.setdefault(origin, asyncio.Lock()):
            known = self._known.get(origin)
            if known is None or known.until <= self._clock():
                known = await self._renewed(url, known, fetch)
                self._remember(origin, known)
        return known

    async def _renewed(
        self, url: URL, old: Robots | None, fetch: Callable[[URL], Awaitable[tuple[int, bytes]]]
    ) -> Robots:
        trouble: Trouble | None = None
        status, body = 0, b""
        try:
            status, body = await fetch(url.origin() / "robots.txt")
        except Trouble as caught:
            # A file that leads nowhere or cannot be unpacked is as good as none (RFC 9309, 2.3.1.2 and 2.3.1.3).
            if caught.cause not in {"redirect", "forbidden", "encoding", "too-large"}:
                trouble = caught
        if trouble is None and status < 500:
            fresh = await asyncio.to_thread(read_robots, body) if status == 200 else Robots()
            return replace(fresh, until=self._clock() + _RULES_FOR_A_DAY)
        if old is not None and not old.closed:
            return replace(old, until=self._clock() + _ERROR_FOR)
        if trouble is not None:
            said = f"robots.txt could not be read, so nothing else was asked for: {trouble.reason}"
            raise Trouble(trouble.cause, said, status=trouble.status) from trouble
        said = f"robots.txt of {url.host} answers {status_words(status)}; until it can be read, nothing may be fetched"
        return Robots(closed=said, until=self._clock() + _ERROR_FOR)

    def _remember(self, origin: Origin, robots: Robots) -> None:
        self._known.pop(origin, None)
        self._known[origin] = robots
        if len(self._known) > _HOSTS_KEPT:
            eldest = next(iter(self._known))
            del self._known[eldest]
            self._locks.pop(eldest, None)
