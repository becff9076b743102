"""Mail: one message per reader, the same at every attempt, handed to one server."""  # noqa: A005 a channel's name

import asyncio
import html
import re
import ssl
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime, parseaddr
from hashlib import blake2b
from typing import Self
from urllib.parse import quote

from bot.delivery.headers import Lawful
from bot.delivery.mail_server import MailServer, Talk, begin
from bot.delivery.signing import Signer
from bot.delivery.typography import clean, cut, dns_name, spell_out
from bot.model import Answer, Destination, Mailing, Message

_SUBJECT = 200  # UTF-16 units
_POLICY = Lawful(linesep="\r\n", cte_type="7bit")  # quoted-printable or base64: nothing hangs on 8BITMIME
_SLOTS = 4  # talks at once; a server that meets more may call it an attack


@dataclass(frozen=True, slots=True)
class Sender:
    """Whom mail is from; made of CHIPWIRE_MAIL_FROM."""

    name: str
    address: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `Name <address>` or an address alone; raises ValueError."""
        name, address = parseaddr(text)
        checked(address)
        return cls(name or "chipwire", address)

    @property
    def domain(self) -> str:
        """Where our Message-IDs and List-Id live."""
        return self.address.rpartition("@")[2]


def render(message: Message, sender: Sender) -> EmailMessage:
    """The whole mail but its To: text first, HTML as the alternative, every header safe for any words in it."""
    mail = EmailMessage(policy=_POLICY)
    mail["From"] = Address(sender.name, addr_spec=sender.address)
    mail["Subject"] = cut(clean(message.subject or message.text[:_SUBJECT]).strip(), _SUBJECT)
    if message.date is not None:
        mail["Date"] = format_datetime(message.date)
    mail["Message-ID"] = f"<{_fingerprint(message)}@{sender.domain}>"
    mail["Auto-Submitted"] = "auto-generated"
    if message.mailing is not None:
        _enlist(mail, message.mailing, sender)
    for name, value in message.headers.items():
        mail[name] = clean(value)
    text = spell_out(message.text, message.spans)
    mail.set_content(text.encode("utf-8", "replace").decode())
    mail.add_alternative((message.html or _as_html(message)).encode("utf-8", "replace").decode(), subtype="html")
    mail.set_boundary(f"=_{_fingerprint(message)}")  # or every attempt would be another mail by its octets
    return mail


def _enlist(mail: EmailMessage, series: Mailing, sender: Sender) -> None:
    """What makes it one of a series: its name, the way out, and the day, so that a day's mails are one thread.

    One click is offered only where providers can reach us; a mail to us, which an operator reads, always.
    """
    mail["List-Id"] = f"<chipwire.{sender.domain}>"
    by_mail = f"<mailto:{sender.address}?subject={quote(f'unsubscribe {series.token}')}>"
    mail["List-Unsubscribe"] = f"<{series.unsubscribe}>, {by_mail}" if series.unsubscribe else by_mail
    if series.unsubscribe:
        mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    if series.day is not None:
        day = blake2b(f"{series.person} {series.day}".encode(), digest_size=10).hexdigest()
        mail["References"] = f"<day.{day}@{sender.domain}>"


def _fingerprint(message: Message) -> str:
    """The same for every attempt at one delivery, so that a second copy is recognised as one."""
    named = message.key or f"{message.date} {message.subject} {message.text}"
    return blake2b(named.encode("utf-8", "replace"), digest_size=16).hexdigest()


def _as_html(message: Message) -> str:
    """An alert's lines with its bold words and its link."""
    parts, at = [], 0
    for span in sorted(message.spans, key=lambda span: span.start):
        if span.start < at or span.style not in {"bold", "italic", "link"}:
            continue
        words = html.escape(message.text[span.start : span.end])
        marked = {
            "bold": f"<strong>{words}</strong>",
            "italic": f"<em>{words}</em>",
            "link": f'<a href="{html.escape(span.url)}">{words}</a>',
        }[span.style]
        parts += [html.escape(message.text[at : span.start]), marked]
        at = span.end
    parts.append(html.escape(message.text[at:]))
    lines = "".join(parts).replace("\n", "<br>\n")
    return f"<!doctype html>\n<html><body><p>{lines}</p></body></html>\n"


class EmailChannel:
    """Talks to one mail server; a lost answer after the last line is the only doubt there is."""

    name = "email"

    def __init__(
        self,
        server_url: str,
        mail_from: str,
        *,
        patience: float = 30.0,
        context: ssl.SSLContext | None = None,
        dkim: tuple[str, str] = ("", ""),
    ) -> None:
        """Take CHIPWIRE_SMTP_URL and CHIPWIRE_MAIL_FROM; raises ValueError, never with the password in it.

        `patience` is in seconds, for each answer; `context` verifies the server instead of the system's authorities;
        `dkim` is a private key and its selector.
        """
        self.server = MailServer.parse(server_url)
        self.sender = Sender.parse(mail_from)
        self._signer = Signer(*dkim, self.sender.domain) if dkim[0] else None
        self._patience = patience
        self._context = context
        self._slots = asyncio.Semaphore(_SLOTS)

    def render(self, message: Message, *, plain: bool = False) -> EmailMessage:
        """A mail is never refused for its markup, so `plain` changes nothing."""
        del plain
        return render(message, self.sender)

    async def send(self, destination: Destination, rendered: EmailMessage) -> Answer:
        """Hand the mail over for one reader."""
        try:
            recipient = checked(destination.address)
        except ValueError:
            return Answer(self.name, ok=False, sent="no", status=553, stage="rcpt", text="not a mail address")
        body = b"To: " + recipient.encode() + b"\r\n" + rendered.as_bytes()
        if self._signer:
            body = self._signer.signed(body)
        async with self._slots:
            return await self._talk().hand_over(self.sender.address, recipient, body)

    async def probe(self) -> Answer:
        """Log in and leave."""
        return await self._talk().greet()

    def _talk(self) -> Talk:
        return begin(self.server, self.sender.domain, patience=self._patience, context=self._context)


#: Lengths by RFC 5321 4.5.3.1; quoted names, comments and address literals belong to nobody who reads a digest.
_LOCAL = re.compile(r"(?=.{1,64}\Z)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_DOMAIN = re.compile(r"(?=.{1,253}\Z)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*")


def checked(address: str) -> str:
    """An address as SMTP takes it, its domain in ASCII and without a last dot; raises ValueError."""
    local, _, written = address.strip().rpartition("@")
    domain = dns_name(written.removesuffix(".").lower())
    if not _LOCAL.fullmatch(local) or not _DOMAIN.fullmatch(domain):
        raise ValueError("not a mail address")
    return f"{local}@{domain}"
