"""Changes to feeds.yaml, and sources as OPML."""

import shutil
from pathlib import Path

import pytest

from bot.config import ConfigError, load_feeds
from bot.config.editing import append, as_yaml, switch, written_entries
from bot.config.opml import from_opml, to_opml

ROOT = Path(__file__).parents[2]
SMALL = """# ours
version: 1
feeds:
  # a wire
  - id: wire   # stays
    name: Wire
    side: KR
    kind: news-agency
    lang: ko
    format: feed
    url: https://wire.example/rss

  - {id: page, name: Page, side: CN, kind: newspaper, lang: zh-Hans, enabled: false, format: feed, url: https://page.example/}
"""
ENTRY = {
    "id": "new-one",
    "name": "새 매체",
    "side": "KR",
    "kind": "newspaper",
    "lang": "ko",
    "format": "page",
    "url": "https://new.example/list",
    "every": "15m",
    "selectors": {"item": "ul.list > li", "link": "a"},
}


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "feeds.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return path


def enabled(path: Path) -> dict[str, bool]:
    return {source.id: source.enabled for source in load_feeds(path)}


def test_switching_a_source_changes_one_word(small: Path) -> None:
    """Comments and spacing stay as they were."""
    switch(small, "page", enabled=True)

    assert small.read_text(encoding="utf-8") == SMALL.replace("enabled: false", "enabled: true")


@pytest.mark.parametrize("source", ["wire", "page"])
def test_switching_off_and_on_again(small: Path, source: str) -> None:
    """In block style and in braces, whether the key was written or not."""
    switch(small, source, enabled=False)
    off = enabled(small)
    switch(small, source, enabled=True)

    assert (off[source], enabled(small)[source]) == (False, True)
    assert "# stays" in small.read_text(encoding="utf-8")


def test_every_source_of_the_pack_can_be_switched(tmp_path: Path) -> None:
    """The shipped file is edited in place, entry by entry."""
    path = tmp_path / "feeds.yaml"
    shutil.copyfile(ROOT / "feeds.yaml", path)
    for source in ("yna-en-news", "gdelt-doc-china-korea-chips"):
        switch(path, source, enabled=source.startswith("gdelt"))

    assert (enabled(path)["yna-en-news"], enabled(path)["gdelt-doc-china-korea-chips"]) == (False, True)


def test_an_unknown_source_is_refused(small: Path) -> None:
    """Nothing is written."""
    with pytest.raises(ConfigError, match="no source is called 'wir'"):
        switch(small, "wir", enabled=False)


def test_entries_are_added_at_the_end(small: Path) -> None:
    """Checked as a whole before anything is written."""
    append(small, [ENTRY])

    assert [source.id for source in load_feeds(small)] == ["wire", "page", "new-one"]
    assert small.read_text(encoding="utf-8").startswith(SMALL)


def test_a_wrong_entry_leaves_the_file_alone(small: Path) -> None:
    """A doubled id is refused with its place."""
    with pytest.raises(ConfigError, match="already taken"):
        append(small, [ENTRY | {"id": "wire"}])

    assert small.read_text(encoding="utf-8") == SMALL


def test_a_file_of_ones_own_is_made_of_the_shipped_pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before the first change there may be none."""
    monkeypatch.chdir(tmp_path)
    switch(Path("feeds.yaml"), "yna-en-news", enabled=False)

    assert enabled(tmp_path / "feeds.yaml")["yna-en-news"] is False


def test_the_whole_pack_survives_the_round_trip_through_opml() -> None:
    """Every key of every entry: side, language, zone, selectors."""
    written = written_entries(ROOT / "feeds.yaml")
    addresses = {source.id: source.url for source in load_feeds(ROOT / "feeds.yaml")}

    assert from_opml(to_opml(written, addresses).encode()) == written


@pytest.mark.parametrize("value", ["true", "38", "null", '"quoted"', "[1]", " - [^-]+$", "a: b", "반도체 & <칩>"])
def test_text_that_looks_like_something_else_stays_text(value: str) -> None:
    """A name such as 38 is no number afterwards."""
    entry = ENTRY | {"ownership": value, "selectors": {"item": value}}

    assert from_opml(to_opml([entry], {}).encode()) == [entry]


def test_another_readers_outline_gets_what_every_entry_needs() -> None:
    """Folders are walked through; two of a name get two ids."""
    outline = """<opml version="1.0"><body><outline text="Asia">
    <outline text="Sample Wire" type="rss" xmlUrl="https://a.example/rss"/>
    <outline text="Sample Wire" type="rss" xmlUrl="https://b.example/rss"/>
    <outline text="연합" xmlUrl="https://yna.example/rss"/></outline></body></opml>"""

    assert [(entry["id"], entry["url"], entry["format"]) for entry in from_opml(outline.encode())] == [
        ("sample-wire", "https://a.example/rss", "feed"),
        ("sample-wire-2", "https://b.example/rss", "feed"),
        ("yna-example", "https://yna.example/rss", "feed"),
    ]


@pytest.mark.parametrize("text", [b"", b"<html/>", b"<opml", b'<!DOCTYPE a [<!ENTITY x "y">]><rss>&x;</rss>'])
def test_what_is_no_opml_is_refused(text: bytes) -> None:
    """In words, and without resolving anything."""
    with pytest.raises(ConfigError, match="not OPML"):
        from_opml(text)


def test_an_entry_is_written_as_people_write_it() -> None:
    """Two spaces, a dash, no escapes for Korean."""
    assert as_yaml([ENTRY]).splitlines()[:2] == ["  - id: new-one", "    name: 새 매체"]
