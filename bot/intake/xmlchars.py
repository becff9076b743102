"""Characters and references that no XML document may hold, removed before a parser chokes on them."""

import re

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufeff\ufffe\uffff\ud800-\udfff]")
_REFERENCE = re.compile(r"&#(?:[xX]([0-9A-Fa-f]+)|([0-9]+));?", re.ASCII)
# A character beyond the first plane, written as its two surrogates: some exporters do.
_PAIR = re.compile(
    r"&#(?:[xX]([dD][89ABab][0-9A-Fa-f]{2})|(5[5-6][0-9]{3}));&#(?:[xX]([dD][C-Fc-f][0-9A-Fa-f]{2})|(5[6-7][0-9]{3}));",
    re.ASCII,
)
_LONGEST = 8  # digits; a longer number is no character, and slow to read


def legal(text: str) -> tuple[str, int]:
    """The text without what XML 1.0 forbids, and how many characters or references that cost."""
    text = text.removeprefix("\ufeff")
    text, removed = _ILLEGAL.subn("", text)
    if "&#" not in text:
        return text, removed
    text = _PAIR.sub(_joined, text)
    before = text.count("&#")
    text = _REFERENCE.sub(_kept, text)
    return text, removed + before - text.count("&#")


def _kept(found: re.Match[str]) -> str:
    digits = (found[1] or found[2]).lstrip("0") or "0"
    if len(digits) > _LONGEST:
        return ""
    point = int(digits, 16 if found[1] else 10)
    if point > 0x10FFFF or 0xD800 <= point <= 0xDFFF or point in {0xFFFE, 0xFFFF}:
        return ""
    return "" if point < 0x20 and point not in {0x9, 0xA, 0xD} else found[0]


def _joined(found: re.Match[str]) -> str:
    high = int(found[1], 16) if found[1] else int(found[2])
    low = int(found[3], 16) if found[3] else int(found[4])
    if 0xD800 <= high <= 0xDBFF and 0xDC00 <= low <= 0xDFFF:
        return f"&#x{0x10000 + (high - 0xD800 << 10) + low - 0xDC00:X};"
    return found[0]
