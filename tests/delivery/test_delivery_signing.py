"""DKIM, an extra: what it signs, and how its absence and a wrong key are told."""

import sys
from types import SimpleNamespace

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from bot.delivery.channels.email import EmailChannel
from bot.delivery.links import Links
from bot.delivery.signing import SIGNED, Signer
from bot.model import Delivery, DeliveryState, Destination, Message
from tests.delivery.conftest import NOON
from tests.faults.smtp import MailDouble

PLACE = Destination(1, 1, "email", "reader@example.org")


@pytest.fixture(scope="module")
def pair() -> tuple[str, bytes]:
    """A private key in PEM, and what stands in the DNS."""
    from base64 import b64encode

    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.TraditionalOpenSSL, serialization.NoEncryption()
    )
    public = key.public_key().public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    return private.decode(), b"v=DKIM1; k=rsa; p=" + b64encode(public)


async def test_what_arrives_verifies(pair: tuple[str, bytes]) -> None:
    """At the receiver, Korean headers and the way out included; a changed way out does not."""
    dkim = pytest.importorskip("dkim")
    private, public = pair
    row = Delivery(1, PLACE, "digest", "digest:2022-07-25", DeliveryState.NEW, NOON, 0, NOON)
    letter = Message(
        "칩4",
        subject="삼성전자 · 芯片 " * 9,
        key=row.key,
        date=NOON,
        mailing=Links(b"k", "https://n.example").mailing(row),
    )
    async with MailDouble() as double:
        channel = EmailChannel(
            f"smtp://127.0.0.1:{double.port}?tls=none", "news@example.org", dkim=(private, "chipwire")
        )
        await channel.send(PLACE, channel.render(letter))
    raw = double.accepted[0].raw

    asked: list[bytes] = []

    def dns(name: bytes, timeout: int = 5) -> bytes:
        asked.append(name)
        return public

    assert dkim.verify(raw, dnsfunc=dns)
    assert asked == [b"chipwire._domainkey.example.org."]
    assert not dkim.verify(raw.replace(b"/mail/unsubscribe/", b"/mail/unsubscribe/x"), dnsfunc=dns)


def test_every_header_that_matters_is_signed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Providers offer one click only where the way out is signed."""
    seen: list[list[bytes]] = []

    def sign(mail: bytes, selector: bytes, domain: bytes, key: bytes, include_headers: list[bytes]) -> bytes:
        seen.append(include_headers)
        return b"DKIM-Signature: x\r\n"

    monkeypatch.setitem(sys.modules, "dkim", SimpleNamespace(sign=sign))
    row = Delivery(1, PLACE, "digest", "digest:2022-07-25", DeliveryState.NEW, NOON, 0, NOON)
    channel = EmailChannel("smtp://127.0.0.1:1?tls=none", "news@example.org", dkim=("key", "chipwire"))
    mail = channel.render(Message("x", key="k", date=NOON, mailing=Links(b"k", "https://n.example").mailing(row)))
    octets = Signer("key", "s", "example.org").signed(b"To: a@example.org\r\n" + mail.as_bytes())

    assert octets.startswith(b"DKIM-Signature: x\r\nTo: a@example.org\r\n")
    assert [name.decode() for name in seen[-1]] == list(SIGNED)


def test_a_wrong_key_is_refused_without_being_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library's words may quote it."""

    def sign(*given: object, **more: object) -> bytes:
        raise RuntimeError(f"cannot read {given}")

    monkeypatch.setitem(sys.modules, "dkim", SimpleNamespace(sign=sign))
    with pytest.raises(ValueError, match="is not a private RSA key in PEM") as caught:
        Signer("geheim-geheim", "s", "example.org")
    assert ("geheim" in str(caught.value), caught.value.__cause__, caught.value.__suppress_context__) == (
        False,
        None,
        True,
    )


def test_without_the_extra_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """What to install."""
    monkeypatch.setitem(sys.modules, "dkim", None)
    with pytest.raises(ValueError, match=r"pip install 'chipwire\[dkim\]'"):
        Signer("key", "s", "example.org")
