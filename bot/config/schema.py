"""The schema of feeds.yaml: every key with its type and its meaning in one line."""

from datetime import timedelta
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from bot.config import checks
from bot.config.durations import PATTERN, read_duration


def _duration(likely: str) -> tuple[BeforeValidator, WithJsonSchema]:
    schema = WithJsonSchema({"type": "string", "pattern": PATTERN})
    return BeforeValidator(lambda written: read_duration(written, likely)), schema


def _positive(value: timedelta) -> timedelta:
    if not value:
        raise ValueError("no time at all; write a longer one")
    return value


def _capped(value: timedelta) -> timedelta:
    if value > timedelta(seconds=30):
        raise ValueError(f'"{value.total_seconds():g}s" is above the cap for a whole visit; write 30s or less')
    return value


def _key(meaning: str, **limits: Any) -> Any:
    """Describe a key that may be left out; what then holds is the default of `Source`."""

    def drop_default(schema: dict[str, Any]) -> None:
        schema.pop("default", None)

    return Field(default=None, description=meaning, json_schema_extra=drop_default, **limits)


Interval = Annotated[timedelta, AfterValidator(_positive), *_duration("m")]
Patience = Annotated[timedelta, AfterValidator(_capped), AfterValidator(_positive), *_duration("s")]
Pause = Annotated[timedelta, *_duration("s")]
Minutes = Annotated[timedelta, *_duration("m")]
Hours = Annotated[timedelta, AfterValidator(_positive), *_duration("h")]
Pattern = Annotated[str, AfterValidator(checks.pattern)]
DatePattern = Annotated[str, AfterValidator(checks.date_pattern)]
DateFormat = Annotated[str, AfterValidator(checks.date_format)]
Css = Annotated[str, AfterValidator(checks.selector)]
CssOrPattern = Annotated[str, AfterValidator(checks.selector_or_pattern)]
Zone = Annotated[str, AfterValidator(checks.zone)]
Address = Annotated[str, AfterValidator(checks.web_address)]
Text = Annotated[str, Field(min_length=1)]
HeaderName = Annotated[str, AfterValidator(checks.header_name)]
Line = Annotated[str, AfterValidator(checks.one_line)]

Side = Literal["KR", "CN", "US", "TW", "JP", "EU", "INT"]
Kind = Literal[
    "news-agency", "newspaper", "broadcaster", "trade-press", "government", "think-tank", "company", "aggregator"
]
Format = Literal["feed", "page", "sitemap", "json"]


class Strict(BaseModel):
    """A mapping without unknown keys and without guessed types."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, use_attribute_docstrings=True)


class Selectors(Strict):
    """Where a listing page keeps its items (format page)."""

    item: Css = _key("CSS of one item; or leave it out and give link_regex")
    link: Css = _key('CSS of the link inside the item, or "self"')
    title: Css = _key('CSS of the title inside the item, or "self"')
    summary: Css = _key("CSS of the lead inside the item")
    date: Css = _key("CSS of the date inside the item")
    date_format: DateFormat = _key("how the date is written, in strptime's signs, where it could be misread")
    date_regex: Pattern = _key(
        "what of the date's text, or of the item's where no date is given, is the date: its group 1"
    )
    link_regex: Pattern = _key(
        "instead of item: every link whose absolute address matches; beside item: with link_template"
    )
    link_template: Text = _key("the address to make of link_regex's first group, which fills {}")


class Sitemap(Strict):
    """How far a sitemap is followed (format sitemap)."""

    follow_index: bool = _key("whether an index of sitemaps is followed")
    max_urls: int = _key("how many addresses are read at most", ge=1, le=50_000)


class Paths(Strict):
    """Where a JSON answer keeps its items: dotted paths (format json)."""

    items: str = Field(description='path to the list; "" where the answer itself is the list')
    link: Text = Field(description="path inside an item to its address, or a text with {paths} in it")
    title: Text = Field(description="path inside an item to its title")
    date: Text = _key("path inside an item to its date")
    summary: Text = _key("path inside an item to its lead")
    id: Text = _key("path inside an item to its stable id")


class Query(Strict):
    """A Google News search instead of an address; it is encoded for you."""

    q: Text = Field(description="the words, as typed into the search box")
    hl: Text = _key("language of the edition, such as en-US")
    gl: Text = _key("country of the edition, such as US")
    ceid: Text = _key("edition, such as US:en")
    when: Annotated[str, Field(pattern=r"^\d{1,3}[hdmy]$")] = _key("how far back, such as 2d")


class Tls(Strict):
    """Concessions to one host's TLS; verification is never switched off."""

    legacy: bool = _key("allow renegotiation of the old kind")
    ca: Text = _key("PEM file with a certificate the host forgets to send; relative to feeds.yaml")


class ArticlePage(Strict):
    """Where an article page keeps its parts; asked before the general extractor."""

    body: Css = _key("CSS of the text")
    title: Css = _key("CSS of the title")
    date: Css = _key("CSS of the date; a meta element counts by its content")
    byline: Css = _key("CSS of the author's line")
    drop: Css = _key("CSS of what is thrown away inside the text")
    read: bool = _key("false: pages of articles are never visited, behind a paywall, say")


class Transcript(Strict):
    """How a page that is one press conference is split into questions and answers (format page)."""

    question: CssOrPattern = Field(description="what begins a question")
    answer: CssOrPattern = Field(description="what begins an answer")
    asked_by: CssOrPattern = _key("who asks, inside the question")


class Options(Strict):
    """The keys that may stand in `defaults` as well as in a feed."""

    side: Side = _key("whose voice it is")
    kind: Kind = _key("what the outlet is")
    ownership: str = _key("who owns it; shown to operators")
    lang: Annotated[str, AfterValidator(checks.language_tag)] = _key("language, BCP 47")
    format: Format = _key("how it is read")
    enabled: bool = _key("false: known, but not polled")
    state_media: bool = _key("true: alerts say so")
    every: Interval = _key("base interval between two visits; the schedule adapts around it")
    jitter_pct: int = _key("spread of the interval, in percent", ge=0, le=50)
    priority: int = _key("1 first, 3 last, where several are due", ge=1, le=3)
    timeout: Patience = _key("the whole visit, from the first DNS query to the last byte; at most 30s")
    retries: int = _key("further attempts within one visit", ge=0, le=10)
    host_delay: Pause = _key("pause between two requests to the host; the longest of the host's entries holds")
    conditional: bool = _key("send ETag and Last-Modified of the last good answer")
    respect_robots: bool = _key("obey robots.txt")
    charset: Annotated[str, AfterValidator(checks.charset)] = _key("encoding of a page that misnames its own")
    assume_tz: Zone = _key("zone of dates that carry none")
    override_tz: Zone = _key("zone of dates that carry a wrong one")
    date_precision: Literal["second", "minute", "day", "none"] = _key("how far a date is trusted; none: first seen")
    date_from_url: DatePattern = _key("where the address carries the date: groups y, m, d")
    max_age: Hours = _key("older items are no news")
    future_skew: Minutes = _key("a date further ahead becomes first seen")
    stale_after: Hours = _key("newest item older than this: a health warning")
    baseline: Literal["silent", "alert"] = _key("what the first visit does")
    guid_strategy: Literal["guid", "link", "title"] = _key("what identifies an item first")
    keep_query_params: list[Text] = _key("query parameters that are never taken for trackers")
    drop_query_params: list[Text] = _key("query parameters that are trackers here")
    keep_fragment: bool = _key("the part after # belongs to the address")
    title_strip_suffix: Pattern = _key("what is cut off the end of a title")
    drop_title: list[Pattern] = _key("titles that are no news")
    summary_clean: list[Pattern] = _key("what is removed from a lead before anything reads it")
    link_allow: Pattern = _key("only items whose address matches")
    relevance_hint: Literal["broad", "section", "topic"] = _key("how near the subject; for the operator's eye only")
    selectors: Selectors = _key("format page: where the items are")
    sitemap: Sitemap = _key("format sitemap: how far to follow")
    paths: Paths = _key("format json: where the items are")
    headers: dict[HeaderName, Line] = _key("further request headers")
    cookies: dict[HeaderName, Line] = _key("cookies to send")
    proxy: Annotated[str, AfterValidator(checks.proxy_address)] = _key("HTTP proxy for this entry")
    tls: Tls = _key("concessions to this host's TLS")
    article: ArticlePage = _key("where the article page keeps its parts")
    transcript: Transcript = _key("the page is one press conference: how it is split")
    group: bool = _key("false: its articles join no story")


class Feed(Options):
    """One entry of feeds.yaml: an outlet's page, feed, sitemap or API."""

    id: Annotated[str, AfterValidator(checks.kebab)] = Field(description="stable name, kebab-case; never renamed")
    name: Text = Field(description="the outlet as shown to people")
    url: Address = _key("http(s) address")
    query: Query = _key("a Google News search instead of url")
    checked_on: Annotated[
        str, BeforeValidator(checks.day), WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}(-\d{2})?$"})
    ] = _key("when somebody last saw it work: a date, or a month")


class Pack(Strict):
    """The whole file."""

    version: Literal[1] = Field(description="1, the version of this schema")
    defaults: Options = _key("what holds for every feed that does not say otherwise")
    feeds: list[Feed] = Field(description="the list of outlets")
