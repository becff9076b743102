"""One request a host at a time, the pause between, and robots.txt."""

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from yarl import URL

from bot.intake.manners import RobotsBook, Turns, host_of, read_robots
from bot.intake.trouble import Trouble
from bot.model import Source

FEED = URL("https://outlet.example/feed")
DAY = 24 * 3600


@dataclass
class Time:
    """A clock that only sleeping moves."""

    now: float = 1000.0
    slept: list[float] = field(default_factory=list)

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("http://Outlet.example/a", "outlet.example"),
        ("https://outlet.example./b", "outlet.example"),
        ("https://outlet.example:8443/", "outlet.example:8443"),
    ],
)
def test_a_host_is_one_whatever_the_scheme(url: str, host: str) -> None:
    """Another port is another server."""
    assert host_of(URL(url)) == host


async def test_two_visits_to_a_host_are_kept_apart_by_its_longest_wish() -> None:
    """host_delay belongs to the host: the largest of its sources holds."""
    time = Time()
    turns = Turns(time, time.sleep)
    turns.meet(source("a", delay=2))
    turns.meet(source("b", delay=5))

    for visit in ("first", "second"):
        async with turns.turn(FEED, visit):
            time.now += 1

    assert time.slept == [5.0]


async def test_a_pause_that_has_passed_is_not_waited_for() -> None:
    """Only what is missing of it is slept."""
    time = Time()
    turns = Turns(time, time.sleep)
    turns.meet(source("a", delay=2))

    async with turns.turn(FEED, "first"):
        pass
    time.now += 1.5
    async with turns.turn(FEED, "second"):
        pass
    time.now += 60
    async with turns.turn(FEED, "third"):
        pass

    assert time.slept == [0.5]


async def test_redirects_and_robots_belong_to_their_visit() -> None:
    """Within one visit nobody waits; another visit does."""
    time = Time()
    turns = Turns(time, time.sleep)
    turns.meet(source("a", delay=2))
    visit = object()

    for _ in range(3):
        async with turns.turn(FEED, visit):
            pass

    assert time.slept == []


async def test_only_one_request_at_a_time_reaches_a_host() -> None:
    """Other hosts go on meanwhile."""
    time = Time()
    turns = Turns(time, time.sleep)
    busy, most = 0, 0
    other_host_done = asyncio.Event()

    async def ask() -> None:
        nonlocal busy, most
        async with turns.turn(FEED, object()):
            busy += 1
            most = max(most, busy)
            await other_host_done.wait()
            busy -= 1

    async def ask_elsewhere() -> None:
        async with turns.turn(URL("https://other.example/"), object()):
            other_host_done.set()

    await asyncio.gather(*(ask() for _ in range(5)), ask_elsewhere())

    assert most == 1


async def test_a_turn_ends_with_a_cancelled_visit() -> None:
    """Whoever waits next is let in."""
    time = Time()
    turns = Turns(time, time.sleep)

    async def stuck() -> None:
        async with turns.turn(FEED, object()):
            await asyncio.Event().wait()

    task = asyncio.create_task(stuck())
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    async with asyncio.timeout(1), turns.turn(FEED, object()):
        pass


async def test_hosts_met_by_redirects_are_forgotten_in_time() -> None:
    """Redirects may name any number of hosts; configured ones are kept."""
    time = Time()
    turns = Turns(time, time.sleep)
    turns.meet(source("a", delay=2))

    for n in range(5_000):
        async with turns.turn(URL(f"http://h{n}.example/"), object()):
            pass

    assert len(turns._hosts) <= 2_001
    assert "outlet.example" in turns._hosts


@pytest.mark.parametrize(
    ("text", "url", "why"),
    [
        ("", "/feed", ""),
        ("<html>not found</html>", "/feed", ""),
        ("User-agent: *\nDisallow:", "/feed", ""),
        ("User-agent: *\nDisallow: /api", "/feed", ""),
        ("User-agent: *\nDisallow: /api", "/api/list", "Disallow: /api"),
        ("\ufeffUser-Agent: *\r\nDisallow: /", "/feed", "Disallow: /"),
        ("User-agent: *\nDisallow: /a\nDisallow: /a/b", "/a/b/c", "Disallow: /a/b"),
        ("User-agent: *\nDisallow: /\nAllow: /feed$", "/feed", ""),
        ("User-agent: *\nDisallow: /*.xml$", "/news/rss.xml", "Disallow: /*.xml$"),
        ("User-agent: *\nDisallow: /*?page=", "/list?page=2", "Disallow: /*?page="),
        ("User-agent: GPTBot\nDisallow: /", "/feed", ""),
        ("User-agent: GPTBot\nUser-agent: *\nDisallow: /", "/feed", "Disallow: /"),
        ("User-agent: chipwire\nDisallow: /x\n\nUser-agent: *\nDisallow: /", "/feed", ""),
        ("User-agent: ChipWire/1.0\nDisallow: /", "/feed", "Disallow: /"),
        ("User-agent: chip\nDisallow: /", "/feed", ""),
        ("User-agent: *\n# ours\nUser-agent: a\nDisallow: /", "/feed", "Disallow: /"),
        ("User-agent: *\nDisallow: /robots.txt", "/robots.txt", ""),
    ],
)
def test_robots_rules_say_which_of_them_hit(text: str, url: str, why: str) -> None:
    """A person can look the line up."""
    expected = f"robots.txt of outlet.example does not allow it ({why})" if why else ""

    assert read_robots(text.encode()).why_not(URL(f"https://outlet.example{url}")) == expected


def test_a_crawl_delay_is_heard_but_not_without_end() -> None:
    """A wish of hours would keep news away."""
    assert read_robots(b"User-agent: *\nCrawl-delay: 10").delay == 10
    assert read_robots(b"User-agent: *\nCrawl-delay: 86400").delay == 60
    assert read_robots(b"").delay == 0


def test_a_robots_file_of_thousands_of_agents_and_rules_costs_no_product() -> None:
    """Two million rules would stand in memory if each agent had its own."""
    agents = "\n".join(f"User-agent: robot{n}" for n in range(5_000))
    rules = "\n".join(f"Disallow: /{n}" for n in range(5_000))

    robots = read_robots(f"{agents}\n{rules}".encode())

    assert robots.rules is not None
    assert sum(len(group._rules) for group in robots.rules._user_agents.values()) == 5_000
    assert robots.why_not(FEED) == ""


async def test_robots_are_fetched_once_a_day_for_each_origin() -> None:
    """The second source of an origin asks nobody."""
    time = Time()
    book, asked = RobotsBook(time), []

    async def fetch(url: URL) -> tuple[int, bytes]:
        asked.append(str(url))
        return 200, b"User-agent: *\nDisallow: /x"

    await asyncio.gather(book.ask(FEED, fetch), book.ask(FEED, fetch))
    time.now += DAY - 1
    await book.ask(FEED, fetch)
    await book.ask(URL("http://outlet.example/feed"), fetch)
    time.now += 2
    await book.ask(FEED, fetch)

    assert asked == [
        "https://outlet.example/robots.txt",
        "http://outlet.example/robots.txt",
        "https://outlet.example/robots.txt",
    ]


@pytest.mark.parametrize("status", [204, 301, 401, 403, 404, 410, 429])
async def test_a_robots_file_that_is_not_there_allows_everything(status: int) -> None:
    """RFC 9309: unavailable means no restrictions."""
    robots = await RobotsBook(Time()).ask(FEED, answering(status))

    assert robots.why_not(FEED) == ""


@pytest.mark.parametrize("status", [500, 503])
async def test_a_server_that_cannot_give_its_robots_file_is_left_alone(status: int) -> None:
    """RFC 9309: unreachable means everything is disallowed; asked again after ten minutes."""
    time = Time()
    book = RobotsBook(time)

    closed = await book.ask(FEED, answering(status))
    time.now += 601
    opened = await book.ask(FEED, answering(404))

    assert closed.why_not(FEED).startswith(f"robots.txt of outlet.example answers {status} ")
    assert opened.why_not(FEED) == ""


async def test_rules_once_read_outlive_an_error() -> None:
    """A cached copy is better than silence."""
    time = Time()
    book = RobotsBook(time)

    await book.ask(FEED, answering(200, b"User-agent: *\nDisallow: /x"))
    time.now += DAY + 1
    later = await book.ask(FEED, answering(503))
    time.now += DAY
    unreachable = await book.ask(FEED, failing("connect"))

    assert (later.why_not(FEED), unreachable.why_not(FEED)) == ("", "")
    assert later.why_not(URL("https://outlet.example/x")) != ""


async def test_an_unreachable_host_says_so_instead_of_blaming_robots() -> None:
    """The cause stays that of the network, for health."""
    with pytest.raises(Trouble) as caught:
        await RobotsBook(Time()).ask(FEED, failing("dns"))

    assert (caught.value.cause, caught.value.reason) == (
        "dns",
        "robots.txt could not be read, so nothing else was asked for: it is gone",
    )


@pytest.mark.parametrize("cause", ["redirect", "forbidden", "encoding", "too-large"])
async def test_a_robots_file_that_leads_nowhere_is_as_good_as_none(cause: str) -> None:
    """A loop or a bomb is not a rule."""
    robots = await RobotsBook(Time()).ask(FEED, failing(cause))

    assert robots.why_not(FEED) == ""


def answering(status: int, body: bytes = b""):
    """A fetch that always ends so."""

    async def fetch(url: URL) -> tuple[int, bytes]:
        return status, body

    return fetch


def failing(cause: str):
    """A fetch that never succeeds."""

    async def fetch(url: URL) -> tuple[int, bytes]:
        raise Trouble(cause, "it is gone")

    return fetch


def source(name: str, *, delay: float) -> Source:
    """A source of the one host."""
    return Source(
        id=name, name=name, side="KR", kind="newspaper", lang="ko", format="feed", url=str(FEED),
        host_delay=timedelta(seconds=delay),
    )  # fmt: skip
