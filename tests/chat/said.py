"""One turn of a talk, as it is written down and drawn."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Said:
    """What the person did, or a message of the bot's as it then stood."""

    who: str  # you, tap, bot
    text: str
    buttons: tuple[tuple[str, ...], ...] = ()
    entities: tuple[dict[str, Any], ...] = ()  # of the Bot API
    at: str = ""  # the time a phone shows beside it
    toast: bool = field(default=False)  # shown for a moment only
