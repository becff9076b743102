"""A good feeds.yaml becomes sources: values, defaults, searches, certificates, the file that is read."""

import json
import subprocess
import sys
from dataclasses import fields
from datetime import timedelta
from pathlib import Path

import pytest

from bot.config import ConfigError, feeds_schema, find_feeds, load_feeds, packaged_feeds, read_feeds
from bot.config.schema import Feed
from bot.model import Source

PAGE = """\
version: 1
defaults: {every: 30m, timeout: 25s, headers: {Accept-Language: ko}, selectors: {item: li}}
feeds:
  - id: ministry
    name: 산업통상부
    side: KR
    kind: government
    lang: ko
    state_media: false
    format: page
    url: https://example.org/list
    every: 2h
    host_delay: 5s
    charset: euc-kr
    keep_query_params: [seq, no]
    drop_title: ['^공지', '^인사']
    selectors: {item: tr, link: a, link_regex: "view\\\\('(\\\\d+)'\\\\)", link_template: 'https://example.org/{}/view', date_format: '%Y.%m.%d', date: td.day}
    article: {body: .text, drop: .ad}
    tls: {legacy: true, ca: chain.pem}
    checked_on: 2026-09-12
  - {id: feed, name: Feed, side: CN, kind: news-agency, lang: zh-Hans, format: feed, url: 'http://example.org/rss', checked_on: 2026-09}
"""


def test_a_feed_becomes_a_source_with_durations_and_plain_values(tmp_path: Path) -> None:
    """Lists are tuples, durations timedeltas, the certificate an absolute path, dates text."""
    (tmp_path / "chain.pem").write_text("a certificate", encoding="utf-8")
    ministry, _ = read_feeds(PAGE, "feeds.yaml", tmp_path)
    assert ministry == Source(
        id="ministry",
        name="산업통상부",
        side="KR",
        kind="government",
        lang="ko",
        format="page",
        url="https://example.org/list",
        every=timedelta(hours=2),
        timeout=timedelta(seconds=25),
        host_delay=timedelta(seconds=5),
        charset="euc-kr",
        headers={"Accept-Language": "ko"},
        keep_query_params=("seq", "no"),
        drop_title=("^공지", "^인사"),
        selectors={
            "item": "tr",
            "link": "a",
            "link_regex": r"view\('(\d+)'\)",
            "link_template": "https://example.org/{}/view",
            "date_format": "%Y.%m.%d",
            "date": "td.day",
        },
        article={"body": ".text", "drop": ".ad"},
        tls={"legacy": "yes", "ca": str((tmp_path / "chain.pem").resolve())},
        checked_on="2026-09-12",
    )


def test_defaults_hold_where_a_feed_is_silent_and_only_where_its_format_reads_them(tmp_path: Path) -> None:
    """Selectors given as a default do not make a feed a page."""
    (tmp_path / "chain.pem").write_text("a certificate", encoding="utf-8")
    _, feed = read_feeds(PAGE, "feeds.yaml", tmp_path)
    assert feed == Source(
        id="feed",
        name="Feed",
        side="CN",
        kind="news-agency",
        lang="zh-Hans",
        format="feed",
        url="http://example.org/rss",
        every=timedelta(minutes=30),
        timeout=timedelta(seconds=25),
        headers={"Accept-Language": "ko"},
        checked_on="2026-09",
    )


def test_flow_style_and_block_style_mean_the_same(tmp_path: Path) -> None:
    """How YAML is laid out is a matter of taste."""
    flow = "version: 1\nfeeds: [{id: a, name: A, side: KR, kind: newspaper, lang: ko, format: sitemap, url: 'https://a.org/', sitemap: {follow_index: true, max_urls: 9}}]"
    block = "version: 1\nfeeds:\n- id: a\n  name: A\n  side: KR\n  kind: newspaper\n  lang: ko\n  format: sitemap\n  url: https://a.org/\n  sitemap:\n    follow_index: true\n    max_urls: 9\n"
    assert read_feeds(flow, "f", tmp_path) == read_feeds(block, "f", tmp_path)
    assert read_feeds(flow, "f", tmp_path)[0].sitemap == {"follow_index": 1, "max_urls": 9}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (
            "{q: '반도체 (한중 OR 중국)', when: 2d, hl: ko, gl: KR, ceid: 'KR:ko'}",
            "https://news.google.com/rss/search?q=%EB%B0%98%EB%8F%84%EC%B2%B4+(%ED%95%9C%EC%A4%91+OR+%EC%A4%91%EA%B5%AD)+when:2d&hl=ko&gl=KR&ceid=KR:ko",
        ),
        (
            "{q: '\"South Korea\" chip & more', hl: en-US}",
            "https://news.google.com/rss/search?q=%22South+Korea%22+chip+%26+more&hl=en-US",
        ),
        (
            "{q: 'site:korea.kr 반도체'}",
            "https://news.google.com/rss/search?q=site:korea.kr+%EB%B0%98%EB%8F%84%EC%B2%B4",
        ),
    ],
)
def test_a_search_is_built_and_encoded(query: str, expected: str, tmp_path: Path) -> None:
    """Words as typed, operators and all; the period joins them as Google writes it."""
    text = f"version: 1\nfeeds:\n  - {{id: g, name: G, side: INT, kind: aggregator, lang: ko, format: feed, query: {query}}}"
    assert read_feeds(text, "f", tmp_path)[0].url == expected


def test_a_transcript_page_needs_no_selectors(tmp_path: Path) -> None:
    """The page is the press conference itself: its turns are the items."""
    text = "version: 1\nfeeds:\n  - {id: t, name: T, side: CN, kind: government, lang: en, format: page, url: 'https://a.org/', transcript: {question: '^AFP:', answer: '^[A-Z][a-z]+ [A-Z][a-z]+:'}}"
    assert read_feeds(text, "f", tmp_path)[0].transcript == {"question": "^AFP:", "answer": "^[A-Z][a-z]+ [A-Z][a-z]+:"}


def test_a_byte_order_mark_is_no_part_of_the_file(tmp_path: Path) -> None:
    """Editors on Windows write one."""
    file = tmp_path / "feeds.yaml"
    file.write_bytes(b"\xef\xbb\xbfversion: 1\nfeeds: []\n")
    assert load_feeds(file) == ()


def test_a_file_in_another_encoding_is_refused_with_its_line(tmp_path: Path) -> None:
    """A Korean editor may still save CP949."""
    file = tmp_path / "feeds.yaml"
    file.write_bytes("version: 1\nfeeds:\n- name: 연합".encode("cp949"))
    with pytest.raises(ConfigError) as refused:
        load_feeds(file)
    assert refused.value.problems == (f"{file}:3:1: not UTF-8; save the file as UTF-8",)


def test_a_missing_file_is_refused_unless_nothing_was_configured(tmp_path: Path) -> None:
    """Whoever names a file wants that file and no other."""
    missing = tmp_path / "mine.yaml"
    with pytest.raises(ConfigError) as refused:
        load_feeds(missing)
    assert refused.value.problems == (
        f"{missing}: cannot be read: No such file or directory; set CHIPWIRE_FEEDS to the file",
    )


def test_the_working_folder_comes_before_the_packaged_pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """feeds.yaml of the folder if there is one, else the pack that was shipped."""
    monkeypatch.chdir(tmp_path)
    packaged = find_feeds()
    assert packaged == packaged_feeds()
    assert packaged.is_absolute()
    assert "yna-zh-china-relations" in packaged.read_text(encoding="utf-8")
    (tmp_path / "feeds.yaml").write_text("version: 1\nfeeds: []\n", encoding="utf-8")
    assert find_feeds() == Path("feeds.yaml")


def test_the_schema_and_the_noun_have_the_same_keys() -> None:
    """A key that no Source carries would be checked and then lost."""
    assert {field.name for field in fields(Source)} == set(Feed.model_fields)


def test_the_printed_schema_explains_every_key() -> None:
    """An editor shows the meaning beside the key and knows which keys there are."""
    schema = feeds_schema()
    feed = schema["$defs"]["Feed"]
    assert set(feed["properties"]) == set(Feed.model_fields)
    assert [key for key, value in feed["properties"].items() if not value.get("description")] == []
    assert feed["required"] == ["id", "name"]
    assert feed["additionalProperties"] is False


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2026-09-12", "2026-09-12"),
        ("'2026-09-12'", "2026-09-12"),
        ("2026-09", "2026-09"),
        ("2026-09-12T10:00:00Z", "2026-09-12"),
    ],
)
def test_the_day_of_the_last_check_is_text(written: str, expected: str, tmp_path: Path) -> None:
    """YAML makes dates of dates; a month is enough."""
    text = f"version: 1\nfeeds:\n  - {{id: a, name: A, side: KR, kind: company, lang: ko, format: feed, url: 'https://a.org/', checked_on: {written}}}"
    assert read_feeds(text, "f", tmp_path)[0].checked_on == expected


def test_the_schema_is_printed_for_editors() -> None:
    """As docs/sources.md says."""
    printed = subprocess.run([sys.executable, "-m", "bot.config"], capture_output=True, check=True, text=True)
    assert json.loads(printed.stdout) == feeds_schema()
