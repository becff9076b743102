"""The alerts of a period told again: what another gazetteer, other topics or thresholds would have changed."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.desk.archived import as_text
from bot.desk.reading import Desk
from bot.desk.stories.placing import Placing
from bot.desk.stories.thresholds import Thresholds
from bot.model import Article, Rule, RuleHit


@dataclass(frozen=True, slots=True)
class Setting:
    """What a period is replayed with."""

    desk: Desk
    rules: Mapping[int, Rule]  # the active ones, by id
    thresholds: Thresholds
    ungrouped: frozenset[str] = frozenset()  # sources that stay out of grouping


@dataclass(slots=True)
class Replayed:
    """What was told in one replay."""

    articles: int = 0
    stories: int = 0
    alerts: dict[tuple[int, int], int] = field(default_factory=dict)  # (destination, article) to the story
    quiet: dict[tuple[int, int], int] = field(default_factory=dict)  # told before: by which article
    replies: dict[tuple[int, int], int] = field(default_factory=dict)  # those of them that reply quietly to its alert
    _told: dict[tuple[int, int], int] = field(default_factory=dict)  # (destination, story): the article that told it

    def tell(self, destination: int, article: int, story: int, parent: int) -> None:
        """An article meets a rule of a destination; `parent` is the story that a follow-up continues, 0 for none."""
        before = self._told.get((destination, story), 0)
        if before:
            self.quiet[destination, article] = before
            return
        continued = self._told.get((destination, parent), 0)
        self._told[destination, story] = article
        if continued:
            self.quiet[destination, article] = self.replies[destination, article] = continued
            return
        self.alerts[destination, article] = story


@dataclass(frozen=True, slots=True)
class Change:
    """One alert that the two replays tell otherwise."""

    kind: str  # added removed merged split
    article: int
    destination: int
    other: int = 0  # the article whose alert it was merged into, or split off from


def replay(articles: Iterable[Article], setting: Setting) -> Replayed:
    """Grades, matches and groups stored articles in their order, and tells their stories. Bodies are not looked at."""
    placing = Placing(setting.desk.classifier.gazetteer, setting.thresholds)
    done = Replayed()
    for article in articles:
        done.articles += 1
        text, judgement = setting.desk.classifier.graded(as_text(article))
        hits = [hit for hit in setting.desk.rules.match(text) if _counts(hit, setting.rules, judgement.grade)]
        story, parent = done.stories + 1, 0
        if (judgement.grade or hits) and article.source not in setting.ungrouped:
            placed = placing.place(article, "", story)
            story = placed.story
            parent = placed.related_to if placed.outcome == "thread" else 0
            done.stories += placed.opens
        else:
            done.stories += 1
        for destination in sorted({setting.rules[hit.rule].destination for hit in hits}):
            done.tell(destination, article.id, story, parent)
    return done


def changes(before: Replayed, after: Replayed) -> tuple[Change, ...]:
    """What another setting changes, by article.

    An alert that is quiet now because another told its story was merged; one that is told now though its story had been
    told was split off; the others are gone or new.
    """
    found = [_change("removed", "merged", key, after.quiet) for key in before.alerts.keys() - after.alerts.keys()]
    found += [_change("added", "split", key, before.quiet) for key in after.alerts.keys() - before.alerts.keys()]
    return tuple(sorted(found, key=lambda one: (one.article, one.destination)))


def replies_changed(before: Replayed, after: Replayed) -> int:
    """How many quiet replies only one of two replays makes, or makes below another alert."""
    return len({key for key, _ in before.replies.items() ^ after.replies.items()})


def _change(plain: str, moved: str, key: tuple[int, int], quiet: Mapping[tuple[int, int], int]) -> Change:
    destination, article = key
    other = quiet.get(key, 0)
    return Change(moved if other else plain, article, destination, other)


def _counts(hit: RuleHit, rules: Mapping[int, Rule], grade: int) -> bool:
    rule = rules.get(hit.rule)
    return rule is not None and not rule.paused and grade >= rule.min_grade


def counted(
    found: Sequence[Change], kinds: Collection[str] = ("added", "removed", "merged", "split")
) -> dict[str, int]:
    """How many changes there are of each kind."""
    return {kind: sum(one.kind == kind for one in found) for kind in kinds}
