"""What each piece of evidence weighs, and where the bands lie: fitted on three labelled sets."""

from collections.abc import Mapping
from dataclasses import dataclass, field

WEIGHTS: Mapping[str, float] = {
    "always": 0.22,
    "act": 0.1,
    "actor": 1.07,
    "acts": 1.0,
    "ahead": 3.96,
    "covered": 3.25,
    "day": 1.12,
    "dice": 2.91,
    "figures": 2.05,
    "period": 0.55,
    "sounds": 0.62,
    "actor-apart": -0.36,
    "day-apart": -1.78,
    "figures-apart": -1.58,
    "firm-apart": -2.1,
    "language": -1.82,
    "late": -1.17,
    "late-12": -0.58,
    "late-3": -0.62,
    "late-in-crowd": -2.56,
    "named-anew": -2.87,
    "opinion": -1.29,
    "opinion-apart": -1.23,
    "opposed": -0.43,
    "people-apart": -1.19,
    "period-apart": -1.77,
    "reply": -1.51,
    "step-here": -0.97,
    "step-there": -0.64,
    "venue-apart": -0.97,
    "words": -0.44,
}

#: What an act by itself adds: done here and not in the story, in the story and not here, or in both.
ACTS: Mapping[str, tuple[float, float, float]] = {
    "act:agree": (0.62, -0.08, 0.01),
    "act:announce": (0.02, -0.09, -0.04),
    "act:appeal": (-0.13, -0.01, 0.01),
    "act:arrest": (-0.02, 0.06, -0.18),
    "act:ask": (-0.18, -0.46, 0.12),
    "act:ban": (0.1, 0.75, 0.16),
    "act:catch-up": (0.08, -0.04, -0.0),
    "act:convict": (0.11, 0.21, -0.07),
    "act:cooperate": (-0.06, 0.0, 0.02),
    "act:curb": (-0.04, -0.2, -0.27),
    "act:deny": (-0.07, -0.21, 0.03),
    "act:exempt": (-0.1, 0.19, 0.33),
    "act:extend": (-0.13, -0.2, -0.0),
    "act:fall": (-0.06, -0.14, -0.07),
    "act:finalise": (-0.28, -0.01, 0.1),
    "act:in-force": (0.18, -0.18, 0.1),
    "act:indict": (-0.04, -0.25, 0.08),
    "act:inform": (0.07, -0.03, -0.09),
    "act:invest": (-0.15, -0.23, -0.01),
    "act:invite": (0.06, -0.03, 0.0),
    "act:join": (-0.09, -0.22, -0.02),
    "act:launch": (-0.02, -0.37, 0.05),
    "act:leak": (0.0, 0.18, -0.24),
    "act:lift": (0.11, -0.12, 0.21),
    "act:loss": (-0.02, -0.01, -0.17),
    "act:meet": (-0.04, 0.04, 0.22),
    "act:oppose": (0.55, 0.07, 0.04),
    "act:pay": (-0.04, 0.23, 0.0),
    "act:phone": (0.13, 0.02, -0.05),
    "act:probe": (-0.22, -0.06, 0.07),
    "act:profit": (0.13, -0.07, 0.04),
    "act:propose": (0.17, -0.51, 0.07),
    "act:raise": (-0.11, -0.0, 0.0),
    "act:record": (-0.17, -0.2, -0.14),
    "act:refuse": (0.21, 0, 0),
    "act:respond": (-0.18, 0.05, 0.08),
    "act:respond-kr": (-0.15, 0.02, 0.07),
    "act:revoke": (-0.16, 0.31, 0.22),
    "act:rise": (0.36, -0.26, -0.3),
    "act:sanction": (0.07, 0.27, -0.16),
    "act:sell": (0.01, 0.11, -0.14),
    "act:summon": (-0.27, 0.1, -0.02),
    "act:support": (0.12, 0.04, -0.04),
    "act:suspend": (-0.37, -0.15, -0.09),
    "act:tariff": (-0.08, -0.17, -0.02),
    "act:visit": (0.06, 0.17, -0.02),
    "act:vote": (0.07, 0.12, -0.0),
    "act:warn": (-0.35, 0.01, -0.01),
}

#: What speaks for the same saga, whichever step of it: subjects, not deeds.
KIN: Mapping[str, float] = {
    "always": -0.62,
    "dice": 8.35,
    "figures": 0.54,
    "words": 2.48,
    "language": -1.0,
    "named-anew": -2.09,
    "late-in-crowd": -2.05,
    "covered": 2.29,
}


#: So many candidates are a crowd; and so many share the probability out until no score says what it says of one.
CROWD, THRONG = 4, 10


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The bands of one run; another set is another rules version."""

    version: str = "stories-3"
    same: float = 0.4  # the story's id is kept from here
    crowded: float = 0.6  # the same among many candidates: there a likely guess is often a wrong one
    sure: float = 0.9  # a story is known by those articles only that belong to it from here
    merge: float = 0.97  # silent from here, without a veto
    related: float = 0.2  # below `same`: the next step of the story's saga from here
    join: float = 0.9  # two stories become one from here, at the second look
    weights: Mapping[str, float] = field(default_factory=lambda: WEIGHTS)
    kin: Mapping[str, float] = field(default_factory=lambda: KIN)

    def same_among(self, alike: int) -> float:
        """What keeps a story's id among so many candidates."""
        return self.same + (self.crowded - self.same) * min(1.0, alike / CROWD) ** 2

    def sure_among(self, alike: int) -> float:
        """What makes an article one that its story is known by, among so many candidates."""
        return self.sure * (1 - min(1.0, alike / THRONG) ** 2)
