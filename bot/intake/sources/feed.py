"""RSS 0.9–2.0, RDF, Atom, CDF and JSON Feed."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

import feedparser

from bot.intake import foreign, jsonfeed, markup, salvage, wellformed
from bot.intake.draft import Draft, finished
from bot.intake.refusal import SourceError
from bot.intake.remarks import BREAKS_OFF, remark
from bot.intake.wording import text_of
from bot.model import Fetched, Item, Source

_HEADERS = {"content-type": "application/xml; charset=utf-8"}


def parse(fetched: Fetched, source: Source, now: datetime) -> tuple[Item, ...]:
    """The feed's items, the first 500 in document order."""
    refused = foreign.bytes_are(fetched.body)
    if refused:
        raise SourceError("not-a-feed", f"not a feed but {refused}")
    text = text_of(fetched, source)
    json = jsonfeed.document(text)
    if json is not None:
        return finished(jsonfeed.drafts(json), source, fetched.url, now)
    if markup.feed_root(text) < 0:
        raise SourceError("not-a-feed", f"not a feed but {foreign.text_is(text)}")
    return finished(_drafts(markup.mend(text)), source, fetched.url, now)


def document(text: str) -> Any:
    """What feedparser, the parser of record, makes of a mended and lightened text."""
    return feedparser.parse(
        text.encode("utf-8"),
        # No content-location: links are resolved by us, and feedparser's own resolving costs a fifth of its time.
        response_headers=_HEADERS,
        sanitize_html=False,
        resolve_relative_uris=False,
    )


def _drafts(text: str) -> list[Draft]:
    """The entries by feedparser, or by a forgiving parser where that finds more whole ones."""
    drafts = _read(text)
    whole = min(markup.closed_entries(text), markup.ENTRIES)
    if markup.breaks_off(text):
        # The last entry may lack its link or the end of its title; then it comes whole at the next visit.
        remark(BREAKS_OFF)
        drafts = drafts[: whole + markup.last_tells(text)] if whole else drafts
    if len(drafts) >= max(whole, 1):
        return drafts
    saved = list(salvage.drafts(text))
    if len(saved) <= len(drafts):
        return drafts
    remark(f"salvaged {len(saved)} entries from broken XML")
    return saved


def _read(text: str) -> list[Draft]:
    """The entries by the quick reader where the document is plain enough for it, else by the parser of record."""
    light = markup.lightened(text)
    try:
        return wellformed.drafts(light)
    except wellformed.Unusual:
        return recorded(light)


def recorded(text: str) -> list[Draft]:
    """The entries by the parser of record; none where it stumbles over the document itself."""
    try:
        found = document(text)
        lang = found.feed.get("language", "")
        return [_draft(entry, lang) for entry in found.entries[: markup.ENTRIES]]
    except (KeyError, IndexError, AttributeError, TypeError, ValueError, AssertionError) as error:
        # Its handlers of rare elements take for granted what a broken document does not have.
        remark(f"feedparser stumbled ({type(error).__name__})")
        return []


def _draft(entry: Mapping[str, Any], lang: str) -> Draft:
    guid = entry.get("id", "")
    body = max((content.get("value", "") for content in entry.get("content", ())), key=len, default="")
    return Draft(
        title=entry.get("title", ""),
        link=next(_links(entry, guid), ""),
        guid=guid,
        summary=entry.get("summary", "") or body,
        body=body,
        date=entry.get("published") or entry.get("created") or entry.get("updated") or "",
        author=entry.get("author", ""),
        lang=_language(entry) or lang,
        publisher=(entry.get("source") or {}).get("title", ""),
    )


def _links(entry: Mapping[str, Any], guid: str) -> Iterator[str]:
    """Where the entry may lead, best first."""
    if entry.get("link"):
        yield entry["link"]
    for rel in ("alternate", "self", "related"):
        yield from (link["href"] for link in entry.get("links", ()) if link.get("rel") == rel and link.get("href"))
    if guid.startswith(("http://", "https://")):
        yield guid


def _language(entry: Mapping[str, Any]) -> str:
    return (entry.get("title_detail") or {}).get("language") or ""
