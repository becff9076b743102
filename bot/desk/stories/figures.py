"""Amounts, shares and counts of a text on one scale: 245억3천만 달러 is 245.3亿美元 is $24.53 billion."""

import re
from collections.abc import Iterator
from typing import NamedTuple

#: Two figures of one kind are the same within this share of the larger one: outlets round differently.
TOLERANCE = 0.01

_SMALL = {"천": 1e3, "千": 1e3, "백": 1e2, "百": 1e2, "십": 1e1, "十": 1e1}
_LARGE = {"조": 1e12, "兆": 1e12, "万亿": 1e12, "억": 1e8, "亿": 1e8, "만": 1e4, "万": 1e4}
_ENGLISH = {"trillion": 1e12, "tn": 1e12, "billion": 1e9, "bn": 1e9, "million": 1e6, "mn": 1e6, "thousand": 1e3}
_MARKS = {"$": "usd", "₩": "krw", "¥": "cny", "€": "eur"}
_UNITS = {
    "달러": "usd", "불": "usd", "美元": "usd", "美金": "usd", "dollars": "usd", "dollar": "usd", "usd": "usd",
    "원": "krw", "韩元": "krw", "韩币": "krw", "韩圆": "krw", "won": "krw", "krw": "krw",
    "위안": "cny", "元": "cny", "人民币": "cny", "yuan": "cny", "rmb": "cny",
    "엔": "jpy", "日元": "jpy", "日圆": "jpy", "yen": "jpy",
    "유로": "eur", "欧元": "eur", "euros": "eur", "euro": "eur",
    "%": "percent", "percent": "percent", "per cent": "percent", "pct": "percent", "퍼센트": "percent",
    "개국": "countries", "国": "countries", "nations": "countries", "countries": "countries",
    "곳": "firms", "개사": "firms", "家": "firms", "companies": "firms", "firms": "firms", "entities": "firms",
    "개": "things", "건": "things", "项": "things", "个": "things", "种": "things", "종": "things", "类": "things",
    "명": "people", "人": "people", "名": "people", "people": "people",
    "일": "days", "天": "days", "days": "days", "개월": "months", "个月": "months", "months": "months",
    "년": "years", "年": "years", "years": "years", "year": "years",
    "시간": "hours", "小时": "hours", "hours": "hours", "hour": "hours",
    "분": "minutes", "分钟": "minutes", "minutes": "minutes", "minute": "minutes",
    "주": "weeks", "周": "weeks", "weeks": "weeks", "week": "weeks",
    "톤": "tonnes", "吨": "tonnes", "tonnes": "tonnes", "tons": "tonnes",
    "분기": "quarters", "季度": "quarters", "주년": "anniversary", "周年": "anniversary",
    "단계": "stages", "阶段": "stages",
    "배": "times", "倍": "times", "times": "times", "fold": "times",
    "단": "layers", "层": "layers", "layers": "layers", "layer": "layers",
    "장": "wafers", "片": "wafers", "wafers": "wafers",
    "나노": "nm", "纳米": "nm", "奈米": "nm", "nm": "nm", "nanometers": "nm", "nanometres": "nm",
}  # fmt: skip
_WORDS = {
    word: str(value)
    for value, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    )
    if value > 1
}
_WORD = re.compile(rf"\b({'|'.join(_WORDS)})\b(?=[ -](?:percent|per cent|years?|months?|days|countries|nations|firms))")
_NUMBER = r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_CJK_SCALE = "万亿|[천千백百십十조兆억亿만万]"
_UNIT = "|".join(sorted(map(re.escape, _UNITS), key=len, reverse=True))
_FIGURE = re.compile(
    rf"(?P<mark>[$₩¥€])? ?(?P<body>(?:{_NUMBER})(?:여)?(?: ?(?:{_CJK_SCALE})+(?: ?(?:{_NUMBER})(?= ?(?:{_CJK_SCALE}))"
    rf"|(?<=[조억만兆亿万천千])(?:{_NUMBER})?)*)*)"
    rf"[ -]?(?P<scale>trillion|billion|million|thousand|tn|bn|mn)?[ -]?(?:多|余|여|个)?(?P<unit>{_UNIT})?"
)
_PIECE = re.compile(rf"{_NUMBER}|{_CJK_SCALE}")
_MONEY = frozenset({"usd", "krw", "cny", "jpy", "eur"})


class Figure(NamedTuple):
    """An amount of a kind, and how coarsely it was printed."""

    kind: str  # usd krw cny jpy eur percent, or a unit of counting; "amount" for a large number without a unit
    value: float
    slack: float  # half of the last digit printed
    text: str


def figures(text: str) -> Iterator[Figure]:
    """The figures of a folded text in order; bare small numbers and calendar years are none."""
    spelled = _WORD.sub(lambda match: _WORDS[match.group()], text)
    for match in _FIGURE.finditer(spelled):
        value, unit_size = _value(match["body"])
        scale = _ENGLISH.get(match["scale"] or "", 1.0)
        kind = _MARKS.get(match["mark"] or "") or _UNITS.get(match["unit"] or "", "")
        value *= scale
        if not kind:
            if value < 1e6:
                continue
            kind = "amount"
        if kind == "years" and 1900 < value < 2100:
            continue
        if kind in _MONEY and value < 1000:
            continue
        yield Figure(kind, value, unit_size * scale / 2, match.group().strip())


def _value(body: str) -> tuple[float, float]:
    """A number written with digits and CJK scales, and the size of its last digit."""
    total = section = last = 0.0
    size = 1.0
    for piece in _PIECE.findall(body):
        if piece in _LARGE:
            total += (section or 1.0) * _LARGE[piece]
            size *= _LARGE[piece] if section or not total else 1.0
            section = last = 0.0
        elif piece in _SMALL:
            section += (last or 1.0) - last if not last else last * _SMALL[piece] - last
            size *= _SMALL[piece]
            last = 0.0
        else:
            digits = piece.replace(",", "")
            last = float(digits)
            section += last
            size = 10.0 ** -len(digits.partition(".")[2])
    return total + section, size


def close(one: Figure, other: Figure) -> bool:
    """Whether two figures may be the same fact."""
    if one.kind != other.kind and "amount" not in {one.kind, other.kind}:
        return False
    larger = max(abs(one.value), abs(other.value))
    slack = min(max(one.slack, other.slack) * 1.01, 0.03 * larger)
    return abs(one.value - other.value) <= max(TOLERANCE * larger, slack)
