"""Ten thousand pairs of addresses: the same article in disguise, and other articles that look alike."""

import random

from bot.desk.text.urls import url_key

HOSTS = ("news.example.com", "en.sample-daily.co.kr", "www.sample.cn", "economy.sample.tw")
SHAPES = (
    "/view/{n}",
    "/article/2026/11/{n}.html",
    "/news/articleView.html?idxno={n}",
    "/a?id={n}&section=chips",
    "/n1/2026/1122/c{n}.html",
    "/story.php?aid={n}",
)
TRACKERS = ("utm_source=x", "utm_medium=rss", "fbclid=Iw{n}", "gclid=abc", "utm_campaign=spring", "mc_cid=99")


def addresses(count: int, seed: int) -> list[str]:
    rnd = random.Random(seed)
    return [
        f"https://{rnd.choice(HOSTS)}{rnd.choice(SHAPES).format(n=number)}"
        for number in rnd.sample(range(10_000_000, 99_999_999), count)
    ]


def disguises(address: str, rnd: random.Random) -> list[str]:
    """What feeds, mobile pages and newsletters make of one address."""
    tracked = address + ("&" if "?" in address else "?") + rnd.choice(TRACKERS).format(n=rnd.randrange(10**6))
    host = address.split("/")[2]
    return [
        tracked,
        address.replace("https://", "http://"),
        address.replace(host, f"m.{host.removeprefix('www.')}"),
        address.replace(host, host.removeprefix("www."))
        if host.startswith("www.")
        else address.replace(host, f"www.{host}"),
        address.replace(host, f"{host}:443"),
        address.replace(host, host.upper()),
        f"{address}#comments",
    ]


def test_disguises_are_seen_through():
    """At most ten of ten thousand pairs are missed."""
    rnd = random.Random(5)
    pairs = [(address, other) for address in addresses(1500, 1) for other in disguises(address, rnd)]

    missed = [pair for pair in pairs if url_key(pair[0]) != url_key(pair[1])]

    assert (len(pairs) >= 10_000, missed[10:]) == (True, [])


def test_neighbours_are_told_apart():
    """Not one of ten thousand pairs that differ by their number, host or section is taken for one."""
    rnd = random.Random(6)
    pairs = []
    for address in addresses(5000, 2):
        number = next(
            part
            for part in address.replace("=", "/").replace(".", "/").replace("&", "/").split("/")
            if part.strip("c").isdigit() and len(part) >= 8
        )
        digits = number.strip("c")
        pairs.append((address, address.replace(digits, str(int(digits) + rnd.choice((1, 10, 1000))))))
        host = address.split("/")[2]
        pairs.append((address, address.replace(host, next(other for other in HOSTS if other != host))))

    wrong = [pair for pair in pairs if url_key(pair[0]) == url_key(pair[1])]

    assert (len(pairs), wrong) == (10_000, [])
