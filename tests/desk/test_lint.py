"""What is wrong with rules that are saved, and containment that is proven."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.desk.containment import contained
from bot.desk.lint import Record, Remark, Trouble, lint
from bot.desk.rules import Page, RuleError, holds, parse
from bot.model import Rule
from tests.desk.test_rules_index import ARTICLES, RULES, VOCABULARY

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
OLD = NOW - timedelta(days=40)


def root(rule):
    return parse(rule, VOCABULARY).root


@pytest.mark.parametrize(
    ("inner", "outer"),
    [
        ("hbm", "hbm"),
        ("hbm samsung", "hbm"),
        ('"hbm"', "hbm"),
        ('"export controls" hynix', "export OR hynix"),
        ('"export controls"', '"controls"'),
        ('"export control"', "export control"),
        ("title:hbm", "hbm"),
        ("semicon*", "semi*"),
        ("semiconductors", "semi*"),
        ("삼성전자 hbm", "삼성전자"),
        ("SK하이닉스", "하이닉스"),
        ('"hbm dram"~5', "dram"),
        ('title:"hbm dram"~5', "title:dram"),
        ("US hbm", '"us"'),
        ("Samsung Electronics", "concept:samsung OR zzz"),
        ("hbm -samsung -dram", "hbm -samsung"),
        ("hbm -semi*", "hbm -semiconductor"),
        ("(hbm b) OR (hbm c)", "hbm"),
        ("hbm lang:ko", "lang:ko"),
        ("topic:hbm side:CN", "topic:hbm"),
    ],
)
def test_containment_that_follows_from_the_wording(inner, outer):
    """What the one asks for includes all that the other does."""
    assert contained(root(inner), root(outer))


@pytest.mark.parametrize(
    ("inner", "outer"),
    [
        ("hbm", "hbm samsung"),
        ("hbm", '"hbm"'),
        ("hbm", "title:hbm"),
        ("controls", '"export controls"'),
        ("semi*", "semicon*"),
        ("삼성", "삼성전자"),
        ("us", "US"),
        ("hbm -samsung", "hbm -samsung -dram"),
        ("concept:samsung", "samsung"),
        ("lang:ko hbm", "side:KR"),
        ("삼성전자", "삼성"),  # 삼성 is hidden inside other words, so that nothing is sure
        ("hbm OR b", "hbm"),
        (" ".join(f"(a{n} OR b{n})" for n in range(8)), "a0 OR b0"),  # too many ways to look at
    ],
)
def test_what_cannot_be_shown_is_not_claimed(inner, outer):
    """Something else may be met, or nobody can tell."""
    assert not contained(root(inner), root(outer))


@given(RULES, RULES, st.lists(ARTICLES, min_size=1, max_size=4))
@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_proven_containment_is_never_contradicted(inner, outer, articles):
    """Whatever the rules: an article of the contained one meets the other."""
    try:
        one, other = root(inner), root(f"({inner}) AND ({outer})")
        pairs = [(other, one), (one, root(f"({inner}) OR ({outer})")), (one, root(outer))]
    except RuleError:
        return
    for left, right in pairs:
        if contained(left, right):
            for article in articles:
                page = Page(article)
                assert not holds(left, page) or holds(right, page)


def a_record(**hits):
    """A hundred articles, and which of them each rule met."""
    record = Record()
    for article in range(100):
        record.take(article, [int(name[1:]) for name, met in hits.items() if article in met])
    return record


def linted(rules, record):
    return lint(rules, {rule.id: root(rule.text) for rule in rules}, record, NOW)


def test_rules_that_bring_nothing_or_everything():
    """A rule that is new has not had its chance yet."""
    silent = Rule(1, 1, "word1", 1, created=OLD)
    broad = Rule(2, 1, "word2", 1, created=OLD)
    good = Rule(3, 1, "word3", 1, created=OLD)
    young = Rule(4, 1, "word4", 1, created=NOW - timedelta(days=6))
    record = a_record(r2=range(50), r3=range(3))

    assert linted([silent, broad, good, young], record) == (
        Remark(silent, Trouble.NEVER),
        Remark(broad, Trouble.EVERYTHING, 50),
    )


def test_a_small_archive_says_nothing_of_silence():
    """Fewer than a hundred articles are no evidence."""
    assert linted([Rule(1, 1, "word1", 1, created=OLD)], Record()) == ()


def test_a_rule_inside_another_of_the_same_owner():
    """By wording or by what was brought; of two equal ones the newer is told, and of other people's nothing."""
    wide, narrow = Rule(1, 1, "hbm", 1, created=OLD), Rule(2, 1, "hbm samsung", 1, created=OLD)
    alike = Rule(3, 1, "dram", 1, created=OLD)
    elsewhere = Rule(4, 1, "hbm samsung", 2, created=OLD)
    graded = Rule(5, 1, "hbm", 1, created=OLD, min_grade=1)
    record = a_record(r1=range(20), r2=range(3), r3=range(5), r4=range(3), r5=range(4))

    assert linted([wide, narrow, alike, elsewhere, graded], record) == (
        Remark(narrow, Trouble.CONTAINED, 3, wide),
        Remark(alike, Trouble.WITHIN, 5, wide),
        Remark(graded, Trouble.CONTAINED, 4, wide),
    )
    twin = Rule(6, 1, "HBM", 1, created=OLD)
    assert [remark.rule.id for remark in linted([wide, twin], a_record(r1=range(3), r6=range(3)))] == [6]
