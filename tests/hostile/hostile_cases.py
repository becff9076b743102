"""What a hostile or broken outlet may answer, and what must come of it: one line a case."""

import gzip
import json
import zlib
from dataclasses import dataclass, field

import brotli
from hostile_server import Again, Hang, Pause, Reset, Step, answered

from bot.intake.packing import zstd

KO = "삼성전자 시안 공장 반도체 장비 반출 허가"
ZH = "商务部回应美国对华半导体出口管制措施"
TW = "南韓與美國討論半導體出口管制對台灣的影響"
JA = "韓国の半導体輸出規制について日本政府が発表"
EN = "Seoul weighs chip export rules"


@dataclass(frozen=True)
class Case:
    """One answer, and what must be seen of it."""

    name: str
    script: tuple[Step, ...] = ()
    cause: str = ""  # of Fetched or, if that is fine, of Parsed; "" = it is read
    tokens: tuple[str, ...] = ()  # in the titles of the items, in any order
    absent: tuple[str, ...] = ()  # nowhere in the items
    status: int = 0  # to be reported
    items: int = -1  # exactly so many
    url: str = ""  # instead of the case's own address
    source: dict[str, object] = field(default_factory=dict)
    causes: tuple[str, ...] = ()  # any of these will do


def rss(*titles: str, declared: str = "utf-8", extra: str = "", before: str = "", after: str = "") -> str:
    """A small feed; titles go in as they are."""
    items = "".join(
        f"<item><title>{title}</title><link>http://outlet.example/a/{n}</link>"
        f"<guid>http://outlet.example/a/{n}</guid><pubDate>Sun, 22 Nov 2026 09:0{n % 10}:00 +0900</pubDate></item>\n"
        for n, title in enumerate(titles)
    )
    xml = f'<?xml version="1.0" encoding="{declared}"?>\n' if declared else ""
    return (
        f'{before}{xml}<rss version="2.0"><channel><title>Outlet</title><link>http://outlet.example/</link>'
        f"<description>d</description>{extra}\n{items}</channel></rss>{after}"
    )


FEED = rss(KO, ZH, EN).encode()
ALL = (KO, ZH, EN)


def ok(
    name: str, body: bytes, *tokens: str, headers: tuple[str, ...] = (), kind: str = "application/xml", **more: object
) -> Case:
    """A case whose answer is well-formed HTTP and whose items must be found."""
    return Case(name, (answered(body, headers=headers, kind=kind),), tokens=tokens, **more)  # type: ignore[arg-type]


def bad(
    name: str,
    cause: str,
    body: bytes = b"",
    *,
    status: str = "200 OK",
    headers: tuple[str, ...] = (),
    kind: str = "application/xml",
    **more: object,
) -> Case:
    """A case whose answer is well-formed HTTP and must be refused."""
    script = (answered(body, status=status, headers=headers, kind=kind),)
    return Case(name, script, cause=cause, absent=("<", "secret"), items=0, **more)  # type: ignore[arg-type]


def chunks(body: bytes, size: int = 50) -> bytes:
    """A body in chunked transfer encoding."""
    parts = [body[n : n + size] for n in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
CLOSING = HEAD + b"Connection: close\r\n\r\n"


def transport() -> list[Case]:
    """What may happen to the bytes on their way."""
    n = len(FEED)
    return [
        ok("plain", FEED, *ALL),
        Case("no-length-until-close", (CLOSING, FEED), tokens=ALL),
        Case("http-1.0", (b"HTTP/1.0 200 OK\r\n\r\n", FEED), tokens=ALL),
        Case("chunked", (CHUNKED, chunks(FEED)), tokens=ALL),
        Case("chunked-one-byte-each", (CHUNKED, chunks(FEED, 1)), tokens=ALL),
        Case("chunk-extensions", (CHUNKED, b"%x;name=value\r\n%s\r\n0\r\n\r\n" % (n, FEED)), tokens=ALL),
        Case("chunk-trailers", (CHUNKED, chunks(FEED)[:-2], b"X-Late: 1\r\n\r\n"), tokens=ALL),
        Case("chunk-size-garbage", (CHUNKED, b"zz\r\n", FEED), causes=("cut", "protocol"), items=0),
        Case("chunk-size-negative", (CHUNKED, b"-5\r\n", FEED), causes=("cut", "protocol"), items=0),
        Case("chunk-size-huge", (CHUNKED, b"ffffffffffffffffff\r\n", FEED), causes=("cut", "protocol"), items=0),
        Case(
            "chunk-garbage-after-items",
            (CHUNKED, b"%x\r\n%s\r\n" % (n, FEED), Pause(0.2), b"zz\r\n"),
            cause="cut",
            tokens=ALL,
        ),
        Case("chunked-cut-after-items", (CHUNKED, b"%x\r\n%s\r\n" % (n, FEED)), cause="cut", tokens=ALL),
        Case("chunked-cut-mid-item", (CHUNKED, b"%x\r\n%s" % (n, FEED[:-60])), cause="cut", tokens=(KO, ZH)),
        Case("length-too-large", (HEAD + b"Content-Length: %d\r\n\r\n" % (n + 500), FEED), cause="cut", tokens=ALL),
        Case("length-too-small", (HEAD + b"Content-Length: %d\r\n\r\n" % (n - 40), Pause(0.2), FEED), tokens=(KO, ZH)),
        Case(
            "length-too-small-at-once",
            (HEAD + b"Content-Length: %d\r\n\r\n" % (n - 40) + FEED,),
            causes=("", "protocol"),
        ),
        Case(
            "length-twice-equal",
            (HEAD + b"Content-Length: %d\r\nContent-Length: %d\r\n\r\n" % (n, n), FEED),
            causes=("", "protocol"),
        ),
        Case(
            "length-twice-different",
            (HEAD + b"Content-Length: 5\r\nContent-Length: %d\r\n\r\n" % n, FEED),
            causes=("protocol",),
        ),
        Case("length-negative", (HEAD + b"Content-Length: -1\r\n\r\n", FEED), cause="protocol"),
        Case("length-words", (HEAD + b"Content-Length: many\r\n\r\n", FEED), cause="protocol"),
        Case(
            "length-and-chunked",
            (HEAD + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n", chunks(FEED)),
            causes=("", "protocol"),
        ),
        Case("length-beyond-cap", (HEAD + b"Content-Length: 209715200\r\n\r\n", FEED), cause="too-large"),
        Case("200-mb", (HEAD + b"Content-Length: 209715200\r\n\r\n", Again(b"x" * 65536, 3200)), cause="too-large"),
        Case("endless-body", (CLOSING, Again(b"<item>" * 10_000)), cause="too-large"),
        Case("endless-chunks", (CHUNKED, Again(b"10000\r\n" + b" " * 65536 + b"\r\n")), cause="too-large"),
        Case("endless-empty-lines", (CLOSING, Again(b"\n" * 60_000)), cause="too-large"),
        Case("drip-body", (CLOSING, FEED[:40], Again(b" ", pause=0.05)), cause="timeout"),
        Case("drip-headers", (b"HTTP/1.1 200 OK\r\n", Again(b"X: y\r\n", pause=0.05)), causes=("timeout", "protocol")),
        Case("drip-status-line", (Again(b"H", pause=0.05),), causes=("timeout", "protocol")),
        Case("stall-before-headers", (Hang(),), cause="timeout"),
        Case("stall-in-headers", (b"HTTP/1.1 200 OK\r\nContent-Ty", Hang()), cause="timeout"),
        Case("stall-in-body", (HEAD + b"Content-Length: 99999\r\n\r\n", FEED[:100], Hang()), cause="timeout"),
        Case("slow-but-in-time", (CLOSING, FEED[:100], Pause(0.4), FEED[100:]), tokens=ALL),
        Case("cut-at-once", (), cause="cut"),
        Case("cut-in-headers", (b"HTTP/1.1 200 OK\r\nContent-",), cause="cut"),
        Case("cut-before-body", (HEAD + b"Content-Length: 500\r\n\r\n",), cause="cut"),
        Case("reset-at-once", (Reset(),), cause="cut"),
        Case("reset-in-headers", (b"HTTP/1.1 200", Pause(0.1), Reset()), cause="cut"),
        Case(
            "reset-in-body",
            (HEAD + b"Content-Length: %d\r\n\r\n" % (n + 9), FEED, Pause(0.2), Reset()),
            cause="cut",
            tokens=ALL,
        ),
        Case("not-http-ssh", (b"SSH-2.0-OpenSSH_9.6\r\n",), cause="protocol"),
        Case("not-http-smtp", (b"220 mail.example ESMTP\r\n", Hang()), causes=("protocol",)),
        Case("not-http-binary", (bytes(range(256)) * 40,), cause="protocol"),
        Case("not-http-html", (b"<html><body>hello</body></html>",), cause="protocol"),
        Case("bare-feed-without-http", (FEED,), cause="protocol"),
        Case("endless-garbage", (Again(b"\x00\xff" * 5000),), cause="protocol"),
        Case("tls-record", (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc",), cause="protocol"),
        Case(
            "continue-flood",
            (Again(b"HTTP/1.1 100 Continue\r\n\r\n", 200), answered(FEED)),
            causes=("", "protocol", "timeout"),
        ),
        Case("early-hints", (b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n", answered(FEED)), tokens=ALL),
        Case(
            "upgrade",
            (b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: upgrade\r\n\r\n", FEED),
            causes=("status", "protocol"),
        ),
        Case("unasked-304", (b"HTTP/1.1 304 Not Modified\r\n\r\n",), cause="status", status=304),
    ]


def packing() -> list[Case]:
    """Content encodings: whole, broken, lying, and bombs."""
    pack = {
        "gzip": gzip.compress,
        "deflate": zlib.compress,
        "br": brotli.compress,
        "zstd": zstd.compress,
    }
    cases = []
    for name, packed in pack.items():
        enc = (f"Content-Encoding: {name}",)
        body = packed(FEED)
        bomb = packed(b"\x00" * 40_000_000)
        nested = packed(packed(b" " * 40_000_000))
        text_bomb = packed(b"<item><title>x</title></item>" * 1_000_000)
        cases += [
            ok(f"{name}", body, *ALL, headers=enc),
            ok(f"{name}-upper", body, *ALL, headers=(f"content-encoding:  {name.upper()} ",)),
            ok(f"{name}-announced-but-plain", FEED, *ALL, headers=enc),
            Case(
                f"{name}-drip",
                (
                    HEAD + f"Content-Encoding: {name}\r\nConnection: close\r\n\r\n".encode(),
                    *(body[n : n + 40] for n in range(0, len(body), 40)),
                ),
                tokens=ALL,
            ),
            bad(f"{name}-bomb", "too-large", bomb, headers=enc),
            bad(f"{name}-text-bomb", "too-large", text_bomb, headers=enc),
            bad(f"{name}-bomb-without-length", "too-large", bomb + b"x", headers=enc),
            Case(
                f"{name}-nested-bomb",
                (answered(nested, headers=enc),),
                causes=("encoding", "too-large", "not-a-feed"),
                items=0,
            ),
            Case(
                f"{name}-endless",
                (HEAD + f"Content-Encoding: {name}\r\n\r\n".encode(), bomb[:2000], Again(b"\x00" * 65536)),
                causes=("too-large", "encoding"),
                items=0,
            ),
            bad(
                f"{name}-announced-twice",
                "encoding",
                packed(packed(FEED)),
                headers=(f"Content-Encoding: {name}, {name}",),
            ),
            bad(f"{name}-garbage", "encoding", b"\x91\x92\x93\x94" * 50, headers=enc),
            Case(f"{name}-empty", (answered(b"", headers=enc),), cause="not-a-feed", items=0),
        ]
    return [
        *cases,
        ok("x-gzip", gzip.compress(FEED), *ALL, headers=("Content-Encoding: x-gzip",)),
        ok("gzip-unannounced", gzip.compress(FEED), *ALL),
        ok("gzip-called-deflate", gzip.compress(FEED), *ALL, headers=("Content-Encoding: deflate",)),
        ok("deflate-raw", zlib.compress(FEED, wbits=-15), *ALL, headers=("Content-Encoding: deflate",)),
        ok(
            "gzip-members",
            gzip.compress(FEED[:99]) + gzip.compress(FEED[99:]),
            *ALL,
            headers=("Content-Encoding: gzip",),
        ),
        ok("gzip-padding", gzip.compress(FEED) + b"\x00" * 512, *ALL, headers=("Content-Encoding: gzip",)),
        ok(
            "gzip-without-trailer", gzip.compress(FEED)[:-8], *ALL, headers=("Content-Encoding: gzip",), causes=("cut",)
        ),
        ok(
            "gzip-cut",
            gzip.compress(rss(KO, ZH, *(f"{EN} {n * 7919}" for n in range(400))).encode())[:-900],
            KO,
            ZH,
            headers=("Content-Encoding: gzip",),
            causes=("cut",),
        ),
        bad(
            "gzip-broken-middle",
            "encoding",
            gzip.compress(FEED)[:60] + b"\xff" * 60,
            headers=("Content-Encoding: gzip",),
        ),
        bad(
            "gzip-wrong-checksum",
            "encoding",
            gzip.compress(FEED)[:-8] + b"\x01" * 8,
            headers=("Content-Encoding: gzip",),
        ),
        bad("gzip-unannounced-bomb", "too-large", gzip.compress(b" " * 40_000_000)),
        bad("gzip-many-empty-members", "not-a-feed", gzip.compress(b"") * 20_000, headers=("Content-Encoding: gzip",)),
        bad(
            "zstd-window-2-gb",
            "encoding",
            b"\x28\xb5\x2f\xfd\x00\xa8" + b"\x01\x00\x00" * 9,
            headers=("Content-Encoding: zstd",),
        ),
        bad("encoding-unknown", "encoding", FEED, headers=("Content-Encoding: compress",)),
        bad("encoding-invented", "encoding", FEED, headers=("Content-Encoding: x-secret-sauce",)),
        bad("encoding-list-of-many", "encoding", FEED, headers=("Content-Encoding: " + ", ".join(["gzip"] * 100),)),
        ok("encoding-identity", FEED, *ALL, headers=("Content-Encoding: identity",)),
        ok("encoding-empty", FEED, *ALL, headers=("Content-Encoding: ",)),
        bad("zip-archive", "not-a-feed", b"PK\x03\x04" + bytes(200)),
    ]


def statuses() -> list[Case]:
    """Answers that are no document, with and without a feed in their body."""
    cases = [
        Case(f"status-{code}", (answered(FEED, status=f"{code} Whatever"),), cause="status", status=code, items=0)
        for code in (
            201,
            202,
            206,
            300,
            400,
            401,
            402,
            403,
            404,
            405,
            406,
            410,
            412,
            418,
            429,
            451,
            500,
            502,
            503,
            504,
            520,
            599,
            999,
        )
    ]
    page = "<!DOCTYPE html><html><head><title>{}</title></head><body><h1>{}</h1><form><input type=password></form></body></html>"
    pages = {
        "login-wall": "Sign in to continue",
        "challenge": "Just a moment... Checking your browser",
        "parking": "This domain is for sale",
        "captcha": "请输入验证码",
        "korean-error": "요청하신 페이지를 찾을 수 없습니다",
        "maintenance": "We will be back soon",
    }
    return [
        *cases,
        *(
            bad(f"200-{name}", "not-a-feed", page.format(text, text).encode(), kind="text/html")
            for name, text in pages.items()
        ),
        *(
            bad(f"200-{name}-as-xml", "not-a-feed", page.format(text, text).encode(), kind="application/rss+xml")
            for name, text in pages.items()
        ),
        bad("200-empty", "not-a-feed"),
        bad("200-blank", "not-a-feed", b" \r\n\t " * 50),
        bad(
            "200-json-error",
            "not-a-feed",
            json.dumps({"error": {"code": 403, "message": "quota"}}).encode(),
            kind="application/json",
        ),
        bad("200-json-list", "not-a-feed", b"[1, 2, 3]", kind="application/json"),
        bad("200-pdf", "not-a-feed", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", kind="application/pdf"),
        bad("200-png", "not-a-feed", b"\x89PNG\r\n\x1a\n" + bytes(300), kind="image/png"),
        bad("200-text", "not-a-feed", b"It works!", kind="text/plain"),
        bad(
            "200-soap-fault", "not-a-feed", b'<?xml version="1.0"?><Envelope><Body><Fault>no</Fault></Body></Envelope>'
        ),
        bad("200-svg", "not-a-feed", b'<svg xmlns="http://www.w3.org/2000/svg"><title>x</title></svg>'),
        bad(
            "200-opml",
            "not-a-feed",
            b'<opml version="2.0"><head/><body><outline text="x" xmlUrl="http://a.example/"/></body></opml>',
        ),
        ok("feed-as-html", FEED, *ALL, kind="text/html"),
        ok("feed-as-text", FEED, *ALL, kind="text/plain"),
        ok("feed-as-image", FEED, *ALL, kind="image/jpeg"),
        ok("feed-without-type", FEED, *ALL, kind=""),
        ok("feed-with-broken-type", FEED, *ALL, kind=";;;=;charset"),
    ]


def redirects() -> list[Case]:
    """Where redirects may lead."""

    def moved(name: str, to: str, cause: str, code: int = 302, **more: object) -> Case:
        line = f"HTTP/1.1 {code} Moved\r\nLocation: {to}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        return Case(name, (line.encode("utf-8", "surrogateescape"),), cause=cause, **more)  # type: ignore[arg-type]

    fine = [moved(f"redirect-{code}", "/plain", "", code, tokens=ALL) for code in (301, 302, 303, 307, 308)]
    return [
        ok("plain", FEED, *ALL),
        *fine,
        moved("redirect-absolute", "http://127.0.0.1:{port}/plain", "", tokens=ALL),
        moved("redirect-relative", "plain", "", tokens=ALL),
        moved("redirect-dots", "../../x/../plain", "", tokens=ALL),
        moved("redirect-scheme-relative", "//127.0.0.1:{port}/plain", "", tokens=ALL),
        moved("redirect-fragment", "/plain#top", "", tokens=ALL),
        moved("redirect-query", "/plain?a=b%2Fc&d=%EC", "", tokens=ALL),
        moved("redirect-self", "/redirect-self", "redirect"),
        moved("redirect-ping", "/redirect-pong", "redirect"),
        moved("redirect-pong", "/redirect-ping", "redirect"),
        *(moved(f"hop-{n}", f"/hop-{n + 1}", "" if n else "redirect", tokens=ALL if n else ()) for n in range(6)),
        Case("hop-6", (answered(FEED),), tokens=ALL),
        moved("redirect-nowhere", "", "redirect"),
        Case("redirect-without-location", (answered(b"", status="302 Found"),), cause="redirect"),
        moved("redirect-file", "file:///etc/passwd", "forbidden"),
        moved("redirect-ftp", "ftp://outlet.example/feed", "forbidden"),
        moved("redirect-gopher", "gopher://127.0.0.1:{trap}/_GET", "forbidden"),
        moved("redirect-data", "data:text/xml,<rss/>", "forbidden"),
        moved("redirect-javascript", "javascript:alert(1)", "forbidden"),
        moved("redirect-dict", "dict://127.0.0.1:{trap}/", "forbidden"),
        moved("redirect-userinfo", "http://user:secret@127.0.0.1:{port}/plain", "forbidden"),
        moved("redirect-userinfo-hides-host", "http://127.0.0.1:{port}@127.0.0.1:{trap}/", "forbidden"),
        moved(
            "redirect-backslash", "http://127.0.0.1:{port}\\@127.0.0.1:{trap}/", "", causes=("forbidden", "redirect")
        ),
        moved("redirect-long", "/" + "a" * 9_000, "", causes=("forbidden", "protocol", "redirect")),
        moved("redirect-port-0", "http://127.0.0.1:0/", "", causes=("forbidden", "redirect")),
        moved("redirect-port-99999", "http://127.0.0.1:99999/", "", causes=("forbidden", "redirect")),
        moved("redirect-port-words", "http://127.0.0.1:http/", "", causes=("forbidden", "redirect")),
        moved("redirect-no-host", "http:///plain", "", causes=("", "forbidden", "redirect")),
        moved("redirect-bad-brackets", "http://[::1/", "", causes=("forbidden", "redirect")),
        moved("redirect-raw-bytes", "/\udcff\udcfe\udc80", "", causes=("status", "redirect", "forbidden")),
        moved("redirect-spaces", "/plain with spaces", "status", status=404),
        moved("redirect-korean", "/한국", "status", status=404),
        moved("redirect-control", "/a\x01\x02b", "", causes=("protocol", "status", "redirect", "forbidden")),
        Case(
            "redirect-two-locations",
            (
                b"HTTP/1.1 302 Found\r\nLocation: /plain\r\nLocation: http://127.0.0.1:{trap}/\r\nContent-Length: 0\r\n\r\n",
            ),
            causes=("", "protocol", "redirect"),
        ),
        Case(
            "redirect-endless-body",
            (b"HTTP/1.1 302 Found\r\nLocation: /plain\r\n\r\n", Again(b"x" * 65536)),
            tokens=ALL,
        ),
        Case(
            "redirect-cookie-circle",
            (
                b"HTTP/1.1 302 Found\r\nLocation: /redirect-cookie-circle\r\nSet-Cookie: a=b\r\nContent-Length: 0\r\n\r\n",
            ),
            cause="redirect",
        ),
    ]


# Every way to write an address that must not be reached; {trap} is a port where something would answer.
FORBIDDEN_HOSTS = {
    "loopback": "127.0.0.1:{trap}",
    "loopback-other": "127.8.9.10:{trap}",
    "loopback-short": "127.1:{trap}",
    "loopback-decimal": "2130706433:{trap}",
    "loopback-hex": "0x7f000001:{trap}",
    "loopback-hex-dots": "0x7f.0.0.1:{trap}",
    "loopback-octal": "0177.0.0.1:{trap}",
    "loopback-octal-long": "017700000001:{trap}",
    "loopback-overflow": "4294967296.127.0.0.1:{trap}",
    "loopback-dot": "127.0.0.1.:{trap}",
    "loopback-circled-digits": "①②⑦.0.0.1:{trap}",
    "loopback-fullwidth": "１２７.0.0.1:{trap}",
    "loopback-ideographic-dots": "127。0。0。1:{trap}",
    "loopback-encoded": "%31%32%37.0.0.1:{trap}",
    "loopback-6": "[::1]:{trap}",
    "loopback-6-long": "[0:0:0:0:0:0:0:1]:{trap}",
    "loopback-6-zone": "[::1%25lo]:{trap}",
    "mapped": "[::ffff:127.0.0.1]:{trap}",
    "mapped-hex": "[::ffff:7f00:1]:{trap}",
    "compatible": "[::127.0.0.1]:{trap}",
    "nat64": "[64:ff9b::7f00:1]:{trap}",
    "nat64-local": "[64:ff9b:1::7f00:1]:{trap}",
    "6to4": "[2002:7f00:1::]:{trap}",
    "teredo": "[2001:0:7f00:1::80ff:fffe]:{trap}",
    "isatap": "[2a00::5efe:7f00:1]:{trap}",
    "unspecified": "0.0.0.0:{trap}",
    "unspecified-short": "0:{trap}",
    "unspecified-6": "[::]:{trap}",
    "localhost": "localhost:{trap}",
    "localhost-upper": "LOCALHOST:{trap}",
    "localhost-dot": "localhost.:{trap}",
    "localhost-sub": "a.localhost:{trap}",
    "private-10": "10.0.0.1",
    "private-172": "172.16.0.1",
    "private-192": "192.168.1.1",
    "shared-100": "100.64.0.1",
    "metadata": "169.254.169.254",
    "metadata-6": "[fd00:ec2::254]",
    "metadata-decimal": "2852039166",
    "link-local-6": "[fe80::1]",
    "site-local-6": "[fec0::1]",
    "unique-local-6": "[fc00::1]",
    "multicast": "224.0.0.1",
    "multicast-6": "[ff02::1]",
    "broadcast": "255.255.255.255",
    "reserved": "240.0.0.1",
    "documentation": "192.0.2.1",
    "benchmarking": "198.18.0.1",
    "rebinding-name": "rebound.example:{trap}",
    "private-name": "inside.example",
    "metadata-name": "metadata.example",
    "mapped-name": "mapped.example:{trap}",
    "nat64-name": "nat64.example:{trap}",
    "underscore-percent": "127.0.0.1%00.example:{trap}",
    "tab-in-host": "127.0.0.1%09:{trap}",
    "port-of-another": "127.0.0.1:22",
}


def forbidden() -> list[Case]:
    """Addresses that must not be reached, asked for directly and by redirect."""
    cases = []
    for name, host in FORBIDDEN_HOSTS.items():
        # A name that says nothing but nonsense is refused by its form or not found: either way nobody is called.
        causes = ("forbidden", "redirect")
        cases.append(Case(f"direct-{name}", url=f"http://{host}/secret", causes=causes, items=0))
        line = f"HTTP/1.1 302 Found\r\nLocation: http://{host}/secret\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        cases.append(Case(f"hop-{name}", (line.encode(),), causes=causes, items=0))
    https = Case(
        "hop-https-loopback",
        (b"HTTP/1.1 302 Found\r\nLocation: https://127.0.0.1:{port}/x\r\nContent-Length: 0\r\n\r\n",),
        cause="forbidden",
    )
    return [*cases, https]


def headers() -> list[Case]:
    """Headers beyond limits, malformed, or made to hurt what reads them."""

    def with_(name: str, raw: bytes, *causes: str, tokens: tuple[str, ...] = ()) -> Case:
        start = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\nConnection: close\r\n" % len(FEED)
        return Case(name, (start + raw + b"\r\n", FEED), causes=causes or ("",), tokens=tokens if causes else ALL)

    return [
        with_("header-8-kb", b"X-A: " + b"a" * 8_000 + b"\r\n"),
        with_("header-1-mb", b"X-A: " + b"a" * 1_000_000 + b"\r\n", "protocol"),
        with_("headers-99", b"".join(b"X-%d: y\r\n" % n for n in range(90))),
        with_("headers-5000", b"".join(b"X-%d: y\r\n" % n for n in range(5_000)), "protocol"),
        with_(
            "headers-together-large", b"".join(b"X-%d: " % n + b"y" * 8_000 + b"\r\n" for n in range(20)), "protocol"
        ),
        Case("headers-endless", (b"HTTP/1.1 200 OK\r\n", Again(b"X-Header: y\r\n" * 500)), cause="protocol"),
        Case("header-endless-line", (b"HTTP/1.1 200 OK\r\nX-Header: ", Again(b"y" * 8_000)), cause="protocol"),
        Case("status-line-endless", (b"HTTP/1.1 200 ", Again(b"y" * 8_000)), cause="protocol"),
        with_("header-name-with-space", b"X A: y\r\n", "protocol", ""),
        with_("header-without-colon", b"nonsense\r\n", "protocol", ""),
        with_("header-without-name", b": y\r\n", "protocol", ""),
        with_("header-nul", b"X-A: a\x00b\r\n", "protocol", ""),
        with_("header-bytes", b"X-A: \xff\xfe\x80\r\n"),
        with_("header-folded", b"X-A: a\r\n b\r\n", "protocol", ""),
        with_("header-bare-lf", b"X-A: a\nX-B: b\r\n", "protocol", ""),
        with_("header-bare-cr", b"X-A: a\rX-B: b\r\n", "protocol", ""),
        with_("etag-huge", b'ETag: "' + b"e" * 7_000 + b'"\r\n'),
        with_("etag-bytes", b'ETag: "\xff\xfe"\r\n'),
        with_("etag-newline-words", b'ETag: "a\\r\\nX-Evil: 1"\r\n'),
        with_("last-modified-words", b"Last-Modified: yesterday, I think\r\n"),
        with_("date-words", b"Date: soon\r\nExpires: never\r\nCache-Control: max-age=9999999999999999999999\r\n"),
        with_("cache-control-negative", b"Cache-Control: max-age=-5\r\n"),
        with_("retry-after-words", b"Retry-After: a while\r\n"),
        with_("retry-after-huge", b"Retry-After: " + b"9" * 4_000 + b"\r\n"),
        with_("expires-year-99999", b"Expires: Thu, 01 Dec 99999 16:00:00 GMT\r\n"),
        with_("age-words", b"Cache-Control: max-age=60\r\nAge: old\r\n"),
        with_("cookies-500", b"".join(b"Set-Cookie: c%d=v\r\n" % n for n in range(80))),
        with_("cookie-malformed", b"Set-Cookie: =;;;\x01=\r\nSet-Cookie: a\r\n", "", "protocol"),
        with_("cookie-other-domain", b"Set-Cookie: a=b; Domain=.kr\r\n"),
        with_("refresh", b"Refresh: 0; url=http://127.0.0.1:{trap}/\r\n"),
        with_("link-preload", b"Link: <http://127.0.0.1:{trap}/>; rel=preload\r\n"),
        with_("alt-svc", b'Alt-Svc: h2="127.0.0.1:{trap}"\r\n'),
        with_("type-with-charset-codec", b"Content-Type: text/xml; charset=unicode_escape\r\n"),
        with_("type-with-charset-zlib", b"Content-Type: text/xml; charset=zlib_codec\r\n"),
        with_("type-with-charset-idna", b"Content-Type: text/xml; charset=idna\r\n"),
        with_("type-with-charset-utf7", b"Content-Type: text/xml; charset=utf-7\r\n"),
        with_("type-with-charset-long", b"Content-Type: text/xml; charset=" + b"x" * 5_000 + b"\r\n"),
        with_("version-9", b""),
        Case("http-9.9", (b"HTTP/9.9 200 OK\r\nConnection: close\r\n\r\n", FEED), causes=("", "protocol")),
    ]
