"""The formats an outlet can be read in, one file each."""

from datetime import datetime
from typing import Protocol

from bot.intake.sources import feed, json, page, sitemap
from bot.model import Fetched, Item, Source


class Format(Protocol):
    """What a file of this folder offers."""

    __name__: str

    def parse(self, fetched: Fetched, source: Source, now: datetime) -> tuple[Item, ...]:
        """The document's items in document order; `now` places relative dates.

        Raises:
            SourceError: the document is not of this format.
            Elsewhere: it names the documents that hold the items.
        """
        ...


FORMATS: tuple[Format, ...] = (feed, page, sitemap, json)
