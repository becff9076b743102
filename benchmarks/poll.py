"""CPU seconds of polling 1,000 loopback feeds: all new, all 304, 5 % changed; chipwire beside a plain loop.

The peer is the program anybody would write in an hour: aiohttp with conditional GET, feedparser, one SQLite
table; and the same over httpx. Beside them, for "all 304": aiohttp with conditional GET alone, and curl -Z. All sides
run in processes of their own, alternately (A B A B …), against a server of their own in another process, fifty hosts
of loopback; start-up, the parsing child's included, is excluded by reading the CPU clock of the process tree before
and after each phase. Equality first: after each phase all that store must hold the same number of entries, and no
side may have asked for a feed more than once.

    python benchmarks/poll.py [--feeds 1000] [--rounds 3] [--json] [--only chipwire,plain,bare,curl,httpx,reader]
                              [--rules 10000]

--rules lets subscribers of chipwire have so many rules of two words, one of them of our subject: what it costs in memory.

curl, httpx and reader take part where they are installed (group `bench` in an environment of its own).
"""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import importlib.util
import json
import os
import random
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import urllib.request
from datetime import UTC, datetime, timedelta
from pathlib import Path

HERE = Path(__file__).resolve().parent
PHASES = ("all new", "all 304", "5 % changed")
#: A thousand unchanged answers take a tenth of a second: one round of them says little.
TIMES = {"all 304": 7}
#: The feeds live at so many hosts: nobody has a thousand at one, and chipwire asks a host one thing at a time.
ORIGINS = tuple(f"127.0.0.{number}" for number in range(1, 51))
#: Ordinary news, of which one item in thirty is on our subject: a real feed holds 0.5 to 3 % of it.
TOPICAL = {
    "en": "chip export Seoul Beijing memory licence fab Samsung wafer",
    "ko": "반도체 수출 중국 삼성전자 장비 허가 공급망 메모리 규제",
    "zh": "芯片 出口 韩国 商务部 存储 供应链 许可 设备 管制",
}
WORDS = {
    "en": (
        "the city council approved a plan to repair bridges after heavy rain while residents asked for more "
        "buses players won their third match of the season before a crowd and the coach praised young talent "
        "in the team doctors advise people to drink water during hot weeks as hospitals report tired visitors "
        "from the beach school teachers begin spring term with new books about music painting rivers birds "
        "and old family recipes "
    ),
    "ko": (
        "서울시는 장마가 끝난 뒤 다리를 고치는 계획을 밝혔다 주민들은 버스를 늘려 달라고 말했다 선수들은 이번 시즌 "
        "세 번째 경기에서 이겼고 감독은 젊은 선수를 칭찬했다 의사들은 더운 날 물을 자주 마시라고 권했다 학교는 봄 "
        "학기에 음악과 그림 수업을 늘린다 바닷가에는 휴가를 보내는 가족이 많았다 시장에서는 과일값이 조금 내렸고 "
        "농부들은 비를 기다린다 "
    ),
    "zh": (
        "市政府 公布 雨季 之后 修桥 计划 居民 希望 增加 公交 球队 赢得 本赛季 第三场 比赛 教练 称赞 年轻 球员 "
        "医生 建议 天热 多喝水 学校 春季 学期 增加 音乐 绘画 课程 海边 度假 家庭 很多 水果 价格 略降 农民 等待 "
        "下雨 博物馆 展出 老照片 图书馆 延长 开放 时间 "
    ),
}


def address(port: int, feed: int) -> str:
    return f"http://{ORIGINS[feed % len(ORIGINS)]}:{port}/feed/{feed}"


class Feeds:
    """A thousand synthetic feeds from a seed: 35 entries each, in three languages, changing on demand."""

    def __init__(self, count: int, seed: int = 20220725) -> None:
        self.count, self.rng = count, random.Random(seed)
        self.bodies: dict[int, tuple[bytes, str]] = {}
        self.entries = {number: [self._entry(number, n) for n in range(35)] for number in range(count)}
        for number in range(count):
            self._render(number)

    def change(self, number: int) -> None:
        self.entries[number][:0] = [self._entry(number, len(self.entries[number]) + n) for n in range(2)]
        self._render(number)

    def _entry(self, feed: int, number: int) -> str:
        lang = ("en", "ko", "zh")[feed % 3]
        vocabulary = (WORDS[lang] + TOPICAL[lang] if self.rng.random() < 1 / 30 else WORDS[lang]).split()
        words = self.rng.choices(vocabulary, k=9)
        paragraphs = [" ".join(self.rng.choices(vocabulary, k=45)) for _ in range(3)]
        markup = "".join(f'<p>{text} <a href="/tag/{n}">more</a></p>' for n, text in enumerate(paragraphs))
        lead = markup.replace("<", "&lt;").replace(">", "&gt;")
        day = datetime(2026, 11, 1, tzinfo=UTC) + timedelta(minutes=self.rng.randrange(28_000))
        link = f"http://127.0.0.1/feed{feed}/article/{number}"
        return (
            f"<item><title>{' '.join(words)} {number}</title><link>{link}</link><guid>{link}</guid>"
            f"<pubDate>{day:%a, %d %b %Y %H:%M:%S} +0000</pubDate><description>{lead}</description></item>"
        )

    def _render(self, number: int) -> None:
        head = f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Feed {number}</title>'
        body = f"{head}{''.join(self.entries[number])}</channel></rss>".encode()
        self.bodies[number] = (body, f'"{hashlib.blake2b(body, digest_size=8).hexdigest()}"')


async def serve(count: int) -> None:
    from aiohttp import web

    feeds = Feeds(count)
    asked = 0

    async def feed(request: web.Request) -> web.Response:
        nonlocal asked
        asked += 1
        body, etag = feeds.bodies[int(request.match_info["number"])]
        if request.headers.get("If-None-Match") == etag:
            return web.Response(status=304, headers={"ETag": etag})
        return web.Response(body=body, headers={"ETag": etag, "Content-Type": "application/rss+xml; charset=utf-8"})

    async def change(request: web.Request) -> web.Response:
        for number in range(0, feeds.count, 20):
            feeds.change(number)
        return web.Response(text="changed")

    async def requests(request: web.Request) -> web.Response:
        return web.Response(text=str(asked))

    app = web.Application()
    app.add_routes([web.get("/feed/{number}", feed), web.post("/change", change), web.get("/requests", requests)])
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, ORIGINS[0], 0).start()
    port = runner.addresses[0][1]
    for origin in ORIGINS[1:]:
        await web.TCPSite(runner, origin, port).start()
    print(port, flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


def own_cpu() -> float:
    """User and system seconds of this process and of its dead children."""
    mine = resource.getrusage(resource.RUSAGE_SELF)
    dead = resource.getrusage(resource.RUSAGE_CHILDREN)
    return mine.ru_utime + mine.ru_stime + dead.ru_utime + dead.ru_stime


def _living_children() -> float:
    ticks, total = os.sysconf("SC_CLK_TCK"), 0.0
    family = {os.getpid()}
    parents: dict[int, tuple[int, float]] = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                fields = (folder / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            parents[int(folder.name)] = (int(fields[1]), sum(map(int, fields[11:15])) / ticks)
    grown = True
    while grown:
        grown = False
        for pid, (parent, seconds) in parents.items():
            if parent in family and pid not in family:
                family.add(pid)
                total += seconds
                grown = True
    return total


async def run_plain(port: int, count: int, folder: Path) -> None:
    """Aiohttp + feedparser + sqlite3, as anybody would write it."""
    import aiohttp
    import feedparser

    db = sqlite3.connect(folder / "plain.db")
    db.executescript(
        "pragma journal_mode=wal; create table entry (id text primary key, feed int, title text, lead text);"
        "create table feed (id integer primary key, etag text)"
    )
    gate = asyncio.Semaphore(50)

    async def visit(session: aiohttp.ClientSession, number: int, etag: str) -> None:
        headers = {"If-None-Match": etag} if etag else {}
        async with gate, session.get(address(port, number), headers=headers) as response:
            if response.status == 304:
                return
            body, etag = await response.read(), response.headers["ETag"]
        parsed = feedparser.parse(body)
        rows = [(entry.id, number, entry.title, entry.summary) for entry in parsed.entries]
        db.executemany("insert or ignore into entry values (?, ?, ?, ?)", rows)
        db.execute("insert or replace into feed values (?, ?)", (number, etag))
        db.commit()

    async with aiohttp.ClientSession() as session:

        async def once() -> None:
            etags = dict(db.execute("select id, etag from feed"))
            await asyncio.gather(*(visit(session, number, etags.get(number, "")) for number in range(count)))

        async def entries() -> int:
            return db.execute("select count(*) from entry").fetchone()[0]

        await phases(once, entries, port)


async def run_httpx(port: int, count: int, folder: Path) -> None:
    """Httpx + feedparser + sqlite3, written the same way."""
    import feedparser
    import httpx

    db = sqlite3.connect(folder / "httpx.db")
    db.executescript(
        "pragma journal_mode=wal; create table entry (id text primary key, feed int, title text, lead text);"
        "create table feed (id integer primary key, etag text)"
    )
    gate = asyncio.Semaphore(50)

    async def visit(client: httpx.AsyncClient, number: int, etag: str) -> None:
        async with gate:
            response = await client.get(address(port, number), headers={"If-None-Match": etag} if etag else {})
        if response.status_code == 304:
            return
        rows = [(entry.id, number, entry.title, entry.summary) for entry in feedparser.parse(response.content).entries]
        db.executemany("insert or ignore into entry values (?, ?, ?, ?)", rows)
        db.execute("insert or replace into feed values (?, ?)", (number, response.headers["ETag"]))
        db.commit()

    async with httpx.AsyncClient() as client:

        async def once() -> None:
            etags = dict(db.execute("select id, etag from feed"))
            await asyncio.gather(*(visit(client, number, etags.get(number, "")) for number in range(count)))

        async def entries() -> int:
            return db.execute("select count(*) from entry").fetchone()[0]

        await phases(once, entries, port)


async def run_reader(port: int, count: int, folder: Path) -> None:
    """The reader library with ten workers, every feed asked each time."""
    from reader import make_reader

    reader = make_reader(str(folder / "reader.db"), feed_root=None)
    for number in range(count):
        reader.add_feed(address(port, number))

    async def once() -> None:
        for _ in reader.update_feeds_iter(workers=10, scheduled=False):
            pass

    async def entries() -> int:
        return reader.get_entry_counts().total

    await phases(once, entries, port)


async def run_curl(port: int, count: int, folder: Path) -> None:
    """Curl -Z, fifty at a time, with its own ETag files: no parser, no store."""
    lines = [
        f'url = "{address(port, number)}"\noutput = "{folder}/{number}.xml"\n'
        f'etag-save = "{folder}/{number}.tag"\netag-compare = "{folder}/{number}.tag"\n'
        for number in range(count)
    ]
    (folder / "curl.cfg").write_text("next\n".join(lines))

    async def once() -> None:
        command = ["curl", "-s", "-Z", "--parallel-max", "50", "-K", str(folder / "curl.cfg")]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: ASYNC221 - nothing else runs here

    async def entries() -> int:
        return -1

    await phases(once, entries, port)


async def run_bare(port: int, count: int, folder: Path) -> None:
    """Aiohttp with conditional GET and nothing else: no parser, no storage. The floor of "all 304" in this stack."""
    import aiohttp

    gate = asyncio.Semaphore(50)
    etags: dict[int, str] = {}

    async def visit(session: aiohttp.ClientSession, number: int) -> None:
        headers = {"If-None-Match": etags[number]} if number in etags else {}
        async with gate, session.get(address(port, number), headers=headers) as response:
            if response.status != 304:
                await response.read()
                etags[number] = response.headers["ETag"]

    async with aiohttp.ClientSession() as session:

        async def once() -> None:
            await asyncio.gather(*(visit(session, number) for number in range(count)))

        async def entries() -> int:
            return -1

        await phases(once, entries, port)


def subscribe(db, rules: int) -> None:
    """So many rules, five to a subscriber; each a word of the subject and one that nobody writes."""
    from bot.model import Destination, Rule, Subscriber
    from storage import destinations, people

    dice = random.Random(20220725)
    topical = " ".join(TOPICAL.values()).split()
    for first in range(0, rules, 5):
        person = people.add_subscriber(db, Subscriber(0, f"reader {first}"))
        place = destinations.add_destination(db, Destination(0, person.id, "telegram", str(first + 1)))
        for _ in range(min(5, rules - first)):
            rare = "".join(dice.choices("bcdfghklmnprstvz", k=7))
            people.add_rule(db, Rule(0, person.id, f"{dice.choice(topical)} {rare}", place.id))


async def run_chipwire(port: int, count: int, folder: Path, rules: int = 0) -> None:
    """The real house: door, child parser, desk with rules, store with synchronous=FULL."""
    from bot.app import open_house
    from bot.config import load_settings
    from bot.house import settle
    from bot.logs import configure
    from bot.model import Fetched, FetchOutcome, Source
    from bot.pipeline import poll_each

    origins = ",".join(f"http://{origin}:{port}" for origin in ORIGINS)
    sources = tuple(
        Source(
            id=f"feed-{number}",
            name=f"Feed {number}",
            side="KR",
            kind="newspaper",
            lang=("en", "ko", "zh-Hans")[number % 3],
            format="feed",
            url=address(port, number),
            host_delay=timedelta(0),
        )
        for number in range(count)
    )
    configure("console", quiet=True)
    settings = load_settings({"CHIPWIRE_DB": str(folder / "chipwire.db"), "CHIPWIRE_ALLOW_ORIGINS": origins}, None)
    async with open_house(settings, sources) as house:
        if rules:
            await house.store.write(lambda db: subscribe(db, rules))
            await house.refresh_rules()
        settle()
        await house.parsers.parse(
            Fetched("warm", FetchOutcome.FETCHED, origins, 200, b"<rss/>"), sources[0], house.now()
        )

        async def once() -> None:
            chosen = list(house.sources.values())
            for first in range(0, len(chosen), 200):  # what a tick takes in hand
                await poll_each(chosen[first : first + 200], house)

        async def entries() -> int:
            return await house.store.read(lambda db: db.execute("select count(*) from articles").fetchone()[0])

        await phases(once, entries, port)


async def phases(once, entries, port: int) -> None:
    """The phases, the CPU of one poll of each printed as JSON."""
    for phase in PHASES:
        times = TIMES.get(phase, 1)
        if phase == PHASES[2]:
            await ask(port, "change", post=True)
        asked = int(await ask(port, "requests"))
        # Looking for children costs as much as fifty polls: it is done before the clock starts and after it stops.
        children, own = _living_children(), own_cpu()
        for _ in range(times):
            await once()
        own = own_cpu() - own
        spent = (own + _living_children() - children) / times
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        asked = (int(await ask(port, "requests")) - asked) / times
        row = {"phase": phase, "cpu": spent, "entries": await entries(), "rss": peak, "requests": asked}
        print(json.dumps(row), flush=True)


async def ask(port: int, what: str, *, post: bool = False) -> str:
    """Something of the server that is no feed."""
    url = f"http://127.0.0.1:{port}/{what}"

    def answer() -> str:
        with urllib.request.urlopen(urllib.request.Request(url, method="POST" if post else "GET")) as response:
            return response.read().decode()

    return await asyncio.to_thread(answer)


def measure(side: str, count: int, rules: int) -> dict[str, dict[str, float]]:
    """One side, all phases, against a server of its own."""
    with tempfile.TemporaryDirectory() as folder:
        server = subprocess.Popen(
            [sys.executable, __file__, "--serve", "--feeds", str(count)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            port = server.stdout.readline().strip()
            told = {"--side": side, "--port": port, "--folder": folder, "--feeds": count, "--rules": rules}
            done = subprocess.run(
                [sys.executable, __file__, *(str(word) for pair in told.items() for word in pair)],
                stdout=subprocess.PIPE,
                text=True,
                check=True,
            )
        finally:
            server.kill()
    return {
        row["phase"]: row
        for row in map(json.loads, filter(lambda line: line.startswith("{"), done.stdout.splitlines()))
    }


RUNS = {
    "chipwire": run_chipwire,
    "plain": run_plain,
    "bare": run_bare,
    "curl": run_curl,
    "httpx": run_httpx,
    "reader": run_reader,
}
NAMES = {"plain": "aiohttp + feedparser", "bare": "bare aiohttp", "curl": "curl -Z", "httpx": "httpx + feedparser"}


def installed(side: str) -> bool:
    return (
        bool(shutil.which("curl"))
        if side == "curl"
        else (importlib.util.find_spec(side) is not None if side in {"httpx", "reader"} else True)
    )


def compare(count: int, rounds: int, only: list[str], rules: int) -> list[dict[str, object]]:
    """A B A B …; a row for each phase and peer."""
    sides = [side for side in only if installed(side)]
    runs: dict[str, list[dict[str, dict[str, float]]]] = {side: [] for side in sides}
    for number in range(rounds):
        for side in sides:
            print(f"round {number + 1}/{rounds}: {side}", file=sys.stderr, flush=True)
            runs[side].append(measure(side, count, rules))
    rows: list[dict[str, object]] = []
    for phase in PHASES:
        told = {side: [run[phase] for run in done] for side, done in runs.items()}
        counts = {row["entries"] for done in told.values() for row in done} - {-1}
        if len(counts) != 1:
            sys.exit(f"{phase}: the sides hold different numbers of entries: {sorted(counts)}")
        if any(row["requests"] != count for row in told["chipwire"]):
            sys.exit(f"{phase}: chipwire asked {[row['requests'] for row in told['chipwire']]} times for {count} feeds")
        ours = [row["cpu"] for row in told["chipwire"]]
        peak = max(row["rss"] for row in told["chipwire"])
        for side in sides[1:]:
            theirs = [row["cpu"] for row in told[side]]
            ratios = [mine / other for mine, other in zip(ours, theirs, strict=True)]
            rows.append(
                {"phase": phase, "peer": NAMES.get(side, side), "chipwire": ours, "theirs": theirs}
                | {"ratio": ratios, "rss": peak, "entries": counts}
            )
    rows += [{"phase": "*skipped*", "peer": NAMES.get(side, side)} for side in only if side not in sides]
    return rows


def spread(values: list[float]) -> str:
    return f"{statistics.median(values):.2f} ({min(values):.2f}–{max(values):.2f})"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--feeds", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", default=",".join(RUNS), help="sides to run, chipwire first")
    parser.add_argument("--rules", type=int, default=0, help="rules of chipwire's subscribers")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--side", help=argparse.SUPPRESS)
    parser.add_argument("--port", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.serve:
        asyncio.run(serve(args.feeds))
        return
    if args.side:
        more = {"rules": args.rules} if args.side == "chipwire" else {}
        asyncio.run(RUNS[args.side](args.port, args.feeds, args.folder, **more))
        return
    rows = compare(args.feeds, args.rounds, args.only.split(","), args.rules)
    if args.json:
        print("\n".join(json.dumps(row, default=list) for row in rows))
        return
    print(f"{args.feeds} feeds, {args.rounds} rounds, CPU s median (min–max), load {os.getloadavg()[0]:.1f}")
    print("| phase | peer | chipwire | theirs | ratio | chipwire RSS MB |\n|---|---|---|---|---|---|")
    for row in rows:
        if "ratio" not in row:
            print(f"| {row['phase']} | {row['peer']} | | | | |")
            continue
        figures = " | ".join(spread(row[name]) for name in ("chipwire", "theirs", "ratio"))
        print(f"| {row['phase']} | {row['peer']} | {figures} | {row['rss']} |")


if __name__ == "__main__":
    main()
