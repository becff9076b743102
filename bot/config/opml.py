"""Sources as OPML: any reader understands the outline, and our own attributes survive the round trip."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final
from urllib.parse import urlsplit

from lxml import etree

from bot.config.problems import ConfigError

NAMESPACE: Final = "urn:chipwire:source"
_OWN = f"{{{NAMESPACE}}}"
#: Said by OPML's own attributes.
_OUTLINED: Final = frozenset({"name", "url"})
_FORMATS: Final = {"feed": "rss", "page": "page", "sitemap": "sitemap", "json": "json"}


def to_opml(entries: Sequence[Mapping[str, Any]], defaults: Mapping[str, str]) -> str:
    """Entries of feeds.yaml as an OPML document.

    Args:
        entries: as written.
        defaults: addresses of entries that have a query instead of one, by id.
    """
    root = etree.Element("opml", {"version": "2.0"}, nsmap={"chipwire": NAMESPACE})
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "title").text = "chipwire sources"
    body = etree.SubElement(root, "body")
    for entry in entries:
        address = str(entry.get("url") or defaults.get(str(entry["id"]), ""))
        outline = etree.SubElement(body, "outline", {"text": str(entry["name"]), "title": str(entry["name"])})
        outline.set("type", _FORMATS.get(str(entry.get("format")), "rss"))
        outline.set("xmlUrl", address)
        for key, value in entry.items():
            if key not in _OUTLINED:
                outline.set(_OWN + key, _encoded(value))
    return str(etree.tostring(root, pretty_print=True, xml_declaration=True, encoding="UTF-8"), "utf-8")


def from_opml(text: bytes) -> list[dict[str, Any]]:
    """The entries of an OPML document; one of another reader gets what every entry needs.

    Raises:
        ConfigError: it is no OPML.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(text, parser)
    except etree.XMLSyntaxError as error:
        raise ConfigError([f"not OPML: {error}"]) from error
    if root.tag != "opml":
        raise ConfigError([f"not OPML: the document is <{root.tag}>"])
    taken: set[str] = set()
    return [entry for outline in root.iter("outline") for entry in _entry(outline, taken)]


def slug(text: str) -> str:
    """A text as an id: kebab-case ASCII; "" if nothing of it is."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:60].strip("-")


def _entry(outline: etree._Element, taken: set[str]) -> Iterator[dict[str, Any]]:
    address = outline.get("xmlUrl", "")
    own = {name.removeprefix(_OWN): _decoded(str(value)) for name, value in outline.items() if name.startswith(_OWN)}
    if not address and "query" not in own:
        return  # a folder
    name = outline.get("title") or outline.get("text") or urlsplit(address).hostname or "outlet"
    entry: dict[str, Any] = {"id": own.pop("id", "") or _free(name, address, taken), "name": name}
    entry |= own or {"side": "INT", "kind": "newspaper", "lang": "en", "format": "feed", "every": "30m"}
    if "query" not in entry:
        entry["url"] = address
    taken.add(entry["id"])
    yield entry


def _free(name: str, address: str, taken: set[str]) -> str:
    base = slug(name) or slug(urlsplit(address).hostname or "") or "outlet"
    return next(found for n in range(1, 10_000) if (found := base if n == 1 else f"{base}-{n}") not in taken)


def _encoded(value: Any) -> str:
    """Text as it is, unless it would be read as something else; everything else as JSON."""
    if isinstance(value, str) and _decoded(value) == value and not isinstance(_decoded(value), bool | int | float):
        return value
    return json.dumps(
        value if isinstance(value, str | bool | int | float | list | dict) else str(value), ensure_ascii=False
    )


def _decoded(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text
