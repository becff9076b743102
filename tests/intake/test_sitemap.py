"""News sitemaps, plain ones, and the indexes that lead to them."""

import gzip
from datetime import UTC, datetime

import pytest

from bot.intake import child
from bot.intake.refusal import Elsewhere, SourceError
from bot.intake.sources import sitemap
from bot.model import Fetched, FetchOutcome, Item, Parsed, Precision, Source

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
URL = "https://outlet.example/sitemap.xml"
NEWS = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">'
    "<url><loc>https://outlet.example/a?b=1&amp;c=2</loc><lastmod>2026-11-22T02:00:00Z</lastmod><news:news><news:publication>"
    "<news:name>Outlet</news:name><news:language>en</news:language></news:publication>"
    "<news:publication_date>2026-11-22T01:00:00Z</news:publication_date><news:title>Chips &amp; tariffs</news:title></news:news></url>"
    "<url><loc>https://outlet.example/b</loc></url></urlset>"
)
INDEX = (
    '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    + "".join(
        f"<sitemap><loc>/s{day}.xml</loc><lastmod>2026-11-{day}</lastmod></sitemap>" for day in (18, 22, 20, 21, 19)
    )
    + "</sitemapindex>"
)


def source(**keys: object) -> Source:
    return Source(
        **{"id": "s", "name": "", "side": "", "kind": "", "lang": "", "format": "sitemap", "url": URL, **keys}
    )


def fetched(text: str | bytes) -> Fetched:
    body = text.encode() if isinstance(text, str) else text
    return Fetched("s", FetchOutcome.FETCHED, URL, 200, body, "application/xml")


def test_a_news_sitemap() -> None:
    """Title, language and publication come from the news element; a bare address has neither."""
    assert sitemap.parse(fetched(NEWS), source(), NOW) == (
        Item(
            source="s",
            guid="https://outlet.example/a?b=1&c=2",
            url="https://outlet.example/a?b=1&c=2",
            title="Chips & tariffs",
            published=datetime(2026, 11, 22, 1, 0, tzinfo=UTC),
            precision=Precision.SECOND,
            lang="en",
        ),
        Item(source="s", guid="https://outlet.example/b", url="https://outlet.example/b", title=""),
    )


def test_an_index_names_the_newest() -> None:
    """An index is followed to its three newest sitemaps, and only where the source says so."""
    with pytest.raises(Elsewhere) as elsewhere:
        sitemap.parse(fetched(INDEX), source(sitemap={"follow_index": 1}), NOW)
    with pytest.raises(SourceError) as refused:
        sitemap.parse(fetched(INDEX), source(), NOW)

    assert elsewhere.value.follow == tuple(f"https://outlet.example/s{day}.xml" for day in (22, 21, 20))
    assert refused.value.cause == "sitemap-index"


def test_an_index_out_of_the_child() -> None:
    """The addresses to follow leave the child as a value, packed or not."""
    parsed = child.read(fetched(gzip.compress(INDEX.encode())), source(sitemap={"follow_index": 1}), NOW)

    assert parsed == Parsed(
        follow=tuple(f"https://outlet.example/s{day}.xml" for day in (22, 21, 20)),
        warnings=("unpacked gzip that no header announced", "follow the newest 3 of 5 sitemaps"),
    )


@pytest.mark.parametrize(
    "text",
    [
        NEWS.replace("http://www.sitemaps.org/schemas/sitemap/0.9", "http://www.google.com/schemas/sitemap/0.84"),
        NEWS.replace(' xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"', ""),
        NEWS.replace("&amp;c", "&c"),
        "\ufeff" + NEWS,
        NEWS.removesuffix("</urlset>"),
        "https://outlet.example/a?b=1&c=2\nhttps://outlet.example/b\n",
    ],
    ids=["old namespace", "no namespace", "bare ampersand", "byte order mark", "cut off", "plain text"],
)
def test_sitemaps_as_they_come(text: str) -> None:
    """Namespaces, ampersands, marks and ends that are not as the protocol wants them lose no address."""
    found = sitemap.parse(fetched(text), source(), NOW)

    assert [item.url for item in found] == ["https://outlet.example/a?b=1&c=2", "https://outlet.example/b"]


def test_no_more_than_the_source_asks_for() -> None:
    """`max_urls` bounds what is taken, in document order."""
    found = sitemap.parse(fetched(NEWS), source(sitemap={"max_urls": 1}), NOW)

    assert [item.title for item in found] == ["Chips & tariffs"]


@pytest.mark.parametrize("body", ["<!doctype html><title>x</title>", "{}", "<rss/>", ""])
def test_what_is_no_sitemap_is_refused(body: str) -> None:
    """A page or a feed at a sitemap's address is told as such."""
    with pytest.raises(SourceError) as refused:
        sitemap.parse(fetched(body), source(), NOW)

    assert refused.value.cause == "not-a-sitemap"
