"""The day's mail of one reader: arranged, put into words, within what a mail program shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from functools import partial
from operator import attrgetter
from typing import Any

from bot.delivery.compose import headline, why
from bot.delivery.digest_backdrop import Backdrop, Sick
from bot.delivery.digest_chat import in_chat
from bot.delivery.digest_page import LARGEST, Block, block, cost, lay_out, spark
from bot.delivery.digest_story import counts, gloss_line, tell
from bot.delivery.digest_words import Words, words_for
from bot.delivery.labels import Labels, labels_for
from bot.delivery.moments import clock, day, zone
from bot.delivery.typography import clean, cut, web_address
from bot.desk.edition import Chosen, Dossier, Entry, Expected, Facts, Section, arrange, open_dossier, outlet_of
from bot.model import Article, Delivery, Mailing, Message, Rule, Story

__all__ = ["LARGEST", "Backdrop", "Sick", "compose_digest"]

QUIET = 3  # stories; up to here the day is called quiet
WHOLE_STORIES = 15  # are told in full, the lighter ones in a line
_TOP, _AHEAD, _SICK = 3, 6, 4
_OUTLET, _EXPECTED = 40, 120  # UTF-16 units
_SUBJECT_HEADLINE = 90
_NO_MAILING = Mailing()
_FRAME = 14_000  # bytes of what stands around the stories, as it usually is
_SECTION = 1_900  # of a topic's own lines
_GIVE_WAY = 3  # stories at a time


def compose_digest(
    delivery: Delivery,
    chosen: Sequence[Chosen],
    rules: Mapping[int, Rule],
    now: datetime,
    *,
    topics: Mapping[str, str] | None = None,
    mailing: Mailing = _NO_MAILING,
    room: int = LARGEST,
    backdrop: Backdrop | None = None,
    reads: Sequence[str] = (),
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
        backdrop: what is known of the day.
        reads: the languages that need no gloss.
    """
    backdrop = backdrop or Backdrop()
    dossiers = {**_plain(chosen, backdrop.dossiers, now), **backdrop.dossiers}
    local = _local_day(delivery, now)
    issue = _Issue(delivery, rules, topics or {}, backdrop, frozenset(reads), local, mailing)
    sections = arrange(chosen, dossiers)
    entries = ranked(sections)
    subject, summary = issue.opening(entries)
    if delivery.destination.channel == "email":
        html, text = issue.pages(sections, entries, subject, summary, room)
        told = Message(text=text, html=html)
    else:
        told = in_chat(delivery, sections, issue.heading, summary, issue.labels, issue.words)
    return replace(
        told,
        subject=subject,
        silent=delivery.silent,
        key=delivery.key,
        date=delivery.created,
        mailing=replace(mailing, person=delivery.destination.subscriber, day=local.date()),
    )


def _plain(chosen: Sequence[Chosen], known: Mapping[int, Dossier], now: datetime) -> dict[int, Dossier]:
    """What the chosen articles alone tell of stories of which nothing else is known."""
    alone: dict[int, list[Article]] = {}
    for article, _ in chosen:
        if article.story not in known:
            alone.setdefault(article.story, []).append(article)
    return {
        number: open_dossier(
            Story(number, found[0].title, found[0].first_seen, found[-1].first_seen, tuple(found)),
            Facts(start=min(article.first_seen for article in found), end=now),
        )
        for number, found in alone.items()
    }


@dataclass(slots=True)
class _Issue:
    """One reader's mail being made."""

    delivery: Delivery
    rules: Mapping[int, Rule]
    topics: Mapping[str, str]
    backdrop: Backdrop
    reads: frozenset[str]
    local: datetime
    mailing: Mailing
    labels: Labels = field(init=False)
    words: Words = field(init=False)
    heading: str = field(init=False)

    def __post_init__(self) -> None:
        self.labels, self.words = labels_for(self.delivery.lang), words_for(self.delivery.lang)
        self.heading = self.labels.digest_heading.format(day=day(self.local, self.labels))

    def opening(self, entries: Sequence[Entry]) -> tuple[str, str]:
        """The subject, and the line below the heading."""
        if not entries:
            return self.labels.digest_quiet_subject.format(day=day(self.local, self.labels)), self.labels.quiet_none
        outlets = frozenset[str]().union(*(entry.dossier.names for entry in entries))
        counted = self.labels.counted(len(entries), len(outlets))
        top = cut(headline(entries[0].article), _SUBJECT_HEADLINE)
        summary = self.labels.digest_counts.format(**counted)
        if len(entries) <= QUIET:
            summary = self.words.quiet.format(counts=summary)
        return self.labels.digest_subject.format(headline=top, **counted), summary

    def pages(
        self, sections: Sequence[Section], entries: Sequence[Entry], subject: str, summary: str, room: int
    ) -> tuple[str, str]:
        """Both parts of the mail: the weightiest stories in full, lighter ones in a line, the rest counted."""
        page = self._frame(entries, subject, summary)
        shown: dict[int, tuple[str, str, bool]] = {}
        spent, begun = _FRAME, set[str]()
        topic = {entry.dossier.story.id: section.topic for section in sections for entry in section.entries}
        for number, entry in enumerate(entries):
            brief = number >= WHOLE_STORIES and bool(room)
            told = entry if brief else self.backdrop.placed(entry, self.rules)
            laid = self._block(told, brief=brief)
            reason = "" if brief else why(told.hits, self.rules, self.labels)
            begins = topic[entry.dossier.story.id] not in begun
            begun.add(topic[entry.dossier.story.id])
            spent += laid.cost + (0 if brief else cost(reason)) + _SECTION * begins
            if room and spent > room:
                break
            shown[entry.dossier.story.id] = (*laid.told(reason), brief)
        while True:
            left = self._left(len(entries) - len(shown))
            html, text = lay_out({**page, "sections": self._sections(sections, shown), "left": left})
            if not room or not shown or cost(html) <= room:
                return html, text
            # The frame was heavier than most are: the lightest stories make room for it.
            for _ in range(min(_GIVE_WAY, len(shown))):
                shown.popitem()

    def _frame(self, entries: Sequence[Entry], subject: str, summary: str) -> dict[str, Any]:
        """Everything around the stories."""
        top = [self._line(entry) for entry in entries[:_TOP]] if len(entries) > QUIET else []
        preview = " · ".join([headline(entry.article) for entry in entries[1:_TOP]] or [summary])
        return {
            "lang": self.delivery.lang,
            "subject": subject,
            "heading": self.heading,
            "date": day(self.local, self.labels),
            "summary": summary,
            "preview": preview,
            "top": top,
            "words": self.words,
            "expected": self._expected(entries),
            "health": self.backdrop.once(("health", *self._tongue), self._health),
            "online": web_address(self.mailing.online),
            "unsubscribe": web_address(self.mailing.unsubscribe),
        }

    def _line(self, entry: Entry) -> dict[str, str]:
        told = counts(entry.dossier, self.words) if entry.dossier.outlets > 1 else ""
        gloss = gloss_line(entry.article, self.delivery.lang, self.labels, self._glossed(entry.article))
        return {"headline": headline(entry.article), "lang": entry.article.lang, "counts": told, "gloss": gloss}

    def _glossed(self, article: Article) -> Sequence[str]:
        """What a headline names in the reader's words; nothing where it is in a language that they read."""
        read = article.lang.partition("-")[0] in self.reads
        return () if read else self.backdrop.gloss(article, self.delivery.lang)

    def _block(self, entry: Entry, *, brief: bool) -> Block:
        """A story laid out; what another reader of the language was told is not made again."""
        bounds = (0, 0) if brief else self.backdrop.bounds(entry)
        glossed = entry.article.lang.partition("-")[0] not in self.reads
        key = (
            entry.dossier.story.id,
            entry.article.id,
            bounds,
            glossed,
            brief,
            *self._tongue,
        )
        known = self.backdrop.blocks.get(key)
        if known is None:
            told = tell(self.delivery, entry, self.labels, self.words, self._glossed(entry.article), bounds)
            known = self.backdrop.blocks[key] = block(told, self.words, brief=brief)
        return known

    def _sections(
        self, sections: Sequence[Section], shown: Mapping[int, tuple[str, str, bool]]
    ) -> list[dict[str, Any]]:
        return [made for section in sections if (made := self._section(section, shown))]

    def _section(self, section: Section, shown: Mapping[int, tuple[str, str, bool]]) -> dict[str, Any]:
        found = [one for entry in section.entries if (one := shown.get(entry.dossier.story.id))]
        if not found:
            return {}
        week = self.backdrop.weeks.get(section.topic, ())
        heights, blocks = spark(week)
        average = f"{sum(week) / max(len(week), 1):.1f}".removesuffix(".0")
        return {
            "topic": self.topics.get(section.topic) or section.topic.replace("-", " ") or self.labels.other_topic,
            "html": "".join(html for html, _, brief in found if not brief),
            "text": "".join(text for _, text, brief in found if not brief),
            "brief_html": "".join(html for html, _, brief in found if brief),
            "brief_text": "".join(text for _, text, brief in found if brief),
            "heights": heights,
            "blocks": blocks,
            "week": self.words.week.format(today=len(found), average=average) if heights else "",
            "aloud": self.words.week_aloud.format(counts=", ".join(map(str, week))),
        }

    def _left(self, count: int) -> str:
        if not count:
            return ""
        pattern = self.words.more_online if web_address(self.mailing.online) else self.words.more_left
        return pattern.format(count=count)

    def _expected(self, entries: Sequence[Entry]) -> list[dict[str, str]]:
        """What returns soon, then the days that the told stories name."""
        told = self.backdrop.once(
            ("recurring", *self._tongue), lambda: [self._recurring(one) for one in self.backdrop.occasions]
        )
        named = sorted((one for entry in entries for one in entry.dossier.ahead), key=lambda one: one.day)[:_AHEAD]
        return [*told, *(self.backdrop.once((id(one), *self._tongue), partial(self._dated, one)) for one in named)]

    @property
    def _tongue(self) -> tuple[str, str, date]:
        """What decides how a line reads, beside what it says."""
        return self.delivery.lang, self.delivery.tz, self.local.date()

    def _recurring(self, one: Expected) -> dict[str, str]:
        at = clock(one.at, self.delivery.tz, self.labels, today=self.delivery.created) if one.at else ""
        what = one.title.get(self.delivery.lang) or one.title.get("en", "")
        return {"when": at, "what": what, "who": self.words.usually, "url": "", "lang": ""}

    def _dated(self, one: Expected) -> dict[str, str]:
        article = one.article
        at = day(datetime.combine(one.day, time(12), zone(self.delivery.tz)), self.labels)
        assert article is not None, "only an article names a day"
        return {
            "when": at,
            "what": cut(headline(article), _EXPECTED),
            "who": cut(clean(outlet_of(article)).strip(), _OUTLET),
            "url": web_address(article.url),
            "lang": article.lang,
        }

    def _health(self) -> str:
        """How the sources do: a quiet day is only quiet when they were read."""
        if not self.backdrop.sources:
            return ""
        sick = self.backdrop.sick
        told = [self.words.healthy.format(well=self.backdrop.sources - len(sick), all=self.backdrop.sources)]
        for one in sick[:_SICK]:
            since = clock(one.since, self.delivery.tz, self.labels, today=self.delivery.created) if one.since else ""
            state = self.words.states.get(one.state, one.state)
            told.append(
                f"{cut(clean(one.name), _OUTLET)}: {state}"
                + (f" {self.words.since.format(time=since)}" if since else "")
                + (";" if one is not sick[:_SICK][-1] else ".")
            )
        if len(sick) > _SICK:
            told[-1] += self.words.and_more.format(count=len(sick) - _SICK)
        return " ".join(told)


def ranked(sections: Sequence[Section]) -> list[Entry]:
    """All stories, the weightiest first, whatever their topic; what is in no topic comes last."""
    topical = [entry for section in sections if section.topic for entry in section.entries]
    others = [entry for section in sections if not section.topic for entry in section.entries]
    return [
        *sorted(topical, key=attrgetter("rank"), reverse=True),
        *sorted(others, key=attrgetter("rank"), reverse=True),
    ]


def _local_day(delivery: Delivery, now: datetime) -> datetime:
    """The digest's day as its event names it: a late mail keeps its date."""
    local = now.astimezone(zone(delivery.tz))
    try:
        named = date.fromisoformat(delivery.event.removeprefix("digest:"))
    except ValueError:
        return local
    return local.replace(year=named.year, month=named.month, day=named.day)
