"""An article's features as packed text, stored with it, so that a start rebuilds the window without reading news again.

A version, counts, plain arrays, and all texts as one text, the whole in base 64: 100,000 of them have to be read within
seconds, and reading JSON took five times as long (measured November 2026).
"""

import struct
from array import array
from binascii import a2b_base64, b2a_base64
from collections.abc import Iterable
from itertools import chain

from bot.desk.stories.dates import Moment
from bot.desk.stories.features import Features
from bot.desk.stories.figures import Figure
from bot.desk.stories.rarity import UNIT
from bot.desk.stories.share import LED, TITLED, Share, moment_number

#: The first byte; features of another version cannot be read and are left out.
VERSION = 1
_VERSION = bytes((VERSION,))
_HEAD = struct.Struct("<B7H")
#: Separators of lists and of their members: control characters that no cleaned text holds.
_LIST, _ITEM = "\x1e", "\x1f"
_SEPARATORS = str.maketrans({_LIST: " ", _ITEM: " "})
#: A concept's weight in hundredths and, as the highest bit, whether it stands in the title.
_IN_TITLE = 128
_PLAIN = bytes(one & 127 for one in range(256))


class Unreadable(ValueError):  # noqa: N818 - it describes the bytes
    """Features of another version."""


def to_text(article: Features) -> str:
    """The features, always the same for the same features."""
    titled = [word for word, weight in article.words.items() if weight == TITLED]
    led = [word for word, weight in article.words.items() if weight != TITLED]
    texts = _LIST.join(
        (
            article.lang,
            article.actor,
            _listed(article.concepts),
            _listed(article.surfaces.get(name, "") for name in article.concepts),
            _listed(article.facts),
            _listed(chain.from_iterable((one.kind, one.text) for one in article.figures)),
        )
    ).encode("utf-8", "surrogatepass")
    weights = bytes(
        round(weight * UNIT) | (_IN_TITLE if name in article.heads else 0) for name, weight in article.concepts.items()
    )
    head = _HEAD.pack(
        VERSION,
        len(weights),
        len(titled),
        len(led),
        len(article.sounds),
        len(article.moments),
        len(article.figures),
        len(article.sketch),
    )
    numbers = array("I", (*titled, *led, *article.sounds, *article.sketch)).tobytes()
    dates = array("H", (moment_number(*one) for one in article.moments)).tobytes()
    amounts = array("d", chain.from_iterable((one.value, one.slack) for one in article.figures)).tobytes()
    return b2a_base64(b"".join((head, weights, numbers, dates, amounts, texts)), newline=False).decode()


def from_text(text: str) -> Features:
    """The features that `to_text` wrote.

    Raises:
        Unreadable: they are of another version.
    """
    share, marked, actor = _parts(text)
    names, titled = share.names, share.titled
    words = dict.fromkeys(share.words[:titled], TITLED)
    words.update(dict.fromkeys(share.words[titled:], LED))
    return Features(
        lang=share.lang,
        concepts={name: weight / UNIT for name, weight in zip(names, share.weights, strict=True)},
        surfaces=dict(zip(names, share.forms, strict=True)),
        words=words,
        heads=frozenset(name for name, weight in zip(names, marked, strict=True) if weight & _IN_TITLE),
        facts=tuple(share.facts),
        actor=actor,
        figures=share.figures,
        moments=tuple(Moment(one >> 6, one >> 1 & 31, "title" if one & 1 else "lead") for one in share.moments),
        sounds=tuple(share.sounds),
        sketch=share.sketch,
    )


def share_from_text(text: str) -> Share:
    """What the article gave its story; raises as `from_text` does."""
    return _parts(text)[0]


def _parts(text: str) -> tuple[Share, bytes, str]:
    """What an article gives its story, its concepts' weights with the marks of those in the title, and who acts."""
    try:
        return _unpacked(a2b_base64(text))
    except (ValueError, IndexError, struct.error) as error:
        raise Unreadable(str(error)) from error


def _unpacked(kept: bytes) -> tuple[Share, bytes, str]:
    if kept[:1] != _VERSION:
        raise Unreadable(f"version {kept[:1].hex()}, not {VERSION}")
    _, concepts, titled, led, heard, dated, counted, sketched = _HEAD.unpack_from(kept)
    at = _HEAD.size + concepts
    marked = kept[_HEAD.size : at]
    words, at = _array("I", kept, at, titled + led)
    sounds, at = _array("I", kept, at, heard)
    sketch, at = _array("I", kept, at, sketched)
    dates, at = _array("H", kept, at, dated)
    amounts, at = _array("d", kept, at, 2 * counted)
    lang, actor, names, forms, facts, figures = kept[at:].decode("utf-8", "surrogatepass").split(_LIST)
    printed = figures.split(_ITEM) if figures else ()
    share = Share(
        lang,
        names.split(_ITEM) if names else (),
        marked.translate(_PLAIN),
        forms.split(_ITEM) if names else (),
        words,
        titled,
        sounds,
        facts.split(_ITEM) if facts else (),
        dates,
        tuple(Figure(printed[2 * n], amounts[2 * n], amounts[2 * n + 1], printed[2 * n + 1]) for n in range(counted)),
        sketch,
    )
    if not len(share.names) == len(share.forms) == concepts:
        raise Unreadable("its names are not as many as it says")
    return share, marked, actor


def _array(kind: str, kept: bytes, at: int, count: int) -> "tuple[array[int], int]":
    found = array(kind)
    end = at + count * found.itemsize
    found.frombytes(kept[at:end])
    return found, end


def _listed(texts: Iterable[str]) -> str:
    return _ITEM.join(text.translate(_SEPARATORS) for text in texts)
