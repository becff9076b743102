"""What is known of an outlet, and what a visit to it brings."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime, timedelta
from enum import StrEnum
from operator import attrgetter
from typing import Any


class FetchOutcome(StrEnum):
    """What came of asking an outlet."""

    FETCHED = "fetched"
    UNCHANGED = "unchanged"
    FAILED = "failed"


class Precision(StrEnum):
    """How finely a publication time is known."""

    SECOND = "second"
    MINUTE = "minute"
    DAY = "day"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Source:
    """An outlet's page, feed or API as configured in feeds.yaml; durations are timedeltas, patterns are text."""

    id: str  # kebab-case, stable: state is stored under it
    name: str
    side: str  # whose voice: KR CN US TW JP EU INT
    kind: str  # what the outlet is: news-agency, newspaper, government …
    lang: str  # BCP 47, the operator's word
    format: str  # how it is read: feed, page, sitemap, json
    url: str
    ownership: str = ""
    enabled: bool = True
    state_media: bool = False
    every: timedelta = timedelta(minutes=15)
    jitter_pct: int = 10
    priority: int = 2  # 1 is first within a tick
    timeout: timedelta = timedelta(seconds=20)  # whole fetch
    retries: int = 2
    host_delay: timedelta = timedelta(seconds=2)  # belongs to the host: the largest of its sources holds
    conditional: bool = True
    respect_robots: bool = True
    charset: str = ""
    assume_tz: str = ""  # IANA; for dates without a zone
    override_tz: str = ""  # IANA; for feeds whose declared zone is wrong
    date_precision: str = ""  # second, minute, day or none; "" = as read
    date_from_url: str = ""  # regex with groups y, m, d
    max_age: timedelta = timedelta(hours=72)
    future_skew: timedelta = timedelta(minutes=15)
    stale_after: timedelta = timedelta(hours=48)
    baseline: str = "silent"  # what the first poll does: silent or alert
    guid_strategy: str = "guid"  # guid, link or title
    keep_query_params: tuple[str, ...] = ()
    drop_query_params: tuple[str, ...] = ()
    keep_fragment: bool = False
    title_strip_suffix: str = ""  # regex
    drop_title: tuple[str, ...] = ()  # regexes
    summary_clean: tuple[str, ...] = ()  # regexes
    link_allow: str = ""  # regex
    relevance_hint: str = ""
    # page: item link title summary date date_format date_regex link_regex link_template; "self" is the item itself.
    # link_regex replaces item (searched in every absolute address), or, beside item, is searched in the link's href
    # and onclick, its group 1 filling "{}" of link_template: article.view('123') -> https://…/123/view
    selectors: Mapping[str, str] = field(default_factory=dict)
    sitemap: Mapping[str, int] = field(default_factory=dict)  # follow_index (0 or 1), max_urls
    paths: Mapping[str, str] = field(default_factory=dict)  # json: items link title date summary id
    query: Mapping[str, str] = field(default_factory=dict)  # Google News: q hl gl ceid when
    headers: Mapping[str, str] = field(default_factory=dict)
    cookies: Mapping[str, str] = field(default_factory=dict)
    proxy: str = ""
    tls: Mapping[str, str] = field(default_factory=dict)  # legacy ("yes"), ca (PEM path); for this host only
    article: Mapping[str, str] = field(default_factory=dict)  # body title date byline drop (CSS); read (yes or no)
    transcript: Mapping[str, str] = field(default_factory=dict)  # question answer asked_by
    group: bool = True  # false keeps this source out of story grouping
    checked_on: str = ""


@dataclass(frozen=True, slots=True)
class Validators:
    """What lets the next poll be answered with "unchanged"; saved only with the items they stand for."""

    etag: str = ""  # as the outlet sent it
    last_modified: str = ""  # as the outlet sent it
    body_hash: str = ""  # blake2b-128 hex of the decoded body, ours


@dataclass(frozen=True, slots=True)
class Fetched:
    """What one visit brought: a body, the word that nothing changed, or the reason it failed."""

    source: str  # Source.id
    outcome: FetchOutcome
    url: str  # the address that answered, after all hops
    status: int = 0  # HTTP status; 0: no answer
    body: bytes = b""  # content encodings removed; empty unless fetched
    content_type: str = ""  # the header, whole
    validators: Validators = field(default_factory=Validators)  # of this answer; the given ones unless fetched
    cause: str = ""  # one word for counting: dns connect tls timeout status too-large redirect forbidden robots …
    reason: str = ""  # in words, for a person; "" when all is well
    retry_after: timedelta | None = None  # the outlet's wish, capped at 24 h
    fresh_for: timedelta | None = None  # Cache-Control / Expires, capped at 24 h
    moved_to: str = ""  # where a permanent redirect pointed
    seconds: float = 0.0  # the visit's length


@dataclass(frozen=True, slots=True)
class Item:
    """What the outlet said, as plain text."""

    source: str  # Source.id
    guid: str  # according to the outlet; "" if it gave none
    url: str  # absolute, as the outlet gave it
    title: str
    summary: str = ""
    published: datetime | None = None  # UTC; None: the outlet gave no usable date
    precision: Precision = Precision.NONE
    lang: str = ""  # declared for the document or the item
    author: str = ""
    body: str = ""  # full text, where the document itself carries it or the article page was read
    pointer: bool = False  # the address is an aggregator's redirect: it leads there but identifies nothing

    def __reduce__(self) -> tuple[type["Item"], tuple[Any, ...]]:
        """By position: every item comes from a parsing child, and a dataclass's own way takes twice as long."""
        return Item, _TOLD(self)


_TOLD = attrgetter(*(told.name for told in fields(Item)))


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document's items, or why it is not a document of that format."""

    items: tuple[Item, ...] = ()
    reason: str = ""  # why nothing could be read; "" when it was read (zero items included)
    cause: str = ""  # not-a-feed, parse-timeout, parse-memory, …; "" when it was read
    warnings: tuple[str, ...] = ()  # what was mended or left out, in words
    follow: tuple[str, ...] = ()  # a sitemap index: absolute addresses of the documents that hold the items
    whole: bool = True  # false: the document broke off, so the outlet's validators do not stand for all of it


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """What an article's own page says, as plain text."""

    text: str = ""  # paragraphs apart by a newline; "" when none was found
    title: str = ""  # without the site's name
    published: datetime | None = None  # UTC, according to the page
    precision: Precision = Precision.NONE
    byline: str = ""  # who wrote it; never a mail address
    credit: str = ""  # the wire it came from: Yonhap, Xinhua, Reuters …; "" if none is named
    canonical: str = ""  # the page's own word for its address, absolute; "" if it gives none
    opinion: bool = False  # a column or an editorial
    lang: str = ""  # declared
    reason: str = ""  # why nothing could be read; "" when it was read
    cause: str = ""  # as in Parsed


@dataclass(frozen=True, slots=True)
class SourceState:
    """What is remembered of a source between polls."""

    source: str
    validators: Validators = field(default_factory=Validators)
    next_due: datetime | None = None  # None: never polled, due at once
    last_poll: datetime | None = None
    last_good: datetime | None = None
    last_new: datetime | None = None
    newest_item: datetime | None = None  # newest publication seen
    failures: int = 0  # in a row
    empties: int = 0  # good polls in a row with zero items where there were some
    polls: int = 0
    unchanged: int = 0  # of polls
    items_seen: int = 0  # items of the last good document
    reason: str = ""  # why the last poll failed, or why the next is when it is; in words
    cause: str = ""
    state: str = "new"  # new fresh quiet stale blocked broken moved gone offline
    baselined: bool = False  # whether the silent first poll is over
    moved_to: str = ""  # where the outlet says it lives now
    moved_since: datetime | None = None  # of valid documents there in a row
    moved_from: str = ""  # the configured address that `address` stands for
    address: str = ""  # asked instead of the configured one; "" until a move has proved itself
    gone_since: datetime | None = None
