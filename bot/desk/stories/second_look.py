"""The second look: young stories are held against the others again; two may be joined, none is ever split."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from bot.desk.stories.features import Features
from bot.desk.stories.ladder import Ladder
from bot.desk.stories.likeness import Reader, compare, share_out

#: Hours: how old a story may be, and how often they are looked at.
YOUNG, EVERY = 6.0, 5 / 60


@dataclass(frozen=True, slots=True)
class Join:
    """Two stories that turn out to be one."""

    gone: int  # the younger
    kept: int
    score: float
    why: dict[str, Any]


class SecondLook:
    """The articles of young stories, read again when more is known."""

    def __init__(self, ladder: Ladder) -> None:
        self._ladder = ladder
        self._young: dict[int, list[Callable[[], Features]]] = {}
        self._first: dict[int, float] = {}
        self._dropped = float("-inf")

    def watch(self, story: int, read: Callable[[], Features], hour: float) -> None:
        """An article, to be read when it is looked at, has joined a story, or opened it."""
        if hour - self._dropped > 1.0:
            self._drop(hour)
        self._first.setdefault(story, hour)
        self._young.setdefault(story, []).append(read)

    def found(self, hour: float) -> tuple[Join, ...]:
        """The joins of this moment, the youngest story first; changes nothing that is decided.

        A story takes part in one join at most: what it is then is looked at the next time.
        """
        self._drop(hour)
        joins: list[Join] = []
        taken: set[int] = set()
        for gone in sorted(self._young, key=lambda one: (-self._first[one], -one)):
            join = None if gone in taken else self._older(gone)
            if join and join.kept not in taken:
                taken |= {gone, join.kept}
                joins.append(join)
        return tuple(joins)

    def take(self, joins: Iterable[Join]) -> None:
        """Joins are kept: the window follows."""
        for join in joins:
            self._ladder.join(join.kept, join.gone)
            if join.kept in self._young:
                self._young[join.kept] += self._young[join.gone]
            self._young.pop(join.gone, None)
            self._first.pop(join.gone, None)

    def _drop(self, hour: float) -> None:
        self._dropped = hour
        for story in [one for one, first in self._first.items() if hour - first > YOUNG]:
            del self._first[story], self._young[story]

    def _older(self, story: int) -> Join | None:
        """The older story that all articles of this one report, too."""
        window, bands = self._ladder.window, self._ladder.thresholds
        profile = window.stories.get(story)
        if profile is None:
            return None
        scores: dict[int, float] = {}
        shared: dict[int, dict[str, list[float | str]]] = {}
        vetoed: set[int] = set()
        articles = self._young[story]
        for read in articles:
            reader = Reader(read(), window, profile.last)
            found = [reader.against(one) for one in reader.candidates() if one.id != story]
            compare(found)
            share_out(found, bands.weights)
            for one in found:
                scores[one.story.id] = scores.get(one.story.id, 0.0) + one.score / len(articles)
                if one.vetoes:
                    vetoed.add(one.story.id)
                shared.setdefault(one.story.id, reader.shared(one.story))
        able = [one for one in scores if one < story and one not in vetoed]
        best = max(able, key=lambda one: (scores[one], -one), default=0)
        if not best or scores[best] < bands.join:
            return None
        why = {
            "story": best,
            "needed": bands.join,
            "shared": dict(list(shared[best].items())[:8]),
            "vetoes": [],
            "rules": bands.version,
        }
        return Join(story, best, round(scores[best], 4), why)
