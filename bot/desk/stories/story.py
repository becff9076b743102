"""A story as the ladder sees it: what its articles have in common, bounded however many they are."""

from array import array
from itertools import repeat

from bot.desk.stories.bags import Bag
from bot.desk.stories.features import Features
from bot.desk.stories.figures import Figure, close

_FIGURES, _CONCEPTS, _WORDS, _SOUNDS, _FACTS, _MOMENTS = 24, 96, 320, 200, 48, 24
LANGS = ("en", "ko", "zh")


class Profile:
    """Sums over the articles of one story; times are hours of any one clock."""

    __slots__ = (
        "concepts", "facts", "figures", "first", "id", "last", "moments", "size", "sizes", "sounds", "surfaces",
        "words",
    )  # fmt: skip

    def __init__(self, story: int, hour: float) -> None:
        self.id = story
        self.first = self.last = hour
        self.size = 0
        self.sizes = array("H", (0, 0, 0, 0))  # articles by language, in the order of LANGS; the last: others
        self.concepts = Bag()  # weights by the number of the concept
        self.surfaces = array("I")  # of each concept in its order, as first printed: numbers of printed forms
        self.words = Bag()  # weights by the number of the word in its language
        self.sounds = Bag()  # articles by the number of the syllable pair in its language
        self.facts = Bag()  # articles by what their titles say: acts, people, who acts; and their meeting places
        self.moments = array("H")  # dates named: month, day and whether a title named it
        self.figures: tuple[Figure, ...] = ()

    def add(self, article: Features, concepts: dict[int, int], facts: dict[int, int], hour: float) -> list[int]:
        """Takes an article in; the concepts that are new in the story.

        Args:
            article: as read.
            concepts: of it, by number, with their weights.
            facts: of it, by number.
            hour: when it was published.
        """
        self.size += 1
        self.first, self.last = min(self.first, hour), max(self.last, hour)
        self.sizes[lang_of(article.lang)] += 1
        fresh = self.concepts.add(concepts, _CONCEPTS)
        self.words.pour(article.words, article.words.values(), _WORDS)
        if article.sounds:
            self.sounds.pour(article.sounds, repeat(1, len(article.sounds)), _SOUNDS)
        self.facts.pour(facts, facts.values(), _FACTS)
        self._date(article)
        return fresh

    def absorb(self, other: "Profile") -> None:
        """Takes in all articles of another story."""
        self.size += other.size
        self.first, self.last = min(self.first, other.first), max(self.last, other.last)
        for at, count in enumerate(other.sizes):
            self.sizes[at] += count
        printed = dict(zip(other.concepts.keys, other.surfaces, strict=True))
        for mine, theirs, most in (
            (self.concepts, other.concepts, _CONCEPTS),
            (self.words, other.words, _WORDS),
            (self.sounds, other.sounds, _SOUNDS),
            (self.facts, other.facts, _FACTS),
        ):
            mine.add(theirs.held(), most)
        self.surfaces.extend(printed[key] for key in self.concepts.keys[len(self.surfaces) :])
        self._moments(other.moments)
        self._figures(other.figures)

    def _date(self, article: Features) -> None:
        self._moments(array("H", (moment_number(*one) for one in article.moments)))
        self._figures(article.figures)

    def _moments(self, more: "array[int]") -> None:
        for one in more:
            if len(self.moments) < _MOMENTS and one not in self.moments:
                self.moments.append(one)

    def _figures(self, more: tuple[Figure, ...]) -> None:
        for one in more:
            if len(self.figures) < _FIGURES and not any(close(one, known) for known in self.figures):
                self.figures = (*self.figures, one)


def lang_of(lang: str) -> int:
    """The place of a language among the counts of a story."""
    return LANGS.index(lang) if lang in LANGS else len(LANGS)


def moment_number(month: int, day: int, field: str) -> int:
    """A named date as a small number."""
    return month << 6 | day << 1 | (field == "title")
