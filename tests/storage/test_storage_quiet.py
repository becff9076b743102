"""Visits that brought nothing, written down together."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.model import SourceState, Validators
from storage import Store, heartbeat, quiet, sources
from storage.errors import StorageError
from storage.quiet import Quiet

NOON = datetime(2026, 11, 23, 3, tzinfo=UTC)
SEEN = SourceState(
    "wire",
    Validators('"a"', "yesterday", "0f"),
    NOON,
    NOON,
    NOON,
    NOON,
    NOON,
    failures=2,
    empties=1,
    polls=9,
    unchanged=4,
    items_seen=30,
    reason="backing off",
    cause="timeout",
    state="broken",
)
LATER = NOON + timedelta(minutes=5)


def unchanged(state: SourceState) -> SourceState:
    """Everything that a visit without a document may change."""
    return replace(
        state,
        next_due=LATER,
        last_poll=LATER,
        last_good=LATER,
        failures=0,
        polls=state.polls + 1,
        unchanged=state.unchanged + 1,
        reason="its own interval",
        cause="",
        state="moved",
        baselined=True,
        moved_to="https://elsewhere.example/",
        moved_since=LATER,
        gone_since=NOON,
        moved_from="https://wire.example/",
        address="https://elsewhere.example/",
    )


@pytest.fixture
async def store(tmp_path: Path):
    opened = Store.open(tmp_path / "chipwire.db", now=NOON)
    yield opened
    await opened.close()


async def states(store: Store) -> dict[str, SourceState]:
    return {state.source: state for state in await store.read(sources.states)}


async def test_those_who_wait_together_are_on_the_disk_together(store: Store) -> None:
    """Every state comes back as it was given, and a poll has ended."""
    many = [replace(SEEN, source=f"wire-{number}") for number in range(5)]
    await store.write(lambda db: sources.save_states(db, many))
    together, after = Quiet(store), [unchanged(state) for state in many]
    await asyncio.gather(*(together.save(state, LATER, under_way=5) for state in after))
    assert {state.source: state for state in after} == await states(store)
    assert await store.read(heartbeat.last_heartbeat) == LATER


async def test_one_that_was_never_stored_is_stored_whole(store: Store) -> None:
    """A source met for the first time loses nothing beside one that is known."""
    await store.write(lambda db: sources.save_state(db, SEEN))
    known, fresh = unchanged(SEEN), replace(unchanged(SEEN), source="new", validators=Validators('"b"'))
    together = Quiet(store)
    await asyncio.gather(*(together.save(state, LATER, under_way=2) for state in (known, fresh)))
    assert {"wire": known, "new": fresh} == await states(store)


async def test_nobody_waits_long_for_a_slow_one(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """With visits still under way, a state is written after a moment."""
    monkeypatch.setattr(quiet, "LATEST", 0.01)
    await Quiet(store).save(SEEN, LATER, under_way=50)
    assert await states(store) == {"wire": SEEN}


async def test_who_gives_up_takes_no_other_with_it(store: Store) -> None:
    """A visit that is cancelled while it waits leaves the others' states to be written."""
    together = Quiet(store)
    given_up = asyncio.ensure_future(together.save(SEEN, LATER, under_way=3))
    other = asyncio.ensure_future(together.save(replace(SEEN, source="other"), LATER, under_way=3))
    await asyncio.sleep(0)
    given_up.cancel()
    await together.save(replace(SEEN, source="last"), LATER, under_way=3)
    await other
    assert {"wire", "other", "last"} == set(await states(store))


async def test_everybody_hears_that_nothing_could_be_written(store: Store) -> None:
    """A failing disk is told to each visit of the batch."""
    await store.close()
    together = Quiet(store)
    heard = await asyncio.gather(*(together.save(SEEN, LATER, under_way=2) for _ in range(2)), return_exceptions=True)
    assert [StorageError, StorageError] == [type(error) for error in heard]
