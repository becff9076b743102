"""What goes wrong on a visit, in one word for counting and in words for a person."""

import os
import socket
import ssl
from http import HTTPStatus

import aiohttp
from yarl import URL


class Trouble(Exception):  # noqa: N818 — expected of the network, not an error of ours
    """A visit that brings nothing; becomes a `Fetched` at the door."""

    def __init__(self, cause: str, reason: str, *, status: int = 0, again: bool = False) -> None:
        super().__init__(reason)
        self.cause = cause
        self.reason = reason
        self.status = status
        self.again = again  # a passing mishap: worth a second try within the same visit


def shown(url: URL) -> str:
    """An address fit for logs and people: no user-info, and no query, where keys and tokens travel."""
    host = url.raw_host or ""
    host = f"[{host}]" if ":" in host else host
    port = f":{url.explicit_port}" if url.explicit_port is not None else ""
    query = "?…" if url.raw_query_string else ""
    path = "".join(c for c in url.raw_path[:200] if c.isprintable())
    return f"{url.scheme}://{host}{port}{path}{query}"


def status_words(status: int) -> str:
    """A status in words; the outlet's own phrase is not repeated."""
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)


def explain(error: Exception, url: URL, refused: list[str]) -> Trouble:
    """Put an error of the client or the system into words; exception texts hold URLs and are not repeated."""
    host = url.host or "the host"
    if refused:
        return Trouble("forbidden", f"{host} may not be reached: {refused[-1]}")
    if isinstance(error, aiohttp.ClientConnectorError):
        return _unconnected(error, url, host)
    if isinstance(error, aiohttp.ClientResponseError):
        if error.status in {0, 400} or isinstance(error, aiohttp.ClientHttpProxyError) is False:
            return Trouble(
                "protocol", f"{host} answered with something that is not HTTP, or with headers beyond all limits"
            )
        return Trouble("connect", f"the proxy answered {status_words(error.status)}")
    if isinstance(error, aiohttp.ServerDisconnectedError):
        return Trouble("cut", f"{host} hung up without an answer", again=True)
    if isinstance(error, ConnectionError | aiohttp.ClientOSError):
        return Trouble("cut", f"{host} broke the connection off", again=True)
    if isinstance(error, aiohttp.ClientPayloadError):
        return Trouble("cut", f"{host} stopped in the middle of its answer", again=True)
    if isinstance(error, ssl.SSLError):
        return Trouble("tls", f"the secure connection to {host} failed")
    return Trouble("protocol", f"{host} could not be read ({type(error).__name__})")


def _unconnected(error: aiohttp.ClientConnectorError, url: URL, host: str) -> Trouble:
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        inner = error.certificate_error
        detail = getattr(inner, "verify_message", "") or "it is not for this host"
        return Trouble("tls", f"the certificate of {host} is not valid: {detail}")
    if isinstance(error, aiohttp.ClientConnectorSSLError):
        detail = (getattr(error.os_error, "reason", "") or "no common language").replace("_", " ").lower()
        return Trouble("tls", f"no secure connection to {host}: {detail}")
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return Trouble("dns", f"the name {host} has no address{_name_server_words(error.os_error)}")
    if isinstance(error.os_error, ConnectionResetError | ConnectionAbortedError | BrokenPipeError):
        # A closed port refuses; who hangs up has accepted first. Some ministries do so to one handshake in three.
        cause, what = ("tls", "the secure handshake") if url.scheme == "https" else ("connect", "the connection")
        return Trouble(cause, f"{host} hung up during {what}", again=True)
    return Trouble("connect", f"no connection to {host}{_system_words(error.os_error)}")


def _name_server_words(error: OSError) -> str:
    return ": the name server did not answer" if error.errno == socket.EAI_AGAIN else ""


def _system_words(error: OSError) -> str:
    return f": {os.strerror(error.errno).lower()}" if error.errno and error.errno > 0 else ""
