"""A loopback server that says exactly the bytes a case wants, at the speed it wants, and counts who calls."""

import asyncio
import contextlib
import socket
import struct
from collections import Counter
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Pause:
    """Say nothing for some seconds."""

    seconds: float


@dataclass(frozen=True)
class Again:
    """Say the same over and over, `times` times or for ever."""

    data: bytes
    times: int = -1
    pause: float = 0.0


class Reset:
    """Break the connection off with a RST."""


class Hang:
    """Keep the connection open and say no more."""


Step = bytes | Pause | Again | Reset | Hang


NOT_FOUND = (b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n",)


@dataclass
class World:
    """The server's address, what each path answers, and the calls so far."""

    port: int
    trap_port: int
    scripts: dict[str, tuple[Step, ...]] = field(default_factory=dict)
    calls: Counter[str] = field(default_factory=Counter)
    trapped: list[str] = field(default_factory=list)
    talking: dict[asyncio.Task[None], asyncio.StreamWriter] = field(default_factory=dict)
    over: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def filled(self, data: bytes) -> bytes:
        """Ports are known only when the server runs."""
        return data.replace(b"{port}", str(self.port).encode()).replace(b"{trap}", str(self.trap_port).encode())


@asynccontextmanager
async def world() -> AsyncIterator[World]:
    """The server with the cases, and a trap beside it that nobody may ever connect to."""
    here = World(0, 0)

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        me = asyncio.current_task()
        assert me is not None
        here.talking[me] = writer
        try:
            with contextlib.suppress(OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
                head = await reader.readuntil(b"\r\n\r\n")
                path = head.split(b" ", 2)[1].decode("latin-1").partition("?")[0]
                here.calls[path] += 1
                await perform(here, here.scripts.get(path, NOT_FOUND), writer)
        finally:
            writer.close()
            with contextlib.suppress(OSError):
                await writer.wait_closed()
            del here.talking[me]

    async def trap(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        here.trapped.append(str(writer.get_extra_info("peername")))
        writer.write(answered(b"<rss><channel><item><title>inner secrets</title></item></channel></rss>"))
        writer.close()

    async with contextlib.AsyncExitStack() as stack:
        server = await stack.enter_async_context(await asyncio.start_server(answer, "127.0.0.1", 0))
        inner = await stack.enter_async_context(await asyncio.start_server(trap, "127.0.0.1", 0))
        here.port = server.sockets[0].getsockname()[1]
        here.trap_port = inner.sockets[0].getsockname()[1]
        with contextlib.suppress(OSError):  # a machine without IPv6
            await stack.enter_async_context(await asyncio.start_server(trap, "::1", here.trap_port))
        try:
            yield here
        finally:
            here.over.set()  # for scripts that never end
            for task, writer in list(here.talking.items()):
                writer.transport.abort()
                await task


async def perform(here: World, script: Iterable[Step], writer: asyncio.StreamWriter) -> None:
    """Play a script."""
    for step in script:
        match step:
            case bytes():
                writer.write(here.filled(step))
            case Pause(seconds):
                await asyncio.sleep(seconds)
            case Again(data, times, pause):
                while times and not here.over.is_set():
                    times -= 1
                    writer.write(data)
                    await writer.drain()
                    await asyncio.sleep(pause)
            case Hang():
                await here.over.wait()
            case Reset():
                sock: socket.socket = writer.get_extra_info("socket")
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                writer.transport.abort()
                return
        await writer.drain()


def answered(
    body: bytes, *, status: str = "200 OK", headers: Iterable[str] = (), kind: str = "application/xml"
) -> bytes:
    """A well-formed answer."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers]
    if kind:
        lines.append(f"Content-Type: {kind}")
    return "\r\n".join([*lines, "Connection: close", "", ""]).encode("latin-1") + body
