"""Every answer a channel can hear, and what becomes of the delivery."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.delivery.outcomes import settle
from bot.model import Answer, DeliveryState, Outcome, Settlement

S, M, H = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1)
WAIT, DROPPED, UNKNOWN = DeliveryState.WAIT, DeliveryState.DROPPED, DeliveryState.UNKNOWN


def told(status: int, text: str = "", **more: Any) -> Answer:
    """What the Bot API said."""
    return Answer("telegram", ok=False, sent="no", status=status, text=text, **more)


def said(answer: Answer, words: str) -> Answer:
    """The same in the server's own words."""
    return replace(answer, text=f"{answer.stage}: {words}")


def mail(stage: str, status: int = 0, sent: str = "no") -> Answer:
    """What a mail server said, and how far it got."""
    return Answer("email", ok=False, sent=sent, status=status, stage=stage, text=f"{stage}: {status}")


def later(outcome: Outcome, wait: timedelta, **more: Any) -> tuple[Outcome, DeliveryState, timedelta, dict[str, Any]]:
    return outcome, WAIT, wait, more


def dropped(outcome: Outcome, **more: Any) -> tuple[Outcome, DeliveryState, None, dict[str, Any]]:
    return outcome, DROPPED, None, more


UNCOUNTED = {"counts": False}
PLAIN = {"plain": True}
PAUSED = {"pause": True}

TELEGRAM = [
    # 429: the ban as told, at least a second, at most a day; no attempt counted
    (told(429, retry_after=7 * S), later(Outcome.WAIT, 7 * S, **UNCOUNTED)),
    (told(429, retry_after=0 * S), later(Outcome.WAIT, S, **UNCOUNTED)),
    (told(429, retry_after=24 * H), later(Outcome.WAIT, 24 * H, **UNCOUNTED)),
    (told(429, retry_after=999 * H), later(Outcome.WAIT, 24 * H, **UNCOUNTED)),
    (told(429, "Too Many Requests"), later(Outcome.WAIT, S, **UNCOUNTED)),
    # the API's own trouble
    (told(500, "Internal Server Error"), later(Outcome.WAIT, S)),
    (told(503, "Service Unavailable"), later(Outcome.WAIT, S)),
    # never left the house
    (told(0, "not sent: ClientConnectorError"), later(Outcome.NOT_SENT, S)),
    # ours: once more as plain text
    (told(400, "Can't parse entities: unexpected end"), later(Outcome.OURS, 0 * S, **PLAIN)),
    (told(400, "Can't parse reply keyboard markup JSON object"), later(Outcome.OURS, 0 * S, **PLAIN)),
    (told(400, "BUTTON_URL_INVALID"), later(Outcome.OURS, 0 * S, **PLAIN)),
    (told(400, "Inline keyboard button URL 'x' is invalid: Wrong HTTP URL"), later(Outcome.OURS, 0 * S, **PLAIN)),
    (told(400, "Message is too long"), later(Outcome.OURS, 0 * S, **PLAIN)),
    (told(413, "HTTP 413 Request Entity Too Large"), later(Outcome.OURS, 0 * S, **PLAIN)),
    (told(400, "Message text is empty"), later(Outcome.OURS, 0 * S, **PLAIN)),
    (told(400, "Message to be replied not found"), later(Outcome.OURS, 0 * S, **PLAIN)),
    (told(400, "something Telegram will invent next year"), later(Outcome.OURS, 0 * S, **PLAIN)),
    # an edit that changes nothing is done; one of a deleted message is over
    (told(400, "Message is not modified: specified new message content"), (Outcome.SENT, DeliveryState.SENT, None, {})),
    (told(400, "Message to edit not found"), dropped(Outcome.OURS)),
    (told(400, "Message can't be edited"), dropped(Outcome.OURS)),
    (told(400, "MESSAGE_ID_INVALID"), dropped(Outcome.OURS)),
    # the place is gone or closed
    (told(400, "Chat not found"), dropped(Outcome.SUBSCRIPTION, **PAUSED)),
    (told(400, "TOPIC_CLOSED"), dropped(Outcome.SUBSCRIPTION, **PAUSED)),
    (told(400, "TOPIC_DELETED"), dropped(Outcome.SUBSCRIPTION, **PAUSED)),
    (told(400, "Message thread not found"), dropped(Outcome.SUBSCRIPTION, **PAUSED)),
    (told(400, "Not enough rights to send text messages to the chat"), dropped(Outcome.SUBSCRIPTION, **PAUSED)),
    (told(400, "Have no rights to send a message"), dropped(Outcome.SUBSCRIPTION, **PAUSED)),
    (told(400, "Need administrator rights in the channel chat"), dropped(Outcome.SUBSCRIPTION, **PAUSED)),
    (told(400, "CHAT_ADMIN_REQUIRED"), dropped(Outcome.SUBSCRIPTION, **PAUSED)),
    (told(400, "CHAT_RESTRICTED"), dropped(Outcome.SUBSCRIPTION, **PAUSED)),
    (told(400, "CHAT_WRITE_FORBIDDEN"), dropped(Outcome.SUBSCRIPTION, **PAUSED)),
    (told(400, "CHAT_SEND_PLAIN_FORBIDDEN"), dropped(Outcome.SUBSCRIPTION, **PAUSED)),
    (told(400, "PEER_ID_INVALID"), dropped(Outcome.SUBSCRIPTION, **PAUSED)),
    (told(400, "Chat_id is empty"), dropped(Outcome.SUBSCRIPTION, **PAUSED)),
    (told(400, "User not found"), dropped(Outcome.SUBSCRIPTION, **PAUSED)),
    (told(400, "Group chat was upgraded to a supergroup chat"), dropped(Outcome.SUBSCRIPTION, **PAUSED)),
    (told(403, "Forbidden: not enough rights to send text messages"), dropped(Outcome.SUBSCRIPTION, **PAUSED)),
    # it moved
    (
        told(400, "Group migrated to supergroup", moved_to="-1009"),
        later(Outcome.MOVED, 0 * S, moved_to="-1009", **UNCOUNTED),
    ),
    # they do not want us any more
    (told(403, "Forbidden: bot was blocked by the user"), dropped(Outcome.GONE, **PAUSED)),
    (told(403, "Forbidden: user is deactivated"), dropped(Outcome.GONE, **PAUSED)),
    (told(403, "Forbidden: bot was kicked from the supergroup chat"), dropped(Outcome.GONE, **PAUSED)),
    # the token
    (told(401, "Unauthorized"), later(Outcome.FATAL, 5 * M, **UNCOUNTED)),
    (told(404, "Not Found"), later(Outcome.FATAL, 5 * M, **UNCOUNTED)),
    # a second poller does not stop sending
    (told(409, "Conflict: terminated by other getUpdates request"), later(Outcome.WAIT, S, **UNCOUNTED)),
]

MAIL = [
    # 4xx anywhere: later
    *((mail(stage, 451), later(Outcome.WAIT, 5 * M)) for stage in ("connect", "ehlo", "auth", "mail", "rcpt", "data")),
    (mail("rcpt", 421), later(Outcome.WAIT, 5 * M)),
    # 5xx about the mail or its reader: not again
    *((mail("rcpt", status), dropped(Outcome.SUBSCRIPTION)) for status in (550, 551, 553)),
    (said(mail("rcpt", 550), "550 5.1.1 no such user"), dropped(Outcome.SUBSCRIPTION)),
    (said(mail("rcpt", 550), "550 5.2.1 mailbox disabled"), dropped(Outcome.SUBSCRIPTION)),
    # ... or about the mail, or about us although a reader is named: not again, and no strike for the reader
    (mail("data", 554), dropped(Outcome.OURS)),
    (said(mail("rcpt", 553), "553 5.7.1 sender address not owned by user"), dropped(Outcome.OURS)),
    (said(mail("rcpt", 550), "550-5.7.26 unauthenticated mail"), dropped(Outcome.OURS)),
    (said(mail("rcpt", 550), "550 5.1.8 sender's domain unknown"), dropped(Outcome.OURS)),
    # ... or about our login and sender: no reader's fault, so all of it waits
    *((answer, later(Outcome.FATAL, H, **UNCOUNTED)) for answer in (mail("mail", 553), mail("rcpt", 530))),
    # 5xx about us: nothing of a reader's is given up
    *((mail(stage, 535), later(Outcome.FATAL, H, **UNCOUNTED)) for stage in ("connect", "ehlo", "starttls", "auth")),
    # no number, before the last line
    *(
        (mail(stage), later(Outcome.NOT_SENT, 5 * M, **UNCOUNTED))
        for stage in ("connect", "ehlo", "starttls", "auth", "mail", "rcpt", "data")
    ),
]


@pytest.mark.parametrize(("answer", "expected"), [*TELEGRAM, *MAIL])
def test_each_answer_is_settled_by_its_cause(answer: Answer, expected: tuple[Any, ...], now: datetime) -> None:
    """The tables 5.3 and 5.4, row by row, at the first attempt."""
    outcome, state, wait, more = expected
    reason = "" if state is DeliveryState.SENT else answer.text
    due = None if wait is None else now + wait
    assert settle(answer, 1, now) == Settlement(outcome, state, reason=reason, due=due, **more)


@pytest.mark.parametrize("channel", ["telegram", "email", "console"])
def test_an_acceptance_is_the_end(channel: str, now: datetime) -> None:
    """With the number the other side gave it."""
    answer = Answer(channel, ok=True, message_id="17")
    assert settle(answer, 5, now, doubts=1) == Settlement(Outcome.SENT, DeliveryState.SENT, message_id="17")


@pytest.mark.parametrize(
    ("channel", "status", "wait"), [("telegram", 0, 30 * S), ("telegram", 502, 30 * S), ("email", 0, 5 * M)]
)
def test_a_lost_answer_waits_for_one_more_attempt(channel: str, status: int, wait: timedelta, now: datetime) -> None:
    """Its state is its own, whatever number came with it."""
    answer = Answer(channel, ok=False, sent="unknown", status=status, text="answer lost")
    expected = Settlement(Outcome.UNKNOWN, UNKNOWN, reason="answer lost", due=now + wait)
    assert settle(answer, 1, now) == expected


@pytest.mark.parametrize("channel", ["telegram", "email"])
def test_a_second_lost_answer_is_never_resent(channel: str, now: datetime) -> None:
    """It is told once in a catch-up message instead."""
    answer = Answer(channel, ok=False, sent="unknown", text="answer lost")
    expected = Settlement(Outcome.UNKNOWN, DeliveryState.UNCONFIRMED, reason="answer lost")
    assert settle(answer, 2, now, doubts=1) == expected


def test_doubt_is_counted_apart_from_attempts(now: datetime) -> None:
    """Any number of refusals before does not take away the one resend."""
    answer = Answer("telegram", ok=False, sent="unknown")
    assert settle(answer, 40, now, doubts=0).state is UNKNOWN


def test_plain_text_that_is_refused_too_is_dropped_with_the_reason(now: datetime) -> None:
    """It is resent once, not for ever."""
    refused = settle(told(400, "Can't parse entities"), 2, now, plain=True)
    assert refused == Settlement(Outcome.OURS, DROPPED, reason="Can't parse entities", plain=True)


@pytest.mark.parametrize(
    ("answer", "waits"),
    [
        (told(500), [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]),
        (told(429), [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]),
        (told(0), [1, 1, 1]),
        (mail("rcpt", 451), [300, 600, 1200, 2400, 4800, 9600, 19200, 38400, 76800, 86400, 86400]),
        (mail("connect"), [300, 600, 1200, 2400, 3600, 3600]),
    ],
)
def test_waits_grow_to_their_longest(answer: Answer, waits: list[int], now: datetime) -> None:
    """Doubled with each attempt."""
    dues = [settle(answer, number, now).due for number in range(1, len(waits) + 1)]
    assert dues == [now + timedelta(seconds=wait) for wait in waits]


@pytest.mark.parametrize("attempts", [0, 1_000_000])
def test_no_number_of_attempts_is_too_odd(attempts: int, now: datetime) -> None:
    """Nor does a month of outage overflow."""
    settled = settle(told(500), attempts, now)
    assert settled.due == now + (S if attempts == 0 else 5 * M)


def test_a_mail_put_off_for_days_is_given_up(now: datetime) -> None:
    """At the twelfth attempt, on the fifth day; until then it was retried for far more than four hours."""
    answer = mail("rcpt", 451)
    assert settle(answer, 11, now).state is WAIT
    assert settle(answer, 12, now) == Settlement(Outcome.WAIT, DROPPED, reason="given up after 12 attempts: rcpt: 451")


@pytest.mark.parametrize(("before", "paused"), [(0, False), (1, False), (2, True), (9, True)])
def test_the_third_refusal_of_an_address_pauses_it(before: int, paused: bool, now: datetime) -> None:
    """One bounce may be a mistake."""
    assert settle(mail("rcpt", 550), 1, now, refusals=before).pause is paused


@pytest.mark.parametrize(("stage", "outcome"), [("rcpt", Outcome.SUBSCRIPTION), ("auth", Outcome.FATAL)])
def test_the_least_of_the_lasting_refusals_is_one(stage: str, outcome: Outcome, now: datetime) -> None:
    """500, a command that is not understood, is no passing trouble."""
    assert settle(mail(stage, 500), 1, now).outcome is outcome


def test_jitter_is_added_to_waits_only(now: datetime) -> None:
    """What is due at once stays at once; what has no due gets none."""
    jitter = 0.7 * S
    waits = settle(told(429, retry_after=7 * S), 1, now, jitter=jitter)
    moved = settle(told(400, moved_to="-1"), 1, now, jitter=jitter)
    gone = settle(told(403), 1, now, jitter=jitter)
    assert (waits.due, moved.due, gone.due) == (now + 7.7 * S, now, None)


def test_texts_are_compared_in_any_case(now: datetime) -> None:
    """python-telegram-bot re-capitalises them."""
    answers = [told(400, text) for text in ("chat not found", "Chat not found", "CHAT NOT FOUND")]
    assert {settle(answer, 1, now).outcome for answer in answers} == {Outcome.SUBSCRIPTION}


def test_a_console_that_is_gone_is_not_sent(now: datetime) -> None:
    """As any channel without a number."""
    answer = Answer("console", ok=False, sent="no", text="the console is gone")
    assert settle(answer, 1, now) == Settlement(Outcome.NOT_SENT, WAIT, reason="the console is gone", due=now + S)


def test_a_migration_wins_over_the_words_around_it(now: datetime) -> None:
    """The same text without the number is a closed place."""
    answer = told(400, "Group chat was upgraded to a supergroup chat")
    outcomes = settle(answer, 1, now).outcome, settle(replace(answer, moved_to="-1009"), 1, now).outcome
    assert outcomes == (Outcome.SUBSCRIPTION, Outcome.MOVED)
