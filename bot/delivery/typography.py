"""What a line of ours may contain, how long it is, and where it may be cut."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import quote, urlsplit, urlunsplit

import regex
from yarl import URL

from bot.model import Span

# Control, format (bidi, zero-width), surrogate and private-use characters, and variation selectors: nothing a
# reader sees, and everything a hostile headline hides behind.
_INVISIBLE = regex.compile(r"[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Variation_Selector}\u115f\u1160\u3164\uffa0\u034f]")
_SPACE = regex.compile(r"\s+")
_GRAPHEME = regex.compile(r"\X")
_SENTENCE = regex.compile(r"(?<=[。！？])|(?<=[.!?…][\"'”’»)\]]?)\s+")
# A full stop after these ends no sentence: an initial ("U.S. ", "J. Kim"), a title, a company, a month, a number.
_ABBREVIATION = regex.compile(
    r"\b(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|Gen|Rep|Sen|Gov|St|vs|No|Co|Corp|Inc|Ltd|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.$"
)
_NO_HOST = regex.compile(r"[^a-z0-9.\-_]")
_URL_SAFE = "/:?#[]@!$&'()*+,;=%~"  # reserved characters keep their meaning, and what is escaped stays so
_LONGEST_URL = 2_048
_LONGEST_CLUSTER = 32  # code points; a pile of combining marks beyond it is cut inside


def clean(text: str) -> str:
    """One line of visible characters, composed, white space run together."""
    spaced = _SPACE.sub(" ", text)
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", spaced))


def utf16_length(text: str) -> int:
    """Telegram's measure: UTF-16 code units."""
    return len(text) + sum(1 for character in text if character > "\uffff")


def cut(text: str, limit: int) -> str:
    """At most `limit` UTF-16 units, ending on a whole grapheme and, if anything was left out, on an ellipsis."""
    if len(text) <= limit and utf16_length(text) <= limit:
        return text
    room, kept = limit - 1, 0
    for cluster in _GRAPHEME.finditer(text, endpos=limit):
        shown = cluster.group()[:_LONGEST_CLUSTER]
        room -= utf16_length(shown)
        if room < 0:
            break
        kept = cluster.start() + len(shown)
        if len(shown) < len(cluster.group()):
            break
    return text[:kept].rstrip() + "…"


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Half-open bounds of the sentences; Chinese and Korean full stops need no space after them."""
    bounds, start = [], 0
    for stop in _SENTENCE.finditer(text):
        abbreviated = _ABBREVIATION.search(text, max(start, stop.start() - 8), stop.start())
        if text[start : stop.start()].strip() and not abbreviated:
            bounds.append((start, stop.start()))
            start = stop.end()
    if text[start:].strip():
        bounds.append((start, len(text)))
    return tuple(bounds)


def dns_name(host: str) -> str:
    """A host as DNS knows it, by IDNA 2008 as browsers have it: faß.de is not fass.de. Raises ValueError."""
    named = host if host.isascii() else URL.build(scheme="http", host=host).raw_host or ""
    return named.encode("idna").decode("ascii")  # ASCII by now: it refuses what is too long or empty


def ascii_host(url: str) -> str:
    """The host as DNS knows it, so that a look-alike letter shows; "" unless the address is http(s)."""
    try:
        parts = urlsplit(url)
        host = dns_name(parts.hostname or "")
    except ValueError:  # also what a bad label raises
        return ""
    return host if parts.scheme in {"http", "https"} and not _NO_HOST.search(host) else ""


def web_address(url: str) -> str:
    """The address as it may stand behind a link: ASCII throughout, without user-info; "" if it is none or too long."""
    host = ascii_host(url)
    try:
        parts = urlsplit(clean(url))
        place = f"{host}:{parts.port}" if parts.port else host
    except ValueError:  # a port that is no number
        return ""
    shown = urlunsplit((parts.scheme, place, *(quote(part, safe=_URL_SAFE) for part in parts[2:])))
    return shown if host and len(shown) <= _LONGEST_URL else ""


def spell_out(text: str, spans: Iterable[Span]) -> str:
    """The text with its links written out, for readers who can tap nothing."""
    links = [span for span in spans if span.style == "link"]
    for span in sorted(links, key=lambda span: span.start, reverse=True):
        text = f"{text[: span.start]}{span.url}{text[span.end :]}"
    return text


@dataclass
class Sheet:
    """A message being written: every piece is cleaned, and its span is taken as it is laid down."""

    text: str = ""
    spans: list[Span] = field(default_factory=list)

    def say(self, words: str, style: str = "", url: str = "") -> None:
        """Append words as they are to be read."""
        shown = clean(words)
        if style and shown.strip():
            start = len(self.text)
            self.spans.append(Span(start=start, end=start + len(shown), style=style, url=url))
        self.text += shown

    def line(self) -> None:
        """Begin a new line, unless nothing stands on this one."""
        if self.text and not self.text.endswith("\n"):
            self.text = self.text.rstrip(" ") + "\n"
