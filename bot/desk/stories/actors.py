"""Who acts, according to a headline."""

import re
from collections.abc import Sequence

from bot.desk.topics.concept import Mention

SIDES = ("KR", "CN", "US", "JP", "TW", "EU")
_STATES = frozenset({"country", "place", "body", "person"})
_SAYS = re.compile(r"(?:says?|said|told|reports?)\W*$")
#: A body abroad names two countries; whose it is stands first in its id.
_OWN = {"prc": "CN", "rok": "KR", "us": "US"}


def acting(title: str, mentions: Sequence[Mention]) -> tuple[str, str]:
    """The side that acts and the concept that stands for it: the first party named.

    In English it is the one that a closing "says" belongs to. A company is a side of its own; both are "" when the
    title names no party.
    """
    named = [(side, mention.concept.id) for mention in mentions if (side := _side(mention))]
    if not named:
        return "", ""
    return named[-1] if _SAYS.search(title) else named[0]


def _side(mention: Mention) -> str:
    concept = mention.concept
    if concept.kind == "company":
        return concept.id
    if concept.kind not in _STATES:
        return ""
    own = _OWN.get(concept.id.partition("-")[0])
    return own or next((side for side in concept.implies if side in SIDES), "")
