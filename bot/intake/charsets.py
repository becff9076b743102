"""Names of charsets, and where a document says which one it is in."""

import re

# Only names on this list are believed: Python also answers to "unicode_escape", "idna" and the like.
# Every label that outlets use for more than it covers is read as the larger set.
_CODECS = {
    "utf-8": "utf8 unicode-1-1-utf-8 unicode",
    "cp949": (
        "euc-kr euckr ks_c_5601-1987 ks_c_5601 ks_c_5601-1989 ksc5601 ksc_5601 ks-c-5601 korean ms949 "
        "windows-949 uhc iso-ir-149"
    ),
    "gb18030": (
        "gb2312 gbk gb_2312 gb_2312-80 gb2312-80 chinese csgb2312 iso-ir-58 x-gbk cp936 ms936 "
        "windows-936 euc-cn gb-18030"
    ),
    "big5hkscs": "big5 big5-hkscs cn-big5 csbig5 x-x-big5 big-5 cp950 ms950",
    "cp932": "shift_jis shift-jis sjis ms_kanji csshiftjis windows-31j x-sjis ms932",
    "euc_jp": "euc-jp eucjp x-euc-jp cseucpkdfmtjapanese",
    "iso2022_jp_2": "iso-2022-jp csiso2022jp iso-2022-jp-2",
    "iso2022_kr": "iso-2022-kr csiso2022kr",
    "hz": "hz-gb-2312",
    "cp1252": (
        "us-ascii ascii iso-8859-1 iso8859-1 iso_8859-1 latin1 latin-1 l1 windows-1252 ansi x-cp1252 "
        "iso-8859-15 latin9 ansi_x3.4-1968"
    ),
    "iso8859_2": "iso-8859-2 latin2",
    "cp1250": "windows-1250 x-cp1250",
    "cp1251": "windows-1251 x-cp1251",
    "cp1253": "windows-1253 iso-8859-7",
    "cp1254": "windows-1254 iso-8859-9 latin5",
    "cp1255": "windows-1255 iso-8859-8",
    "cp1256": "windows-1256",
    "cp1258": "windows-1258",
    "cp874": "windows-874 tis-620 iso-8859-11",
    "koi8_r": "koi8-r koi8",
    "koi8_u": "koi8-u",
    "utf-16": "utf-16 utf16 ucs-2 iso-10646-ucs-2",
    "utf-16-le": "utf-16le",
    "utf-16-be": "utf-16be",
}
CODEC_OF = {label: codec for codec, labels in _CODECS.items() for label in [codec, *labels.split()]}
WIDE = frozenset({"utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"})
EAST_ASIAN = ("cp949", "gb18030", "big5hkscs", "cp932", "euc_jp")  # in the order of our outlets

_BOMS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.\-]+)", re.IGNORECASE)
_XML = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']\s*([A-Za-z0-9_:.\-]+)", re.IGNORECASE)
_META = re.compile(rb"<meta[^>]{0,400}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.\-]+)", re.IGNORECASE)
_HEAD = 4_096  # bytes; the HTML standard looks no further than 1,024, Korean boards keep their scripts in front


def byte_order_mark(body: bytes) -> tuple[str, int]:
    """The codec that a byte order mark announces and the mark's length; ("", 0) without one."""
    for mark, codec in _BOMS:
        if body.startswith(mark):
            return codec, len(mark)
    return "", 0


def unmarked_wide(body: bytes) -> str:
    """UTF-16 or UTF-32 without a mark, known by the zeros beside the markup; "" if it is not."""
    start = body[:64]
    if len(start) < 4 or start.count(0) * 3 < len(start):
        return ""
    if start.count(0) * 3 > len(start) * 2:
        return "utf-32-be" if start[0] == 0 else "utf-32-le"
    return "utf-16-be" if start[::2].count(0) > start[1::2].count(0) else "utf-16-le"


def header_charset(content_type: str) -> str:
    """The label in a Content-Type; "" without one."""
    found = _HEADER.search(content_type)
    return found[1].lower() if found else ""


def document_charset(body: bytes) -> str:
    """The label that an XML declaration or a meta element gives; "" without one."""
    head = body[:_HEAD]
    found = _XML.search(head) or _META.search(head)
    return found[1].decode("ascii").lower() if found else ""
