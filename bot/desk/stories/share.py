"""What an article gives its story: numbers in plain arrays, and names that the window has numbers for."""

from array import array
from collections.abc import Sequence
from typing import NamedTuple

from bot.desk.stories.features import LEAD, TITLE, Features
from bot.desk.stories.figures import Figure
from bot.desk.stories.rarity import UNIT

#: What a word weighs that stands in the title, and one of the lead alone.
TITLED, LED = round(TITLE * UNIT), round(LEAD * UNIT)


class Share(NamedTuple):
    """An article as stories take it in; a start reads it from what is stored without making its features."""

    lang: str
    names: Sequence[str]  # of its concepts
    weights: bytes  # of each, in hundredths
    forms: Sequence[str]  # of each, as printed
    words: "array[int]"  # those of the title first
    titled: int  # how many stand in the title
    sounds: "array[int]"
    facts: Sequence[str]
    moments: "array[int]"  # as of `moment_number`
    figures: tuple[Figure, ...]
    sketch: "array[int]"


def share_of(article: Features) -> Share:
    """What an article gives its story."""
    words = array("I", article.words)
    names = tuple(article.concepts)
    return Share(
        article.lang,
        names,
        bytes([round(weight * UNIT) for weight in article.concepts.values()]),
        [article.surfaces.get(name, "") for name in names],
        words,
        sum(1 for weight in article.words.values() if weight == TITLED),
        array("I", article.sounds),
        article.facts,
        array("H", [moment_number(*one) for one in article.moments]),
        article.figures,
        article.sketch,
    )


def moment_number(month: int, day: int, field: str) -> int:
    """A named date as a small number."""
    return month << 6 | day << 1 | (field == "title")
