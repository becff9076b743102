"""Other bands and weights for stories, to try out: a file of thresholds, refused with its lines where it is wrong."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from itertools import pairwise
from typing import Any, Final

from bot.config.document import Document, Path, dotted
from bot.config.problems import ConfigError, not_one_of
from bot.desk.stories.thresholds import Thresholds

TABLES: Final = ("weights", "kin")
BANDS: Final = tuple(one.name for one in fields(Thresholds) if one.name not in {"version", *TABLES})
#: A weight beyond decides alone, and some of them are more than a number holds.
HEAVIEST: Final = 50
#: Bands that lie above each other: what continues a story, what belongs to it, what joins it in silence.
_RISING: Final = ("related", "same", "merge")

Wrong = tuple[Path, str]


def is_thresholds(value: Mapping[str, Any]) -> bool:
    """Whether a file names bands or weights; topics and concepts are called otherwise."""
    return not value.keys().isdisjoint((*BANDS, *TABLES))


def read_thresholds(document: Document, name: str) -> Thresholds:
    """The shipped thresholds with what a file says instead.

    Args:
        document: that `is_thresholds`.
        name: of the file, for refusals and for the version.

    Raises:
        ConfigError: with every problem, its line and column.
    """
    shipped = Thresholds()
    given: Mapping[str, Any] = document.value
    wrong = [problem for key, value in given.items() for problem in _problems(shipped, key, value)]
    if not wrong:
        changed: dict[str, Any] = {key: {**getattr(shipped, key), **given[key]} for key in TABLES if key in given}
        changed |= {key: float(given[key]) for key in BANDS if key in given}
        found = replace(shipped, version=f"{shipped.version} with {name}", **changed)
        wrong = list(_crossed(found, given))
        if not wrong:
            return found
    raise ConfigError(_Refusal(*problem).told(document, name) for problem in wrong)


@dataclass(frozen=True, slots=True)
class _Refusal:
    path: Path
    reason: str

    def told(self, document: Document, name: str) -> str:
        line, column = document.place(self.path, of_key=True)
        return f"{name}:{line}:{column}: {dotted(self.path)}: {self.reason}"


def _problems(shipped: Thresholds, key: str, value: object) -> Iterator[Wrong]:
    if key in BANDS:
        if not _within(value, 0, 1):
            yield (key,), f"{_said(value)} is no band; write a number from 0 to 1"
    elif key not in TABLES:
        yield (key,), not_one_of(key, (*BANDS, *TABLES))
    elif not isinstance(value, Mapping):
        yield (key,), f"{_said(value)} is no table; write names with their numbers below it"
    else:
        known: Mapping[str, float] = getattr(shipped, key)
        for name, weight in value.items():
            if name not in known:
                yield (key, name), f"no such evidence; one of {' '.join(known)}"
            elif not _within(weight, -HEAVIEST, HEAVIEST):
                yield (key, name), f"{_said(weight)} is no weight; write a number from -{HEAVIEST} to {HEAVIEST}"


def _crossed(found: Thresholds, given: Mapping[str, Any]) -> Iterator[Wrong]:
    for lower, higher in pairwise(_RISING):
        low, high = getattr(found, lower), getattr(found, higher)
        if low > high:
            asked = higher if higher in given else lower
            yield (asked,), f"{higher} ({high:g}) lies below {lower} ({low:g}); write it as high or higher"


def _within(value: object, least: float, most: float) -> bool:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return False
    return least <= value <= most  # no number is within anything that is none


def _said(value: object) -> str:
    if value is None:
        return "nothing"
    return f'"{value}"' if isinstance(value, (str, int, float)) else "a table or a list"
