"""A name that names others with it: what a rule's concept: finds."""

import pytest

from bot.config import load_desk_data
from bot.desk.rules import Page, RuleIndex, match_one, parse
from bot.desk.rules.preselect import needed
from bot.desk.text.fold import fold
from bot.desk.text.tokens import token_texts
from bot.desk.topics import Classifier, DataError
from bot.desk.topics.schema import read_concepts
from bot.model import Rule, Text

CLASSIFIER = Classifier.from_data(*load_desk_data())


def spelled(text):
    """As the archive's index has it: neither case nor signs count there."""
    return f" {' '.join(token_texts(fold(text).text))} "


@pytest.mark.parametrize(
    ("rule", "title"),
    [
        ("concept:xian", "삼성 시안 공장, 증산 검토"),
        ("concept:samsung", "삼성 시안 공장, 증산 검토"),
        ("concept:xian", "三星西安厂扩产"),
        ("concept:china", "美中 갈등에 반도체 흔들"),
        ("concept:united-states", "美中 갈등에 반도체 흔들"),
        ("concept:china", "Sino-US chip talks"),
        ("concept:south-korea", "中韩会谈聚焦芯片"),
        ("concept:japan", "한미일 협의체 출범"),
        ("concept:dalian", "인텔 다롄 공장 매각"),
    ],
)
def test_a_concept_is_met_in_a_name_that_holds_it(rule, title):
    """In the exact reading, in the index, and in what the archive is asked for."""
    query = parse(rule, CLASSIFIER.vocabulary)
    text, _ = CLASSIFIER.graded(Text("x", title))
    assert match_one(query, Page(text))
    assert RuleIndex.build([Rule(1, 1, rule, 1)], CLASSIFIER.vocabulary).match(text)
    (forms,) = needed(query.root)
    assert any(spelled(form) in spelled(title) for form in forms)


@pytest.mark.parametrize(
    ("rule", "title"), [("concept:intel", "SK하이닉스 다롄 공장"), ("concept:china", "미일 정상회담")]
)
def test_a_concept_is_not_met_where_it_is_not_named(rule, title):
    """A plant that was sold names its seller no more."""
    text, _ = CLASSIFIER.graded(Text("x", title))
    assert match_one(parse(rule, CLASSIFIER.vocabulary), Page(text)) is None


def test_an_unknown_concept_named_with_another_is_refused():
    """The entry and the key are named."""
    with pytest.raises(DataError) as refused:
        read_concepts({"us-and-china": {"kind": "country", "implies": "US CN", "also": "chnia", "en": "Sino-US"}})
    assert [(problem.path, str(problem)) for problem in refused.value.problems] == [
        (("us-and-china", "also"), "us-and-china → also: chnia is no concept")
    ]
