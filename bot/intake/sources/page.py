"""HTML listing pages, by CSS selectors from feeds.yaml."""

from collections.abc import Iterator
from datetime import datetime

from bs4 import BeautifulSoup

from bot.intake import foreign, listing, transcript
from bot.intake.draft import Draft, finished
from bot.intake.refusal import SourceError
from bot.intake.remarks import remark
from bot.intake.wording import text_of
from bot.model import Fetched, Item, Source

_ITEMS = 500  # of one page


def parse(fetched: Fetched, source: Source, now: datetime) -> tuple[Item, ...]:
    """The page's items in document order, one for each address."""
    refused = foreign.bytes_are(fetched.body)
    if refused:
        raise SourceError("not-a-page", f"not a page but {refused}")
    text = text_of(fetched, source)
    if not foreign.is_html(text):
        raise SourceError("not-a-page", f"not a page but {foreign.text_is(text)}")
    if source.transcript:
        drafts = list(transcript.drafts(text, source, fetched.url))
    else:
        drafts = _merged(_cards(text, source, fetched.url))
    items = finished(drafts[:_ITEMS], source, fetched.url, now)
    if not items:
        _refuse_stranger(text)
        remark("nothing on the page matched the source's selectors")
    return items


def _refuse_stranger(text: str) -> None:
    """Say why a page without items is not the one that was configured."""
    stranger = foreign.page_is(text)
    if stranger:
        raise SourceError("not-a-page", f"not the page but {stranger}")


def _cards(text: str, source: Source, url: str) -> Iterator[Draft]:
    chosen = listing.Selectors.of(source)
    soup = BeautifulSoup(listing.narrowed(text, chosen.item), "lxml")
    base = listing.base_of(text, url)
    lang = listing.language_of(text)
    for item in listing.items(soup, chosen):
        draft = listing.draft(item, chosen, base, lang)
        if draft.link and draft.title and listing.wanted(draft.link, chosen, source):
            yield draft


def _merged(drafts: Iterator[Draft]) -> list[Draft]:
    """One draft an address: a picture, a headline and a "more" may all lead there; the longest title tells it."""
    best: dict[str, Draft] = {}
    for draft in drafts:
        known = best.get(draft.link)
        best[draft.link] = draft if known is None else listing.merged(known, draft)
    return list(best.values())
