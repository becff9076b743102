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
from bot.desk.stories.story import moment_number

#: The first byte; features of another version cannot be read and are left out.
VERSION = 1
_HEAD = struct.Struct("<B7H")
#: Separators of lists and of their members: control characters that no cleaned text holds.
_LIST, _ITEM = "\x1e", "\x1f"
_SEPARATORS = str.maketrans({_LIST: " ", _ITEM: " "})
#: A concept's weight in hundredths and, as the highest bit, whether it stands in the title.
_IN_TITLE, _WEIGHT = 128, 127
_TITLED, _LED = 100, 45


class Unreadable(ValueError):  # noqa: N818 - it describes the bytes
    """Features of another version."""


def to_text(article: Features) -> str:
    """The features, always the same for the same features."""
    titled = [word for word, weight in article.words.items() if weight == _TITLED]
    led = [word for word, weight in article.words.items() if weight != _TITLED]
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
    try:
        kept = a2b_base64(text)
    except ValueError as error:
        raise Unreadable(str(error)) from error
    if kept[:1] != bytes((VERSION,)):
        raise Unreadable(f"version {kept[:1].hex()}, not {VERSION}")
    _, concepts, titled, led, heard, dated, counted, sketched = _HEAD.unpack_from(kept)
    at = _HEAD.size
    weights = kept[at : at + concepts]
    at += concepts
    numbers, at = _array("I", kept, at, titled + led + heard + sketched)
    dates, at = _array("H", kept, at, dated)
    amounts, at = _array("d", kept, at, 2 * counted)
    lang, actor, names, forms, facts, figures = kept[at:].decode("utf-8", "surrogatepass").split(_LIST)
    named = names.split(_ITEM) if names else []
    words = dict.fromkeys(numbers[:titled], _TITLED)
    words.update(dict.fromkeys(numbers[titled : titled + led], _LED))
    printed = figures.split(_ITEM) if figures else []
    return Features(
        lang=lang,
        concepts={name: (weight & _WEIGHT) / UNIT for name, weight in zip(named, weights, strict=True)},
        surfaces=dict(zip(named, forms.split(_ITEM), strict=True)) if named else {},
        words=words,
        heads=frozenset(name for name, weight in zip(named, weights, strict=True) if weight & _IN_TITLE),
        facts=tuple(facts.split(_ITEM)) if facts else (),
        actor=actor,
        figures=tuple(
            Figure(printed[2 * n], amounts[2 * n], amounts[2 * n + 1], printed[2 * n + 1]) for n in range(counted)
        ),
        moments=tuple(Moment(one >> 6, one >> 1 & 31, "title" if one & 1 else "lead") for one in dates),
        sounds=tuple(numbers[titled + led : titled + led + heard]),
        sketch=numbers[titled + led + heard :],
    )


def _array(kind: str, kept: bytes, at: int, count: int) -> "tuple[array[int], int]":
    found = array(kind)
    end = at + count * found.itemsize
    found.frombytes(kept[at:end])
    return found, end


def _listed(texts: Iterable[str]) -> str:
    return _ITEM.join(text.translate(_SEPARATORS) for text in texts)
