"""Figures and time as evidence: amounts, months and days, and how long a story has been silent."""

import math

from bot.desk.stories.features import Features
from bot.desk.stories.figures import Figure, close
from bot.desk.stories.story import Profile

_MONEY = frozenset({"usd", "krw", "cny", "jpy", "eur", "amount"})
#: Two amounts of these kinds in one title and its lead are the news itself.
TELLING = frozenset({"usd", "krw", "cny", "percent"})
Day = tuple[int, int, bool]  # month and day, 0 where it is not said, and whether a title names it


def figures(
    mine: tuple[Figure, ...], theirs: tuple[Figure, ...], evidence: dict[str, float], vetoes: list[str]
) -> None:
    """Amounts that are the same fact, or cannot be."""
    met, compared, points = set(), set(), 0.0
    for one in mine:
        for other in theirs:
            if one.kind == other.kind:
                compared.add(one.kind)
            if close(one, other):
                met.add(one.kind)
                points += _strength(one)
                break
    evidence["figures"] = min(points, 2.5)
    if not met and compared & TELLING:
        evidence["figures-apart"] = 1.0
        vetoes.append("disjoint figures")


def _strength(figure: Figure) -> float:
    if figure.kind in _MONEY or figure.value % 1:
        return 1.0
    return 0.6 if figure.value >= 20 else 0.35


def named(article: Features) -> set[Day]:
    """The dates that an article names, and whether its title does."""
    return {(one.month, one.day, one.field == "title") for one in article.moments}


def period(mine: set[Day], story: Profile, partial: bool, evidence: dict[str, float], vetoes: list[str]) -> None:
    """Months and days named here and there; `partial`: one of the two counts another part of the month."""
    apart = float(partial)
    if mine and story.moments:
        theirs = {(one >> 6, one >> 1 & 31, bool(one & 1)) for one in story.moments}
        evidence["period"], other = _months(mine, theirs)
        apart += other
        _days({day for _, day, _ in mine if day}, {day for _, day, _ in theirs if day}, evidence)
    evidence["period-apart"] = apart
    if apart >= 1.0:
        vetoes.append("different period")


def _months(mine: set[Day], theirs: set[Day]) -> tuple[float, float]:
    heads, their_heads = ({month for month, _, head in all_ if month and head} for all_ in (mine, theirs))
    months, their_months = ({month for month, _, _ in all_ if month} for all_ in (mine, theirs))
    met = 0.5 * bool(heads & their_heads) + 0.3 * bool(months & their_months)
    if heads and their_heads and not heads & their_heads:
        return met, 1.0
    return met, 0.5 * bool(months and their_months and not months & their_months)


def _days(mine: set[int], theirs: set[int], evidence: dict[str, float]) -> None:
    """Outlets name the day of an event alike, or the one beside it where some write past midnight."""
    if not mine or not theirs:
        return
    if mine & theirs:
        evidence["day"] = 1.0
    elif min(abs(one - other) for one in mine for other in theirs) > 1:
        evidence["day-apart"] = 1.0


def gap(hours: float, evidence: dict[str, float]) -> None:
    """How long the story has been silent."""
    evidence["late"] = math.log1p(hours) / 4
    evidence["late-3"] = float(hours > 3)
    evidence["late-12"] = float(hours > 12)
