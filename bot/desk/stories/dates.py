"""The months and days that a text names, in three languages."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_NAMES = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_ENGLISH = re.compile(
    r"\b(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?(?: (?P<day>[12]?\d|3[01])\b(?!\d|[.,]\d|%| (?:billion|percent)))?"
)
_CJK = re.compile(r"(?<!\d)(?P<month>1[0-2]|[1-9])(?:월|月)(?!间|間)(?: ?(?P<day>[12]?\d|3[01])(?:일|日))?")
_DAY = re.compile(r"(?<![\d~-])(?P<day>[12]?\d|3[01])(?:일|日)(?!째|간|间)")


class Moment(NamedTuple):
    """A month, or a day of it; month 0: the month is not said."""

    month: int
    day: int
    field: str


def moments(text: str, part: str) -> Iterator[Moment]:
    """The dates of a folded text; "may" counts only with a day."""
    for match in _ENGLISH.finditer(text):
        if match["month"] != "may" or match["day"]:
            yield Moment(_NAMES.index(match["month"][:3]) + 1, int(match["day"] or 0), part)
    for match in _CJK.finditer(text):
        yield Moment(int(match["month"]), int(match["day"] or 0), part)
    for match in _DAY.finditer(_CJK.sub(" ", text)):
        yield Moment(0, int(match["day"]), part)
