"""Identity of addresses: what is removed, what never is."""

import itertools
import random
import re

import pytest

from bot.desk.text import urls
from bot.desk.text.trackers import SESSIONS, TRACKERS
from bot.desk.text.urls import clean_url, url_key

ARTICLES = (
    "https://www.etnews.com/news/articleView.html?idxno=20260101",
    "https://www.thelec.net/news/articleView.html?idxno=5402",
    "https://zdnet.co.kr/view/?no=20260725103012",
    "https://www.businesskorea.co.kr/news/articleView.html?idxno=97105",
    "https://news.einfomax.co.kr/news/articleView.html?idxno=4223001",
    "https://chinese.joins.com/news/articleView.html?idxno=107702",
    "https://www.mofa.go.kr/www/brd/m_4080/view.do?seq=372499",
    "https://news.example.org/view.php?uid=55",
    "https://news.example.org/read?cid=9&aid=3",
    "https://en.yna.co.kr/view/AEN20220725001200320",
    "https://www.globaltimes.cn/page/202207/1271398.shtml",
    "https://www.whitehouse.example/?p=4711",
    "https://www.scmp.com/tech/policy/article/3186400/title/",
    "https://news.example.cn/中文/文章.html",
)


def mutations(url):
    """Other addresses under which the same article is met."""
    sign = "&" if "?" in url else "?"
    base, _, query = url.partition("?")
    tail = f"?{query}" if query else ""
    yield from (f"{url}{sign}{name}=x1" for name in sorted(TRACKERS)[::4])
    yield from (f"{url}{sign}{name}=0A1B" for name in sorted(SESSIONS))
    yield from (f"{base}?{name}=mail&{query}".rstrip("&") for name in ("utm_source", "fbclid", "UTM_Medium"))
    yield url.replace("https://", "http://")
    yield url.replace("https://", "HTTPS://")
    bare = url.replace("https://", "").removeprefix("www.")
    yield from (f"https://{host}{bare}" for host in ("", "www.", "m.", "amp.", "www.m.", "mobile."))
    host, _, path = bare.partition("/")
    yield from (f"https://{host}:443/{path}", f"http://{host}:80/{path}", f"https://{host.upper()}/{path}")
    yield from (f"https://{host}/x/../{path}", f"https://{host}/./{path}", f"https://{host}./{path}")
    yield from (f"{url}#comments", f"{url}#:~:text=chip", f"{url}#utm_source=rss")
    yield from (f"{base.rstrip('/')}{tail}", f"{base.rstrip('/')}/{tail}")
    yield from (f"{url}{sign}amp=1", f"{url}{sign}amp", f"{url}{sign}outputType=amp")
    yield from (f"{base.rstrip('/')}/amp{tail}", f"{base.rstrip('/')}/amp/{tail}")
    yield f"{base};jsessionid=F00{tail}"
    yield "?".join((base, "&".join(reversed(query.split("&"))))) if query else url
    yield f" {url} "


CASES = [(url, mutation) for url in ARTICLES for mutation in mutations(url)]


def test_there_are_enough_mutations():
    """The generator makes at least five hundred."""
    assert len(set(CASES)) >= 500


def test_a_mutation_is_the_same_article():
    """None of the generated addresses makes a new article."""
    assert [(url, other) for url, other in CASES if url_key(url) != url_key(other)] == []


def test_articles_stay_apart():
    """Outlets with their ids only in the query, and all others, keep every article apart."""
    ids = [
        "idxno",
        "no",
        "seq",
        "uid",
        "id",
        "p",
        "aid",
        "cid",
        "newsid",
        "news_id",
        "articleid",
        "article_id",
        "docid",
        "doc_id",
        "sid",
        "s",
        "n",
        "num",
        "number",
        "idx",
        "key",
        "ref",
        "from",
        "source",
        "type",
        "code",
        "page",
        "date",
        "pid",
        "bbsid",
        "board",
        "mode",
        "nid",
        "oid",
        "arcid",
        "view",
        "mkt_no",
        "keyword",
        "cmp",
        "tag",
    ]
    pairs = [f"https://x.co.kr/view.php?{name}={value}" for name in ids for value in (1, 2)]
    every = [*ARTICLES, *pairs, "https://x.co.kr/a", "https://x.co.kr/A", "https://x.co.kr/a/b", "https://y.co.kr/a"]
    keys = [url_key(url) for url in every]
    assert len(every) == len(set(keys))


@pytest.mark.parametrize("url", ARTICLES)
def test_two_articles_of_an_outlet_stay_two(url):
    """Another last digit or letter of the address is another article."""
    assert url_key(url) != url_key(url.rstrip("/") + "9")


def test_mutations_never_cross():
    """No mutation of one article is a mutation of another."""
    owners = {}
    for url, mutation in CASES:
        owners.setdefault(url_key(mutation), set()).add(url)
    assert [1] * len(ARTICLES) == [len(urls) for urls in owners.values()]


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://a.kr/x/?utm_source=rss&idxno=1&fbclid=2", "https://a.kr/x/?idxno=1"),
        ("https://a.kr/x?utm_source=rss", "https://a.kr/x"),
        ("HTTP://WWW.A.kr:80/%7ex/?b=2&a=1;c#top", "HTTP://WWW.A.kr:80/%7ex/?b=2&a=1;c#top"),
        ("https://a.kr/x#utm_source=rss", "https://a.kr/x"),
        ("https://a.kr/#!/news/5", "https://a.kr/#!/news/5"),
        ("https://a.kr/x?PHPSESSID=1", "https://a.kr/x?PHPSESSID=1"),
        ("mailto:desk@a.kr", "mailto:desk@a.kr"),
        ("http://[::1", "http://[::1"),
    ],
)
def test_what_is_shown(url, shown):
    """The address as the outlet gave it, trackers removed and nothing else."""
    assert shown == clean_url(url)


def test_outlet_rules():
    """An outlet may keep what looks like a tracker and drop what does not."""
    url = "https://a.kr/v?ncid=7&list=3"
    assert clean_url(url, keep=("ncid",), drop=("list",)) == "https://a.kr/v?ncid=7"
    assert url_key(url, keep=("NCID",), drop=("list",)) == "a.kr/v?ncid=7"
    assert url_key("https://a.kr/#!/1", keep_fragment=True) != url_key("https://a.kr/#!/2", keep_fragment=True)
    assert clean_url("https://a.kr/x#ref=1", keep_fragment=True) == "https://a.kr/x#ref=1"


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("http://[2001:db8::1]:8080/a", "[2001:db8::1]:8080/a"),
        ("https://a.kr:8443/a", "a.kr:8443/a"),
        ("https://m.com/a", "m.com/a"),
        ("https://a.kr", "a.kr"),
        ("https://a.kr/../../b", "a.kr/b"),
        ("https://a.kr/amp/b/c", "a.kr/b/c"),
        ("https://a.kr/b.amp.html", "a.kr/b.html"),
        ("https://a.kr/%e4%b8%ad", "a.kr/%E4%B8%AD"),
        ("ftp://a.kr/b", "ftp://a.kr/b"),
        ("not an address", "not an address"),
    ],
)
def test_keys(url, key):
    """Ports, dots and hosts that only look like variants."""
    assert key == url_key(url)


def test_every_tracker_is_exact():
    """A longer name than a tracker's is an unknown parameter, and unknown parameters stay."""
    longer = [f"{name}x" for name in TRACKERS if f"{name}x" not in TRACKERS]
    kept = [f"https://a.kr/?{name}=1" for name in longer]
    assert kept == [clean_url(url) for url in kept]
    assert all(a == a.lower() for a in itertools.chain(TRACKERS, SESSIONS))


def test_a_plain_address_has_the_key_that_the_long_way_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    """Addresses put together of everything that is evened out, and of what only looks like it."""
    dice = random.Random(5)
    hosts = ("example.com", "www.m.example.co.kr", "a-b.kr", "m.kr", "127.0.0.1", "a..b", "-a.com", "Example.com")
    ports = ("", "", "", ":80", ":443", ":8080", ":")
    parts = ("/", "/a", "/A.html", "/amp", "/AMP/", "/amphibia", ".amp", ".amp.html", "/..", "/./", "/~u", "//", "-_")
    addresses = [
        f"{dice.choice(('http', 'https'))}://{dice.choice(hosts)}{dice.choice(ports)}"
        f"{''.join(dice.choices(parts, k=dice.randint(0, 4)))}{dice.choice(('', '', '', '?a=1', '#b', ' '))}"
        for _ in range(4_000)
    ]
    quick = [url_key(address) for address in addresses]
    monkeypatch.setattr(urls, "_PLAIN", re.compile(r"(?!)"))
    assert quick == [url_key(address) for address in addresses]


def test_an_address_that_falls_apart_when_evened_out_is_its_own_key() -> None:
    """One bad link must not stop the reading of its document."""
    odd = ["http://..//x:y/", "http://.//x:y", "http://..//[x", "http://o.example/\ud800a?b=\udfff"]

    assert odd == [url_key(address) for address in odd]
