"""What each piece of evidence weighs, and where the bands lie: fitted on three labelled sets."""

from collections.abc import Mapping
from dataclasses import dataclass, field

#: Set by hand: acts are weighed one by one below; and where both titles say outright that it is another event, the
#: labelled sets, which have hardly a case of it, need not be asked.
GIVEN: Mapping[str, float] = {"acts": 1.0, "other-event": -8.0}

WEIGHTS: Mapping[str, float] = {
    **GIVEN,
    "always": 0.15,
    "act": 0.06,
    "actor": 1.12,
    "ahead": 4.04,
    "covered": 3.18,
    "day": 1.1,
    "dice": 3.11,
    "figures": 2.05,
    "period": 0.26,
    "sounds": 0.61,
    "actor-apart": -0.34,
    "day-apart": -1.67,
    "figures-apart": -1.43,
    "firm-apart": -2.11,
    "language": -1.73,
    "late": -1.23,
    "late-12": -0.61,
    "late-3": -0.59,
    "late-in-crowd": -2.49,
    "named-anew": -2.74,
    "opinion": -1.23,
    "opinion-apart": -1.15,
    "opposed": -0.57,
    "people-apart": -1.22,
    "period-apart": -1.74,
    "reply": -1.46,
    "step-here": -1.02,
    "step-there": -0.65,
    "venue-apart": -1.01,
    "words": -0.55,
}

#: What an act by itself adds: done here and not in the story, in the story and not here, or in both.
ACTS: Mapping[str, tuple[float, float, float]] = {
    "act:agree": (0.63, -0.06, -0.01),
    "act:announce": (0.01, -0.07, -0.04),
    "act:appeal": (-0.13, -0.01, 0.01),
    "act:arrest": (-0.02, 0.06, -0.17),
    "act:ask": (-0.18, -0.48, -0.01),
    "act:ban": (0.04, 0.7, 0.14),
    "act:catch-up": (0.07, -0.04, -0.01),
    "act:convict": (0.05, 0.22, -0.09),
    "act:cooperate": (-0.06, 0.02, 0.02),
    "act:curb": (-0.01, -0.17, -0.29),
    "act:deny": (-0.07, -0.2, 0.03),
    "act:exempt": (-0.16, 0.22, 0.3),
    "act:extend": (-0.14, -0.17, -0.0),
    "act:fall": (-0.06, -0.14, -0.06),
    "act:finalise": (-0.28, -0.0, -0.0),
    "act:in-force": (0.21, -0.18, 0.12),
    "act:indict": (-0.04, -0.24, 0.08),
    "act:inform": (0.06, -0.01, -0.07),
    "act:invest": (-0.18, -0.26, -0.01),
    "act:invite": (0.05, -0.03, 0.0),
    "act:join": (-0.12, -0.22, -0.05),
    "act:launch": (-0.05, -0.39, 0.06),
    "act:leak": (0.01, 0.18, -0.22),
    "act:lift": (0.22, -0.22, 0.04),
    "act:loss": (-0.02, -0.01, -0.18),
    "act:meet": (-0.1, 0.06, 0.23),
    "act:oppose": (0.58, 0.08, 0.01),
    "act:pay": (-0.03, 0.23, 0.0),
    "act:phone": (0.14, 0.03, -0.06),
    "act:probe": (-0.21, -0.05, 0.08),
    "act:profit": (0.13, -0.03, 0.06),
    "act:propose": (0.15, -0.51, 0.07),
    "act:raise": (-0.11, -0.01, 0.0),
    "act:record": (-0.21, -0.18, -0.12),
    "act:refuse": (0.22, 0, 0),
    "act:respond": (-0.17, 0.05, 0.11),
    "act:respond-kr": (-0.15, 0.03, 0.07),
    "act:revoke": (-0.16, 0.31, 0.29),
    "act:rise": (0.36, -0.26, -0.33),
    "act:sanction": (0.08, 0.27, -0.01),
    "act:sell": (0.0, 0.16, -0.14),
    "act:summon": (-0.28, 0.11, 0.01),
    "act:support": (0.11, 0.05, -0.05),
    "act:suspend": (-0.32, -0.17, -0.06),
    "act:tariff": (-0.08, -0.17, -0.02),
    "act:visit": (0.05, 0.16, -0.02),
    "act:vote": (0.04, 0.1, -0.0),
    "act:warn": (-0.37, 0.01, 0.0),
}

#: What speaks for the same saga, whichever step of it: subjects, not deeds.
KIN: Mapping[str, float] = {
    "always": -0.63,
    "dice": 8.64,
    "figures": 0.48,
    "words": 2.3,
    "language": -0.94,
    "named-anew": -2.14,
    "late-in-crowd": -2.07,
    "covered": 2.44,
}


#: So many candidates are a crowd; and so many, more than are ever looked at, would share the probability out until no
#: score says what it says of one.
CROWD, THRONG = 4, 10


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The bands of one run; another set is another rules version."""

    version: str = "stories-4"
    same: float = 0.45  # the story's id is kept from here
    crowded: float = 0.56  # the same among many candidates: there a likely guess is often a wrong one
    sure: float = 0.85  # a story is known by those articles only that belong to it from here
    merge: float = 0.965  # silent from here, without a veto
    related: float = 0.3  # below `same`: the next step of the story's saga from here
    join: float = 0.9  # two stories become one from here, at the second look
    weights: Mapping[str, float] = field(default_factory=lambda: WEIGHTS)
    kin: Mapping[str, float] = field(default_factory=lambda: KIN)

    def same_among(self, alike: int) -> float:
        """What keeps a story's id among so many candidates."""
        return self.same + (self.crowded - self.same) * min(1.0, alike / CROWD) ** 2

    def sure_among(self, alike: int) -> float:
        """What makes an article one that its story is known by, among so many candidates."""
        return self.sure * (1 - min(1.0, alike / THRONG) ** 2)
