"""gzip that no header announced: sitemaps are stored that way, and some feeds come so by mistake."""

import zlib

from bot.intake.refusal import SourceError
from bot.intake.remarks import remark

CAP = 10 * 1024 * 1024  # bytes, as for every document
_MAGIC = b"\x1f\x8b"


def unpacked(body: bytes) -> bytes:
    """The body itself, or what is in it if it is one gzip stream; a cut stream gives what arrived.

    Raises:
        SourceError: it unpacks to more than any document may have, or not at all.
    """
    if not body.startswith(_MAGIC):
        return body
    stream = zlib.decompressobj(wbits=31)
    try:
        inside = stream.decompress(body, CAP + 1)
    except zlib.error as error:
        raise SourceError("compression", f"the gzip stream inside it is broken: {error}") from error
    if len(inside) > CAP:
        raise SourceError("too-large", f"it unpacks to more than {CAP // 1024 // 1024} MB")
    if inside.startswith(_MAGIC):
        raise SourceError("compression", "it is packed twice; such a document is not read")
    remark("unpacked gzip that no header announced" if stream.eof else "unpacked gzip that breaks off")
    return inside
