"""The index of all rules against asking every rule by itself."""

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from bot.desk.rules import Page, RuleError, RuleIndex, Vocabulary, match_one, numbering, parse, postings
from bot.desk.rules.shelf import Shelf
from bot.model import Hit, Rule, RuleHit, Text

VOCABULARY = Vocabulary(
    sources=frozenset({"yna-en-news", "gt"}),
    topics=frozenset({"export-controls", "hbm"}),
    concepts={
        "samsung": ("Samsung", "Samsung Electronics", "삼성", "三星"),
        "chip4": ("Chip 4", "칩4", "芯片四方联盟"),
        "us": ("US", "美", "미국"),
    },
)
WORDS = [
    "chip",
    "chips",
    "Chip",
    "CHIP",
    "potato",
    "AI",
    "ai",
    "US",
    "us",
    "U.S.",
    "HBM",
    "HBM3E",
    "4",
    "Chip-4",
    "chip4",
    "export",
    "controls",
    "control",
    "news",
    "box",
    "boxes",
    "S.Korea",
    "China's",
    "semiconductor",
    "semi",
    "삼성",
    "삼성동",
    "삼성전자",
    "三星",
    "三星堆",
    "三星電子",
    "반도체",
    "칩",
    "칩4",
    "칩40",
    "SK하이닉스",
    "SK",
    "hynix",
    "하이닉스",
    "한·미·일",
    "한미",
    "한미약품",
    "中",
    "美",
    "中央",
    "K-칩스법",
    "7nm",
    "café",
    "미국",
    "the",
]
GLUE = st.sampled_from(["", " ", " ", " ", ", ", "-", "·", "\n", "'s ", "(", ") ", ". ", "\u200b", "　"])


def phrases(most):
    """Words of our trade run together in every wrong and right way."""
    return st.lists(st.tuples(st.sampled_from(WORDS), GLUE), max_size=most).map(
        lambda pairs: "".join(word + glue for word, glue in pairs)
    )


ARTICLES = st.builds(
    Text,
    id=st.just("x"),
    title=phrases(6),
    lead=phrases(8),
    body=phrases(4),
    lang=st.sampled_from(["en", "ko", "zh-Hans", "zh-Hant", ""]),
    source=st.sampled_from(["yna-en-news", "gt", ""]),
    side=st.sampled_from(["KR", "CN", ""]),
    kind=st.sampled_from(["government", "newspaper", ""]),
    topics=st.sampled_from([(), ("hbm",), ("export-controls", "hbm")]),
)
QUOTED = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(lambda words: f'"{" ".join(words)}"')
TERMS = st.one_of(
    st.sampled_from(WORDS),
    QUOTED,
    st.sampled_from(WORDS).map(lambda word: f"{word[:4]}*"),
    st.tuples(QUOTED, st.integers(1, 10)).map(lambda pair: f"{pair[0]}~{pair[1]}"),
    st.tuples(st.sampled_from(["title", "lead", "body"]), st.sampled_from(WORDS)).map(":".join),
    st.tuples(st.sampled_from(["title", "LEAD"]), QUOTED).map(":".join),
    st.sampled_from(
        [
            "side:CN",
            "side:kr",
            "lang:ko",
            "lang:zh",
            "source:gt",
            "kind:government",
            "topic:hbm",
            "concept:samsung",
            "concept:chip4",
            "concept:us",
        ]
    ),
)
RULES = st.recursive(
    TERMS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=3).map(" ".join),
        st.lists(inner, min_size=2, max_size=3).map(" AND ".join),
        st.lists(inner, min_size=2, max_size=3).map(" OR ".join),
        inner.map(lambda rule: f"({rule})"),
        inner.map(lambda rule: f"NOT {rule}"),
        inner.map(lambda rule: f"-({rule})"),
        st.tuples(inner, inner).map(lambda pair: f"{pair[0]} -{pair[1]}"),
    ),
    max_leaves=6,
)


def legal(texts):
    """Those of the rules that can be read, numbered."""
    rules = []
    for number, text in enumerate(texts):
        try:
            parse(text, VOCABULARY)
        except RuleError:
            continue
        rules.append(Rule(number, 1, text, 1))
    return rules


def one_by_one(rules, text):
    """Every rule asked by itself."""
    found = ((rule.id, match_one(parse(rule.text, VOCABULARY), Page(text))) for rule in rules)
    return tuple(RuleHit(number, hits) for number, hits in found if hits is not None)


@given(st.lists(RULES, min_size=1, max_size=12), st.lists(ARTICLES, min_size=1, max_size=4))
@settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_index_equals_asking_one_by_one(texts, articles):
    """Whatever the rules and the articles, hits included."""
    rules = legal(texts)
    assume(rules)
    index = RuleIndex.build(rules, VOCABULARY)
    for article in articles:
        assert one_by_one(rules, article) == index.match(article)


@given(st.lists(RULES, min_size=2, max_size=10), st.lists(ARTICLES, min_size=1, max_size=3), st.data())
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
def test_an_index_that_grew_equals_one_that_was_built(texts, articles, data):
    """Rules added one by one, worded anew and deleted leave what building the rest would give."""
    rules = legal(texts)
    assume(len(rules) > 1)
    at = data.draw(st.integers(0, len(rules) - 1))
    index = RuleIndex.build(rules[:at], VOCABULARY)
    for rule in rules[at:]:
        index = index.with_rule(rule)
    gone, reworded = data.draw(st.sampled_from(rules)), data.draw(st.sampled_from(rules))
    index = index.with_rule(Rule(reworded.id, 1, rules[0].text, 1)).without(gone.id)
    left = [
        Rule(rule.id, 1, rules[0].text if rule.id == reworded.id else rule.text, 1)
        for rule in rules
        if rule.id != gone.id
    ]
    for article in articles:
        assert one_by_one(left, article) == index.match(article) == index.settled().match(article)


@given(st.lists(RULES, min_size=1, max_size=12), st.lists(ARTICLES, min_size=1, max_size=4))
@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
def test_words_and_stretches_looked_for_apart_say_the_same(texts, articles):
    """Two automata in place of one, one needle for both numbers, columns with holes: as with very many rules."""
    rules = legal(texts)
    assume(rules)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(numbering, "_APART", 0)
        patch.setattr(numbering, "_EITHER", 0)
        patch.setattr(numbering, "_TAILED", 0)
        patch.setattr(postings, "_TWO_BYTES", 0)
        index = RuleIndex.build(rules, VOCABULARY)
    for article in articles:
        assert one_by_one(rules, article) == index.match(article)


@given(st.permutations(WORDS), st.lists(RULES, max_size=2), st.lists(ARTICLES, min_size=1, max_size=4))
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_many_rules_of_one_word_and_a_few_others(words, texts, articles):
    """Needles that are rules and needles that need deciding, in one index."""
    rules = legal([*(f'"{word}"' for word in words), *(f"rare{n}" for n in range(60)), *texts])
    index = RuleIndex.build(rules, VOCABULARY)
    for article in articles:
        assert one_by_one(rules, article) == index.match(article)


def test_rules_of_one_word_with_ids_far_apart():
    """Ids need not be small, dense or positive."""
    rules = [Rule(-5, 1, "chip", 1), Rule(7, 1, "hbm", 1), Rule(2**40, 1, "dram", 1)]
    index = RuleIndex.build(rules, VOCABULARY)
    assert index.match_ids(Text("x", "chip hbm dram")) == {-5, 7, 2**40}
    assert [hit.rule for hit in index.match(Text("x", "dram chip"))] == [-5, 2**40]


def test_a_shelf_knows_what_stands_on_it():
    """With few gaps in the ids and with many."""
    for texts in ({3: "a", 4: "b", 6: "c"}, {1: "a", 1000: "b"}, {}):
        shelf = Shelf(texts)
        assert dict(shelf) == texts
        assert len(shelf) == len(texts)
        assert 5 not in shelf


def test_wordings_are_kept_where_one_says():
    """Asked for only where a rule hits; what follows an index keeps them there too."""
    asked = []

    def keep(pieces):
        held = tuple(pieces)

        def read(at):
            asked.append(at)
            return held[at]

        return read

    index = RuleIndex.build([Rule(n, 1, f"word{n}", 1) for n in range(600)], VOCABULARY, keep=keep)
    assert index.match(Text("x", "chip")) == ()
    assert asked == []
    assert index.match(Text("x", "word300")) == (RuleHit(300, (Hit("title", 0, 7, "word300"),)),)
    assert asked == [4]
    after = index.following([Rule(1, 1, "chip", 1)])
    asked.clear()
    assert after.match(Text("x", "chip")) == (RuleHit(1, (Hit("title", 0, 4, "chip"),)),)
    assert asked == [0]


def test_an_index_follows_other_names():
    """A concept that is named otherwise now is looked for by its new names."""
    rules = [Rule(1, 1, "concept:samsung", 1)]
    index = RuleIndex.build(rules, VOCABULARY)
    other = Vocabulary(concepts={"samsung": ("Three Stars",)})
    assert index.following(rules, other).match_ids(Text("x", "three stars of Korea")) == {1}
    assert index.following(rules, VOCABULARY).match_ids(Text("x", "three stars of Korea")) == set()


def test_an_index_without_rules():
    """Nothing is asked and nothing found."""
    index = RuleIndex.build((), VOCABULARY)
    assert index.match(Text("x", "chips")) == ()
    assert index.settled().match(Text("x", "chips")) == ()


def test_many_recent_rules_become_layers():
    """More rules than one recent layer holds are all live."""
    index = RuleIndex.build([Rule(0, 1, "chip", 1)], VOCABULARY)
    for number in range(1, 300):
        index = index.with_rule(Rule(number, 1, f"word{number}", 1))
    assert index.match(Text("x", "chip word1 word299")) == (
        RuleHit(0, (Hit("title", 0, 4, "chip"),)),
        RuleHit(1, (Hit("title", 5, 10, "word1"),)),
        RuleHit(299, (Hit("title", 11, 18, "word299"),)),
    )


def test_an_index_follows_the_rules_as_they_now_stand():
    """New, reworded and deleted rules, few or many at a time."""
    index = RuleIndex.build([Rule(number, 1, f"word{number}", 1) for number in range(5)], VOCABULARY)
    few = index.following([Rule(0, 1, "word0", 1), Rule(1, 1, "chip", 1), Rule(9, 1, "word9", 1)])
    many = few.following([Rule(number, 1, f"word{number}", 1) for number in range(9, 300)])
    article = Text("x", "chip word0 word1 word2 word9 word299")

    assert few.match_ids(article) == {0, 1, 9}
    assert many.match_ids(article) == {9, 299}
    assert few.following([Rule(0, 1, "word0", 1)]).match_ids(article) == {0}


def test_a_refused_rule_leaves_the_index_as_it_was():
    """A bad rule never gets in."""
    index = RuleIndex.build([Rule(1, 1, "chip", 1)], VOCABULARY)
    with pytest.raises(RuleError):
        index.with_rule(Rule(2, 1, "(chip", 1))
    assert len(index.match(Text("x", "chip"))) == 1


def test_a_rule_with_too_many_alternatives_is_asked_as_a_tree():
    """Products of many groups are not multiplied out, and still agree."""
    groups = " ".join(f"(a{n} OR b{n} OR -c{n})" for n in range(8))
    rules = [Rule(1, 1, f"x1 {groups}", 1)]
    index = RuleIndex.build(rules, VOCABULARY)
    for title in ("x1", "x1 a0 b1", "x1 c3", "x1 c3 b3", "a0 a1", "c1"):
        assert one_by_one(rules, Text("x", title)) == index.match(Text("x", title))


def test_the_same_condition_serves_many_rules():
    """Equal rules of several subscribers all hit, however they are typed."""
    index = RuleIndex.build([Rule(1, 1, "Chips", 1), Rule(2, 2, "chips", 1), Rule(3, 3, "(CHIPS)", 1)], VOCABULARY)
    assert [hit.rule for hit in index.match(Text("x", "one chip"))] == [1, 2, 3]


def test_each_rule_is_told_its_own_spelling():
    """Two readers who typed one word differently each see what they typed."""
    rules = legal(["chip", "Chip"])
    article = Text("x", "a chip", lang="en")

    found = RuleIndex.build(rules, VOCABULARY).match(article)

    assert [hit.term for rule in found for hit in rule.hits] == ["chip", "Chip"]
