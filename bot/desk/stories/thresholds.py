"""What each piece of evidence weighs, and where the bands lie: fitted on half of our own labelled set."""

from collections.abc import Mapping
from dataclasses import dataclass, field

WEIGHTS: Mapping[str, float] = {
    "always": -1.40,
    "dice": 0.90,
    "covered": 3.10,
    "act": 0.16,
    "figures": 2.52,
    "period": 0.87,
    "actor": 1.29,
    "words": 0.57,
    "venue": 0.90,
    "ahead": 5.31,
    "words-alike": 2.69,
    "opposed": -0.79,
    "figures-apart": -2.99,
    "period-apart": -3.29,
    "actor-apart": -0.59,
    "step-here": -0.52,
    "step-there": -0.38,
    "answer": -0.85,
    "people-apart": -0.66,
    "venue-apart": -1.86,
    "gap": -2.23,
    "far": -1.21,
    "language": -1.42,
    "size": -0.64,
    "crowd": -0.17,
}


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The bands of one run; another set is another rules version."""

    version: str = "stories-1"
    same: float = 0.5  # the story's id is kept from here
    merge: float = 0.85  # silent from here, without a veto
    related: float = 0.3  # below `same`: the next step of the story's saga from here, evidence of other steps aside
    weights: Mapping[str, float] = field(default_factory=lambda: WEIGHTS)
