"""What a page offers to somebody who wants its news."""

import pytest

from bot.intake.autodiscovery import survey
from bot.intake.survey import Lead
from bot.model import Fetched, FetchOutcome, Source

SOURCE = Source("new", "new", "INT", "newspaper", "", "page", "https://outlet.example/news/")
MENU = (
    "<nav><ul class='gnb'>" + "".join(f"<li><a href='/s/{n}'>Section {n}</a></li>" for n in range(20)) + "</ul></nav>"
)


def look(body: str):
    return survey(Fetched("new", FetchOutcome.FETCHED, SOURCE.url, 200, body.encode(), "text/html"), SOURCE)


def page(items: str, head: str = "") -> str:
    return f"<html lang='ko'><head><title>매체</title>{head}</head><body>{MENU}{items}</body></html>"


def test_feeds_that_the_page_names_come_first() -> None:
    """By its head, then by the looks of its links; each once."""
    head = '<link rel="alternate" type="application/rss+xml" title="All" href="/rss/all.xml">'
    body = "<a href='/rss/all.xml'>RSS</a><a href='feed/'>Economy feed</a><a href='/about'>About</a>"

    assert look(page(body, head)).leads == (
        Lead("feed", "https://outlet.example/rss/all.xml", "All"),
        Lead("feed", "https://outlet.example/news/feed/", "Economy feed"),
    )


@pytest.mark.parametrize(
    ("items", "selectors"),
    [
        (
            "<ul class='list'>"
            + "".join(
                f"<li><a href='/view/{n}'><b>반도체 수출 허가 연장 {n}번째 소식</b></a><span class='date'>2026-11-2{n}</span></li>"
                for n in range(8)
            )
            + "</ul>",
            {"item": "ul.list > li", "link": "a", "date": "span.date"},
        ),
        (
            "<div class='box'>"
            + "".join(f"<h3><a class='tit' href='/a/{n}.html'>商务部回应出口管制问题之{n}</a></h3>" for n in range(8))
            + "</div>",
            {"item": "div.box > h3 > a.tit", "link": "self"},
        ),
        ("<p>no list here</p>", {}),
    ],
    ids=["list-with-dates", "headings", "none"],
)
def test_the_main_list_is_told_from_the_menu(items: str, selectors: dict[str, str]) -> None:
    """Long titles of their own, standing alike."""
    found = dict(look(page(items)).selectors)

    assert (found if selectors else {}) == selectors


def test_a_menu_alone_is_no_list() -> None:
    """Twenty short words lead to sections, not to news."""
    assert dict(look(page("")).selectors) == {}
