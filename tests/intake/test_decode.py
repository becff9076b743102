"""Bytes to text."""

import codecs

import pytest

from bot.intake.decode import Decoded, decode

KO = "삼성전자가 중국 시안 공장에 장비를 들이는 방안을 미국과 협의했다"
RARE = "똠방각하 펲시 쌰 햏자가 삼성 공장에"  # syllables that EUC-KR lacks and CP949 has
ZH = "商务部新闻发言人就美国半导体出口管制措施答记者问"
TW = "南韓與美國討論半導體出口管制對台灣的影響"
JA = "韓国の半導体輸出規制について日本政府が発表した"
WRITTEN = [(KO, "cp949"), (RARE, "cp949"), (ZH, "gb18030"), (TW, "big5"), (JA, "cp932"), (JA, "euc_jp")]
LABELS = ["utf-8", "euc-kr", "gb2312", "big5", "shift_jis", "iso-8859-1", "us-ascii", "utf-16", "nonsense", ""]


def feed(title: str, declared: str) -> str:
    """A document that says which charset it is in."""
    return f'<?xml version="1.0" encoding="{declared}"?><rss><title>{title}</title></rss>'


@pytest.mark.parametrize("header", LABELS)
@pytest.mark.parametrize("declared", LABELS[:-1])
def test_whatever_the_labels_say_the_text_comes_out(declared: str, header: str) -> None:
    """Every mislabelling of every East Asian charset, header and document at odds or of one wrong mind."""
    for title, codec in WRITTEN + [(title, "utf-8") for title, _ in WRITTEN]:
        decoded = decode(feed(title, declared).encode(codec), f"text/xml; charset={header}" if header else "text/xml")

        assert title in decoded.text, (codec, decoded)


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("euc-kr", "cp949"),
        ("EUC-KR", "cp949"),
        ("ks_c_5601-1987", "cp949"),
        ("gb2312", "gb18030"),
        ("GBK", "gb18030"),
        ("big5", "big5hkscs"),
        ("shift_jis", "cp932"),
    ],
)
def test_a_label_is_read_as_the_larger_set(label: str, codec: str) -> None:
    """Outlets use the names of old standards for what has outgrown them."""
    text = {"cp949": RARE, "gb18030": "国务院镕基囍", "big5hkscs": TW, "cp932": "①㈱髙橋"}[codec]

    assert decode(text.encode(codec), f"text/html; charset={label}") == Decoded(text, codec)


def test_a_byte_order_mark_outranks_everything() -> None:
    """It is part of the text; labels are about it."""
    body = codecs.BOM_UTF16_LE + feed(KO, "euc-kr").encode("utf-16-le")

    decoded = decode(body, "text/xml; charset=big5", "gbk")

    assert decoded.text == feed(KO, "euc-kr")
    assert decoded.charset == "utf-16-le"
    assert decoded.warnings == ("declared as big5, read as utf-16-le",)


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_encodings_are_known_without_a_mark(codec: str) -> None:
    """By the zeros beside the markup."""
    assert decode(feed(KO, codec).encode(codec), "text/xml").text == feed(KO, codec)


def test_the_operator_is_heard_where_nobody_else_says_anything() -> None:
    """A name of three rare characters could be anything."""
    body = "쯔위".encode("cp949")

    assert decode(body, "text/html", "euc-kr").text == "쯔위"


def test_a_meta_element_declares_too() -> None:
    """Listing pages have no XML declaration."""
    page = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head>{ZH}</html>'

    assert decode(page.encode("gb18030"), "text/html") == Decoded(page, "gb18030")


@pytest.mark.parametrize(
    "codec", ["unicode_escape", "raw_unicode_escape", "utf-7", "zlib_codec", "hex", "idna", "punycode", "undefined"]
)
def test_no_label_reaches_pythons_stranger_codecs(codec: str) -> None:
    """Some run for hours, some make a < out of +ADw-."""
    text = feed("+ADw-script+AD4- \\u003c", codec)

    assert decode(text.encode(), f"text/xml; charset={codec}").text == text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (KO.encode()[:-1], KO[:-1]),
        (KO.encode("cp949")[:-1], KO[:-1]),
        (KO.encode().replace("시안".encode(), b"\xec\x8b"), KO.replace("시안", "\ufffd")),
        (b"a\xed\xa0\xbd\xed\xb8\x80b " + KO.encode(), f"a😀b {KO}"),
        (b"a\xc0\x80b " + KO.encode(), f"ab {KO}"),
        (b"", ""),
        (b"caf\xe9 d\xe9j\xe0 vu \x96 \x93x\x94", "café déjà vu – “x”"),
        (b"plain", "plain"),
    ],
)
def test_damage_stays_where_it_is(body: bytes, text: str) -> None:
    """A broken character, or one cut off at the end, is no reason to read the rest as another language."""
    assert decode(body, "text/html").text == text


def test_a_western_label_is_believed_where_nothing_familiar_speaks_against_it() -> None:
    """Pound sign and quotation mark in a row are no Korean syllable."""
    body = b"This is a \xa3\x93test.\x94"

    assert decode(body, "text/xml; charset=windows-1252") == Decoded("This is a £“test.”", "cp1252")


def test_noise_in_a_declared_document_stays_noise() -> None:
    """Three characters and a broken one are not enough to read it as Chinese."""
    assert decode(b"\xe2\x80\x99<>\xe2\x80\x9d\xa9", "text/xml; charset=utf-8").text == "’<>”\ufffd"


def test_a_few_bad_bytes_do_not_change_the_declared_charset() -> None:
    """One lost byte in a long Korean page."""
    body = (KO * 20).encode("cp949").replace("협의".encode("cp949"), b"\xc7\xff", 1)

    decoded = decode(body, "text/html; charset=euc-kr")

    assert decoded.charset == "cp949"
    assert decoded.text.count(KO) == 19
    assert decoded.warnings == ("2 characters could not be read",)


@pytest.mark.parametrize("text", [KO, ZH, TW, JA, "Korea’s “chip war” — explained"])
@pytest.mark.parametrize("wrong", ["latin-1", "cp1252"])
def test_text_encoded_twice_is_restored(text: str, wrong: str) -> None:
    """UTF-8 once read as Western text and saved again."""
    garbled = "".join(bytes([b]).decode(wrong, "ignore") or chr(b) for b in text.encode())

    decoded = decode(f"<p>{garbled}</p>".encode(), "text/html; charset=utf-8")

    assert decoded == Decoded(f"<p>{text}</p>", "utf-8", ("the text had been encoded twice; repaired",))


def test_korean_once_read_as_western_is_restored() -> None:
    """»ï¼º for 삼성."""
    garbled = KO.encode("cp949").decode("latin-1")

    assert decode(garbled.encode(), "text/html").text == KO


@pytest.mark.parametrize(
    "text",
    ["Séance à l’Élysée: “déjà vu” – Noël", "Müller & Søn — Ærø", "Привет, мир", KO, ZH, TW, JA, "Ångström “2 nm”"],
)
def test_sound_text_is_left_alone(text: str) -> None:
    """Accents and curly quotes are no garbling."""
    assert decode(text.encode(), "text/html; charset=utf-8") == Decoded(text, "utf-8")


def test_text_that_no_charset_explains_is_called_garbled() -> None:
    """Nothing of it should become news."""
    lossy = KO.encode().decode("gbk", "replace") * 3

    decoded = decode(lossy.encode(), "text/html")

    assert decoded.garbled
    assert "the text looks garbled" in decoded.warnings


@pytest.mark.parametrize(
    ("text", "legal"),
    [
        ("a\x00b\x08c\x0bd\x1fe\ufffef\uffffg", "abcdefg"),
        ("a\tb\r\nc\x85d\u2028e", "a\tb\r\nc\x85d\u2028e"),
        ("a&#0;b&#x1F;c&#xD800;d&#56320;e&#xFFFF;f&#x110000;g", "abcdefg"),
        ("a&#9;b&#x0A;c&#13;d&#128;e&#xAC00;f", "a&#9;b&#x0A;c&#13;d&#128;e&#xAC00;f"),
        ("a&#xD83D;&#xDE00;b&#55357;&#56832;c", "a&#x1F600;b&#x1F600;c"),
        ("a&#" + "9" * 5_000 + ";b", "ab"),
        ("a&#000000000000065;b", "a&#000000000000065;b"),
        ("a&#;b&#x;c&#-1;d", "a&#;b&#x;c&#-1;d"),
        ("\ufeff\ufeffa\ufeffb", "ab"),
    ],
)
def test_what_no_document_may_hold_is_removed(text: str, legal: str) -> None:
    """A parser raises on &#xD800; and loses the rest of the feed."""
    assert decode(text.encode(), "text/xml").text == legal
