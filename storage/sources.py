"""What is remembered of each source between its polls."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from bot.model import SourceState, Validators
from storage.encoding import instant_or_none, micros, micros_or_none

_SELECT = (
    "SELECT"
    " source, etag, last_modified, body_hash, next_due, last_poll, last_good, last_new, newest_item, failures, empties,"
    " polls, unchanged, items_seen, reason, cause, state, baselined, moved_to, moved_since, gone_since, moved_from,"
    " address FROM sources"
)


def recall_state(db: Database, source_id: str) -> SourceState:
    """The state of one source; of a source never polled, a fresh one."""
    row = db.execute(_SELECT + " WHERE source = ?", (source_id,)).fetchone()
    return _state(row) if row else SourceState(source_id)


def save_state(db: Database, state: SourceState) -> None:
    """Remembers a source's state whole; the caller has put validators there only with their items."""
    save_states(db, (state,))


def save_states(db: Database, states: Iterable[SourceState]) -> None:
    """Remembers the states of several sources."""
    db.conn.executemany("INSERT OR REPLACE INTO sources VALUES (?1" + ", ?" * 22 + ")", map(_row, states))


def save_unchanged(db: Database, states: Sequence[SourceState]) -> None:
    """Remembers states after visits that brought no document: what only a document changes is left as it is stored."""
    saved = db.conn.executemany(
        "UPDATE sources SET next_due = ?, last_poll = ?, last_good = ?, failures = ?, polls = ?, unchanged = ?,"
        " reason = ?, cause = ?, state = ?, baselined = ?, moved_to = ?, moved_since = ?, gone_since = ?,"
        " moved_from = ?, address = ? WHERE source = ?",
        map(_changeable, states),
    )
    if saved.rowcount < len(states):
        save_states(db, states)  # one of them has never been stored


def _changeable(state: SourceState) -> tuple[Any, ...]:
    return (
        micros_or_none(state.next_due),
        micros_or_none(state.last_poll),
        micros_or_none(state.last_good),
        state.failures,
        state.polls,
        state.unchanged,
        state.reason,
        state.cause,
        state.state,
        state.baselined,
        state.moved_to,
        micros_or_none(state.moved_since),
        micros_or_none(state.gone_since),
        state.moved_from,
        state.address,
        state.source,
    )


def _row(state: SourceState) -> tuple[Any, ...]:
    validators = state.validators
    return (
        state.source,
        validators.etag,
        validators.last_modified,
        validators.body_hash,
        micros_or_none(state.next_due),
        micros_or_none(state.last_poll),
        micros_or_none(state.last_good),
        micros_or_none(state.last_new),
        micros_or_none(state.newest_item),
        state.failures,
        state.empties,
        state.polls,
        state.unchanged,
        state.items_seen,
        state.reason,
        state.cause,
        state.state,
        state.baselined,
        state.moved_to,
        micros_or_none(state.moved_since),
        micros_or_none(state.gone_since),
        state.moved_from,
        state.address,
    )


def due_sources(db: Database, ids: Iterable[str], now: datetime) -> list[str]:
    """Which of these sources are due, the longest waiting first; one never polled is due at once."""
    due_at = dict(db.execute("SELECT source, next_due FROM sources").fetchall())
    moment = micros(now)
    waiting = [(due_at.get(source) or 0, source) for source in ids]
    return [source for due, source in sorted(waiting) if due <= moment]


def states(db: Database) -> list[SourceState]:
    """Every source ever polled, by id."""
    rows = db.execute(_SELECT + " ORDER BY source")
    return [_state(row) for row in rows]


def _state(row: tuple[Any, ...]) -> SourceState:
    source, etag, last_modified, body_hash, next_due, last_poll, last_good, last_new, newest_item, *rest = row
    failures, empties, polls, unchanged, items_seen, reason, cause, state, baselined, *rest = rest
    moved_to, moved_since, gone_since, moved_from, address = rest
    return SourceState(
        source=source,
        validators=Validators(etag, last_modified, body_hash),
        next_due=instant_or_none(next_due),
        last_poll=instant_or_none(last_poll),
        last_good=instant_or_none(last_good),
        last_new=instant_or_none(last_new),
        newest_item=instant_or_none(newest_item),
        failures=failures,
        empties=empties,
        polls=polls,
        unchanged=unchanged,
        items_seen=items_seen,
        reason=reason,
        cause=cause,
        state=state,
        baselined=bool(baselined),
        moved_to=moved_to,
        moved_since=instant_or_none(moved_since),
        gone_since=instant_or_none(gone_since),
        moved_from=moved_from,
        address=address,
    )
