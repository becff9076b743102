"""The quick reader of plain feeds: whatever it does not leave to feedparser, it reads exactly as feedparser does."""

from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.intake import markup, wellformed
from bot.intake.decode import decode
from bot.intake.draft import Draft
from bot.intake.refusal import SourceError
from bot.intake.sources import feed

# feedparser warns that it tells the publication for a missing update, which is what we ask it for.
pytestmark = pytest.mark.filterwarnings("ignore:To avoid breaking existing software:DeprecationWarning")
PACK = Path(__file__).parents[1] / "recordings" / "pack"
WORDS = st.sampled_from(
    [
        "Chip 4",
        "삼성 <b>수주</b>",
        "中国 &amp; 韩国",
        "",
        " ",
        "\n two  lines ",
        "caf\u00e9",
        "\u00ed\u0095\u009c",
        "\x93quoted\x94",
        "&nbsp;",
        "https://x.example/1",
    ]
)
LINKS = st.sampled_from(
    [
        "https://x.example/a?b=1&c=2",
        "/a",
        "",
        "http:///x.example",
        "mailto:x@y.example",
        "https://x.example/&amp;",
        "&reg;=1",
    ]
)
DATES = st.sampled_from(["Sun, 22 Nov 2026 10:00:00 +0900", "2026-11-22T01:00:00Z", "yesterday", "", " 2026. 11. 22 "])


def read(text: str) -> list[Draft] | None:
    """By the quick reader; None where it leaves the document to feedparser."""
    try:
        return wellformed.drafts(text)
    except wellformed.Unusual:
        return None


def prepared(body: bytes) -> str | None:
    """The text as both readers get it; None for what is no feed."""
    text = decode(body, "").text
    if markup.feed_root(text) < 0:
        return None
    try:
        return markup.lightened(markup.mend(text))
    except SourceError:
        return None


@pytest.mark.parametrize("path", sorted(PACK.glob("*.xml")), ids=lambda path: path.stem)
def test_recordings(path: Path) -> None:
    """Every recorded feed is plain enough for the quick reader, and read the same."""
    text = prepared(path.read_bytes())
    if text is None:
        pytest.skip("no feed")

    assert feed.recorded(text) == read(text)


@st.composite
def element(draw: st.DrawFn, names: list[str], words: st.SearchStrategy[str]) -> str:
    """One element of an item, its text escaped or in a CDATA section, perhaps with an attribute."""
    name = draw(st.sampled_from(names))
    text = draw(words)
    inside = draw(st.sampled_from([escape(text), f"<![CDATA[{text}]]>", f"{escape(text)}<!-- c -->"]))
    attribute = draw(
        st.sampled_from(
            [*[""] * 8, ' type="html"', ' isPermaLink="false"', ' xml:lang="ko"', ' url="u"', ' domain="d"']
        )
    )
    return f"<{name}{attribute}>{inside}</{name}>"


@st.composite
def rss(draw: st.DrawFn) -> str:
    """RSS 2.0 with the elements that outlets use, now and then doubled, empty or odd."""
    plain = element(
        [
            "title",
            "description",
            "author",
            "dc:creator",
            "content:encoded",
            "source",
            "category",
            "dc:subject",
            "dc:title",
        ],
        WORDS,
    )
    parts = plain | element(["link", "guid", "comments"], LINKS) | element(["pubDate", "dc:date", "updated"], DATES)
    items = draw(st.lists(st.lists(parts, max_size=6, unique_by=lambda part: part[:6]), max_size=3))
    beside = element(["title", "language", "description", "ttl", "dc:language", "webMaster", "cloud"], WORDS)
    before, after = draw(st.lists(beside, max_size=3)), draw(st.lists(beside, max_size=1))
    root = draw(st.sampled_from(["", "", ' xml:lang="zh_CN"', ' xml:base="http://x.example/"']))
    told = "".join(f"<item>{''.join(item)}</item>" for item in items)
    return (
        f'<rss version="2.0"{root} xmlns:dc="http://purl.org/dc/elements/1.1/"'
        f' xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>{"".join(before)}{told}{"".join(after)}</channel></rss>'
    )


@st.composite
def atom(draw: st.DrawFn) -> str:
    """Atom with links of every kind and authors of several parts."""
    kinds = [
        "",
        ' rel="alternate"',
        ' rel="self"',
        ' rel="related"',
        ' rel="enclosure"',
        ' type="application/json"',
        ' title="t"',
    ]
    link = st.builds(
        lambda kind, href: f"<link{kind} href={chr(34)}{escape(href)}{chr(34)}/>", st.sampled_from(kinds), LINKS
    )
    person = st.lists(element(["name", "email", "uri"], WORDS), max_size=3).map(
        lambda parts: f"<author>{''.join(parts)}</author>"
    )
    plain = element(["title", "summary", "content", "rights"], WORDS)
    parts = plain | link | link | person | element(["id"], LINKS) | element(["published", "updated"], DATES)
    entries = draw(st.lists(st.lists(parts, max_size=6), max_size=3))
    told = "".join(f"<entry>{''.join(entry)}</entry>" for entry in entries)
    lang = draw(st.sampled_from(["", ' xml:lang="ko"', ' lang="en"']))
    return f'<feed xmlns="http://www.w3.org/2005/Atom"{lang}><title>t</title>{told}</feed>'


@st.composite
def rdf(draw: st.DrawFn) -> str:
    """RSS 1.0, its items beside the channel."""
    parts = (
        element(["title", "description", "dc:creator"], WORDS) | element(["link"], LINKS) | element(["dc:date"], DATES)
    )
    items = draw(st.lists(st.tuples(LINKS, st.lists(parts, max_size=4)), max_size=3))
    told = "".join(f"<item rdf:about={chr(34)}{escape(about)}{chr(34)}>{''.join(item)}</item>" for about, item in items)
    lang = draw(st.sampled_from(["", ' xml:lang="ja"']))
    return (
        f'<rdf:RDF{lang} xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>t</title><dc:language>ko</dc:language></channel>{told}</rdf:RDF>'
    )


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rss() | atom() | rdf())
def test_made_up_feeds(text: str) -> None:
    """Whatever a feed holds, the quick reader tells what feedparser tells, or leaves it alone."""
    ready = prepared(text.encode())
    assert ready is not None
    told = read(ready)

    assert told is None or feed.recorded(ready) == told


@pytest.mark.parametrize(
    "item",
    [
        "<item><title>a</title><title>b</title></item>",
        "<item><title>a <b>b</b></title></item>",
        '<item xml:base="http://x.example/"><title>a</title></item>',
        "<item><Title>a</Title></item>",
        "<item><updated>2026-11-22</updated></item>",
        "<item><title>a</item>",
        "<entry><title>a</title></entry>",
    ],
)
def test_what_is_left_to_feedparser(item: str) -> None:
    """Repeats, nested markup, bases, other spellings and broken documents are not the quick reader's business."""
    assert read(f'<rss version="2.0"><channel>{item}</channel></rss>') is None


def test_an_ordinary_feed_is_not_left_to_feedparser() -> None:
    """The point of the quick reader: what outlets send every day."""
    told = read(
        '<rss version="2.0"><channel><title>t</title><item><title>삼성</title><link>https://x.example/1</link>'
        "<guid>g</guid><pubDate>Sun, 22 Nov 2026 10:00:00 +0900</pubDate><description>칩</description></item></channel></rss>"
    )

    assert told == [
        Draft(
            title="삼성",
            link="https://x.example/1",
            guid="g",
            summary="칩",
            date="Sun, 22 Nov 2026 10:00:00 +0900",
        )
    ]
