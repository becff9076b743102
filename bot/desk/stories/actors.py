"""Who acts, according to a headline."""

import re
from collections.abc import Iterable, Sequence

from bot.desk.topics.concept import COUNTRIES, Mention

SIDES = ("KR", "CN", "US", "JP", "TW", "EU")
_STATES = frozenset({"country", "place", "body", "person"})
_SAYS = re.compile(r"(?:says?|said|told|reports?)\W*$")
#: A body abroad names two countries; whose it is stands first in its id.
_OWN = {"prc": "CN", "rok": "KR", "us": "US"}
_LETTERS = {
    "中": "CN", "日": "JP", "韩": "KR", "美": "US", "台": "TW", "중": "CN", "일": "JP", "한": "KR", "미": "US",
}  # fmt: skip
#: States in letters, two or more. The first Chinese one may be the end of a word of time, or of 其中 and 集中.
_RUN = re.compile(
    r"(?:(?<![其集])中|(?<![今近昨明当即每本次\d])日|[韩美台])[中日韩美台]+|(?<![가-힣])[한중일미]{2,}(?! *때)"
)
#: Whom things.py has and the gazetteer has not.
_PEOPLE = {
    **dict.fromkeys(["trump", "biden", "ustr", "bessent", "rubio", "blinken", "sullivan", "yellen"], "US"),
    **dict.fromkeys(["kishida", "ishiba", "takaichi"], "JP"),
}


def acting(title: str, mentions: Sequence[Mention]) -> tuple[str, str]:
    """The side that acts and the concept that stands for it: the first party named.

    In English it is the one that a closing "says" belongs to. A company is a side of its own; both are "" when the
    title names no party.
    """
    named = [(side, mention.concept.id) for mention in mentions if (side := _side(mention))]
    if not named:
        return "", ""
    return named[-1] if _SAYS.search(title) else named[0]


def between(title: str, mentions: Sequence[Mention], people: Iterable[str]) -> str:
    """The two states that a title names, itself or by the people it names; "" where they are fewer or more."""
    lettered = {_LETTERS[letter] for run in _RUN.findall(title) for letter in run}
    named = lettered | {_PEOPLE.get(name.removeprefix("thing:"), "") for name in people}
    for mention in mentions:
        kind = mention.concept.kind
        if kind == "country":
            named.update(side for side in mention.concept.implies if side in COUNTRIES)
        elif kind == "person" or (kind == "body" and not lettered):  # two letters say whose ministers meet
            named.add(_side(mention))
    named.discard("")
    return " ".join(sorted(named)) if len(named) == 2 else ""


def _side(mention: Mention) -> str:
    concept = mention.concept
    if concept.kind == "company":
        return concept.id
    if concept.kind not in _STATES:
        return ""
    own = _OWN.get(concept.id.partition("-")[0])
    return own or next((side for side in concept.implies if side in SIDES), "")
