"""Mail over real SMTP: every stage met by every fault."""

import ssl
from dataclasses import replace
from email import message_from_bytes, policy

import pytest
import trustme

from bot.delivery.channels.email import EmailChannel, Sender, render
from bot.delivery.mail_server import MailServer
from bot.delivery.outcomes import settle
from bot.model import Answer, Destination, Message, Outcome, Span
from tests.faults.smtp import FAULTS, STAGES, MailDouble

READER = Destination(id=1, subscriber=1, channel="email", address="reader@example.org")
US = Sender("chipwire", "news@example.org")
LETTER = Message(
    text="칩4 <&> 芯片\nwww.yna.co.kr",
    spans=(Span(0, 2, "bold"), Span(10, 23, "link", "https://www.yna.co.kr/1")),
    key="1/digest/digest:2022-07-25",
)


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def server_side(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    return context


@pytest.fixture
def client_side(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context


def _channel(
    double: MailDouble, *, tls: str = "none", login: tuple[str, str] = ("", ""), context: ssl.SSLContext | None = None
) -> EmailChannel:
    user = f"{login[0]}:{login[1]}@" if login[0] else ""
    url = f"smtp://{user}127.0.0.1:{double.port}?tls={tls}"
    return EmailChannel(url, "news@example.org", patience=0.3, context=context)


async def _send(channel: EmailChannel, letter: Message = LETTER, reader: Destination = READER) -> Answer:
    return await channel.send(reader, channel.render(letter))


def _expected(stage: str, fault: str) -> tuple[bool, str, str]:
    """What must be known: whether it went, whether that is certain, and the stage it ended at."""
    if stage == "quit":
        return True, "yes", "quit"
    known = stage if stage != "body" else "data"
    if stage == "body" and fault not in {"4xx", "5xx"}:
        return False, "unknown", known
    return False, "no", known


@pytest.mark.parametrize(
    ("stage", "fault"), [*((stage, fault) for stage in STAGES for fault in FAULTS), ("body", "drop-after")]
)
async def test_every_stage_and_fault_is_told_for_what_it_is(
    stage: str, fault: str, server_side: ssl.SSLContext, client_side: ssl.SSLContext
) -> None:
    """Before the last line nothing was sent; after it nobody knows; at the farewell it was."""
    login = ("user", "geheim")
    async with MailDouble(fault=(stage, fault), context=server_side, login=login) as double:
        answer = await _send(_channel(double, tls="starttls", login=login, context=client_side))
    assert (answer.ok, answer.sent, answer.stage) == _expected(stage, fault)
    if answer.sent == "no":
        assert double.accepted == []


@pytest.mark.parametrize("stage", ["connect", "ehlo", "starttls", "auth", "mail", "rcpt", "data", "body"])
@pytest.mark.parametrize("fault", ["4xx", "5xx"])
async def test_a_reply_with_a_number_keeps_it(
    stage: str, fault: str, server_side: ssl.SSLContext, client_side: ssl.SSLContext
) -> None:
    """Four is for later, five is for good."""
    login = ("user", "geheim")
    async with MailDouble(fault=(stage, fault), context=server_side, login=login) as double:
        answer = await _send(_channel(double, tls="starttls", login=login, context=client_side))
    assert answer.status == {"4xx": 451, "5xx": 550}[fault]


async def test_a_second_attempt_after_a_lost_answer_is_the_same_mail(now) -> None:
    """Two copies at most, with one Message-ID, so that a mail program shows them as one."""
    async with MailDouble(fault=("body", "drop-after"), times=1) as double:
        channel = _channel(double)
        first = await _send(channel)
        again = settle(first, 1, now)
        second = await _send(channel)
    assert (again.outcome, second.ok, len(double.accepted)) == (Outcome.UNKNOWN, True, 2)
    assert len({taken.message_id for taken in double.accepted}) == 1


async def test_the_mail_arrives_whole(now) -> None:
    """Both parts, the words unharmed, the link spelt out in the text."""
    async with MailDouble() as double:
        answer = await _send(_channel(double), replace(LETTER, subject="칩4 · 芯片", date=now))
    assert answer == Answer("email", ok=True, status=250, stage="quit")
    (taken,) = double.accepted
    text, page = taken.mail.get_body(("plain",)), taken.mail.get_body(("html",))
    assert text is not None
    assert page is not None
    assert text.get_content().splitlines() == ["칩4 <&> 芯片", "https://www.yna.co.kr/1"]
    assert "<strong>칩4</strong> &lt;&amp;&gt; 芯片" in page.get_content()
    assert '<a href="https://www.yna.co.kr/1">www.yna.co.kr</a>' in page.get_content()
    headers = {name: str(taken.mail[name]) for name in ("From", "To", "Subject", "Date", "Auto-Submitted")}
    assert headers == {
        "From": "chipwire <news@example.org>",
        "To": "reader@example.org",
        "Subject": "칩4 · 芯片",
        "Date": "Mon, 25 Jul 2022 03:00:00 +0000",
        "Auto-Submitted": "auto-generated",
    }


async def test_dots_survive_the_way() -> None:
    """A line of one dot does not end the mail; the transport's own escape is ours to do."""
    async with MailDouble() as double:
        await _send(_channel(double), Message(text=".\n.hidden\n..", key="k"))
    text = double.accepted[0].mail.get_body(("plain",))
    assert text is not None
    assert text.get_content().splitlines() == [".", ".hidden", ".."]


@pytest.mark.parametrize(
    "subject",
    [
        "a\r\nBcc: everyone@example.org",
        "x" * 5_000_000,
        "\u202e evil \u2066",
        "삼성 " * 400,
        "\x00\x1b[31m",
        "=?utf-8?q?x?=" * 50,
    ],
)
def test_a_hostile_subject_is_one_header_of_lawful_lines(subject: str) -> None:
    """No second header, no line over 998 octets, no control or bidi character."""
    raw = render(Message(text="x", subject=subject, key="k"), US).as_bytes()
    head = raw.partition(b"\r\n\r\n")[0]
    back = message_from_bytes(raw, policy=policy.SMTP)
    assert (len(back.get_all("Subject")), back.get_all("Bcc")) == (1, None)
    assert max(map(len, raw.split(b"\r\n"))) <= 998
    assert not any(character in str(back["Subject"]) for character in "\r\n\x00\x1b\u202e\u2066")
    assert b"\x00" not in head


def test_the_body_is_safe_for_any_server() -> None:
    """Seven bits, lines that fit, whatever the words."""
    raw = render(Message(text="한" * 3_000 + "\n" + "x" * 5_000, key="k"), US).as_bytes()
    assert raw.isascii()
    assert max(map(len, raw.split(b"\r\n"))) <= 998


def test_message_id_follows_the_key() -> None:
    """The same delivery at any time is the same mail; another is another."""
    ids = [render(replace(LETTER, key=key), US)["Message-ID"] for key in ("a", "a", "b")]
    assert (ids[0] == ids[1], ids[0] == ids[2]) == (True, False)


def test_a_message_without_a_key_is_named_by_its_words() -> None:
    """A test mail of the operator."""
    ids = {render(Message(text=text), US)["Message-ID"] for text in ("a", "a", "b")}
    assert len(ids) == 2


async def test_the_clear_line_carries_nothing_before_tls(
    server_side: ssl.SSLContext, client_side: ssl.SSLContext
) -> None:
    """Only the greeting and the wish for TLS."""
    login = ("user", "geheim")
    async with MailDouble(context=server_side, login=login) as double:
        answer = await _send(_channel(double, tls="starttls", login=login, context=client_side))
    assert answer.ok
    assert (double.accepted[0].tls, double.accepted[0].user) == (True, "user")
    assert double.clear.split(b"STARTTLS\r\n")[0] == b"EHLO example.org\r\n"
    assert not any(word in double.clear for word in (b"AUTH", b"MAIL", b"geheim"))


@pytest.mark.parametrize("fault", ["stripped", "4xx", "5xx", "garbage", "drop", "hang", "other-authority"])
async def test_without_the_tls_that_was_demanded_nothing_is_said(
    fault: str, server_side: ssl.SSLContext, client_side: ssl.SSLContext
) -> None:
    """Neither the password nor who reads us."""
    context = ssl.create_default_context() if fault == "other-authority" else client_side
    offered = None if fault == "stripped" else server_side
    async with MailDouble(fault=("starttls", fault), context=offered) as double:
        answer = await _send(_channel(double, tls="starttls", login=("user", "geheim"), context=context))
    assert (answer.ok, answer.sent, double.accepted) == (False, "no", [])
    assert not any(word in double.clear for word in (b"AUTH", b"MAIL", b"reader", b"geheim"))


async def test_implicit_tls(server_side: ssl.SSLContext, client_side: ssl.SSLContext) -> None:
    """From the first octet."""
    async with MailDouble(context=server_side, implicit=True) as double:
        answer = await _send(_channel(double, tls="implicit", context=client_side))
    assert (answer.ok, bytes(double.clear)) == (True, b"")


async def test_implicit_tls_to_a_plain_server_says_nothing(client_side: ssl.SSLContext) -> None:
    """The handshake fails before a command."""
    async with MailDouble() as double:
        answer = await _send(_channel(double, tls="implicit", context=client_side))
    assert (answer.ok, answer.sent, b"EHLO" in double.clear) == (False, "no", False)


async def test_a_wrong_password_is_no_readers_fault(
    server_side: ssl.SSLContext, client_side: ssl.SSLContext, now
) -> None:
    """The mail waits, the operator is told, and the password is in no text."""
    async with MailDouble(context=server_side, login=("user", "right")) as double:
        answer = await _send(_channel(double, tls="starttls", login=("user", "geheim"), context=client_side))
    assert (answer.status, answer.stage, settle(answer, 1, now).outcome) == (535, "auth", Outcome.FATAL)
    assert "geheim" not in answer.text


async def test_a_password_the_server_repeats_is_masked() -> None:
    """Some servers quote what they did not like."""
    async with MailDouble(unknown=frozenset({"reader@example.org"})) as double:
        url = f"smtp://:no such user@127.0.0.1:{double.port}?tls=none"
        answer = await _send(EmailChannel(url, "news@example.org", patience=0.3))
    assert answer.text == "rcpt: 550 5.1.1 …"


async def test_a_refused_reader_leaves_the_others_alone() -> None:
    """One mail each."""
    async with MailDouble(unknown=frozenset({"reader@example.org"})) as double:
        channel = _channel(double)
        refused = await _send(channel)
        taken = await _send(channel, reader=replace(READER, address="other@example.org"))
    assert (refused.status, refused.stage, taken.ok) == (550, "rcpt", True)


async def test_nobody_listens(now) -> None:
    """A dead server is a mail not sent."""
    async with MailDouble() as double:
        pass
    answer = await _send(_channel(double))
    assert (answer.sent, answer.stage, settle(answer, 1, now).outcome) == ("no", "connect", Outcome.NOT_SENT)


@pytest.mark.parametrize(
    "address", ["", "nobody", "@example.org", "a@", "a b@example.org", "a@b\r\nRCPT TO:<x@y>", "칩@example.org"]
)
async def test_what_is_no_address_is_not_tried(address: str) -> None:
    """It is refused as a server would refuse it."""
    async with MailDouble() as double:
        answer = await _send(_channel(double), reader=replace(READER, address=address))
    assert (answer.status, answer.stage, double.talks) == (553, "rcpt", 0)


async def test_a_domain_of_letters_is_asked_for_in_ascii() -> None:
    """Internationalised domains need no SMTPUTF8."""
    async with MailDouble() as double:
        await _send(_channel(double), reader=replace(READER, address="kim@한국.example"))
    assert double.accepted[0].recipients == ("kim@xn--3e0b707e.example",)


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("smtp://u%40x:p%2Fw@mail.example.org", MailServer("mail.example.org", 587, "starttls", "u@x", "p/w")),
        ("smtp://mail.example.org:2525?tls=none", MailServer("mail.example.org", 2525, "none")),
        ("smtp://mail.example.org?tls=implicit", MailServer("mail.example.org", 465, "implicit")),
        ("smtps://mail.example.org", MailServer("mail.example.org", 465, "implicit")),
        ("smtp://mail.example.org?tls=none", MailServer("mail.example.org", 25, "none")),
    ],
)
def test_a_servers_url(url: str, server: MailServer) -> None:
    """As CHIPWIRE_SMTP_URL is written."""
    assert MailServer.parse(url) == server


@pytest.mark.parametrize(
    "url", ["", "mail.example.org", "http://x", "smtp://", "smtp://u:geheim@h?tls=maybe", "smtp://u:geheim@h:x"]
)
def test_a_wrong_url_is_refused_without_its_password(url: str) -> None:
    """The message goes to a terminal."""
    with pytest.raises(ValueError) as caught:  # noqa: PT011 any words but the password
        MailServer.parse(url)
    assert "geheim" not in str(caught.value)


def test_a_server_has_no_password_in_its_repr() -> None:
    """Dumps and tracebacks show reprs."""
    assert "geheim" not in repr(MailServer("h", 25, "none", "u", "geheim"))


@pytest.mark.parametrize(
    ("text", "sender"),
    [("news@example.org", Sender("chipwire", "news@example.org")), ("Wire <n@x.org>", Sender("Wire", "n@x.org"))],
)
def test_a_sender(text: str, sender: Sender) -> None:
    """With or without a name."""
    assert Sender.parse(text) == sender


def test_a_sender_without_an_address_is_refused() -> None:
    """Nothing could be answered to it."""
    with pytest.raises(ValueError, match="not a mail address"):
        Sender.parse("somebody")


async def test_a_probe_goes_as_far_as_the_login(server_side: ssl.SSLContext, client_side: ssl.SSLContext) -> None:
    """It shows that the server is there and knows us, and sends nothing."""
    login = ("user", "geheim")
    async with MailDouble(context=server_side, login=login) as double:
        known = await _channel(double, tls="starttls", login=login, context=client_side).probe()
        unknown = await _channel(double, tls="starttls", login=("user", "x"), context=client_side).probe()
    gone = await _channel(double).probe()
    assert (known.ok, unknown.status, gone.stage, double.accepted) == (True, 535, "connect", [])
