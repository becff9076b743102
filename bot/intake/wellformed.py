"""Plainly well-formed RSS 2.0, RSS 1.0 and Atom in one pass, field for field as feedparser reads them.

feedparser stays the parser of record: whatever is not on the lists of `feednames` — another element, an attribute that
changes the meaning, a second title — makes this reader refuse, and feedparser decides.
"""

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from bot.intake.draft import Draft
from bot.intake.feednames import (
    ATOM,
    ATOM_ENTRY,
    BESIDE,
    DC,
    HEEDED,
    LANG,
    PAGES,
    RDF,
    RDF_ITEM,
    RSS1,
    RSS_ITEM,
    TYPE,
    TYPES,
    Table,
)
from bot.intake.markup import ENTRIES

_SLASHES = re.compile(r"^([A-Za-z][A-Za-z0-9+-.]*://)(/*)(.*?)")
_UNENTITY = re.compile(r"&([A-Za-z0-9_]+);")
_BEYOND_LATIN = re.compile("[^\x00-\xff]")
_C1 = re.compile("[\x80-\x9f]")
_WESTERN = {byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xA0)}


class Unusual(Exception):  # noqa: N818 - no error: feedparser reads it
    """Something that this reader leaves to feedparser."""


def drafts(text: str) -> list[Draft]:
    """The entries of a mended and lightened feed.

    Raises:
        Unusual: for anything but the plainest document.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unusual from error
    if not {"version", LANG}.issuperset(root.keys()):
        raise Unusual
    document = _document(root)
    for element in document.beside:
        _check_beside(element)
    spoken = root.get(LANG, "").replace("_", "-")
    told = _told_language(document.beside)
    lang = told if told is not None else "" if document.table is RDF_ITEM else spoken
    return [_draft(item, document.table, spoken, lang) for item in islice(document.items, ENTRIES)]


@dataclass(frozen=True, slots=True)
class _Document:
    items: list[etree._Element]
    beside: list[etree._Element]  # every other child of the feed
    table: Table


def _document(root: etree._Element) -> _Document:
    children = list(root)
    if root.tag == "rss" and len(children) == 1 and children[0].tag == "channel" and not children[0].attrib:
        return _parted(list(children[0]), "item", RSS_ITEM)
    if root.tag == f"{ATOM}feed":
        return _parted(children, f"{ATOM}entry", ATOM_ENTRY)
    if root.tag == f"{RDF}RDF" and children and children[0].tag == f"{RSS1}channel":
        if not {f"{RDF}about"}.issuperset(children[0].keys()):
            raise Unusual
        document = _parted(children[1:], f"{RSS1}item", RDF_ITEM)
        return _Document(document.items, [*children[0], *document.beside], RDF_ITEM)
    raise Unusual


def _parted(children: Iterable[etree._Element], name: str, table: Table) -> _Document:
    items: list[etree._Element] = []
    beside: list[etree._Element] = []
    for child in children:
        (items if child.tag == name else beside).append(child)
    return _Document(items, beside, table)


def _check_beside(element: etree._Element) -> None:
    """What stands beside the items must be known not to reach into them."""
    for part in element.iter():
        if part.tag not in BESIDE:
            raise Unusual
        if (
            part.attrib
            and not part.tag.endswith("}link")
            and any(name.rpartition("}")[2].lower() in HEEDED for name in part.attrib)
        ):
            raise Unusual


def _told_language(beside: Iterable[etree._Element]) -> str | None:
    """The feed's own word for its language, the last one; None without one."""
    told = [_words(child) for child in beside if child.tag in {"language", f"{DC}language"}]
    return told[-1] if told else None


def _draft(item: etree._Element, table: Table, spoken: str, lang: str) -> Draft:
    found = _item_itself(item, table)
    links: list[etree._Element] = []
    for child in item:
        known = table.get(child.tag)
        if known is None or (child.attrib and not known[1].issuperset(child.keys())):
            raise Unusual
        field = known[0]
        if field == "links":
            links.append(child)
        elif field == "person":
            _put(found, "author", _person(child))
        elif len(child):
            raise Unusual
        elif field == "guid":
            _put(found, field, _guid(child, found))
        elif field == "author":
            found[field] = _words(child)  # of several, feedparser tells the last
        elif field:
            if known[1] is TYPE and child.get("type", "text").lower() not in TYPES:
                raise Unusual
            _put(found, field, _address(child) if field == "link" else _words(child))
    guid, body = found.get("guid", ""), found.get("body", "")
    return Draft(
        title=found.get("title", ""),
        link=_best(found, links) or (guid if guid.startswith(("http://", "https://")) else ""),
        guid=guid,
        summary=found.get("summary") or body,
        body=body,
        date=found.get("published") or found.get("updated") or "",
        author=found.get("author", ""),
        lang=(spoken if "title" in found else "") or lang,
        publisher=found.get("publisher", ""),
    )


def _item_itself(item: etree._Element, table: Table) -> dict[str, str]:
    """What the item's own attributes tell: RSS 1.0 has its guid there."""
    if not item.attrib:
        return {}
    if table is not RDF_ITEM or item.keys() != [f"{RDF}about"]:
        raise Unusual
    return {"guid": item.get(f"{RDF}about", "")}


def _put(found: dict[str, str], field: str, words: str) -> None:
    if field in found:
        raise Unusual
    found[field] = words


def _guid(element: etree._Element, found: dict[str, str]) -> str:
    """A guid; one that is a permanent link stands in for a missing one."""
    if element.get("isPermaLink", "true") != "true":
        return _words(element)
    found["permalink"] = words = _mended(_slashed((element.text or "").strip()))
    return words


def _address(element: etree._Element) -> str:
    address = _mended(_slashed((element.text or "").strip()))
    return _UNENTITY.sub(r"&\1", address.replace("&amp;", "&")) if "&" in address else address


def _slashed(address: str) -> str:
    """An address with two slashes behind its scheme, not more."""
    return _SLASHES.sub(r"\1\3", address) if ":///" in address else address


def _words(element: etree._Element) -> str:
    return _mended((element.text or "").strip())


def _mended(text: str) -> str:
    """UTF-8 that somebody took for Latin-1 read anew, and the characters of windows-1252 in their right places."""
    if text.isascii():
        return text
    if not _BEYOND_LATIN.search(text):
        with suppress(UnicodeDecodeError):
            text = text.encode("iso-8859-1").decode("utf-8")
    # In UTF-8 such characters begin with one certain byte: four times as quick as looking at each character.
    return text.translate(_WESTERN) if b"\xc2" in text.encode("utf-8") and _C1.search(text) else text


def _best(found: Mapping[str, str], links: Iterable[etree._Element]) -> str:
    """Where an entry leads: its page, else its permanent id, else whatever link it has."""
    best = found["link"] if "link" in found else found.get("permalink", "")
    others: list[tuple[str, str]] = []
    for link in links:
        href = link.get("href")
        if href is None or len(link):
            raise Unusual
        rel = link.get("rel", "alternate").lower()
        kind = link.get("type", "" if rel == "self" else "html").lower()
        address = _slashed(href)
        if rel == "alternate" and kind in PAGES:
            best = address
        others.append((rel, address))
    return best or next(
        (
            address
            for wanted in ("alternate", "self", "related")
            for rel, address in others
            if rel == wanted and address
        ),
        "",
    )


def _person(element: etree._Element) -> str:
    """An Atom author by name and address, as feedparser puts them together."""
    parts: dict[str, str] = {}
    for part in element:
        name = part.tag.removeprefix(ATOM)
        if name not in {"name", "email", "uri"} or len(part) or part.attrib or (part.tail or "").strip():
            raise Unusual
        _put(parts, name, (part.text or "").strip())
    if (element.text or "").strip():
        raise Unusual
    name, email = parts.get("name", ""), parts.get("email", "")
    return f"{name} ({email})" if name and email else name or email
