"""What a listing page is made of: cards, found by selectors, each with a link, a title and perhaps a date."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import lxml.html
from bs4 import BeautifulSoup, Tag
from lxml import etree

from bot.intake.draft import Draft, absolute
from bot.model import Source

_BALLAST = re.compile(r"<(script|style|svg|noscript|iframe)\b[^>]*>.*?</\1\s*>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
_BASE = re.compile(r"<base\b[^>]*?\bhref\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
_LANG = re.compile(r"<html\b[^>]*?\blang\s*=\s*[\"']?([A-Za-z][\w-]*)", re.IGNORECASE)
_CLIPPED = ("…", "...", "‥")
# One alternative of a selector whose outermost part is plain: a tag, with or without classes and an id.
_OUTERMOST = re.compile(r"(?P<tag>[A-Za-z][\w-]*)?(?P<marks>(?:[.#][\w-]+)*)(?P<rest>(?:\s*>\s*|\s+).*)?")
_PLAIN = re.compile(r"([a-z][a-z0-9]*)?((?:\.[\w-]+)*)(?<!^)")
_ATTRIBUTED = re.compile(r"([A-Za-z][\w-]*)\[([\w-]+)\]")
_SIBLINGS = re.compile(r"[+~]|:(?!not\()|\|")


@dataclass(frozen=True, slots=True)
class Selectors:
    """The CSS of one source; an empty one is not asked for."""

    item: str
    link: str
    title: str
    summary: str
    date: str
    date_format: str
    date_regex: str
    link_regex: str
    link_template: str

    @classmethod
    def of(cls, source: Source) -> "Selectors":
        """A source's selectors with what goes without saying filled in."""
        told = source.selectors
        return cls(
            item=told.get("item", "") or "a[href]",
            link=told.get("link", "") or ("self" if "item" not in told else ""),
            title=told.get("title", ""),
            summary=told.get("summary", ""),
            date=told.get("date", ""),
            date_format=told.get("date_format", ""),
            date_regex=told.get("date_regex", ""),
            link_regex=told.get("link_regex", ""),
            link_template=told.get("link_template", ""),
        )


def base_of(text: str, url: str) -> str:
    """What relative links on the page are relative to."""
    told = _BASE.search(text[:20_000])
    return (absolute(told.group(1), url) or url) if told else url


def language_of(text: str) -> str:
    """The language the page declares; "" if none."""
    told = _LANG.search(text[:20_000])
    return told.group(1) if told else ""


def narrowed(text: str, item: str) -> str:
    """The part of a page in which the item selector finds all it would find in the whole.

    A native parser picks the outermost parts by the first step of each alternative, a tag with classes; so the
    slow tree is built of the cards alone. A selector that looks sideways or at positions gets the whole page.
    """
    steps = [_first_step(alternative) for alternative in item.split(",")]
    if not all(steps):
        return _BALLAST.sub("", text)
    try:
        page = lxml.html.document_fromstring(text.encode("utf-8"), parser=lxml.html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return text
    path = " or ".join(steps)
    found = page.xpath(f"//*[({path}) and not(ancestor::*[{path}])]")
    return "".join(etree.tostring(part, encoding="unicode", method="html", with_tail=False) for part in found)


def _first_step(alternative: str) -> str:
    """An XPath condition for the outermost part of a selector; "" if it cannot be told by tag and classes alone."""
    bare = _ATTRIBUTED.fullmatch(alternative.strip())
    if bare:
        return f"(self::{bare.group(1).lower()} and @{bare.group(2)})"
    found = None if _SIBLINGS.search(alternative) else _OUTERMOST.fullmatch(alternative.strip())
    if found is None or not (found.group("tag") or found.group("marks")):
        return ""
    conditions = [f"self::{found.group('tag').lower()}"] if found.group("tag") else []
    for mark in re.findall(r"[.#][\w-]+", found.group("marks")):
        if mark.startswith("#"):
            conditions.append(f"@id='{mark[1:]}'")
        else:
            conditions.append(f"contains(concat(' ', normalize-space(@class), ' '), ' {mark[1:]} ')")
    return f"({' and '.join(conditions)})"


def items(soup: BeautifulSoup, chosen: Selectors) -> Iterator[Tag]:
    """The cards in document order."""
    yield from soup.select(chosen.item)


def draft(item: Tag, chosen: Selectors, base: str, lang: str) -> Draft:
    """What a card tells."""
    link = _link(item, chosen)
    titled = _part(item, chosen.title) if chosen.title else link
    return Draft(
        title=_words(titled) if titled is not None else "",
        link=_address(link, chosen, base) if link is not None else "",
        summary=_words(_part(item, chosen.summary)) if chosen.summary else "",
        date=_date(item, chosen),
        date_format=chosen.date_format,
        lang=lang,
    )


def wanted(link: str, chosen: Selectors, source: Source) -> bool:
    """Whether an address is one of the listing's articles; without a pattern all are."""
    if chosen.link_regex and not chosen.link_template and not re.search(chosen.link_regex, link):
        return False
    return not source.link_allow or re.search(source.link_allow, link) is not None


def merged(known: Draft, other: Draft) -> Draft:
    """Two cards of one address as one."""
    longer, shorter = (other, known) if len(other.title) > len(known.title) else (known, other)
    return replace(longer, summary=longer.summary or shorter.summary, date=longer.date or shorter.date)


def _address(link: Tag, chosen: Selectors, base: str) -> str:
    """Where a link leads; a call of a script is turned into an address by the source's own pattern."""
    if not chosen.link_template:
        return absolute(str(link.get("href", "")), base)
    called = re.search(chosen.link_regex, f"{link.get('href', '')} {link.get('onclick', '')}")
    return absolute(chosen.link_template.replace("{}", called.group(1)), base) if called else ""


def _link(item: Tag, chosen: Selectors) -> Tag | None:
    if chosen.link and chosen.link != "self":
        found = _part(item, chosen.link)
        return found if found is None or found.get("href") else found.select_one("a[href]")
    if item.get("href"):
        return item
    first = _part(item, "a")
    if first is not None and first.get("href"):
        return first
    return item.select_one("a[href]") or item.find_parent("a", href=True)


def _part(item: Tag, selector: str) -> Tag | None:
    if selector == "self":
        return item
    plain_step = _PLAIN.fullmatch(selector)
    if plain_step is None:
        return item.select_one(selector)
    # A card has a handful of elements: looking at each is five times faster than a selector engine's start.
    name, classes = plain_step.group(1), set(plain_step.group(2).split(".")[1:])
    for node in item.descendants:
        if isinstance(node, Tag) and (not name or node.name == name) and classes.issubset(node.get("class") or ()):
            return node
    return None


def _words(part: Tag | None) -> str:
    """A part's text; where the page clips it, the whole from its title attribute; a picture's name as a last resort."""
    if part is None:
        return ""
    text = " ".join(part.get_text(" ").split())
    told = str(part.get("title") or "").strip()
    if told and (not text or text.endswith(_CLIPPED)):
        return _as_text(told)
    if not text:
        picture = part.select_one("img[alt]")
        text = str(picture.get("alt", "")) if picture else ""
    return _as_text(text)


def _as_text(text: str) -> str:
    """Parsed text once more as markup: what is a bracket now is not to become a tag later."""
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _date(item: Tag, chosen: Selectors) -> str:
    if chosen.date:
        part = _part(item, chosen.date)
        if part is None:
            return ""
        told = part.get("datetime") or part.get("data-time") or part.get_text(" ")
    elif chosen.date_regex:
        told = item.get_text(" ")
    else:
        part = item.select_one("time[datetime]")
        return str(part.get("datetime", "")) if part else ""
    text = " ".join(str(told).split())
    if not chosen.date_regex:
        return text
    found = re.search(chosen.date_regex, text)
    if found is None:
        return ""
    return found.group(1) if found.re.groups else found.group()
