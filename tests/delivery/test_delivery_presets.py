"""Mail providers by the domain of their addresses, and troubles in words."""

import ssl

import pytest
import trustme

from bot.delivery.channels.email import EmailChannel
from bot.delivery.mail_server import MailServer
from bot.delivery.mail_trouble import explain
from bot.delivery.presets import PRESETS
from bot.model import Answer, Destination, Message
from tests.faults.smtp import MailDouble

LOCAL = MailServer("mail.example.org", 587, "starttls", "u", "p")


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("smtp://me:pw@gmail.com", MailServer("smtp.gmail.com", 587, "starttls", "me@gmail.com", "pw")),
        ("smtp://me@other.org:pw@gmail.com", MailServer("smtp.gmail.com", 587, "starttls", "me@other.org", "pw")),
        ("smtp://me%40gmail.com:p%2Fw@Gmail.com", MailServer("smtp.gmail.com", 587, "starttls", "me@gmail.com", "p/w")),
        ("smtp://me:pw@naver.com", MailServer("smtp.naver.com", 587, "starttls", "me@naver.com", "pw")),
        ("smtp://me:pw@hanmail.net", MailServer("smtp.daum.net", 465, "implicit", "me@hanmail.net", "pw")),
        ("smtp://me:pw@163.com", MailServer("smtp.163.com", 465, "implicit", "me@163.com", "pw")),
        ("smtp://me:pw@gmail.com?tls=implicit", MailServer("smtp.gmail.com", 465, "implicit", "me@gmail.com", "pw")),
        ("smtp://me:pw@qq.com:587", MailServer("smtp.qq.com", 587, "starttls", "me@qq.com", "pw")),
        ("smtp://me:pw@smtp.qq.com", MailServer("smtp.qq.com", 465, "implicit", "me", "pw")),
        ("smtp://me:pw@smtp.qq.com:587", MailServer("smtp.qq.com", 587, "starttls", "me", "pw")),
        ("smtp://gmail.com", MailServer("smtp.gmail.com", 587, "starttls")),
        ("smtp://me:pw@mail.gmail.com.example", MailServer("mail.gmail.com.example", 587, "starttls", "me", "pw")),
    ],
)
def test_a_domain_stands_for_its_provider(url: str, server: MailServer) -> None:
    """What is written beside it holds; a host that only looks like one is taken as it is."""
    assert MailServer.parse(url) == server


def test_no_provider_is_spoken_to_in_clear() -> None:
    """Each has TLS, on the port that belongs to it."""
    assert {(preset.tls, preset.port) for preset in PRESETS.values()} == {("starttls", 587), ("implicit", 465)}
    assert len(PRESETS) >= 25


@pytest.mark.parametrize(
    ("stage", "status", "text", "words"),
    [
        ("connect", 0, "connect: Error connecting: [Errno -2] Name or service not known", "there is no host"),
        ("connect", 0, "connect: [Errno 111] Connect call failed ('127.0.0.1', 1)", "nobody answers at"),
        ("connect", 0, "connect: Timed out connecting to mail.example.org on port 587", "closed by a firewall"),
        ("mail", 0, "mail: Timed out waiting for server response", "does not answer in time"),
        (
            "connect",
            0,
            "connect: [SSL: WRONG_VERSION_NUMBER] wrong version number",
            "does not speak TLS from the first",
        ),
        (
            "starttls",
            0,
            "starttls: SMTP STARTTLS extension not supported by server.",
            "somebody on the way takes the offer",
        ),
        ("starttls", 0, "starttls: certificate verify failed: certificate has expired", "has expired"),
        ("starttls", 0, "starttls: certificate verify failed: Hostname mismatch", "is not one of mail.example.org"),
        ("starttls", 0, "starttls: certificate verify failed: self-signed certificate", "not from an authority"),
        ("starttls", 554, "starttls: 554 no TLS", "refuses TLS"),
        ("auth", 535, "auth: 535 5.7.8 no", "user or password is not accepted"),
        ("auth", 0, "auth: No suitable authentication method found.", "offers no login"),
        ("mail", 530, "mail: 530 Authentication required", "wants a login"),
        ("mail", 553, "mail: 553 sender rejected", "may not send as CHIPWIRE_MAIL_FROM"),
        ("rcpt", 550, "rcpt: 550 no such user", "no mail for this address"),
        ("data", 554, "data: 554 spam", "refuses the mail itself"),
        ("rcpt", 451, "rcpt: 451 greylisted", "tried again by itself"),
        ("connect", 554, "connect: 554 go away", "does not talk to this machine"),
        ("quit", 0, "quit: gone", "the line broke at quit"),
    ],
)
def test_a_trouble_is_told_with_its_mending(stage: str, status: int, text: str, words: str) -> None:
    """By the stage that was reached, the number, and the words of the network."""
    assert words in explain(Answer("email", ok=False, sent="no", status=status, text=text, stage=stage), LOCAL)


def test_success_needs_no_words() -> None:
    """Nothing to mend."""
    assert explain(Answer("email", ok=True), LOCAL) == ""


def test_a_providers_habits_are_told_with_a_refused_login() -> None:
    """Which password it takes, or that it takes none."""
    refused = Answer(
        "email", ok=False, status=535, text="auth: 535 5.7.139 basic authentication is disabled", stage="auth"
    )

    assert "app password" in explain(refused, MailServer.parse("smtp://me:pw@gmail.com"))
    assert "OAuth alone" in explain(refused, MailServer.parse("smtp://me:pw@outlook.com"))


@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        ("stripped", "somebody on the way takes the offer out"),
        ("authority", "not from an authority that this machine trusts"),
        ("name", "is not one of 127.0.0.1"),
        ("expired", "certificate has expired"),
        ("plain", "does not speak TLS from the first octet"),
        ("implicit", "speaks TLS from the first octet"),
        ("password", "user or password is not accepted"),
        ("nobody", "nobody answers at 127.0.0.1"),
    ],
)
async def test_what_a_real_server_shows_is_told(trouble: str, words: str) -> None:
    """The words of this machine's own TLS and network are known."""
    from datetime import UTC, datetime

    authority = trustme.CA()
    past = datetime(2020, 1, 1, tzinfo=UTC) if trouble == "expired" else None
    name = "other.example.org" if trouble == "name" else "127.0.0.1"
    server_side, client_side = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH), ssl.create_default_context()
    authority.issue_cert(
        name, not_after=past, not_before=datetime(2019, 1, 1, tzinfo=UTC) if past else None
    ).configure_cert(server_side)
    if trouble != "authority":
        authority.configure_trust(client_side)
    login = ("u", "right") if trouble == "password" else ("", "")
    offered = None if trouble in {"stripped", "plain"} else server_side
    async with MailDouble(context=offered, implicit=trouble == "implicit", login=login) as double:
        tls = "implicit" if trouble == "plain" else "starttls"
        channel = EmailChannel(
            f"smtp://u:wrong@127.0.0.1:{double.port}?tls={tls}", "n@example.org", patience=0.5, context=client_side
        )
        if trouble == "nobody":
            await double.stop()
        answer = await channel.send(Destination(1, 1, "email", "a@example.org"), channel.render(Message("x", key="k")))

    assert words in explain(answer, channel.server)
