"""One talk with a mail server: how far it got decides whether the mail is there, is not, or may be."""

import contextlib
import re
import ssl
from collections.abc import Awaitable
from dataclasses import dataclass, field
from typing import Self
from urllib.parse import parse_qs, unquote, urlsplit

from aiosmtplib import SMTP, SMTPException, SMTPResponseException

from bot.delivery.presets import BY_HOST, PRESETS
from bot.delivery.typography import clean
from bot.model import Answer

_PORTS = {"starttls": 587, "implicit": 465, "none": 25}
_WORDS = 300  # characters of a server's reply that are kept
_GOODBYE = 3.0  # seconds
_LEADING_DOT = re.compile(rb"^\.", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where mail is handed in, and how the line is protected."""

    host: str
    port: int
    tls: str  # starttls, implicit or none
    user: str = ""
    password: str = field(default="", repr=False)

    @classmethod
    def parse(cls, url: str) -> Self:
        """Read `smtp://user:pass@host:587?tls=starttls`; raises ValueError, never with the password in it.

        Where the host is the domain of a provider's addresses, such as gmail.com, the provider's own server is meant,
        and a user without a domain is one there. A port or tls that is written holds.
        """
        parts = urlsplit(url)
        if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
            raise ValueError("write smtp://user:password@host:587?tls=starttls")
        user, password = unquote(parts.username or ""), unquote(parts.password or "")
        host, preset = parts.hostname, PRESETS.get(parts.hostname)
        if preset:
            user = f"{user}@{host}" if user and "@" not in user else user
            host = preset.host
        known = preset or BY_HOST.get(host)
        usual = known.tls if known and parts.port in {None, known.port} else "starttls"
        asked = parse_qs(parts.query).get("tls", ["implicit" if parts.scheme == "smtps" else usual])[-1]
        if asked not in _PORTS:
            raise ValueError(f"tls={asked}: write starttls, implicit or none")
        port = parts.port or (known.port if known and asked == known.tls else _PORTS[asked])
        return cls(host, port, asked, user, password)


@dataclass(slots=True)
class Talk:
    """A talk under way. Where TLS is demanded, nothing but EHLO and STARTTLS is said before it stands."""

    server: MailServer
    client: SMTP
    patience: float  # seconds for each answer
    stage: str = "connect"
    handed_over: bool = False  # whether the last line may have left

    async def hand_over(self, sender: str, recipient: str, mail: bytes) -> Answer:
        """Deliver one mail to one recipient and say what was heard."""
        return await self._heard(self._submit(sender, recipient, mail))

    async def greet(self) -> Answer:
        """Go as far as the login and leave."""
        return await self._heard(self._reach())

    async def _heard(self, steps: Awaitable[None]) -> Answer:
        try:
            await steps
        except SMTPResponseException as error:
            return self._refused(error.code, error.message)
        except (SMTPException, OSError, ValueError) as error:
            return self._lost(str(error) or type(error).__name__)
        finally:
            await self._leave()
        return Answer("email", ok=True, status=250, stage="quit")

    async def _reach(self) -> None:
        await self.client.connect()
        self.stage = "ehlo"
        await self.client.ehlo()
        if self.server.tls == "starttls":
            self.stage = "starttls"
            await self.client.starttls()
            await self.client.ehlo()
        if self.server.user:
            self.stage = "auth"
            await self.client.login(self.server.user, self.server.password)

    async def _submit(self, sender: str, recipient: str, mail: bytes) -> None:
        await self._reach()
        self.stage = "mail"
        await self.client.mail(sender)
        self.stage = "rcpt"
        await self.client.rcpt(recipient)
        self.stage = "data"
        ready = await self.client.execute_command(b"DATA")
        if ready.code != 354 or self.client.protocol is None:
            raise SMTPResponseException(ready.code, ready.message)
        # aiosmtplib's own data() is one step; whether the line broke before or after this write is what matters.
        self.handed_over = True
        self.client.protocol.write(_LEADING_DOT.sub(b"..", mail) + b".\r\n")
        taken = await self.client.protocol.read_response(timeout=self.patience)
        if taken.code != 250:
            raise SMTPResponseException(taken.code, taken.message)

    async def _leave(self) -> None:
        """Be polite; whatever goes wrong from here on, the mail's fate is known."""
        if self.client.is_connected:
            with contextlib.suppress(SMTPException, OSError, ValueError):
                await self.client.quit(timeout=min(_GOODBYE, self.patience))
        self.client.close()

    def _refused(self, code: int, words: str) -> Answer:
        """A reply with a number; one that is no refusal says nothing that can be relied on."""
        if not 400 <= code < 600:
            return self._lost(f"not a reply of a mail server: {words}")
        return Answer("email", ok=False, sent="no", status=code, stage=self.stage, text=self._told(f"{code} {words}"))

    def _lost(self, words: str) -> Answer:
        sent = "unknown" if self.handed_over else "no"
        return Answer("email", ok=False, sent=sent, stage=self.stage, text=self._told(words))

    def _told(self, words: str) -> str:
        told = clean(words)[:_WORDS]
        if self.server.password:
            told = told.replace(self.server.password, "…")
        return f"{self.stage}: {told}"


def begin(server: MailServer, name: str, *, patience: float, context: ssl.SSLContext | None = None) -> Talk:
    """A talk on a connection of its own; `name` is what we call ourselves, `context` verifies the certificate."""
    client = SMTP(
        hostname=server.host,
        port=server.port,
        local_hostname=name,
        timeout=patience,
        use_tls=server.tls == "implicit",
        start_tls=False,  # asked for by the talk itself, which stops where it is refused
        tls_context=context if server.tls != "none" else None,
    )
    return Talk(server, client, patience)
