"""Whose own page is worth a visit: articles that a rule or a topic might read further in."""

from bot.model import Reading, Source

#: An item that brings this much text needs no page (code points; CJK says as much in half).
ENOUGH = 1_500
#: Formats whose outlets are read by their lists alone: their pages are walls, or their terms ask for it.
LISTS_ONLY = frozenset({"sitemap"})


def wants_page(reading: Reading, source: Source) -> bool:
    """Whether the article's page should be read: something in title or lead concerns us, and the text is missing."""
    item = reading.item
    if source.format in LISTS_ONLY or source.kind == "aggregator" or source.article.get("read") == "no":
        return False
    if item.pointer or not item.url or len(item.body) >= ENOUGH:
        return False
    return bool(reading.matches) or reading.judgement.grade > 0 or source.relevance_hint == "topic"
