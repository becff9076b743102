"""Documents read in a confined child: what they do there, they do to themselves alone."""

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.intake.parsing import Parsers
from bot.model import Fetched, FetchOutcome, Item, Parsed, Precision, Source

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
SOURCE = Source(
    id="kukbo", name="국보일보", side="KR", kind="newspaper", lang="ko", format="feed", url="http://127.0.0.1/rss"
)
GOOD = (
    '<rss version="2.0"><channel><title>t</title><item><title>삼성전자 시안 공장</title>'
    "<link>http://127.0.0.1/1</link><pubDate>Sun, 22 Nov 2026 10:00:00 +0900</pubDate></item></channel></rss>"
).encode()


def fetched(body: bytes) -> Fetched:
    return Fetched("kukbo", FetchOutcome.FETCHED, "http://127.0.0.1/rss", 200, body, "application/rss+xml")


@pytest.fixture
async def parsers() -> AsyncIterator[Parsers]:
    async with Parsers() as parsers:
        yield parsers


GOOD_ITEM = Item(
    source="kukbo",
    guid="",
    url="http://127.0.0.1/1",
    title="삼성전자 시안 공장",
    published=datetime(2026, 11, 22, 1, 0, tzinfo=UTC),
    precision=Precision.SECOND,
)


async def test_a_document_is_read_in_the_child(parsers: Parsers) -> None:
    """A feed's items come back over the child's door as plain values."""
    parsed = await parsers.parse(fetched(GOOD), SOURCE, NOW)

    assert parsed == Parsed(items=(GOOD_ITEM,))


async def test_a_refusal_is_a_value(parsers: Parsers) -> None:
    """A document that is no feed comes back with its cause and its reason in words."""
    parsed = await parsers.parse(fetched(b"<!doctype html><title>Nothing here</title><p>moved"), SOURCE, NOW)

    assert parsed == Parsed(cause="not-a-feed", reason='not a feed but an HTML page titled "Nothing here"')


async def test_an_unknown_format_is_a_value(parsers: Parsers) -> None:
    """A format that no file implements is told, not raised."""
    source = Source(id="x", name="", side="", kind="", lang="", format="gopher", url="http://127.0.0.1/")

    parsed = await parsers.parse(fetched(GOOD), source, NOW)

    assert parsed == Parsed(cause="no-such-format", reason="no format is called gopher")


async def test_a_closed_house_parses_nothing() -> None:
    """Before it is opened, the pool answers with a reason."""
    assert (await Parsers().parse(fetched(GOOD), SOURCE, NOW)).cause == "parse-closed"


async def test_a_document_that_never_ends_is_killed_and_the_next_is_read() -> None:
    """A regular expression that runs away costs its own document and nobody else's."""
    runaway = Source(**{**kept(SOURCE), "link_allow": r"^(?:(?:a+)+)+$|http://127\.0\.0\.1/(?:(?:a+)+)+$"})
    body = GOOD.replace(b"127.0.0.1/1", b"127.0.0.1/" + b"a" * 60 + b"!")
    async with Parsers(seconds=1) as parsers:
        killed, read = await asyncio.gather(
            parsers.parse(fetched(body), runaway, NOW), parsers.parse(fetched(GOOD), SOURCE, NOW)
        )

    assert killed == Parsed(cause="parse-timeout", reason="reading it took more than 1 seconds")
    assert read.items == (GOOD_ITEM,)


async def test_a_document_that_eats_memory_is_stopped_and_the_next_is_read() -> None:
    """Room beyond the limit is refused by the kernel, and told."""
    huge = b"<rss><channel>" + b"<item><title>" + b"x" * 3_000_000 + b"</title></item>" * 1 + b"</channel></rss>"
    async with Parsers(megabytes=4) as parsers:
        stopped = await parsers.parse(fetched(huge), SOURCE, NOW)
    async with Parsers() as parsers:
        read = await parsers.parse(fetched(GOOD), SOURCE, NOW)

    assert stopped == Parsed(cause="parse-memory", reason="reading it took more than 4 MB")
    assert read.items == (GOOD_ITEM,)


async def test_a_cancelled_reading_is_cancelled() -> None:
    """Cancellation alone is raised: a clean stop must not look like a broken feed."""
    async with Parsers() as parsers:
        task = asyncio.create_task(parsers.parse(fetched(GOOD), SOURCE, NOW))
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task


def test_the_main_process_imports_no_parser() -> None:
    """feedparser, BeautifulSoup, trafilatura and dateparser are the child's alone."""
    code = (
        "import sys, bot.intake.parsing;"
        "print(sorted({'feedparser', 'bs4', 'trafilatura', 'dateparser', 'lxml'} & set(sys.modules)))"
    )
    root = Path(__file__).resolve().parents[2]

    said = subprocess.run(
        [sys.executable, "-c", code],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=True,
    )

    assert said.stdout.strip() == "[]"


def kept(source: Source) -> dict[str, object]:
    return {name: getattr(source, name) for name in Source.__dataclass_fields__}
