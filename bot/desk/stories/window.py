"""The stories of the last days, and where to look for those that an article may report. Bounded by time and count."""

import heapq
from collections import deque
from collections.abc import Iterator

from bot.desk.stories.features import Features
from bot.desk.stories.likeness import Reader
from bot.desk.stories.rarity import Rarity
from bot.desk.stories.story import Profile

#: Hours since a story's last article after which nothing joins it, and since its first.
JOINS, LIVES = 76.0, 168.0
_POSTINGS = 400
_CONCEPTS, _WORDS, _CANDIDATES = 14, 6, 16
#: Postings read for one article, the shortest first: what few stories share tells most.
_LOOKED = 600
#: A candidate has at least this share of the best one's votes.
_LEAST = 0.1


class Window:
    """Open stories by id, and by the features that lead to them."""

    def __init__(self) -> None:
        self.stories: dict[int, Profile] = {}
        self.rarity = Rarity()
        self._postings: dict[str, deque[int]] = {}
        self._ages: list[tuple[float, int]] = []

    def take(self, story: int, article: Features, hour: float) -> None:
        """An article joins a story, or opens it."""
        self._forget(hour)
        profile = self.stories.get(story)
        if profile is None:
            profile = self.stories[story] = Profile(story, hour, hour)
            heapq.heappush(self._ages, (hour, story))
        for name in _names(article):
            if name not in profile.posted:
                profile.posted.add(name)
                self._postings.setdefault(name, deque(maxlen=_POSTINGS)).append(story)
        profile.add(article, hour)
        self.rarity.add(article.concepts, article.words, article.sounds, hour)

    def candidates(self, reader: Reader) -> list[Profile]:
        """The open stories that share most of what tells, the likeliest first."""
        votes: dict[int, float] = {}
        looked = 0
        postings = self._postings
        led = [
            (len(postings[name]), name, weight)
            for name, weight in reader.telling(_CONCEPTS, _WORDS)
            if name in postings
        ]
        for length, name, weight in sorted(led):
            looked += length
            if looked > _LOOKED and votes:
                break
            for story in postings[name]:
                votes[story] = votes.get(story, 0.0) + weight
        least = _LEAST * max(votes.values(), default=0.0)
        ranked = sorted((-vote, story) for story, vote in votes.items() if vote >= least)[: _CANDIDATES * 2]
        return list(self._open([story for _, story in ranked], reader.hour))[:_CANDIDATES]

    def join(self, kept: int, gone: int) -> None:
        """Two stories turn out to be one."""
        other = self.stories.pop(gone, None)
        if other is None or kept not in self.stories:
            return
        self.stories[kept].absorb(other)
        for name in other.posted - self.stories[kept].posted:
            self._postings.setdefault(name, deque(maxlen=_POSTINGS)).append(kept)
        self.stories[kept].posted |= other.posted

    def _open(self, stories: list[int], hour: float) -> Iterator[Profile]:
        for story in stories:
            profile = self.stories.get(story)
            if profile and hour - profile.first <= LIVES:
                yield profile

    def _forget(self, hour: float) -> None:
        """Drops stories past their age; their postings are few each and go with the next sweep."""
        swept = False
        while self._ages and self._ages[0][0] < hour - LIVES - 24:
            _, story = heapq.heappop(self._ages)
            profile = self.stories.pop(story, None)
            if profile:
                swept = True
                for name in profile.posted:
                    posting = self._postings.get(name)
                    while posting and posting[0] not in self.stories:
                        posting.popleft()
                    if posting is not None and not posting:
                        del self._postings[name]
        if swept and not self.stories:
            self._postings.clear()


def _names(article: Features) -> Iterator[str]:
    """What an article is found by."""
    yield from article.concepts
    for word in article.words:
        yield f"{article.lang}:{word}"
