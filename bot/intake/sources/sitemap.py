"""News sitemaps, and the indexes that lead to them."""

from datetime import datetime

from lxml import etree

from bot.intake import foreign, markup
from bot.intake.draft import Draft, absolute, finished
from bot.intake.refusal import Elsewhere, SourceError
from bot.intake.remarks import remark
from bot.intake.wording import text_of
from bot.model import Fetched, Item, Source

_MOST = 500  # addresses of one sitemap, unless the source says less
_FOLLOWED = 3  # sitemaps of one index: the newest; news is not in the older ones


def parse(fetched: Fetched, source: Source, now: datetime) -> tuple[Item, ...]:
    """The sitemap's addresses as items, in document order."""
    refused = foreign.bytes_are(fetched.body)
    if refused:
        raise SourceError("not-a-sitemap", f"not a sitemap but {refused}")
    text = text_of(fetched, source)
    plain = _addresses(text)
    if plain:
        return finished(plain[: _most(source)], source, fetched.url, now)
    root = _root(text)
    if _name(root) == "sitemapindex":
        raise Elsewhere(_followed(root, source, fetched.url))
    drafts = [_draft(url) for url in root.iterchildren(etree.Element) if _name(url) == "url"]
    most = _most(source)
    if len(drafts) > most:
        remark(f"read the first {most} of {len(drafts)} addresses")
    return finished(drafts[:most], source, fetched.url, now)


def _most(source: Source) -> int:
    return min(int(source.sitemap.get("max_urls", _MOST)), _MOST)


def _addresses(text: str) -> list[Draft]:
    """The addresses of a text sitemap, one a line; none if a line is anything else."""
    lines = [line.strip() for line in text.lstrip("\ufeff").splitlines() if line.strip()]
    if not lines or not all(line.startswith(("http://", "https://")) for line in lines):
        return []
    return [Draft(link=line) for line in lines]


def _root(text: str) -> etree._Element:
    found = markup.sitemap_root(text)
    if found < 0:
        raise SourceError("not-a-sitemap", f"not a sitemap but {foreign.text_is(text)}")
    mended = markup.mend_from(text, found)
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.fromstring(mended.encode("utf-8"), parser)
    if root is None:
        raise SourceError("not-a-sitemap", "not a sitemap but XML that cannot be read")
    return root


def _name(element: etree._Element) -> str:
    """The local name, whatever namespace the outlet took for the right one."""
    return str(element.tag).rpartition("}")[2].rpartition(":")[2].lower()


def _fields(element: etree._Element) -> dict[str, str]:
    """The text of what is inside, by local name; the first of each."""
    fields: dict[str, str] = {}
    for child in element.iterdescendants(etree.Element):
        words = (child.text or "").strip()
        if words:
            fields.setdefault(_name(child), words)
    return fields


def _draft(url: etree._Element) -> Draft:
    own = {_name(child): (child.text or "").strip() for child in url.iterchildren(etree.Element)}
    news = next((child for child in url.iterchildren(etree.Element) if _name(child) == "news"), None)
    told = _fields(news) if news is not None else {}
    return Draft(
        title=told.get("title", ""),
        link=own.get("loc", ""),
        guid=own.get("loc", ""),
        summary=told.get("keywords", ""),
        # lastmod moves with every correction: only a news sitemap's own date is a publication.
        date=told.get("publication_date", "") or own.get("lastmod", ""),
        lang=told.get("language", ""),
    )


def _followed(index: etree._Element, source: Source, base: str) -> tuple[str, ...]:
    """The index's newest sitemaps, by lastmod where it is told."""
    if not source.sitemap.get("follow_index", 0):
        raise SourceError(
            "sitemap-index", "an index of sitemaps; set sitemap.follow_index, or name one of its sitemaps instead"
        )
    told = [_fields(entry) for entry in index.iterchildren(etree.Element) if _name(entry) == "sitemap"]
    # ISO dates sort as text; without dates the order of the document stays.
    newest = sorted(told, key=lambda fields: fields.get("lastmod", ""), reverse=True)
    links = dict.fromkeys(absolute(fields.get("loc", ""), base) for fields in newest)
    follow = tuple(link for link in links if link)[:_FOLLOWED]
    if not follow:
        raise SourceError("sitemap-index", "an index of sitemaps that names none")
    if len(told) > len(follow):
        remark(f"follow the newest {len(follow)} of {len(told)} sitemaps")
    return follow
