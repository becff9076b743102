"""What a page offers to somebody who wants its news: feeds and sitemaps it names, else selectors for its list."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

import lxml.html
from lxml import etree

from bot.intake import plain
from bot.intake.draft import absolute
from bot.intake.listing import base_of, language_of
from bot.intake.survey import Lead, Survey
from bot.intake.wording import text_of
from bot.model import Fetched, Source

_FEED_TYPES = {"application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml"}
_FEED_LINK = re.compile(r"(?:/|\b)(?:rss|feeds?|atom)(?:\b|[./_-])|\.(?:rss|rdf|atom)(?:$|\?)", re.IGNORECASE)
_DATE = re.compile(
    r"\d{4}\s*[-./年년]\s*\d{1,2}\s*[-./月월]\s*\d{1,2}|\d{1,2}[-./월月]\s*\d{1,2}|\d+\s*(?:분|시간|小时|分钟|hours?|minutes?)\s*(?:전|前|ago)"
)
_SAFE_CLASS = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_NUMBERS = re.compile(r"\d+")
_LEAST = 4  # links of one kind make a list
_WORDS = 12  # weight of a title; CJK characters weigh two
_LEADS = 12
_LINKS = 3_000  # looked at


@dataclass(frozen=True, slots=True)
class _Group:
    """Links that stand alike."""

    selector: str
    links: tuple[lxml.html.HtmlElement, ...]

    @property
    def weight(self) -> float:
        """Many links with long titles of their own; a menu has short ones."""
        titles = {_words(link) for link in self.links}
        return sum(min(_weight(title), 60) for title in titles if _weight(title) >= _WORDS)


def survey(fetched: Fetched, source: Source) -> Survey:
    """What one HTML page offers; nothing of it is believed before it was fetched and read.

    Raises:
        SourceError: the page is garbled.
    """
    text = text_of(fetched, source)
    page = lxml.html.document_fromstring(text.encode("utf-8"), parser=lxml.html.HTMLParser(encoding="utf-8"))
    base = base_of(text, fetched.url)
    title = page.findtext(".//title") or ""
    return Survey(
        title=plain.line(title),
        lang=language_of(text),
        leads=tuple(_leads(page, base))[:_LEADS],
        selectors=_selectors(page, base),
    )


def _leads(page: lxml.html.HtmlElement, base: str) -> Iterator[Lead]:
    """Feeds by the page's own word first, then by the looks of its links."""
    seen: set[str] = set()
    named = [
        (str(link.get("href", "")), str(link.get("title", "")))
        for link in page.iter("link")
        if str(link.get("type", "")).split(";")[0].strip().lower() in _FEED_TYPES
    ]
    looking = [
        (str(link.get("href", "")), _words(link))
        for link in list(page.iter("a"))[:_LINKS]
        if _FEED_LINK.search(str(link.get("href", "")))
    ]
    for href, title in [*named, *looking]:
        address = absolute(href, base)
        if address and address not in seen:
            seen.add(address)
            yield Lead("feed", address, plain.line(title))


def _selectors(page: lxml.html.HtmlElement, base: str) -> dict[str, str]:
    """CSS for the page's main list; empty when there is none to be seen."""
    groups = list(_groups(page, base))
    best = max(groups, key=lambda group: group.weight, default=None)
    if best is None or not best.weight:
        return {}
    found = {"item": best.selector, "link": "self"}
    card = _card(best)
    if card is not None:
        item, link, date = card
        found = {"item": item, "link": link} | ({"date": date} if date else {})
    return found


def _groups(page: lxml.html.HtmlElement, base: str) -> Iterator[_Group]:
    host = urlsplit(base).hostname
    alike: dict[tuple[str, str], list[lxml.html.HtmlElement]] = defaultdict(list)
    for link in list(page.iter("a"))[:_LINKS]:
        address = absolute(str(link.get("href", "")), base)
        if address and urlsplit(address).hostname == host and _words(link):
            # Articles of one list differ in numbers and slugs, not in the depth of their addresses.
            shape = _NUMBERS.sub("0", "/".join(urlsplit(address).path.split("/")[:2]))
            alike[(_standing(link), shape)].append(link)
    for (selector, _), links in alike.items():
        if len(links) >= _LEAST:
            yield _Group(selector, tuple(links))


def _standing(link: lxml.html.HtmlElement) -> str:
    """Where a link stands, as a selector of at most three steps, up to the first that has a class or an id."""
    steps: list[str] = []
    node = link
    while node is not None and isinstance(node.tag, str) and len(steps) < 3 and node.tag not in {"body", "html"}:
        steps.append(_step(node))
        if len(steps) > 1 and ("." in steps[-1] or "#" in steps[-1]):
            break
        node = node.getparent()
    return " > ".join(reversed(steps))


def _step(node: lxml.html.HtmlElement) -> str:
    classes = [name for name in str(node.get("class", "")).split() if _SAFE_CLASS.fullmatch(name)]
    return str(node.tag) + "".join(f".{name}" for name in classes[:2])


def _card(group: _Group) -> tuple[str, str, str] | None:
    """The element around each link that also holds its date: item, link within it, date within it."""
    for levels in range(1, 5):
        cards = [_above(link, levels) for link in group.links]
        dated = [_dated(card) for card in cards if card is not None]
        found = [step for step in dated if step]
        if len(found) * 2 > len(group.links) and len({id(card) for card in cards}) == len(cards):
            card = cards[0]
            assert card is not None
            above = card.getparent()
            item = f"{_step(above)} > {_step(card)}" if above is not None and above.tag != "body" else _step(card)
            return item, _step(group.links[0]), max(set(found), key=found.count)
    return None


def _above(link: lxml.html.HtmlElement, levels: int) -> lxml.html.HtmlElement | None:
    node = link
    for _ in range(levels):
        node = node.getparent()
        if node is None or node.tag in {"body", "html"}:
            return None
    return node


def _dated(card: lxml.html.HtmlElement) -> str:
    """The step of the smallest element in a card that reads like a date; "" without one."""
    for node in card.iterdescendants(etree.Element):
        own = " ".join("".join(node.itertext()).split())
        if node.tag != "a" and len(own) < 40 and (node.get("datetime") or _DATE.search(own)):
            return _step(node)
    return ""


def _words(link: lxml.html.HtmlElement) -> str:
    return " ".join("".join(link.itertext()).split())[:200]


def _weight(title: str) -> int:
    return sum(2 if letter >= "\u1100" else 1 for letter in title)
