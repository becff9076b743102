"""Longer strings in which a shorter term means something else; shipped, and extended by one line and one test case.

Every part of a listed string is hidden, so none is listed that holds a word our readers ask for.
"""

from functools import lru_cache

from bot.desk.rules.nodes import Near, Passage, Term, Words
from bot.desk.rules.words import numbers, read_term
from bot.desk.text.tokens import runs

#: What does not count, with what it is. Folded when read; Latin ones are phrases of exact tokens.
CONFUSABLES: dict[str, str] = {
    # Samsung is three stars in hanja, and a common name of places.
    "삼성동": "a district of Seoul",
    "삼성역": "a station in Seoul",
    "삼성혈": "a shrine on Jeju",
    "三星堆": "an excavation in Sichuan",
    "三星级": "three stars of a hotel",
    # 한미 is Korea and the US, and the name of companies.
    "한미약품": "a drug maker",
    "한미사이언스": "its holding",
    "한미글로벌": "a building contractor",
    # A country's one character inside another word.
    "中央": "centre",
    "手中": "in hand",
    "其中": "among them",
    "集中": "to concentrate",
    "高中": "high school",
    "空中": "in the air",
    "美食": "food",
    "美丽": "beautiful",
    "美容": "beauty care",
    "完美": "perfect",
    "今日": "today",
    "昨日": "yesterday",
    "近日": "lately",
    "日前": "the other day",
    "朝鲜日报": "the Chosun Ilbo of Seoul",
    "조선일보": "the Chosun Ilbo of Seoul",
    "조선소": "a shipyard",
    "조선업": "shipbuilding",
    # Other chips.
    "감자칩": "potato chips",
    "블루칩": "blue chips",
    "우드칩": "wood chips",
    "칩거": "staying at home",
    "칩샷": "a stroke in golf",
    "potato chip": "food",
    "potato chips": "food",
    "tortilla chip": "food",
    "tortilla chips": "food",
    "chocolate chip": "food",
    "chocolate chips": "food",
    "blue chip": "shares",
    "blue chips": "shares",
    "wood chip": "timber",
    "wood chips": "timber",
    "poker chip": "gambling",
    "poker chips": "gambling",
    "casino chip": "gambling",
    "casino chips": "gambling",
    "chip shot": "a stroke in golf",
    "chip shots": "a stroke in golf",
    # Fab as an adjective.
    "fab four": "a band",
    "fab five": "a band of five",
    # Places and people that look like common words, and the reverse.
    "창신동": "a district of Seoul",
    "시안화": "cyanide",
    "우시장": "a cattle market",
    "대중교통": "public transport",
    "대중문화": "popular culture",
    "대중음악": "popular music",
    "대중매체": "mass media",
    "중국집": "a restaurant",
    # Names of firms inside common words.
    "高通胀": "high inflation",
    "高通膨": "the same",
    "高通量": "high throughput",
    "联想到": "to be reminded of",
    "紫光灯": "an ultraviolet lamp",
    "하이브리드": "hybrid",
    "인텔리": "intelligentsia; intelligent",
    "인도적": "humane",
    "인도주의": "humanitarianism",
    "韩国瑜": "a politician of Taiwan",
}


@lru_cache(maxsize=1)
def longer_strings() -> tuple[Words | Passage, ...]:
    """The list as terms: exact, without plurals or capitals."""
    return tuple(_longer(text) for text in CONFUSABLES)


def _longer(text: str) -> Words | Passage:
    term = read_term(text, quoted=True, typed=text)
    return Words(term.tokens, typed=text) if isinstance(term, Words) else term


@lru_cache(maxsize=1)
def _written() -> tuple[str, str]:
    """The list for a first look: the CJK strings, and the row of tokens of every string."""
    longer = longer_strings()
    passages = (_squeezed(one.text) for one in longer if isinstance(one, Passage))
    rows = (" ".join(one.tokens if isinstance(one, Words) else runs(one.text)) for one in longer)
    return "\n".join(passages), f" {'  '.join(rows)} "


def _may_lie_inside(term: Words | Passage) -> bool:
    """Whether a listed string can hold the term; of most terms it takes no closer look to say no."""
    passages, rows = _written()
    if isinstance(term, Passage):
        return _squeezed(term.text) in passages
    # A plural form begins as its singular does, less an ending of two letters.
    *before, last = term.tokens
    return f" {' '.join((*before, last[:-2] if term.plural else last))}" in rows


def maskers(term: Words | Passage) -> tuple[Words | Passage, ...]:
    """The longer strings inside which this term does not count; fields do not matter."""
    if not _may_lie_inside(term):
        return ()
    return _maskers(term)


@lru_cache(maxsize=256)
def _maskers(term: Words | Passage) -> tuple[Words | Passage, ...]:
    return tuple(longer for longer in longer_strings() if _lies_inside(term, longer) and not _holds(term, longer))


def left_out(term: Term) -> tuple[str, ...]:
    """The same as shipped, for telling the reader."""
    parts = term.parts if isinstance(term, Near) else (term,)
    return tuple(longer.typed for part in parts for longer in maskers(part))


def _lies_inside(term: Words | Passage, longer: Words | Passage) -> bool:
    """Whether an occurrence of the term can lie inside one of the longer string."""
    if isinstance(term, Passage):
        return isinstance(longer, Passage) and _squeezed(term.text) in _squeezed(longer.text)
    row = longer.tokens if isinstance(longer, Words) else tuple(runs(longer.text))
    last = len(term.tokens) - 1
    return any(
        all(_reads(term, step, step == last, row[at + step]) for step in range(last + 1))
        for at in range(len(row) - last)
    )


def _holds(term: Words | Passage, longer: Words | Passage) -> bool:
    """Whether this very term contains the longer string."""
    if isinstance(term, Passage):
        return isinstance(longer, Passage) and _squeezed(longer.text) in _squeezed(term.text)
    if isinstance(longer, Passage):
        return False
    size, last = len(longer.tokens), len(term.tokens) - 1
    return any(
        all(_reads(term, at + step, at + step == last, token) for step, token in enumerate(longer.tokens))
        for at in range(last - size + 2)
    )


def _reads(term: Words, at: int, is_last: bool, token: str) -> bool:
    """Whether the term's token at a place may be read as this one."""
    own = term.tokens[at]
    if is_last and term.prefix:
        return token.startswith(own)
    return token == own or (is_last and term.plural and token in numbers(own))


def _squeezed(text: str) -> str:
    return text.replace(" ", "")
