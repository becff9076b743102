"""Every kind of mistake in feeds.yaml is named with its line, its column and what to write instead."""

from itertools import pairwise
from typing import Protocol

import pytest


class Pack(Protocol):
    """The reader of the conftest."""

    def problems(self, text: str) -> list[str]:
        """Of a whole file."""

    def feed_problems(self, *lines: str) -> list[str]:
        """Of a feed."""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("every: 5", 'feeds.yaml:10:12: every: "5" has no unit; write 5m'),
        ("timeout: 20", 'feeds.yaml:10:14: timeout: "20" has no unit; write 20s'),
        ("max_age: 72", 'feeds.yaml:10:14: max_age: "72" has no unit; write 72h'),
        ("timeout: 45s", 'feeds.yaml:10:14: timeout: "45s" is above the cap for a whole visit; write 30s or less'),
        ("every: 0m", "feeds.yaml:10:12: every: no time at all; write a longer one"),
        ("evry: 5m", "feeds.yaml:10:5: evry: unknown key; write every"),
        ("interval: 5m", "feeds.yaml:10:5: interval: unknown key; write every"),
        ("item: div", "feeds.yaml:10:5: item: unknown key here; write it under selectors"),
        ("legacy: true", "feeds.yaml:10:5: legacy: unknown key here; write it under tls"),
        ("priority: 4", "feeds.yaml:10:15: priority: 4 is too large; write 3"),
        ("priority: 0", "feeds.yaml:10:15: priority: 0 is too small; write 1"),
        ("retries: 2.5", 'feeds.yaml:10:14: retries: "2.5" is not a whole number; write one such as 2'),
        ('retries: "2"', 'feeds.yaml:10:14: retries: "2" is not a whole number; write 2 without quotes'),
        ("enabled: yes", 'feeds.yaml:10:14: enabled: "yes" is neither true nor false; write one of them'),
        ("ownership: 5", 'feeds.yaml:10:16: ownership: must be text; write "5" in quotes'),
        ("ownership: [a]", "feeds.yaml:10:16: ownership: must be text"),
        ("ownership:", "feeds.yaml:10:15: ownership: has no value; write one, or remove the key"),
        ("drop_title: abc", "feeds.yaml:10:17: drop_title: must be a list; write [one, two]"),
        ("drop_title: [a, '(']", 'feeds.yaml:10:21: drop_title: "(" is not a regular expression: missing ), unterminated subpattern at character 1; mend it'),
        ("headers: x", "feeds.yaml:10:14: headers: must be a mapping; write key: value"),
        ("headers: {Host: x}", "feeds.yaml:10:15: headers.Host: is set by chipwire itself; remove it"),
        ("headers: {If-None-Match: x}", "feeds.yaml:10:15: headers.If-None-Match: is set by chipwire itself; remove it"),
        ("headers: {X Y: x}", 'feeds.yaml:10:15: headers.X Y: "X Y" is not the name of a header; write one such as Accept-Language'),
        ('headers: {X: "a\\nb"}', "feeds.yaml:10:18: headers.X: has a line end or a control character in it; write one line of text"),
        ("link_allow: '(['", 'feeds.yaml:10:17: link_allow: "([" is not a regular expression: unterminated character set at character 2; mend it'),
        ("assume_tz: Asia/Soul", 'feeds.yaml:10:16: assume_tz: "Asia/Soul" is not an IANA zone; write Asia/Seoul'),
        ("override_tz: KST", 'feeds.yaml:10:18: override_tz: "KST" is not an IANA zone; write Asia/Seoul'),
        ("assume_tz: Asia", 'feeds.yaml:10:16: assume_tz: "Asia" is not an IANA zone; write one such as Asia/Seoul'),
        ("assume_tz: ../zone", 'feeds.yaml:10:16: assume_tz: "../zone" is not an IANA zone; write one such as Asia/Seoul'),
        ("date_from_url: '/(?P<y>\\d{4})/'", 'feeds.yaml:10:20: date_from_url: "/(?P<y>\\d{4})/" lacks the group m; write (?P<m>…)'),
        ("date_precision: hour", 'feeds.yaml:10:21: date_precision: "hour" is not known; write second or minute or day or none'),
        ("checked_on: yesterday", 'feeds.yaml:10:17: checked_on: "yesterday" is not a date; write one such as 2026-09-12, or 2026-09'),
        ("checked_on: 2026-13", 'feeds.yaml:10:17: checked_on: "2026-13" is not a date; write one such as 2026-09-12, or 2026-09'),
        ("proxy: socks5://u:secret@h:1", "feeds.yaml:10:12: proxy: not the address of an HTTP proxy; write one such as http://user:password@proxy.example:8080"),
        ("tls: {ca: none.pem}", "TLS"),
        ("article: {body: 'div['}", 'feeds.yaml:10:21: article.body: "div[" is not a CSS selector: malformed attribute selector at position 3; mend it'),
        ("transcript: {question: a, answer: b}", "feeds.yaml:10:5: transcript: is read only for format page, and this is feed; remove it"),
        ("sitemap: {max_urls: 5}", "feeds.yaml:10:5: sitemap: is read only for format sitemap, and this is feed; remove it"),
        ("charset: gbk", "feeds.yaml:10:5: charset: is read only for format page, and this is feed; remove it"),
        ("query: {q: x}", "feeds.yaml:10:5: query: stands beside url; keep one of the two"),
    ],
)  # fmt: skip
def test_one_wrong_key_is_named_with_its_place_and_its_mending(pack: Pack, line: str, expected: str) -> None:
    """The tenth line is the added one: its key at column 5, its value behind the colon."""
    problems = pack.feed_problems(line)
    if expected == "TLS":
        assert problems[0].startswith('feeds.yaml:10:15: tls.ca: no file "none.pem" in ')
        problems, expected = problems[1:], ""
    assert problems == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("id: One", 'feeds.yaml:3:9: id: "One" is not kebab-case; write one'),
        ("id: Yonhap (en)", 'feeds.yaml:3:9: id: "Yonhap (en)" is not kebab-case; write yonhap-en'),
        ("id: 연합", 'feeds.yaml:3:9: id: "연합" is not kebab-case; write something like yna-en-news'),
        ("name: 163", 'feeds.yaml:4:11: name: must be text; write "163" in quotes'),
        ('name: ""', "feeds.yaml:4:11: name: is empty; write something, or remove the key"),
        ("side: UK", 'feeds.yaml:5:11: side: "UK" is not known; write INT'),
        ("side: XX", 'feeds.yaml:5:11: side: "XX" is not known; write KR or CN or US or TW or JP or EU or INT'),
        ("kind: trade press", 'feeds.yaml:6:11: kind: "trade press" is not known; write trade-press'),
        ("lang: en_US", 'feeds.yaml:7:11: lang: "en_US" is not a language tag; write one such as en, ko or zh-Hans'),
        ("format: rss", 'feeds.yaml:8:13: format: "rss" is not known; write feed'),
        ("format: html", 'feeds.yaml:8:13: format: "html" is not known; write page'),
        ("format: json", "feeds.yaml:3:5: paths: is missing; write {items: …, link: …, title: …}"),
        ("url: ftp://example.org/", 'feeds.yaml:9:10: url: "ftp://example.org/" is not an http(s) address; write one such as https://example.org/news'),
        ("url: https:///rss", 'feeds.yaml:9:10: url: "https:///rss" is not an http(s) address; write one such as https://example.org/news'),
        ("url: https://example.org:99999/", 'feeds.yaml:9:10: url: "https://example.org:99999/" is not an http(s) address; write one such as https://example.org/news'),
        ("url: https://a b.org/", 'feeds.yaml:9:10: url: "https://a b.org/" is not an http(s) address; write one such as https://example.org/news'),
        ("url: https://u:secret@example.org/", "feeds.yaml:9:10: url: a password stands in the address; move it to headers"),
        ("-id", "feeds.yaml:3:5: id: is missing; write stable name, kebab-case; never renamed"),
        ("-side", "feeds.yaml:3:5: side: is missing; write whose voice it is: KR, CN, US, TW, JP, EU or INT"),
        ("-lang", "feeds.yaml:3:5: lang: is missing; write its language, such as en, ko or zh-Hans"),
        ("-url", "feeds.yaml:3:5: url: is missing; write the http(s) address, or query for a Google News search"),
    ],
)  # fmt: skip
def test_one_wrong_or_missing_mainstay_is_named(pack: Pack, line: str, expected: str) -> None:
    """What every feed needs: an id, a name, whose voice, how to read it, where."""
    assert pack.feed_problems(line) == [expected]


@pytest.mark.parametrize(
    ("selectors", "expected"),
    [
        ("{title: h1}", "feeds.yaml:10:5: selectors: says nothing of the items; write item (CSS) or link_regex"),
        ("{item: 'div['}", 'feeds.yaml:10:23: selectors.item: "div[" is not a CSS selector: malformed attribute selector at position 3; mend it'),
        ("{item: a, itme: b}", "feeds.yaml:10:26: selectors.itme: unknown key; write item"),
        ("{item: a, date: b, date_format: '%Q'}", 'feeds.yaml:10:48: selectors.date_format: "%Q" has an unknown % sign in it; write something like %Y-%m-%d %H:%M'),
        ("{item: a, date: b, date_format: x}", 'feeds.yaml:10:48: selectors.date_format: "x" has no % in it; write something like %Y-%m-%d %H:%M'),
        ("{item: a, date_format: '%Y'}", "feeds.yaml:10:26: selectors.date_format: has no date to read; write date (CSS) or date_regex as well"),
        ("{item: a, link_regex: '(b)', link_template: https://c}", "feeds.yaml:10:45: selectors.link_template: has no place for the id; write {} there"),
        ("{item: a, link_regex: b, link_template: 'https://c/{}'}", "feeds.yaml:10:41: selectors.link_template: has nothing to fill in; write link_regex with the id in brackets"),
    ],
)  # fmt: skip
def test_selectors_are_checked_before_any_page_is_read(pack: Pack, selectors: str, expected: str) -> None:
    """A selector that cannot work is refused when the file is read, not at three in the morning."""
    assert pack.feed_problems("format: page", f"selectors: {selectors}") == [expected]


def test_a_page_cannot_be_read_in_an_unknown_charset(pack: Pack) -> None:
    """Names that Python does not know would fail at every visit."""
    assert pack.feed_problems("format: page", "selectors: {item: a}", "charset: klingon") == [
        'feeds.yaml:11:14: charset: "klingon" is not a character set; write one such as gbk, euc-kr or utf-8'
    ]


def test_a_template_without_a_readable_pattern_is_named_once(pack: Pack) -> None:
    """The pattern is at fault, not the template that waits for it."""
    selectors = "selectors: {item: a, link_regex: '(', link_template: 'https://c/{}'}"
    assert pack.feed_problems("format: page", selectors) == [
        'feeds.yaml:10:38: selectors.link_regex: "(" is not a regular expression: missing ), unterminated subpattern at character 1; mend it'
    ]


def test_a_period_of_a_search_needs_its_unit(pack: Pack) -> None:
    """Google's own notation: 2d, not "2 days"."""
    assert pack.feed_problems("-url", "query: {q: x, when: 2 days}") == [
        'feeds.yaml:9:25: query.when: "2 days" is not understood; write a number and a unit, such as 2d'
    ]


def test_a_transcript_must_be_a_selector_or_a_pattern(pack: Pack) -> None:
    """What is neither CSS nor a regular expression is refused."""
    problems = pack.feed_problems("format: page", "transcript: {question: '([', answer: p}")
    assert problems == [
        'feeds.yaml:10:28: transcript.question: "([" is neither a CSS selector nor a regular expression; mend it'
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b: c", "feeds.yaml:1:5: not YAML: a colon too many, or a line set too far in; put the value in quotes"),
        ("version: 1\nfeeds:\n\t- id: x", "feeds.yaml:3:1: not YAML: a tab; write spaces"),
        ("version: 1\nfeeds: [", "feeds.yaml:2:9: not YAML: the text ends too early; close the bracket"),
        ("version: 1\nname: 'x", "feeds.yaml:2:9: not YAML: the text ends too early; close the quotes"),
        ("version: *one", "feeds.yaml:1:10: not YAML: found undefined alias 'one'"),
        ("version: \x07", "feeds.yaml:1:10: not YAML: a character that may not stand here; remove it"),
        ("version: 1\n\nname: \x07", "feeds.yaml:3:7: not YAML: a character that may not stand here; remove it"),
        ("feeds: !!python/name:os.system x", "feeds.yaml:1:8: not YAML: could not determine a constructor for the tag 'tag:yaml.org,2002:python/name:os.system'"),
        ("", "feeds.yaml:1:1: must be a mapping; write version: 1, then feeds: and the list of outlets"),
        ("# nothing\n", "feeds.yaml:1:1: must be a mapping; write version: 1, then feeds: and the list of outlets"),
        ("- 1", "feeds.yaml:1:1: must be a mapping; write version: 1, then feeds: and the list of outlets"),
        ("version: 2\nfeeds: []", 'feeds.yaml:1:10: version: "2" is not known; write 1'),
        ("version: 1\nfeeds: {}", "feeds.yaml:2:8: feeds: must be a list; write [one, two]"),
        ("version: 1\nfeeds:\n  - just text", "feeds.yaml:3:5: feeds: must be a mapping; write key: value"),
        ("version: 1\nfeeds: []\nfeed: []", "feeds.yaml:3:1: feed: unknown key; write feeds"),
        ("version: 1\nversion: 1\nfeeds: []", "feeds.yaml:2:1: version: written twice, first at 1:1; keep one"),
        ("version: 1\nfeeds: []\ndefaults: {url: x}", "feeds.yaml:3:12: defaults.url: unknown key; remove it, or write one of "),
        ("version: 1\nfeeds: []\ndefaults:", "feeds.yaml:3:10: defaults: has no value; write one, or remove the key"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_pack_says_where_it_stops_being_one(pack: Pack, text: str, expected: str) -> None:
    """Broken YAML, an empty file, a wrong top: one problem, at its place."""
    problems = pack.problems(text)
    assert [problem[: len(expected)] for problem in problems] == [expected]


def test_an_alias_of_itself_ends(pack: Pack) -> None:
    """A value that contains itself is refused instead of being followed for ever."""
    assert "feeds.yaml:2:8: not YAML: an alias of itself; write the value" in pack.problems(
        "version: 1\nfeeds: &x [*x]"
    )


def test_a_key_written_twice_in_a_feed_is_named_with_both_places(pack: Pack) -> None:
    """Which of two values would hold is not guessed."""
    text = "version: 1\nfeeds:\n  - {id: a, name: A, side: KR, kind: newspaper, lang: ko, format: feed, url: 'https://a.org/', every: 5m,\n     every: 6m}"
    assert pack.problems(text) == ["feeds.yaml:4:6: every: written twice, first at 3:96; keep one"]


def test_an_id_used_twice_is_named_with_the_first_line(pack: Pack) -> None:
    """State hangs on the id: two feeds would share it."""
    one = "{id: a, name: A, side: KR, kind: newspaper, lang: ko, format: feed, url: 'https://a.org/'}"
    problems = pack.problems(f"version: 1\nfeeds:\n  - {one}\n  - {one}")
    assert problems == ['feeds.yaml:4:10: id: "a" is already taken at line 3; write another']


def test_a_wrong_default_is_refused_once_and_where_it_stands(pack: Pack) -> None:
    """Not again for every feed below it."""
    one = "{name: A, side: KR, kind: newspaper, lang: ko, format: feed, url: 'https://a.org/'"
    text = f"version: 1\ndefaults: {{every: 5, evry: 1m}}\nfeeds:\n  - {one}, id: a}}\n  - {one}, id: b}}"
    assert pack.problems(text) == [
        'feeds.yaml:2:19: defaults.every: "5" has no unit; write 5m',
        "feeds.yaml:2:22: defaults.evry: unknown key; write every",
    ]


def test_every_problem_of_a_file_is_told_at_once_in_its_order(pack: Pack) -> None:
    """Block and flow style, defaults and feeds, types and contradictions in one list."""
    text = """\
version: 1
defaults: {timeout: 45s}
feeds:
  - id: Good One
    name: One
    kind: newspapr
    lang: ko
    format: page
    url: https://example.org/
    every: 5
    assume_tz: Asia/Soul
    selectors: {item: 'div['}
  - {id: two, nam: Two, side: KR, kind: newspaper, lang: ko, format: feed, link_allow: '('}
"""
    assert pack.problems(text) == [
        'feeds.yaml:2:21: defaults.timeout: "45s" is above the cap for a whole visit; write 30s or less',
        "feeds.yaml:4:5: side: is missing; write whose voice it is: KR, CN, US, TW, JP, EU or INT",
        'feeds.yaml:4:9: id: "Good One" is not kebab-case; write good-one',
        'feeds.yaml:6:11: kind: "newspapr" is not known; write newspaper',
        'feeds.yaml:10:12: every: "5" has no unit; write 5m',
        'feeds.yaml:11:16: assume_tz: "Asia/Soul" is not an IANA zone; write Asia/Seoul',
        'feeds.yaml:12:23: selectors.item: "div[" is not a CSS selector: malformed attribute selector at position 3; mend it',
        "feeds.yaml:13:5: name: is missing; write the outlet as shown to people",
        "feeds.yaml:13:5: url: is missing; write the http(s) address, or query for a Google News search",
        "feeds.yaml:13:15: nam: unknown key; write name",
        'feeds.yaml:13:88: link_allow: "(" is not a regular expression: missing ), unterminated subpattern at character 1; mend it',
    ]


def test_aliases_of_aliases_are_refused_before_they_grow(pack: Pack) -> None:
    """A few lines whose aliases stand for billions of values are one problem, at once."""
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [f"{new}: &{new} [{', '.join(['*' + old] * 9)}]" for old, new in pairwise("abcdefgh")]
    expected = "feeds.yaml:1:1: not YAML: more than 200,000 values; write fewer, or no aliases of aliases"
    assert pack.problems("\n".join(lines)) == [expected]
