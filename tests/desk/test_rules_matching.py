"""What a rule finds: terms, borders, capitals, plurals, distances, fields, what is left out, and where."""

import pytest

from bot.desk.rules import Page, Vocabulary, echo, match_one, parse
from bot.desk.rules.confusables import CONFUSABLES
from bot.model import Hit, Text

VOCABULARY = Vocabulary(
    topics=frozenset({"hbm"}), concepts={"samsung": ("Samsung Electronics", "Samsung", "삼성", "三星")}
)


def finds(rule, title="", **fields):
    return match_one(parse(rule, VOCABULARY), Page(Text("x", title, **fields))) is not None


@pytest.mark.parametrize(
    ("rule", "title"),
    [
        ("chip", "New chips arrive"),
        ("chips", "One CHIP"),
        ("box", "boxes"),
        ("boxes", "box"),
        ("glass", "glasses"),
        ("watch", "watches"),
        ("ASMLs", "ASML"),
        ('"chip"', "chip"),
        ("US", "the U.S. said"),
        ("US", "US-China"),
        ("U.S.", "US"),
        ('"US"', "US's"),
        ("us", "US"),
        ("u.s.", "tell us"),
        ("AI chips", "AI chip"),
        ('"us chips"', "US chips"),
        ("HBM", "HBM3E"),
        ("semicon*", "Semiconductors"),
        ("Chip-mak*", "chip making"),
        ("HBM3*", "HBM 3"),
        ("Chip-4", "Chip4"),
        ("Chip 4", "Chip-4"),
        ("chip4", "CHIP 4"),
        ("export-control", "export controls"),
        ('"export controls"', "Export, controls"),
        ("7nm", "7 nm"),
        ("China", "China’s"),
        ("Xi'an", "Xi’an"),
        ("S.Korea", "S Korea"),
        ("U.S.Korea", "US-Korea"),
        ("반도체", "반도체공장에"),
        ("三星", "三星電子"),
        ("三星電子", "三星电子"),
        ("SK하이닉스", "SK 하이닉스"),
        ('"SK 하이닉스"', "SK하이닉스"),
        ("칩4", "칩 4 동맹"),
        ('"칩 4"', "칩4"),
        ('"삼성 전자"', "삼성전자"),
        ('"삼성전자"', "삼성전자"),
        ("HBM반도체", "hbm 반도체"),
        ("한·미·일", "한ㆍ미・일"),
        ("K–칩스법", "K-칩스법"),
        ("三星*", "三星电子"),
        ("반도체HBM*", "반도체 HBMs"),
        ("ab中", "AB中"),
        ('"chip export"~1', "export chip"),
        ('"chip export"~3', "chip a b export"),
        ('"chip chip"~3', "chip and chip"),
        ('"三星 시안"~10', "시안의 三星 공장"),
        ('"三星 三星电子"~9', "三星和三星电子"),
        ('"三星 fab"~6', "三星 a fab"),
        ("concept:samsung", "三星电子"),
        ("concept:samsung", "SAMSUNG"),
        ("café", "CAFE\u0301"),
        ("strasse", "Straße"),
    ],
)
def test_found(rule, title):
    """The rule finds the title."""
    assert finds(rule, title)


@pytest.mark.parametrize(
    ("rule", "title"),
    [
        ("chip", "machinechip chipset"),
        ("mac", "machine"),
        ('"chip"', "chips"),
        ("news", "new"),
        ("new", "news"),
        ("economic", "economics"),
        ("bus", "bu"),
        ("city", "cities"),
        ("ox", "oxes"),
        ("7s", "7"),
        ("чип", "чипs"),
        ("US", "us"),
        ("US", "Us"),
        ("US", "USA"),
        ("AI", "AIs"),
        ("HBM", "hbm"),
        ("USA", "U. S. A."),
        ("semicon*", "a semi con"),
        ("Chip-4", "chip 40"),
        ("chip export", "chip"),
        ('"export controls"', "export 통제 controls"),
        ('"chip export"', "chip of export"),
        ("cafe", "café"),
        ("chip4", "chip 칩 4"),
        ("칩4", "칩40"),
        ("sk하이닉스", "ask하이닉스"),
        ("SK하이닉스", "SK  · 하이닉스"),
        ("삼성전자", "삼성 전자"),
        ("한·미·일", "한미일"),
        ("한미일", "한·미·일"),
        ("반도체HBM", "반도체HBMs"),
        ('"삼성 전자"', "삼성, 전자"),
        ('"sk hynix 반도체"', "skhynix 반도체"),
        ('"chip export"~2', "chip a b export"),
        ('"chip chip"~5', "chip"),
        ('"chip export"~5', "chips export"),
        ('"三星 시안"~2', "三星과 시안"),
        ('"三星 三星电子"~9', "三星电子"),
        ("三星", "三星堆"),
        ("삼성", "삼성동"),
        ("한미", "한미약품"),
        ("chips", "potato chips"),
        ("chip*", "blue chips"),
        ("concept:samsung", "三星堆"),
        ('"三星 博物馆"~9', "三星堆博物馆"),
    ],
)
def test_not_found(rule, title):
    """The rule does not find the title."""
    assert not finds(rule, title)


@pytest.mark.parametrize(
    ("rule", "fields", "expected"),
    [
        ("title:chip", {"title": "chip"}, True),
        ("title:chip", {"title": "x", "lead": "chip"}, False),
        ("lead:반도체", {"title": "x", "lead": "반도체"}, True),
        ("body:chip*", {"title": "chips", "body": "chipset"}, True),
        ('body:"a b"~2', {"title": "a b", "body": "a x b"}, True),
        ('lead:"a b"~2', {"title": "a b", "lead": "a"}, False),
        ('"chip ban"', {"title": "chip", "lead": "ban"}, False),
        ("chip ban", {"title": "chip", "lead": "ban"}, True),
        ("chip -ban", {"title": "chip", "body": "ban"}, False),
        ("chip -title:ban", {"title": "chip", "body": "ban"}, True),
        ("NOT (ban OR x) chip", {"title": "chip"}, True),
        ("side:CN", {"title": "x", "side": "CN"}, True),
        ("side:CN", {"title": "x", "side": "KR"}, False),
        ("lang:zh", {"title": "x", "lang": "zh-Hant"}, True),
        ("lang:zh", {"title": "x", "lang": "zh-Hans"}, True),
        ("lang:ko", {"title": "x", "lang": "en"}, False),
        ("source:gt", {"title": "x", "source": "gt"}, True),
        ("kind:government", {"title": "x", "kind": "government"}, True),
        ("topic:hbm", {"title": "x", "topics": ("hbm",)}, True),
        ("topic:hbm", {"title": "x"}, False),
        ("title:AI", {"title": "ai", "lead": "AI"}, False),
        ("AI", {"title": "ai", "lead": "AI"}, True),
    ],
)
def test_fields_and_filters(rule, fields, expected):
    """Operators work on the article; a field's term looks in that field only."""
    assert expected == finds(rule, **fields)


def test_a_longer_string_hides_only_its_own_place():
    """The same word elsewhere still counts, and a term that holds the longer string is not hidden."""
    assert finds("三星", "三星堆与三星")
    assert finds("三星堆", "三星堆")
    assert finds("三星堆博物馆", "三星堆博物馆")
    assert finds('"blue chips"', "blue chips")
    assert finds("blue-chip", "blue chips")
    assert finds("chip", "chip and potato chips")


@pytest.mark.parametrize("longer", CONFUSABLES)
def test_every_longer_string_hides_something_and_not_itself(longer):
    """Each entry is found by its own name, and hides a shorter term in it."""
    assert finds(f'"{longer}"', longer)
    inner = longer.split()[-1] if " " in longer else longer[:2]
    assert finds(f'"{inner}" OR "zzz"', f"{inner}。")
    if inner != longer:
        assert not finds(f'"{inner}" OR "zzz"', longer)


def test_places_lead_back_to_the_original():
    """Offsets are half-open code points of the field as the outlet gave it."""
    page = Page(Text("x", "&quot;U.S.&quot; chip  ban", "ＳＫ\u200b하이닉스 of 三星"))
    rule = parse("US chip (sk하이닉스 OR zzz) 三星 -yyy", VOCABULARY)
    assert match_one(rule, page) == (
        Hit("title", 6, 10, "US"),
        Hit("title", 17, 21, "chip"),
        Hit("lead", 0, 7, "sk하이닉스"),
        Hit("lead", 11, 13, "三星"),
    )


def test_every_occurrence_is_shown_and_excluded_ones_are_not():
    """All places of what speaks for the article, nothing of a part that failed."""
    page = Page(Text("x", "chip and chips", "a ban"))
    assert match_one(parse("chip OR (ban zzz)", VOCABULARY), page) == (
        Hit("title", 0, 4, "chip"),
        Hit("title", 9, 14, "chip"),
    )
    assert match_one(parse("lang:ko OR chip", VOCABULARY), Page(Text("x", "none", lang="ko"))) == ()
    assert match_one(parse("concept:samsung", VOCABULARY), Page(Text("x", "삼성, Samsung"))) == (
        Hit("title", 0, 2, "삼성"),
        Hit("title", 4, 11, "Samsung"),
    )


@pytest.mark.parametrize(
    ("rule", "lines"),
    [
        (
            "tariff (China OR 中国 OR 중국)",
            [
                "title, lead or body has *tariff*, and *china* or 中国 or 중국",
                'Singular and plural are both found; write "tariff" in quotes for that form alone.',
                "Left out: 중국집.",
            ],
        ),
        (
            "US",
            [
                "title, lead or body has US in capitals only",
                "US is found in capitals only; write us for any case.",
            ],
        ),
        ("三星", ["title, lead or body has 三星", "Left out: 三星堆, 三星级."]),
        (
            "hbm, tariff",
            [
                "title, lead or body has *hbm*, and *tariff*",
                'Singular and plural are both found; write "hbm" in quotes for that form alone.',
                "A comma is read as AND: did you mean OR?",
            ],
        ),
        (
            '"hbm" or "asml"',
            [
                "title, lead or body has *hbm*, and *or*, and *asml*",
                '"or" in small letters is a word to be found: did you mean OR?',
            ],
        ),
        (
            '"팹 4" 팹 4',
            [
                "title, lead or body has 팹 4, and 팹, and *4*",
                '팹 4 is two terms; write "팹 4" for the phrase.',
            ],
        ),
        ("lang:ko -side:CN", ["the language is Korean, but the outlet's side is not CN"]),
        (
            "title:semicon* OR (a -b)",
            [
                "title has *semicon*… (anything that begins so) or (title, lead or body has *a*, but title, lead or body has not *b*)"
            ],
        ),
        ("-(a b) c", ["title, lead or body has not (*a*, and *b*), and *c*"]),
        ('"tariff ban"~5', ["title, lead or body has *tariff*, *ban* within 5 words of each other, in any order"]),
        ('"三国 ban"~5', ["title, lead or body has 三国, ban within 5 characters of each other, in any order"]),
        ("concept:samsung", ["title, lead or body has any name of samsung (4 names)"]),
        ("topic:hbm OR kind:government", ["the topic is hbm or the outlet is a government"]),
    ],
)
def test_echo(rule, lines):
    """A rule is read back in plain words, with the questions and offers it raises."""
    assert lines == echo(parse(rule, VOCABULARY)).split("\n")
