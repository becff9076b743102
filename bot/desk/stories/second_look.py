"""The second look: young stories are held against each other again; two may be joined, none is ever split."""

from collections.abc import Iterator
from typing import Any

from bot.desk.stories.features import Features
from bot.desk.stories.ladder import Ladder
from bot.desk.stories.likeness import Reader, compare, share_out

#: Hours: how old a story may be, and how often they are looked at.
YOUNG, EVERY = 6.0, 5 / 60


class SecondLook:
    """The articles of young stories, read again when more is known."""

    def __init__(self, ladder: Ladder) -> None:
        self._ladder = ladder
        self._young: dict[int, list[Features]] = {}
        self._first: dict[int, float] = {}
        self._looked = float("-inf")

    def watch(self, story: int, article: Features, hour: float) -> None:
        """An article has joined a story, or opened it."""
        self._first.setdefault(story, hour)
        self._young.setdefault(story, []).append(article)

    def joins(self, hour: float) -> Iterator[tuple[int, int, float, dict[str, Any]]]:
        """The joins of this moment: the story that goes, the older that stays, the score and the reason."""
        if hour - self._looked < EVERY:
            return
        self._looked = hour
        for story in [one for one, first in self._first.items() if hour - first > YOUNG]:
            del self._first[story], self._young[story]
        for gone in sorted(self._young, key=lambda one: (-self._first[one], -one)):
            found = self._older(gone)
            if found:
                kept, score, why = found
                self._ladder.window.join(kept, gone)
                self._young.setdefault(kept, []).extend(self._young.pop(gone))
                self._first.setdefault(kept, self._first[gone])
                del self._first[gone]
                yield gone, kept, score, why

    def _older(self, story: int) -> tuple[int, float, dict[str, Any]] | None:
        """The older story that all articles of this one report, too."""
        window, bands = self._ladder.window, self._ladder.thresholds
        profile = window.stories.get(story)
        if profile is None:
            return None
        scores: dict[int, float] = {}
        for article in self._young[story]:
            reader = Reader(article, window, profile.last)
            found = [reader.against(one) for one in reader.candidates() if one.id != story]
            if not found:
                return None
            compare(found)
            share_out(found, bands.weights)
            for one in found:
                if not one.vetoes and one.story.id < story:
                    scores[one.story.id] = scores.get(one.story.id, 0.0) + one.score / len(self._young[story])
        best = max(scores, key=lambda one: (scores[one], -one), default=0)
        if not best or scores[best] < bands.same:
            return None
        score = round(scores[best], 4)
        return best, score, {"second look": story, "needed": bands.same, "rules": bands.version}
