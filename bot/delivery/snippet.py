"""Which words of a lead are shown: at most two sentences, around the hit."""

from collections.abc import Sequence

import regex

from bot.delivery.typography import sentences
from bot.model import Hit

LONGEST = 320  # code points
_BEFORE_HIT = 100  # code points kept before a hit in the middle of a long sentence
_LOOKED_AT = 20_000  # code points; a "lead" beyond it is no lead
_EDGE = regex.compile(r"\X")


def excerpt(lead: str, hits: Sequence[Hit]) -> tuple[int, int]:
    """Half-open bounds of what is shown; (0, 0) where there is nothing."""
    bounds = sentences(lead[:_LOOKED_AT])
    if not bounds:
        return 0, 0
    at = min((hit.start for hit in hits), default=bounds[0][0])
    chosen = next((number for number, (_, end) in enumerate(bounds) if at < end), len(bounds) - 1)
    start, end = bounds[chosen]
    if chosen + 1 < len(bounds) and bounds[chosen + 1][1] - start <= LONGEST:
        end = bounds[chosen + 1][1]
    elif chosen + 1 == len(bounds) > 1 and end - bounds[chosen - 1][0] <= LONGEST:
        start = bounds[chosen - 1][0]
    return (start, end) if end - start <= LONGEST else _window(lead, start, end, at)


def _window(lead: str, start: int, end: int, at: int) -> tuple[int, int]:
    """Part of a sentence that is too long, from a little before the hit; on word or character borders."""
    left = max(start, min(at - _BEFORE_HIT, end - LONGEST))
    right = min(end, left + LONGEST)
    if left > start:
        left = _border_after(lead, left, at)
    if right < end:
        right = _border_before(lead, right, left)
    return left, right


def _border_after(text: str, left: int, at: int) -> int:
    """The next beginning of a word, or of a grapheme where the script has no spaces."""
    space = text.find(" ", left, min(at, left + 30))
    return space + 1 if space >= 0 else _whole(text, left)


def _border_before(text: str, right: int, left: int) -> int:
    space = text.rfind(" ", max(left, right - 30), right)
    return space if space >= 0 else _whole(text, right)


def _whole(text: str, near: int) -> int:
    """The first grapheme border at or after a place; the search starts a little before it."""
    for cluster in _EDGE.finditer(text, max(0, near - 12), near + 40):
        if cluster.start() >= near:
            return int(cluster.start())
    return near
