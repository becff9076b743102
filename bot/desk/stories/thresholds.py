"""What each piece of evidence weighs, and where the bands lie: fitted on half of our own labelled set."""

from collections.abc import Mapping
from dataclasses import dataclass, field

WEIGHTS: Mapping[str, float] = {
    "always": -1.39,
    "dice": 1.27,
    "covered": 3.22,
    "act": 0.19,
    "figures": 2.77,
    "period": 1.10,
    "actor": 1.15,
    "venue": 0.41,
    "ahead": 6.88,
    "words-alike": 2.55,
    "sounds": 0.86,
    "opposed": -0.46,
    "figures-apart": -3.34,
    "period-apart": -2.85,
    "actor-apart": -1.05,
    "step-here": -0.33,
    "step-there": -0.31,
    "answer": -0.26,
    "people-apart": -1.01,
    "venue-apart": -1.09,
    "gap": -2.50,
    "far": -0.98,
    "reply": -1.39,
    "language": -1.37,
    "size": -0.98,
    "crowd": -0.24,
}


#: So many candidates are a crowd.
CROWD = 12


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
