"""What a visit makes of a source's state: counters, validators, where it lives, when it is asked again, and why."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.desk import health, schedule
from bot.desk.rhythm import UNKNOWN, Rhythm
from bot.model import Fetched, FetchOutcome, Parsed, Reading, Source, SourceState, Validators

#: A move is taken for one when valid documents came from there for so long (delivery.md 5.1).
MOVED_FOR_GOOD = timedelta(days=7)
#: So often in a row may a new address fail before the configured one is asked again.
DOUBTED_AFTER = 3


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a decision about a source's state rests on besides the visit itself."""

    now: datetime  # UTC
    roll: float = 0.5  # 0 ≤ roll < 1, spreads the next visit
    rhythm: Rhythm = UNKNOWN  # the source's habits
    outage: str = ""  # why it is us who are offline, in words


def address(source: Source, state: SourceState) -> str:
    """Where to ask: the configured address, or the one that the outlet has lived at for a week."""
    return state.address if state.address and state.moved_from == source.url else source.url


def after_failure(
    source: Source, fetched: Fetched, state: SourceState, around: Circumstances, cause: str, reason: str
) -> SourceState:
    """The state after a visit that brought nothing; validators stay as they were."""
    now = around.now
    if around.outage and cause in health.OUR_LINE:
        # What we could not even try is no failure of the outlet: its counters stand still.
        due, _ = schedule.next_due(source, fetched, replace(state, failures=0), now, around.roll)
        words = f"{around.outage}; {reason}"
        return replace(state, next_due=due, last_poll=now, reason=words, cause=cause, state="offline")
    failures = state.failures + 1
    doubted = failures >= DOUBTED_AFTER
    failed = replace(
        state,
        last_poll=now,
        failures=failures,
        polls=state.polls + 1,
        reason=reason,
        cause=cause,
        gone_since=_gone_since(fetched, state, now),
        # A document that is not the source's is no sign that it lives there now.
        moved_since=now if state.moved_since and fetched.outcome is FetchOutcome.FETCHED else state.moved_since,
        address="" if doubted else state.address,
    )
    due, _ = schedule.next_due(source, fetched, failed, now, around.roll)
    word = health.state_word(source, failed, now, fetched.status)
    return replace(failed, state=word, next_due=now + schedule.GONE_AGAIN if word == "gone" else due)


def after_success(
    source: Source,
    fetched: Fetched,
    parsed: Parsed,
    readings: Sequence[Reading],
    new: int,
    state: SourceState,
    around: Circumstances,
) -> SourceState:
    """The state after a document that was read, or an answer that nothing has changed.

    Args:
        source: as configured.
        fetched: the visit.
        parsed: what was read of it; empty of an unchanged one.
        readings: its items.
        new: how many of them are.
        state: before the visit.
        around: what else decides.
    """
    now, unchanged = around.now, fetched.outcome is FetchOutcome.UNCHANGED
    if unchanged and not fetched.cause and _steady(fetched, state):
        # Nine visits in ten: of what the schedule and the word look at, nothing is other than before. What a steady
        # source does not have is not handed on: `replace` would cost twice as much.
        due, why = schedule.next_due(source, fetched, state, now, around.roll, around.rhythm)
        return SourceState(
            source=state.source,
            validators=state.validators,
            next_due=due,
            last_poll=now,
            last_good=now,
            last_new=state.last_new,
            newest_item=state.newest_item,
            polls=state.polls + 1,
            unchanged=state.unchanged + 1,
            items_seen=state.items_seen,
            reason=why,
            state=health.state_word(source, state, now, rhythm=around.rhythm),
            baselined=True,
        )
    good = replace(
        state,
        validators=state.validators if unchanged else fetched.validators if parsed.whole else Validators(),
        last_poll=now,
        last_good=now,
        failures=0,
        polls=state.polls + 1,
        unchanged=state.unchanged + unchanged,
        cause="",
        baselined=True,
        gone_since=None,
    )
    good = _lives(source, fetched, good, now)
    if not unchanged:
        good = _counted(good, readings, new, now)
    due, why = schedule.next_due(source, fetched, good, now, around.roll, around.rhythm)
    remarks = [fetched.reason if fetched.cause == "cut" else "", _moved_words(good), _empty_words(good, parsed)]
    return replace(
        good,
        next_due=due,
        reason="; ".join([*filter(None, remarks), why]),
        state=health.state_word(source, good, now, rhythm=around.rhythm),
    )


def _steady(fetched: Fetched, state: SourceState) -> bool:
    """Whether a source is as it has been: well, with items, living where it is configured."""
    return (
        state.baselined
        and state.last_good is not None
        and not (
            state.failures
            or state.empties
            or state.cause
            or state.gone_since
            or state.moved_to
            or state.moved_since
            or state.moved_from
            or state.address
            or fetched.moved_to
        )
    )


def _gone_since(fetched: Fetched, state: SourceState, now: datetime) -> datetime | None:
    """Since when the outlet says that it is gone; a silent line in between takes nothing back."""
    if fetched.status == 410:
        return state.gone_since or now
    return state.gone_since if fetched.status == 0 else None


def _lives(source: Source, fetched: Fetched, state: SourceState, now: datetime) -> SourceState:
    """Follows a permanent move: noted at once, taken for granted after a week of valid documents."""
    if state.address and state.moved_from != source.url:
        state = replace(state, address="", moved_from="", moved_to="", moved_since=None)
    if not fetched.moved_to:
        if state.address:
            return state
        still = not (state.moved_to or state.moved_since or state.moved_from)
        return state if still else replace(state, moved_to="", moved_since=None, moved_from="")
    since = state.moved_since if state.moved_since and fetched.moved_to == state.moved_to else now
    proven = now - since >= MOVED_FOR_GOOD
    return replace(
        state,
        moved_to=fetched.moved_to,
        moved_since=since,
        moved_from=source.url,
        address=fetched.moved_to if proven else state.address,
    )


def _counted(state: SourceState, readings: Sequence[Reading], new: int, now: datetime) -> SourceState:
    published = [reading.item.published for reading in readings if reading.item.published]
    newest = max((day for day in published if day <= now), default=None)
    emptied = not readings and state.items_seen > 0
    return replace(
        state,
        newest_item=max(filter(None, (newest, state.newest_item)), default=None),
        items_seen=len(readings) if readings else state.items_seen,
        empties=state.empties + 1 if emptied else 0,
        last_new=now if new else state.last_new,
    )


def _moved_words(state: SourceState) -> str:
    if not state.moved_to:
        return ""
    if state.address:
        return f"it has moved for good to {state.address}; write that into feeds.yaml"
    return f"it moved to {state.moved_to}; followed, and kept after a week"


def _empty_words(state: SourceState, parsed: Parsed) -> str:
    """Why an empty document is suspicious; what the parser remarked may name the cause."""
    if not state.empties:
        return ""
    times = f", {state.empties} times in a row" if state.empties > 1 else ""
    words = f"the document has no items although it had some before{times}"
    return f"{words} ({parsed.warnings[-1]})" if parsed.warnings else words
