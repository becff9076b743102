"""Plain text from whatever an outlet puts into a title or a summary."""

import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.intake import plain
from bot.intake.plain import line, prose


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("삼성 E&amp;amp;S 상승", "삼성 E&S 상승"),
        ("a < b and <b>c</b>", "a < b and c"),
        ("르노 <사회> <GM> 파업", "르노 <사회> <GM> 파업"),
        ("&lt;b&gt;HBM&lt;/b&gt; &amp;amp; DRAM", "HBM & DRAM"),
        ("&amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;칩", "칩"),
        ("<script>alert(1)</script>칩<style>p{}</style>", "칩"),
        ("파업\u202e리트\u200b윗\ufeff\x00", "파업리트윗"),
        ("  두 \n 줄 ", "두 줄"),
        ("AT&T와 R&D", "AT&T와 R&D"),
        ("<![CDATA[제목]]>", "제목"),
        ("\u1112\u1161\u11ab\u1100\u1173\u11af", "한글"),
        ("5 &lt; 6", "5 < 6"),
        ("“关税”&nbsp;上调", "“关税” 上调"),
    ],
)
def test_a_title_is_one_plain_line(markup: str, text: str) -> None:
    """Entities are decoded at most twice, tags and invisible characters go, brackets that are no tags stay."""
    assert line(markup) == text


def test_paragraphs_stay_apart() -> None:
    """A summary keeps its paragraphs as lines."""
    assert prose("<p>첫째 문단</p><p>둘째<br/>셋째</p>") == "첫째 문단\n둘째\n셋째"


def test_a_title_is_capped() -> None:
    """Five megabytes are no headline."""
    capped = line("칩" * 5_000_000)

    assert (len(capped), capped[-1]) == (500, "…")


def test_deep_markup_is_read_without_recursion() -> None:
    """Ten thousand nested elements end neither in an error nor in a lost word."""
    assert "칩" in prose("<div>" * 10_000 + "칩" + "</div>" * 10_000)


PIECES = st.sampled_from(
    [
        *(
            "<p>",
            "</p>",
            "<br>",
            "<br/>",
            "</br>",
            "<b>",
            "</b>",
            "<a href='/x'>",
            "</a>",
            "<span class='x'>",
            "</span>",
        ),
        *(
            '<img src="a" alt>',
            "<P>",
            "<p/>",
            "<div>",
            "</div>",
            "<p>x</p>",
            "<i>y</i>",
            "<p style='a:b'>",
            "<em>",
            "</em>",
        ),
        *(" ", "\n", "\t", "\xa0", "\u3000", "a", "word", "삼성", "中", "é", "<", ">", "&", "&copy"),
        *("&amp;", "&lt;", "&gt;", "&nbsp;", "&quot;", "&#39;", "&#8217;", "&amp;lt;", "&lt;b&gt;", "&amp;nbsp;"),
    ]
)
MARKUP = PIECES | st.lists(PIECES, max_size=4).map(lambda inside: f"<p>{''.join(inside)}</p>")


@settings(max_examples=500, deadline=None)
@given(st.lists(MARKUP, max_size=8).map("".join))
def test_simple_markup_needs_no_parser(text: str) -> None:
    """What is taken off without the HTML parser leaves the very text that the parser leaves."""
    quick = (plain.line(text), plain.prose(text), plain.line(text, 3))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plain, "_simply_untagged", lambda text, printable: None)
        parsed = (plain.line(text), plain.prose(text), plain.line(text, 3))

    assert parsed == quick


def test_what_python_calls_printable_needs_no_second_look() -> None:
    """No printable character, nor what NFC makes of it, is odd, unseen or white space other than a blank."""
    odd = (plain._ODD, plain._UNSEEN, plain._UNSEEN_TAGS, plain._UNEVEN)
    printable = "".join(filter(str.isprintable, map(chr, range(sys.maxunicode + 1))))

    for text in (printable, unicodedata.normalize("NFC", printable)):
        assert [pattern.search(text) for pattern in odd] == [None] * len(odd)


def test_a_page_without_a_body_is_no_stumbling_block() -> None:
    """A summary that is the head of an HTML page, cut off before its body, leaves the words of its title."""
    assert plain.prose('<html lang="zh"><head><meta charset="utf-8"><title>Global Times') == "Global Times"
