"""One visit to an outlet: its document, and the documents that this one points to for its items."""

from dataclasses import replace
from functools import lru_cache
from urllib.parse import urlsplit

from bot.desk.aftermath import address
from bot.house import House
from bot.model import Fetched, FetchOutcome, Item, Parsed, Source, SourceState, Validators

#: Seconds that a visit may wait for its turn at a host while it holds one of the places.
PATIENCE = 10.0
#: Documents that one index may lead to in one visit.
FOLLOWED = 5
#: What is read where there is nothing to read.
NOTHING = Parsed()
#: Items that may come of one visit.
ITEMS = 500


def host_of(source: Source) -> str:
    """The host that a source lives at, with its port."""
    return _host(source.url)


@lru_cache(maxsize=4096)
def _host(url: str) -> str:
    return urlsplit(url).netloc.lower()


async def visit(source: Source, state: SourceState, house: House) -> tuple[Fetched, Parsed]:
    """Fetches and reads a source where it lives; an index brings the items of what it names."""
    there = address(source, state)
    asked = source if there == source.url else replace(source, url=there)
    # An index may stay as it is while the documents it names change: it is always asked for whole.
    validators = Validators() if source.sitemap.get("follow_index") else state.validators
    fetched = await house.door.get(asked, validators, now=house.now())
    if fetched.outcome is not FetchOutcome.FETCHED:
        return fetched, NOTHING
    parsed = await house.parsers.parse(fetched, asked, house.now())
    return fetched, await _followed(parsed, asked, house) if parsed.follow else parsed


async def _followed(index: Parsed, source: Source, house: House) -> Parsed:
    """The items of the documents that an index names, each fetched as politely as any other."""
    items: list[Item] = []
    warnings, failures = list(index.warnings), []
    for place in index.follow[:FOLLOWED]:
        part = await _part(elsewhere(source, place), house)
        items += part.items
        warnings += part.warnings
        if part.cause:
            failures.append(part)
            warnings.append(f"{place}: {part.reason}")
    if failures and not items:
        return replace(failures[0], warnings=tuple(warnings))
    return Parsed(tuple(items[:ITEMS]), warnings=tuple(dict.fromkeys(warnings)))


async def _part(source: Source, house: House) -> Parsed:
    fetched = await house.door.get(source, Validators(), now=house.now())
    if fetched.outcome is not FetchOutcome.FETCHED:
        return Parsed(cause=fetched.cause or "unknown", reason=fetched.reason)
    parsed = await house.parsers.parse(fetched, source, house.now())
    if parsed.follow:
        return Parsed(cause="sitemap-index", reason="an index inside an index is not followed")
    return parsed


def elsewhere(source: Source, place: str) -> Source:
    """The source asked at another address; what was configured for its own host stays with that host."""
    there = replace(source, url=place)
    if host_of(there) == host_of(source):
        return there
    return replace(there, headers={}, cookies={}, tls={})
