"""Headers in any script, as any server and any reader takes them."""

import re
from base64 import b64decode
from dataclasses import replace
from datetime import UTC, date, datetime
from email.header import decode_header, make_header

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.delivery.channels.email import Sender, render
from bot.delivery.typography import clean
from bot.model import Mailing, Message

US = Sender("chipwire", "news@example.org")
TOKEN = "BlPL8bfM_bTpTt-pMO_2mCSI0JYt_0GfvLwDL4U1-g"
SERIES = Mailing(3, date(2026, 11, 22), f"https://news.example.org/mail/unsubscribe/{TOKEN}", "", TOKEN)
PIECES = (
    "삼성전자",
    "芯片",
    "中国",
    "a",
    "chip ",
    "·",
    "(",
    '"',
    "👩‍🔬",
    "é",
    "e\u0301",
    ",",
    "=?",
    "?=",
    "x" * 80,
    "—",
    "한",
)
WORD = re.compile(rb"=\?utf-8\?b\?([A-Za-z0-9+/=]*)\?=")


def head(message: Message, sender: Sender = US) -> bytes:
    return render(message, sender).as_bytes().partition(b"\r\n\r\n")[0]


def lines_of(name: bytes, octets: bytes) -> list[bytes]:
    found = re.search(rb"^" + name + rb":[^\r\n]*(?:\r\n[ \t][^\r\n]*)*", octets, re.MULTILINE)
    assert found is not None
    return found[0].split(b"\r\n")


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=60).map("".join).map(clean).map(str.strip))
def test_words_of_any_script_come_back_as_they_were(words: str) -> None:
    """Encoded words have 75 octets at most, each is whole characters, and nothing is lost where two meet."""
    subject = words[:190].strip() or "x"
    lines = lines_of(b"Subject", head(Message("x", subject=subject, key="k")))

    assert max(map(len, lines)) <= 998
    for line in lines:
        for piece in WORD.findall(line):
            assert len(piece) + len("=?utf-8?b??=") <= 75
            assert len(line) <= 76
            b64decode(piece).decode("utf-8")
    back = make_header(decode_header(b"\r\n".join(lines).partition(b": ")[2].decode().replace("\r\n ", " ")))
    once = str(render(Message("x", subject=subject, key="k"), US)["Subject"])
    assert str(back) == once
    if "=?" not in subject:
        assert once == subject


@pytest.mark.parametrize(
    "subject", ["삼성전자 시안 공장 " * 12, "三星西安工厂获准继续进口设备，" * 9, "👩‍🔬👨‍👩‍👧‍👦" * 12]
)
def test_no_character_stands_in_two_words(subject: str) -> None:
    """A syllable, or a face made of several code points, is not split between two encoded words."""
    octets = b"\r\n".join(lines_of(b"Subject", head(Message("x", subject=subject, key="k"))))
    pieces = [b64decode(piece).decode() for piece in WORD.findall(octets)]

    shown = str(render(Message("x", subject=subject, key="k"), US)["Subject"])
    assert len(pieces) > 1
    assert [one for piece in pieces for one in regex.findall(r"\X", piece)] == regex.findall(r"\X", shown)


def test_plain_words_stay_plain() -> None:
    """An English subject can be read in the raw mail, folded where a space may stand for it."""
    subject = "Samsung and SK hynix keep their Chinese plants running for another year, Seoul says and 12 more"

    lines = lines_of(b"Subject", head(Message("x", subject=subject, key="k")))

    assert b"".join(lines).decode() == f"Subject: {subject}"
    assert max(map(len, lines)) <= 76


@pytest.mark.parametrize("name", ["칩와이어 日报", "chip, wire", "chipwire", 'a "b" c', "芯" * 60])
def test_the_senders_name_comes_back(name: str) -> None:
    """Commas and quotes have a meaning in names; theirs is taken away."""
    octets = render(Message("x", key="k"), Sender(name, "news@example.org")).as_bytes()
    phrase, _, address = b"".join(lines_of(b"From", octets)).decode().partition(": ")[2].rpartition("<")

    # The library's parser puts a space between the words of a long name; RFC 2047 does not.
    assert str(make_header(decode_header(phrase.strip()))) == name
    assert address == "news@example.org>"
    assert max(map(len, lines_of(b"From", octets))) <= 78


def test_a_series_says_how_it_is_stopped() -> None:
    """By one click where we can be reached, and by mail; in plain octets, or no program would find it."""
    octets = head(Message("x", key="k", mailing=SERIES))

    assert b"".join(lines_of(b"List-Unsubscribe", octets)).decode() == (
        f"List-Unsubscribe: <https://news.example.org/mail/unsubscribe/{TOKEN}>,"
        f" <mailto:news@example.org?subject=unsubscribe%20{TOKEN}>"
    )
    assert lines_of(b"List-Unsubscribe-Post", octets) == [b"List-Unsubscribe-Post: List-Unsubscribe=One-Click"]
    assert lines_of(b"List-Id", octets) == [b"List-Id: <chipwire.example.org>"]


def test_without_a_page_only_mail_stops_it() -> None:
    """A click that nobody can follow is not offered."""
    octets = head(Message("x", key="k", mailing=replace(SERIES, unsubscribe="")))

    assert lines_of(b"List-Unsubscribe", octets) == [
        f"List-Unsubscribe: <mailto:news@example.org?subject=unsubscribe%20{TOKEN}>".encode()
    ]
    assert b"List-Unsubscribe-Post" not in octets
    assert b"https://" not in octets


def test_a_single_mail_is_of_no_list() -> None:
    """The question for consent and a word to the operator have no way out and need none."""
    octets = head(Message("x", key="k"))

    assert [name for name in (b"List-Id", b"List-Unsubscribe", b"References") if name in octets] == []


def test_the_mails_of_a_day_are_one_thread() -> None:
    """Same person and day: same reference. Another day, or another person: another."""
    threads = [
        lines_of(b"References", head(Message("x", key=str(number), mailing=series)))
        for number, series in enumerate(
            (SERIES, SERIES, replace(SERIES, day=date(2026, 11, 23)), replace(SERIES, person=4))
        )
    ]

    assert threads[0] == threads[1]
    assert len({bytes(thread[0]) for thread in threads}) == 3


def test_every_attempt_is_the_same_mail() -> None:
    """To the octet, boundary and date included."""
    letter = Message("칩", key="1/digest/digest:2026-11-22", date=datetime(2026, 11, 22, tzinfo=UTC), mailing=SERIES)

    assert render(letter, US).as_bytes() == render(letter, US).as_bytes()
