"""What may stand in a line, how long it is, and where it is cut."""

import pytest
import regex

from bot.delivery.typography import Sheet, ascii_host, clean, cut, sentences, spell_out, utf16_length, web_address
from bot.model import Span

FAMILY = "👨‍👩‍👧"
FLAG = "🇰🇷"


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("a\u202eb\u2066c\u200bd\ufeffe", "abcde"),
        ("a\r\n\tb \u3000 c", "a b c"),
        ("nul\x00 esc\x1b[31m del\x7f c1\x9b", "nul esc[31m del c1"),
        ("half \ud83d pair", "half  pair"),
        ("e\u0301 한", "é 한"),
        ("三\ufe00星\U000e0100", "三星"),
        ("\u3164\u115f\uffa0x\u034f", "x"),
        ("private \ue000", "private "),
        ("삼성 <b>&amp;</b> 芯片", "삼성 <b>&amp;</b> 芯片"),
    ],
)
def test_clean(raw: str, shown: str) -> None:
    """One line of what can be seen; markup is just text."""
    assert clean(raw) == shown


@pytest.mark.parametrize(("text", "length"), [("", 0), ("abc", 3), ("한국", 2), ("𠀀", 2), (FLAG, 4)])
def test_utf16_length(text: str, length: int) -> None:
    """Characters beyond the basic plane count twice."""
    assert utf16_length(text) == length


@pytest.mark.parametrize(
    ("text", "limit", "shown"),
    [
        ("abc", 3, "abc"),
        ("abcd", 3, "ab…"),
        ("한국어", 3, "한국어"),
        ("한국어다", 3, "한국…"),
        ("𠀀𠀀", 3, "𠀀…"),
        ("a" + FLAG + FLAG, 6, "a" + FLAG + "…"),
        ("a" + FLAG, 4, "a…"),
        (FAMILY, 5, "…"),
        ("xe\u0301e\u0301", 4, "xe\u0301…"),
        ("ends with space", 11, "ends with…"),
    ],
)
def test_cut(text: str, limit: int, shown: str) -> None:
    """Never inside a grapheme, never over the limit, and it shows."""
    assert cut(text, limit) == shown


def test_a_pile_of_marks_is_cut_inside() -> None:
    """A single "character" of a million combining marks is no reason to be over-long, or empty."""
    shown = cut("a" + "\u0301" * 1_000_000, 100)
    assert (utf16_length(shown) <= 100, shown.startswith("a\u0301"), shown.endswith("…")) == (True, True, True)


@pytest.mark.parametrize("limit", range(1, 40))
def test_cut_keeps_every_limit(limit: int) -> None:
    """Whatever falls on the border."""
    text = "한a" + FLAG + "e\u0301𠀀" + FAMILY + "삼성"
    shown = cut(text, limit)
    assert utf16_length(shown) <= limit
    whole = regex.findall(r"\X", text)
    assert shown == text or regex.findall(r"\X", shown[:-1]) == whole[: len(regex.findall(r"\X", shown[:-1]))]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("商务部回应。韩方表示关注！", ["商务部回应。", "韩方表示关注！"]),
        ("정부는 밝혔다. 업계는 우려한다.", ["정부는 밝혔다.", "업계는 우려한다."]),
        ("S.Korean chips at 3.5 nm", ["S.Korean chips at 3.5 nm"]),
        (
            "U.S. chip curbs hit Samsung Co. in Xi'an. J. Kim agreed.",
            ["U.S. chip curbs hit Samsung Co. in Xi'an.", "J. Kim agreed."],
        ),
        ('He said "no." Then left.', ['He said "no."', "Then left."]),
        ("   ", []),
        ("", []),
        ("no stop at all", ["no stop at all"]),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    """By full stops of three scripts."""
    assert [text[start:end] for start, end in sentences(text)] == parts


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.yna.co.kr/view/1", "www.yna.co.kr"),
        ("https://аpple.com/", "xn--pple-43d.com"),
        ("https://faß.example/", "xn--fa-hia.example"),
        ("https://under_score.example/", "under_score.example"),
        ("https://user:pass@evil.example/", "evil.example"),
        ("javascript:alert(1)", ""),
        ("//no-scheme.example", ""),
        ("https://", ""),
        ("https://[broken", ""),
        ("https://" + "a" * 70 + ".example", ""),
    ],
)
def test_ascii_host(url: str, host: str) -> None:
    """A look-alike shows its real name; what is no web address has none."""
    assert ascii_host(url) == host


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://www.yna.co.kr/view/1?a=b&c=%20#d", "https://www.yna.co.kr/view/1?a=b&c=%20#d"),
        ("https://аpple.com/칩 x", "https://xn--pple-43d.com/%EC%B9%A9%20x"),
        ("https://user:pass@evil.example:8443/\u202e", "https://evil.example:8443/"),
        ("https://a b/", ""),
        ("https://a.example:port/", ""),
        ("https://a.example/?q=" + "x" * 3_000, ""),
        ("javascript:alert(1)", ""),
        ('https://a.example/"><script>', "https://a.example/%22%3E%3Cscript%3E"),
    ],
)
def test_web_address(url: str, address: str) -> None:
    """What a button, a mail and a terminal can all take."""
    assert web_address(url) == address


def test_a_sheet_cleans_and_marks() -> None:
    """Spans count in the cleaned text."""
    sheet = Sheet()
    sheet.say("\u200b칩4\u202e ")
    sheet.say("芯\u200b片", "bold")
    sheet.line()
    sheet.line()
    sheet.say("  ", "bold")
    assert (sheet.text, sheet.spans) == ("칩4 芯片\n ", [Span(3, 5, "bold")])


def test_links_spelt_out() -> None:
    """From the last to the first, so that places hold."""
    spans = (Span(0, 1, "link", "http://x"), Span(2, 3, "bold"), Span(4, 5, "link", "http://y"))
    assert spell_out("a b c", spans) == "http://x b http://y"
