"""What each piece of evidence weighs, and where the bands lie: fitted on three labelled sets."""

from collections.abc import Mapping
from dataclasses import dataclass, field

WEIGHTS: Mapping[str, float] = {
    "always": 0.14,
    "act": 0.07,
    "actor": 1.12,
    "acts": 1.0,
    "ahead": 3.99,
    "covered": 3.17,
    "day": 1.1,
    "dice": 3.06,
    "figures": 2.05,
    "period": 0.49,
    "sounds": 0.64,
    "actor-apart": -0.34,
    "day-apart": -1.67,
    "figures-apart": -1.45,
    "firm-apart": -2.12,
    "language": -1.75,
    "late": -1.22,
    "late-12": -0.6,
    "late-3": -0.58,
    "late-in-crowd": -2.56,
    "named-anew": -2.81,
    "opinion": -1.26,
    "opinion-apart": -1.22,
    "opposed": -0.48,
    "people-apart": -1.2,
    "period-apart": -1.81,
    "reply": -1.52,
    "step-here": -1.02,
    "step-there": -0.67,
    "venue-apart": -0.99,
    "words": -0.55,
}

#: What an act by itself adds: done here and not in the story, in the story and not here, or in both.
ACTS: Mapping[str, tuple[float, float, float]] = {
    "act:agree": (0.65, -0.06, -0.0),
    "act:announce": (0.02, -0.07, -0.04),
    "act:appeal": (-0.13, -0.01, 0.01),
    "act:arrest": (-0.02, 0.06, -0.18),
    "act:ask": (-0.18, -0.46, 0.01),
    "act:ban": (0.07, 0.69, 0.14),
    "act:catch-up": (0.07, -0.05, -0.01),
    "act:convict": (0.04, 0.21, -0.07),
    "act:cooperate": (-0.06, 0.02, 0.02),
    "act:curb": (-0.01, -0.19, -0.31),
    "act:deny": (-0.07, -0.21, 0.04),
    "act:exempt": (-0.12, 0.21, 0.3),
    "act:extend": (-0.13, -0.16, -0.0),
    "act:fall": (-0.06, -0.14, -0.07),
    "act:finalise": (-0.27, -0.01, 0.0),
    "act:in-force": (0.2, -0.17, 0.11),
    "act:indict": (-0.05, -0.25, 0.08),
    "act:inform": (0.05, -0.01, -0.07),
    "act:invest": (-0.18, -0.25, -0.02),
    "act:invite": (0.05, -0.03, 0.0),
    "act:join": (-0.12, -0.22, -0.05),
    "act:launch": (-0.02, -0.38, 0.06),
    "act:leak": (0.0, 0.18, -0.23),
    "act:lift": (0.15, -0.21, 0.12),
    "act:loss": (-0.02, -0.01, -0.17),
    "act:meet": (-0.07, 0.06, 0.22),
    "act:oppose": (0.57, 0.09, 0.01),
    "act:pay": (-0.03, 0.23, 0.0),
    "act:phone": (0.13, 0.03, -0.05),
    "act:probe": (-0.21, -0.04, 0.08),
    "act:profit": (0.13, -0.03, 0.04),
    "act:propose": (0.15, -0.48, 0.06),
    "act:raise": (-0.11, -0.01, 0.0),
    "act:record": (-0.17, -0.19, -0.13),
    "act:refuse": (0.21, 0, 0),
    "act:respond": (-0.18, 0.03, 0.11),
    "act:respond-kr": (-0.15, 0.03, 0.08),
    "act:revoke": (-0.14, 0.31, 0.28),
    "act:rise": (0.36, -0.26, -0.3),
    "act:sanction": (0.09, 0.28, -0.0),
    "act:sell": (0.01, 0.18, -0.15),
    "act:summon": (-0.28, 0.1, 0.0),
    "act:support": (0.12, 0.06, -0.04),
    "act:suspend": (-0.32, -0.18, -0.06),
    "act:tariff": (-0.08, -0.18, -0.01),
    "act:visit": (0.06, 0.16, -0.01),
    "act:vote": (0.03, 0.1, -0.0),
    "act:warn": (-0.36, 0.01, -0.0),
}

#: What speaks for the same saga, whichever step of it: subjects, not deeds.
KIN: Mapping[str, float] = {
    "always": -0.74,
    "dice": 8.67,
    "figures": 0.51,
    "words": 2.27,
    "language": -0.92,
    "named-anew": -2.08,
    "late-in-crowd": -2.07,
    "covered": 2.31,
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
