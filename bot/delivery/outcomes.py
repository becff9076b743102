"""What an answer means for its delivery: by cause, not by the name of the class that carried it."""

import re
from dataclasses import replace
from datetime import datetime, timedelta

from bot.model import Answer, DeliveryState, Outcome, Settlement

SOON = timedelta(seconds=1)
BUSY_LONGEST = timedelta(minutes=5)
BAN_LONGEST = timedelta(hours=24)
DOUBT = timedelta(seconds=30)
MAIL_DOUBT = timedelta(minutes=5)
MAIL_SOON = timedelta(minutes=5)
MAIL_LONGEST = timedelta(hours=24)
MAIL_ATTEMPTS = 12  # with the waits above: given up on the fifth day, as mail servers do
REFUSED_SERVER = timedelta(hours=1)
FATAL = timedelta(minutes=5)
REFUSALS = 3
WANTS_LOGIN = 530

# Texts of 400 and 403 answers, lower case. A refusal that none of them explains is taken for ours: it is sent once
# more as plain text and then dropped with the API's own words.
_NO_PLACE = (
    "chat not found",
    "chat_id is empty",
    "peer_id_invalid",
    "user not found",
    "topic_closed",
    "topic_deleted",
    "thread not found",
    "not enough rights",
    "have no rights",
    "need administrator rights",
    "chat_admin_required",
    "chat_restricted",
    "chat_write_forbidden",
    "chat_send_plain_forbidden",
    "user_is_blocked",
    "upgraded to a supergroup",
)
# Enhanced status codes (RFC 3463) of policy, and of a bad sender: said of a recipient, but not about one.
_ABOUT_US = re.compile(r"\b5\.(?:7\.\d+|1\.[78])\b")
_DONE = ("message is not modified",)
_VANISHED = ("message to edit not found", "message can't be edited", "message_id_invalid")


def settle(
    answer: Answer,
    attempts: int,
    now: datetime,
    *,
    doubts: int = 0,
    plain: bool = False,
    refusals: int = 0,
    jitter: timedelta = timedelta(),
) -> Settlement:
    """Decide what becomes of a delivery.

    `attempts` includes the one answered here; `doubts`, `plain` and `refusals` are what the row and its
    destination knew before it. `jitter` is added to every wait: the composition root rolls the dice.
    """
    if answer.ok:
        return Settlement(Outcome.SENT, DeliveryState.SENT, message_id=answer.message_id)
    if answer.sent == "unknown":
        settled = _doubt(answer, doubts, now)
    elif answer.channel == "email":
        settled = _mail(answer, attempts, refusals, now)
    elif answer.status:
        settled = _refusal(answer, attempts, plain=plain, now=now)
    else:
        # The breaker decides when the API is tried again; a row only must not lag behind it, or lose its place.
        settled = _later(Outcome.NOT_SENT, answer, now + SOON)
    return replace(settled, due=settled.due + jitter) if settled.due and settled.due > now else settled


def _doubt(answer: Answer, doubts: int, now: datetime) -> Settlement:
    """One more copy at most: the second lost answer ends the single resends."""
    if doubts:
        return Settlement(Outcome.UNKNOWN, DeliveryState.UNCONFIRMED, reason=answer.text)
    wait = MAIL_DOUBT if answer.channel == "email" else DOUBT
    return Settlement(Outcome.UNKNOWN, DeliveryState.UNKNOWN, reason=answer.text, due=now + wait)


def _refusal(answer: Answer, attempts: int, *, plain: bool, now: datetime) -> Settlement:
    """An answer of the Bot API that it did not take the message, by what it says."""
    if answer.moved_to:
        moved = _later(Outcome.MOVED, answer, now, counts=False)
        return replace(moved, moved_to=answer.moved_to)
    if answer.status == 429:
        return _told_to_wait(answer, attempts, now)
    if answer.status in {401, 404}:
        return _later(Outcome.FATAL, answer, now + FATAL, counts=False)
    if answer.status == 409:
        return _later(Outcome.WAIT, answer, now + SOON, counts=False)
    if answer.status >= 500:
        return _later(Outcome.WAIT, answer, now + _growing(SOON, attempts, BUSY_LONGEST))
    return _bad_request(answer, plain=plain, now=now)


def _bad_request(answer: Answer, *, plain: bool, now: datetime) -> Settlement:
    words = answer.text.lower()
    if any(text in words for text in _DONE):
        return Settlement(Outcome.SENT, DeliveryState.SENT, message_id=answer.message_id)
    if any(text in words for text in _VANISHED):
        return Settlement(Outcome.OURS, DeliveryState.DROPPED, reason=answer.text)
    if any(text in words for text in _NO_PLACE):
        return Settlement(Outcome.SUBSCRIPTION, DeliveryState.DROPPED, reason=answer.text, pause=True)
    if answer.status == 403:
        return Settlement(Outcome.GONE, DeliveryState.DROPPED, reason=answer.text, pause=True)
    if plain:
        return Settlement(Outcome.OURS, DeliveryState.DROPPED, reason=answer.text, plain=True)
    return replace(_later(Outcome.OURS, answer, now), plain=True)


def _told_to_wait(answer: Answer, attempts: int, now: datetime) -> Settlement:
    if answer.retry_after is None:
        return _later(Outcome.WAIT, answer, now + _growing(SOON, attempts, BUSY_LONGEST), counts=False)
    ban = min(max(answer.retry_after, SOON), BAN_LONGEST)
    return _later(Outcome.WAIT, answer, now + ban, counts=False)


def _mail(answer: Answer, attempts: int, refusals: int, now: datetime) -> Settlement:
    """A mail server's refusal: passing trouble is retried for days, a refused address is struck three times."""
    if answer.status >= 500:
        return _mail_refused(answer, refusals, now)
    if not answer.status:
        return _later(Outcome.NOT_SENT, answer, now + _growing(MAIL_SOON, attempts, REFUSED_SERVER), counts=False)
    if attempts >= MAIL_ATTEMPTS:
        reason = f"given up after {attempts} attempts: {answer.text}"
        return Settlement(Outcome.WAIT, DeliveryState.DROPPED, reason=reason)
    return _later(Outcome.WAIT, answer, now + _growing(MAIL_SOON, attempts, MAIL_LONGEST))


def _mail_refused(answer: Answer, refusals: int, now: datetime) -> Settlement:
    """A refusal for good, by what it is about: us, this mail, or its reader."""
    if answer.stage not in {"rcpt", "data"} or answer.status == WANTS_LOGIN:
        # It does not want *us* (greeting, TLS, login, sender): nothing of a reader's is given up for that.
        return _later(Outcome.FATAL, answer, now + REFUSED_SERVER, counts=False)
    if answer.stage == "data" or _ABOUT_US.search(answer.text):
        return Settlement(Outcome.OURS, DeliveryState.DROPPED, reason=answer.text)
    strikes = refusals + 1
    return Settlement(Outcome.SUBSCRIPTION, DeliveryState.DROPPED, reason=answer.text, pause=strikes >= REFUSALS)


def _later(outcome: Outcome, answer: Answer, due: datetime, *, counts: bool = True) -> Settlement:
    return Settlement(outcome, DeliveryState.WAIT, reason=answer.text, due=due, counts=counts)


def _growing(first: timedelta, attempts: int, longest: timedelta) -> timedelta:
    """Doubled with every attempt, up to a longest."""
    doublings = min(max(attempts - 1, 0), 20)
    return min(first * (1 << doublings), longest)
