"""XML that nobody's parser would take, mended until feedparser does; what was mended is remarked."""

import html
import re
from html.entities import html5

from bot.intake.refusal import SourceError
from bot.intake.remarks import remark

ENTRIES = 500  # of one document; the rest is counted and left

_ROOT = re.compile(r"<(?:[\w.-]+:)?(?:rss|rdf|feed|channel)(?=[\s>/])", re.IGNORECASE)
_SITEMAP_ROOT = re.compile(r"<(?:[\w.-]+:)?(?:urlset|sitemapindex)(?=[\s>/])", re.IGNORECASE)
_HTML = re.compile(r"<!doctype\s+html|<html(?=[\s>])", re.IGNORECASE)
_DECLARATION = re.compile(r"<\?xml\s[^>]*?\?>")
_COMMENTS = re.compile(r"<!--.*?-->", re.DOTALL)
_ENTITY = re.compile(r"<!ENTITY\b", re.IGNORECASE)
# One character under a name, or HTML's names from the W3C: read by HTML's table, no bomb can be made of them.
_HARMLESS = re.compile(
    r"<!ENTITY\s+[\w.-]+\s+([\"'])(?:&#\d{1,7};|&#x[0-9a-f]{1,6};|[^&%<\"']{1,8})\1\s*>"
    r"|<!ENTITY\s+%\s+[\w.-]+\s+PUBLIC\s+\"-//W3C//ENTITIES [^\">]*\"\s+\"[^\">]*\"\s*>",
    re.IGNORECASE,
)
_ILLEGAL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_REFERENCE = re.compile(r"&#(?:x([0-9a-fA-F]{1,8})|(\d{1,9}));?")
_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)(?:([A-Za-z][A-Za-z0-9]{1,31});)?")
_LITERAL = re.compile(r"(<!\[CDATA\[.*?\]\]>|<!--.*?-->)", re.DOTALL)
_OPENING = re.compile(r"<(?:[\w.-]+:)?(?:item|entry)(?=[\s>/])", re.IGNORECASE)
_ROOT_CLOSED = re.compile(r"</(?:[\w.-]+:)?(?:rss|feed|RDF|channel)\s*>", re.IGNORECASE)
_CLOSING = re.compile(r"</(?:[\w.-]+:)?(?:item|entry)\s*>", re.IGNORECASE)
_TITLE_CLOSED = re.compile(r"</(?:[\w.-]+:)?title\s*>", re.IGNORECASE)
_LINK_CLOSED = re.compile(r"</(?:[\w.-]+:)?link\s*>|<(?:[\w.-]+:)?link\s[^<>]*href[^<>]*>", re.IGNORECASE)
# Leaves that no item of ours is made of. feedparser makes a dictionary of each; many feeds carry a dozen an entry.
_UNREAD = re.compile(
    r"<((?:category|comments|enclosure|(?:media|slash|wfw|thr|itunes|georss|geo|gd|feedburner|yt|podcast|webfeeds):[\w.-]+))"
    r"(?=[\s/>])(?:\s[^<>]*?)?(?:/>|>(?:[^<]*|\s*<!\[CDATA\[[^<\]]*\]\]>\s*)</\1\s*>)"
)
_LOOKED_AT = 65_536  # code points in which a document must say what it is
_END = 200  # code points in which nearly every document closes its root


def feed_root(text: str) -> int:
    """Where a feed's outermost element stands, -1 if there is none or an HTML page comes first."""
    head = text[:_LOOKED_AT]
    root = _ROOT.search(head)
    if root is None or "<!--" in head[: root.start()]:
        head = _COMMENTS.sub(lambda found: " " * len(found.group()), head)
        root = _ROOT.search(head)
    return root.start() if root and not _HTML.search(head, 0, root.start()) else -1


def sitemap_root(text: str) -> int:
    """Where a sitemap's or an index's outermost element stands, -1 if there is none."""
    root = _SITEMAP_ROOT.search(_COMMENTS.sub(lambda found: " " * len(found.group()), text[:_LOOKED_AT]))
    return root.start() if root else -1


def mend(text: str) -> str:
    """A decoded feed from its root on, in references that XML allows, without a DOCTYPE.

    Raises:
        SourceError: its DOCTYPE declares entities.
    """
    return _first_entries(mend_from(text, feed_root(text)))


def lightened(text: str) -> str:
    """A mended feed without the leaves that no item is made of."""
    return _UNREAD.sub("", text)


def mend_from(text: str, root: int) -> str:
    """A decoded document from its root on, wherever that stands; characters that XML forbids went in decoding.

    Raises:
        SourceError: its DOCTYPE declares entities.
    """
    prolog, body = text[:root], text[root:]
    _refuse_entities(prolog)
    if not _DECLARATION.match(prolog.lstrip("\ufeff \t\r\n")) and _COMMENTS.sub("", prolog).strip("\ufeff \t\r\n"):
        remark("cut what stood before the XML")
    return _outside_literals(body) if "&" in body else body


def closed_entries(text: str) -> int:
    """How many entries of a document are whole."""
    return len(_CLOSING.findall(text))


def last_tells(text: str) -> bool:
    """Whether an entry that breaks off has its title and its link whole: what follows may come at the next visit."""
    closed = list(_CLOSING.finditer(text))
    tail = text[closed[-1].end() if closed else 0 :]
    return bool(_TITLE_CLOSED.search(tail) and _LINK_CLOSED.search(tail))


def breaks_off(text: str) -> bool:
    """Whether the root is never closed: what was sent is not all of the document."""
    return not (_ROOT_CLOSED.search(text, max(len(text) - _END, 0)) or _ROOT_CLOSED.search(text))


def _refuse_entities(prolog: str) -> None:
    if _ENTITY.search(_HARMLESS.sub("", _COMMENTS.sub("", prolog))):
        raise SourceError("entities", "the document declares entities of its own; such a document is not read")


def _outside_literals(text: str) -> str:
    """References mended everywhere but in CDATA sections and comments, where they are text."""
    if "<![CDATA[" not in text and "<!--" not in text:
        return _mended(text)
    pieces = _LITERAL.split(text)
    return "".join(piece if index % 2 else _mended(piece) for index, piece in enumerate(pieces))


def _mended(text: str) -> str:
    if "&#" in text:
        text = _REFERENCE.sub(_legal_reference, text)
    return _AMPERSAND.sub(_declared, text)


def _legal_reference(found: re.Match[str]) -> str:
    code = int(found.group(1), 16) if found.group(1) else int(found.group(2))
    if code > 0x10FFFF or _ILLEGAL.match(chr(code)):
        remark("removed references to characters that XML forbids")
        return ""
    return found.group() if found.group().endswith(";") else found.group() + ";"


def _declared(found: re.Match[str]) -> str:
    name = found.group(1)
    if name is None:
        remark("escaped bare ampersands")
        return "&amp;" + found.group()[1:]
    if name + ";" not in html5:
        remark("escaped entities that nobody declared")
        return f"&amp;{name};"
    return html.escape(html5[name + ";"])


def _first_entries(text: str) -> str:
    """The document without its entries beyond the first 500."""
    starts = [found.start() for found in _OPENING.finditer(text)]
    if len(starts) <= ENTRIES:
        return text
    remark(f"read the first {ENTRIES} of {len(starts)} entries")
    end = len(text)
    for found in _CLOSING.finditer(text, starts[-1]):
        end = found.end()
    return text[: starts[ENTRIES]] + text[end:]
