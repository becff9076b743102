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
#: From this share of what both say on, a story is alike.
_ALIKE = 0.15
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
        window.rarity.settle()
        rarity, known, heads = window.rarity, window.names.known, article.heads
        self._rows: list[tuple[int, float, float, float]] = []  # of each concept: see `_shared`
        self._weights: dict[str, float] = {}
        titled = 0.0
        for name, weight in article.concepts.items():
            number = known(name)
            rare = rarity.of_concept(number, name)
            self._weights[name] = whole = weight * rare
            self._rows.append((number, weight, rare, whole if name in heads else 0.0))
            titled += self._rows[-1][3]
        self._total, self._titled = sum(self._weights.values()), titled
        self._words = rarity.of_words(article.words)
        self._length = sum(self._words.values())
        self._heard: dict[int, float] | None = None
        self._dates = times.named(article)
        self._trade = self._exports()
        self.facts = facts_of(((fact, 1) for fact in article.facts), 1)

    def candidates(self) -> list[Profile]:
        """The open stories that share most of what tells, the likeliest first."""
        concepts = sorted([(-weight, name) for name, weight in self._weights.items()])[:_CONCEPTS]
        words = sorted([(-weight, word) for word, weight in self._words.items()])[:_WORDS]
        return self._window.candidates(
            [(name, -weight) for weight, name in concepts], [(word, -weight) for weight, word in words], self.hour
        )

    def against(self, story: Profile) -> Likeness:
        """Every piece of evidence about one story."""
        evidence = {"always": 1.0}
        vetoes: list[str] = []
        held = story.concepts.held()
        self._shared(story, held, evidence)
        facts = self.told(story)
        saga.steps(self.article, self.facts, facts, evidence, vetoes)
        saga.manner(self.facts, facts, evidence)
        saga.parties(self.facts, facts, evidence, vetoes)
        times.figures(self.article.figures, story.figures, evidence, vetoes)
        times.period(self._dates, story, self._partial(held), evidence, vetoes)
        evidence["reply"] = evidence["answer"] * evidence.get("actor-apart", 0.0)
        self._language(story, evidence)
        times.gap(max(0.0, self.hour - story.last, story.first - self.hour), evidence)
        return Likeness(story, evidence, vetoes=vetoes)

    def told(self, story: Profile) -> Facts:
        """What the titles of a story say."""
        return facts_of(self._window.facts.named(story.facts.pairs()), story.size)

    def shared(self, story: Profile) -> dict[str, list[float | str]]:
        """The concepts in common, weightiest first: each with its weight and both printed forms."""
        printed = dict(zip(story.concepts.keys, story.surfaces, strict=True))
        met = [
            (name, weight, printed[row[0]])
            for row, (name, weight) in zip(self._rows, self._weights.items(), strict=True)
            if row[0] in printed
        ]
        ranked = sorted(((-round(weight, 3), name, form) for name, weight, form in met))
        forms, mine = self._window.forms, self.article.surfaces
        return {name: [-weight, mine.get(name, ""), forms.name(form)] for weight, name, form in ranked}

    def _shared(self, story: Profile, held: dict[int, int], evidence: dict[str, float]) -> None:
        both = covered = fresh = 0.0
        size = story.size * UNIT
        for number, weight, rare, heading in self._rows:
            total = held.get(number)
            if total:
                theirs = total / size
                both += (weight if weight <= theirs else theirs) * rare  # noqa: FURB136 - a call costs more than all this
                theirs *= 1.5
                covered += (weight if weight <= theirs else theirs) * rare  # noqa: FURB136 - the same
            else:
                fresh += heading
        whole = self._window.rarity.of_all(held) / size
        evidence["dice"] = 2 * both / (self._total + whole) if both else 0.0
        evidence["covered"] = covered / self._total if covered else 0.0
        evidence["named-anew"] = fresh / self._titled if self._titled else 0.3

    def _exports(self) -> tuple[int, list[tuple[int, bool]]] | None:
        """The numbers of a month's trade and of its first days, and which of those the article counts alone."""
        known, said = self._window.names.known, self.article.concepts
        if "thing:export" not in said:
            return None
        return known("thing:export"), [(known(days), days in said) for days in ("thing:ten-days", "thing:twenty-days")]

    def _partial(self, held: dict[int, int]) -> bool:
        """Whether the two count other parts of a month: its first ten days, its first twenty, or all of it."""
        if self._trade is None:
            return False
        trade, parts = self._trade
        return trade in held and any(partial != (days in held) for days, partial in parts)

    def _language(self, story: Profile, evidence: dict[str, float]) -> None:
        self._sound(story, evidence)
        size = story.sizes[lang_of(self.article.lang)]
        evidence["language"] = float(size > 0)
        if not size:
            return
        theirs, common, full = story.words.among(self._words), 0.0, 1.5 / (size * UNIT)
        if theirs:
            for word, weight in self._words.items():
                if word in theirs:
                    share = theirs[word] * full
                    common += weight * share if share < 1.0 else weight
        evidence["words"] = common / self._length if common else 0.0

    def _sound(self, story: Profile, evidence: dict[str, float]) -> None:
        """How much a Chinese and a Korean text sound alike, by the rarer pairs."""
        other = _OTHER_SCRIPT.get(self.article.lang, "")
        size = story.sizes[lang_of(other)] if other else 0
        if not size or not self.article.sounds:
            return
        mine = self._sounds()
        theirs, common = story.sounds.among(mine), 0.0
        if theirs:
            for pair, rare in mine.items():
                if pair in theirs:
                    common += rare * min(1.0, theirs[pair] / size)
        evidence["sounds"] = min(1.5, common / 20)

    def _sounds(self) -> dict[int, float]:
        """The same pairs, heard in the other script, with their rarity."""
        if self._heard is None:
            rare = self._window.rarity.of_sound
            self._heard = {pair ^ 1: rare(pair) for pair in self.article.sounds}
        return self._heard


def compare(found: list[Likeness]) -> None:
    """What only the sight of all candidates tells: how far each is ahead, and how many are alike."""
    ranked = sorted((one.evidence["dice"] for one in found), reverse=True)
    first, second, *_ = (*ranked, 0.0, 0.0)
    crowd = sum(1 for dice in ranked if dice >= _ALIKE)
    for one in found:
        mine = one.evidence["dice"]
        # A lone candidate is ahead of nothing: more than this says how alike it is, and that is said already.
        one.evidence["ahead"] = max(-_LEAD, min(_LEAD, mine - (first if mine < first else second)))
        # Where many stories are alike, time tells them apart.
        one.evidence["late-in-crowd"] = one.evidence["late"] * math.log1p(crowd - (mine >= _ALIKE)) / 2


def weigh(evidence: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The evidence as one number: the logarithm of its odds against no story at all."""
    total, weight_of = 0.0, weights.get
    for name, value in evidence.items():
        if value:
            total += weight_of(name, 0.0) * value
    return total


def share_out(found: list[Likeness], weights: Mapping[str, float]) -> None:
    """Gives each candidate its probability: all of them and "none of these" make one."""
    odds = [math.exp(min(weigh(one.evidence, weights), 50.0)) for one in found]
    whole = 1.0 + sum(odds)
    for one, share in zip(found, odds, strict=True):
        one.score = share / whole
