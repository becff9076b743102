"""What each piece of evidence weighs, and where the bands lie: fitted on half of our own labelled set."""

from collections.abc import Mapping
from dataclasses import dataclass, field

WEIGHTS: Mapping[str, float] = {
    "always": -1.27,
    "dice": 1.10,
    "covered": 3.14,
    "act": 0.18,
    "figures": 2.79,
    "period": 1.18,
    "actor": 1.16,
    "words": 0.60,
    "venue": 0.42,
    "ahead": 6.82,
    "words-alike": 5.61,
    "sounds": 0.91,
    "opposed": -0.47,
    "figures-apart": -3.30,
    "period-apart": -2.77,
    "actor-apart": -1.02,
    "step-here": -0.35,
    "step-there": -0.29,
    "answer": -0.21,
    "people-apart": -1.02,
    "venue-apart": -1.01,
    "gap": -2.47,
    "far": -1.03,
    "reply": -1.45,
    "language": -1.49,
    "size": -1.04,
    "crowd": -0.31,
}


#: So many candidates are a crowd.
CROWD = 8


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The bands of one run; another set is another rules version."""

    version: str = "stories-1"
    same: float = 0.4  # the story's id is kept from here
    crowded: float = 0.6  # the same among many candidates: there a likely guess is often a wrong one
    merge: float = 0.9  # silent from here, without a veto
    related: float = 0.12  # below `same`: the next step of the story's saga from here, evidence of other steps aside
    weights: Mapping[str, float] = field(default_factory=lambda: WEIGHTS)

    def same_among(self, alike: int) -> float:
        """What keeps a story's id among so many candidates."""
        return self.same + (self.crowded - self.same) * min(1.0, alike / CROWD)
