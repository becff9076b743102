"""What each piece of evidence weighs, and where the bands lie: fitted on our own labelled set."""

from collections.abc import Mapping
from dataclasses import dataclass, field

WEIGHTS: Mapping[str, float] = {
    "always": 0.13,
    "act": 0.37,
    "actor": 1.90,
    "ahead": 3.44,
    "covered": 3.11,
    "dice": 2.48,
    "figures": 4.41,
    "period": 2.93,
    "sounds": 0.31,
    "words": 1.06,
    "late-3": -1.98,
    "late-12": -2.98,
    "late-in-crowd": -2.69,
    "actor-apart": -0.32,
    "answer": -0.57,
    "figures-apart": -3.40,
    "opposed": -1.26,
    "people-apart": -2.51,
    "period-apart": -3.34,
    "reply": -1.59,
    "step-here": -1.84,
    "step-there": -0.38,
    "venue-apart": -1.61,
    "named-anew": -3.29,
    "language": -2.03,
}

#: What speaks for the same saga, whichever step of it: subjects, not deeds.
KIN: Mapping[str, float] = {
    "always": -0.70,
    "dice": 11.10,
    "figures": 0.36,
    "words": 1.87,
    "language": -0.91,
    "named-anew": -2.82,
    "late-in-crowd": -2.84,
}


#: So many candidates are a crowd.
CROWD = 4


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The bands of one run; another set is another rules version."""

    version: str = "stories-2"
    same: float = 0.25  # the story's id is kept from here
    crowded: float = 0.65  # the same among many candidates: there a likely guess is often a wrong one
    merge: float = 0.98  # silent from here, without a veto
    related: float = 0.2  # below `same`: the next step of the story's saga from here
    join: float = 0.9  # two stories become one from here, at the second look
    weights: Mapping[str, float] = field(default_factory=lambda: WEIGHTS)
    kin: Mapping[str, float] = field(default_factory=lambda: KIN)

    def same_among(self, alike: int) -> float:
        """What keeps a story's id among so many candidates."""
        return self.same + (self.crowded - self.same) * min(1.0, alike / CROWD) ** 2
