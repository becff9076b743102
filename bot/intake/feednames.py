"""The elements of plain feeds, and what each of them tells."""

from collections.abc import Mapping

ATOM = "{http://www.w3.org/2005/Atom}"
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
RSS1 = "{http://purl.org/rss/1.0/}"
DC = "{http://purl.org/dc/elements/1.1/}"
MEDIA = "{http://search.yahoo.com/mrss/}"
SYNDICATION = "{http://purl.org/rss/1.0/modules/syndication/}"
WORDPRESS = "{com-wordpress:feed-additions:1}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

_NONE: frozenset[str] = frozenset()
TYPE = frozenset({"type"})
TYPES = frozenset({"text", "html", "text/plain", "text/html"})
PAGES = frozenset({"html", "xhtml", "text/html", "application/xhtml+xml"})
#: Of each element of an item: the field it fills ("": none of ours) and the attributes that leave its meaning alone.
Table = Mapping[str, tuple[str, frozenset[str]]]
_MODULES: Table = {
    CONTENT: ("body", _NONE),
    f"{DC}creator": ("author", _NONE),
    f"{DC}date": ("updated", _NONE),
    f"{DC}subject": ("", _NONE),
    f"{MEDIA}group": ("", _NONE),
    f"{MEDIA}content": (
        "",
        frozenset({"url", "type", "medium", "width", "height", "fileSize", "duration", "isDefault", "expression"}),
    ),
}
RSS_ITEM: Table = {
    "title": ("title", _NONE),
    "link": ("link", _NONE),
    "guid": ("guid", frozenset({"isPermaLink"})),
    "description": ("summary", _NONE),
    "pubDate": ("published", _NONE),
    "author": ("author", _NONE),
    "source": ("publisher", frozenset({"url"})),
    "category": ("", frozenset({"domain"})),
    "comments": ("", _NONE),
    f"{WORDPRESS}post-id": ("", _NONE),
    **_MODULES,
}
RDF_ITEM: Table = {
    f"{RSS1}title": ("title", _NONE),
    f"{RSS1}link": ("link", _NONE),
    f"{RSS1}description": ("summary", _NONE),
    **_MODULES,
}
ATOM_ENTRY: Table = {
    f"{ATOM}title": ("title", TYPE),
    f"{ATOM}id": ("guid", _NONE),
    f"{ATOM}summary": ("summary", TYPE),
    f"{ATOM}content": ("body", TYPE),
    f"{ATOM}published": ("published", _NONE),
    f"{ATOM}updated": ("updated", _NONE),
    f"{ATOM}category": ("", frozenset({"term", "scheme", "label"})),
    f"{ATOM}link": ("links", frozenset({"rel", "type", "href", "title", "hreflang", "length"})),
    f"{ATOM}author": ("person", _NONE),
    f"{MEDIA}group": ("", _NONE),
}
#: What may stand beside the items, holding text or the plainest elements.
BESIDE = frozenset(
    (
        *[
            "title",
            "link",
            "description",
            "language",
            "copyright",
            "managingEditor",
            "webMaster",
            "pubDate",
            "lastBuildDate",
            "category",
        ],
        *["generator", "docs", "ttl", "image", "rating", "url", "width", "height", "cloud"],
        *(f"{RSS1}{name}" for name in ("title", "link", "description", "items", "image")),
        *(
            f"{ATOM}{name}"
            for name in [
                "title",
                "subtitle",
                "link",
                "id",
                "updated",
                "rights",
                "generator",
                "icon",
                "logo",
                "category",
            ]
        ),
        *(f"{ATOM}{name}" for name in ("author", "name", "uri", "email")),
        *(f"{DC}{name}" for name in ("language", "date", "creator", "publisher", "rights", "subject")),
        *(f"{SYNDICATION}{name}" for name in ("updatePeriod", "updateFrequency", "updateBase")),
        *(f"{RDF}{name}" for name in ("Seq", "li", "Bag")),
        f"{WORDPRESS}site",
    )
)
HEEDED = frozenset({"lang", "base", "href", "lastmod"})  # attributes that mean something on any element
