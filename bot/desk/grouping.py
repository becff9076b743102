"""Which articles of a stream report one story: identity first, then the ladder; the clock is `published`."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.desk import identity
from bot.desk.stories.copies import sketch
from bot.desk.stories.features import Features, features
from bot.desk.stories.ladder import Decision, Ladder
from bot.desk.stories.placing import restored
from bot.desk.stories.second_look import EVERY, SecondLook
from bot.desk.stories.thresholds import Thresholds
from bot.desk.text.urls import url_key
from bot.desk.topics import Gazetteer
from bot.model import Known, Text

#: Input may be out of order by this much; more is reported, and answered all the same.
DISORDER = timedelta(hours=6)
#: One article of the year 9999 would make all others late.
YEARS = range(1990, 2101)
_LONG_AGO = datetime(YEARS[0], 1, 2, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Submitted:
    """One article of the stream; an empty outlet or url equals nothing."""

    id: str | int  # as whoever sent it wrote it
    outlet: str
    title: str
    lead: str
    published: datetime  # aware
    url: str = ""
    lang: str = ""

    def keys(self) -> tuple[str, ...]:
        """Its address everywhere, its title within its outlet."""
        address = (f"url:{url_key(self.url)}",) if self.url else ()
        title = identity.title_key(self.outlet, self.title) if self.outlet else ""
        return (*address, title) if title else address

    def archived_keys(self) -> tuple[str, ...]:
        """The same, and its title within its host, as an archive knows it."""
        keys = self.keys()
        if not self.url:
            return keys
        host = keys[0].removeprefix("url:").partition("/")[0]
        return tuple(key for key in dict.fromkeys((*keys, identity.title_key(host, self.title))) if key)

    @property
    def hour(self) -> float:
        """When it was published, on the ladder's clock."""
        return self.published.timestamp() / 3600


class Grouping:
    """A stream's memory: every key met so far, and the window of open stories."""

    def __init__(
        self, gazetteer: Gazetteer, thresholds: Thresholds | None = None, *, second_look: bool = False
    ) -> None:
        self._gazetteer = gazetteer
        self._ladder = Ladder(thresholds)
        self._known: dict[str, Known] = {}
        self._articles: list[tuple[str | int, int]] = []
        self._before = 0  # articles of the archive have numbers up to this one
        self._recall: Callable[[Iterable[str]], Mapping[str, Known]] = _nothing
        self._stories = 0
        self._newest: datetime | None = None
        self._second = SecondLook(self._ladder)
        self._looking = second_look
        self._looked = float("-inf")

    def follow(
        self,
        kept: Iterable[tuple[int, int, datetime, str]],
        ids: tuple[int, int],
        recall: Callable[[Iterable[str]], Mapping[str, Known]],
    ) -> None:
        """Begins where an archive ends.

        Args:
            kept: the articles of its window, as `Placing.replay` takes them.
            ids: of its newest article and its newest story.
            recall: tells what it knows under identity keys.
        """
        self._before, self._stories = ids
        self._recall = recall
        for _, hour in restored(self._ladder, self._second, kept):
            when = datetime.fromtimestamp(hour * 3600, UTC)
            self._newest = max(self._newest or when, when)

    @property
    def newest(self) -> datetime:
        """When the newest article was published; long ago before there is one."""
        return self._newest or _LONG_AGO

    def late(self, article: Submitted) -> timedelta:
        """By how much an article is behind the newest one; zero when it is in order."""
        return max(timedelta(), self._newest - article.published) if self._newest else timedelta()

    def place(self, article: Submitted) -> dict[str, Any]:
        """The story and the outcome of one article, with the reason, as the machine interface prints them."""
        self._newest = max(self._newest or article.published, article.published)
        keys = article.keys()
        before = identity.find(keys, self._known, article.published) or self._archived(article)
        words = identity.content_hash(article.title, article.lead)
        decision = self._repeated(article, before, words) if before else self._judged(article)
        if before is None:
            number = self._before + len(self._articles) + 1
            before = Known(number, decision.story, words, article.title, article.published)
        self._articles.append((article.id, decision.story))
        for key in keys:
            self._known[key] = Known(before.article, decision.story, words, article.title, article.published)
        return self._answer(article.id, decision)

    def joins(self, now: datetime) -> Iterator[dict[str, Any]]:
        """What the second look joins at this time: an answer for every article that moves."""
        hour = now.timestamp() / 3600
        if not self._looking or hour - self._looked < EVERY:
            return
        self._looked = hour
        joins = self._second.found(hour)
        self._second.take(joins)
        for join in joins:
            for at, (name, story) in enumerate(self._articles):
                if story == join.gone:
                    self._articles[at] = (name, join.kept)
                    yield self._answer(name, Decision("merge", join.kept, 0, 7, join.score, join.why))
            self._known = {
                key: Known(one.article, join.kept, one.content_hash, one.title, one.seen)
                if one.story == join.gone
                else one
                for key, one in self._known.items()
            }

    def _archived(self, article: Submitted) -> Known | None:
        """The article of the archive that this one is."""
        found = self._recall(article.archived_keys())
        before = identity.find(article.archived_keys(), found, article.published)
        if before is None:
            return None
        before = replace(before, story=self._ladder.story_now(before.story))
        self._known |= {key: before for key, one in found.items() if one.article == before.article}
        return before

    def _repeated(self, article: Submitted, before: Known, words: str) -> Decision:
        shared = next(
            key for key in article.archived_keys() if key in self._known and self._known[key].article == before.article
        )
        changed = before.content_hash != words
        why = {"shared": shared, "words": "other" if changed else "equal"}
        outcome, rung = ("revision", 1) if changed else ("duplicate", 0)
        return Decision(outcome, before.story, before.article, rung, 1.0, why)

    def _judged(self, article: Submitted) -> Decision:
        seen = read(article, self._gazetteer)
        number = self._before + len(self._articles) + 1
        decision = self._ladder.decide(seen, article.hour, self._stories + 1)
        if decision.opens:
            self._stories += 1
        seen = self._ladder.take(decision, number, seen, article.hour)
        if self._looking:
            self._second.watch(decision.story, lambda: seen, article.hour)
        return decision

    def _answer(self, name: str | int, decision: Decision) -> dict[str, Any]:
        answer: dict[str, Any] = {"id": name, "story": f"s{decision.story}", "outcome": decision.outcome}
        if decision.related_to:
            earlier = decision.outcome in {"copy", "revision", "duplicate"}
            answer["related_to"] = self._named(decision.related_to) if earlier else f"s{decision.related_to}"
        return {**answer, "rung": decision.rung, "score": decision.score, "why": decision.why}

    def _named(self, number: int) -> str | int:
        """An earlier article as it was submitted; one of the archive by its number there."""
        return str(number) if number <= self._before else self._articles[number - self._before - 1][0]


def _nothing(_: Iterable[str]) -> Mapping[str, Known]:
    return {}


def read(article: Submitted, gazetteer: Gazetteer) -> Features:
    """The features of an article of the stream."""
    text = Text(str(article.id), article.title, article.lead, lang=article.lang)
    return features(text, gazetteer, sketch(article.lead))


def read_time(value: Mapping[str, Any], unknown: datetime) -> datetime | None:
    """The ISO 8601 instant of an input object; None when it is missing, malformed, without a zone or out of `YEARS`.

    Args:
        value: as it was sent; a `published` of null says that the outlet gave no time.
        unknown: what then counts, unless the object says when it was first seen, as an archive does.
    """
    told = value.get("published", "")
    if told is None:
        told = value.get("first_seen") or unknown.isoformat()
    try:
        when = datetime.fromisoformat(str(told))
    except ValueError:
        return None
    return when if when.tzinfo and when.year in YEARS else None
