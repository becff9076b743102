"""A story as the ladder sees it: what its articles have in common, bounded however many they are."""

from array import array
from collections.abc import Sequence

from bot.desk.stories.bags import Bag
from bot.desk.stories.figures import Figure, close
from bot.desk.stories.share import LED, TITLED, Share

_FIGURES, _CONCEPTS, _WORDS, _SOUNDS, _FACTS, _MOMENTS = 24, 96, 320, 200, 48, 24
LANGS = ("en", "ko", "zh")
_TITLED, _LED, _ONE = array("H", (TITLED,)), array("H", (LED,)), array("H", (1,))


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

    def add(self, article: Share, concepts: Sequence[int], facts: Sequence[int], hour: float) -> Sequence[int]:
        """Takes an article in; the places of those of its concepts that are new in the story.

        Args:
            article: as read.
            concepts: of it, by number.
            facts: of it, by number.
            hour: when it was published.
        """
        self.size += 1
        self.first, self.last = min(self.first, hour), max(self.last, hour)
        self.sizes[lang_of(article.lang)] += 1
        fresh = self.concepts.add(concepts, article.weights, _CONCEPTS)
        titled, led = article.titled, len(article.words) - article.titled
        self.words.pour(article.words, _TITLED * titled + _LED * led, _WORDS)
        if article.sounds:
            self.sounds.pour(article.sounds, _ONE * len(article.sounds), _SOUNDS)
        if facts:
            self.facts.pour(array("I", facts), _ONE * len(facts), _FACTS)
        if article.moments:
            self._date(article.moments)
        if article.figures:
            self._count(article.figures)
        return fresh

    @property
    def full(self) -> bool:
        """Whether a word that an article brought may not have found room."""
        return len(self.words) >= _WORDS

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
            held = theirs.held()
            mine.add(tuple(held), tuple(held.values()), most)
        self.surfaces.extend(printed[key] for key in self.concepts.keys[len(self.surfaces) :])
        self._date(other.moments)
        self._count(other.figures)

    def _date(self, more: "array[int]") -> None:
        for one in more:
            if len(self.moments) < _MOMENTS and one not in self.moments:
                self.moments.append(one)

    def _count(self, more: tuple[Figure, ...]) -> None:
        for one in more:
            if len(self.figures) < _FIGURES and not any(close(one, known) for known in self.figures):
                self.figures = (*self.figures, one)


def lang_of(lang: str) -> int:
    """The place of a language among the counts of a story."""
    return LANGS.index(lang) if lang in LANGS else len(LANGS)
