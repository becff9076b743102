"""What comes round beside the visits; each chore knows itself whether there is anything to do."""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.amending import amend_due
from bot.enriching import enrich_due
from bot.house import House
from bot.joining import join_stories
from bot.linting import lint_weekly
from bot.outgoing import digest_due, tidy
from bot.reviewing import review_daily
from bot.vigil import back_up_daily, watch

_HOUR = 3600

#: Each chore with the seconds after which it is asked again.
CHORES: tuple[tuple[Callable[[House], Awaitable[Any]], int], ...] = (
    (enrich_due, 5),
    (amend_due, 15),
    (digest_due, 30),
    (watch, 30),
    (join_stories, 300),
    (House.refresh_rhythms, _HOUR),
    (tidy, _HOUR),
    (back_up_daily, _HOUR),
    (lint_weekly, _HOUR),
    (review_daily, _HOUR),
)
