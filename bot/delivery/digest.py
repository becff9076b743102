"""The day's mail: which stories, in which order, as text and as HTML."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from typing import Any

import css_inline
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from bot.delivery.compose import also_in, first_line, headline, why
from bot.delivery.labels import Labels, labels_for
from bot.delivery.moments import appeared, day, zone
from bot.delivery.snippet import excerpt
from bot.delivery.typography import ascii_host, clean, cut, web_address
from bot.model import Article, Delivery, Mailing, Message, Rule, RuleHit, Story

WHOLE = "china-korea-chips"  # the topic of everything: a narrower one tells more
QUIET = 3  # stories; up to here the day is called quiet
#: Bytes of the HTML part, in UTF-8 as well as in either encoding of mail: Gmail clips at about 102 KB.
LARGEST = 90_000
_NO_MAILING = Mailing()
_SUBJECT_HEADLINE = 90  # UTF-16 units


@dataclass(frozen=True, slots=True)
class Entry:
    """A story with the article that speaks for it."""

    story: Story
    article: Article
    hits: tuple[RuleHit, ...]

    @property
    def rank(self) -> tuple[int, bool, int, int, float]:
        """Higher comes first: grade, hit in a title, independent outlets, sides, score."""
        outlets = {article.outlet or article.source for article in self.story.articles}
        sides = {article.side for article in self.story.articles}
        in_title = any(hit.field == "title" for found in self.hits for hit in found.hits)
        return self.article.grade, in_title, len(outlets), len(sides), self.article.score


@dataclass(frozen=True, slots=True)
class Section:
    """A topic's stories, the weightiest first."""

    topic: str  # id; "" for matches outside every topic
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """An entry in words, for both parts of the mail."""

    first_line: str
    headline: str
    lead: str
    also_in: str
    why: str
    url: str
    host: str


def arrange(chosen: Sequence[tuple[Article, tuple[RuleHit, ...]]]) -> tuple[Section, ...]:
    """Group a reader's articles by topic, then story; the weightiest topic and story first."""
    stories: dict[int, list[tuple[Article, tuple[RuleHit, ...]]]] = {}
    for article, hits in chosen:
        stories.setdefault(article.story, []).append((article, hits))
    sections: dict[str, list[Entry]] = {}
    for number, found in stories.items():
        entry = _entry(number, found)
        sections.setdefault(_topic(entry.article), []).append(entry)
    ranked = (
        Section(topic, tuple(sorted(entries, key=lambda entry: entry.rank, reverse=True)))
        for topic, entries in sections.items()
    )
    return tuple(sorted(ranked, key=lambda section: (section.topic != "", section.entries[0].rank), reverse=True))


def compose_digest(
    delivery: Delivery,
    chosen: Sequence[tuple[Article, tuple[RuleHit, ...]]],
    rules: Mapping[int, Rule],
    now: datetime,
    *,
    topics: Mapping[str, str] | None = None,
    mailing: Mailing = _NO_MAILING,
    room: int = LARGEST,
) -> Message:
    """Lay out one reader's day.

    Args:
        delivery: the row; its event names the day.
        chosen: what the reader's rules hit.
        rules: by id.
        now: UTC.
        topics: their names in the reader's language, by id.
        mailing: where the mail is stopped and read whole; person and day are filled in here.
        room: bytes that the HTML part may have; 0: as many as it takes, for the page that shows all of it.
    """
    del room  # every story is told, however many
    labels, sections = labels_for(delivery.lang), arrange(chosen)
    when = day(_local_day(delivery, now), labels)
    told = [
        (
            _name(section.topic, topics or {}, labels),
            [_told(delivery, entry, rules, labels) for entry in section.entries],
        )
        for section in sections
    ]
    stories = sum(len(section.entries) for section in sections)
    counts = labels.counted(stories, len({article.outlet or article.source for article, _ in chosen}))
    subject = labels.digest_quiet_subject.format(day=when)
    summary = labels.quiet_none
    if told:
        top = cut(told[0][1][0].headline, _SUBJECT_HEADLINE)
        subject = labels.digest_subject.format(headline=top, **counts)
        summary = labels.digest_counts.format(**counts)
        summary = f"{labels.quiet_few} {summary}" if stories <= QUIET else summary
    heading = labels.digest_heading.format(day=when)
    page = {"lang": delivery.lang, "heading": heading, "summary": summary, "sections": told, "labels": labels}
    return Message(
        text=_template("digest.txt.j2").render(page).strip() + "\n",
        html=_inliner().inline(_template("digest.html.j2").render(page)),
        subject=subject,
        silent=delivery.silent,
        key=delivery.key,
        date=delivery.created,
        mailing=replace(mailing, person=delivery.destination.subscriber, day=_local_day(delivery, now).date()),
    )


def _entry(number: int, found: Sequence[tuple[Article, tuple[RuleHit, ...]]]) -> Entry:
    """The article of the highest grade speaks for the story, the earliest among equals."""
    by_time = sorted(found, key=lambda pair: (appeared(pair[0]), pair[0].id))
    article, _ = max(by_time, key=lambda pair: (pair[0].grade, -appeared(pair[0]).timestamp()))
    articles = tuple(each for each, _ in by_time)
    hits = {hit.rule: hit for _, several in reversed(by_time) for hit in several}
    hits.update({hit.rule: hit for each, several in by_time if each is article for hit in several})
    story = Story(number, article.title, articles[0].first_seen, articles[-1].first_seen, articles)
    return Entry(story, article, tuple(hits.values()))


def _topic(article: Article) -> str:
    narrow = [topic for topic in article.topics if topic != WHOLE]
    return narrow[0] if narrow else WHOLE if article.topics else ""


def _name(topic: str, names: Mapping[str, str], labels: Labels) -> str:
    return names.get(topic) or topic.replace("-", " ") or labels.other_topic


def _told(delivery: Delivery, entry: Entry, rules: Mapping[int, Rule], labels: Labels) -> Told:
    article = entry.article
    shown = [hit for found in entry.hits for hit in found.hits if hit.field == "lead" and hit.end <= len(article.lead)]
    start, end = excerpt(article.lead, shown)
    lead = clean(article.lead[start:end]).strip()
    address = web_address(article.url)
    return Told(
        first_line=first_line(delivery, article, labels),
        headline=headline(article),
        lead="" if lead == headline(article) else lead,
        also_in=also_in(delivery, entry.story, article, labels),
        why=why(entry.hits, rules, labels),
        url=address,
        host=ascii_host(address),
    )


def _local_day(delivery: Delivery, now: datetime) -> datetime:
    """The digest's day as its event names it: a late mail keeps its date."""
    local = now.astimezone(zone(delivery.tz))
    try:
        named = date.fromisoformat(delivery.event.removeprefix("digest:"))
    except ValueError:
        return local
    return local.replace(year=named.year, month=named.month, day=named.day)


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("bot.delivery", "templates"),
        autoescape=select_autoescape(enabled_extensions=("html.j2",)),
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )


@cache
def _inliner() -> css_inline.CSSInliner:
    return css_inline.CSSInliner(load_remote_stylesheets=False, keep_style_tags=True)


def _template(name: str) -> Any:
    return _environment().get_template(name)
