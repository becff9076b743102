"""What the process shows over HTTP."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

from aiohttp import web


class AddressTaken(OSError):  # noqa: N818 - a state of the world, not a mistake
    """The address of the web endpoints cannot be listened on."""


@asynccontextmanager
async def serve(address: str, routes: Iterable[web.RouteDef]) -> AsyncIterator[int]:
    """Listens on "host:port" while the block runs; yields the port, which matters when it was 0.

    Raises:
        AddressTaken: somebody else listens there, or the address is not ours.
    """
    host, _, port = address.rpartition(":")
    app = web.Application()
    app.add_routes(routes)
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
