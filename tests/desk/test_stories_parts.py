"""Numbers, dates, names by sound, copies and what is stripped: the parts that compare across languages."""

import random

import pytest

from bot.desk.stories.bridge import sounds
from bot.desk.stories.copies import Copies, contained, sketch
from bot.desk.stories.dates import moments
from bot.desk.stories.figures import close, figures
from bot.desk.stories.strip import stripped
from bot.desk.text.fold import fold


def only(text: str):
    (found,) = figures(fold(text).text)
    return found


@pytest.mark.parametrize(
    ("korean", "chinese", "english"),
    [
        ("245억3천만 달러", "245.3亿美元", "$24.53 billion"),
        ("9조2750억원", "9.275万亿韩元", "9.28 trillion won"),
        ("12조2000억원", "12.2兆韓元", "12.2 trillion won"),
        ("295억위안", "295億元", "29.5 billion yuan"),
        ("12.7%", "12.7％", "12.7 percent"),
        ("140곳", "140家企業", "140 companies"),
    ],
)
def test_one_amount_in_three_languages_is_one(korean, chinese, english):
    """Units and scales differ, the fact does not."""
    mine, theirs, others = only(korean), only(chinese), only(english)

    assert (close(mine, theirs), close(theirs, others), close(mine, others)) == (True, True, True)


@pytest.mark.parametrize(
    ("one", "other"),
    [("$15.1 billion", "$16.6 billion"), ("5%", "10%"), ("7조원", "7억원"), ("9.2 trillion won", "9.2 trillion yen")],
)
def test_other_amounts_are_others(one, other):
    """Kinds and magnitudes are never bridged."""
    assert not close(only(one), only(other))


def test_a_thousand_of_hundred_millions_is_read():
    """Korean writes 1천248억 where others write 124.8 billion."""
    assert only("1천248억원").value == pytest.approx(124.8e9)


def test_dates_are_read_in_three_languages():
    """A month, a day of it, or a day alone; "may" is a verb without a day."""
    read = [
        [(one.month, one.day) for one in moments(text, "title")]
        for text in ("from aug. 1", "8월 1일", "8月1日", "may buy")
    ]

    assert read == [[(8, 1)], [(8, 1)], [(8, 1)], []]


def test_a_name_sounds_alike_in_two_scripts():
    """朴振 is 박진; 李强 may be written 리창 by sound, but 이강 by reading."""
    assert (list(sounds(fold("朴振").text, "zh")), list(sounds("박진", "ko")), list(sounds("리강", "ko"))) == (
        ["박진"],
        ["박진"],
        ["이강"],
    )


@pytest.mark.parametrize(
    ("printed", "news"),
    [
        ("[속보] 美, 관세 발표", "美, 관세 발표"),
        ("UPDATE 2-China bans exports", "China bans exports"),
        ("【快讯】商务部公告", "商务部公告"),
        ("彭博：美擬設限", "美擬設限"),
        ("(서울=연합뉴스) 김 기자 = 정부는", "정부는"),
    ],
)
def test_tags_and_credits_are_not_news(printed, news):
    """Wire prefixes, labels and attributions compare as nothing."""
    assert stripped(printed) == news


WORDS = {
    "en": [
        f"{a}{b}"
        for a in ("sam", "lor", "ven", "tak", "mir", "dol", "pes", "gan")
        for b in ("ite", "ora", "um", "els", "ane", "isk", "ony", "ard")
    ],
    "ko": [f"{a}{b} " for a in "가나다라마바사아자차" for b in "곡논돌물밭산숲옷잔창"],
    "zh-Hans": [f"{a}{b}" for a in "春夏秋冬山水风云江海" for b in "东西南北上下左右前后"],
    "zh-Hant": [f"{a}{b}" for a in "國會議員經濟產業機關" for b in "發電廠區鐵路橋樑碼頭"],
}


def text_of(script: str, seed: int) -> list[str]:
    rnd = random.Random(f"{script}{seed}")
    return [rnd.choice(WORDS[script]) for _ in range(140)]


def printed(script: str, words: list[str]) -> str:
    return (" " if script == "en" else "").join(words)


def edits(script: str, words: list[str], seed: int) -> dict[str, str]:
    """The five changes that reprints make."""
    rnd = random.Random(seed)
    gaps = set(rnd.sample(range(len(words)), 12))
    changed = [f"{seed}" if at % 29 == 0 else word for at, word in enumerate(words)]
    return {
        "dateline": "SEOUL, Nov 22 (Sample Wire) - " + printed(script, words),
        "cut": printed(script, words[: len(words) * 6 // 10]),
        "words": printed(script, [word for at, word in enumerate(words) if at not in gaps]),
        "numbers": printed(script, changed) + " note",
        "credits": printed(script, words[15:]) + " (reporting by the sample desk)",
    }


@pytest.mark.parametrize("script", WORDS)
def test_edited_copies_are_found_and_others_are_not(script):
    """At least 199 of 200 edited copies in each script, and hardly a false hit."""
    copies = Copies()
    originals = [text_of(script, seed) for seed in range(1, 41)]
    for number, words in enumerate(originals, start=1):
        copies.add(number, sketch(printed(script, words)), float(number) / 10, 168.0)

    found = wrong = asked = 0
    for number, words in enumerate(originals, start=1):
        for changed in edits(script, words, number).values():
            original, _ = copies.original(sketch(changed))
            asked, found, wrong = asked + 1, found + (original == number), wrong + (original not in {0, number})
    strangers = sum(
        copies.original(sketch(printed(script, text_of(script, 1000 + seed))))[0] != 0 for seed in range(100)
    )

    assert (asked, found >= 199, wrong, strangers) == (200, True, 0, 0)


def test_short_texts_have_no_sketch():
    """A headline's worth of shingles proves nothing."""
    assert (list(sketch("Seoul extends chip licence")), contained((), (1, 2))) == ([], 0.0)


def test_old_sketches_are_dropped():
    """The window is bounded by time."""
    copies = Copies()
    copies.add(1, sketch(printed("en", text_of("en", 1))), 0.0, 168.0)
    copies.add(2, sketch(printed("en", text_of("en", 2))), 200.0, 168.0)

    assert copies.original(sketch(printed("en", text_of("en", 1)))) == (0, 0.0)
