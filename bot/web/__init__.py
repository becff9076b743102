"""What the process shows over HTTP."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

from aiohttp import web

#: What every answer says unless a page says more: nothing is loaded, framed, sniffed, kept, or told to others.
GUARDED = {
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Robots-Tag": "noindex, nofollow",
    "Server": "chipwire",
}
_LARGEST = 16 * 1024  # octets of a request's body; a button needs forty


class AddressTaken(OSError):  # noqa: N818 - a state of the world, not a mistake
    """The address of the web endpoints cannot be listened on."""


@asynccontextmanager
async def serve(address: str, routes: Iterable[web.RouteDef]) -> AsyncIterator[int]:
    """Listens on "host:port" while the block runs; yields the port, which matters when it was 0.

    Raises:
        AddressTaken: somebody else listens there, or the address is not ours.
    """
    host, _, port = address.rpartition(":")
    app = web.Application(client_max_size=_LARGEST)
    app.add_routes(routes)
    app.on_response_prepare.append(_guard)
    # The composition root owns the signals.
    runner = web.AppRunner(app, access_log=None, handle_signals=False)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, host.strip("[]"), int(port)).start()
        except OSError as error:
            raise AddressTaken(f"cannot listen on {address}: {error.strerror or error}") from error
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()


async def _guard(_: web.Request, response: web.StreamResponse) -> None:
    policy = response.headers.get("Content-Security-Policy")  # a page may have a style
    response.headers.update(GUARDED)
    if policy:
        response.headers["Content-Security-Policy"] = policy
