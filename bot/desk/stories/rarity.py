"""How rare a feature is in the news of the last days: what is in every story tells stories not apart."""

import zlib
from array import array
from collections import Counter, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress, repeat
from math import log
from operator import mul

#: Weights are whole hundredths: sums in any order are the same to the last bit.
UNIT = 100
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
#: Words are counted by the last bits of their numbers: a fixed room, in which few rare words meet.
_ROOM = 1 << 19
_LAST = _ROOM - 1
_FULL = 0xFFFF
#: So many words wait to be counted at most.
_MANY = 400_000
#: So few are counted one by one.
_FEW = 1_000


@dataclass(slots=True)
class _Day:
    number: int
    articles: int = 0
    concepts: list[int] = field(default_factory=list)  # how often each is said, by its number
    words: "array[int]" = field(default_factory=lambda: array("H", bytes(2 * _ROOM)))
    packed: bytes = b""  # the words of a day that is over: most are not among them

    def close(self) -> None:
        """The day is over."""
        self.packed, self.words = zlib.compress(self.words, 1), array("H")

    def counted(self) -> Iterator[tuple[int, int]]:
        """The places of words and how often they were said."""
        words = array("H", zlib.decompress(self.packed)) if self.packed else self.words
        return zip(compress(range(len(words)), words), filter(None, words), strict=True)


class Rarity:
    """Counts of the last days: concepts by their numbers, words of all languages together."""

    def __init__(self) -> None:
        self._days: deque[_Day] = deque()
        self._articles = 0
        #: How often each concept was said on the days that are over.
        self._concepts: list[int] = []
        #: Of each concept the logarithm of how often it is said, kept since a story's whole weight is asked for often.
        self._said: list[float] = []
        #: Concepts said since that was last worked out.
        self._stale: set[int] = set()
        self._assumed: list[float] = []
        self._words = array("I", bytes(4 * _ROOM))
        #: Words of the newest day that are not in the arrays yet: many at once are counted in half the time.
        self._uncounted = array("I")

    def meet(self, name: str) -> None:
        """A concept is met for the first time; concepts are met in the order of their numbers."""
        self._concepts.append(0)
        self._assumed.append(_assumed(name))
        self._said.append(log(self._assumed[-1]))

    def add(self, concepts: Sequence[int], weights: Sequence[int], words: "array[int]", hour: float) -> None:
        """Counts one article, a concept as often as it weighs; a day older than the newest counts into the newest."""
        number = int(hour // 24)
        if not self._days or number > self._days[-1].number:
            self._open(number)
        day = self._days[-1]
        if day.articles >= _FULL:
            return  # Enough is known of such a day.
        day.articles += 1
        self._articles += 1
        today = self._today(day)
        for one, weight in zip(concepts, weights, strict=True):
            today[one] += weight
        self._stale.update(concepts)
        self._uncounted.extend(words)
        if len(self._uncounted) > _MANY:
            self._count()

    def settle(self) -> None:
        """Works out what was only noted; whoever asks for weights has called it since the last article came."""
        self._count()
        if self._stale:
            said, assumed, counts, today = self._said, self._assumed, self._concepts, self._today(self._days[-1])
            for one in self._stale:
                said[one] = log(assumed[one] + (counts[one] + today[one]) / UNIT)
            self._stale.clear()

    def of_concept(self, number: int, name: str) -> float:
        """The weight of a concept by its rarity; a negative number: it was never met."""
        said = self._said[number] if number >= 0 else log(_assumed(name))
        return log(ASSUMED + self._articles + 1) - said

    def of_all(self, held: Mapping[int, int]) -> float:
        """The weight of many concepts, each as often as its sum."""
        said = map(self._said.__getitem__, held)
        sums = held.values()
        return float(log(ASSUMED + self._articles + 1) * sum(sums) - sum(map(mul, sums, said)))

    def of_words(self, words: Mapping[int, int]) -> dict[int, float]:
        """Words with their weight times their rarity."""
        top, counts = log(_WORDS_ASSUMED + self._articles + 1), self._words
        least = _WORDS_ASSUMED * _WORD + 0.5
        return {word: weight / 100 * (top - log(least + counts[word & _LAST])) for word, weight in words.items()}

    def of_sound(self, pair: int) -> float:
        """The weight of a syllable pair by its rarity among the words of Korean."""
        count = self._words[pair & _LAST] + self._words[(pair ^ 1) & _LAST]
        return log((_WORDS_ASSUMED + self._articles + 1) / (_WORDS_ASSUMED * _SOUND + count + 0.5))

    def _today(self, day: _Day) -> list[int]:
        """How often each concept is said on a day, those met since among them."""
        if len(day.concepts) < len(self._concepts):
            day.concepts.extend(repeat(0, len(self._concepts) - len(day.concepts)))
        return day.concepts

    def _open(self, number: int) -> None:
        """A day begins."""
        self.settle()
        if self._days:
            over = self._days[-1]
            over.close()
            for one, count in enumerate(over.concepts):
                self._concepts[one] += count
        self._days.append(_Day(number))
        while self._days[0].number <= number - DAYS:
            self._forget(self._days.popleft())

    def _count(self) -> None:
        if not self._uncounted:
            return
        all_words, days_words = self._words, self._days[-1].words
        if len(self._uncounted) < _FEW:
            for word in self._uncounted:
                at = word & _LAST
                days_words[at] += 1
                all_words[at] += 1
        else:
            for word, count in Counter(self._uncounted).items():
                at = word & _LAST
                days_words[at] += count
                all_words[at] += count
        del self._uncounted[:]

    def _forget(self, day: _Day) -> None:
        self._articles -= day.articles
        for one, count in enumerate(day.concepts):
            if count:
                self._concepts[one] -= count
                self._stale.add(one)
        words = self._words
        for at, count in day.counted():
            words[at] -= count


def _assumed(name: str) -> float:
    """How often a concept is taken to have been said before anything was counted."""
    share = _SHARES.get(name)
    if share is None:
        share = _ACT if name.startswith("act:") else _FACET if name.startswith("facet:") else _USUAL
    return ASSUMED * share + 0.5
