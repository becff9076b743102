"""What must never pass as an empty list of sources."""

from pathlib import Path

import pytest

from bot.config import ConfigError, load_feeds

HEAD = "version: 1\ndefaults: {every: 5m}\nfeeds:\n"
GOOD = "  - {id: good, name: N, side: KR, kind: newspaper, lang: ko, format: feed, url: 'http://a.example/rss'}\n"


@pytest.mark.parametrize("stray", ["https://forgot.example/rss", "null"])
def test_a_stray_entry_is_named_and_does_not_switch_off_the_others(tmp_path: Path, stray: str) -> None:
    """An address without its keys beside defaults once left no source at all, in silence."""
    feeds = tmp_path / "feeds.yaml"
    feeds.write_text(f"{HEAD}{GOOD}  - {stray}\n", encoding="utf-8")

    with pytest.raises(ConfigError) as raised:
        load_feeds(feeds)

    assert [problem.partition(" ")[0].endswith(":5:5:") for problem in raised.value.problems] == [True]


def test_a_date_that_does_not_exist_is_named_with_its_place(tmp_path: Path) -> None:
    """YAML makes dates of what looks like one; a thirtieth of February is a slip of the operator's."""
    feeds = tmp_path / "feeds.yaml"
    feeds.write_text(HEAD + GOOD.replace("id: good", "id: good, checked_on: 2026-02-30"), encoding="utf-8")

    with pytest.raises(ConfigError) as raised:
        load_feeds(feeds)

    assert [problem.partition("feeds.yaml")[2] for problem in raised.value.problems] == [
        ':4:28: checked_on: "2026-02-30" is not a date; write one such as 2026-09-12, or 2026-09',
        ":4:28: not YAML: day is out of range for month; put the value in quotes",
    ]
