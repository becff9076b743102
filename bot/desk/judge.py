"""The one decision: what a poll's readings amount to, given what is remembered. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.desk import health, identity
from bot.desk.aftermath import Circumstances, after_failure, after_success
from bot.desk.alerts import alerts_for
from bot.desk.candidates import wants_page
from bot.desk.reading import UNREAD
from bot.desk.rhythm import UNKNOWN, Rhythm
from bot.desk.stories.placing import Placing
from bot.model import (
    Alert,
    Article,
    Fetched,
    Judgement,
    Known,
    Memory,
    Parsed,
    Placement,
    Precision,
    Reading,
    Revision,
    Sighting,
    Source,
    Story,
    Verdict,
)


class Unread(Exception):  # noqa: N818 - a state: read the document again, whole
    """An item that was taken for known is not, or its words are others now."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What the operator and the composition root lay down for one decision."""

    hold: timedelta = timedelta(seconds=90)  # alerts wait this long for copies
    roll: float = 0.5  # 0 ≤ roll < 1, spreads the next visit
    rhythm: Rhythm = UNKNOWN  # the source's habits
    outage: str = ""  # why it is us who are offline, in words
    placing: Placing | None = None  # the open stories; None: every article tells its own


@dataclass(slots=True)
class _News:
    """What one document adds, while it is being read."""

    articles: list[Article] = field(default_factory=list)
    judgements: list[Judgement | None] = field(default_factory=list)
    folded: list[tuple[str, str] | None] = field(default_factory=list)
    stories: list[Story] = field(default_factory=list)
    sightings: list[Sighting] = field(default_factory=list)
    revisions: list[Revision] = field(default_factory=list)
    alerts: list[Alert] = field(default_factory=list)
    placements: list[Placement] = field(default_factory=list)
    wanted: list[int] = field(default_factory=list)
    skipped: int = 0


def judge(
    source: Source,
    fetched: Fetched,
    parsed: Parsed,
    readings: Sequence[Reading],
    memory: Memory,
    now: datetime,
    terms: Terms,
) -> Verdict:
    """Decides what is new, what is known, who is told, and when the outlet is asked again.

    A failed visit keeps the validators it was made with; an unchanged one counts as good.
    """
    cause, reason = health.failure_of(fetched, parsed)
    if not cause:
        cause, reason = health.misshapen(source, readings)
    around = Circumstances(now, terms.roll, terms.rhythm, terms.outage)
    if cause:
        return Verdict(after_failure(source, fetched, memory.state, around, cause, reason))
    news = _News()
    known = dict(memory.known)
    # Most documents name their newest first; of two steps of a saga the earlier is told first.
    for reading in sorted(readings, key=lambda one: one.item.published or now):
        _consider(reading, source, memory, known, news, now, terms)
    return Verdict(
        state=after_success(source, fetched, parsed, readings, len(news.articles), memory.state, around),
        articles=tuple(news.articles),
        judgements=tuple(news.judgements),
        folded=tuple(news.folded),
        stories=tuple(news.stories),
        sightings=tuple(news.sightings),
        revisions=tuple(news.revisions),
        alerts=tuple(news.alerts),
        placements=tuple(news.placements),
        items=len(readings),
        wanted=tuple(news.wanted),
        skipped=news.skipped,
    )


def _consider(
    reading: Reading,
    source: Source,
    memory: Memory,
    known: dict[str, Known],
    news: _News,
    now: datetime,
    terms: Terms,
) -> None:
    if not reading.keys:
        news.skipped += 1
        return
    before = identity.find(reading.keys, known, now)
    if reading.judgement is UNREAD and _needed(reading, source, before):
        raise Unread
    if before is None:
        article, placement = _open(reading, source, memory, news, now, terms)
        before = Known(article.id, article.story, article.content_hash, article.title, now, source.id)
        if _is_news(article, source, memory, now):
            news.alerts += _alerts(reading, source, memory, article, placement, now, terms)
            if wants_page(reading, source):
                news.wanted.append(article.id)
    elif _reworded(reading, source, before):
        news.revisions.append(_revision(reading, before, now))
        before = replace(before, content_hash=reading.content_hash, title=reading.item.title)
    item = reading.item
    news.sightings.append(Sighting(before.article, source.id, item.guid, reading.url, reading.keys, now))
    known.update(dict.fromkeys(reading.keys, before if before.seen == now else replace(before, seen=now)))


def _needed(reading: Reading, source: Source, before: Known | None) -> bool:
    return before is None or _reworded(reading, source, before)


def _reworded(reading: Reading, source: Source, before: Known) -> bool:
    return source.id == before.source and reading.content_hash != before.content_hash


def _open(
    reading: Reading, source: Source, memory: Memory, news: _News, now: datetime, terms: Terms
) -> tuple[Article, Placement | None]:
    """A new article in its story, which it may have opened."""
    item = reading.item
    fresh = memory.next_story + len(news.stories)
    dated = item.published is not None and item.published <= now + source.future_skew
    article = Article(
        id=memory.next_article + len(news.articles),
        source=source.id,
        url=reading.url,
        title=item.title,
        lead=item.summary,
        lang=reading.lang,
        # A date further ahead than clocks may differ is no date (sources.md 5.1).
        published=item.published if dated else None,
        precision=item.precision if dated else Precision.NONE,
        first_seen=now,
        content_hash=reading.content_hash,
        story=fresh,
        grade=reading.judgement.grade,
        score=reading.judgement.score,
        topics=reading.judgement.topics,
        outlet=source.name,
        side=source.side,
        kind=source.kind,
        state_media=source.state_media,
    )
    # What is off topic and hit nobody's rule is shown to nobody: comparing it with the open stories would be the
    # dearest part of a poll (measured November 2026: two thirds of the CPU of a document of ordinary news), and the
    # reasons of its grade, found again from its words when they are asked for, a sixth of what storing it costs.
    wanted = reading.judgement.grade > 0 or reading.matches
    placement = terms.placing.place(article, item.body, fresh) if terms.placing and source.group and wanted else None
    if placement:
        article = replace(article, story=placement.story)
        news.placements.append(placement)
    if placement is None or placement.opens:
        news.stories.append(Story(fresh, item.title, now, now))
    news.articles.append(article)
    news.judgements.append(reading.judgement if wanted or article.topics else None)
    news.folded.append(reading.folded)
    return article, placement


def _alerts(
    reading: Reading,
    source: Source,
    memory: Memory,
    article: Article,
    placement: Placement | None,
    now: datetime,
    terms: Terms,
) -> tuple[Alert, ...]:
    """Whoever was told of the story already is told no more, or quietly what is new in it."""
    alerts = alerts_for(reading, source, memory, article.story, article.id, now, terms.hold)
    if placement is None or placement.outcome != "thread":
        return alerts
    parent = f"story:{placement.related_to or placement.story}"
    return tuple(replace(alert, parent=parent) for alert in alerts)


def _is_news(article: Article, source: Source, memory: Memory, now: datetime) -> bool:
    """Whether a newly stored article may ping: not in a silent baseline, and not an old one resurfacing."""
    if source.baseline == "silent" and not memory.state.baselined:
        return False
    return article.published is None or now - article.published <= source.max_age


def _revision(reading: Reading, before: Known, now: datetime) -> Revision:
    item, judgement = reading.item, reading.judgement
    return Revision(
        article=before.article,
        title=item.title,
        lead=item.summary,
        content_hash=reading.content_hash,
        seen=now,
        grade=judgement.grade,
        score=judgement.score,
        topics=judgement.topics,
    )
