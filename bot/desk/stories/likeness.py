"""How much speaks for an article reporting a story: each piece of evidence is a number with a name."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.desk.stories import saga, times
from bot.desk.stories.features import Features
from bot.desk.stories.rarity import UNIT
from bot.desk.stories.story import Profile, lang_of
from bot.desk.stories.tally import Facts, facts_of
from bot.desk.stories.window import Window

_OTHER_SCRIPT = {"ko": "zh", "zh": "ko"}
#: How far ahead of the next story counts.
_LEAD = 0.25
#: Concepts and words by which candidates are looked up.
_CONCEPTS, _WORDS = 14, 6


@dataclass(slots=True)
class Likeness:
    """An article held against a story."""

    story: Profile
    evidence: dict[str, float]
    score: float = 0.0  # set once all candidates are known
    vetoes: list[str] = field(default_factory=list)


class Reader:
    """An article prepared for being held against many stories."""

    def __init__(self, article: Features, window: Window, hour: float) -> None:
        self.article = article
        self.hour = hour
        self._window = window
        rarity, known = window.rarity, window.names.known
        self._numbers = {name: known(name) for name in article.concepts}
        self._rare = {name: rarity.of_concept(number, name) for name, number in self._numbers.items()}
        self._weights = {name: weight * self._rare[name] for name, weight in article.concepts.items()}
        self._total = sum(self._weights.values())
        self._titled = sum(weight for name, weight in self._weights.items() if name in article.heads)
        self._words = rarity.of_words(article.words)
        self._length = sum(self._words.values())
        # The same pair, heard in the other script.
        self._sounds = {pair ^ 1: rarity.of_sound(pair) for pair in article.sounds}
        self.facts = facts_of(dict.fromkeys(article.facts, 1), 1)

    def candidates(self) -> list[Profile]:
        """The open stories that share most of what tells, the likeliest first."""
        concepts = sorted(self._weights.items(), key=lambda pair: (-pair[1], pair[0]))[:_CONCEPTS]
        words = sorted(self._words.items(), key=lambda pair: (-pair[1], pair[0]))[:_WORDS]
        return self._window.candidates(concepts, words, self.hour)

    def against(self, story: Profile) -> Likeness:
        """Every piece of evidence about one story."""
        evidence = {"always": 1.0}
        vetoes: list[str] = []
        held = story.concepts.held()
        self._shared(story, held, evidence)
        facts = self.told(story)
        saga.steps(self.article, self.facts, facts, evidence, vetoes)
        saga.parties(self.facts, facts, evidence, vetoes)
        times.figures(self.article.figures, story.figures, evidence, vetoes)
        times.period(self.article, story, self._partial(held), evidence, vetoes)
        evidence["reply"] = evidence["answer"] * evidence.get("actor-apart", 0.0)
        self._language(story, evidence)
        times.gap(max(0.0, self.hour - story.last, story.first - self.hour), evidence)
        return Likeness(story, evidence, vetoes=vetoes)

    def told(self, story: Profile) -> Facts:
        """What the titles of a story say."""
        return facts_of(self._window.facts.named(story.facts.held()), story.size)

    def shared(self, story: Profile) -> dict[str, list[float | str]]:
        """The concepts in common, weightiest first: each with its weight and both printed forms."""
        printed = dict(zip(story.concepts.keys, story.surfaces, strict=True))
        found = {name: round(weight, 3) for name, weight in self._weights.items() if self._numbers[name] in printed}
        ranked = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
        forms, mine = self._window.forms, self.article.surfaces
        return {name: [weight, mine.get(name, ""), forms.name(printed[self._numbers[name]])] for name, weight in ranked}

    def _shared(self, story: Profile, held: dict[int, int], evidence: dict[str, float]) -> None:
        both = covered = fresh = 0.0
        size = story.size * UNIT
        heads, rare, weights = self.article.heads, self._rare, self._weights
        for name, weight in self.article.concepts.items():
            total = held.get(self._numbers[name])
            if total:
                theirs = total / size
                both += min(weight, theirs) * rare[name]
                covered += min(weight, theirs * 1.5) * rare[name]
            elif name in heads:
                fresh += weights[name]
        whole = self._window.rarity.of_all(story.concepts.keys, story.concepts.sums) / size
        evidence["dice"] = 2 * both / (self._total + whole) if both else 0.0
        evidence["covered"] = covered / self._total if covered else 0.0
        evidence["named-anew"] = fresh / self._titled if self._titled else 0.3

    def _partial(self, held: dict[int, int]) -> bool:
        """Whether one of the two counts the first days of a month and the other the whole."""
        trade, days = (self._window.names.known(name) for name in ("thing:export", "thing:twenty-days"))
        said = self.article.concepts
        return "thing:export" in said and trade in held and ("thing:twenty-days" in said) != (days in held)

    def _language(self, story: Profile, evidence: dict[str, float]) -> None:
        self._sound(story, evidence)
        size = story.sizes[lang_of(self.article.lang)]
        evidence["language"] = float(size > 0)
        if not size:
            return
        theirs, common, full = story.words.among(self._words), 0.0, 1.5 / (size * UNIT)
        for word, weight in self._words.items():
            total = theirs.get(word)
            if total:
                common += weight * min(1.0, total * full)
        evidence["words"] = common / self._length if common else 0.0

    def _sound(self, story: Profile, evidence: dict[str, float]) -> None:
        """How much a Chinese and a Korean text sound alike, by the rarer pairs."""
        other = _OTHER_SCRIPT.get(self.article.lang, "")
        size = story.sizes[lang_of(other)] if other else 0
        if not size or not self._sounds:
            return
        theirs = story.sounds.among(self._sounds)
        common = sum(rare * min(1.0, theirs[pair] / size) for pair, rare in self._sounds.items() if pair in theirs)
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
        # Where many stories are alike, time tells them apart.
        one.evidence["late-in-crowd"] = one.evidence["late"] * math.log1p(alike) / 2


def weigh(evidence: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The evidence as one number: the logarithm of its odds against no story at all."""
    return sum(weights.get(name, 0.0) * value for name, value in evidence.items())


def share_out(found: list[Likeness], weights: Mapping[str, float]) -> None:
    """Gives each candidate its probability: all of them and "none of these" make one."""
    odds = [math.exp(min(weigh(one.evidence, weights), 50.0)) for one in found]
    whole = 1.0 + sum(odds)
    for one, share in zip(found, odds, strict=True):
        one.score = share / whole
