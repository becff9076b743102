"""python-telegram-bot's request over aiohttp, which keeps *not sent* and *answer lost* apart."""

import json
from collections.abc import Mapping
from datetime import timedelta
from http import HTTPStatus
from types import MappingProxyType
from typing import Any
from urllib.parse import urlencode

import aiohttp
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

LARGEST_ANSWER = 32 * 2**20  # bytes; the Bot API serves files of up to 20 MB
_CHUNK = 64 * 2**10
_FORM = MappingProxyType({"Content-Type": "application/x-www-form-urlencoded"})

# What aiohttp 3.14 raises before a byte of the request has left: refused, DNS, TLS, waiting for a free connection.
_BEFORE_SENDING = (
    aiohttp.ClientConnectorError,  # a ClientOSError too: asked first
    aiohttp.ConnectionTimeoutError,  # a TimeoutError too: asked first
    aiohttp.InvalidURL,
    aiohttp.NonHttpUrlClientError,
    aiohttp.ClientHttpProxyError,
)


class NotSent(NetworkError):  # noqa: N818 says what happened, as TimedOut does
    """The Bot API did not take the request, and will not.

    `status` is the API's own (429, 500, 503), or 0 when it never answered.
    """

    __slots__ = ("retry_after", "status")

    def __init__(self, message: str, *, status: int = 0, retry_after: timedelta | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.retry_after = retry_after


class AnswerUnknown(NetworkError):  # noqa: N818 says what happened, as TimedOut does
    """The request left and may have been taken; nothing readable came back."""

    __slots__ = ("status",)

    def __init__(self, message: str, *, status: int = 0) -> None:
        super().__init__(message)
        self.status = status


class AiohttpRequest(BaseRequest):
    """One pool of connections to the Bot API; the application has one for calls and one for getUpdates.

    All times are seconds. `keep_alive` stays below the server's, so that no send meets a connection that was
    closed meanwhile and comes back as a needless doubt. Few `connections` bound how many sends a silent API can put
    in doubt: the rest wait for a free one and are *not sent*.
    """

    def __init__(
        self,
        *,
        connections: int = 16,
        connect_timeout: float = 10.0,
        read_timeout: float = 15.0,
        pool_timeout: float = 20.0,
        keep_alive: float = 30.0,
    ) -> None:
        self._connections = connections
        self._connect_timeout = connect_timeout
        self._read_timeout = read_timeout
        self._pool_timeout = pool_timeout
        self._keep_alive = keep_alive
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Seconds an answer may take; python-telegram-bot adds the long poll's own to it."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Open the pool."""
        if self._session is None or self._session.closed:
            connector = aiohttp.TCPConnector(limit=self._connections, keepalive_timeout=self._keep_alive)
            self._session = aiohttp.ClientSession(
                connector=connector, cookie_jar=aiohttp.DummyCookieJar(), requote_redirect_url=False
            )

    async def shutdown(self) -> None:
        """Close the pool."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Ask once. Raises only `NotSent`, `AnswerUnknown`, and `TimedOut` for a getUpdates nobody answered."""
        del write_timeout  # aiohttp knows none; the read timeout begins when the request has been written
        limits = aiohttp.ClientTimeout(
            connect=_seconds(pool_timeout, self._pool_timeout),
            sock_connect=_seconds(connect_timeout, self._connect_timeout),
            sock_read=_seconds(read_timeout, self._read_timeout),
        )
        return await self._exchange(url, method, request_data, limits)

    async def ask(self, url: str, fields: Mapping[str, str]) -> tuple[int, dict[str, Any]]:
        """Call a method whose parameters are text already; its status and the API's JSON.

        python-telegram-bot's way through its objects and back costs more than everything else a send does.
        Raises as `do_request`.
        """
        limits = aiohttp.ClientTimeout(
            connect=self._pool_timeout, sock_connect=self._connect_timeout, sock_read=self._read_timeout
        )
        status, body = await self._exchange(url, "POST", urlencode(fields).encode(), limits)
        return status, _reply(body) or {}

    async def _exchange(
        self, url: str, method: str, data: RequestData | bytes | None, limits: aiohttp.ClientTimeout
    ) -> tuple[int, bytes]:
        polling = url.endswith("/getUpdates")
        failure: TelegramError
        try:
            status, body = await self._once(url, method, data, limits)
            if method == "POST":
                _check(status, body)
        except TelegramError as error:
            failure = error
        except Exception as error:  # noqa: BLE001 whatever else escapes is printed with its repr, URL and token included
            failure = _classified(error, polling=polling)
        else:
            return status, body
        # Raised outside the handler: the original error, whose text may hold the token, is no part of this one.
        raise failure

    async def _once(
        self, url: str, method: str, given: RequestData | bytes | None, limits: aiohttp.ClientTimeout
    ) -> tuple[int, bytes]:
        if self._session is None:
            raise NotSent("the connection to the Bot API is not open")
        data, headers = (given, dict(_FORM)) if isinstance(given, bytes) else _form(given)
        async with self._session.request(
            method, url, data=data, headers=headers, timeout=limits, allow_redirects=False
        ) as response:
            body = bytearray()
            async for chunk in response.content.iter_chunked(_CHUNK):
                body += chunk
                if len(body) > LARGEST_ANSWER:
                    raise AnswerUnknown("the answer is larger than any the Bot API gives", status=response.status)
            return response.status, bytes(body)


def _seconds(given: object, default: float) -> float | None:
    """A caller's own limit; None means none, anything else the default."""
    if isinstance(given, int | float):
        return float(given)
    return None if given is None else default


def _form(request_data: RequestData | None) -> tuple[bytes | aiohttp.FormData | None, dict[str, str]]:
    if request_data is None or not request_data.parameters:
        return None, {}
    if not request_data.contains_files:
        encoded = request_data.url_encoded_parameters().encode()
        return encoded, dict(_FORM)
    form = aiohttp.FormData()
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in request_data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return form, {}


def _classified(error: Exception, *, polling: bool) -> TelegramError:
    """An error of aiohttp by what it says about the request; its text is ours, never the library's."""
    words = type(error).__name__
    if isinstance(error, OSError) and error.strerror:
        words = f"{words}: {error.strerror}"
    if isinstance(error, _BEFORE_SENDING):
        return NotSent(f"not sent: {words}")
    if polling and isinstance(error, TimeoutError):
        # Asked again at once, as after an empty long poll. A connect timeout told this way would make it hammer.
        return TimedOut("no answer to getUpdates in time")
    return AnswerUnknown(f"answer lost: {words}")


def _check(status: int, body: bytes) -> None:
    """Sort out what is no usable answer of the API itself, before python-telegram-bot reads it.

    It would lose the status of a bare 429 or 503, and take a proxy's 403 or 404 page for the API's word.
    """
    reply = _reply(body)
    if 200 <= status < 300:
        if reply is None or reply.get("ok") is not True or "result" not in reply:
            raise AnswerUnknown(f"answer lost: HTTP {status} without a readable result", status=status)
        return
    words = _words(status, reply)
    if status in {502, 504} or (status >= 500 and reply is None):
        raise AnswerUnknown(words, status=status)
    if status == 429 or status >= 500:
        raise NotSent(words, status=status, retry_after=_retry_after(reply))
    if reply is None:
        # 413 is the API's front server about our message; anything else comes from something in between.
        raise NotSent(words, status=status if status == 413 else 0)


def _reply(body: bytes) -> dict[str, Any] | None:
    """The API's JSON, or None when it is anything else."""
    try:
        reply = json.loads(body)
    except ValueError:
        return None
    if not isinstance(reply, dict) or not isinstance(reply.get("description", ""), str):
        return None
    parameters = reply.get("parameters", {})
    if not isinstance(parameters, dict) or not isinstance(parameters.get("migrate_to_chat_id", 0), int):
        return None
    return reply


def _retry_after(reply: dict[str, Any] | None) -> timedelta | None:
    """The ban's length; None when the answer names none."""
    seconds = (reply or {}).get("parameters", {}).get("retry_after")
    if isinstance(seconds, bool) or not isinstance(seconds, int | float) or not 0 <= seconds < 1e9:
        return None
    return timedelta(seconds=seconds)


def _words(status: int, reply: dict[str, Any] | None) -> str:
    if reply is not None and reply.get("description"):
        return str(reply["description"])
    try:
        phrase = HTTPStatus(status).phrase
    except ValueError:
        phrase = "unknown status"
    return f"HTTP {status} {phrase}" if reply is not None else f"HTTP {status} {phrase}, not from the Bot API itself"
