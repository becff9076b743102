"""How rare a feature is in the news of the last days: what is in every story tells stories not apart."""

import math
from collections import Counter, deque
from collections.abc import Iterable
from dataclasses import dataclass, field

#: Days whose articles are counted; whole days, so that a restart that replays them counts the same.
DAYS = 7
#: Before any news is counted, this many stories are assumed, with these shares of them naming a concept.
ASSUMED, _USUAL, _ACT, _FACET = 60.0, 0.015, 0.12, 0.08
_SHARES = {
    "chip": 0.5, "chip-word": 0.35, "samsung": 0.3, "sk-hynix": 0.25, "washington": 0.2, "beijing": 0.15,
    "seoul": 0.2, "export-controls": 0.2, "talks": 0.2, "china-plants": 0.1, "us-commerce": 0.12, "mofcom": 0.12,
    "prc-mfa": 0.06, "memory": 0.15, "hit": 0.1, "controls-word": 0.15, "xi-jinping": 0.05, "yoon": 0.06,
    "lee-jae-myung": 0.06, "korean-industry-others": 0.08, "nvidia": 0.08, "equipment": 0.1,
    "thing:trump": 0.12, "thing:biden": 0.08, "thing:export": 0.3, "thing:plant": 0.15, "thing:tool": 0.15,
    "thing:first-time": 0.15, "thing:chip-word": 0.5, "thing:samsung-name": 0.3, "thing:hynix-name": 0.25,
    "thing:nvidia-name": 0.08, "thing:xi-name": 0.06, "thing:yoon-name": 0.06, "thing:presidential": 0.15,
    "thing:commerce-ministry": 0.2, "thing:foreign-ministry": 0.1, "thing:supply-chain-name": 0.12,
    "thing:trade-word": 0.15, "thing:huge-tech": 0.15,
    "facet:CN": 0.5, "facet:KR": 0.5, "facet:US": 0.45, "facet:JP": 0.1, "facet:TW": 0.1, "facet:EU": 0.06,
    "facet:memory": 0.2, "facet:talks": 0.25, "facet:instrument": 0.25, "facet:equipment": 0.1, "facet:trade": 0.15,
}  # fmt: skip
_WORDS_ASSUMED, _WORD, _SOUND = 40.0, 0.01, 0.02


@dataclass(slots=True)
class _Day:
    number: int
    articles: int = 0
    concepts: Counter[str] = field(default_factory=Counter)
    words: Counter[str] = field(default_factory=Counter)
    sounds: Counter[str] = field(default_factory=Counter)


class Rarity:
    """Counts of the last days, concepts and words of all languages together."""

    def __init__(self) -> None:
        self._days: deque[_Day] = deque()
        self._articles = 0
        self._concepts: Counter[str] = Counter()
        self._words: Counter[str] = Counter()
        self._sounds: Counter[str] = Counter()

    def add(self, concepts: Iterable[str], words: Iterable[str], sounds: Iterable[str], hour: float) -> None:
        """Counts one article; a day older than the newest counts into the newest."""
        number = int(hour // 24)
        if not self._days or number > self._days[-1].number:
            self._days.append(_Day(number))
            while self._days[0].number <= number - DAYS:
                self._forget(self._days.popleft())
        day = self._days[-1]
        day.articles += 1
        self._articles += 1
        for mine, days, found in (
            (self._concepts, day.concepts, concepts),
            (self._words, day.words, words),
            (self._sounds, day.sounds, sounds),
        ):
            named = tuple(found)
            mine.update(named)
            days.update(named)

    def of_concept(self, name: str) -> float:
        """The weight of a concept by its rarity."""
        share = _SHARES.get(name)
        if share is None:
            share = _ACT if name.startswith("act:") else _FACET if name.startswith("facet:") else _USUAL
        return math.log((ASSUMED + self._articles + 1) / (ASSUMED * share + self._concepts.get(name, 0) + 0.5))

    def of_word(self, word: str) -> float:
        """The weight of a word by its rarity."""
        return math.log(
            (_WORDS_ASSUMED + self._articles + 1) / (_WORDS_ASSUMED * _WORD + self._words.get(word, 0) + 0.5)
        )

    def of_sound(self, pair: str) -> float:
        """The weight of a syllable pair by its rarity."""
        return math.log(
            (_WORDS_ASSUMED + self._articles + 1) / (_WORDS_ASSUMED * _SOUND + self._sounds.get(pair, 0) + 0.5)
        )

    def _forget(self, day: _Day) -> None:
        self._articles -= day.articles
        for mine, gone in ((self._concepts, day.concepts), (self._words, day.words), (self._sounds, day.sounds)):
            for name, count in gone.items():
                left = mine[name] - count
                if left:
                    mine[name] = left
                else:
                    del mine[name]
