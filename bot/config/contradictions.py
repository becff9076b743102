"""What one key of a feed demands of another: checked on the written values, right types or not."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from bot.config.document import Path

Found = Iterator[tuple[Path, str]]

# Keys that only one format reads.
ONLY_FOR: Final = {
    "selectors": "page",
    "charset": "page",
    "transcript": "page",
    "sitemap": "sitemap",
    "paths": "json",
    "query": "feed",
}
_NEEDED: Final = {
    "side": "whose voice it is: KR, CN, US, TW, JP, EU or INT",
    "kind": "what the outlet is, such as newspaper or government",
    "lang": "its language, such as en, ko or zh-Hans",
    "format": "feed, page, sitemap or json",
}


def fitting_defaults(defaults: Mapping[str, Any], feed: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out the defaults that the feed's format does not read."""
    form = feed.get("format", defaults.get("format"))
    return {key: value for key, value in defaults.items() if ONLY_FOR.get(key, form) == form}


def contradictions(feed: Mapping[str, Any]) -> Found:
    """Find what is missing or does not go together in one feed, defaults already merged."""
    for key, meaning in _NEEDED.items():
        if key not in feed:
            yield (key,), f"is missing; write {meaning}"
    yield from _address(feed)
    yield from _format(feed)
    yield from _selectors(feed)


def _address(feed: Mapping[str, Any]) -> Found:
    if "url" in feed and "query" in feed:
        yield ("query",), "stands beside url; keep one of the two"
    if "url" not in feed and "query" not in feed:
        yield ("url",), "is missing; write the http(s) address, or query for a Google News search"


def _format(feed: Mapping[str, Any]) -> Found:
    form = feed.get("format")
    for key, wanted in ONLY_FOR.items():
        if key in feed and isinstance(form, str) and form != wanted:
            yield (key,), f"is read only for format {wanted}, and this is {form}; remove it"
    if form == "json" and "paths" not in feed:
        yield ("paths",), "is missing; write {items: …, link: …, title: …}"


def _selectors(feed: Mapping[str, Any]) -> Found:
    selectors = feed.get("selectors", {})
    if feed.get("format") != "page" or not isinstance(selectors, Mapping):
        return
    if not {"item", "link_regex"} & selectors.keys() and "transcript" not in feed:
        yield ("selectors",), "says nothing of the items; write item (CSS) or link_regex"
    if "date_format" in selectors and not {"date", "date_regex"} & selectors.keys():
        yield ("selectors", "date_format"), "has no date to read; write date (CSS) or date_regex as well"
    if "link_template" in selectors:
        yield from _template(selectors)


def _template(selectors: Mapping[str, Any]) -> Found:
    if "{}" not in str(selectors["link_template"]):
        yield ("selectors", "link_template"), "has no place for the id; write {} there"
    try:
        groups = re.compile(str(selectors.get("link_regex", ""))).groups
    except re.error:
        return  # reported where the pattern stands
    if not groups:
        yield ("selectors", "link_template"), "has nothing to fill in; write link_regex with the id in brackets"
