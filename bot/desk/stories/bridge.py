"""Lets Chinese and Korean meet by sound: pairs of Sino-Korean syllables, whatever script they are printed in."""

import re
from collections.abc import Iterator
from functools import cache

from bot.desk.stories import readings

_HAN = re.compile("[\u4e00-\u9fff]{2,}")
_HANGUL = re.compile("[가-힣]{2,}")
_FIRST, _MEDIALS, _FINALS = 0xAC00, 21, 28
_N, _R, _SILENT = 2, 5, 11
_SOFT = frozenset({2, 3, 6, 7, 12, 17, 20})  # vowels that begin with y or are i: before them n and r fall silent


def sounds(text: str, lang: str) -> Iterator[str]:
    """The syllable pairs of a folded text: of Hangul in Korean, of Han characters as Koreans read them in Chinese."""
    if lang == "ko":
        runs = (run.translate(_evened()) for run in _HANGUL.findall(text))
    elif lang == "zh":
        runs = (run.translate(_table()) for run in _HAN.findall(text))
    else:
        return
    for run in runs:
        for at in range(len(run) - 1):
            pair = run[at : at + 2]
            if pair[0] >= "가" and pair[1] >= "가":
                yield pair


@cache
def _table() -> dict[int, str]:
    """Each Han character's reading, evened."""
    even = _evened()
    return {ord(character): word[0].translate(even) for word in readings.TABLE.split() for character in word[1:]}


@cache
def _evened() -> dict[int, str]:
    """Every syllable as it sounds at a word's beginning, since names are written both ways: 리 is 이, 라 is 나."""
    evened = {}
    for point in range(_FIRST, 0xD7A4):
        initial, rest = divmod(point - _FIRST, _MEDIALS * _FINALS)
        if initial in (_N, _R):
            soft = rest // _FINALS in _SOFT
            evened[point] = chr(_FIRST + (_SILENT if soft else _N) * _MEDIALS * _FINALS + rest)
    return evened
