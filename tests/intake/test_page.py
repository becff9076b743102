"""Listing pages: cards by selector, one item an address, relative dates, and what is no listing."""

from datetime import UTC, datetime

import pytest
from bs4 import BeautifulSoup

from bot.intake import listing
from bot.intake.refusal import SourceError
from bot.intake.remarks import gathering
from bot.intake.sources import page
from bot.model import Fetched, FetchOutcome, Item, Precision, Source

NOW = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)
URL = "https://outlet.example/china/index.html"


def source(**keys: object) -> Source:
    told = {
        "id": "s",
        "name": "",
        "side": "CN",
        "kind": "",
        "lang": "",
        "format": "page",
        "url": URL,
        "assume_tz": "Asia/Seoul",
    }
    return Source(**{**told, **keys})


def items(text: str | bytes, **keys: object) -> tuple[Item, ...]:
    body = text.encode() if isinstance(text, str) else text
    return page.parse(Fetched("s", FetchOutcome.FETCHED, URL, 200, body, "text/html"), source(**keys), NOW)


def test_cards() -> None:
    """Link, title, summary and a relative date of each card, resolved and read in the outlet's zone."""
    found = items(
        '<html lang="ko"><ul class="list"><li class="card"><a class="t" href="/view/1">칩 <b>수출</b></a><p>요약</p><em>3시간 전</em></li>'
        '<li class="card"><a class="t" href="view/2">관세</a><p></p><em>오늘 09:30</em></li></ul>',
        selectors={"item": "ul.list li.card", "link": "a.t", "title": "a.t", "summary": "p", "date": "em"},
    )

    assert found == (
        Item(
            source="s",
            guid="",
            url="https://outlet.example/view/1",
            title="칩 수출",
            summary="요약",
            published=datetime(2026, 11, 20, 2, 0, tzinfo=UTC),
            precision=Precision.MINUTE,
            lang="ko",
        ),
        Item(
            source="s",
            guid="",
            url="https://outlet.example/china/view/2",
            title="관세",
            published=datetime(2026, 11, 20, 0, 30, tzinfo=UTC),
            precision=Precision.MINUTE,
            lang="ko",
        ),
    )


def test_an_item_that_is_its_own_link() -> None:
    """`self` is the item; a picture and a headline of one address make one item with the longer title."""
    found = items(
        '<a class="new" href="/page/202611/1.shtml"><img alt="photo"></a><a class="new" href="/page/202611/1.shtml">Envoy meets minister on chips</a>'
        '<a class="new" href="/page/202611/1.shtml">more</a><a class="new" href="/about">About us</a>',
        selectors={"item": "a.new", "link": "self", "title": "self"},
        link_allow=r"/page/\d{6}/\d+\.shtml",
    )

    assert [(item.title, item.url) for item in found] == [
        ("Envoy meets minister on chips", "https://outlet.example/page/202611/1.shtml")
    ]


def test_links_by_pattern_alone() -> None:
    """Without an item selector every link that fits the pattern is an item; its date may stand in the address."""
    (item,) = items(
        '<div><a href="/202611/t20261119_1.html">商务部召开例行新闻发布会</a> <a href="/index.html">首页</a></div>',
        selectors={"link_regex": r"/t\d{8}_\d+\.html"},
        date_from_url=r"t(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)_",
    )

    assert (item.title, item.published, item.precision) == (
        "商务部召开例行新闻发布会",
        datetime(2026, 11, 18, 15, 0, tzinfo=UTC),
        Precision.DAY,
    )


def test_links_that_call_a_script() -> None:
    """An id in a script's call, in the link or beside it, makes the address by the source's own pattern."""
    found = items(
        "<table><tr><td><a href='#' onclick=\"article.view('12')\">칩</a></td></tr><tr><td><a href=\"javascript:article.view('11')\">관세</a>"
        "</td></tr><tr><td><a href='/home'>홈</a></td></tr></table>",
        selectors={
            "item": "tr",
            "link": "a",
            "link_regex": r"view\('(\d+)'\)",
            "link_template": "https://outlet.example/a/{}/view",
        },
    )

    assert [(item.title, item.url) for item in found] == [
        ("칩", "https://outlet.example/a/12/view"),
        ("관세", "https://outlet.example/a/11/view"),
    ]


def test_a_clipped_title_is_completed() -> None:
    """Where the page clips a headline, its title attribute has the whole."""
    (item,) = items(
        '<li><a href="/1" title="三星电子西安工厂恢复生产">三星电子西安…</a></li>',
        selectors={"item": "li", "link": "a"},
    )

    assert item.title == "三星电子西安工厂恢复生产"


def test_dates_by_pattern_format_and_attribute() -> None:
    """`date_regex` cuts the date out, `date_format` reads it, and a time element tells it by attribute."""
    (cut,) = items(
        "<li><a href='/1'>A</a> [11/12/26] x</li>",
        selectors={"item": "li", "link": "a", "date_regex": r"\[(.+?)\]", "date_format": "%m/%d/%y"},
    )
    (told,) = items(
        "<li><a href='/1'>A</a><time datetime='2026-11-19T10:00:00+09:00'>yesterday</time></li>",
        selectors={"item": "li", "link": "a"},
    )

    assert cut.published == datetime(2026, 11, 11, 15, 0, tzinfo=UTC)
    assert told.published == datetime(2026, 11, 19, 1, 0, tzinfo=UTC)


def test_brackets_in_a_headline_are_text() -> None:
    """What the page shows as an angle bracket is not taken for a tag later."""
    (item,) = items("<a href='/1'>&lt;사회&gt; 1 &lt; 2 R&amp;D</a>", selectors={"item": "a"})

    assert item.title == "<사회> 1 < 2 R&D"


def test_a_base_address() -> None:
    """Relative links follow the page's own base."""
    (item,) = items("<base href='https://cdn.example/a/'><a href='b'>titled</a>", selectors={"item": "a"})

    assert item.url == "https://cdn.example/a/b"


def test_an_old_charset() -> None:
    """A GBK page is read as its bytes are, whatever its letters need."""
    text = '<html><head><meta charset="gb2312"></head><body><a href="/1">商务部就镕基半导体出口管制答记者问</a></body></html>'

    (item,) = items(text.encode("gb18030"), selectors={"item": "a"})

    assert item.title == "商务部就镕基半导体出口管制答记者问"


@pytest.mark.parametrize(
    ("selector", "narrower"),
    [
        ("a.new_title_ms, a.new_title_ml", True),
        ("ul.list > li a", True),
        (".card", True),
        ("a[href]", True),
        ("#main li", True),
        ("h2 + a", False),
        ("li:nth-child(2)", False),
        (":is(a, b)", False),
        ("div.a, .b", True),
    ],
)
def test_a_narrowed_page_selects_the_same(selector: str, narrower: bool) -> None:
    """Building a tree of only a part never changes what a selector finds in it."""
    text = (
        '<div id="main" class="a"><ul class="list"><li><a class="new_title_ms" href="1">x</a></li><li><div class="b card"><a href="2">y</a>'
        '</div></li></ul></div><h2>t</h2><a class="new_title_ml" href="3">z</a><div class="card b"><div class="card">w</div></div>'
    )
    narrowed = listing.narrowed(text, selector)

    whole = [str(tag) for tag in BeautifulSoup(text, "lxml").select(selector)]
    part = [str(tag) for tag in BeautifulSoup(narrowed, "lxml").select(selector)]

    assert (narrowed != text, part) == (narrower, whole)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "not a page but an empty body"),
        (b"%PDF-1.4", "not a page but a PDF"),
        (b'{"code": 500}', 'not a page but a JSON answer: {"code": 500}'),
        (
            b"<html><title>Just a moment...</title><p>x",
            'not the page but a challenge page for browsers titled "Just a moment..."',
        ),
        (b"<html><form><input type=password>", "not the page but a login page"),
    ],
)
def test_what_is_no_listing_is_refused_in_words(body: bytes, reason: str) -> None:
    """A challenge or an error is told as what it is."""
    with pytest.raises(SourceError) as refused:
        items(body, selectors={"item": "a.news"})

    assert (refused.value.cause, refused.value.reason) == ("not-a-page", reason)


def test_a_redesigned_page_has_no_items() -> None:
    """A page on which nothing matches is read, empty, and remarked upon: the desk raises the alarm."""
    with gathering() as remarks:
        found = items("<html><body><p>new design</p></body></html>", selectors={"item": "a.news"})

    assert (found, remarks) == ((), ["nothing on the page matched the source's selectors"])


def test_a_press_conference_by_selectors() -> None:
    """Each question with its answer is an item of its own; the address is shared, so it identifies nothing."""
    text = (
        '<html lang="zh"><h1>商务部例行新闻发布会（2026年11月19日）</h1><span class="d">2026-11-19 15:00</span><p class="q">韩联社记者：请问中韩芯片合作有何进展？</p>'
        '<p class="a">答：双方保持沟通。</p><p class="a">谢谢。</p><p class="q">CGTN记者：对镓出口管制有何评论？</p><p class="a">答：依法进行。</p>'
    )

    found = items(
        text,
        transcript={"question": "p.q", "answer": "p.a", "asked_by": "^(.+?)记者"},
        article={"title": "h1", "date": "span.d"},
    )

    assert [(item.title, item.summary, item.author, item.pointer) for item in found] == [
        ("韩联社记者：请问中韩芯片合作有何进展？", "答：双方保持沟通。\n谢谢。", "韩联社", True),
        ("CGTN记者：对镓出口管制有何评论？", "答：依法进行。", "CGTN", True),
    ]
    assert {item.published for item in found} == {datetime(2026, 11, 19, 6, 0, tzinfo=UTC)}


def test_a_question_put_in_later_leaves_the_others_what_they_are() -> None:
    """A question's guid comes from its words, not from its place on the page."""
    turns = "<p class='q'>{0}?</p><p class='a'>Answer to {0}.</p>"
    rules = {"question": "p.q", "answer": "p.a"}

    before = items("<html>" + turns.format("Gallium") + turns.format("Tariffs"), transcript=rules)
    after = items(
        "<html>" + turns.format("Gallium") + turns.format("Memory") + turns.format("Tariffs"), transcript=rules
    )

    assert [item.guid for item in before] == [after[0].guid, after[2].guid]
    assert len({item.guid for item in after}) == 3


def test_a_press_conference_by_patterns() -> None:
    """Where no markup tells questions from answers, the words that open them do."""
    text = (
        "<html><h1>Spokesperson's Remarks</h1><div id='c'>Opening words.<br>Yonhap: Any comment on the chip talks?<br>Spokesperson: We have taken note."
        "<br>It is a matter of principle.<br>Reuters: And on tariffs?<br>Spokesperson: Please refer to the ministry.</div>"
    )

    found = items(
        text,
        transcript={"question": r"^(?!Spokesperson)[A-Z][\w ]+: ", "answer": "^Spokesperson: "},
        article={"body": "#c"},
    )

    assert [(item.title, item.summary) for item in found] == [
        ("Yonhap: Any comment on the chip talks?", "Spokesperson: We have taken note.\nIt is a matter of principle."),
        ("Reuters: And on tariffs?", "Spokesperson: Please refer to the ministry."),
    ]
