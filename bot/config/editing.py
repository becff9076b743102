"""Changes to feeds.yaml that leave everything else in it as it was written, comments included."""

import io
import os
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from bot.config.document import Document, Place, read_document
from bot.config.feeds import find_feeds, read_feeds
from bot.config.problems import ConfigError


def own_copy(path: Path) -> Path:
    """The file to change: as configured; made from the shipped pack where there is none yet."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(find_feeds(path), path)
    return path


def switch(path: Path, source_id: str, *, enabled: bool) -> None:
    """Writes `enabled` into one entry.

    Raises:
        ConfigError: no entry has this id, or the file would be wrong afterwards.
    """
    text = own_copy(path).read_bytes().decode("utf-8-sig")
    document = read_document(text)
    index = _index(document, source_id, path)
    word = "true" if enabled else "false"
    written = ("feeds", index, "enabled")
    if written in document.values:
        place = document.values[written]
        start = _offset(text, place)
        old = "true" if text[start:].lower().startswith("true") else "false"
        changed = text[:start] + word + text[start + len(old) :]
    else:
        line, column = document.keys[("feeds", index, "id")]
        start = _offset(text, (line, column))
        block = text[:start].rstrip(" \t").endswith("-")
        joint = "\n" + " " * (column - 1) if block else ", "
        changed = f"{text[:start]}enabled: {word}{joint}{text[start:]}"
    _save(path, changed)


def append(path: Path, entries: Sequence[Mapping[str, Any]]) -> None:
    """Adds entries at the end of the list.

    Raises:
        ConfigError: one of them, or the file, would be wrong afterwards.
    """
    text = own_copy(path).read_bytes().decode("utf-8-sig")
    before = len(read_feeds(text, str(path), path.parent))
    changed = text.rstrip("\n") + "\n\n" + as_yaml(entries)
    if len(read_feeds(changed, str(path), path.parent)) != before + len(entries):
        raise ConfigError([f"{path}: feeds: must be the last key of the file, so that entries can be added at its end"])
    _save(path, changed)


def as_yaml(entries: Sequence[Mapping[str, Any]]) -> str:
    """Entries as they stand in the list of feeds.yaml."""
    writer = YAML()
    writer.indent(mapping=2, sequence=4, offset=2)
    writer.width = 4_000
    writer.allow_unicode = True
    out = io.StringIO()
    writer.dump([dict(entry) for entry in entries], out)
    return "".join(f"{line}\n" for line in out.getvalue().splitlines())


def written_entries(path: Path) -> list[dict[str, Any]]:
    """The entries as they are written, without the defaults."""
    value = read_document(find_feeds(path).read_bytes().decode("utf-8-sig")).value
    feeds = value.get("feeds") if isinstance(value, dict) else None
    return [dict(feed) for feed in feeds or () if isinstance(feed, dict)]


def _index(document: Document, source_id: str, path: Path) -> int:
    feeds = document.value.get("feeds", ()) if isinstance(document.value, dict) else ()
    for index, feed in enumerate(feeds):
        if isinstance(feed, dict) and feed.get("id") == source_id:
            return index
    raise ConfigError([f"{path}: no source is called {source_id!r}"])


def _offset(text: str, place: Place) -> int:
    line, column = place
    return sum(len(one) for one in text.splitlines(keepends=True)[: line - 1]) + column - 1


def _save(path: Path, text: str) -> None:
    """Checks the whole, then puts it in the place of the old at once."""
    read_feeds(text, str(path), path.parent)
    beside = path.with_name(path.name + ".new")
    beside.write_text(text, encoding="utf-8", newline="")
    shutil.copymode(path, beside)
    os.replace(beside, path)  # noqa: PTH105 - the atomic one, said as what it is
