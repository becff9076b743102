"""Reading a rule: every form of the grammar, and every refused one with its place and mended text."""

import pytest

from bot.desk.rules import Query, RuleError, Vocabulary, parse
from bot.desk.rules.nodes import And, Concept, Filter, Near, Not, Or, Passage, Words

VOCABULARY = Vocabulary(
    sources=frozenset({"yna-en-news", "global-times"}),
    topics=frozenset({"export-controls", "hbm"}),
    concepts={"samsung": ("Samsung", "삼성", "三星"), "smic": ("SMIC", "中芯国际")},
)
A, B, C = (Words((letter,)) for letter in "abc")
CHIP = Words(("chip",), plural=True)


def root(rule):
    return parse(rule, VOCABULARY).root


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("chip", CHIP),
        ("ＣＨＩＰ", CHIP),
        ("ch\u200bip", CHIP),
        ('"chip"', Words(("chip",))),
        ("“chip”", Words(("chip",))),
        ("„chip‟", Words(("chip",))),
        ("＂chip＂", Words(("chip",))),
        ("‘chip’", CHIP),
        ("「chip」", CHIP),
        ("news", Words(("news",))),
        ("AI", Words(("ai",), capitals=True)),
        ('"HBM"', Words(("hbm",), capitals=True)),
        ("U.S.", Words(("us",), capitals=True)),
        ("us", Words(("us",))),
        ("ASML", Words(("asml",), plural=True)),
        ("semicon*", Words(("semicon",), prefix=True)),
        ("semicon＊", Words(("semicon",), prefix=True)),
        ("HBM*", Words(("hbm",), prefix=True)),
        ("Chip-mak*", Words(("chip", "mak"), prefix=True)),
        ("HBM3*", Words(("hbm", "3"), prefix=True)),
        ("Chip-4", Words(("chip", "4"))),
        ("export-control", Words(("export", "control"), plural=True)),
        ('"export controls"', Words(("export", "controls"))),
        ('"US chips"', Words(("us", "chips"))),
        ("S.Korea", Words(("s", "korea"), plural=True)),
        ("U.S.Korea", Words(("us", "korea"), plural=True)),
        ("반도체", Passage("반도체")),
        ("三星電子", Passage("三星电子")),
        ("·한ㆍ미·일·", Passage("한·미·일")),
        ("칩4*", Passage("칩4", open_end=True)),
        ('"삼성 전자"', Passage("삼성 전자")),
        ('"chip export"~5', Near((Words(("chip",)), Words(("export",))), 5)),
        ('"chip export"～５', Near((Words(("chip",)), Words(("export",))), 5)),
        ('"三星 시안 fab"~20', Near((Passage("三星"), Passage("시안"), Passage("fab")), 20)),
        ("title:HBM", Words(("hbm",), capitals=True, field="title")),
        ("LEAD:chip", Words(("chip",), plural=True, field="lead")),
        ('body："a b"~3', Near((A, B), 3, "body")),
        ("side:cn", Filter("side", "CN")),
        ("lang:ZH", Filter("lang", "zh")),
        ("source:Global-Times", Filter("source", "global-times")),
        ('kind:"government"', Filter("kind", "government")),
        ("topic:hbm", Filter("topic", "hbm")),
        ("concept:Samsung", Concept("samsung", (Words(("samsung",), plural=True), Passage("삼성"), Passage("三星")))),
        ("한국:중국", Passage("한국:중국")),
        ("7:30", Words(("7", "30"))),
        ("a b", And((A, B))),
        ("a AND b", And((A, B))),
        ("ａ　ＡＮＤ　ｂ", And((A, B))),
        ("a OR b c", Or((A, And((B, C))))),
        ("a OR b AND c", Or((A, And((B, C))))),
        ("(a OR b) c", And((Or((A, B)), C))),
        ("（a OR b）c", And((Or((A, B)), C))),
        ("a NOT b OR c", Or((And((A, Not(B))), C))),
        ("a AND NOT b", And((A, Not(B)))),
        ("a -b", And((A, Not(B)))),
        ("a －b", And((A, Not(B)))),
        ("a (-b c)", And((A, Not(B), C))),
        ("a,-b", And((A, Not(B)))),
        ("NOT a b", And((Not(A), B))),
        ("-a b", And((Not(A), B))),
        ("a -(b OR c)", And((A, Not(Or((B, C)))))),
        ("a -side:CN", And((A, Not(Filter("side", "CN"))))),
        ("a -title:b", And((A, Not(Words(("b",), field="title"))))),
        ("a-b c", And((Words(("a", "b")), C))),
        ("NOT NOT chip", CHIP),
        ("a and b", And((A, Words(("and",), plural=True), B))),
        ("a, b", And((A, B))),
        ("a，b、c", And((A, B, C))),
        ("1,000 a", And((Words(("1", "000")), A))),
        ('"a, b"', Words(("a", "b"))),
        ("a & b", And((A, B))),
        ("a – b |", And((A, B))),
        ('a"b"c', And((A, B, C))),
        ("中 OR 美", Or((Passage("中"), Passage("美")))),
        ("((((a b))))", And((A, B))),
        ("lang:ko NOT china", And((Filter("lang", "ko"), Not(Words(("china",), plural=True))))),
    ],
)
def test_reading(rule, expected):
    """What is typed, and what it means."""
    assert expected == root(rule)


@pytest.mark.parametrize(
    ("rule", "position", "mended"),
    [
        ("(chip OR hbm", 1, "(chip OR hbm)"),
        ("chip (hbm", 6, "chip (hbm)"),
        ("chip) hbm", 5, "chip hbm"),
        ("（chip", 1, "（chip)"),
        ('chip "hbm', 6, 'chip "hbm"'),
        ("chip “export", 6, 'chip “export"'),
        ("chip AND", 6, "chip"),
        ("AND chip", 1, "chip"),
        ("chip OR OR hbm", 6, "chip OR hbm"),
        ("chip AND OR hbm", 6, "chip OR hbm"),
        ("chip NOT", 6, "chip"),
        ("(chip OR) hbm", 7, "(chip ) hbm"),
        ("NOT", 1, ""),
        ("chip ()", 6, "chip"),
        ("chip ( , )", 6, "chip"),
        ('chip ""', 6, "chip"),
        ('chip "–"', 6, "chip"),
        ("chip title:", 6, ""),
        ("chip title: hbm", 6, "chip title:hbm"),
        ("chip title:&", 6, ""),
        ("title:(chip hbm)", 1, "(chip hbm)"),
        ("title:lead:chip", 1, "lead:chip"),
        ("chip title:-hbm", 12, "chip -title:hbm"),
        ("chip foo:bar", 6, 'chip "foo bar"'),
        ("http://a.kr/x", 1, '"http //a.kr/x"'),
        ("Re:chip", 1, '"Re chip"'),
        ("chip side:XX", 11, None),
        ("lang:fr chip", 6, None),
        ("kind:goverment", 6, "kind:government"),
        ("source:yna-en", 8, "source:yna-en-news"),
        ("topic:export-control", 7, "topic:export-controls"),
        ("concept:samsun", 9, "concept:samsung"),
        ("lang:zh-Hant", 6, "lang:zh"),
        ("ch*p", 3, "ch*"),
        ("chip**", 5, "chip*"),
        ('"chip"*', 7, "chip*"),
        ('"chip*"', 6, '"chip"'),
        ("/chip.*/", 7, "chip*"),
        ("*chip", 1, ""),
        ("c* hbm", 2, "c hbm"),
        ("hbm *", 5, "hbm"),
        ("topic:exp*", 10, "topic:export-controls"),
        ('"chip export"~', 14, '"chip export"~5'),
        ('"chip export"~x', 14, '"chip export"~5'),
        ('"chip export"~0', 14, '"chip export"~1'),
        ('"chip export"~11', 14, '"chip export"~10'),
        ('"三星 시안"~21', 8, '"三星 시안"~20'),
        ("chip~5", 5, "chip"),
        ('"chip export" ~5', 15, '"chip export"'),
        ('"chip"~5', 7, '"chip"'),
        ('"三星"~5', 5, '"三星"'),
        ('topic:"hbm hbm"~5', 16, None),
        ("chip - hbm", 6, "chip -hbm"),
        ("chip -", 6, None),
        ("chip -& hbm", 6, None),
        ("- chip hbm", 1, "-chip hbm"),
        ("chip -AND hbm", 6, None),
        ("中", 1, ""),
        ("(中)", 1, ""),
        ('"a"', 1, ""),
        ("-7", 1, ""),
        ("· 中 ·", 1, ""),
        ("title:中", 1, ""),
        ("", 1, ""),
        ("  ", 1, ""),
        ("& | –", 1, ""),
        ("!?", 1, ""),
        ("NOT chip", 1, ""),
        ("-chip -hbm", 1, ""),
        ("chip OR NOT korea", 1, ""),
        ("NOT (chip AND hbm)", 1, ""),
        ("NOT lang:ko", 1, ""),
        ("x" * 501, 1, ""),
        (" ".join(f"w{n}" for n in range(41)), 1, ""),
    ],
)
def test_refusals(rule, position, mended):
    """Every refused form says where, and a mended text that is itself a good rule."""
    with pytest.raises(RuleError) as refused:
        parse(rule, VOCABULARY)
    assert position == refused.value.position
    assert refused.value.reason
    if mended is not None:
        assert mended == refused.value.hint
    if refused.value.hint:
        assert isinstance(parse(refused.value.hint, VOCABULARY), Query)


def test_positions_count_what_was_typed():
    """Invisible characters and full-width ones are counted, from 1."""
    with pytest.raises(RuleError) as refused:
        parse("\u200b\u200bchip ＡＮＤ", VOCABULARY)
    assert refused.value.position == 8


def test_the_limits_themselves_are_legal():
    """500 characters and 40 terms pass; a phrase is one term, filters and repeats count."""
    assert parse("x" * 500, VOCABULARY)
    assert parse(" ".join(["lang:ko", *["chip"] * 38, '"one long phrase"']), VOCABULARY)
    with pytest.raises(RuleError):
        parse(" ".join(["lang:ko", *["chip"] * 39, '"one long phrase"']), VOCABULARY)


def test_deep_nesting_is_read():
    """Brackets may be as deep as the length allows."""
    assert root("(" * 248 + "chip" + ")" * 248) == CHIP


def test_errors_read_as_on_the_command_line():
    """One line: position, reason, and what to try."""
    error = VOCABULARY.refusal("(chip")
    assert str(error) == "position 1: this ( is never closed; try: (chip)"
    assert VOCABULARY.refusal("chip") is None


def test_unknown_names_where_nothing_is_known():
    """Without a list of sources and topics every name is taken; concepts have to be known."""
    open_minded = Vocabulary()
    assert parse("source:any-thing", open_minded).root == Filter("source", "any-thing")
    assert open_minded.refusal("concept:samsung").position == 9
