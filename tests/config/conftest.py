"""What the tests of the source pack share: a small file, and the problems of a bad one."""

from pathlib import Path

import pytest

from bot.config import ConfigError, read_feeds


class Pack:
    """Reads one feed's lines inside an otherwise good file; the feed begins at line 3, its keys at column 5."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def problems(self, text: str) -> list[str]:
        """Return what is wrong with a whole file."""
        with pytest.raises(ConfigError) as refused:
            read_feeds(text, "feeds.yaml", self.folder)
        return list(refused.value.problems)

    def feed_problems(self, *lines: str) -> list[str]:
        """Return what is wrong with a good feed after these lines were added or put in the place of its own."""
        return self.problems(feed(*lines))


GOOD = {
    "id": "id: one",
    "name": "name: One",
    "side": "side: KR",
    "kind": "kind: newspaper",
    "lang": "lang: ko",
    "format": "format: feed",
    "url": "url: https://example.org/rss.xml",
}


def feed(*lines: str) -> str:
    """Write a file with one feed: a good one, except for the lines given; "-key" leaves a key out."""
    written = dict(GOOD)
    for line in lines:
        if line.startswith("-"):
            written.pop(line[1:], None)
        else:
            written[line.partition(":")[0]] = line
    first, *rest = written.values()
    return "\n".join(["version: 1", "feeds:", f"  - {first}", *(f"    {line}" for line in rest)])


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    """A reader of small packs; certificates would lie in the test's own folder."""
    return Pack(tmp_path)
