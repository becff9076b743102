"""JSON Feed, read by ourselves: feedparser finds nothing in it."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from bot.intake.draft import Draft
from bot.intake.markup import ENTRIES
from bot.intake.remarks import remark


def document(text: str) -> Mapping[str, Any] | None:
    """The JSON Feed in a text; None when it is JSON of another kind, or none."""
    bare = text.lstrip("\ufeff \t\r\n")
    if not bare.startswith("{"):
        return None
    try:
        found = json.loads(bare, strict=False)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or not isinstance(found.get("items"), list):
        return None
    named = "jsonfeed.org" in str(found.get("version", ""))
    shaped = "title" in found and all(isinstance(item, dict) and "id" in item for item in found["items"][:10])
    return found if named or shaped else None


def drafts(feed: Mapping[str, Any]) -> Iterator[Draft]:
    """The items in document order."""
    items = feed["items"]
    if len(items) > ENTRIES:
        remark(f"read the first {ENTRIES} of {len(items)} entries")
    for item in items[:ENTRIES]:
        if isinstance(item, dict):
            yield _draft(item, feed)


def _draft(item: Mapping[str, Any], feed: Mapping[str, Any]) -> Draft:
    guid = _text(item.get("id"))
    link = _text(item.get("url")) or _text(item.get("external_url"))
    if not link and guid.startswith(("http://", "https://")):
        link = guid
    body = _text(item.get("content_html")) or _escaped(_text(item.get("content_text")))
    return Draft(
        title=_escaped(_text(item.get("title"))),
        link=link,
        guid=guid,
        summary=_escaped(_text(item.get("summary"))) or body,
        body=body,
        date=_text(item.get("date_published")) or _text(item.get("date_modified")),
        author=_author(item) or _author(feed),
        lang=_text(item.get("language")) or _text(feed.get("language")),
    )


def _author(holder: Mapping[str, Any]) -> str:
    authors = holder.get("authors") or [holder.get("author")]
    names = [_text(author.get("name")) for author in authors if isinstance(author, dict)]
    return ", ".join(name for name in names if name)


def _text(value: object) -> str:
    """A string, or a number as one: ids are often numbers."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value)


def _escaped(text: str) -> str:
    """Plain text by the format's own word: its angle brackets are no markup."""
    return text.replace("<", "&lt;") if "<" in text and "</" not in text else text
