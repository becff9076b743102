"""Text that was garbled before it was sent: bytes once read in the wrong charset and saved again."""

import re
from itertools import islice

from bot.intake.familiar import east_asian, familiarity

# What windows-1252 makes of single bytes, and back; the five it leaves undefined stay as they are.
_BYTE = {chr(byte): byte for byte in range(0x80, 0x100)}
_BYTE |= {bytes([b]).decode("cp1252"): b for b in range(0x80, 0xA0) if b not in b"\x81\x8d\x8f\x90\x9d"}
# Two sets, not one counted: `re` skips quickly to where a pattern's first set may match, but not over a counted one.
_RUN = re.compile("[{0}][{0}]+".format(re.escape("".join(_BYTE))))
_FOREIGN_RUN = re.compile("[^\x00-\x7f]{2,}")
_FEW = 6  # East Asian characters below which nothing is concluded
_SOUND = 0.4  # familiarity of running text
_STRANGE = 0.25  # familiarity below which running text is doubted
_NEARLY_ALL = 0.9  # share of runs that a repair must restore
_SAMPLE = 300  # runs looked at before the whole is touched


def repaired(text: str) -> str | None:
    """The text as it was meant; None when it looks as meant, or cannot be restored."""
    if text.isascii():
        return None
    if _RUN.search(text):
        return _from_western_letters(text) or _from_legacy_bytes(text) or _from_wrong_ideographs(text)
    return _from_wrong_ideographs(text)


def looks_garbled(text: str) -> bool:
    """Is there enough East Asian text to judge, and is it nothing that anybody writes?"""
    return east_asian(text) >= 4 * _FEW and familiarity(text) < _STRANGE / 2


def _from_western_letters(text: str) -> str | None:
    """UTF-8 read as windows-1252: ì‚¼ì„± for 삼성, â€™ for ’."""
    runs = [run[0] for run in islice(_RUN.finditer(text), _SAMPLE)]
    meant = [word for run in runs if (word := _as_utf8(run)) is not None]
    if not meant or len(meant) < 0.6 * len(runs):
        return None
    if not any(max(word) >= "\u2000" for word in meant) and len(meant) < 3:
        return None
    return _RUN.sub(lambda run: _as_utf8(run[0]) or run[0], text)


def _as_utf8(run: str) -> str | None:
    try:
        return bytes(_BYTE[character] for character in run).decode("utf-8")
    except UnicodeDecodeError:
        return None


def _from_legacy_bytes(text: str) -> str | None:
    """EUC-KR or GBK read as windows-1252: »ï¼ºÀüÀÚ for 삼성전자."""
    runs = _RUN.findall(text)
    if not runs or sum(map(len, runs)) < 4 * len(runs) or east_asian(text) > len(runs):
        return None
    best: tuple[float, str] = (_SOUND, "")
    for codec in ("cp949", "gb18030", "big5hkscs"):
        mended = _RUN.sub(lambda run, codec=codec: _as_legacy(run[0], codec), text)  # type: ignore[misc]
        if east_asian(mended) >= _FEW:
            best = max(best, (familiarity(mended), mended))
    return best[1] or None


def _as_legacy(run: str, codec: str) -> str:
    try:
        return bytes(_BYTE[character] for character in run).decode(codec)
    except UnicodeDecodeError:
        return run


def _from_wrong_ideographs(text: str) -> str | None:
    """UTF-8 read as GBK or CP949: 涓浗 for 中国, with a character lost wherever the bytes were odd."""
    if east_asian(text) < _FEW or familiarity(text) >= _STRANGE:
        return None
    for codec in ("gbk", "cp949", "big5hkscs"):
        runs = [run[0] for run in islice(_FOREIGN_RUN.finditer(text), _SAMPLE)]
        meant = [word for run in runs if (word := _recoded(run, codec)) is not None]
        # Where characters were lost on the way, words stay garbled: a document full of them is refused instead.
        if len(meant) >= _NEARLY_ALL * len(runs) and familiarity("".join(meant)) >= _SOUND:
            return _FOREIGN_RUN.sub(lambda run, codec=codec: _recoded(run[0], codec) or run[0], text)  # type: ignore[misc]
    return None


def _recoded(run: str, codec: str) -> str | None:
    try:
        return run.encode(codec).decode("utf-8")
    except UnicodeError:
        return None
