"""Durations as people write them: a number and a unit, and a mended text when the unit is missing."""

import re
from datetime import timedelta
from typing import Final

UNITS: Final = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
PATTERN: Final = r"^[0-9]{1,6}(\.[0-9]{1,3})?[smhd]$"
_LOOSE: Final = re.compile(r"(\d{1,6}(?:\.\d{1,3})?)\s*([^\W\d_]*)", re.ASCII)
# What people write for a unit, by its first letters; "ms" and "mo" are neither minutes.
_SPELLINGS: Final = {
    "s": ("s", "sec", "secs", "second", "seconds"),
    "m": ("m", "min", "mins", "minute", "minutes"),
    "h": ("h", "hr", "hrs", "hour", "hours"),
    "d": ("d", "day", "days"),
}


def read_duration(written: object, likely: str) -> timedelta:
    """Read "90s", "10m", "72h" or "7d".

    `likely` is the unit proposed where none is written.

    Raises:
        ValueError: with the mended text.
    """
    text = str(written)
    if isinstance(written, str) and re.fullmatch(PATTERN, text):
        return timedelta(**{UNITS[text[-1]]: float(text[:-1])})
    loose = _LOOSE.fullmatch(text.strip())
    if loose is None or isinstance(written, bool):
        raise ValueError(f'"{text}" is not a duration; write a number and a unit, such as 10{likely}')
    number, word = loose.groups()
    if not word:
        raise ValueError(f'"{text}" has no unit; write {number}{likely}')
    for unit, spellings in _SPELLINGS.items():
        if word.lower() in spellings:
            raise ValueError(f'"{text}" is not how a duration is written; write {number}{unit}')
    raise ValueError(f'"{text}" has no unit that is known here (s, m, h, d); write {number}{likely}')
