"""A mail server on a real socket that fails at any stage in any way; aiosmtpd underneath.

In a test: `async with MailDouble(fault=("rcpt", "4xx")) as mail: ... mail.accepted`. On its own:
`python -m tests.faults.smtp --port 0 --log FILE --fault body:drop-after` prints its address and appends what it accepts.
"""
# ruff: noqa: N802 the names are aiosmtpd's

import argparse
import asyncio
import json
import os
import ssl
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any, Self

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

STAGES = ("connect", "ehlo", "starttls", "auth", "mail", "rcpt", "data", "body", "quit")
# Before the last line nothing is accepted whatever happens. At "body" the server has the whole mail: 4xx, 5xx and drop
# refuse or lose it, drop-after, hang and garbage keep it and lose the answer.
FAULTS = ("4xx", "5xx", "drop", "hang", "slow", "garbage")
_REPLIES = {
    "4xx": b"451 4.3.0 try again later\r\n",
    "5xx": b"550 5.7.1 refused\r\n",
    "garbage": b"\x00\xfe HTTP/1.1 200 OK\r\n",
    "slow": b"25",
}


@dataclass(frozen=True)
class Taken:
    """A mail the server answers for."""

    sender: str
    recipients: tuple[str, ...]
    mail: EmailMessage
    raw: bytes
    tls: bool
    user: str

    @property
    def message_id(self) -> str:
        return str(self.mail["Message-ID"])


class MailDouble:
    """The double. `fault` is (stage, fault) and strikes `times` times; -1: always."""

    def __init__(
        self,
        *,
        fault: tuple[str, str] = ("", ""),
        times: int = -1,
        context: ssl.SSLContext | None = None,
        implicit: bool = False,
        login: tuple[str, str] = ("", ""),
        greylist: int = 0,
        unknown: frozenset[str] = frozenset(),
        log: Path | None = None,
    ) -> None:
        self.fault = fault
        self.times = times
        self.context = context
        self.implicit = implicit
        self.login = login
        self.greylist = greylist  # how often a recipient is put off
        self.unknown = unknown  # recipients refused for good
        self.accepted: list[Taken] = []
        self.clear = bytearray()  # every octet that came in without TLS
        self.talks = 0
        self.port = 0
        self._log = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600) if log else -1
        self._server: asyncio.Server | None = None
        self._open: set[_Talk] = set()

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self.stop()

    async def start(self, port: int = 0) -> None:
        """Listen on loopback; the number stands in `port`."""
        loop = asyncio.get_running_loop()
        context = self.context if self.implicit else None
        self._server = await loop.create_server(lambda: _Talk(self, loop), "127.0.0.1", port, ssl=context)
        self.port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        assert self._server is not None
        self._server.close()
        for talk in list(self._open):
            talk.end()
        await asyncio.sleep(0)

    def strikes(self, stage: str) -> str:
        """The fault of a stage, counted; "" while all is well."""
        if self.fault[0] != stage or self.times == 0:
            return ""
        self.times -= self.times > 0
        return self.fault[1]

    def take(self, session: Session, envelope: Envelope) -> None:
        raw = bytes(envelope.original_content or b"")
        mail = message_from_bytes(raw, policy=policy.SMTP)
        tls = self.implicit or session.ssl is not None
        user = session.auth_data.login.decode() if isinstance(session.auth_data, LoginPassword) else ""
        taken = Taken(str(envelope.mail_from), tuple(map(str, envelope.rcpt_tos)), mail, raw, tls, user)
        self.accepted.append(taken)
        if self._log >= 0:
            told = {"to": taken.recipients, "id": taken.message_id, "subject": str(mail["Subject"]), "tls": tls}
            os.write(self._log, (json.dumps(told, ensure_ascii=False) + "\n").encode())

    # What aiosmtpd asks its handler.

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self.unknown:
            return "550 5.1.1 no such user"
        if self.greylist:
            self.greylist -= 1
            return "451 4.7.1 greylisted, try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: "_Talk", session: Session, envelope: Envelope) -> str:
        fault = self.strikes("body")
        if fault in {"4xx", "5xx"}:
            return _REPLIES[fault].decode().strip()
        if fault != "drop":
            self.take(session, envelope)
        if fault:
            await server.fail("drop" if fault == "drop-after" else fault)
        return "250 OK"

    def check_login(self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, given: Any) -> AuthResult:
        good = isinstance(given, LoginPassword) and (given.login.decode(), given.password.decode()) == self.login
        return AuthResult(success=good, handled=False, auth_data=given)


class _Talk(SMTP):
    """One connection, with a fault in front of each command."""

    def __init__(self, double: MailDouble, loop: asyncio.AbstractEventLoop) -> None:
        self._double = double
        self._greeted = False
        super().__init__(
            double,
            hostname="double.example.org",
            ident="ESMTP double",
            loop=loop,
            tls_context=None if double.implicit else double.context,
            authenticator=double.check_login if double.login[0] else None,
            auth_required=bool(double.login[0]),
            auth_require_tls=bool(double.context) and not double.implicit,
        )
        double.talks += 1
        double._open.add(self)

    def data_received(self, data: bytes) -> None:
        assert self.transport is not None
        if self.transport.get_extra_info("sslcontext") is None:
            self._double.clear += data
        super().data_received(data)

    def connection_lost(self, error: Exception | None) -> None:
        self._double._open.discard(self)
        super().connection_lost(error)

    def end(self) -> None:
        if self.transport is not None:
            self.transport.abort()

    async def push(self, status: str | bytes) -> None:
        if not self._greeted:
            self._greeted = True
            if await self._struck("connect"):
                return
        await super().push(status)

    async def fail(self, fault: str) -> None:
        assert self.transport is not None
        if fault in _REPLIES:
            self.transport.write(_REPLIES[fault])
        if fault == "drop":
            self.transport.abort()
        if fault in {"hang", "slow", "drop"}:
            await asyncio.sleep(3600)

    async def _struck(self, stage: str) -> bool:
        if fault := self._double.strikes(stage):
            await self.fail(fault)
        return bool(fault)

    async def smtp_EHLO(self, hostname: str) -> None:
        if not await self._struck("ehlo"):
            await super().smtp_EHLO(hostname)

    async def smtp_STARTTLS(self, arg: str) -> None:
        if not await self._struck("starttls"):
            await super().smtp_STARTTLS(arg)

    async def smtp_AUTH(self, arg: str) -> None:
        if not await self._struck("auth"):
            await super().smtp_AUTH(arg)

    async def smtp_MAIL(self, arg: str | None) -> None:
        if not await self._struck("mail"):
            await super().smtp_MAIL(arg)

    async def smtp_RCPT(self, arg: str | None) -> None:
        if not await self._struck("rcpt"):
            await super().smtp_RCPT(arg)

    async def smtp_DATA(self, arg: str) -> None:
        if not await self._struck("data"):
            await super().smtp_DATA(arg)

    async def smtp_QUIT(self, arg: str) -> None:
        if not await self._struck("quit"):
            await super().smtp_QUIT(arg)


async def _stand_alone(options: argparse.Namespace) -> None:
    stage, _, fault = options.fault.partition(":")
    double = MailDouble(fault=(stage, fault), times=options.times, log=options.log)
    await double.start(options.port)
    print(f"127.0.0.1:{double.port}", flush=True)
    await asyncio.Event().wait()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--log", type=Path)
    parser.add_argument("--fault", default="", help="STAGE:FAULT, e.g. rcpt:4xx or body:drop-after")
    parser.add_argument("--times", type=int, default=-1)
    asyncio.run(_stand_alone(parser.parse_args()))


if __name__ == "__main__":
    main()
