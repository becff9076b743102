"""An article's own page → its text, and what the page says about it."""

import re
from collections.abc import Iterable
from copy import deepcopy
from datetime import datetime
from itertools import chain
from typing import Any

import lxml.html
from lxml import etree
from trafilatura import bare_extraction

from bot.intake import byline, dateline, dates, foreign, headline, noise, pagestate, plain
from bot.intake.chosen import chosen
from bot.intake.draft import absolute
from bot.intake.refusal import SourceError
from bot.intake.wording import text_of
from bot.model import ArticlePage, Fetched, Precision, Source

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_MOST = 0.8  # of a page's prose; a first look that finds as much is good
_SHORT = 200  # code points; a page that shows less keeps its article elsewhere


def read_article(fetched: Fetched, source: Source, now: datetime) -> ArticlePage:
    """The page by the source's own selectors first, then by its data, then by trafilatura.

    Raises:
        SourceError: it is no HTML page.
    """
    refused = foreign.bytes_are(fetched.body)
    if refused:
        raise SourceError("not-an-article", f"not an article but {refused}")
    decoded = text_of(fetched, source)
    if not foreign.is_html(decoded):
        raise SourceError("not-an-article", f"not an article but {foreign.text_is(decoded)}")
    page = _tree(decoded)
    own = chosen(decoded, source)
    told = pagestate.told(page)
    title = own.title or headline.headline(page, told.headline)
    published, precision = _published(
        chain((own.date, told.published), dateline.candidates(page, fetched.url)), source, now
    )
    canonical = page.xpath("//link[@rel='canonical']/@href")
    text = own.body or _text(page, told.body, title)
    return ArticlePage(
        text=byline.without_mail(text),
        title=title,
        published=published,
        precision=precision,
        byline=own.byline or byline.writer(page, told.author, text),
        credit=byline.credit(text),
        canonical=absolute(str(canonical[0]), fetched.url) if canonical else "",
        opinion=byline.is_opinion(fetched.url, title, told.kind, told.section),
        lang=next((str(lang) for lang in page.xpath("/html/@lang")), "")[:35],
    )


def _tree(text: str) -> lxml.html.HtmlElement:
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=False)
    try:
        page = lxml.html.document_fromstring(_DECLARATION.sub("", text).encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise SourceError("not-an-article", f"HTML that cannot be read: {error}") from error
    return page


def _text(page: lxml.html.HtmlElement, hidden: str, title: str) -> str:
    """The article's paragraphs: the fullest of what the page shows and what it tells its scripts.

    The tree is cleared of what is not the article on the way; nothing may be read from it afterwards.
    """
    bare = noise.prose_in(page) < _SHORT
    if not hidden and bare:
        hidden = pagestate.hidden_body(page)
    spare = deepcopy(page) if bare else None
    noise.cleared(page)
    shown = _shown(page)
    if len(shown) < _SHORT and spare is not None:
        shown = max(shown, _extracted(spare, recall=True), key=len)
        hidden = hidden or pagestate.hidden_body(spare)
    if len(hidden) > 2 * len(shown):
        return _unwrapped(hidden)
    return shown.removeprefix(title).lstrip() if title else shown


def _unwrapped(hidden: str) -> str:
    """The paragraphs of an article that a page kept as markup for its scripts."""
    if "</" in hidden:
        page = _tree(f"<html><body><article>{hidden}</article></body></html>")
        noise.cleared(page)
        text = _extracted(page)
        if text:
            return text
    return plain.prose(hidden, plain.BODY_CAP)


def _shown(page: lxml.html.HtmlElement) -> str:
    """What the page shows: by trafilatura's first look, and by all it has where that leaves much of the prose out."""
    whole = noise.prose_in(page)
    quick = _extracted(deepcopy(page), fast=True)
    if len(quick) >= _SHORT and len(quick) >= _MOST * whole:
        return quick
    return _extracted(page)


def _extracted(page: lxml.html.HtmlElement, *, recall: bool = False, fast: bool = False) -> str:
    found: Any = bare_extraction(
        page, include_comments=False, favor_precision=not recall, favor_recall=recall, fast=fast
    )
    return plain.prose((found.text if found else "") or "", plain.BODY_CAP)


def _published(told: Iterable[str], source: Source, now: datetime) -> tuple[datetime | None, Precision]:
    """The first of the page's own words for its date that can be read."""
    for raw in told:
        moment, precision = dates.publication(raw, source, now) if raw else (None, Precision.NONE)
        if moment is not None:
            return moment, precision
    return None, Precision.NONE
