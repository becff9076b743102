"""What a page offers, as plain values: made in the parsing child, read by the operator's tools."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Lead:
    """An address where the news may be had."""

    format: str  # feed or sitemap
    url: str  # absolute
    title: str = ""


@dataclass(frozen=True, slots=True)
class Survey:
    """One page, looked at by somebody who wants its news."""

    title: str = ""
    lang: str = ""  # declared
    leads: tuple[Lead, ...] = ()  # best first
    selectors: Mapping[str, str] = field(default_factory=dict)  # guessed; empty without a list
    cause: str = ""  # as in Parsed
    reason: str = ""  # why nothing could be read; "" when it was read
