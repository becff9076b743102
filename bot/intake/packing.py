"""Content encodings taken off by us, piece by piece, so that no bomb is ever unpacked whole."""

import sys
import zlib
from collections.abc import Iterator
from typing import Protocol

import brotli  # type: ignore[import-untyped]  # shipped without types

from bot.intake.trouble import Trouble

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

ACCEPT = "gzip, deflate, br, zstd"
PIECE = 65_536  # bytes unpacked at a time
RATIO = 100  # times the bytes on the wire …
RATIO_FLOOR = 1_000_000  # … minded from this many unpacked bytes on: a small page of blanks is no bomb
_WINDOW_LOG = 23  # zstd: RFC 9659 lets a server ask for a window of 8 MB at most
_GZIP = b"\x1f\x8b\x08"
_GZIP_BITS = 31  # zlib: gzip header, largest window
_ERRORS = (zlib.error, brotli.error, zstd.ZstdError, EOFError)
_TEXT = b"<{[ \t\r\n\xef\xfe\xff"  # how a feed or a page begins, byte order marks included


class _Codec(Protocol):
    """One encoding being taken off."""

    def unpack(self, data: bytes) -> Iterator[bytes]:
        """What the data holds, in pieces of at most about PIECE bytes."""

    def whole(self) -> bool:
        """Was the end of the packed data seen?"""


class _Zlib:
    def __init__(self, wbits: int) -> None:
        self._wbits = wbits
        self._inner = zlib.decompressobj(wbits)

    def unpack(self, data: bytes) -> Iterator[bytes]:
        full = False
        while data or full:
            if self._inner.eof:
                # gzip may be several members in a row; whatever else follows the end is padding.
                if self._wbits != _GZIP_BITS or not data.startswith(_GZIP):
                    return
                self._inner = zlib.decompressobj(self._wbits)
            piece = self._inner.decompress(data, PIECE)
            data = self._inner.unused_data if self._inner.eof else self._inner.unconsumed_tail
            full = len(piece) == PIECE and not self._inner.eof  # a full piece may leave more within
            yield piece

    def whole(self) -> bool:
        return self._inner.eof


class _Brotli:
    def __init__(self) -> None:
        self._inner = brotli.Decompressor()

    def unpack(self, data: bytes) -> Iterator[bytes]:
        if self._inner.is_finished():
            return
        full = True
        while full:
            piece = self._inner.process(data, output_buffer_limit=PIECE)
            data = b""
            full = len(piece) >= PIECE or not self._inner.can_accept_more_data()
            yield piece

    def whole(self) -> bool:
        return bool(self._inner.is_finished())


class _Zstd:
    def __init__(self) -> None:
        self._inner = self._fresh()

    @staticmethod
    def _fresh() -> "zstd.ZstdDecompressor":
        return zstd.ZstdDecompressor(options={zstd.DecompressionParameter.window_log_max: _WINDOW_LOG})

    def unpack(self, data: bytes) -> Iterator[bytes]:
        while True:
            if self._inner.eof:
                data = self._inner.unused_data or data
                if not data.startswith(b"\x28\xb5\x2f\xfd"):
                    return
                self._inner = self._fresh()
            yield self._inner.decompress(data, PIECE)
            data = b""
            if self._inner.needs_input:
                return

    def whole(self) -> bool:
        return bool(self._inner.eof)


class _Plain:
    def unpack(self, data: bytes) -> Iterator[bytes]:
        yield data

    def whole(self) -> bool:
        return True


def announced(fields: list[str]) -> str:
    """The one encoding that Content-Encoding fields announce, in its modern name; "" for none.

    Raises:
        Trouble: several layers, or one that was not asked for.
    """
    names = [name.strip().lower().removeprefix("x-") for field in fields for name in field.split(",")]
    names = [name for name in names if name not in {"", "identity", "none", "utf-8"}]
    if len(names) > 1:
        raise Trouble("encoding", f"the body is packed {len(names)} times over ({', '.join(names)[:80]})")
    if names and names[0] not in {"gzip", "deflate", "br", "zstd"}:
        raise Trouble("encoding", f"the body is packed as {names[0][:40]!r}, which was not asked for")
    return names[0] if names else ""


class Unpacker:
    """Takes one layer of encoding off a body as it arrives, and stops at the limit."""

    def __init__(self, encoding: str, limit: int) -> None:
        self._encoding = encoding
        self._limit = limit
        self._codec: _Codec | None = None  # chosen by the first bytes: headers lie
        self._held = b""
        self._wire = 0
        self.body = bytearray()

    def feed(self, data: bytes) -> None:
        """Take the next bytes from the wire.

        Raises:
            Trouble: the body is too large, a bomb, or broken.
        """
        self._wire += len(data)
        if self._wire > self._limit:
            raise too_large(self._limit)
        if self._codec is not None:
            self._take(self._codec, data)
            return
        self._held += data
        if len(self._held) >= 16:
            self._begin()

    def finish(self) -> bool:
        """Say whether the packed data was whole, once no more comes.

        Raises:
            Trouble: as `feed`; also a body still packed after one layer.
        """
        if self._codec is None and self._held:
            self._begin()
        if not isinstance(self._codec, _Plain | None) and self.body.startswith(_GZIP):
            raise Trouble("encoding", "the body is packed twice over")
        return self._codec is None or self._codec.whole()

    def _begin(self) -> None:
        held, self._held = self._held, b""
        codec = self._codec = _choose(self._encoding, held)
        try:
            self._take(codec, held)
        except Trouble as trouble:
            # Announced as packed, yet plain text: a proxy unpacked it and kept the header.
            if trouble.cause != "encoding" or self.body or held[0] not in _TEXT:
                raise
            self._codec = _Plain()
            self._take(self._codec, held)

    def _take(self, codec: _Codec, data: bytes) -> None:
        try:
            for piece in codec.unpack(data):
                self.body += piece
                self._mind()
        except _ERRORS as error:
            raise Trouble("encoding", f"the {self._encoding or 'gzip'} packing of the body is broken") from error

    def _mind(self) -> None:
        if len(self.body) > self._limit:
            raise too_large(self._limit)
        if len(self.body) > RATIO_FLOOR and len(self.body) > RATIO * self._wire:
            raise Trouble("too-large", f"the body unpacks to more than {RATIO} times its size, as bombs do")


def too_large(limit: int) -> Trouble:
    """The refusal of a body beyond the limit in bytes."""
    size = f"{limit / 1_000_000:g} MB" if limit >= 1_000_000 else f"{limit:,} bytes"
    return Trouble("too-large", f"the body is larger than {size}")


def _choose(encoding: str, start: bytes) -> _Codec:
    """The codec for what the first bytes show, as far as they show it."""
    if encoding == "br":
        return _Brotli()
    if encoding == "zstd":
        return _Zstd()
    if start.startswith(_GZIP):
        return _Zlib(_GZIP_BITS)
    if encoding == "deflate":
        # Half the world's deflate carries the zlib header the standard asks for, half does not.
        zlib_header = start[0] & 0x0F == 8 and len(start) > 1 and (start[0] << 8 | start[1]) % 31 == 0
        return _Zlib(15 if zlib_header else -15)
    return _Zlib(_GZIP_BITS) if encoding == "gzip" else _Plain()
