"""Is this the same article? Several keys answer; any one that is equal says yes.

A guid counts only within its source, a title only within its outlet and for a week, an address everywhere.
An address of an aggregator is a pointer, so it counts only within that source.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import blake2b
from urllib.parse import urlsplit

from bot.desk.text.fold import fold
from bot.desk.text.urls import url_key
from bot.model import Item, Known, Source

TITLE_LIVES = timedelta(days=7)
#: Shorter titles ("Editorial", "社评") recur for different articles. CJK characters weigh two.
TITLE_WEIGHT = 14


def content_hash(title: str, lead: str) -> str:
    """Names the words of an article; other words under the same key are a revision."""
    folded = f"{fold(title).text}\0{fold(lead).text}"
    return blake2b(folded.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


@dataclass(frozen=True, slots=True)
class Marks:
    """What can tell one item from another, by itself."""

    keys: tuple[str, ...]  # strongest first
    address: str  # the key of the address; "" without one
    guid: str  # according to the outlet
    words: str  # content hash
    source: str  # Source.id

    @property
    def last_resort(self) -> str:
        """What has nothing else is at least known by its words: an item without a key would never be stored."""
        return f"words:{self.source}:{self.words}"


def marks(item: Item, source: Source) -> Marks:
    """The marks of one item."""
    address, host = _address(item, source)
    title = title_key(host, item.title)
    guid = f"guid:{source.id}:{_scheme_less(item.guid)}" if item.guid else ""
    order = {"guid": (guid, address, title), "link": (address, title), "title": (title, address)}
    found = tuple(key for key in order.get(source.guid_strategy, (guid, address, title)) if key)
    return Marks(found, address, item.guid, content_hash(item.title, item.summary), source.id)


def reliable_keys(document: Sequence[Marks]) -> tuple[tuple[str, ...], ...]:
    """The identity keys of every item of one document, without those that the document itself proves unreliable.

    A key that stands on items of different words *and* different other marks names nothing there: one guid on
    several articles, one title on several, one page whose parts are told apart by fragments.
    """
    often = {key for key, times in Counter(key for item in document for key in item.keys).items() if times > 1}
    if not often:  # as nearly always
        return tuple(item.keys or (item.last_resort,) for item in document)
    meanings: dict[str, set[tuple[str, str]]] = {}
    for item in document:
        for key in often.intersection(item.keys):
            other = (item.guid or item.words) if key == item.address else (item.address or item.guid)
            meanings.setdefault(key, set()).add((other, item.words))
    unreliable = {key for key, seen in meanings.items() if len(seen) > 1 and _names_many(seen)}
    return tuple(tuple(key for key in item.keys if key not in unreliable) or (item.last_resort,) for item in document)


def find(item_keys: Iterable[str], known: Mapping[str, Known], now: datetime) -> Known | None:
    """The remembered article that one of the keys names, the strongest key deciding."""
    for key in item_keys:
        found = known.get(key)
        if found and not (key.startswith("title:") and now - found.seen > TITLE_LIVES):
            return found
    return None


def address_keys(canonical: str, url: str, source: Source) -> tuple[str, ...]:
    """The key of the address that an article's page calls its own; none where that leads to another host."""
    if not canonical or urlsplit(canonical).hostname != urlsplit(url).hostname or urlsplit(canonical).path in {"", "/"}:
        return ()
    key = url_key(
        canonical, keep=source.keep_query_params, drop=source.drop_query_params, keep_fragment=source.keep_fragment
    )
    return (f"url:{key}",)


def _names_many(meanings: set[tuple[str, str]]) -> bool:
    return len({other for other, _ in meanings}) > 1 and len({words for _, words in meanings}) > 1


def _address(item: Item, source: Source) -> tuple[str, str]:
    """The address as a key, and the outlet within which a title counts."""
    if not item.url:
        return "", source.id
    key = url_key(
        item.url, keep=source.keep_query_params, drop=source.drop_query_params, keep_fragment=source.keep_fragment
    )
    if item.pointer or source.kind == "aggregator":
        # Many questions of one press conference stand at one address: where a guid tells them apart, it has no say.
        return ("" if item.pointer and item.guid else f"link:{source.id}:{key}"), source.id
    return f"url:{key}", key.partition("/")[0]


def title_key(outlet: str, title: str) -> str:
    """The key of a title within an outlet; "" when the title is too short to name anything."""
    folded = fold(title).text
    weight = 0
    for letter in folded:
        if letter.isalnum():
            weight += 2 if letter >= "ᄀ" else 1
            if weight >= TITLE_WEIGHT:
                return f"title:{outlet}:{folded}"
    return ""


def _scheme_less(guid: str) -> str:
    """A guid that is an address, without its scheme: a move to https is no news (feedbin#206)."""
    return guid.removeprefix("https://").removeprefix("http://")
