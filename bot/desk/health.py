"""How a source is doing, in one word and in a sentence."""

from datetime import datetime, timedelta

from bot.model import Fetched, FetchOutcome, Parsed, Source, SourceState

#: Answers that say "not you", as against "not working".
BLOCKING = frozenset({401, 403, 407, 412, 418, 429, 451})
GONE_AFTER = timedelta(days=7)
#: A single bad poll is an accident; people hear of the third.
BROKEN_AFTER = 3


def failure_of(fetched: Fetched, parsed: Parsed) -> tuple[str, str]:
    """The cause and the reason of a failed poll, two empty strings of a good one."""
    if fetched.outcome is FetchOutcome.FAILED:
        return fetched.cause or "unknown", fetched.reason or "the visit failed without a reason"
    return parsed.cause, parsed.reason


def state_word(source: Source, state: SourceState, now: datetime, status: int = 0) -> str:
    """One of new, fresh, quiet, stale, blocked, broken, moved, gone."""
    if state.gone_since and now - state.gone_since >= GONE_AFTER:
        return "gone"
    if state.failures:
        return _failing_word(state, status)
    if state.moved_to:
        return "moved"
    if state.last_good is None:
        return "new"
    if state.newest_item and now - state.newest_item > source.stale_after:
        return "stale"
    if state.last_new and now - state.last_new > source.every * 6:
        return "quiet"
    return "fresh"


def _failing_word(state: SourceState, status: int) -> str:
    if status in BLOCKING or state.cause in {"blocked", "robots", "challenge"}:
        return "blocked"
    return "broken" if state.failures >= BROKEN_AFTER or state.last_good is None else state.state
