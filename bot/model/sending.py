"""A decision to tell somebody, on its way to being told."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.model.people import Destination, RuleHit


class DeliveryState(StrEnum):
    """Where an outbox row stands (design rules of delivery: a row is *sending* before the call)."""

    NEW = "new"
    SENDING = "sending"
    SENT = "sent"
    WAIT = "wait"
    UNKNOWN = "unknown"
    UNCONFIRMED = "unconfirmed"
    DROPPED = "dropped"


class Outcome(StrEnum):
    """What an answer means for the delivery it answers, by cause."""

    SENT = "sent"
    WAIT = "wait"
    NOT_SENT = "not_sent"
    UNKNOWN = "unknown"
    OURS = "ours"
    SUBSCRIPTION = "subscription"
    GONE = "gone"
    MOVED = "moved"
    FATAL = "fatal"


@dataclass(frozen=True, slots=True)
class Alert:
    """A decision that somebody shall be told; becomes an outbox row in the same transaction."""

    destination: int
    kind: str  # alert, thread, digest, notice
    event: str  # "story:812", "article:9931", "digest:2026-11-22": unique with destination and kind
    due: datetime  # not before
    why: tuple[RuleHit, ...] = ()  # the rules that hit, all of them
    article: int = 0  # the article whose text holds the hits
    expires: datetime | None = None  # older alerts go to the digest, not to the phone
    silent: bool = False
    bundle: str = ""  # why it waits to be told with others (hourly, quiet, snooze); "": told by itself
    parent: str = ""  # the alert this continues: whoever got it is told by a quiet thread row instead


@dataclass(frozen=True, slots=True)
class Delivery:
    """An outbox row as the sender sees it."""

    id: int
    destination: Destination
    kind: str
    event: str
    state: DeliveryState
    due: datetime
    attempts: int
    created: datetime
    why: tuple[RuleHit, ...] = ()
    article: int = 0
    expires: datetime | None = None
    silent: bool = False
    message_id: str = ""  # the channel's, once sent
    lang: str = "en"  # the subscriber's
    tz: str = "Asia/Seoul"  # the subscriber's
    doubts: int = 0  # sends whose answer was lost, the current one not yet among them
    plain: bool = False  # the next send goes without entities and buttons, shortened

    @property
    def key(self) -> str:
        """The idempotency key: made with the row, the same at every attempt."""
        return f"{self.destination.id}/{self.kind}/{self.event}"


@dataclass(frozen=True, slots=True)
class Span:
    """A run of a message's text with a meaning; half-open code points."""

    start: int
    end: int
    style: str  # bold, italic, link, code
    url: str = ""  # of a link


@dataclass(frozen=True, slots=True)
class Button:
    """Something to tap: a link, or an opaque action of ours."""

    label: str
    url: str = ""
    action: str = ""


@dataclass(frozen=True, slots=True)
class Seal:
    """What a button does, kept on our side: the button itself carries only the id."""

    id: str  # opaque; the Bot API's callback data
    chat: str  # the only chat in which it works
    action: str  # a command's name and what follows, such as "list pause 12"
    expires: datetime  # UTC


@dataclass(frozen=True, slots=True)
class Mailing:
    """What makes a mail one of a series: whose it is, of which day, where it is stopped and where it is read whole."""

    person: int = 0  # Subscriber.id
    day: date | None = None  # local to the reader; the series' key with `person`
    unsubscribe: str = field(
        default="", repr=False
    )  # https address that ends the series; "": there is none that can be reached
    online: str = field(default="", repr=False)  # https address of the whole digest; "": there is none
    token: str = field(default="", repr=False)  # what a mail to us says that ends the series


@dataclass(frozen=True, slots=True)
class Message:
    """What is to be said, neutral and unescaped; a channel renders it."""

    text: str
    spans: tuple[Span, ...] = ()
    buttons: tuple[tuple[Button, ...], ...] = ()  # rows
    subject: str = ""  # mail only
    html: str = ""  # mail only
    silent: bool = False
    headers: Mapping[str, str] = field(default_factory=dict)  # mail only
    key: str = ""  # the delivery's; a mail's Message-ID is made from it
    date: datetime | None = None  # UTC, when it was decided; a mail's Date, so that every attempt is the same mail
    outlets: int = 0  # how many a story's alert names; 0: it is no alert
    reply_to: str = ""  # the channel's id of the message that this one answers
    mailing: Mailing | None = None  # mail only; None: not one of a series


@dataclass(frozen=True, slots=True)
class Answer:
    """What a channel heard back, before anybody judges it."""

    channel: str
    ok: bool
    sent: str = "yes"  # did the request leave and was it accepted: yes, no, unknown
    status: int = 0  # HTTP or SMTP code; 0: none came
    text: str = ""  # the other side's words or the error's, secrets removed
    message_id: str = ""
    retry_after: timedelta | None = None
    moved_to: str = ""  # migrate_to_chat_id
    stage: str = ""  # where a mail's talk ended: connect ehlo starttls auth mail rcpt data quit


@dataclass(frozen=True, slots=True)
class Settlement:
    """What to do with a delivery after its answer."""

    outcome: Outcome
    state: DeliveryState
    reason: str = ""
    message_id: str = ""
    due: datetime | None = None  # when to try again
    counts: bool = True  # whether the attempt counts towards giving up
    moved_to: str = ""
    plain: bool = False  # resend without entities and buttons
    pause: bool = False  # the destination is to be paused now, with the reason
