"""What reading costs: feeds in the confined child, listing pages, article pages; each beside the bare library.

Makes its own documents from a seed, asserts equal output first, then measures CPU seconds of the whole
process tree, both sides alternately. Exit status 1 when a gate does not hold.

    python benchmarks/parsing.py [--rounds 5] [--json]
"""

import argparse
import asyncio
import json
import os
import platform
import random
import statistics
import sys
import warnings
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from pathlib import Path

import feedparser
from bs4 import BeautifulSoup
from trafilatura import extract

from bot.intake.article import read_article
from bot.intake.parsing import Parsers
from bot.intake.sources import page
from bot.model import Fetched, FetchOutcome, Source

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
URL = "https://outlet.example/feed"
WORDS = {
    "en": [
        "chip",
        "export",
        "minister",
        "Seoul",
        "Beijing",
        "fab",
        "licence",
        "memory",
        "talks",
        "tariff",
        "supply",
        "chain",
        "partner",
        "trade",
        "ministry",
    ],
    "ko": [
        "반도체",
        "수출",
        "장관",
        "서울",
        "베이징",
        "공장",
        "허가",
        "메모리",
        "협의",
        "관세",
        "공급망",
        "협력",
        "무역",
        "정부",
        "산업",
    ],
    "zh": [
        "芯片",
        "出口",
        "部长",
        "首尔",
        "北京",
        "工厂",
        "许可",
        "存储",
        "会谈",
        "关税",
        "供应链",
        "合作",
        "贸易",
        "政府",
        "产业",
    ],
}
SELECTORS = {"item": "div.card", "link": "a.t", "title": "a.t", "date": "em"}


def sentences(dice: random.Random, lang: str, count: int) -> str:
    glue = "" if lang == "zh" else " "
    return glue.join(glue.join(dice.choices(WORDS[lang], k=12)) + ("。" if lang == "zh" else ".") for _ in range(count))


def feeds(dice: random.Random, count: int) -> list[bytes]:
    made = []
    for number in range(count):
        lang, charset = (("en", "utf-8"), ("ko", "euc-kr"), ("zh", "gb2312"), ("ko", "utf-8"))[number % 4]
        entries = "".join(
            f"<item><title>{sentences(dice, lang, 1)} &amp; {place}</title><link>https://outlet.example/{number}/{place}?a=1&amp;b=2</link>"
            f"<guid isPermaLink='false'>{number}-{place}</guid><pubDate>{stamp(place)}</pubDate><dc:creator>Desk</dc:creator>"
            + (f"<content:encoded><![CDATA[{paragraphs(dice, lang)}]]></content:encoded>" if number % 2 else "")
            + f"<category>chips</category><description>&lt;p&gt;{sentences(dice, lang, 3)}&lt;/p&gt;&lt;img src='/a.jpg'/&gt;</description></item>"
            for place in range(40)
        )
        text = (
            f'<?xml version="1.0" encoding="{charset}"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
            f' xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
            f"<title>Outlet {number}</title><link>https://outlet.example/</link><language>{lang}</language>{entries}</channel></rss>"
        )
        made.append(text.encode({"euc-kr": "cp949", "gb2312": "gb18030"}.get(charset, charset)))
    return made


def paragraphs(dice: random.Random, lang: str) -> str:
    """A full text as many feeds carry it."""
    return "".join(f'<p class="b">{sentences(dice, lang, 3)} <a href="/x">more</a></p>' for _ in range(4))


def stamp(place: int) -> str:
    return (NOW - timedelta(minutes=17 * place)).strftime("%a, %d %b %Y %H:%M:%S +0000")


def listings(dice: random.Random, count: int) -> list[str]:
    made = []
    for number in range(count):
        lang = ("en", "ko", "zh")[number % 3]
        menu = "".join(f"<li><a href='/menu/{place}'>{sentences(dice, lang, 1)[:20]}</a></li>" for place in range(120))
        cards = "".join(
            f"<div class='card'><a class='t' href='/view/{number}/{place}'>{sentences(dice, lang, 1)}</a><em>2026-11-22 {place % 24:02}:00</em>"
            f"<p>{sentences(dice, lang, 1)}</p></div>"
            for place in range(30)
        )
        script = "<script>var state = " + json.dumps({"ids": [dice.random() for _ in range(200)]}) + ";</script>"
        made.append(
            f"<!doctype html><html lang='{lang}'><head><title>List</title><style>.a{{color:red}}</style></head><body>{script}<nav><ul>{menu}</ul></nav>"
            f"<main>{cards}</main><footer><ul>{menu}</ul></footer></body></html>"
        )
    return made


def articles(dice: random.Random, count: int) -> list[bytes]:
    made = []
    for number in range(count):
        lang = ("en", "ko", "zh")[number % 3]
        body = "".join(f"<p>{sentences(dice, lang, 4)}</p>" for _ in range(12))
        others = "".join(f"<li><a href='/o/{place}'>{sentences(dice, lang, 1)}</a></li>" for place in range(60))
        made.append(
            f"<!doctype html><html lang='{lang}'><head><meta charset='utf-8'><title>Story {number} | Outlet News</title>"
            "<meta property='article:published_time' content='2026-11-22T09:00:00+09:00'></head>"
            f"<body><nav><ul>{others}</ul></nav><h1>Story {number}</h1><article>{body}</article><div class='related'><ul>{others}</ul></div>"
            f"<footer><ul>{others}</ul></footer></body></html>".encode()
        )
    return made


def fetched(body: bytes, content_type: str = "application/xml") -> Fetched:
    return Fetched("bench", FetchOutcome.FETCHED, URL, 200, body, content_type)


def source(format_: str, **keys: dict[str, str]) -> Source:
    return Source(
        id="bench", name="", side="", kind="", lang="", format=format_, url=URL, assume_tz="Asia/Seoul", **keys
    )


def tree_seconds() -> float:
    """CPU seconds of this process and all below it, the fork server's children too."""
    parents: dict[int, int] = {}
    spent: dict[int, float] = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                fields = (folder / "stat").read_text("utf-8").rpartition(")")[2].split()
            except OSError:
                continue
            pid = int(folder.name)
            parents[pid] = int(fields[1])
            spent[pid] = sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
    ours = {os.getpid()}
    while more := {pid for pid, parent in parents.items() if parent in ours} - ours:
        ours |= more
    return sum(spent.get(pid, 0.0) for pid in ours)


async def compared(
    name: str,
    gate: float,
    units: int,
    ours: Callable[[], Awaitable[None]],
    theirs: Callable[[], Awaitable[None]],
    rounds: int,
) -> dict[str, object]:
    """Both sides in turn; the first round only warms up."""
    times: dict[str, list[float]] = {"ours": [], "theirs": []}
    for round_ in range(rounds + 1):
        for side, run in (("ours", ours), ("theirs", theirs)):
            begun = tree_seconds()
            await run()
            if round_:
                times[side].append(tree_seconds() - begun)
    rates = {side: [units / max(seconds, 0.01) for seconds in told] for side, told in times.items()}
    ratio = statistics.median(rates["ours"]) / statistics.median(rates["theirs"])
    return {
        "benchmark": name,
        "ours": spread(rates["ours"]),
        "theirs": spread(rates["theirs"]),
        "ratio": round(ratio, 2),
        "gate": gate,
        "holds": ratio >= gate,
    }


def spread(rates: list[float]) -> str:
    return f"{statistics.median(rates):,.0f} ({min(rates):,.0f}–{max(rates):,.0f})"


async def feed_parsing(rounds: int) -> dict[str, object]:
    documents = feeds(random.Random(1), 40)
    expected = [[entry.id for entry in feedparser.parse(body).entries] for body in documents]

    async with Parsers() as parsers:

        async def ours() -> None:
            for body, ids in zip(documents, expected, strict=True):
                parsed = await parsers.parse(fetched(body), source("feed"), NOW)
                assert [item.guid for item in parsed.items] == ids, parsed.reason

        async def theirs() -> None:
            for body, ids in zip(documents, expected, strict=True):
                assert len(feedparser.parse(body).entries) == len(ids)

        units = sum(map(len, expected))
        return await compared(
            "feed entries/s, decode and child included, v feedparser", 0.9, units, ours, theirs, rounds
        )


async def listing_pages(rounds: int) -> dict[str, object]:
    documents = listings(random.Random(2), 60)
    read = source("page", selectors=SELECTORS)

    def cards(text: str) -> list[tuple[str, str, str]]:
        soup = BeautifulSoup(text.encode(), "lxml", from_encoding="utf-8")
        return [
            (str(card.select_one("a.t")["href"]), card.select_one("a.t").get_text(), card.select_one("em").get_text())  # type: ignore[index, union-attr]
            for card in soup.select("div.card")
        ]

    expected = [cards(text) for text in documents]

    async def ours() -> None:
        for text, wanted in zip(documents, expected, strict=True):
            found = page.parse(fetched(text.encode(), "text/html; charset=utf-8"), read, NOW)
            assert [(item.url, item.title) for item in found] == [
                (f"https://outlet.example{link}", title) for link, title, _ in wanted
            ]

    async def theirs() -> None:
        for text, wanted in zip(documents, expected, strict=True):
            assert cards(text) == wanted

    return await compared("listing pages/s v BeautifulSoup with lxml", 1.5, len(documents), ours, theirs, rounds)


async def article_pages(rounds: int) -> dict[str, object]:
    documents = articles(random.Random(3), 60)
    expected = ["".join((extract(body) or "").split()) for body in documents]

    async def ours() -> None:
        for body, wanted in zip(documents, expected, strict=True):
            found = read_article(fetched(body, "text/html; charset=utf-8"), source("page"), NOW)
            assert "".join(found.text.split()) in wanted
            assert found.published is not None

    async def theirs() -> None:
        for body in documents:
            assert extract(body)

    return await compared("article pages/s v trafilatura", 0.9, len(documents), ours, theirs, rounds)


async def measured(rounds: int) -> list[dict[str, object]]:
    return [await feed_parsing(rounds), await listing_pages(rounds), await article_pages(rounds)]


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--json", action="store_true", help="one line a benchmark instead of a table")
    chosen = options.parse_args()
    warnings.simplefilter("ignore")
    results = asyncio.run(measured(chosen.rounds))
    if chosen.json:
        print("\n".join(json.dumps(result, ensure_ascii=False) for result in results))
    else:
        peers = ", ".join(f"{name} {version(name)}" for name in ("feedparser", "beautifulsoup4", "lxml", "trafilatura"))
        print(
            f"CPU of the process tree, {chosen.rounds} rounds, load {os.getloadavg()[0]:.1f}, Python {platform.python_version()}, {peers}\n"
        )
        print("| benchmark | ours, median (min–max) | theirs | ratio | gate |\n|---|---|---|---|---|")
        for told in results:
            print(
                f"| {told['benchmark']} | {told['ours']} | {told['theirs']} | **{told['ratio']}** | ≥ {told['gate']} |"
            )
    return 0 if all(result["holds"] for result in results) else 1


if __name__ == "__main__":
    sys.exit(main())
