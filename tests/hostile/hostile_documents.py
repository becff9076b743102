"""Documents that are broken, mislabelled or made to hurt, and the items that must come out whole."""

import codecs
import json

from hostile_cases import ALL, CLOSING, EN, FEED, JA, KO, TW, ZH, Case, ok, rss

LABELS = ("utf-8", "euc-kr", "gb2312", "big5", "iso-8859-1", "shift_jis", "us-ascii", "")
WRITTEN = (
    ("ko-cp949", KO, "cp949"),
    ("ko-cp949-rare", "똠방각하 펲시 쌰 햏자가 삼성 공장에", "cp949"),
    ("ko-utf8", KO, "utf-8"),
    ("zh-gb18030", ZH, "gb18030"),
    ("zh-gbk-traditional", TW, "gb18030"),
    ("zh-utf8", ZH, "utf-8"),
    ("tw-big5", TW, "big5"),
    ("ja-sjis", JA, "cp932"),
    ("ja-eucjp", JA, "euc_jp"),
)


def characters() -> list[Case]:
    """Charsets declared truly, falsely or not at all, and characters that no document may hold."""
    cases = []
    for name, title, codec in WRITTEN:
        for n, label in enumerate(LABELS):
            other = LABELS[(n + 3) % len(LABELS)]  # header and document disagree
            body = rss(title, declared=label or "utf-8").encode(codec)
            kind = f"text/xml; charset={other}" if other else "text/xml"
            cases.append(ok(f"{name}-says-{label or 'nothing'}-and-{other or 'nothing'}", body, title, kind=kind))
    return [*cases, *_marks(), *_garbled(), *_illegal()]


def _marks() -> list[Case]:
    utf16 = rss(*ALL, declared="utf-16")
    return [
        ok("bom-utf8", codecs.BOM_UTF8 + FEED, *ALL),
        ok("bom-utf8-twice", codecs.BOM_UTF8 * 2 + FEED, *ALL),
        ok(
            "bom-utf8-says-euc-kr",
            codecs.BOM_UTF8 + rss(*ALL, declared="euc-kr").encode(),
            *ALL,
            kind="text/xml; charset=euc-kr",
        ),
        ok("bom-utf16-le", codecs.BOM_UTF16_LE + utf16.encode("utf-16-le"), *ALL),
        ok("bom-utf16-be", codecs.BOM_UTF16_BE + utf16.encode("utf-16-be"), *ALL),
        ok(
            "bom-utf16-says-utf8",
            codecs.BOM_UTF16_LE + rss(*ALL).encode("utf-16-le"),
            *ALL,
            kind="text/xml; charset=utf-8",
        ),
        ok("utf16-le-without-bom", utf16.encode("utf-16-le"), *ALL),
        ok("utf16-be-without-bom", utf16.encode("utf-16-be"), *ALL),
        ok("utf16-cut-in-a-character", codecs.BOM_UTF16_LE + utf16.encode("utf-16-le") + b"\x41", *ALL),
        ok("utf32-bom", codecs.BOM_UTF32_LE + rss(*ALL, declared="utf-32").encode("utf-32-le"), *ALL),
        ok("says-utf16-is-utf8", rss(*ALL, declared="utf-16").encode(), *ALL, kind="text/xml; charset=utf-16"),
    ]


def _garbled() -> list[Case]:
    def twice(text: str, codec: str) -> bytes:
        """UTF-8 read in another charset and saved again."""
        if codec == "cp1252":
            return "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in text.encode()).encode()
        return text.encode().decode(codec).encode()

    legacy = KO.encode("cp949").decode("latin-1")
    return [
        *(
            ok(f"twice-{codec}-{n}", rss("@").encode().replace(b"@", twice(text, codec)), text)
            for codec in ("cp1252", "latin-1")
            for n, text in enumerate((KO, ZH, TW, JA))
        ),
        ok(
            "twice-quotes",
            rss("@").encode().replace(b"@", twice("Korea’s “chip war” — explained", "cp1252")),
            "Korea’s “chip war” — explained",
        ),
        ok("euc-kr-as-latin1-in-utf8", rss(legacy).encode(), KO),
        Case(
            "utf8-as-gbk-in-utf8-lossy",
            ok("", rss(*(KO.encode().decode("gbk", "replace") for _ in range(9))).encode()).script,
            causes=("garbled",),
        ),
        ok("one-bad-byte-in-utf8", rss(KO, ZH, EN).encode().replace("시안".encode(), "시안".encode()[:-1]), ZH, EN),
        ok("utf8-cut-in-a-character", rss(KO, ZH, EN).encode()[:-60] + "한".encode()[:2], KO, ZH),
        ok(
            "bad-bytes-in-cp949",
            rss(*[KO] * 9, ZH and "끝", declared="euc-kr")
            .encode("cp949")
            .replace(b"\xc0\xfc\xc0\xda", b"\xc0\xff\xc0\xda", 1),
            "끝",
        ),
        ok("cesu8-surrogates", rss("@").encode().replace(b"@", KO.encode() + b" \xed\xa0\xbd\xed\xb8\x80"), KO),
        ok("overlong-nul", rss("@").encode().replace(b"@", KO.encode() + b"\xc0\x80"), KO),
        ok("latin1-accents", rss("Séoul et le café", declared="iso-8859-1").encode("latin-1"), "Séoul et le café"),
        ok(
            "utf7-is-never-read",
            rss("+ADw-script+AD4-alert(1)", declared="utf-7").encode(),
            "+ADw-script+AD4-alert(1)",
            kind="text/xml; charset=utf-7",
        ),
        ok("label-invented", rss(KO, declared="x-user-defined-99").encode(), KO),
        ok("label-hex-codec", rss(KO, declared="hex_codec").encode(), KO),
        ok("label-long", rss(KO, declared="utf" * 60).encode(), KO),
    ]


def _illegal() -> list[Case]:
    marks = {
        "nul": "\x00", "escape": "\x1b[31m", "backspace": "\x08", "vertical-tab": "\x0b", "unit-separator": "\x1f",
        "noncharacter": "\ufffe", "noncharacter-2": "\uffff", "bom-inside": "\ufeff",
    }  # fmt: skip
    references = {
        "nul": "&#0;", "nul-hex": "&#x0;", "bell": "&#7;", "surrogate-hex": "&#xD800;", "surrogate-low": "&#xDFFF;",
        "surrogate-decimal": "&#55296;", "beyond-unicode": "&#x110000;", "huge": "&#99999999999999999999;",
        "huge-hex": "&#xFFFFFFFFFFFF;", "noncharacter": "&#xFFFE;", "zeros": "&#0000000000000000000;",
    }  # fmt: skip
    return [
        *(
            ok(f"character-{name}", rss(KO, f"{ZH}{mark}", EN).encode(), *ALL, absent=(mark,))
            for name, mark in marks.items()
        ),
        *(
            ok(f"reference-{name}", rss(KO, f"{ZH}{mark}", EN).encode(), *ALL, absent=(mark,))
            for name, mark in references.items()
        ),
        ok("reference-pair", rss(f"{KO} &#xD83D;&#xDE00;").encode(), KO),
        ok("reference-in-cdata", rss(f"<![CDATA[{KO}&#xD800;]]>").encode(), KO),
        ok("reference-unfinished", rss(f"{KO} &#x", ZH).encode(), ZH),
        ok("nul-between-all", rss(EN).encode().replace(b"><", b">\x00<"), EN),
        ok("bidi-override", rss(f"{KO}\u202egnp.exe").encode(), KO, absent=("\u202e",)),
        ok("zero-width", rss("삼\u200b성\u200d전\ufeff자").encode(), "삼성전자"),
    ]


def documents() -> list[Case]:
    """XML and JSON: torn, entangled, poisoned, deep and endless."""
    title = f"<title>{KO}</title>"
    many = (
        "<rss><channel>"
        + "".join(f"<item><title>no {n}.</title><link>http://o.example/{n}</link></item>" for n in range(100_000))
        + "</channel></rss>"
    )
    item = f"<item>{title}<link>http://outlet.example/a</link></item>"
    return [
        *_torn(),
        *_entities(),
        ok("junk-before", rss(*ALL, before="<!-- cached -->\n\n  ").encode(), *ALL),
        ok(
            "php-warning-before",
            rss(*ALL, before="<br />\n<b>Warning</b>: mysql_connect() in <b>/www/x.php</b>\n").encode(),
            *ALL,
        ),
        ok("blank-lines-before", rss(*ALL, before="\n" * 300).encode(), *ALL),
        ok("junk-after", rss(*ALL, after="<script>alert(1)</script><!-- 0.2 s -->").encode(), *ALL),
        ok("second-document-after", (rss(KO, ZH) + rss(EN)).encode(), KO, ZH),
        ok("declaration-twice", ('<?xml version="1.0"?>' + rss(*ALL)).encode(), *ALL),
        ok("declaration-xml-1.1", rss(*ALL).replace('version="1.0"', 'version="1.1"').encode(), *ALL),
        ok("declaration-without-version", rss(*ALL).replace('version="1.0" ', "").encode(), *ALL),
        ok("upper-case-tags", rss(*ALL).replace("<item>", "<ITEM>").replace("</item>", "</ITEM>").encode(), *ALL),
        ok("undeclared-prefix", rss(*ALL).replace("<guid>", "<x:y>1</x:y><guid>").encode(), *ALL),
        ok("attributes-unquoted", rss(*ALL).replace("<guid>", "<guid isPermaLink=false>").encode(), *ALL),
        ok("attribute-twice", rss(*ALL).replace("<guid>", '<guid a="1" a="2">').encode(), *ALL),
        ok(
            "processing-instruction-flood",
            rss(*ALL, before="").replace("<channel>", "<channel>" + "<?x y?>" * 20_000).encode(),
            *ALL,
        ),
        ok("comment-flood", rss(*ALL, extra="<!-- x -->" * 50_000).encode(), *ALL),
        ok("category-flood", rss(*ALL, extra="<category>chips</category>" * 20_000).encode(), *ALL),
        Case(
            "item-category-flood",
            ok("", rss(*ALL).replace("<guid>", "<category>chips</category>" * 20_000 + "<guid>", 1).encode()).script,
            causes=("", "parse-timeout"),
        ),
        Case(
            "attributes-200000",
            ok(
                "",
                rss(*ALL)
                .replace("<channel>", "<channel " + " ".join(f'a{n}="1"' for n in range(200_000)) + ">")
                .encode(),
            ).script,
            causes=("", "parse-timeout", "parse-memory"),
        ),
        Case(
            "nesting-100000",
            ok("", (rss(*ALL)[:-16] + "<a>" * 100_000).encode()).script,
            causes=("", "parse-timeout", "parse-memory", "parse-error", "parse-died"),
        ),
        Case(
            "nesting-inside-item",
            ok("", rss(KO, "<b>" * 50_000 + ZH, EN).encode()).script,
            causes=("", "parse-timeout", "parse-memory", "parse-error", "parse-died"),
        ),
        Case(
            "html-nesting-in-description",
            ok(
                "",
                rss(*ALL, extra="")
                .replace("<guid>", "<description>" + "&lt;div&gt;" * 50_000 + "</description><guid>")
                .encode(),
            ).script,
            causes=("", "parse-timeout", "parse-memory", "parse-error", "parse-died"),
        ),
        ok("entries-100000", many.encode(), "no 0.", "no 499.", items=500),
        ok("entries-500", rss(*(f"{EN} {n}" for n in range(500))).encode(), f"{EN} 0", f"{EN} 499", items=500),
        Case("title-5-mb", ok("", rss(KO, "가" * 1_700_000, EN).encode()).script, tokens=(KO, EN)),
        Case(
            "quadratic-email",
            ok("", rss(KO).replace("<guid>", "<author>" + "a@" * 40_000 + "</author><guid>").encode()).script,
            causes=("", "parse-timeout"),
        ),
        Case("ampersand-flood", ok("", rss(KO, "&" * 300_000, EN).encode()).script, causes=("", "parse-timeout")),
        Case(
            "less-than-flood",
            ok("", rss(KO, "<" * 300_000, EN).encode()).script,
            causes=("", "parse-timeout", "parse-memory", "not-a-feed"),
        ),
        Case(
            "cdata-open-flood",
            ok("", rss(KO, "<![CDATA[" * 50_000, EN).encode()).script,
            causes=("", "parse-timeout", "not-a-feed"),
        ),
        Case(
            "doctype-flood",
            ok("", rss(*ALL, before="<!DOCTYPE a " * 50_000).encode()).script,
            causes=("", "parse-timeout", "not-a-feed", "entities"),
        ),
        ok(
            "rdf",
            f'<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="http://o.example/"><title>c</title></channel>{item.replace("<item>", chr(60) + "item rdf:about=" + chr(34) + "http://outlet.example/a" + chr(34) + ">")}</rdf:RDF>'.encode(),
            KO,
        ),
        ok(
            "atom",
            f'<feed xmlns="http://www.w3.org/2005/Atom"><title>c</title><entry>{title}<id>tag:o,1</id><link href="http://outlet.example/a"/></entry></feed>'.encode(),
            KO,
        ),
        ok(
            "atom-xhtml-title",
            f'<feed xmlns="http://www.w3.org/2005/Atom"><title>c</title><entry><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><b>{KO}</b></div></title><id>tag:o,1</id><link href="http://outlet.example/a"/></entry></feed>'.encode(),
            KO,
        ),
        ok(
            "json-feed",
            json.dumps(
                {
                    "version": "https://jsonfeed.org/version/1.1",
                    "title": "c",
                    "items": [{"id": "1", "url": "http://outlet.example/a", "title": KO}],
                }
            ).encode(),
            KO,
            kind="application/feed+json",
        ),
        ok(
            "json-feed-surrogate",
            b'{"version":"https://jsonfeed.org/version/1.1","title":"c","items":[{"id":"1","url":"http://outlet.example/a","title":"'
            + EN.encode()
            + b' \\ud800"}]}',
            EN,
            kind="application/json",
        ),
        Case(
            "json-nesting",
            ok(
                "", b'{"version":"https://jsonfeed.org/version/1","items":' + b"[" * 200_000, kind="application/json"
            ).script,
            causes=("not-a-feed", "parse-error", "parse-died", "parse-memory"),
            items=0,
        ),
        Case(
            "json-huge-number",
            ok(
                "",
                b'{"version":"https://jsonfeed.org/version/1","items":[' + b"9" * 100_000 + b"]}",
                kind="application/json",
            ).script,
            causes=("", "not-a-feed", "parse-error"),
            items=0,
        ),
        ok(
            "hostile-titles",
            rss(
                "&lt;script&gt;alert(1)&lt;/script&gt; one",
                "&lt;img src=x onerror=alert(1)&gt; two",
                "*three* _four_ `five` [six](http://x)",
            ).encode(),
            "two",
            absent=("<script", "<img", "onerror"),
        ),
        ok(
            "javascript-link",
            rss(KO).replace("http://outlet.example/a/0", "javascript:alert(1)").encode(),
            absent=("javascript:",),
        ),
        ok("data-link", rss(KO).replace("http://outlet.example/a/0", "data:text/html,x").encode(), absent=("data:",)),
        ok("userinfo-link", rss(KO).replace("http://outlet.example", "http://bank.example@evil.example").encode()),
        ok("mail-header-title", rss(f"{KO}\r\nBcc: everyone@example.com").encode(), absent=("\r", "\n")),
        ok("terminal-title", rss(f"{KO}\x1b]0;owned\x07").encode(), absent=("\x1b", "\x07")),
        ok("empty-feed", rss().encode(), items=0),
        ok("items-without-anything", rss(KO, extra="<item/><item></item><item><title/></item>").encode(), KO),
    ]


def _torn() -> list[Case]:
    whole = rss(KO, ZH, EN)
    return [
        ok("cut-in-last-item", whole[: whole.rindex("<guid>")].encode(), KO, ZH),
        ok("cut-in-a-tag", whole[: whole.rindex("</title>") + 4].encode(), KO, ZH),
        ok("cut-after-items", whole[: whole.index("</channel>")].encode(), *ALL),
        ok("without-end", whole.replace("</channel></rss>", "").encode(), *ALL),
        ok("mismatched-tags", rss(KO, f"<b>{ZH}</i>", EN).encode(), KO, EN),
        ok("unclosed-item", whole.replace("</item>", "", 1).encode(), EN),
        ok("bare-ampersand", rss("삼성 R&D 센터", "AT&T; Q&A", EN).encode(), "삼성 R&D 센터", EN),
        ok("bare-less-than", rss("3 < 5 나노", EN).encode(), EN),
        ok(
            "undeclared-entities",
            rss("삼성&nbsp;전자 &ndash; &copy; &hellip;", EN).encode(),
            EN,
            absent=("&nbsp;", "&ndash;"),
        ),
        ok("entities-double", rss("E&amp;amp;S", "&amp;lt;b&amp;gt;", EN).encode(), "E&S", EN),
        ok("cdata-nested", rss(f"<![CDATA[{KO}<![CDATA[x]]>]]>", ZH).encode(), ZH),
        ok("cdata-unclosed", rss(KO, f"<![CDATA[{ZH}").encode(), KO),
        ok(
            "cdata-in-date",
            rss(KO).replace("<pubDate>", "<pubDate><![CDATA[").replace("</pubDate>", "]]></pubDate>").encode(),
            KO,
        ),
    ]


def _entities() -> list[Case]:
    def doctype(inner: str, use: str = "&x;") -> bytes:
        return rss(f"{EN} {use}", KO).replace("<rss", f"<!DOCTYPE rss [{inner}]><rss").encode()

    lol = '<!ENTITY l0 "lol">' + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    refused = ("", "entities", "not-a-feed")
    secret = ("root:", "inner secrets", "lollol")
    return [
        Case(name, (CLOSING, body), causes=refused, absent=secret)
        for name, body in {
            "xxe-file": doctype('<!ENTITY x SYSTEM "file:///etc/passwd">'),
            "xxe-http": doctype('<!ENTITY x SYSTEM "http://127.0.0.1:{trap}/">'),
            "xxe-parameter": doctype('<!ENTITY % p SYSTEM "http://127.0.0.1:{trap}/d.dtd"> %p;'),
            "xxe-public": doctype('<!ENTITY x PUBLIC "-//X//Y" "http://127.0.0.1:{trap}/">'),
            "dtd-external": rss(KO)
            .replace("<rss", '<!DOCTYPE rss SYSTEM "http://127.0.0.1:{trap}/rss.dtd"><rss')
            .encode(),
            "billion-laughs": doctype(lol, "&l9;"),
            "quadratic-blowup": doctype(f'<!ENTITY x "{"a" * 50_000}">', "&x;" * 2_000),
            "entity-recursion": doctype('<!ENTITY x "&y;"><!ENTITY y "&x;">'),
            "entity-harmless": doctype('<!ENTITY x "expanded">'),
            "xinclude": rss(
                f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>{EN}'
            ).encode(),
            "stylesheet": rss(KO)
            .replace("<rss", '<?xml-stylesheet href="http://127.0.0.1:{trap}/x.xsl" type="text/xsl"?><rss')
            .encode(),
        }.items()
    ] + [
        ok(
            "doctype-old-rss",
            rss(*ALL)
            .replace(
                "<rss",
                '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss',
            )
            .encode(),
            *ALL,
        ),
    ]
