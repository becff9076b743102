"""What an outlet's own selectors find on an article's page."""

from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag

from bot.intake import plain
from bot.model import Source

_PARTS = ("body", "title", "date", "byline")


@dataclass(frozen=True, slots=True)
class Chosen:
    """Plain text by the source's `article` selectors; "" where none is set or nothing matches."""

    body: str = ""
    title: str = ""
    date: str = ""
    byline: str = ""


def chosen(text: str, source: Source) -> Chosen:
    """What the selectors find; a page is parsed for it only if there are any."""
    selectors = source.article
    if not any(selectors.get(part) for part in _PARTS):
        return Chosen()
    soup = BeautifulSoup(text, "lxml")
    if selectors.get("drop"):
        for tag in soup.select(selectors["drop"]):
            tag.decompose()
    return Chosen(
        body="\n".join(
            words
            for tag in _outermost(soup, selectors.get("body", ""))
            if (words := plain.prose(str(tag), plain.BODY_CAP))
        ),
        title=_line(soup, selectors.get("title", "")),
        date=_date(soup, selectors.get("date", "")),
        byline=_line(soup, selectors.get("byline", "")),
    )


def _outermost(soup: BeautifulSoup, selector: str) -> list[Tag]:
    """The matches that lie in no other match: a paragraph is not told twice."""
    found = soup.select(selector) if selector else []
    known = {id(tag) for tag in found}
    return [tag for tag in found if not any(id(parent) in known for parent in tag.parents)]


def _line(soup: BeautifulSoup, selector: str) -> str:
    tag = soup.select_one(selector) if selector else None
    if tag is None:
        return ""
    return plain.line(str(tag.get("content") or "") or str(tag))


def _date(soup: BeautifulSoup, selector: str) -> str:
    tag = soup.select_one(selector) if selector else None
    if tag is None:
        return ""
    return str(tag.get("datetime") or tag.get("content") or " ".join(tag.get_text(" ").split()))
