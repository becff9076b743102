"""The story desk of the house: places articles among the open stories, and takes in what was remembered."""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import partial

from bot.desk.stories.copies import sketch
from bot.desk.stories.features import Features, features
from bot.desk.stories.kept import Unreadable, from_text, share_from_text, to_text
from bot.desk.stories.ladder import Decision, Ladder
from bot.desk.stories.second_look import Join, SecondLook
from bot.desk.stories.thresholds import Thresholds
from bot.desk.topics import Gazetteer
from bot.model import Article, Placement, Text


class Placing:
    """The window of open stories and what places articles in it.

    One thread at a time: the house uses it in the writer's steps only. What a step took in that was then not committed
    shows as an article newer than the archive's: the desk is then to be made anew.
    """

    def __init__(self, gazetteer: Gazetteer, thresholds: Thresholds | None = None) -> None:
        self._gazetteer = gazetteer
        self._ladder = Ladder(thresholds)
        self._second = SecondLook(self._ladder)
        self.newest = 0  # the newest article taken in

    def place(self, article: Article, body: str, story: int) -> Placement:
        """Where an article belongs, `story` being the id that it would open; takes it in at once.

        Args:
            article: with its id and times; its story is not looked at.
            body: of the article, for finding copies; "" when only the lead is known.
            story: the next free story id.
        """
        seen = self._read(article, body)
        hour = hour_of(article)
        decision = self._ladder.decide(seen, hour, story)
        seen = self._ladder.take(decision, article.id, seen, hour)
        self._second.watch(decision.story, lambda: seen, hour)
        self.newest = max(self.newest, article.id)
        return _placement(article.id, decision, seen)

    def replay(self, kept: Iterable[tuple[int, int, datetime, str]]) -> None:
        """Takes in stored articles in the order of their ids: (article, story, when, features)."""
        for article, _ in restored(self._ladder, self._second, kept):
            self.newest = max(self.newest, article)

    def joins(self, now: datetime) -> tuple[Join, ...]:
        """Young stories that turn out to be others, at this time (aware); nothing is changed yet."""
        return self._second.found(now.timestamp() / 3600)

    def join(self, joins: Iterable[Join]) -> None:
        """The joins have been written down."""
        self._second.take(joins)

    def _read(self, article: Article, body: str) -> Features:
        text = Text(str(article.id), article.title, article.lead, lang=article.lang)
        return features(text, self._gazetteer, sketch(body or article.lead))


def restored(
    ladder: Ladder, second: SecondLook, kept: Iterable[tuple[int, int, datetime, str]]
) -> Iterator[tuple[int, float]]:
    """Takes in stored articles, one by one: (article, story, when, features); yields each with its hour."""
    for article, story, when, data in kept:
        hour = when.timestamp() / 3600
        try:
            share = share_from_text(data)
        except Unreadable:
            pass  # of an older release: nothing joins what it told
        else:
            ladder.restore(story, article, share, hour)
            second.watch(story, partial(from_text, data), hour)
        yield article, hour


def hour_of(article: Article) -> float:
    """When an article was published as far as we know, never after it was seen; in hours of the epoch."""
    when = min(article.published, article.first_seen) if article.published else article.first_seen
    return when.timestamp() / 3600


def _placement(article: int, decision: Decision, seen: Features) -> Placement:
    return Placement(
        article=article,
        story=decision.story,
        outcome=decision.outcome,
        related_to=decision.related_to,
        rung=decision.rung,
        score=decision.score,
        why=json.dumps(decision.why, ensure_ascii=False, separators=(",", ":")),
        features=to_text(seen),
        opens=decision.opens,
    )
