"""Headers of mail that any server takes: words in any script, encoded so that no character is split."""

from base64 import b64encode
from collections.abc import Iterator
from email.headerregistry import Address
from email.policy import EmailPolicy
from typing import Any

import regex

_LONGEST_WORD = 75  # octets of an encoded word, its frame included
_LONGEST_LINE = 76
_FOLD = "\r\n "
_FRAME = len("=?utf-8?b??=")
_GRAPHEME = regex.compile(r"\X")
# The library would make encoded words of a long address, and no mail program would find the way out.
_ADDRESSES = frozenset({"list-id", "list-unsubscribe", "list-unsubscribe-post", "message-id", "references"})
# Single spaces only: where a line is folded, one space is what comes back.
_PLAIN = regex.compile(r"[!-~]{1,70}(?: [!-~]{1,70})*")
_PLAIN_PHRASE = regex.compile(r"[A-Za-z0-9]{1,60}(?: [A-Za-z0-9]{1,60})*")


class Lawful(EmailPolicy):
    """As the library writes mail, but for the headers that carry words: those are ours to encode.

    The library's own encoded words may be 77 octets long, and a space where two of them meet may be lost.
    """

    def fold(self, name: str, value: Any) -> str:
        """A header as text."""
        return self._written(name, value) or super().fold(name, value)

    def fold_binary(self, name: str, value: Any) -> bytes:
        """A header as octets."""
        written = self._written(name, value)
        return written.encode("ascii") if written else super().fold_binary(name, value)

    def _written(self, name: str, value: Any) -> str:
        if name.lower() == "subject":
            return f"{name}: {encoded(str(value), len(name) + 2)}\r\n"
        if name.lower() in _ADDRESSES:
            return f"{name}: {str(value).replace(', ', f',{_FOLD}')}\r\n"
        mailboxes: tuple[Address, ...] = getattr(value, "addresses", ())
        if len(mailboxes) == 1 and mailboxes[0].display_name:
            words = encoded(mailboxes[0].display_name, len(name) + 2, phrase=True)
            return f"{name}: {words}{_FOLD}<{mailboxes[0].addr_spec}>\r\n"
        return ""


def encoded(text: str, used: int, *, phrase: bool = False) -> str:
    """A header's words: as they are where they are short and plain, otherwise as encoded words, one a line.

    Args:
        text: without control characters.
        used: characters that stand before it in the first line.
        phrase: the name of a person or a house, where some plain characters have a meaning.
    """
    if (_PLAIN_PHRASE if phrase else _PLAIN).fullmatch(text) and "=?" not in text:
        return _FOLD.join(_lines(text, used))
    return _FOLD.join(f"=?utf-8?b?{b64encode(piece).decode()}?=" for piece in _pieces(text, used))


def _lines(text: str, used: int) -> Iterator[str]:
    """Plain words, broken where a space may stand for the end of a line."""
    line = ""
    for word in text.split(" "):
        if line and used + len(line) + 1 + len(word) > _LONGEST_LINE:
            yield line
            used, line = 1, word
        else:
            line = f"{line} {word}" if line else word
    yield line


def _pieces(text: str, used: int) -> Iterator[bytes]:
    """The text in UTF-8, cut between characters as a reader sees them, so that each piece fills at most one word."""
    room, piece = min(_LONGEST_WORD, _LONGEST_LINE - used), b""
    for character in _characters(text):
        if piece and _FRAME + -(-(len(piece) + len(character)) // 3) * 4 > room:
            yield piece
            room, piece = _LONGEST_WORD, b""
        piece += character
    yield piece


def _characters(text: str) -> Iterator[bytes]:
    """Graphemes; code points where a pile of combining marks would fill more than a word."""
    longest = (_LONGEST_WORD - 14 - _FRAME) // 4 * 3
    for found in _GRAPHEME.finditer(text):
        octets = found[0].encode("utf-8", "replace")
        if len(octets) <= longest:
            yield octets
        else:
            yield from (one.encode("utf-8", "replace") for one in found[0])
