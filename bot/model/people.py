"""Who reads, what they asked for, and where they are reached."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Pace(StrEnum):
    """How soon a subscriber hears of a hit."""

    INSTANT = "instant"
    SILENT = "silent"
    HOURLY = "hourly"
    DIGEST = "digest"


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a condition was met: half-open code points of the field's original text."""

    field: str  # title, lead or body
    start: int
    end: int
    term: str  # the condition as typed


@dataclass(frozen=True, slots=True)
class Rule:
    """A subscriber's line of text and where its hits go."""

    id: int
    subscriber: int  # Subscriber.id
    text: str  # as typed
    destination: int  # Destination.id
    pace: Pace = Pace.INSTANT
    name: str = ""
    min_grade: int = 0  # 0: the rule ignores the grade; built-in topics ask for 1
    paused: bool = False
    created: datetime | None = None
    urgent: bool = False  # comes through quiet hours, as official statements do
    number: int = 0  # what its owner calls it by, counted from 1; 0: not stored yet


@dataclass(frozen=True, slots=True)
class RuleHit:
    """A rule that an article meets, with the places to show in bold."""

    rule: int  # Rule.id
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Destination:
    """An address that a channel can reach."""

    id: int
    subscriber: int
    channel: str  # console, telegram, email
    address: str  # chat id, mail address, or "-" for the console
    thread: int = 0  # forum topic of a Telegram group; 0: none
    confirmed: bool = True  # mail waits for its opt-in
    paused: str = ""  # why nothing is sent there; "" while it is open
    group: bool = False  # a group or channel: slower limits
    refusals: int = 0  # permanent refusals in a row; mail is paused after three
    consented: datetime | None = None  # UTC; when the owner of a mail address opted in


@dataclass(frozen=True, slots=True)
class Subscriber:
    """A person, or a chat that several people read."""

    id: int
    name: str = ""
    lang: str = "en"  # en ko zh-Hans zh-Hant
    tz: str = "Asia/Seoul"  # IANA
    pace: Pace = Pace.INSTANT
    since: datetime | None = None  # alerts nothing that was seen before
    reads: tuple[str, ...] = ()  # languages that alerts may be in; none named: all
    quiet: str = ""  # "23:00-07:00" in `tz`; "" for none
    snoozed: datetime | None = None  # UTC; until then alerts are held
    hourly_cap: int = 0  # alerts an hour, the rest is told together; 0: no cap
    heartbeat: bool = False  # a daily word that nothing matched and the sources are well
    digest_at: str = "07:00"  # the digest's time in `tz`
    digest_days: str = "1234567"  # its weekdays; Monday is 1
