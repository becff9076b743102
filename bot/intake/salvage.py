"""The second path: entries out of XML that the parser of record gives up on, by names alone."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree

from bot.intake.draft import Draft
from bot.intake.markup import ENTRIES

_FIELDS = {
    "title": "title",
    "link": "link",
    "guid": "guid",
    "id": "guid",
    "description": "summary",
    "summary": "summary",
    "encoded": "body",
    "content": "body",
    "pubdate": "date",
    "published": "date",
    "date": "date",
    "issued": "date",
    "updated": "date",
    "modified": "date",
    "creator": "author",
    "author": "author",
}


_CHUNK = re.compile(
    r"<(?P<name>(?:[\w.-]+:)?(?:item|entry))(?=[\s>/])[^<>]*>(?P<inside>.*?)(?=</(?P=name)\s*>|<(?P=name)[\s>]|\Z)",
    re.DOTALL | re.IGNORECASE,
)
_TAG = re.compile(r"<[A-Za-z][^<>]*=[^<>]*>")
_BARE_ATTRIBUTE = re.compile(r"""(\s[\w.:-]+)\s*=\s*([^\s"'<>/]+)(?=[\s>/])""")


def drafts(text: str) -> Iterator[Draft]:
    """The entries in document order, whatever their namespaces and prefixes, each read on its own.

    An entry that breaks off still counts when it has a title or a link.
    """
    for chunk in islice(_CHUNK.finditer(text), ENTRIES):
        entry = _element(chunk.group("inside"))
        draft = _draft(entry) if entry is not None else Draft()
        if draft.title or draft.link:
            yield draft


def _element(inside: str) -> etree._Element | None:
    quoted = _TAG.sub(lambda tag: _BARE_ATTRIBUTE.sub(r'\1="\2"', tag.group()), inside)
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(f"<entry>{quoted}</entry>".encode(), parser)


def _name(element: etree._Element) -> str:
    """The local name in lower case, also of an element whose prefix nobody declared."""
    return str(element.tag).rpartition("}")[2].rpartition(":")[2].lower()


def _draft(entry: etree._Element) -> Draft:
    fields: dict[str, str] = {}
    for child in entry.iterchildren(etree.Element):
        field = _FIELDS.get(_name(child))
        words = "".join(str(piece) for piece in child.itertext()).strip()
        if field == "link" and not words:
            words = child.get("href", "") if child.get("rel", "alternate") == "alternate" else ""
        if field and words and not fields.get(field):
            fields[field] = words
    if not fields.get("link") and fields.get("guid", "").startswith("http"):
        fields["link"] = fields["guid"]
    return Draft(
        title=fields.get("title", ""),
        link=fields.get("link", ""),
        guid=fields.get("guid", ""),
        summary=fields.get("summary", "") or fields.get("body", ""),
        body=fields.get("body", ""),
        date=fields.get("date", ""),
        author=fields.get("author", ""),
    )
