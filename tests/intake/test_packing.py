"""Content encodings."""

import gzip
import zlib
from collections.abc import Callable

import brotli
import pytest

from bot.intake.packing import Unpacker, announced, zstd
from bot.intake.trouble import Trouble

BODY = "<rss>삼성 시안 공장</rss>\n".encode() * 50
PACK: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": brotli.compress,
    "zstd": zstd.compress,
    "": bytes,
}


def unpacked(encoding: str, *pieces: bytes, limit: int = 10_000_000) -> tuple[bytes, bool]:
    """The body out of pieces, and whether it was whole."""
    unpacker = Unpacker(encoding, limit)
    for piece in pieces:
        unpacker.feed(piece)
    whole = unpacker.finish()
    return bytes(unpacker.body), whole


@pytest.mark.parametrize("size", [1, 7, 100_000])
@pytest.mark.parametrize("name", PACK)
def test_every_announced_encoding_comes_off_in_pieces_of_any_size(name: str, size: int) -> None:
    """Bytes arrive as they please."""
    packed = PACK[name](BODY)

    assert unpacked(name, *(packed[n : n + size] for n in range(0, len(packed), size))) == (BODY, True)


@pytest.mark.parametrize("name", list(PACK)[:-1])
def test_a_large_body_is_unpacked_to_the_last_byte(name: str) -> None:
    """Beyond one piece, where a decompressor may hold something back."""
    body = b"".join(b"%d " % (n * 7919) for n in range(400_000))

    assert unpacked(name, PACK[name](body)) == (body, True)


@pytest.mark.parametrize("name", list(PACK)[:-1])
def test_a_packed_body_that_breaks_off_gives_what_it_has(name: str) -> None:
    """And says that it was not whole."""
    body = b"".join(b"<item>%d</item>" % (n * 7919) for n in range(20_000))

    found, whole = unpacked(name, PACK[name](body)[:-3000])

    assert not whole
    assert len(found) > 10_000
    assert body.startswith(found)


@pytest.mark.parametrize("name", PACK)
def test_nothing_is_unpacked_beyond_the_limit(name: str) -> None:
    """The limit counts what comes out."""
    with pytest.raises(Trouble) as caught:
        unpacked(name, PACK[name](b"x" * 5_000), limit=4_999)

    assert (caught.value.cause, caught.value.reason) == ("too-large", "the body is larger than 4,999 bytes")


@pytest.mark.parametrize("name", list(PACK)[:-1])
def test_a_bomb_is_known_by_its_ratio(name: str) -> None:
    """Long before ten megabytes, and no more than a piece at a time."""
    unpacker = Unpacker(name, 10_000_000)

    with pytest.raises(Trouble, match="100 times its size"):
        unpacker.feed(PACK[name](b"\x00" * 9_000_000))

    assert len(unpacker.body) < 1_300_000


@pytest.mark.parametrize("name", list(PACK)[:-1])
def test_text_that_is_announced_as_packed_is_taken_as_text(name: str) -> None:
    """A proxy in between unpacked it and kept the header."""
    assert unpacked(name, BODY) == (BODY, True)


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("", gzip.compress(BODY)),
        ("deflate", gzip.compress(BODY)),
        ("deflate", zlib.compress(BODY, wbits=-15)),
        ("gzip", gzip.compress(BODY[:100]) + gzip.compress(BODY[100:])),
        ("gzip", gzip.compress(BODY) + b"\x00" * 100),
        ("zstd", zstd.compress(BODY[:100]) + zstd.compress(BODY[100:])),
    ],
    # gzip writes the time into its header: ids made of the bytes would differ between two workers.
    ids=["gzip unannounced", "gzip as deflate", "raw deflate", "two members", "padding", "two frames"],
)
def test_known_liberties_are_taken_in_stride(encoding: str, packed: bytes) -> None:
    """Gzip without a header, raw deflate, several members, padding."""
    assert unpacked(encoding, packed) == (BODY, True)


@pytest.mark.parametrize("name", list(PACK)[:-1])
def test_a_broken_packing_is_said_to_be_broken(name: str) -> None:
    """By the encoding's own name."""
    with pytest.raises(Trouble) as caught:
        unpacked(name, b"\x91\x92\x93\x94" * 20)

    assert (caught.value.cause, caught.value.reason) == ("encoding", f"the {name} packing of the body is broken")


def test_only_one_layer_is_taken_off() -> None:
    """A parcel in a parcel is refused, announced or not."""
    with pytest.raises(Trouble, match="packed twice over"):
        unpacked("gzip", gzip.compress(gzip.compress(BODY)))
    with pytest.raises(Trouble, match="packed 2 times over"):
        announced(["gzip", "br"])


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ([], ""),
        ([""], ""),
        (["identity"], ""),
        (["GZIP"], "gzip"),
        (["x-gzip"], "gzip"),
        (["identity, br"], "br"),
        ([" zstd "], "zstd"),
    ],
)
def test_an_encoding_goes_by_its_modern_name(fields: list[str], name: str) -> None:
    """Case, blanks and the x- of old times do not matter."""
    assert announced(fields) == name


def test_an_encoding_that_was_not_asked_for_is_refused() -> None:
    """By name, so that the operator can ask the outlet."""
    with pytest.raises(Trouble, match="packed as 'compress', which was not asked for"):
        announced(["compress"])


def test_empty_bodies_stay_empty() -> None:
    """Also under an encoding."""
    assert unpacked("gzip") == (b"", True)
