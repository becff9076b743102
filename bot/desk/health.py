"""How a source is doing, in one word and in a sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.desk.rhythm import UNKNOWN, Rhythm
from bot.model import Fetched, FetchOutcome, Parsed, Reading, Source, SourceState

#: Answers that say "not you", as against "not working".
BLOCKING = frozenset({401, 403, 407, 412, 418, 429, 451})
GONE_AFTER = timedelta(days=7)
#: The same under another status: a page that stands between us and the outlet (intake/foreign.py names it).
WALLS = ("a challenge page", "a login page")
#: A single bad poll is an accident; people hear of the third.
BROKEN_AFTER = 3
#: So many items may be wrong together by accident.
FEW_ITEMS = 8
#: Of the items, in the source's own language; below, the document is another one.
LEAST_LANGUAGE = 0.1
#: Over how long hosts that fail together count as one event, and how many it takes.
WEATHER = timedelta(minutes=10)
LEAST_HOSTS = 3
#: Of fewer hosts than these all must fail: three broken outlets of four are no sign of our own line. And one must have
#: been reached before: right after a start, three that fail may be the three that always do.
FEW_HOSTS = 6
#: What our own line does to a visit; anything an outlet answered is its own doing.
OUR_LINE = frozenset({"dns", "connect", "timeout"})


@dataclass(frozen=True, slots=True)
class Visit:
    """Whether a host was reached, for telling an outlet's outage from our own."""

    at: datetime  # UTC
    host: str
    reached: bool


def visit_of(fetched: Fetched, host: str, now: datetime) -> Visit:
    """What one visit says about the line."""
    return Visit(now, host, fetched.status != 0 or fetched.cause not in OUR_LINE)


def own_outage(visits: Sequence[Visit], now: datetime, before: str = "") -> str:
    """Why it is us who are offline, in words; "" while most hosts are reached.

    Args:
        visits: the last ones, oldest first.
        now: UTC.
        before: what this said after the visit before; an outage lasts until hosts are reached again.
    """
    last: dict[str, bool] = {}
    for visit in visits:
        if now - visit.at <= WEATHER:
            last[visit.host] = visit.reached
    failed = sum(1 for reached in last.values() if not reached)
    few = len(last) < FEW_HOSTS
    known = not few or any(visit.reached for visit in visits)
    if known and failed >= LEAST_HOSTS and failed >= len(last) * (1.0 if few else 2 / 3):
        minutes = int(WEATHER / timedelta(minutes=1))
        return f"{failed} of {len(last)} hosts could not be reached within {minutes} minutes: our network seems down"
    # While we are offline visits are few: a window with nothing but failures proves nothing new.
    return before if before and not any(last.values()) else ""


def failure_of(fetched: Fetched, parsed: Parsed) -> tuple[str, str]:
    """The cause and the reason of a failed poll, two empty strings of a good one."""
    if fetched.outcome is FetchOutcome.FAILED:
        return fetched.cause or "unknown", fetched.reason or "the visit failed without a reason"
    if parsed.cause and fetched.cause == "cut":
        return parsed.cause, f"{parsed.reason}; {fetched.reason}"
    return parsed.cause, parsed.reason


def misshapen(source: Source, readings: Sequence[Reading]) -> tuple[str, str]:
    """Why a document that could be read is not this source's, as cause and reason; empty strings if it is.

    A parked domain, a wall or another edition under the old address parses well: its shape gives it away.
    """
    if len(readings) < FEW_ITEMS:
        return "", ""
    if len({reading.item.title for reading in readings}) == 1:
        return "same-titles", f'all {len(readings)} items are called "{readings[0].item.title[:60]}"'
    family = source.lang.partition("-")[0].lower()
    told = [reading.lang.partition("-")[0] for reading in readings if reading.lang]
    if family not in {"en", "ko", "ja", "zh"} or not told:
        return "", ""
    own = told.count(family)
    if own >= LEAST_LANGUAGE * len(told):
        return "", ""
    other = max(set(told), key=told.count)
    reason = (
        f"{len(told) - own} of {len(told)} items are not in the source's language ({source.lang}) but mostly {other}"
    )
    return "wrong-language", f"{reason}; if that is right, set lang: {other}"


def state_word(source: Source, state: SourceState, now: datetime, status: int = 0, rhythm: Rhythm = UNKNOWN) -> str:
    """One of new, fresh, quiet, stale, blocked, broken, moved, gone."""
    if state.gone_since and now - state.gone_since >= GONE_AFTER:
        return "gone"
    if state.failures:
        return _failing_word(state, status)
    if state.empties >= BROKEN_AFTER:
        return "broken"
    if state.moved_to:
        return "moved"
    if state.last_good is None:
        return "new"
    newest = state.newest_item or state.last_new
    if newest and now - newest > source.stale_after:
        return "stale"
    if state.last_new and now - state.last_new > patience(source, rhythm):
        return "quiet"
    return "fresh"


def patience(source: Source, rhythm: Rhythm) -> timedelta:
    """How long a source may bring nothing new before it counts as quiet: three times its usual gap."""
    usual = timedelta(days=3) / rhythm.usual if rhythm.known and rhythm.usual else timedelta(0)
    return max(source.every * 6, usual)


def _failing_word(state: SourceState, status: int) -> str:
    if status in BLOCKING or state.cause == "robots" or any(wall in state.reason for wall in WALLS):
        return "blocked"
    return "broken" if state.failures >= BROKEN_AFTER or state.last_good is None else state.state
