"""Addresses in mail: only ours, only for their purpose, only for the address they were made for."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.delivery.links import Links, Opened, Purpose
from bot.model import Delivery, DeliveryState, Destination

NOON = datetime(2026, 11, 22, 3, tzinfo=UTC)
OURS = Links(b"k" * 32, "https://news.example.org")
KIM = Destination(12, 3, "email", "kim@example.org")
DAY = date(2026, 11, 22)


def token_of(address: str) -> str:
    return address.rpartition("/")[2]


def opened(purpose: Purpose, token: str, links: Links = OURS) -> Opened:
    found = links.open(purpose, token)
    assert found is not None
    return found


def test_what_was_put_in_comes_out() -> None:
    """Number, moment and address."""
    confirm = opened(Purpose.CONFIRM, token_of(OURS.confirm(KIM, NOON)))
    online = opened(Purpose.ONLINE, token_of(OURS.online(KIM, DAY)))

    assert (confirm.destination, confirm.ends, online.day) == (12, NOON, DAY)
    assert OURS.is_for(confirm, KIM)


def test_addresses_are_of_our_page() -> None:
    """Under the public URL, and none without one."""
    assert OURS.unsubscribe(KIM).startswith("https://news.example.org/mail/unsubscribe/")
    assert [Links(b"k").unsubscribe(KIM), Links(b"k").online(KIM, DAY), Links(b"k").confirm(KIM, NOON)] == [""] * 3


@pytest.mark.parametrize("asked", list(Purpose))
def test_a_token_is_good_for_one_purpose(asked: Purpose) -> None:
    """A link to read a digest stops nothing and confirms nothing."""
    tokens = {
        Purpose.CONFIRM: OURS.confirm(KIM, NOON),
        Purpose.UNSUBSCRIBE: OURS.unsubscribe(KIM),
        Purpose.ONLINE: OURS.online(KIM, DAY),
    }

    assert [purpose for purpose, address in tokens.items() if OURS.open(asked, token_of(address))] == [asked]


def test_a_token_is_good_in_one_house() -> None:
    """Another key opens nothing; a house without one kept has a random one."""
    token = token_of(OURS.unsubscribe(KIM))

    assert Links(b"x" * 32).open(Purpose.UNSUBSCRIBE, token) is None
    assert Links().open(Purpose.UNSUBSCRIBE, token) is None


def test_a_token_is_good_for_one_address() -> None:
    """A number that was given anew does not carry the first owner's links over."""
    found = opened(Purpose.UNSUBSCRIBE, token_of(OURS.unsubscribe(KIM)))

    assert not OURS.is_for(found, replace(KIM, address="lee@example.org"))
    assert not OURS.is_for(found, replace(KIM, id=13))


def test_every_changed_character_is_noticed() -> None:
    """And every shorter or longer token."""
    token = token_of(OURS.unsubscribe(KIM))
    forged = [
        f"{token[:at]}{other}{token[at + 1 :]}" for at in range(len(token)) for other in "AQz_" if other != token[at]
    ]

    assert [one for one in (*forged, token[:-1], token + "A", token + "=") if OURS.open(Purpose.UNSUBSCRIBE, one)] == []


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60))
def test_what_is_no_token_opens_nothing(text: str) -> None:
    """Whatever the path said."""
    assert OURS.open(Purpose.UNSUBSCRIBE, text) is None


def test_tokens_do_not_tell_numbers() -> None:
    """Those of neighbours share no run of characters."""
    tokens = [token_of(OURS.unsubscribe(replace(KIM, id=number))) for number in range(1, 9)]

    heads = {token[at : at + 4] for token in tokens for at in range(0, 40, 4)}
    assert len(heads) == 8 * 10


def test_a_code_is_good_for_its_day_and_two_more() -> None:
    """As it is typed: with or without a hyphen, in small letters too."""
    code = OURS.code(KIM, NOON)
    typed = f"{code[:4].lower()}-{code[4:]}"
    later = [OURS.is_code(typed, KIM, NOON + timedelta(days=days)) for days in range(4)]

    assert later == [True, True, True, False]
    assert not OURS.is_code(code, replace(KIM, address="lee@example.org"), NOON)
    assert not OURS.is_code("", KIM, NOON)


@pytest.mark.parametrize("address", ["Kim@example.org", "kim+news@example.org", " kim@EXAMPLE.org "])
def test_one_mailbox_has_one_mark(address: str) -> None:
    """However its address is written."""
    assert OURS.mailbox(address) == OURS.mailbox("kim@example.org")


def test_marks_of_mailboxes_differ() -> None:
    """Dots count, but at Gmail."""
    assert OURS.mailbox("k.im@gmail.com") == OURS.mailbox("kim@googlemail.com")
    assert OURS.mailbox("k.im@example.org") != OURS.mailbox("kim@example.org")
    assert "kim" not in OURS.mailbox("kim@example.org")


@pytest.mark.parametrize(
    ("base", "clicks", "reads"),
    [("https://n.example", True, True), ("http://127.0.0.1:8080", False, True), ("", False, False)],
)
def test_one_click_needs_a_page_that_can_be_reached(base: str, clicks: bool, reads: bool) -> None:
    """Providers press only over https; people may read where they are."""
    row = Delivery(1, KIM, "digest", "digest:2026-11-21", DeliveryState.NEW, NOON, 0, NOON)

    told = Links(b"k", base).mailing(row)

    assert (bool(told.unsubscribe), bool(told.online), told.day, told.person) == (clicks, reads, date(2026, 11, 21), 3)
    assert Links(b"k", base).open(Purpose.UNSUBSCRIBE, told.token) is not None


def test_a_notice_belongs_to_the_readers_day() -> None:
    """It has no page of its own."""
    late = datetime(2026, 11, 22, 15, 30, tzinfo=UTC)  # half past midnight of the 23rd in Seoul
    told = OURS.mailing(Delivery(1, KIM, "notice", "silence:x", DeliveryState.NEW, late, 0, late))

    assert (told.day, told.online) == (date(2026, 11, 23), "")


def test_the_key_is_in_no_repr() -> None:
    """Dumps and tracebacks show reprs."""
    assert "kkkk" not in repr(OURS)
