"""feeds.yaml to sources, or every error in it at once with its line and column."""

from collections.abc import Iterator, Mapping
from importlib import resources
from pathlib import Path as FilePath
from typing import Any, Final
from urllib.parse import quote, quote_plus

from pydantic import ValidationError

from bot.config.contradictions import contradictions, fitting_defaults
from bot.config.document import Document, Path, Place, dotted, read_document
from bot.config.problems import ConfigError
from bot.config.refusals import refusal
from bot.config.schema import Feed, Pack
from bot.model import Source

DEFAULT: Final = FilePath("feeds.yaml")
_GOOGLE_NEWS: Final = "https://news.google.com/rss/search"


def packaged_feeds() -> FilePath:
    """Return the pack that was shipped: inside the wheel, or at the top of a checkout."""
    package = FilePath(str(resources.files("bot")))
    packaged = package / DEFAULT
    return packaged if packaged.exists() else package.parent / DEFAULT


def find_feeds(path: FilePath = DEFAULT) -> FilePath:
    """Return the file to read: as configured, or the packaged pack where nothing was configured or written."""
    return path if path.exists() or path != DEFAULT else packaged_feeds()


def load_feeds(path: FilePath = DEFAULT) -> tuple[Source, ...]:
    """Read the source pack.

    Raises:
        ConfigError: with every problem of the file, in its order.
    """
    file = find_feeds(path)
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ConfigError([f"{file}: cannot be read: {error.strerror}; set CHIPWIRE_FEEDS to the file"]) from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise ConfigError([f"{file}:{line}:1: not UTF-8; save the file as UTF-8"]) from error
    return read_feeds(text, str(file), file.parent)


def read_feeds(text: str, name: str, folder: FilePath) -> tuple[Source, ...]:
    """Read the text of a source pack; `name` stands in problems, certificates lie relative to `folder`.

    Raises:
        ConfigError: with every problem of the text, in its order.
    """
    document = read_document(text)
    found = list(document.problems)
    feeds: list[Feed] = []
    if isinstance(document.value, dict):
        merged = _merged(document.value)
        found += _contradicting(document, merged)
        found += _doubled(document)
        found += _absent_certificates(document, folder)
        feeds, refused = _validated(document, merged)
        found += refused
    elif not found:
        found.append(((1, 1), "must be a mapping; write version: 1, then feeds: and the list of outlets"))
    if found:
        ordered = sorted(set(found))
        raise ConfigError(f"{name}:{line}:{column}: {message}" for (line, column), message in ordered)
    return tuple(_source(feed, folder) for feed in feeds)


def feeds_schema() -> dict[str, Any]:
    """Return the JSON schema of feeds.yaml, for editors."""
    schema = Pack.model_json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "chipwire source pack"
    return schema


def _merged(written: Mapping[str, Any]) -> dict[str, Any]:
    """Lay the defaults under each feed, whole keys at a time."""
    defaults, feeds = written.get("defaults"), written.get("feeds")
    if not isinstance(defaults, dict) or not isinstance(feeds, list):
        return dict(written)
    laid = [{**fitting_defaults(defaults, feed), **feed} if isinstance(feed, dict) else feed for feed in feeds]
    return {**written, "feeds": laid}


def _validated(document: Document, merged: Mapping[str, Any]) -> tuple[list[Feed], list[tuple[Place, str]]]:
    try:
        return Pack.model_validate(merged).feeds, []
    except ValidationError as errors:
        refused: list[tuple[Place, str]] = []
        for error in errors.errors(include_url=False):
            path: Path = error["loc"]
            of_default = len(path) > 2 and path[0] == "feeds" and ("defaults", path[2]) in document.keys
            if of_default and path[:3] not in document.keys:
                continue  # refused once, where the default is written
            if path[-1:] == ("[key]",):
                place = document.place(path[:-1], of_key=True)
            else:
                place = document.place(path, of_key=error["type"] == "extra_forbidden")
            refused.append((place, refusal(error)))
        return [], refused


def _entries(value: Mapping[str, Any]) -> Iterator[tuple[int, dict[str, Any]]]:
    feeds = value.get("feeds")
    if isinstance(feeds, list):
        yield from ((index, feed) for index, feed in enumerate(feeds) if isinstance(feed, dict))


def _contradicting(document: Document, merged: Mapping[str, Any]) -> Iterator[tuple[Place, str]]:
    for index, feed in _entries(merged):
        for path, message in contradictions(feed):
            whole: Path = ("feeds", index, *path)
            yield document.place(whole, of_key=True), f"{dotted(whole)}: {message}"


def _doubled(document: Document) -> Iterator[tuple[Place, str]]:
    first: dict[str, int] = {}
    for index, feed in _entries(document.value):
        feed_id, place = feed.get("id"), document.place(("feeds", index, "id"))
        if isinstance(feed_id, str) and feed_id in first:
            yield place, f'id: "{feed_id}" is already taken at line {first[feed_id]}; write another'
        elif isinstance(feed_id, str):
            first[feed_id] = place[0]


def _absent_certificates(document: Document, folder: FilePath) -> Iterator[tuple[Place, str]]:
    for index, feed in _entries(document.value):
        tls = feed.get("tls")
        written = tls.get("ca") if isinstance(tls, dict) else None
        if isinstance(written, str) and written and not (folder / written).is_file():
            place = document.place(("feeds", index, "tls", "ca"))
            yield place, f'tls.ca: no file "{written}" in {folder}; save the certificate there'


def _source(feed: Feed, folder: FilePath) -> Source:
    """Turn a checked feed into the noun; what was not written keeps the noun's own default."""
    values = {key: _plain(value) for key, value in feed.model_dump(exclude_unset=True).items()}
    if feed.query:
        values["url"] = _google_news(values["query"])
    if feed.tls:
        tls = {"legacy": "yes"} if feed.tls.legacy else {}
        values["tls"] = tls | ({"ca": str((folder / feed.tls.ca).resolve())} if feed.tls.ca else {})
    if "read" in values.get("article", {}):
        values["article"] |= {"read": "yes" if values["article"]["read"] else "no"}
    if feed.sitemap:
        values["sitemap"] = {key: int(value) for key, value in values["sitemap"].items()}
    return Source(**values)


def _plain(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _google_news(query: Mapping[str, str]) -> str:
    typed = f"{query['q']} when:{query['when']}" if query.get("when") else query["q"]
    edition = [f"{key}={quote(query[key], safe=':')}" for key in ("hl", "gl", "ceid") if query.get(key)]
    return "&".join([f"{_GOOGLE_NEWS}?q={quote_plus(typed, safe='():')}", *edition])
