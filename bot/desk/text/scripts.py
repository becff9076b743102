"""Decides the language of a text by the scripts it is written in; a declaration is only a hint."""

import re
import unicodedata

_HANGUL = re.compile("[\u1100-\u11ff\u3131-\u318e\ua960-\ua97c\uac00-\ud7fb]+")
_KANA = re.compile("[\u3041-\u309f\u30a1-\u30fa\u30fd-\u30ff\u31f0-\u31ff\uff66-\uff9d]+")
_HAN = re.compile("[\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]+")

_SYLLABLES = re.compile("[가-힣]+")
_UNIFIED = re.compile("[\u3400-\u9fff]+")
_HANGUL_UPPER, _HAN_UPPER, _HAN_ALL_UPPER = bytes(range(0xAC, 0xD8)), bytes(range(0x4E, 0xA0)), bytes(range(0x34, 0xA0))
_CJK_UPPER = _HANGUL_UPPER + _HAN_UPPER
#: Blocks of which only `_ODD_LETTER` are letters, but for A to Z: ASCII, general and East Asian punctuation.
_PLAIN_UPPER = b"\x00\x20\x30\xff"
_ODD_LETTER = re.compile("[\u00c0-\u024f\u3005\u3007\u3041-\u30ff\ud7fc-\ud7ff\uff66-\uff9d]")
_BEHIND_HANGUL = re.compile("[\ud7a4-\ud7ff]")
_LETTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

#: Share of CJK among all letters above which the text is not English: undeclared, declared, declared English.
_UNDECLARED, _DECLARED, _CONTRADICTED = 0.15, 0.05, 0.3


def decide_language(text: str, declared: str = "") -> str:
    """One of en, ko, zh-Hans, zh-Hant, ja; a text without letters is what its outlet declared, or "".

    Args:
        text: the title and what else is known; the longer the surer.
        declared: a BCP 47 tag by the outlet or the operator, in any spelling.
    """
    hint = normal_tag(declared)
    if text.isascii():
        return "en" if _LATIN.search(text) else hint
    text = unicodedata.normalize("NFC", text)
    quick = _plainly(text, hint)
    if quick:
        return quick
    hangul, kana, latin = (sum(map(len, script.findall(text))) for script in (_HANGUL, _KANA, _LATIN))
    han = "".join(_HAN.findall(text))
    cjk = hangul + kana + len(han)
    if not cjk + latin:
        return hint
    if cjk / (cjk + latin) < _needed_share(hint):
        return "en"
    # Hanja stand in Korean headlines and kanji between kana; Chinese borrows neither script but for a name.
    if hangul * 4 >= cjk:
        return "ko"
    if kana * 10 >= cjk:
        return "ja"
    return _by_han(han, hint)


def _plainly(text: str, hint: str) -> str:
    """The same decision for the commonest texts, by counting bytes; "" where it takes a closer look.

    The upper byte of a UTF-16 unit tells Hangul syllables from Han characters; a text with any other letters than
    these and A to Z is left to the closer look.
    """
    upper = text.encode("utf-16-le", "surrogatepass")[1::2]
    rest = upper.translate(None, _CJK_UPPER)
    if rest.translate(None, _PLAIN_UPPER) or _ODD_LETTER.search(text):
        return ""
    cjk, needed = len(upper) - len(rest), _needed_share(hint)
    # Where even blanks and marks counted as Latin leave a share that is enough, the letters need not be counted.
    if not cjk:
        return ""
    if cjk / (cjk + rest.count(0)) < needed:
        latin = _count(text.encode("utf-8", "surrogatepass"), _LETTERS)
        if cjk / (cjk + latin) < needed:
            return ""
    hangul = _count(upper, _HANGUL_UPPER)
    if hangul * 4 >= cjk:
        return "ko"
    # Without kana and within the Simplified set it is no Japanese, and Traditional only where it fits there as well.
    fits = _fits(text, "big5") if not hangul and _fits(text, "gb2312") else None
    if fits is None:
        return ""
    return _hinted(hint) if fits else "zh-Hans"


def hangul_and_han(text: str) -> tuple[int, int]:
    """How many characters are Hangul syllables, and how many lie between U+3400 and U+9FFF."""
    upper = text.encode("utf-16-le", "surrogatepass")[1::2]
    # Behind the last syllable a byte says too little; the halves of pairs count as neither.
    if b"\xd7" in upper and _BEHIND_HANGUL.search(text):
        return sum(map(len, _SYLLABLES.findall(text))), sum(map(len, _UNIFIED.findall(text)))
    return _count(upper, _HANGUL_UPPER), _count(upper, _HAN_ALL_UPPER)


def _count(data: bytes, wanted: bytes) -> int:
    return len(data) - len(data.translate(None, wanted))


def normal_tag(declared: str) -> str:
    """A declared tag as one of ours; "" when it is none of them."""
    tag = declared.strip().lower().replace("_", "-")
    language = tag.partition("-")[0]
    if language == "zh":
        return "zh-Hant" if {"hant", "tw", "hk", "mo"} & set(tag.split("-")) else "zh-Hans"
    return language if language in {"en", "ko", "ja"} else ""


def _needed_share(hint: str) -> float:
    if not hint:
        return _UNDECLARED
    return _CONTRADICTED if hint == "en" else _DECLARED


def _by_han(han: str, hint: str) -> str:
    """Which national character set the Han characters fit into: each lacks the others' reformed shapes."""
    simplified, traditional, japanese = (_fitting(han, codec) for codec in ("gb2312", "big5hkscs", "euc_jp"))
    if japanese == len(han) > max(simplified, traditional):
        return "ja"
    traditional = _fitting(han, "big5")
    if simplified != traditional:
        return "zh-Hans" if simplified > traditional else "zh-Hant"
    return _hinted(hint)


def _hinted(hint: str) -> str:
    return hint if hint in {"zh-Hans", "zh-Hant", "ja"} else "zh-Hans"


def _fits(text: str, codec: str) -> bool | None:
    """Whether all Han characters of a text fit into a character set; None where another character does not."""
    try:
        text.encode(codec)
    except UnicodeEncodeError as error:
        return False if _HAN.match(text, error.start) else None
    return True


def _fitting(han: str, codec: str) -> int:
    return len(han.encode(codec, "ignore").decode(codec))
