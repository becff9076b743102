"""The second path: entries out of XML that the parser of record gives up on, by names alone."""

from collections.abc import Iterator

from lxml import etree

from bot.intake.draft import Draft
from bot.intake.markup import ENTRIES

_ENTRY = frozenset({"item", "entry"})
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


def drafts(text: str) -> Iterator[Draft]:
    """The entries in document order, whatever their namespaces, prefixes and nesting."""
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False, strip_cdata=True)
    root = etree.fromstring(text.encode("utf-8"), parser)
    if root is None:
        return
    count = 0
    for element in root.iter(etree.Element):
        if _name(element) in _ENTRY:
            yield _draft(element)
            count += 1
            if count == ENTRIES:
                return


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
    return Draft(**fields)
