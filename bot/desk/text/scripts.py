"""Decides the language of a text by the scripts it is written in; a declaration is only a hint."""

import re
import unicodedata

_HANGUL = re.compile("[\u1100-\u11ff\u3131-\u318e\ua960-\ua97c\uac00-\ud7fb]+")
_KANA = re.compile("[\u3041-\u309f\u30a1-\u30fa\u30fd-\u30ff\u31f0-\u31ff\uff66-\uff9d]+")
_HAN = re.compile("[\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]+")

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
    return hint if hint in {"zh-Hans", "zh-Hant", "ja"} else "zh-Hans"


def _fitting(han: str, codec: str) -> int:
    return len(han.encode(codec, "ignore").decode(codec))
