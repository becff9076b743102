"""What every switched-on source gives: a small document in the structure its record describes, and the items in it."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.config import load_feeds
from bot.intake.sources import feed, page, sitemap
from bot.model import Fetched, FetchOutcome, Item, Source

ROOT = Path(__file__).parents[2]
RECORDINGS = ROOT / "tests" / "recordings" / "pack"
PARSERS = {"feed": feed.parse, "page": page.parse, "sitemap": sitemap.parse}
NOW = datetime(2026, 11, 21, tzinfo=UTC)
ON = {source.id: source for source in load_feeds(ROOT / "feeds.yaml") if source.enabled}


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


# Its rows call a script instead of linking: the page format has to learn `link_template` first.
UNREAD = {"motir-ko-html": pytest.mark.xfail(strict=True, reason="take this line out once pages read link_template")}


@pytest.mark.parametrize("source_id", [pytest.param(name, marks=UNREAD.get(name, ())) for name in sorted(ON)])
def test_the_recording_gives_its_items(source_id: str) -> None:
    """Titles, addresses and dates in UTC, in the order of the document, by the keys of the pack."""
    source = ON[source_id]
    expected = json.loads((RECORDINGS / f"{source_id}.json").read_text(encoding="utf-8"))
    items = PARSERS[source.format](fetched(source, expected["content_type"]), source, NOW)
    assert [shown(item, tuple(one)) for item, one in zip(items, expected["items"], strict=True)] == expected["items"]


def test_no_recording_is_left_over() -> None:
    """A source that was switched off or renamed takes its recording along."""
    assert {path.stem for path in RECORDINGS.iterdir()} == set(ON)
