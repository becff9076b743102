"""Bytes to text by the rules of East Asian outlets: labels are hints, the text itself is the judge."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.intake.charsets import (
    CODEC_OF,
    EAST_ASIAN,
    WIDE,
    byte_order_mark,
    document_charset,
    header_charset,
    unmarked_wide,
)
from bot.intake.familiar import east_asian, familiarity
from bot.intake.mojibake import looks_garbled, repaired
from bot.intake.xmlchars import legal

_SURROGATE_BYTES = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
_REPLACED = "\ufffd"
_SOUND = 0.4  # familiarity of running text
_SURE = 0.75  # familiarity that even a few characters make certain
_FEW = 6  # East Asian characters; fewer prove nothing against a label
_LOOKED_AT = 400_000  # bytes that a damaged document is judged by
_DAMAGE = 0.1  # share of characters that may be broken before a reading is another language's


@dataclass(frozen=True, slots=True)
class Decoded:
    """A document as text: no byte order mark, nothing that XML forbids."""

    text: str
    charset: str  # Python's name of the codec that read it
    warnings: tuple[str, ...] = ()  # what was mended, in words
    garbled: bool = False  # no reading makes sense: nothing of it should become news


def decode(body: bytes, content_type: str, charset: str = "") -> Decoded:
    """Read a document of any charset; never fails, at worst says what was lost.

    Args:
        body: as it came, content encodings removed.
        content_type: the HTTP header, whole.
        charset: what the operator says, where neither header nor document says anything usable.
    """
    labels = (header_charset(content_type), document_charset(body), charset.lower())
    codec, text = _read(body, [codec for label in labels if (codec := CODEC_OF.get(label))])
    warnings = []
    garbled = False
    declared = next((label for label in labels if label), "")
    if declared and CODEC_OF.get(declared) != codec and not (body.isascii() and codec == "utf-8"):
        warnings.append(f"declared as {declared[:40]}, read as {codec}")
    if lost := text.count(_REPLACED):
        warnings.append(f"{_count(lost)} could not be read")
    if (mended := repaired(text)) is not None:
        text = mended
        warnings.append("the text had been encoded twice; repaired")
    elif garbled := looks_garbled(text):
        warnings.append("the text looks garbled")
    text, removed = legal(text)
    if removed:
        warnings.append(f"{_count(removed)} that no document may hold removed")
    return Decoded(text, codec, tuple(warnings), garbled)


def _count(characters: int) -> str:
    return f"{characters:,} character{'' if characters == 1 else 's'}"


def _read(body: bytes, declared: list[str]) -> tuple[str, str]:
    """The codec and the text: mark, declarations, detection, and last the least damaged reading."""
    codec, mark = byte_order_mark(body)
    if codec in WIDE:
        return codec, body[mark:].decode(codec, "replace")
    body = body[mark:]
    if codec := unmarked_wide(body):
        return codec, body.decode(codec, "replace")
    if body.isascii() and not _escapes(declared):
        return "utf-8", body.decode("ascii")
    # A body that is valid UTF-8 beyond ASCII is nothing else, whatever the labels say.
    if (text := _strict(body, "utf-8")) is not None and not body.isascii():
        return "utf-8", text
    for codec in declared:
        if codec not in WIDE and (text := _strict(body, codec)) is not None and _believable(body, codec, text):
            return codec, text
    return _detected(body, [*declared, "utf-8"])


def _escapes(declared: list[str]) -> bool:
    return any(codec in {"iso2022_jp_2", "iso2022_kr", "hz"} for codec in declared)


def _strict(body: bytes, codec: str) -> str | None:
    """The text, if every byte fits; a character cut off at the very end is left out."""
    reader = codecs.getincrementaldecoder(codec)()
    try:
        return reader.decode(body)
    except UnicodeDecodeError:
        return None


def _believable(body: bytes, codec: str, text: str) -> bool:
    """Does the text look like what the label says, or would another reading make far more sense?"""
    if codec not in (*EAST_ASIAN, "cp1252"):
        return True
    if codec == "cp1252":
        return _western(body) or all(rival < _SOUND for _, _, rival in _readings(body))
    score = _score(codec, text)
    if score >= _SOUND:
        return True
    rival = max((rival for _, _, rival in _readings(body)), default=0.0)
    # A handful of rare characters proves little, unless another reading is all common ones.
    return score * 2 + 0.1 >= rival if east_asian(text) >= _FEW else score >= 0 and rival < _SURE


def _score(codec: str, text: str) -> float:
    """Familiarity; kana speak for Japanese charsets only, for EUC-JP read as GBK keeps its kana."""
    return familiarity(text, kana=codec in {"cp932", "euc_jp"})


def _western(body: bytes) -> bool:
    """Accents stand alone between ASCII letters; East Asian bytes come in rows."""
    runs = _HIGH_RUN.findall(body[:200_000])
    return sum(1 for run in runs if len(run) == 1) >= 0.6 * len(runs)


def _readings(body: bytes) -> Iterator[tuple[str, str, float]]:
    """Every East Asian charset that fits the bytes, with its text and familiarity."""
    for codec in EAST_ASIAN:
        if (text := _strict(body, codec)) is not None:
            yield codec, text, _score(codec, text)


def _detected(body: bytes, hopes: list[str]) -> tuple[str, str]:
    """No label held: the most familiar strict reading, else the least damaged one."""
    if (text := _with_surrogates(body)) is not None:
        return "utf-8", text
    best = max(_readings(body), key=lambda reading: reading[2], default=None)
    if best and best[2] >= _SOUND / 2 and not (_western(body) and best[2] < _SOUND):
        return best[0], best[1]
    damaged = []
    for codec in dict.fromkeys([*hopes, *EAST_ASIAN]):
        if codec in WIDE or codec == "cp1252":
            continue
        text = body[:_LOOKED_AT].decode(codec, "replace")
        # Where nobody named a charset, a handful of characters does not speak for it.
        unlikely = 0.5 if codec not in hopes and east_asian(text) < _FEW else 0.0
        damaged.append((_damage(text, codec) + unlikely, codec))
    damage, codec = min(damaged, key=lambda reading: reading[0])
    if damage <= _DAMAGE or not _western(body):
        return codec, body.decode(codec, "replace")
    # What windows-1252 leaves undefined is a control character to browsers, not an error.
    return "cp1252", "".join(_WESTERN.get(byte) or chr(byte) for byte in body)


def _with_surrogates(body: bytes) -> str | None:
    """UTF-8 as Java and old MySQL write it, with surrogate pairs as characters of their own."""
    if not _SURROGATE_BYTES.search(body) and b"\xc0\x80" not in body:
        return None
    try:
        text = body.replace(b"\xc0\x80", b"").decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return None
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")


def _damage(text: str, codec: str) -> float:
    """How wrong a reading is: the share of broken characters, plus how unfamiliar the others are."""
    lost = text.count(_REPLACED)
    whole = sum(1 for character in text if character > "\x7f") - lost
    broken = lost / (lost + whole) if lost else 0.0
    strangeness = max(0.0, _SOUND - _score(codec, text)) if east_asian(text) >= _FEW else 0.0
    return broken + strangeness / 2


_WESTERN = {byte: bytes([byte]).decode("cp1252") for byte in range(256) if byte not in b"\x81\x8d\x8f\x90\x9d"}
