"""Folding and tokens, sentence by sentence of the grammar."""

import unicodedata

import opencc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.desk.text import t2s
from bot.desk.text.fold import fold
from bot.desk.text.shapes import DASHES
from bot.desk.text.tokens import Token, has_cjk, runs, token_texts, tokens

MIXED = st.text(
    alphabet=st.one_of(
        st.sampled_from(list("AaSsUu.'’ -_\u200b\u00ad…&;#ﬁßİ한글ㅏㅋ가\u1161美国國三星堆칩4ﾊﾟ\u0301é\u3000½")),
        st.characters(exclude_categories=("Cs",)),
    ),
    max_size=40,
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("S&amp;P 500", "s&p 500"),
        ("&#44592;&#xC220;", "기술"),
        ("&amp;amp;", "&amp;"),
        ("AT&T; R&D", "at&t; r&d"),
        ("&lt tag &notanentity;", "&lt tag &notanentity;"),
        ("삼\u200b성\u00ad전\ufeff자\ufe0f", "삼성전자"),
        ("ＨＢＭ３Ｅ　양산", "hbm3e 양산"),
        ("a \t\n\u00a0 b", "a b"),
        ("三星電子對臺灣", "三星电子对台湾"),
        ("Straße", "strasse"),
        ("café CAFÉ cafe\u0301", "café café café"),
        ("한ㆍ미·일", "한·미·일"),
        ("Chip–4 Chip‑4 Chip−4", "chip-4 chip-4 chip-4"),
        ("\u1112\u1161\u11ab국", "한국"),
        ("ﾊﾟﾅｿﾆｯｸ", "パナソニック"),
        ("", ""),
    ],
)
def test_folding(text, folded):
    """Entities once, nothing invisible, NFKC, one space, Simplified, case folded, accents kept."""
    assert folded == fold(text).text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("U.S.", ["us"]),
        ("u.s. curbs", ["us", "curbs"]),
        ("R.O.K.", ["rok"]),
        ("U.S.-China", ["us", "china"]),
        ("U.S.Korea", ["us", "korea"]),
        ("U. S.", ["u", "s"]),
        ("S.Korea", ["s", "korea"]),
        ("U.S는 美U.S.制", ["us", "는", "美", "us", "制"]),
        ("U.S.'s", ["us"]),
        ("xU.S. U.S.xy 3U.S.", ["xu", "s", "us", "xy", "3", "u", "s"]),
        ("С.Ш.А.", ["сша"]),
        ("A.B.C.De", ["abc", "de"]),
    ],
)
def test_dotted_initials(text, expected):
    """Single letters with one stop between them are one token; nothing may touch either end."""
    assert expected == token_texts(fold(text).text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("HBM3E", ["hbm", "3", "e"]),
        ("Chip-4", ["chip", "4"]),
        ("Chip 4", ["chip", "4"]),
        ("Chip4", ["chip", "4"]),
        ("7nm", ["7", "nm"]),
        ("SK하이닉스", ["sk", "하", "이", "닉", "스"]),
        ("a_b", ["a", "b"]),
        ("ー々〇", ["ー", "々", "〇"]),
        ("ㄅㄆ芯", ["ㄅㄆ", "芯"]),
        ("é\u0323x", ["ẹ\u0301x"]),
        ("नमस्ते", ["नमस्ते"]),
        ("①Ⅳ", ["1", "iv"]),
        ("China's China’s Chinaʼs China`s China´s China＇s", ["china"] * 6),
        ("Xi'an O'Sullivan", ["xi", "an", "o", "sullivan"]),
        ("1990's 三星's 's", ["1990", "三", "星", "s"]),
        ("¼", ["1", "4"]),
    ],
)
def test_tokens(text, expected):
    """Runs of letters or digits; every CJK character is one; an s after an apostrophe is dropped."""
    assert expected == token_texts(fold(text).text)


def test_token_places():
    """Tokens know where they stand in the folded text, and that leads back to the original."""
    folded = fold("The U.S. &amp; 삼성")
    assert (Token("us", 4, 6), Token("삼", 9, 10), Token("성", 10, 11)) == tokens(folded)[1:]
    assert [folded.span(4, 6), folded.span(9, 11)] == [(4, 8), (15, 17)]


def test_runs_keep_cjk_together():
    """CJK characters that touch stay one run; Latin runs and spaces cut."""
    assert runs(fold("SK하이닉스 韓·美HBM3").text) == ["sk", "하이닉스", "韩", "美", "hbm", "3"]


def test_cjk_is_told_from_latin():
    """Bopomofo and accents are not CJK."""
    assert [has_cjk("a美"), has_cjk("ー"), has_cjk("ㄅé"), has_cjk("plain")] == [True, True, False, False]


def test_capitals_are_remembered():
    """The cased text runs beside the folded one, also where folding makes a letter longer."""
    folded = fold("ẞ US us")
    assert (folded.text, folded.cased) == ("ss us us", "ẞẞ US us")
    assert folded.capitals == (True, True, False, True, True, False, False, False)


def test_what_is_removed_is_in_no_span():
    """A zero-width space behind a word is not part of it, an initial's last stop is."""
    assert fold("삼성\u200b은").span(0, 2) == (0, 2)
    assert fold("U.S. x").span(0, 2) == (0, 4)
    assert fold("China's").span(0, 5) == (0, 5)


def test_the_table_is_opencc():
    """The shipped table holds exactly OpenCC's single-character results."""
    converter = opencc.OpenCC("t2s")
    points = [*range(0x3400, 0xA000), *range(0x20000, 0x323B0)]
    expected = {point: result for point in points if (result := converter.convert(chr(point))) != chr(point)}
    assert expected == {point: chr(to) for point, to in t2s.TABLE.items()}


def test_the_dashes_are_all_dashes():
    """Every dash of Unicode is in the list, with the minus and the hyphen bullet."""
    points = {chr(point) for point in range(0x110000) if unicodedata.category(chr(point)) == "Pd"}
    assert points | {"−", "⁃"} == set(DASHES)


@given(MIXED)
@settings(max_examples=300, deadline=None)
def test_offsets_are_always_sound(text):
    """Whatever the text, maps are complete, never fall, and stay within the original."""
    folded = fold(text)
    assert len(folded.text) + 1 == len(folded.origin) == len(folded.ends) + 1 == len(folded.cased) + 1
    assert len(text) == folded.origin[-1]
    assert sorted(folded.origin) == list(folded.origin)
    assert sorted(folded.ends) == list(folded.ends)
    assert all(start < end <= len(text) for start, end in zip(folded.origin, folded.ends, strict=False))


@given(MIXED)
@settings(max_examples=300, deadline=None)
def test_normal_form_is_that_of_the_whole(text):
    """Normalising piece by piece gives what normalising the whole would give, up to case and signs."""
    plain = "".join(letter for letter in text if letter.isalnum() or unicodedata.category(letter)[0] == "M")
    whole = unicodedata.normalize("NFKC", plain.translate(str.maketrans(dict.fromkeys("ʼʹʻꞌꞋㆍᆞꞏ", "x"))))
    if "'" not in fold(whole).text and " " not in whole and "." not in whole:
        assert fold(whole).text == fold(plain.translate(str.maketrans(dict.fromkeys("ʼʹʻꞌꞋㆍᆞꞏ", "x")))).text
