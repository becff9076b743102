"""The stories of the last days, and where to look for those that an article may report. Bounded by time and count."""

import heapq
import sys
from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from operator import itemgetter

from bot.desk.stories.names import Names
from bot.desk.stories.rarity import Rarity
from bot.desk.stories.share import Share
from bot.desk.stories.story import Profile

#: Hours since a story's last article after which nothing joins it, and since its first.
JOINS, LIVES = 76.0, 168.0
#: Of the stories that share a feature, so many of the newest are looked at.
_NEWEST = 400
_CANDIDATES = 8
#: Stories looked at for one article, those of the most telling features first.
_LOOKED = 600
#: A candidate has at least this share of the best one's votes.
_LEAST = 0.1
_length = itemgetter(0)


class Window:
    """Open stories by id, and by the features that lead to them."""

    def __init__(self) -> None:
        self.stories: dict[int, Profile] = {}
        self.rarity = Rarity()
        self.names = Names()
        self.facts = Names()
        self.forms = Names()  # as printed
        self._by_concept: dict[int, array[int]] = {}
        # Most words lead to one story only: that one stands there by itself, a list where there are more.
        self._by_word: dict[int, int | array[int]] = {}
        self._beyond: dict[int, array[int]] = {}  # words that lead to a story that holds no more
        self._ages: list[tuple[float, int]] = []

    def take(self, story: int, article: Share, hour: float) -> None:
        """An article joins a story, or opens it."""
        self._forget(hour)
        profile = self.stories.get(story)
        if profile is None:
            profile = self.stories[story] = Profile(story, hour)
            heapq.heappush(self._ages, (hour, story))
        story = profile.id  # one and the same object wherever it is named
        concepts = self._concepts(article.names)
        fresh = profile.add(article, concepts, self.facts.numbers(article.facts), hour)
        if fresh:
            forms, by_concept = article.forms, self._by_concept
            profile.surfaces.extend(self.forms.numbers([forms[at] for at in fresh]))
            for at in fresh:
                posting = by_concept.get(concepts[at])
                if posting is None:
                    posting = by_concept[concepts[at]] = array("I")
                posting.append(story)
        titled = article.words[: article.titled]
        self._post(titled, story)
        if profile.full:  # it may not hold all that leads to it
            self._beyond.setdefault(story, array("I")).extend(titled)
        self.rarity.add(concepts, article.weights, article.words, hour)

    def keep(self, story: int, hour: float) -> None:
        """Something was told that may be the story's: it goes on, and is what it was."""
        profile = self.stories.get(story)
        if profile:
            profile.last = max(profile.last, hour)

    def candidates(
        self, telling: list[tuple[str, float]], words: list[tuple[int, float]], hour: float
    ) -> list[Profile]:
        """The open stories that share most of what tells, the likeliest first.

        Args:
            telling: an article's concepts with their weights, the weightiest first.
            words: the same of its words.
            hour: of the article.
        """
        votes: dict[int, float] = {}
        voted = votes.get
        looked = 0
        for _, newest, weight in sorted(self._postings(telling, words), key=_length):
            looked += len(newest)
            if looked > _LOOKED and votes:
                break
            for story in newest:
                votes[story] = voted(story, 0.0) + weight
        return self._likeliest(votes, hour)

    def join(self, kept: int, gone: int) -> None:
        """Two stories turn out to be one."""
        other = self.stories.get(gone)
        if other is None or kept not in self.stories or kept == gone:
            return
        self._unpost(other)
        del self.stories[gone]
        profile = self.stories[kept]
        before = set(profile.concepts.keys), profile.words.held().keys()
        profile.absorb(other)
        for concept in profile.concepts.keys:
            if concept not in before[0]:
                self._by_concept.setdefault(concept, array("I")).append(kept)
        self._post(profile.words.held().keys() - before[1], kept)

    def _concepts(self, names: Sequence[str]) -> list[int]:
        """The numbers of concepts, met now or before."""
        met = len(self.names)
        concepts = self.names.numbers(names)
        for number in range(met, len(self.names)):
            self.rarity.meet(self.names.name(number))
        return concepts

    def _likeliest(self, votes: dict[int, float], hour: float) -> list[Profile]:
        best = sorted(votes.values())[-_CANDIDATES * 2 :]
        least = max(best[0], _LEAST * best[-1]) if best else 0.0
        ranked = sorted([(-vote, story) for story, vote in votes.items() if vote >= least])[: _CANDIDATES * 2]
        open_ = (self.stories[story] for _, story in ranked)
        return [profile for profile in open_ if hour - profile.first <= LIVES][:_CANDIDATES]

    def _post(self, words: Iterable[int], story: int) -> None:
        by_word = self._by_word
        for word in words:
            posting = by_word.get(word)
            if posting is None:
                by_word[word] = story
            elif isinstance(posting, int):
                if posting != story:
                    by_word[word] = array("I", (posting, story))
            elif posting[-1] != story:
                posting.append(story)

    def _postings(
        self, telling: Iterable[tuple[str, float]], words: Iterable[tuple[int, float]]
    ) -> Iterator[tuple[int, Collection[int], float]]:
        """For each feature how many stories share it, the newest of them, and its weight."""
        for name, weight in telling:
            stories = self._by_concept.get(self.names.known(name))
            if stories:
                yield len(stories), stories[-_NEWEST:], weight
        for word, weight in words:
            posting = self._by_word.get(word)
            if isinstance(posting, array):
                yield len(posting), dict.fromkeys(posting[-_NEWEST:]), weight
            elif posting is not None:
                yield 1, (posting,), weight

    def _forget(self, hour: float) -> None:
        """Drops stories past their age and all that leads to them."""
        while self._ages and self._ages[0][0] < hour - LIVES - 24:
            _, story = heapq.heappop(self._ages)
            profile = self.stories.get(story)
            if profile:
                self._unpost(profile)
                del self.stories[story]

    def _unpost(self, profile: Profile) -> None:
        """Takes a story out of all that leads to it."""
        story = profile.id
        for concept in profile.concepts.keys:
            stories = self._by_concept[concept]
            stories.remove(story)  # it is there once
            if not stories:
                del self._by_concept[concept]
        for word in profile.words.held().keys() | set(self._beyond.pop(story, ())):
            posting = self._by_word.get(word)
            if posting == story or (isinstance(posting, array) and _emptied(posting, story, profile.size)):
                del self._by_word[word]


def _emptied(stories: "array[int]", gone: int, most: int) -> bool:
    """Takes a story out of a list in which it stands so often at most; whether nothing is left."""
    sought = gone.to_bytes(stories.itemsize, sys.byteorder)
    while most:
        # Searched as bytes: lists of usual words are long, and most of what is searched for is gone after one.
        packed = stories.tobytes()
        at = packed.find(sought)
        while at >= 0 and at % stories.itemsize:
            at = packed.find(sought, at + 1)
        if at < 0:
            break
        del stories[at // stories.itemsize]
        most -= 1
    return not stories
