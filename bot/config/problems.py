"""What is wrong with a configuration, all of it, in words that say what to write instead."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

# What other feed readers and our own catalogue call the same thing.
ALSO_CALLED: Final = {
    "interval": "every",
    "refresh": "every",
    "language": "lang",
    "country": "side",
    "timezone": "assume_tz",
    "tz": "assume_tz",
    "title_strip": "title_strip_suffix",
    "robots": "respect_robots",
    "rss": "feed",
    "atom": "feed",
    "api-rss": "feed",
    "rdf": "feed",
    "html": "page",
    "sitemap-news": "sitemap",
    "api": "json",
    "wire": "news-agency",
    "magazine": "trade-press",
    "ministry": "government",
    "HK": "INT",
    "UK": "INT",
    "SG": "INT",
}


class ConfigError(Exception):
    """Settings or files that cannot be used; nothing was started with them.

    Each problem is one line, `feeds.yaml:31:12: every: "5" has no unit; write 5m`, in the order of the file.
    """

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


def nearest(word: str, known: Iterable[str], *, likeness: float = 0.6) -> str:
    """Return the known word that was probably meant, or "" when none is near."""
    by_lower = {name.lower(): name for name in known}
    if ALSO_CALLED.get(word, "").lower() in by_lower:
        return ALSO_CALLED[word]
    near = get_close_matches(word.lower(), by_lower, n=1, cutoff=likeness)
    return by_lower[near[0]] if near else ""


def not_one_of(word: str, known: Iterable[str]) -> str:
    """Say that `word` is none of the known ones, and which to write."""
    choices = tuple(known)
    meant = nearest(word, choices)
    return f'"{word}" is not known; write {meant or " or ".join(choices)}'
