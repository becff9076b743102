"""An unchanged answer leaves a source as the long way round would leave it."""

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from bot.desk import aftermath
from bot.desk.aftermath import Circumstances, after_success
from bot.desk.rhythm import Rhythm
from bot.model import Fetched, FetchOutcome, Parsed, Source, SourceState, Validators

NOON = datetime(2026, 11, 23, 3, tzinfo=UTC)
WIRE = Source("wire", "Wire", "KR", "news-agency", "ko", "feed", "https://wire.example/rss")
WELL = SourceState(
    "wire", Validators('"a"'), NOON, NOON, NOON, NOON, NOON, polls=9, unchanged=4, items_seen=30, baselined=True
)
STATES = [
    replace(WELL, **changes)
    for changes in (
        {},
        {"last_new": None, "newest_item": None},
        {"last_new": NOON - timedelta(days=3), "newest_item": NOON - timedelta(days=9)},
        {"failures": 3, "cause": "timeout", "reason": "it did not answer", "state": "broken"},
        {"empties": 2},
        {"empties": 3, "state": "broken"},
        {"gone_since": NOON - timedelta(days=8), "state": "gone"},
        {"moved_to": "https://new.example/", "moved_since": NOON - timedelta(days=8), "moved_from": WIRE.url},
        {"moved_from": "https://old.example/", "address": "https://new.example/"},
        {"baselined": False, "last_good": None},
        {"cause": "empty"},
    )
]
#: Every field in turn with something in it.
EARLIER = NOON - timedelta(hours=7)
FULL = SourceState(
    source="other",
    validators=Validators("b"),
    next_due=EARLIER,
    last_poll=EARLIER,
    last_good=EARLIER,
    last_new=EARLIER,
    newest_item=EARLIER,
    failures=7,
    empties=7,
    polls=7,
    unchanged=7,
    items_seen=7,
    reason="x",
    cause="x",
    state="x",
    baselined=True,
    moved_to="x",
    moved_since=EARLIER,
    moved_from="x",
    address="x",
    gone_since=EARLIER,
)
STATES += [replace(WELL, **{field.name: getattr(FULL, field.name)}) for field in fields(SourceState)]
VISITS = [
    Fetched("wire", FetchOutcome.UNCHANGED, WIRE.url, 304, **changes)
    for changes in (
        {},
        {"moved_to": "https://new.example/"},
        {"fresh_for": timedelta(hours=2), "retry_after": timedelta(hours=1)},
        {"cause": "cut", "reason": "the transfer broke off"},
    )
]
HABITS = [Rhythm(), Rhythm(14.0, tuple(1.0 if hour == 3 else 0.0 for hour in range(24)), 4.0, 2)]


@pytest.mark.parametrize("state", STATES)
def test_the_short_way_leads_to_the_same_place(state: SourceState, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is decided quickly for a source that is well is what is decided for every other."""
    quick, slow = [], []
    for decided, steady in ((quick, aftermath._steady), (slow, lambda *_: False)):
        monkeypatch.setattr(aftermath, "_steady", steady)
        for visit, habits, hours in product(VISITS, HABITS, (0, 15, 200)):
            around = Circumstances(NOON + timedelta(hours=hours), 0.3, habits)
            decided.append(after_success(WIRE, visit, Parsed(), (), 0, state, around))
    assert slow == quick


def test_a_source_that_is_well_goes_the_short_way() -> None:
    """Otherwise the comparison above would compare nothing."""
    assert aftermath._steady(VISITS[0], WELL)


def test_no_field_of_a_state_is_left_out_of_the_comparison() -> None:
    """A field that comes later must not be lost on the short way."""
    assert [field.name for field in fields(SourceState) if getattr(FULL, field.name) == field.default] == []
