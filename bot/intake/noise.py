"""What stands on an article's page and is not the article: comments, other stories, menus."""

import re

import lxml.html
from lxml import etree

_NAMED = re.compile(
    r"(?:^|[\s_-])(?:comments?|comment[-_]?(?:list|area|box|wrap|section)|cmt|reply|replies|pinglun|gentie|disqus|fb-comments"
    r"|login|signin|sign-in|popup|modal|newsletter|breadcrumbs?|caption|copyright|share|sns|social"
    r"|related|relate|relation|recommend(?:ed|s|ation)?|recirc|most-?(?:read|popular|viewed)|ranking|rank|hot-?news|more-?news"
    r"|tuijian|xiangguan|paihang|taboola|outbrain|promo|advert(?:isement)?|banner|footer)(?:$|[\s_-])",
    re.IGNORECASE,
)
_COMMENTS = re.compile(r"comment|cmt|reply|pinglun|gentie|disqus", re.IGNORECASE)  # may outweigh the article
_KEPT = frozenset({"html", "body", "article", "main", "head"})
_ENDS = (".", "!", "?", '"', "”", "。", "다")
_SENTENCE = 30  # code points
_LOOKED_AT = 20_000  # elements of one page


def cleared(page: lxml.html.HtmlElement) -> None:
    """Remove it from the tree; an element that holds a heading of the first rank is never noise."""
    for comment in list(page.iter(etree.Comment)):
        _remove(comment)
    whole = prose_in(page)
    doomed = []
    for count, element in enumerate(page.iter("div", "section", "ul", "ol", "aside", "nav", "form", "dl", "table")):
        if count > _LOOKED_AT:
            break
        name = f"{element.get('class', '')} {element.get('id', '')}"
        if (
            name != " "
            and _NAMED.search(name)
            and element.tag not in _KEPT
            and element.find(".//h1") is None
            and (_COMMENTS.search(name) or 4 * prose_in(element) <= whole)
        ):
            doomed.append(element)
    for element in doomed:
        _remove(element)
    for block in list(page.iter("div", "section", "figure", "table")):
        _settle(block)
    for paragraph in page.iter("p"):
        _unlink(paragraph)


def _unlink(paragraph: lxml.html.HtmlElement) -> None:
    """Links within a sentence become text: extractors take a paragraph with several of them for a menu."""
    links = [len("".join(link.itertext())) for link in paragraph.iter("a")]
    if not links:
        return
    text = "".join(paragraph.itertext()).strip()
    if (
        len(text) >= 2 * _SENTENCE
        and 3 * sum(links) < len(text)
        and text.endswith(_ENDS)
        and (paragraph.text or "").strip()
    ):
        etree.strip_tags(paragraph, "a")


def _settle(block: lxml.html.HtmlElement) -> None:
    """Text that stands loose after a block becomes a paragraph: extractors lose it, and some outlets lead with it."""
    text = (block.tail or "").strip()
    parent = block.getparent()
    if parent is not None and len(text) >= _SENTENCE:
        paragraph = etree.SubElement(parent, "p")
        paragraph.text, block.tail = text, None
        parent.insert(parent.index(block) + 1, paragraph)


def _remove(element: lxml.html.HtmlElement) -> None:
    parent = element.getparent()
    if parent is None:
        return
    previous, tail = element.getprevious(), element.tail
    if tail and previous is not None:
        previous.tail = (previous.tail or "") + tail
    elif tail:
        parent.text = (parent.text or "") + tail
    parent.remove(element)


def prose_in(element: lxml.html.HtmlElement) -> int:
    """Code points in an element's paragraphs."""
    return sum(len("".join(paragraph.itertext())) for paragraph in element.iter("p"))
