"""Is this the same article? Several keys answer; any one that is equal says yes.

A guid counts only within its source, a title only within its outlet and for a week, an address everywhere.
An address of an aggregator is a pointer, so it counts only within that source.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from hashlib import blake2b

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


def keys(item: Item, source: Source) -> tuple[str, ...]:
    """The identity keys of one item, strongest first."""
    address = _address(item, source)
    title = _title(item, source)
    guid = f"guid:{source.id}:{_scheme_less(item.guid)}" if item.guid else ""
    order = {"guid": (guid, address, title), "link": (address, title), "title": (title, address)}
    found = tuple(key for key in order.get(source.guid_strategy, (guid, address, title)) if key)
    return found or (_words(item, source),)


def document_keys(items: Sequence[Item], source: Source) -> tuple[tuple[str, ...], ...]:
    """The keys of every item of one document, without those that the document itself proves unreliable.

    A key that stands on items of different words *and* different other marks names nothing there: one guid on
    several articles, one title on several, one page whose parts are told apart by fragments.
    """
    all_keys = [keys(item, source) for item in items]
    meanings: dict[str, set[tuple[str, str]]] = {}
    for item, item_keys in zip(items, all_keys, strict=True):
        address, words = _address(item, source) or item.guid, content_hash(item.title, item.summary)
        for key in item_keys:
            mark = (item.guid or words) if key == address else address
            meanings.setdefault(key, set()).add((mark, words))
    unreliable = {key for key, seen in meanings.items() if _names_many(seen)}
    reliable = (tuple(key for key in item_keys if key not in unreliable) for item_keys in all_keys)
    return tuple(found or (_words(item, source),) for item, found in zip(items, reliable, strict=True))


def find(item_keys: Iterable[str], known: Mapping[str, Known], now: datetime) -> Known | None:
    """The remembered article that one of the keys names, the strongest key deciding."""
    for key in item_keys:
        found = known.get(key)
        if found and not (key.startswith("title:") and now - found.seen > TITLE_LIVES):
            return found
    return None


def _words(item: Item, source: Source) -> str:
    """What has nothing else is at least known by its words: an item without a key would never be stored."""
    return f"words:{source.id}:{content_hash(item.title, item.summary)}"


def _names_many(meanings: set[tuple[str, str]]) -> bool:
    addresses = Counter(address for address, _ in meanings)
    words = Counter(text for _, text in meanings)
    return len(addresses) > 1 and len(words) > 1


def _address(item: Item, source: Source) -> str:
    if not item.url:
        return ""
    key = url_key(
        item.url, keep=source.keep_query_params, drop=source.drop_query_params, keep_fragment=source.keep_fragment
    )
    return f"link:{source.id}:{key}" if source.kind == "aggregator" else f"url:{key}"


def title_key(outlet: str, title: str) -> str:
    """The key of a title within an outlet; "" when the title is too short to name anything."""
    folded = fold(title).text
    weight = sum(2 if letter >= "ᄀ" else 1 for letter in folded if letter.isalnum())
    return f"title:{outlet}:{folded}" if weight >= TITLE_WEIGHT else ""


def _title(item: Item, source: Source) -> str:
    known_host = item.url and source.kind != "aggregator"
    return title_key(url_key(item.url).partition("/")[0] if known_host else source.id, item.title)


def _scheme_less(guid: str) -> str:
    """A guid that is an address, without its scheme: a move to https is no news (feedbin#206)."""
    return guid.removeprefix("https://").removeprefix("http://")
