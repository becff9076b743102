"""How values stand in columns.

Instants are whole microseconds since 1970 in UTC: they compare and index as integers and come back exactly.
Lists are JSON, because nothing is ever searched inside them.
"""

import json
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from bot.model import Evidence, Hit, RuleHit

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


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


def listed(words: Iterable[str | int]) -> str:
    """Words or ids as a JSON array."""
    return json.dumps(list(words), ensure_ascii=False, separators=(",", ":"))


def words_of(stored: str) -> tuple[str, ...]:
    """The words of a JSON array."""
    return tuple(json.loads(stored)) if stored != "[]" else ()


def hits_to_json(why: Iterable[RuleHit]) -> str:
    """Rule hits as nested arrays: small, and written thousands of times."""
    rows = [[one.rule, [[hit.field, hit.start, hit.end, hit.term] for hit in one.hits]] for one in why]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def hits_from_json(stored: str) -> tuple[RuleHit, ...]:
    """The rule hits of `hits_to_json`."""
    return tuple(RuleHit(rule, tuple(Hit(*hit) for hit in hits)) for rule, hits in json.loads(stored))


def evidence_to_json(why: Iterable[Evidence]) -> str:
    """The reasons of a grade as nested arrays."""
    rows = [[one.concept, one.text, one.field, *one.at, one.facet, one.weight] for one in why]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def evidence_from_json(stored: str) -> tuple[Evidence, ...]:
    """The reasons of `evidence_to_json`."""
    return tuple(
        Evidence(concept, text, field, (start, end), facet, weight)
        for concept, text, field, start, end, facet, weight in json.loads(stored)
    )
