"""Mutated documents through decoding and every format, for as long as asked; not part of the suite.

    python tests/fuzz/reading.py [--minutes 10] [--seed 1]

Each document is one of the recordings or a seed below, damaged a few times. It must come back as items or as a
reason, never as an exception, and within the time that the child would grant it. What fails is kept beside.
"""

import argparse
import random
import signal
import sys
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from bot.intake import child
from bot.model import Fetched, FetchOutcome, Source

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
RECORDINGS = Path(__file__).resolve().parents[1] / "recordings"
PIECES = (
    b"<![CDATA[", b"]]>", b"&", b"&#xD800;", b"&nbsp;", b"<item>", b"</item>", b"<!--", b"-->", b"\x00", b"\xff\xfe", b"\x1f\x8b\x08",
    b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"<rss>", b"</rss>", b"\xed\xa0\x80", b"<html>", b"<a href='", b"%PDF", b"{", b"[[[[",
    "삼성".encode("cp949"), "芯片".encode("gb18030"), b"<div>" * 300, b" a='b'" * 500, b"<?xml version='1.0' encoding='euc-kr'?>",
)  # fmt: skip
SEEDS = (
    b"<rss version='2.0'><channel><item><title>one</title><link>http://x.example/1</link><pubDate>22 Nov 2026</pubDate></item></channel></rss>",
    b'{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","url":"http://x.example/1","title":"one"}]}',
    b"<urlset><url><loc>http://x.example/1</loc></url></urlset>",
)
SOURCES = {
    "feed": Source("f", "", "", "", "", "feed", "http://x.example/"),
    "page": Source(
        "p", "", "", "", "", "page", "http://x.example/", selectors={"item": "li, div.card, tr", "date": "em"}
    ),
    "sitemap": Source("s", "", "", "", "", "sitemap", "http://x.example/", sitemap={"follow_index": 1}),
    "json": Source(
        "j", "", "", "", "", "json", "http://x.example/", paths={"items": "items", "title": "title", "link": "url"}
    ),
}
LABELS = (
    "",
    "text/html",
    "application/xml; charset=euc-kr",
    "text/xml; charset=gb2312",
    "x; charset=utf-16",
    "x; charset=nonsense",
)


def damaged(body: bytes, dice: random.Random) -> bytes:
    for _ in range(dice.randint(1, 6)):
        body = _once(body, dice)[:300_000]
    return body


def _once(body: bytes, dice: random.Random) -> bytes:
    at, to = sorted(dice.randrange(len(body) + 1) for _ in range(2))
    match dice.randrange(5):
        case 0:
            return body[:at] + body[min(to, at + 200) :]
        case 1:
            return body[:at] + dice.choice(PIECES) + body[at:]
        case 2:
            return body[:at] + body[at:to] * dice.randint(2, 4) + body[to:]
        case 3:
            return body[:at]
        case _:
            return body[:at] + dice.randbytes(dice.randint(1, 8)) + body[at + 1 :]


def failure(body: bytes, format_: str, label: str) -> str:
    """What went wrong with one document; "" if nothing did."""
    fetched = Fetched("x", FetchOutcome.FETCHED, "http://x.example/", 200, body, label)
    begun = time.process_time()
    try:
        child.read(fetched, SOURCES[format_], NOW, room=2 * 1024**3)
        child.read_page(fetched, SOURCES["page"], NOW, room=2 * 1024**3)
    except Exception as error:  # noqa: BLE001 - any exception is a finding
        return f"{type(error).__name__}: {error}"
    spent = time.process_time() - begun
    return f"took {spent:.1f} s" if spent > child.CPU_SECONDS else ""


def out_of_time(number: int, frame: object) -> None:
    """What the kernel sends to who has used up its seconds."""
    raise TimeoutError(f"more than {child.CPU_SECONDS} s of CPU")


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--minutes", type=float, default=10)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    dice = random.Random(chosen.seed)
    bodies = [
        *SEEDS,
        *(path.read_bytes() for path in sorted(RECORDINGS.rglob("*")) if path.suffix in {".xml", ".html"}),
    ]
    # The child would be killed; here the document must be named, so the limit becomes an exception.
    signal.signal(signal.SIGXCPU, out_of_time)
    until = time.monotonic() + chosen.minutes * 60
    tried, failed = 0, Counter[str]()
    while time.monotonic() < until:
        body, format_, label = damaged(dice.choice(bodies), dice), dice.choice(list(SOURCES)), dice.choice(LABELS)
        tried += 1
        told = failure(body, format_, label)
        if told:
            failed[told] += 1
            Path(f"fuzz-{format_}-{sum(failed.values())}.bin").write_bytes(body)
            print(f"{format_} {label!r}: {told}", flush=True)
    print(f"{tried} documents, {failed.total()} failures, seed {chosen.seed}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
