"""SIGHUP: the pack as it now stands, or the old one and every problem of the new."""

import dataclasses
from datetime import timedelta
from pathlib import Path

from bot.config import load_settings
from bot.house import House
from bot.reloading import difference, reload
from tests.walk.conftest import WIRE, Outside

FEEDS = """version: 1
feeds:
  - {id: sample-wire, name: Sample Wire, side: KR, kind: news-agency, lang: en, format: feed, url: https://wire.example/rss,
     every: 5m, baseline: alert, jitter_pct: 0}
  - {id: other, name: Other, side: CN, kind: newspaper, lang: zh-Hans, format: feed, url: https://other.example/rss}
  - {id: off, name: Off, side: CN, kind: newspaper, lang: zh-Hans, enabled: false, format: feed, url: https://off.example/}
"""


def settings(tmp_path: Path, text: str):
    path = tmp_path / "feeds.yaml"
    path.write_text(text, encoding="utf-8")
    return load_settings({"CHIPWIRE_FEEDS": str(path)}, None)


async def test_a_reload_takes_over_the_pack_and_says_what_changed(
    house: House, outside: Outside, tmp_path: Path
) -> None:
    """Added and changed sources by name; readers' rules go on."""
    lines = await reload(house, settings(tmp_path, FEEDS))

    assert lines == ("added other: https://other.example/rss", "changed sample-wire: every")
    assert sorted(house.sources) == ["other", "sample-wire"]
    assert {source.id for source in outside.met} == {"other", "sample-wire"}


async def test_a_wrong_file_changes_nothing(house: House, tmp_path: Path) -> None:
    """Each problem with its line; the sources of before stay."""
    lines = await reload(house, settings(tmp_path, FEEDS.replace("5m", "5")))

    assert [line.partition("feeds.yaml")[2] for line in lines] == [':4:13: every: "5" has no unit; write 5m']
    assert house.sources == {WIRE.id: WIRE}


def test_what_is_removed_is_said() -> None:
    """And what stayed the same is not."""
    changed = dataclasses.replace(WIRE, every=timedelta(minutes=1), url="https://new.example")

    assert difference({"a": WIRE, "b": WIRE}, {"b": WIRE}) == ("removed a",)
    assert difference({"a": WIRE}, {"a": changed}) == ("changed a: url, every",)
