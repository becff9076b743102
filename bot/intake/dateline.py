"""Where an article's page says when it appeared, most trustworthy first."""

import re
from collections.abc import Iterator
from itertools import islice

import lxml.html

_HEAD = (
    (
        "//meta[@property='article:published_time' or @name='article:published_time' or @itemprop='datePublished'"
        " or @property='og:article:published_time' or @property='article:published' or @name='parsely-pub-date'"
        " or @name='weibo: article:create_at' or @name='publishdate' or @name='publish-date' or @name='pubdate'"
        " or @name='sailthru.date' or @name='DC.date.issued' or @name='dcterms.created' or @name='date']/@content"
    ),
    "//*[@itemprop='datePublished']/@datetime|//*[@itemprop='datePublished']/@content",
    "//time[@pubdate or contains(@class,'publish')]/@datetime",
)
_PLACES = re.compile(
    r"date|time|pub|post|source|info|meta|byline|author|article|news|detail|txt|title|sub", re.IGNORECASE
)
_DAY = re.compile(
    r"(?:19|20)\d{2}\s?[-./年년]\s?\d{1,2}\s?[-./月월]\s?\d{1,2}\s?[日일.]?(?:\s*[（(][^()（）]{1,6}[)）])?"
    r"(?:[T\s]*(?:오전|오후|上午|下午)?\s*\d{1,2}[:：시时時]\s?\d{2}(?:[:：]\d{2})?)?"
)
_ENGLISH = re.compile(
    r"(?:\d{1,2}\s)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s(?:\d{1,2},?\s)?(?:19|20)\d{2}"
)
_IN_URL = re.compile(r"[/_](?P<y>20\d{2})[-/_]?(?P<m>0[1-9]|1[0-2])(?:[-/_]?(?P<d>0[1-9]|[12]\d|3[01]))(?=[/_.\d-])")
_IN_STATE = re.compile(
    r"\\?\"(?:datePublished|published_?(?:At|Date|Time)|publish_?(?:Date|Time)|pub_?Date|release_?(?:Date|At)|deploy_?(?:Date|Dt)"
    r"|first_?publish(?:ed)?_?(?:Date|At)?|display_date|service_?(?:Date|Dt)|created?_?(?:At|Date|Dt)|reg_?(?:Date|Dt))\\?\""
    r"\s*:\s*\\?\"(\d{4}[-.]\d{2}[-.]\d{2}[T ]?[\d:.+Z-]{0,20})",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\d[:：시时時]\s?\d")
_LONGEST = 200  # code points of a line that may be a dateline
_LOOKED_AT = 4_000  # elements


def candidates(page: lxml.html.HtmlElement, url: str) -> Iterator[str]:
    """Raw dates: of the head, of a dateline in sight, of the address."""
    for path in _HEAD:
        yield from (str(found) for found in page.xpath(path))
    # The first dates in sight: one with a clock is the article's, one without is often the day's, in the masthead.
    yield from sorted(islice(_in_sight(page), 3), key=lambda raw: not _CLOCK.search(raw))
    for script in page.iter("script"):
        yield from _IN_STATE.findall(script.text or "")[:1]
    found = _IN_URL.search(url)
    if found:
        yield "-".join(found.group("y", "m", "d"))


def _in_sight(page: lxml.html.HtmlElement) -> Iterator[str]:
    """Dates on short lines whose element is named like a dateline; a line beside them may say when it was changed."""
    later: list[str] = []
    body = page.find("body")
    for count, element in enumerate(
        body.iter("time", "span", "div", "p", "em", "i", "li", "td", "dd", "b", "h4", "h5") if body is not None else ()
    ):
        if count > _LOOKED_AT:
            break
        text = " ".join("".join(element.itertext()).split()) if len(element) < 12 else ""
        if not 8 <= len(text) <= _LONGEST:
            continue
        found = _DAY.search(text) or _ENGLISH.search(text)
        if found is None:
            continue
        named = f"{element.get('class', '')} {element.get('id', '')}"
        if element.tag == "time" or _PLACES.search(named):
            yield found.group()
        else:
            later.append(found.group())
    yield from later[:1]
