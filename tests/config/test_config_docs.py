"""docs/sources.md explains every key of feeds.yaml and none that does not exist."""

import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from bot.config import load_feeds, read_feeds
from bot.config.schema import Feed, Pack

DOCS = Path(__file__).parents[2] / "docs" / "sources.md"


def keys_of_the_schema() -> set[str]:
    """Return every key that may be written, those inside mappings included."""
    keys = set(Pack.model_fields) | set(Feed.model_fields)
    for field in Feed.model_fields.values():
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            keys |= set(field.annotation.model_fields)
    return keys


@pytest.mark.parametrize("key", sorted(keys_of_the_schema()))
def test_every_key_is_documented(key: str) -> None:
    """A key that nobody explains is a key that nobody uses."""
    assert re.search(rf"`{key}(?:`|: )", DOCS.read_text(encoding="utf-8"))


def test_every_documented_key_exists() -> None:
    """The first column of the tables of keys holds keys."""
    tables = DOCS.read_text(encoding="utf-8").partition("## The file")[2].partition("## What goes wrong")[0]
    documented = set(re.findall(r"^\| `(\w+)` \|", tables, re.MULTILINE))
    assert documented
    assert documented - keys_of_the_schema() == set()


def test_the_example_of_a_new_source_is_good(tmp_path: Path) -> None:
    """Whoever copies it starts from an entry that loads."""
    block = re.search(r"```yaml\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    assert block is not None
    (source,) = read_feeds(f"version: 1\nfeeds:\n{block[1]}", "example", tmp_path)
    assert source.id == "example-chips"
    assert source.enabled is False


def test_the_numbers_in_the_docs_are_the_packs() -> None:
    """How many entries there are, and how many are on."""
    sources = load_feeds(Path(__file__).parents[2] / "feeds.yaml")
    on = sum(source.enabled for source in sources)
    assert f"a pack of {len(sources)} entries, {on} of them on" in DOCS.read_text(encoding="utf-8")
