"""Languages by script."""

import random

import pytest

from bot.desk.text import scripts
from bot.desk.text.scripts import decide_language, hangul_and_han, normal_tag


@pytest.mark.parametrize(
    ("text", "declared", "expected"),
    [
        ("Chinese, S.Korean officials vow closer cooperation in chips", "", "en"),
        ("Chinese, S.Korean officials vow closer cooperation in chips", "ko", "en"),
        ("Samsung (三星) builds a fab in Xi'an", "", "en"),
        ("삼성전자, 시안 공장 증설", "en", "ko"),
        ("韓中 반도체 협력", "zh", "ko"),
        ("SK hynix HBM3E 양산", "ko", "ko"),
        ("中韩芯片会谈", "", "zh-Hans"),
        ("三星電子擬擴大對華投資", "zh-CN", "zh-Hant"),
        ("南韓晶片", "", "zh-Hant"),
        ("中美", "zh-TW", "zh-Hant"),
        ("中美", "zh-Hans", "zh-Hans"),
        ("中美", "", "zh-Hans"),
        ("日韓首脳会談", "", "ja"),
        ("中国の半導体、韓国へ", "zh", "ja"),
        ("中日", "ja", "ja"),
        ("台积电 TSMC 与 SK hynix 谈 HBM4", "zh", "zh-Hans"),
        ("Samsung and SK hynix 삼성", "en", "en"),
        ("2026 · 7.25%", "ko-KR", "ko"),
        ("2026", "", ""),
    ],
)
def test_script_decides(text, declared, expected):
    """The script decides; what the outlet declares only tips a balance."""
    assert expected == decide_language(text, declared)


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("zh_TW", "zh-Hant"),
        ("zh-HK", "zh-Hant"),
        ("zh-Hant-TW", "zh-Hant"),
        ("ZH-cn", "zh-Hans"),
        ("en-US", "en"),
        (" ko ", "ko"),
        ("fr", ""),
        ("", ""),
    ],
)
def test_tags(tag, expected):
    """Declared tags come in every spelling."""
    assert expected == normal_tag(tag)


@pytest.mark.parametrize("hint", ["", "en", "ko", "zh-TW", "zh", "ja", "fr"])
def test_the_quick_way_decides_as_the_slow_one(hint: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is decided by counting bytes is what is decided by counting letters, in any mixture of scripts."""
    dice = random.Random(7)
    pools = [
        "반도체수출한국삼성",
        "芯片出口韩国商务部",
        "晶圓出口韓國灣貿",
        "こんにちはカタカナｱｲｳ",
        "abcXYZéßž",
        "0123 .,·-\n",
        "，。「」…“”—",
        "々〇㐀𠀀䷀",
        "ᄀᆨㄱㅎꥠힰ",
    ]
    letters = ["".join(dice.sample(pools, dice.randint(1, 3))) for _ in range(600)]
    texts = ["".join(dice.choices(some, k=dice.randint(0, 30))) for some in letters]
    quick = [decide_language(text, hint) for text in texts]
    monkeypatch.setattr(scripts, "_plainly", lambda *_: "")
    assert quick == [decide_language(text, hint) for text in texts]


def test_syllables_and_unified_characters_are_counted_by_the_letter() -> None:
    """Whatever else stands in the text, every syllable and every character of the block counts once."""
    text = "삼성 三星 㐀䷀ abc é 힣 힤 𠀀 힤\ud800"
    assert hangul_and_han(text) == (3, 4)
    assert hangul_and_han("삼성, 三星") == (2, 2)
