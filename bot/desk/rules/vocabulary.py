"""The names a rule may use: outlets' sides and kinds, languages, sources, concepts, topics."""

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.desk.rules.grammar import parse
from bot.desk.rules.refusal import RuleError

#: Languages a rule may ask for; zh is both scripts.
LANGUAGES = frozenset({"en", "ko", "zh", "ja"})


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What is known here; `None` where nothing is known, and every name is taken."""

    sources: frozenset[str] | None = None
    topics: frozenset[str] | None = None
    concepts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # id -> names that mean nothing else
    forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # id -> all names, ambiguous ones too
    sides: frozenset[str] = frozenset({"KR", "CN", "US", "TW", "JP", "EU", "INT"})
    kinds: frozenset[str] = frozenset(
        {
            "newspaper",
            "government",
            "trade-press",
            "news-agency",
            "broadcaster",
            "aggregator",
            "think-tank",
            "company",
        }
    )

    def refusal(self, rule: str) -> RuleError | None:
        """Why a rule would be refused here, or None for a good one."""
        try:
            parse(rule, self)
        except RuleError as error:
            return error
        return None

    def named(self, kind: str, value: str) -> str | None:
        """The known spelling of a name, whatever its case; None when it is not known."""
        known = self._known(kind)
        if known is None:
            return value.lower()
        return next((name for name in known if name.casefold() == value.casefold()), None)

    def nearest(self, kind: str, value: str) -> str:
        """The known name that looks most like a wrong one; "" when none is known."""
        known = {name.casefold(): name for name in sorted(self._known(kind) or ())}
        close = difflib.get_close_matches(value.casefold(), known, n=1, cutoff=0.0)
        return known[close[0]] if close else ""

    def _known(self, kind: str) -> frozenset[str] | None:
        return {
            "side": self.sides,
            "lang": LANGUAGES,
            "kind": self.kinds,
            "source": self.sources,
            "topic": self.topics,
            "concept": frozenset(self.concepts),
        }[kind]
