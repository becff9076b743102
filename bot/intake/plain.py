"""Plain text from whatever an outlet puts into a title or a summary."""

import html
import re
import unicodedata

import lxml.html
from lxml import etree

TITLE_CAP = 500  # code points; longer titles are attacks, not headlines
SUMMARY_CAP = 5_000
BODY_CAP = 100_000
_MARKUP_CAP = 1_000_000  # code points of markup looked at

_ELEMENTS = (
    "a|abbr|address|article|aside|audio|b|base|big|blockquote|body|br|button|canvas|center|cite|code|dd|del|details"
    "|div|dl|dt|em|embed|figcaption|figure|font|footer|form|frame|h[1-6]|head|header|hr|html|i|iframe|img|input|ins"
    "|kbd|label|li|link|main|map|mark|meta|nav|noscript|object|ol|option|p|param|picture|pre|q|rp|rt|ruby|s|samp|script"
    "|section|select|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|textarea|tfoot|th|thead"
    "|time|title|tr|tt|u|ul|var|video|wbr"
)
_TAG = re.compile(rf"</?(?:{_ELEMENTS})(?=[\s/>])[^<>]*>|<!--|<!\[CDATA\[", re.IGNORECASE)
# Korean headlines set names in angle brackets; what is no element of HTML is text.
_BRACKET = re.compile(rf"<(?!/?(?:{_ELEMENTS})[\s/>]|!--)", re.IGNORECASE)
_CDATA = re.compile(r"<!\[CDATA\[(.*?)(?:\]\]>|\Z)", re.DOTALL)
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
# Markup that needs no parser: closed paragraphs, and within each of them closed links and emphasis, two deep.
_ATTRIBUTES = r"""(?:\s++[A-Za-z][A-Za-z:_-]*+(?:=(?:"[^"<>&]*+"|'[^'<>&]*+'))?+)*+\s*+"""
_BREAK = re.compile(rf"</?p{_ATTRIBUTES}>|<br{_ATTRIBUTES}/?>", re.IGNORECASE)
_INLINE = re.compile(rf"</?(?:a|b|em|i|span|strong|u){_ATTRIBUTES}>|<img{_ATTRIBUTES}/?>(?!\s+<)", re.IGNORECASE)
_NAMED = re.compile(r"</?(?:a|b|em|i|p|span|strong|u)(?=[\s>])", re.IGNORECASE)
_MARKS = "a|b|em|i|span|strong|u"
_PAIRS = rf"(?:<(?P<outer{{0}}>{_MARKS})(?:<(?P<inner{{0}}>{_MARKS})</(?P=inner{{0}}))*+</(?P=outer{{0}}))*+"
_NESTED = re.compile("".join((_PAIRS.format(1), "(?:<p", _PAIRS.format(2), "(?:</p", _PAIRS.format(3), ")?+)*+")))
_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_ODD_REFERENCE = re.compile(r"&(?!(?:amp|gt|quot|nbsp|#39|#34|#8[0-9]{3});)")
_BREAKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "br", "center", "dd", "div", "dl", "dt", "figcaption", "figure"),
        *("footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre"),
        *("section", "table", "td", "th", "tr", "ul"),
    }
)
_SILENT = frozenset({"script", "style", "noscript", "template", "iframe", "object", "embed", "head", "svg"})
_SILENT_BLOCK = re.compile(rf"<({'|'.join(sorted(_SILENT))})\b.*?</\1\s*>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
# Controls, soft hyphen, zero-width, bidirectional marks and overrides, byte order mark, tags, lone surrogates.
# With the tags, which lie beyond U+FFFF, in one set `re` would try range after range.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_UNSEEN_TAGS = re.compile("[\U000e0000-\U000e007f]")
# A line that has to be put together anew: any white space but single blanks between words.
_UNEVEN = re.compile("[\t-\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")


def line(text: str, cap: int = TITLE_CAP) -> str:
    """One line of plain text: a title, a name."""
    return capped(" ".join(_bare(text[: cap * 20])[0].split()), cap) if text else ""


def prose(text: str, cap: int = SUMMARY_CAP) -> str:
    """Plain text whose paragraphs stay apart by a newline."""
    bare, printable = _bare(text[:_MARKUP_CAP])
    return capped("\n".join(filter(None, [_even(part, printable) for part in bare.split("\n")])), cap)


def _even(text: str, printable: bool) -> str:
    """The words of a line, a blank between each two."""
    text = text.strip(" ")
    return " ".join(text.split()) if "  " in text or not (printable or _UNEVEN.search(text) is None) else text


def capped(text: str, cap: int) -> str:
    """A text of at most `cap` code points, with an ellipsis where it was cut."""
    return text if len(text) <= cap else text[: cap - 1].rstrip() + "…"


def _bare(text: str) -> tuple[str, bool]:
    """Entities decoded until stable, at most twice; tags and invisible characters removed; NFC.

    And whether all of it was printable but for its newlines: then it holds nothing that the patterns of odd, unseen
    and uneven characters look for, and one look at each character does for all of them.
    """
    # Taking tags away leaves it so; only references make new characters.
    printable = "&" not in text and _printable(text)
    for _ in range(2):
        if _TAG.search(text):
            text = _untagged(text, printable)
        elif "&" in text:
            decoded = _REFERENCE.sub(_character, text)
            if decoded == text:
                break
            text = decoded
        else:
            break
    if _TAG.search(text):
        text = _untagged(text.replace("&", "&amp;"), printable)
    printable = printable or _printable(text)
    if not printable:
        text = _UNSEEN_TAGS.sub("", _UNSEEN.sub("", text.replace("\x00", " ")))
    return unicodedata.normalize("NFC", text), printable


def _printable(text: str) -> bool:
    return text.replace("\n", "").isprintable()


def _character(found: re.Match[str]) -> str:
    return html.unescape(found.group())


def _untagged(text: str, printable: bool) -> str:
    simple = _simply_untagged(text, printable)
    return _parsed(text) if simple is None else simple


def _simply_untagged(text: str, printable: bool) -> str | None:
    """What the HTML parser would say of paragraphs, links and emphasis alone; None where it has to be asked."""
    bare = _INLINE.sub("", _BREAK.sub("\n", text))
    if "<" in bare or not (printable or _ODD.search(bare) is None):
        return None
    if not _NESTED.fullmatch("".join(_NAMED.findall(text)).lower()):
        return None
    if "&" in bare:
        if _ODD_REFERENCE.search(bare):
            return None
        bare = html.unescape(bare)
        if _REFERENCE.search(bare):  # escaped twice: there may be markup within
            return None
    return bare if bare.strip() else None


def _parsed(text: str) -> str:
    markup = _BRACKET.sub("&lt;", _CDATA.sub(r"\1", text))
    try:
        root = lxml.html.fragment_fromstring(markup, create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        # The last: lxml takes for granted that an <html> has a body.
        return _TAG.sub(" ", text)
    pieces: list[str] = []
    _walk(root, pieces)
    text = "".join(pieces)
    # libxml2 stops at 256 levels, and what lies deeper is lost with it.
    return text if text.strip() else _TAG.sub(" ", _SILENT_BLOCK.sub(" ", markup))


def _walk(root: lxml.html.HtmlElement, pieces: list[str]) -> None:
    # iterwalk instead of recursion: a hostile summary nests deeper than Python's stack.
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, node in walk:
        if event == "start":
            if node.tag in _SILENT:
                walk.skip_subtree()
            else:
                if node.tag in _BREAKS:
                    pieces.append("\n")
                pieces.append(node.text or "")
            continue
        if event == "end" and node.tag in _BREAKS:
            pieces.append("\n")
        if node is not root:
            pieces.append(node.tail or "")
