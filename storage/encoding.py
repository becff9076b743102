"""How values stand in columns.

Instants are whole microseconds since 1970 in UTC: they compare and index as integers and come back exactly.
Lists are JSON, because nothing is ever searched inside them.
"""

import json
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from hashlib import blake2b

from bot.model import Evidence, Hit, RuleHit

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
# json.dumps with these settings would build an encoder for every call: three times as slow.
_to_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def micros(at: datetime) -> int:
    """An aware instant as a column holds it; a naive one is a TypeError."""
    return (at - EPOCH) // _MICROSECOND


def instant(stored: int) -> datetime:
    """The instant a column holds."""
    return EPOCH + timedelta(microseconds=stored)


def micros_or_none(at: datetime | None) -> int | None:
    """Like `micros`, keeping what is not known."""
    return None if at is None else (at - EPOCH) // _MICROSECOND


def instant_or_none(stored: int | None) -> datetime | None:
    """Like `instant`, keeping what is not known."""
    return None if stored is None else EPOCH + timedelta(microseconds=stored)


@lru_cache(maxsize=1024)  # asked for when a document is recalled, and when it is remembered
def key_number(key: str) -> int:
    """An identity key as 64 bits.

    At a million keys, whole texts take four times the room and twice the time to look up (measured November 2026);
    among ten million, two share a number with a chance of 1 in 370,000.
    """
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)


def listed(words: Iterable[str | int]) -> str:
    """Words or ids as a JSON array."""
    return _to_json(list(words)) if words else "[]"  # most articles have no topic


@lru_cache(maxsize=4096)
def words_of(stored: str) -> tuple[str, ...]:
    """The words of a JSON array; the same few sets of topics recur in every article."""
    return tuple(json.loads(stored))


def hits_to_json(why: Iterable[RuleHit]) -> str:
    """Rule hits as nested arrays: small, and written thousands of times."""
    rows = [[one.rule, [[hit.field, hit.start, hit.end, hit.term] for hit in one.hits]] for one in why]
    return _to_json(rows)


def hits_from_json(stored: str) -> tuple[RuleHit, ...]:
    """The rule hits of `hits_to_json`."""
    return tuple(RuleHit(rule, tuple(Hit(*hit) for hit in hits)) for rule, hits in json.loads(stored))


def evidence_to_json(why: Iterable[Evidence]) -> str:
    """The reasons of a grade as nested arrays."""
    rows = [(concept, text, field, *at, facet, weight) for concept, text, field, at, facet, weight in why]
    return _to_json(rows)


def evidence_from_json(stored: str) -> tuple[Evidence, ...]:
    """The reasons of `evidence_to_json`."""
    return tuple(
        Evidence(concept, text, field, (start, end), facet, weight)
        for concept, text, field, start, end, facet, weight in json.loads(stored)
    )
