"""What a setting that names a place must be: hosts, origins, mail servers, people. Secrets are never repeated."""

import re
from email.utils import parseaddr
from typing import Final
from urllib.parse import parse_qs, urlsplit

from bot.config.checks import web_address
from bot.config.problems import not_one_of

_TLS: Final = ("starttls", "implicit", "none")
_SMTP_HINT: Final = "write smtp://user:password@host:587?tls=starttls"


def one_word(text: str) -> str:
    """Accept a token without blanks; the text itself is a secret."""
    if re.search(r"\s", text):
        raise ValueError("has a blank inside; write the token as it was given, on one line")
    return text


def chat_ids(written: object) -> object:
    """Split numeric chat ids at commas or blanks."""
    if not isinstance(written, str):
        return written
    parts = re.split(r"[,\s]+", written.strip(", "))
    for part in parts:
        if not re.fullmatch(r"-?\d{1,20}", part):
            raise ValueError(f'"{part}" is not a chat id; write numbers such as 123456789, parted by commas')
    return tuple(int(part) for part in parts)


def smtp(text: str) -> str:
    """Accept the address of a mail server; it may hold a password and is not repeated."""
    try:
        parts = urlsplit(text)
        whole = parts.scheme == "smtp" and parts.hostname and (parts.port is None or parts.port > 0)
    except ValueError:
        whole = False
    if not whole or parts.path not in {"", "/"} or parts.fragment:
        raise ValueError(f"is not the address of a mail server; {_SMTP_HINT}")
    asked = parse_qs(parts.query, keep_blank_values=True)
    if extra := sorted(set(asked) - {"tls"}):
        raise ValueError(f'"{extra[0]}" is not known; {_SMTP_HINT}')
    for tls in asked.get("tls", []):
        if tls not in _TLS:
            raise ValueError(f"tls: {not_one_of(tls, _TLS)}")
    return text


def dkim_key(text: str) -> str:
    """Accept a private key that mail can be signed with; it is not repeated."""
    if text:
        # Imported here: the package behind it is an extra, and most houses leave signing to their server.
        from bot.delivery.signing import Signer  # noqa: PLC0415

        Signer(text, "x", "example.org")
    return text


def label(text: str) -> str:
    """Accept one part of a host's name, or several."""
    if re.fullmatch(r"[A-Za-z0-9](?:[A-Za-z0-9.-]{0,60}[A-Za-z0-9])?", text):
        return text
    raise ValueError(f'"{text}" is not a selector; write one such as chipwire')


def mail(text: str) -> str:
    """Accept one mail address, with or without a name before it."""
    address = parseaddr(text)[1]
    # A domain may be in any script, it has a form in ASCII; what stands before the @ has none.
    if re.fullmatch(r"[^@\s\x80-\U0010ffff]+@[^@\s]+", address) and not re.search(r"[\r\n,]", text):
        return text
    raise ValueError(f'"{text}" is not a mail address; write one such as chipwire@example.org')


def split_host_and_port(text: str) -> tuple[str, int]:
    """Split "127.0.0.1:8080" or "[::1]:8080"."""
    host, _, port = text.rpartition(":")
    return host.removeprefix("[").removesuffix("]"), int(port)


def host_and_port(text: str) -> str:
    """Accept an address to listen on."""
    written = re.fullmatch(r"(\[[0-9A-Fa-f:.%]+\]|[A-Za-z0-9.-]+):(\d{1,5})", text)
    if written and int(written[2]) <= 65_535:
        return text
    raise ValueError(f'"{text}" is not a host and a port; write one such as 127.0.0.1:8080')


def base(text: str) -> str:
    """Accept an address that paths are put behind."""
    address = web_address(text)
    if urlsplit(address).query or urlsplit(address).fragment:
        raise ValueError(f'"{text}" has more than a path; write one such as https://news.example.org')
    return address.rstrip("/")


def origins(written: object) -> object:
    """Split exact origins at commas."""
    if not isinstance(written, str):
        return written
    return frozenset(_origin(part.strip()) for part in written.split(",") if part.strip())


def _origin(text: str) -> str:
    parts = urlsplit(web_address(text))
    exact = f"{parts.scheme}://{parts.netloc.lower()}"
    if text.rstrip("/").lower() != exact:
        raise ValueError(f'"{text}" is more than an origin; write {exact}')
    return exact
