"""The shipped pack: it loads clean, reaches what the project is about, and carries the keys its hazards call for."""

import re
from collections import Counter
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from bot.config import load_feeds
from bot.model import Source

PACK = Path(__file__).parents[2] / "feeds.yaml"


@pytest.fixture(scope="module")
def pack() -> dict[str, Source]:
    """The shipped sources by id; loading them is the first test."""
    return {source.id: source for source in load_feeds(PACK)}


def test_the_pack_has_its_outlets_and_its_defaults(pack: dict[str, Source]) -> None:
    """140 outlets of the catalogue and three JSON lists; 41 of them on."""
    assert len(pack) == 143
    assert sum(source.enabled for source in pack.values()) == 41


def test_the_defaults_speak_for_all_sides_and_languages(pack: dict[str, Source]) -> None:
    """Both countries, the states around them, and four ways of reading."""
    on = [source for source in pack.values() if source.enabled]
    assert Counter(source.side for source in on) == {"KR": 18, "CN": 11, "INT": 5, "US": 4, "TW": 2, "JP": 1}
    assert Counter(source.lang for source in on) == {"en": 24, "ko": 10, "zh-Hans": 7}
    assert Counter(source.format for source in on) == {"feed": 28, "page": 12, "sitemap": 1}


# Who speaks or is quoted in the article that started the project.
SEED = {
    "Global Times": r"^globaltimes-",
    "Chinese embassy in Seoul": r"^(china-embassy-rok|mfa-zh-spokesperson|yna-zh-china-relations|gnews-zh-china-korea-chips)$",
    "Yonhap": r"^yna-",
    "Commerce Ministry's press conference": r"^mofcom-(zh|en)-(press-conference|spokesperson)$",
    "CGTN": r"^cgtn-",
    "Korean ministries": r"^(motir|mofa)-(ko|kr)-",
}


@pytest.mark.parametrize("entity", SEED)
def test_every_entity_of_the_seed_article_keeps_two_routes(entity: str, pack: dict[str, Source]) -> None:
    """One outlet's redesign must not silence anybody in the story."""
    routes = [source.id for source in pack.values() if source.enabled and re.search(SEED[entity], source.id)]
    assert len(routes) >= 2, routes


def test_no_address_is_polled_twice(pack: dict[str, Source]) -> None:
    """Two entries of one address would be one outlet asked twice."""
    assert [url for url, times in Counter(source.url for source in pack.values()).items() if times > 1] == []


def test_every_entry_knows_the_zone_of_dates_without_one(pack: dict[str, Source]) -> None:
    """A Korean time read as UTC is nine hours off."""
    assert [source.id for source in pack.values() if not source.assume_tz] == []


def test_state_media_are_marked_and_public_broadcasters_are_not(pack: dict[str, Source]) -> None:
    """An alert says whose voice it carries."""
    marked = {source.id.partition("-")[0] for source in pack.values() if source.state_media}
    assert marked == {
        "globaltimes", "cgtn", "chinadaily", "xinhua", "chinanews", "ecns", "peoplesdaily", "people", "yicai",
        "stcn", "cankaoxiaoxi",
    }  # fmt: skip


def test_legacy_tls_is_allowed_for_one_host_only(pack: dict[str, Source]) -> None:
    """A concession to one server is no concession to the others."""
    assert {urlsplit(source.url).hostname for source in pack.values() if source.tls} == {"cn.yna.co.kr"}


def test_ids_that_live_in_the_query_are_kept(pack: dict[str, Source]) -> None:
    """idxno=, no= and seq= are the article; without them every article is one."""
    keyed = {
        key: {
            source.id for source in pack.values() if re.search(rf"\b{key}=", source.link_allow + str(source.selectors))
        }
        for key in ("idxno", "no", "seq")
    }
    kept = {key: {source.id for source in pack.values() if key in source.keep_query_params} for key in keyed}
    assert all(keyed.values())
    assert {key: ids - kept[key] for key, ids in keyed.items()} == {"idxno": set(), "no": set(), "seq": set()}


def test_searches_are_spread_and_cleaned(pack: dict[str, Source]) -> None:
    """Google throttles: six queries fit into half an hour; its placeholder and publisher suffix are no news."""
    searches = [source for source in pack.values() if source.query]
    assert len(searches) == 6
    assert {source.host_delay for source in searches} == {timedelta(minutes=4)}
    assert sum((source.host_delay for source in searches), timedelta()) < min(source.every for source in searches)
    assert all(re.search(source.drop_title[0], "This feed is not available.") for source in searches)
    cut = re.sub(searches[0].title_strip_suffix, "", "Korea and China talk about chips - The Korea Herald")
    assert cut == "Korea and China talk about chips"


def test_a_daily_summary_under_one_title_is_dropped(pack: dict[str, Source]) -> None:
    """Yonhap's digest returns each day; an article about a summary stays."""
    dropped = pack["yna-en-news"].drop_title
    assert any(re.search(pattern, "Yonhap News Summary") for pattern in dropped)
    assert not any(re.search(pattern, "Leaders publish summary of Yonhap talks") for pattern in dropped)


@pytest.mark.parametrize(
    ("source", "summary", "expected"),
    [
        ("yna-ko-industry", "(서울=연합뉴스) 홍길동 기자 = 정부가 반도체 대책을 내놨다.", "정부가 반도체 대책을 내놨다."),
        ("yna-ko-international", "(베이징·서울=연합뉴스) 홍길동 특파원 이몽룡 기자 = 중국 상무부는", "중국 상무부는"),
        ("yna-ko-industry", "삼성전자는 매출=순이익이라고 했다", "삼성전자는 매출=순이익이라고 했다"),
        ("newsis-international", "[서울=뉴시스] 홍길동 기자 = 미국이 ◎공감언론 뉴시스 hong@newsis.example", "미국이"),
    ],
)  # fmt: skip
def test_bylines_and_addresses_are_cut_from_summaries(
    source: str, summary: str, expected: str, pack: dict[str, Source]
) -> None:
    """No reporter's name or address is matched or stored."""
    for pattern in pack[source].summary_clean:
        summary = re.sub(pattern, "", summary)
    assert summary.strip() == expected


@pytest.mark.parametrize(
    ("source", "url", "expected"),
    [
        ("xinhua-en-world", "https://english.news.cn/20261120/0123456789abcdef0123456789abcdef/c.html", ("2026", "11", "20")),
        ("chinadaily-tech", "https://www.chinadaily.com.cn/a/202611/20/WS6543210fa31.html", ("2026", "11", "20")),
        ("zdnet-korea-semiconductor", "https://zdnet.co.kr/view/?no=20261120093000", ("2026", "11", "20")),
        ("mofcom-zh-press-conference", "https://www.mofcom.gov.cn/xwfbzt/2026/swbzklxxwfbh2026n11y5r/index.html", ("2026", "11", "5")),
        ("mfa-zh-spokesperson", "https://www.mfa.gov.cn/web/wjdt_674879/fyrbt_674889/202611/t20261120_1.shtml", ("2026", "11", "20")),
        ("mfa-en-regular-press", "https://www.mfa.gov.cn/eng/xw/fyrbt/lxjzh/202611/t20261120_11.html", ("2026", "11", "20")),
        ("people-zh-world", "http://world.people.com.cn/n1/2026/1120/c1002-40000000.html", ("2026", "11", "20")),
        ("ecns-rss", "https://www.ecns.cn/news/2026-11-20/detail-abc.shtml", ("2026", "11", "20")),
    ],
)  # fmt: skip
def test_the_day_is_read_from_addresses_that_carry_it(
    source: str, url: str, expected: tuple[str, str, str], pack: dict[str, Source]
) -> None:
    """A fallback where the list gives no date."""
    found = re.search(pack[source].date_from_url, url)
    assert found is not None
    assert found.group("y", "m", "d") == expected


@pytest.mark.parametrize(
    ("source", "url", "expected"),
    [
        ("globaltimes-world", "https://www.globaltimes.cn/page/202611/1271234.shtml", True),
        ("globaltimes-world", "https://www.globaltimes.cn/world/index.html", False),
        ("yna-zh-china-relations", "https://cn.yna.co.kr/view/ACK20261120001100881", True),
        ("yna-zh-china-relations", "https://cn.yna.co.kr/economy/index", False),
        ("thelec-ko-semiconductor", "https://www.thelec.kr/news/articleView.html?idxno=30001", True),
        ("motir-ko-html", "https://www.motir.go.kr/kor/article/ATCL3f49a5a8c/171234/view", True),
        ("gnews-ko-china-korea-chips", "https://news.google.com/rss/articles/CBMiabc?oc=5", True),
    ],
)  # fmt: skip
def test_only_articles_pass_the_link_pattern(source: str, url: str, expected: bool, pack: dict[str, Source]) -> None:
    """Section pages and videos under the same list are not news."""
    assert (re.search(pack[source].link_allow, url) is not None) is expected


def test_wrong_or_absent_dates_are_overridden(pack: dict[str, Source]) -> None:
    """Zones that lie, dates that are missing, a list that covers half a day."""
    assert pack["einfomax-international"].override_tz == "Asia/Seoul"
    assert pack["ecns-rss"].override_tz == "Asia/Shanghai"
    assert pack["nikkei-asia"].date_precision == "none"
    assert pack["globaltimes-china-diplomacy"].date_precision == "none"
    assert pack["sia-news"].selectors["date_format"] == "%m/%d/%y"
    assert pack["chinanews-finance"].every == timedelta(minutes=15)


def test_hosts_that_break_under_haste_are_given_time(pack: dict[str, Source]) -> None:
    """Yonhap resets parallel requests; government hosts are slow from abroad."""
    assert {s.host_delay for s in pack.values() if s.id.startswith("yna-")} == {timedelta(seconds=5)}
    assert {s.timeout for s in pack.values() if ".gov.cn/" in s.url} == {timedelta(seconds=30)}
    assert pack["mfa-zh-spokesperson"].retries == 4


def test_what_robots_forbid_is_off_and_stays_forbidden(pack: dict[str, Source]) -> None:
    """Nobody's robots.txt is ignored by the shipped pack."""
    assert pack["jiwei"].enabled is False
    assert [source.id for source in pack.values() if not source.respect_robots] == []


def test_no_browser_is_faked(pack: dict[str, Source]) -> None:
    """The pack sends no User-Agent of its own."""
    assert [s.id for s in pack.values() if any(name.lower() == "user-agent" for name in s.headers)] == []
