"""What operators are told of the service: one notice when something has gone wrong for good, one when it is over."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

#: A trouble that was away for less is still the same trouble.
CALM = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    name: str
    wrong: str  # in words; "" while all is well
    patience: timedelta = timedelta()  # how long it may be wrong before anybody is told


@dataclass(frozen=True, slots=True)
class Standing:
    """What is remembered of a trouble until it is over."""

    since: datetime  # UTC, when it was first seen
    words: str
    told: bool = False
    well_since: datetime | None = None  # UTC; None: it was wrong when last looked at


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to tell; the same event is told once."""

    event: str
    words: str


@dataclass(frozen=True, slots=True)
class Tally:
    """A day of sending in numbers."""

    sent: int = 0
    waiting: int = 0
    unknown: int = 0
    unconfirmed: int = 0
    dropped: Mapping[str, int] | None = None  # by reason


def weigh(
    standings: Mapping[str, Standing], findings: Iterable[Finding], now: datetime
) -> tuple[dict[str, Standing], tuple[Notice, ...]]:
    """What is to be remembered from now on, and what is to be told now.

    A trouble is told once it outlasts its patience, and its end once it stayed away for a while; one that flickers
    is told once.
    """
    after: dict[str, Standing] = {}
    notices: list[Notice] = []
    for finding in findings:
        stands = _stands(standings.get(finding.name), finding, now)
        if stands is None:
            continue
        if stands.well_since and now - stands.well_since >= CALM:
            if stands.told:
                notices.append(_over(finding.name, stands))
            continue
        if finding.wrong and not stands.told and now - stands.since >= finding.patience:
            stands = replace(stands, told=True)
            notices.append(Notice(_event(finding.name, stands), f"⚠ {finding.wrong}"))
        after[finding.name] = stands
    return after, tuple(notices)


def roll_up(standings: Mapping[str, Standing], tally: Tally, day: date) -> Notice | None:
    """The daily word for operators; None on a day without anything to look at."""
    dropped = tally.dropped or {}
    troubles = [stands for stands in standings.values() if stands.told]
    if not (troubles or dropped or tally.unknown or tally.unconfirmed):
        return None
    lines = [
        f"{day}: {tally.sent} sent, {tally.waiting} waiting, {tally.unknown} in doubt, {tally.unconfirmed} unconfirmed"
    ]
    lines += [f"{count} dropped: {reason}" for reason, count in sorted(dropped.items(), key=lambda one: -one[1])[:5]]
    lines += [f"⚠ since {stands.since:%m-%d %H:%M} UTC: {stands.words}" for stands in troubles]
    return Notice(f"day:{day}", "\n".join(lines))


def _stands(before: Standing | None, finding: Finding, now: datetime) -> Standing | None:
    if finding.wrong:
        return replace(before, words=finding.wrong, well_since=None) if before else Standing(now, finding.wrong)
    return replace(before, well_since=before.well_since or now) if before else None


def _event(name: str, stands: Standing) -> str:
    return f"{name}:{stands.since:%Y-%m-%dT%H:%M:%S}"


def _over(name: str, stands: Standing) -> Notice:
    return Notice(f"{_event(name, stands)}:over", f"✓ over, since {stands.well_since:%m-%d %H:%M} UTC: {stands.words}")
