"""The last resort for a date string: dateparser, told which zone and which day it is."""

import warnings
from datetime import datetime

import dateparser

from bot.model import Precision

_LANGUAGES = ["en", "ko", "zh", "ja"]


def read(text: str, here: datetime) -> tuple[datetime, Precision] | None:
    """What dateparser makes of a text with day, month and year; `here` is now in the source's zone."""
    with warnings.catch_warnings():
        # dateparser warns of future changes in strptime that concern its own patterns.
        warnings.simplefilter("ignore")
        try:
            found = dateparser.parse(
                text,
                languages=_LANGUAGES,
                settings={
                    "RELATIVE_BASE": here.replace(tzinfo=None),
                    "REQUIRE_PARTS": ["day", "month", "year"],
                    "PREFER_DATES_FROM": "past",
                    "RETURN_AS_TIMEZONE_AWARE": False,
                },
            )
        except (ValueError, OverflowError, RecursionError, TypeError):
            return None
    if found is None:
        return None
    moment = found if found.tzinfo else found.replace(tzinfo=here.tzinfo)
    clocked = ":" in text
    return moment.replace(microsecond=0), Precision.MINUTE if clocked else Precision.DAY
