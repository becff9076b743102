"""Feeds: what comes out of good ones, of broken ones, and of what is none."""

import gzip
from datetime import UTC, datetime

import pytest

from bot.intake import child
from bot.intake.draft import absolute
from bot.intake.refusal import SourceError
from bot.intake.remarks import gathering
from bot.intake.sources import feed
from bot.model import Fetched, FetchOutcome, Item, Precision, Source

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
URL = "https://outlet.example/rss.xml"


def source(**keys: object) -> Source:
    return Source(
        **{"id": "s", "name": "", "side": "KR", "kind": "", "lang": "ko", "format": "feed", "url": URL, **keys}
    )


def fetched(text: str | bytes, content_type: str = "application/rss+xml", url: str = URL) -> Fetched:
    body = text.encode() if isinstance(text, str) else text
    return Fetched("s", FetchOutcome.FETCHED, url, 200, body, content_type)


def items(text: str | bytes, **keys: object) -> tuple[Item, ...]:
    return feed.parse(fetched(text), source(**keys), NOW)


def titles(text: str | bytes, **keys: object) -> list[str]:
    return [item.title for item in items(text, **keys)]


def rss(*entries: str) -> str:
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>t</title>{"".join(entries)}</channel></rss>'


def entry(title: str, more: str = "") -> str:
    return f"<item><title>{title}</title><link>https://outlet.example/{title}</link>{more}</item>"


def test_an_item_is_told_whole() -> None:
    """Link, guid, date, author, language, summary and body of an RSS item, as plain text."""
    (item,) = items(
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<channel><language>ko</language><item><title>삼성 E&amp;amp;A &lt;b&gt;수주&lt;/b&gt;</title><link>/view?no=5</link>"
        '<guid isPermaLink="false">n-5</guid><pubDate>Sun, 22 Nov 2026 10:00:00 +0900</pubDate><dc:creator>홍 기자</dc:creator>'
        "<description>&lt;p&gt;요약&lt;/p&gt;</description><content:encoded><![CDATA[<p>첫째</p><p>둘째</p>]]></content:encoded>"
        "</item></channel></rss>"
    )

    assert item == Item(
        source="s",
        guid="n-5",
        url="https://outlet.example/view?no=5",
        title="삼성 E&A 수주",
        summary="요약",
        published=datetime(2026, 11, 22, 1, 0, tzinfo=UTC),
        precision=Precision.SECOND,
        lang="ko",
        author="홍 기자",
        body="첫째\n둘째",
    )


def test_atom() -> None:
    """An Atom entry gives its alternate link and its published date, not the update's."""
    (item,) = items(
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><entry><id>tag:x,1</id><title type="html">A &amp;lt; B</title>'
        '<link rel="enclosure" href="https://x.example/a.mp3"/><link href="a.html"/>'
        "<published>2026-11-21T00:00:00Z</published><updated>2026-11-22T00:00:00Z</updated></entry></feed>"
    )

    assert (item.guid, item.url, item.title, item.published, item.lang) == (
        "tag:x,1",
        "https://outlet.example/a.html",
        "A < B",
        datetime(2026, 11, 21, tzinfo=UTC),
        "en",
    )


def test_rdf_without_dates() -> None:
    """RSS 1.0 items lie beside the channel and may have no date: first seen it is."""
    (item,) = items(
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel/>'
        '<item rdf:about="https://x.example/1"><title>Chip 4</title><link>https://x.example/1</link></item></rdf:RDF>'
    )

    assert (item.title, item.url, item.published, item.precision) == (
        "Chip 4",
        "https://x.example/1",
        None,
        Precision.NONE,
    )


def test_json_feed() -> None:
    """JSON Feed is read although feedparser does not know it."""
    (item,) = items(
        '{"version": "https://jsonfeed.org/version/1.1", "language": "en", "items": [{"id": 7, "url": "https://x.example/7",'
        ' "title": "HBM <4>", "content_html": "<p>Body</p>", "date_published": "2026-11-21T09:00:00+09:00"}]}'
    )

    assert (item.guid, item.url, item.title, item.body, item.published) == (
        "7",
        "https://x.example/7",
        "HBM <4>",
        "Body",
        datetime(2026, 11, 21, tzinfo=UTC),
    )


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ("<guid>https://x.example/1</guid>", "https://x.example/1"),
        ('<guid isPermaLink="false">https://x.example/1</guid>', "https://x.example/1"),
        ("<link> https://x.example/a b </link>", "https://x.example/a%20b"),
        ("<link>//x.example/1</link>", "https://x.example/1"),
        ("<link>javascript:alert(1)</link>", ""),
        ("<link>file:///etc/passwd</link>", ""),
        ("<link>http://[bad</link>", ""),
    ],
)
def test_links(link: str, url: str) -> None:
    """A link may stand in the id alone, may be relative, and leads to http(s) or nowhere."""
    (item,) = items(rss(f"<item><title>x</title>{link}</item>"))

    assert item.url == url


def test_the_sources_own_rules() -> None:
    """Placeholder titles and foreign links are left out, suffixes and bylines cut, each said once."""
    text = rss(
        entry("This feed is not available"),
        "<item><title>칩 수출 - 한국일보</title><link>https://outlet.example/view/1</link>"
        "<description>홍길동 기자 hong@outlet.example 수출이 늘었다.</description></item>",
        "<item><title>광고</title><link>https://elsewhere.example/1</link></item>",
    )
    with gathering() as remarks:
        (item,) = items(
            text,
            drop_title=("not available",),
            title_strip_suffix=" - [^-]+$",
            summary_clean=(r"\S+ 기자 \S+@\S+\s*",),
            link_allow=r"^https://outlet\.example/",
        )

    assert (item.title, item.summary) == ("칩 수출", "수출이 늘었다.")
    assert remarks == ["left out 1 item: the source's drop_title", "left out 1 item: the source's link_allow"]


def test_google_news() -> None:
    """The publisher's name is cut from the title; the redirect leads to the article but does not identify it."""
    (item,) = items(
        rss(
            "<item><title>Chips - and tariffs - Korea Daily</title><link>https://news.google.com/rss/articles/CBMi?oc=5</link>"
            '<guid isPermaLink="false">CBMi</guid><source url="https://kd.example">Korea Daily</source></item>'
        )
    )

    assert (item.title, item.url, item.pointer, item.guid) == (
        "Chips - and tariffs",
        "https://news.google.com/rss/articles/CBMi?oc=5",
        True,
        "CBMi",
    )


@pytest.mark.parametrize(
    "text",
    [
        rss(entry("one"), entry("two")).replace("<title>t<", "<title>R&D &nbsp; &unknown; AT&T<"),
        rss(entry("one"), entry("two")).replace("</channel></rss>", "<item><title>cut"),
        rss(entry("one"), entry("two")).removesuffix("</channel></rss>"),
        "junk <b>Warning</b>: line 3\n" + rss(entry("one"), entry("two")),
        "<!-- made by hand -->\n" + rss(entry("one"), entry("two")),
        rss(entry("one", "<description>\x08\x0b\x00x&#x8;&#xD800;</description>"), entry("two")),
        '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://n.example/rss.dtd">' + rss(entry("one"), entry("two")),
        '<!DOCTYPE rss [<!ENTITY nbsp "&#160;"> <!ENTITY copy "©">]>' + rss(entry("one"), entry("two&nbsp;")),
        rss(entry("one"), entry("two")).replace("<item>", "<x:item>").replace("</item>", "</x:item>"),
        rss(entry("one"), entry("two")).replace("item>", "r:item>").replace("title>", "r:title>").replace("link>", "r:link>")
        .replace('<rss version="2.0">', "<rss r:version=2.0>"),
        rss(entry("one", "<description><p>not closed</description>"), entry("two")),
        rss(entry("one", "<description><![CDATA[<p>]] > & < </p>]]></description>"), entry("two")),
        "\ufeff\n\n" + rss(entry("one"), entry("two")),
        rss(entry("one"), entry("two")) + "<script>trailing()</script>",
    ],
    ids=[
        "entities", "cut in an item", "cut after an item", "warning first", "comment first", "forbidden characters", "doctype",
        "harmless entities", "prefixed items", "everything prefixed", "open tag", "literal", "byte order mark", "trailing junk",
    ],
)  # fmt: skip
def test_what_is_whole_in_a_broken_feed_comes_out(text: str) -> None:
    """Both whole items of a damaged document are read, in order."""
    assert titles(text)[:2] == ["one", "two"]


def test_what_feedparser_stumbles_over_is_salvaged() -> None:
    """An item that closes inside its link makes feedparser raise; its entries come out all the same."""
    text = "<rss><channel><item><title>one</title><link>https://x.example/?no</item>=1</link><guid>g</guid></item></channel></rss>"
    with gathering() as remarks:
        found = titles(text)

    assert found == ["one"]
    assert remarks == ["feedparser stumbled (KeyError)", "salvaged 1 entries from broken XML"]


def test_an_ampersand_in_a_link_survives() -> None:
    """A bare ampersand separates parameters: the article's id may stand behind it."""
    (item,) = items(rss("<item><title>x</title><link>https://x.example/view?no=1&idxno=22&amp;p=3</link></item>"))

    assert item.url == "https://x.example/view?no=1&idxno=22&p=3"


@pytest.mark.parametrize(
    ("charset", "declared"),
    [
        ("cp949", "euc-kr"),
        ("euc-kr", "euc-kr"),
        ("gb18030", "gb2312"),
        ("utf-16", "utf-16"),
        ("cp949", "utf-8"),
        ("utf-8", "euc-kr"),
    ],
)
def test_charsets(charset: str, declared: str) -> None:
    """Korean and Chinese titles are right under every label outlets put on them."""
    title = (
        "삼성전자 반도체 공장, 중국 시안에서 다시 가동"
        if charset != "gb18030"
        else "三星电子西安半导体工厂恢复生产，韩国表示欢迎"
    )
    text = rss(entry(title)).replace('<?xml version="1.0"?>', f'<?xml version="1.0" encoding="{declared}"?>')

    assert titles(text.encode(charset)) == [title]


def test_gzip_without_a_header() -> None:
    """A feed that comes packed without saying so is unpacked in the child."""
    parsed = child.read(fetched(gzip.compress(rss(entry("one")).encode())), source(), NOW)

    assert [item.title for item in parsed.items] == ["one"]
    assert parsed.warnings == ("unpacked gzip that no header announced",)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "an empty body"),
        (b" \n\x00", "an empty body"),
        (b"%PDF-1.7 ...", "a PDF"),
        (b'{"error": "rate limited"}', 'a JSON answer: {"error": "rate limited"}'),
        (b"<!doctype html><title>Home</title><p>x", 'an HTML page titled "Home"'),
        (
            b"<html><head><title>Just a moment...</title></head>",
            'a challenge page for browsers titled "Just a moment..."',
        ),
        (b"<html><form><input type='password'></form></html>", "a login page"),
        (
            b"<html><title>x.example</title>This domain is for sale</html>",
            'the page of a parked domain titled "x.example"',
        ),
        (b"<html><title>404 Not Found</title></html>", 'a page saying that nothing is there titled "404 Not Found"'),
        (b"<?xml version='1.0'?><opml/>", "XML of another kind: <?xml version='1.0'?><opml/>"),
        (b"gone fishing", "plain text: gone fishing"),
    ],
)
def test_what_is_no_feed_is_refused_in_words(body: bytes, reason: str) -> None:
    """An error page under 200 never becomes news, and the operator reads what it was."""
    with pytest.raises(SourceError) as refused:
        items(body)

    assert (refused.value.cause, refused.value.reason) == ("not-a-feed", f"not a feed but {reason}")


@pytest.mark.parametrize(
    "subset",
    [
        '<!ENTITY a "&b;"><!ENTITY b "bomb">',
        '<!ENTITY a SYSTEM "file:///etc/passwd">',
        '<!ENTITY % p SYSTEM "http://x.example/">',
    ],
)
def test_entities_of_its_own_are_refused(subset: str) -> None:
    """Bombs and references to files are not even looked into."""
    with pytest.raises(SourceError) as refused:
        items(f"<!DOCTYPE rss [{subset}]>" + rss(entry("&a;")))

    assert refused.value.cause == "entities"


def test_a_flood_of_entries_is_cut() -> None:
    """The first 500 of 3,000 entries are read in order, and the rest is counted."""
    with gathering() as remarks:
        found = titles(rss(*(entry(str(number)) for number in range(3_000))))

    assert found == [str(number) for number in range(500)]
    assert remarks == ["read the first 500 of 3000 entries"]


def test_an_empty_feed_is_a_feed() -> None:
    """No items are no error."""
    assert items(rss()) == ()


def test_address_loses_user_and_unseen_characters() -> None:
    """A name, a password or a character that nobody sees in an item's address goes no further than the parser."""
    written = (
        "https://user:pw@a.example/1",
        "https://a.exam\u202eple/2",
        "//user@a.example:8080/3",
        "http://@/4",
        "/\ud8005",
    )
    expected = ["https://a.example/1", "https://a.example/2", "https://a.example:8080/3", "", "https://a.example/5"]
    assert [absolute(link, "https://a.example/feed") for link in written] == expected
