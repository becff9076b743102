"""How much speaks for an article reporting a story: each piece of evidence is a number with a name."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from bot.desk.stories.acts import MUTUAL, OPPOSED
from bot.desk.stories.features import Features
from bot.desk.stories.figures import Figure, close
from bot.desk.stories.rarity import Rarity
from bot.desk.stories.story import Profile

STATES = frozenset({"KR", "CN", "US", "JP", "TW", "EU"})
_MONEY = frozenset({"usd", "krw", "cny", "jpy", "eur", "amount"})
_STEPS = frozenset(
    f"act:{name}"
    for name in [
        "suspend",
        "exempt",
        "lift",
        "revoke",
        "probe",
        "arrest",
        "indict",
        "trial",
        "convict",
        "appeal",
        "summon",
        "finalise",
        "propose",
        "in-force",
        "ask",
        "join",
        "refuse",
        "ban",
        "invite",
        "phone",
        "invest",
        "list",
        "catch-up",
        "record",
        "loss",
    ]
)
_ANSWERS = frozenset({"act:oppose", "act:respond", "act:respond-kr", "act:deny"})
_OTHER_SCRIPT = {"ko": "zh", "zh": "ko"}
_MUTUAL = frozenset(f"act:{name}" for name in MUTUAL)
_OPPOSED = tuple((f"act:{one}", f"act:{other}") for one, other in OPPOSED)
#: How far ahead of the next story counts.
_LEAD = 0.25
#: An act belongs to a story when this share of its articles say it.
_OURS = 0.25


@dataclass(slots=True)
class Likeness:
    """An article held against a story."""

    story: Profile
    evidence: dict[str, float]
    score: float = 0.0  # set once all candidates are known
    vetoes: list[str] = field(default_factory=list)


class Reader:
    """An article prepared for being held against many stories."""

    def __init__(self, article: Features, rarity: Rarity, hour: float) -> None:
        self.article = article
        self.hour = hour
        self._rarity = rarity
        self._rare: dict[str, float] = {}
        self._weights = {name: weight * self._of(name) for name, weight in article.concepts.items()}
        self._total = sum(self._weights.values())
        self._words = {word: weight * rarity.of_word(word) for word, weight in article.words.items()}
        self._length = sum(self._words.values())

    def telling(self, concepts: int, words: int) -> Iterator[tuple[str, float]]:
        """The concepts and words that tell most, by which candidates are looked up, with their weight."""
        for found, count, prefix in ((self._weights, concepts, ""), (self._words, words, f"{self.article.lang}:")):
            for weight, name in sorted(((weight, name) for name, weight in found.items()), reverse=True)[:count]:
                yield prefix + name, weight

    def against(self, story: Profile) -> Likeness:
        """Every piece of evidence about one story."""
        evidence = {"always": 1.0}
        vetoes: list[str] = []
        self._shared(story, evidence)
        self._acts(story, evidence, vetoes)
        self._facts(story, evidence, vetoes)
        self._parties(story, evidence, vetoes)
        evidence["reply"] = evidence["answer"] * evidence.get("actor-apart", 0.0)
        self._language(story, evidence)
        gap = max(0.0, self.hour - story.last, story.first - self.hour)
        evidence["gap"] = math.log1p(gap) / 4
        evidence["far"] = float(gap > 36)
        evidence["size"] = math.log(story.size) / 2
        return Likeness(story, evidence, vetoes=vetoes)

    def shared(self, story: Profile) -> dict[str, float]:
        """The concepts in common, weightiest first."""
        found = {name: round(weight, 3) for name, weight in self._weights.items() if name in story.concepts}
        return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))

    def _of(self, name: str) -> float:
        found = self._rare.get(name)
        if found is None:
            found = self._rare[name] = self._rarity.of_concept(name)
        return found

    def _shared(self, story: Profile, evidence: dict[str, float]) -> None:
        both = covered = whole = 0.0
        mine, size = self.article.concepts, story.size
        for name, total in story.concepts.items():
            theirs, rare = total / size, self._of(name)
            whole += theirs * rare
            weight = mine.get(name)
            if weight:
                both += min(weight, theirs) * rare
                covered += min(weight, theirs * 1.5) * rare
        evidence["dice"] = 2 * both / (self._total + whole) if both else 0.0
        evidence["covered"] = covered / self._total if covered else 0.0

    def _acts(self, story: Profile, evidence: dict[str, float], vetoes: list[str]) -> None:
        mine = self.article.acts
        theirs = {name: count / story.size for name, count in story.acts.items() if count >= _OURS * story.size}
        evidence["act"] = min(2, len(mine & theirs.keys())) / 2
        if mine and theirs:
            for one, other in _OPPOSED:
                if _apart(one, other, mine, theirs) or _apart(other, one, mine, theirs):
                    evidence["opposed"] = 1.0
                    vetoes.append("opposed action")
                    break
        said = self.article.concepts
        few = 0.15 * story.size
        fresh = sum(1 for step in mine & _STEPS if story.concepts.get(step, 0.0) < few)
        missing = sum(1 for step, share in theirs.items() if share >= 0.6 and step not in said and step in _STEPS)
        evidence["step-here"], evidence["step-there"] = float(min(2, fresh)), float(min(2, missing))
        answering = sum(share for name, share in theirs.items() if name in _ANSWERS)
        answers = bool(mine & _ANSWERS)
        evidence["answer"] = float(answering < 0.2 if answers else answering > 0.65)

    def _facts(self, story: Profile, evidence: dict[str, float], vetoes: list[str]) -> None:
        met, compared, points = set(), set(), 0.0
        for one in self.article.figures:
            for other in story.figures:
                if one.kind == other.kind:
                    compared.add(one.kind)
                if close(one, other):
                    met.add(one.kind)
                    points += _strength(one)
                    break
        evidence["figures"] = min(points, 2.5)
        if not met and compared & {"usd", "krw", "cny", "percent"}:
            evidence["figures-apart"] = 1.0
            vetoes.append("disjoint figures")
        self._period(story, evidence, vetoes)

    def _period(self, story: Profile, evidence: dict[str, float], vetoes: list[str]) -> None:
        mine, theirs = self.article.moments, story.moments
        heads = {one.month for one in mine if one.month and one.field == "title"}
        their_heads = {one.month for one in theirs if one.month and one.field == "title"}
        months, their_months = {one.month for one in mine if one.month}, {one.month for one in theirs if one.month}
        dates = {(one.month, one.day) for one in mine if one.month and one.day}
        their_dates = {(one.month, one.day) for one in theirs if one.month and one.day}
        days, their_days = {one.day for one in mine if one.day}, {one.day for one in theirs if one.day}
        evidence["period"] = (
            1.0 * bool(dates & their_dates)
            + 0.5 * bool(heads & their_heads)
            + 0.3 * bool(months & their_months)
            + 0.4 * bool(days & their_days)
        )
        apart = 0.0
        if heads and their_heads and not heads & their_heads:
            apart = 1.0
        elif months and their_months and not months & their_months:
            apart = 0.5
        apart += 0.3 * bool(days and their_days and not days & their_days)
        if self._partial(story):
            apart += 1.0
        evidence["period-apart"] = apart
        if apart >= 1.0:
            vetoes.append("different period")

    def _partial(self, story: Profile) -> bool:
        """Whether one of the two counts the first days of a month and the other the whole."""
        trade, days = "thing:export", "thing:twenty-days"
        said = self.article.concepts
        return trade in said and trade in story.concepts and (days in said) != (days in story.concepts)

    def _parties(self, story: Profile, evidence: dict[str, float], vetoes: list[str]) -> None:
        actor, actors = self.article.actor, story.actors
        evidence["actor"] = 0.5
        if actor in STATES and actors:
            total = sum(actors.values())
            evidence["actor"] = actors.get(actor, 0) / total
            states = sum(count for name, count in actors.items() if name in STATES) / total
            mutual = self.article.acts & story.acts.keys() & _MUTUAL
            if actor not in actors and states >= 0.5 and not mutual:
                evidence["actor-apart"] = 1.0
                vetoes.append("different acting body")
        people = self.article.people
        theirs = {name for name, count in story.people.items() if count >= 0.3 * story.size}
        evidence["people"] = min(2, len(people & story.people.keys())) / 2
        if people and theirs:
            common = people & theirs
            lone = not common or bool(people - story.people.keys() and theirs - people)
            evidence["people-apart"] = (0.7 if common else 1.0) * lone
        venues = self.article.venues
        evidence["venue"] = float(bool(venues & story.venues.keys()))
        evidence["venue-apart"] = float(bool(venues and story.venues) and not evidence["venue"])

    def _language(self, story: Profile, evidence: dict[str, float]) -> None:
        self._sound(story, evidence)
        theirs = story.words.get(self.article.lang)
        evidence["language"] = float(theirs is not None)
        if not theirs:
            return
        size = story.sizes[self.article.lang]
        common = 0.0
        for word, weight in self._words.items():
            total = theirs.get(word)
            if total:
                common += weight * min(1.0, 1.5 * total / size)
        share = common / self._length if common else 0.0
        evidence["words"] = share
        evidence["words-alike"] = max(0.0, share - 0.5)

    def _sound(self, story: Profile, evidence: dict[str, float]) -> None:
        """How much a Chinese and a Korean text sound alike, by the rarer pairs."""
        other = _OTHER_SCRIPT.get(self.article.lang, "")
        theirs = story.sounds.get(other)
        if not theirs or not self.article.sounds:
            return
        size = story.sizes[other]
        common = sum(
            self._rarity.of_sound(pair) * min(1.0, theirs[pair] / size) for pair in self.article.sounds & theirs.keys()
        )
        evidence["sounds"] = min(1.5, common / 20)


def compare(found: list[Likeness]) -> None:
    """What only the sight of all candidates tells: how far each is ahead, and how many are alike."""
    ranked = sorted((one.evidence["dice"] for one in found), reverse=True)
    for one in found:
        mine = one.evidence["dice"]
        best_other = ranked[0] if mine < ranked[0] else ranked[1] if len(ranked) > 1 else 0.0
        # A lone candidate is ahead of nothing: more than this says how alike it is, and that is said already.
        one.evidence["ahead"] = max(-_LEAD, min(_LEAD, mine - best_other))
        alike = sum(1 for dice in ranked if dice >= 0.15) - (mine >= 0.15)
        one.evidence["crowd"] = math.log1p(alike) / 2


def weigh(evidence: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The evidence as a probability that article and story are one."""
    total = sum(weights.get(name, 0.0) * value for name, value in evidence.items())
    return 1 / (1 + math.exp(-total))


def _apart(one: str, other: str, mine: frozenset[str], theirs: Mapping[str, float]) -> bool:
    return one in mine and other in theirs and other not in mine and one not in theirs


def _strength(figure: Figure) -> float:
    if figure.kind in _MONEY or figure.value % 1:
        return 1.0
    return 0.6 if figure.value >= 20 else 0.35
