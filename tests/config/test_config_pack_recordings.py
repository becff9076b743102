"""What every switched-on source gives: a small document in the structure its record describes, and the items in it."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.config import load_feeds
from bot.intake.sources import feed, page, sitemap
from bot.intake.sources import json as json_format
from bot.model import Fetched, FetchOutcome, Item, Source

ROOT = Path(__file__).parents[2]
RECORDINGS = ROOT / "tests" / "recordings" / "pack"
PARSERS = {"feed": feed.parse, "page": page.parse, "sitemap": sitemap.parse}
NOW = datetime(2026, 11, 21, tzinfo=UTC)
PACK = {source.id: source for source in load_feeds(ROOT / "feeds.yaml")}
ON = {name: source for name, source in PACK.items() if source.enabled}


def shown(item: Item, keys: tuple[str, ...]) -> dict[str, str | None]:
    """Return an item's fields as the expectation writes them."""
    values = {
        "title": item.title,
        "url": item.url,
        "published": item.published.isoformat() if item.published else None,
        "precision": str(item.precision),
        "summary": item.summary,
        "guid": item.guid,
    }
    return {key: values[key] for key in keys}


def fetched(source: Source, content_type: str) -> Fetched:
    """Return the recording as the door would hand it over."""
    (document,) = (path for path in RECORDINGS.glob(f"{source.id}.*") if path.suffix != ".json")
    return Fetched(
        source=source.id,
        outcome=FetchOutcome.FETCHED,
        url=source.url,
        status=200,
        body=document.read_bytes(),
        content_type=content_type,
    )


@pytest.mark.parametrize("source_id", sorted(ON))
def test_the_recording_gives_its_items(source_id: str) -> None:
    """Titles, addresses and dates in UTC, in the order of the document, by the keys of the pack."""
    source = ON[source_id]
    expected = json.loads((RECORDINGS / f"{source_id}.json").read_text(encoding="utf-8"))
    items = PARSERS[source.format](fetched(source, expected["content_type"]), source, NOW)
    assert [shown(item, tuple(one)) for item, one in zip(items, expected["items"], strict=True)] == expected["items"]


def test_no_recording_is_left_over() -> None:
    """A source that was switched off or renamed takes its recording along."""
    assert {path.stem for path in RECORDINGS.iterdir()} == set(ON)


@pytest.mark.parametrize(
    ("source_id", "answer", "expected"),
    [
        (
            "yicai-brief",
            [{"indexTitle": "韩国存储芯片出口回升", "url": "/brief/102000001.html", "newcontent": "数据显示回升。", "datekey": "2026.11.20", "hm": "17:05"}],
            ("韩国存储芯片出口回升", "https://www.yicai.com/brief/102000001.html", "2026-11-20T09:05:00+00:00"),
        ),
        (
            "stcn-flash",
            {"state": 1, "data": [{"title": "中韩芯片对话举行", "url": "/article/detail/3000001.html", "content": "双方代表出席。", "time": 1795165500}]},
            ("中韩芯片对话举行", "https://www.stcn.com/article/detail/3000001.html", "2026-11-20T09:05:00+00:00"),
        ),
        (
            "cankaoxiaoxi-international",
            {"list": [{"data": {"title": "外媒：韩中讨论芯片供应", "url": "https://china.cankaoxiaoxi.com/pages/2026/11/20/a1.html", "publishTime": "2026-11-20 18:00:00"}}]},
            ("外媒：韩中讨论芯片供应", "https://china.cankaoxiaoxi.com/pages/2026/11/20/a1.html", "2026-11-20T10:00:00+00:00"),
        ),
    ],
)  # fmt: skip
def test_json_lists_are_read_by_their_paths(source_id: str, answer: object, expected: tuple[str, str, str]) -> None:
    """An answer that is the list itself, a list under a key, items inside items; three notations of time."""
    source = PACK[source_id]
    body = json.dumps(answer).encode()
    visit = Fetched(source_id, FetchOutcome.FETCHED, source.url, 200, body, "application/json")
    (item,) = json_format.parse(visit, source, NOW)
    assert item.published is not None
    assert (item.title, item.url, item.published.isoformat()) == expected
