"""Draws an outlet's document as that outlet would serve it: feed, listing page or article page, in its own bytes."""

import json
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from zoneinfo import ZoneInfo

from jinja2 import Environment, PackageLoader, StrictUndefined

from bot.demo.outlets import Outlet

CONTENT_TYPES = {
    "rss.xml": "application/rss+xml",
    "atom.xml": "application/atom+xml; charset=utf-8",
    "rdf.xml": "application/rdf+xml; charset=utf-8",
    "feed.json": "application/feed+json",
    "page.html": "text/html",  # no charset: the page itself declares it, as old listing pages do
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One article as a document lists it."""

    guid: str
    link: str  # absolute
    title: str
    lead: str
    published: datetime  # UTC
    updated: datetime  # UTC


class Drawer:
    """Holds the templates; the same entries always give the same bytes, so that an unchanged document stays so."""

    def __init__(self) -> None:
        self._templates = Environment(
            loader=PackageLoader("bot.demo"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
        )

    def listing(self, outlet: Outlet, home: str, entries: tuple[Entry, ...]) -> tuple[bytes, str]:
        """The outlet's document and its content type."""
        content_type = CONTENT_TYPES[outlet.document]
        if outlet.document == "feed.json":
            return _json_feed(outlet, home, entries), content_type
        zone = ZoneInfo(outlet.zone)
        text = self._templates.get_template(outlet.document).render(
            outlet=outlet,
            home=home,
            entries=entries,
            local=lambda moment: moment.astimezone(zone),
            mail_date=lambda moment: format_datetime(moment.astimezone(zone)),
        )
        return text.encode(outlet.codec), content_type

    def article(self, outlet: Outlet, entry: Entry) -> tuple[bytes, str]:
        """The page behind an entry's link and its content type."""
        text = self._templates.get_template("article.html").render(outlet=outlet, entry=entry)
        return text.encode(outlet.codec), "text/html"

    def challenge(self, outlet: Outlet) -> tuple[bytes, str]:
        """What a bot wall shows under status 200 in place of the document."""
        return self._templates.get_template("challenge.html").render(outlet=outlet).encode(), "text/html; charset=utf-8"


def _json_feed(outlet: Outlet, home: str, entries: tuple[Entry, ...]) -> bytes:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": outlet.name,
        "home_page_url": home,
        "language": outlet.lang,
        "items": [
            {
                "id": entry.guid,
                "url": entry.link,
                "title": entry.title,
                "content_text": entry.lead,
                "date_published": entry.published.isoformat(),
            }
            for entry in entries
        ],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1).encode()
