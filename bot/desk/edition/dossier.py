"""A story as the day's mail knows it: made once, told to every reader whose rules hit it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.desk.edition.coverage import Origin, Voice, independent, is_official, outlet_of, voices
from bot.desk.edition.expected import Expected, dated
from bot.desk.edition.novelty import novelty
from bot.desk.edition.silence import Silence, Watched, silence
from bot.model import Article, Story


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a day beside its stories."""

    start: datetime  # UTC; what was seen before was told before
    end: datetime
    every: Mapping[str, timedelta] = field(default_factory=dict)  # by source
    listening: Sequence[Watched] = ()
    others: Sequence[Article] = ()  # what was seen in the day
    names: Mapping[int, frozenset[str]] = field(default_factory=dict)  # concepts of headlines, by article
    origins: Mapping[int, Origin] = field(default_factory=dict)  # by article


@dataclass(frozen=True, slots=True)
class Dossier:
    """A story and what can be said of it."""

    story: Story
    voices: tuple[Voice, ...]
    names: frozenset[str]  # of its outlets
    independent: int  # outlets that did not merely reprint
    official: int  # outlets that are governments
    old: bool  # whether it was there to be told before this day
    news: tuple[str, ...] = ()  # what is new in an old story; see novelty
    continues: str = ""  # the headline of the story that this one carries on
    silence: Silence | None = None
    ahead: tuple[Expected, ...] = ()  # coming days that it names

    @property
    def outlets(self) -> int:
        """How many outlets report it."""
        return len(self.names)

    @property
    def repeats(self) -> bool:
        """Whether there is nothing to tell that was not told before."""
        return self.old and not self.news

    @property
    def updates(self) -> bool:
        """Whether it tells something new of something told before."""
        return bool(self.news)


def open_dossier(story: Story, facts: Facts, *, continues: str = "") -> Dossier:
    """Everything that the mail says of a story.

    Args:
        story: with its articles until the end of the day.
        facts: of the day.
        continues: the headline of an earlier story of the same saga.
    """
    articles = story.articles
    before = [article for article in articles if article.first_seen < facts.start]
    fresh = [article for article in articles if article.first_seen >= facts.start]
    news = novelty(before, fresh)
    if continues and not before:
        news = ("phase",)
    return Dossier(
        story=story,
        voices=voices(articles, facts.every),
        names=frozenset(map(outlet_of, articles)),
        independent=independent(articles, facts.origins),
        official=len({outlet_of(article) for article in articles if is_official(article)}),
        old=bool(before),
        news=news,
        continues=continues,
        silence=silence(
            articles,
            (other for other in facts.others if other.story != story.id),
            facts.names,
            facts.listening,
            facts.end,
        ),
        ahead=tuple({one.day: one for one in reversed(dated(articles, facts.end))}.values()),
    )
