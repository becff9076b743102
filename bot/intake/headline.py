"""An article's title without the name of the site around it."""

import re

import lxml.html

from bot.intake import plain

_LETTERS = re.compile(r"[\W_]+")
_SEPARATOR = re.compile(r"\s+[-–—|｜ㅣ:：·•»@l]\s+|\s*[|｜ㅣ_]\s*|\s*[-–—]{1,2}\s*|\s*[:：]{1,2}\s*")
_SITE = re.compile(
    r"(?:뉴스|일보|신문|닷컴|경제|방송|통신|데일리|투데이|ニュース|デジタル|オンライン|新聞Web|Web|DIGITAL|PIXNET|CNA|Paper)(?:\W.*)?$"
    r"|\b(?:news|times|post|herald|daily|journal|tv|online|agency)\b|\w\.(?:com|cn|kr|net|jp|org)\b",
    re.IGNORECASE,
)
# Chinese sites are set apart by a line; behind a colon these words are the headline's own.
_CHINESE_SITE = re.compile(r"(?:网|網|新闻|新聞|日报|日報|晚报|频道|頻道|在线|客户端|门户|中心|社)(?:\W.*)?$")
_SENTENCE = re.compile(r"[，,。？！?!“”‘’…]")  # a headline's own words, never a site's name
_SECTION = 12  # code points of the name of a section between headline and site
_SHORTEST = 6  # letters of a headline


def headline(page: lxml.html.HtmlElement, told: str = "") -> str:
    """The headline; `told` is what the page's structured data calls it."""
    title = _first(page, "//head/title|//title")
    shared = _first(page, "//meta[@property='og:title' or @name='og:title' or @name='twitter:title']/@content")
    heads = [plain.line(" ".join(head.itertext())) for head in page.iterfind(".//h1")]
    whole = [text for text in (title, shared) if text]
    for candidates in (heads, [plain.line(told)]):
        fitting = [head for head in candidates if _fits(head, whole)]
        if fitting:
            return max(fitting, key=len)
    sites = _sites(page)
    bare = without_site(shared or title, sites)
    if (
        shared
        and title
        and len(_bare(title)) >= _SHORTEST
        and _bare(shared).startswith(_bare(without_site(title, sites)))
    ):
        return without_site(title, sites)
    return bare or next((head for head in heads if head), "")


def without_site(title: str, sites: tuple[str, ...]) -> str:
    """A title up to the separator before the site's name, or what is named like a site."""
    while True:
        cuts = [cut for cut in _SEPARATOR.finditer(title) if cut.start() > 0 and cut.end() < len(title)]
        if not cuts:
            return title.strip(" _|-–—:：")
        cut = next((cut for cut in reversed(cuts) if _named(title[cut.end() :], sites, cut.group())), None)
        if cut is None:
            return title.strip()
        title = title[: cut.start()].rstrip()
        before = [cut for cut in _SEPARATOR.finditer(title) if cut.start() > 0]
        if before and _is_section(title[before[-1].end() :], before[-1].group(), cut.group()):
            title = title[: before[-1].start()].rstrip()


def _is_section(text: str, before: str, after: str) -> bool:
    """Whether what stands between headline and site is the name of a section: short, and set apart alike."""
    alike = before.strip() == after.strip() or {before.strip(), after.strip()} <= {"-", "|", "ㅣ"}
    return alike and 0 < len(text) <= _SECTION


def _named(text: str, sites: tuple[str, ...], separator: str) -> bool:
    """Whether a piece is the site's name, or is named like a site."""
    words = _bare(text)
    if not words or len(text) > 40:
        return False
    if any(
        words == site or (len(site) >= 3 and (site in words or words in site) and len(words) >= 2) for site in sites
    ):
        return True
    if len(text) > 30 or _SENTENCE.search(text):
        return False
    colon = ":" in separator or "：" in separator
    return _SITE.search(text) is not None or (not colon and _CHINESE_SITE.search(text) is not None)


def _sites(page: lxml.html.HtmlElement) -> tuple[str, ...]:
    named = page.xpath(
        "//meta[@property='og:site_name' or @name='application-name' or @name='publisher' or @name='twitter:site'"
        " or @property='og:article:author']/@content"
    )
    return tuple(dict.fromkeys(site for name in named if (site := _bare(str(name)))))


def _fits(head: str, whole: list[str]) -> bool:
    """Whether a heading of the page is what its title is about, not the site's name or a menu."""
    bare = _bare(head)
    if len(bare) < _SHORTEST:
        return False
    return any(bare in (text := _bare(title)) and 2 * len(bare) >= len(text) for title in whole)


def _bare(text: str) -> str:
    return _LETTERS.sub("", text).lower()


def _first(page: lxml.html.HtmlElement, path: str) -> str:
    for found in page.xpath(path):
        text = plain.line(str(found) if isinstance(found, str) else " ".join(found.itertext()))
        if text:
            return text
    return ""
