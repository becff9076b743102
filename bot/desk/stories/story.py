"""A story as the ladder sees it: what its articles have in common, bounded however many they are."""

from collections import Counter
from dataclasses import dataclass, field

from bot.desk.stories.dates import Moment
from bot.desk.stories.features import Features
from bot.desk.stories.figures import Figure, close

_FIGURES = 24


@dataclass(slots=True)
class Profile:
    """Sums over the articles of one story; times are hours of any one clock."""

    id: int
    first: float
    last: float
    size: int = 0
    concepts: Counter[str] = field(default_factory=Counter)
    surfaces: dict[str, str] = field(default_factory=dict)  # of each concept, as first printed
    words: dict[str, Counter[str]] = field(default_factory=dict)  # by language
    sizes: Counter[str] = field(default_factory=Counter)  # articles by language
    sounds: dict[str, Counter[str]] = field(default_factory=dict)  # by language
    acts: Counter[str] = field(default_factory=Counter)
    people: Counter[str] = field(default_factory=Counter)
    venues: Counter[str] = field(default_factory=Counter)
    actors: Counter[str] = field(default_factory=Counter)
    figures: list[Figure] = field(default_factory=list)
    moments: Counter[Moment] = field(default_factory=Counter)
    posted: set[str] = field(default_factory=set)  # the names under which the window finds it

    def add(self, article: Features, hour: float) -> None:
        """Takes an article in."""
        self.size += 1
        self.first, self.last = min(self.first, hour), max(self.last, hour)
        self.concepts.update(article.concepts)
        for name, surface in article.surfaces.items():
            self.surfaces.setdefault(name, surface)
        self.words.setdefault(article.lang, Counter()).update(article.words)
        if article.sounds:
            self.sounds.setdefault(article.lang, Counter()).update(article.sounds)
        self.sizes[article.lang] += 1
        self.acts.update(article.acts)
        self.people.update(article.people)
        self.venues.update(article.venues)
        if article.actor:
            self.actors[article.actor] += 1
        for one in article.figures:
            if len(self.figures) < _FIGURES and not any(close(one, known) for known in self.figures):
                self.figures.append(one)
        self.moments.update(article.moments)

    def absorb(self, other: "Profile") -> None:
        """Takes in all articles of another story."""
        self.size += other.size
        self.first, self.last = min(self.first, other.first), max(self.last, other.last)
        for mine, theirs in (
            (self.concepts, other.concepts),
            (self.sizes, other.sizes),
            (self.acts, other.acts),
            (self.people, other.people),
            (self.venues, other.venues),
            (self.actors, other.actors),
        ):
            mine.update(theirs)
        self.moments.update(other.moments)
        self.surfaces = other.surfaces | self.surfaces
        for lang, words in other.words.items():
            self.words.setdefault(lang, Counter()).update(words)
        for lang, heard in other.sounds.items():
            self.sounds.setdefault(lang, Counter()).update(heard)
        for one in other.figures:
            if len(self.figures) < _FIGURES and not any(close(one, known) for known in self.figures):
                self.figures.append(one)
