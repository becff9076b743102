"""What concepts are called in a gloss: their own names, never another's and never an alias of one occasion."""

import pytest

from bot.config import load_classifier
from bot.desk.archived import glossed
from bot.desk.reading import Desk
from bot.desk.rules import RuleIndex
from bot.desk.topics.names import LANGUAGES, NAMES, own_name
from bot.model import Text


@pytest.fixture(scope="module")
def desk() -> Desk:
    classifier = load_classifier()
    return Desk(classifier, RuleIndex.build((), classifier.vocabulary))


def gloss(desk: Desk, title: str, lang: str) -> tuple[str, ...]:
    return glossed(desk.classifier.judge(Text("1", title)).why, lang, desk)


@pytest.mark.parametrize(
    ("title", "lang", "told", "never"),
    [
        ("한중 정상회담서 반도체 공급망 논의", "zh-Hans", "半导体", "习李会"),
        ("中韩领导人会谈聚焦芯片供应链", "ko", "반도체", "이재명·시진핑"),
        ("하나마이크론, 중국 반도체 공장 증설", "en", "Korean chip supplier", "Hana Micron"),
        ("中国商务部发言人束珏婷回应对韩芯片出口管制", "en", "export controls", "Mao Ning"),
        ("三星电子西安工厂获一年豁免", "en", "Samsung's China plant", "investment"),
        ("Beijing warns Seoul over chip curbs", "zh-Hans", "首尔", "会谈"),
    ],
)
def test_a_gloss_names_what_the_headline_names(desk: Desk, title: str, lang: str, told: str, never: str) -> None:
    """The concept's own name in the reader's language."""
    words = gloss(desk, title, lang)

    assert told in words
    assert never not in words


def test_every_name_belongs_to_a_concept_that_is_there(desk: Desk) -> None:
    """And is given in all four languages or in none."""
    concepts = desk.classifier.gazetteer.concepts

    assert [name for name in NAMES if name not in concepts] == []
    assert [name for name, told in NAMES.items() if len({bool(word) for word in told}) > 1] == []


def test_companies_and_people_are_called_alike_by_nobody_else(desk: Desk) -> None:
    """Two concepts with one name in a language would be one in a gloss."""
    kinds = {"company", "person", "body", "country", "policy"}
    named = [one for one in desk.classifier.gazetteer.concepts.values() if one.kind in kinds and one.id != "lee-hanja"]
    for lang in LANGUAGES:
        words = [own_name(one, lang) for one in named if own_name(one, lang)]
        twice = {word for word in words if words.count(word) > 1}
        assert twice <= {
            "Xi Jinping",
            "시진핑",
            "习近平",
            "習近平",
            "Yoon Suk-yeol",
            "윤석열",
            "尹锡悦",
            "尹錫悅",
            "青瓦台",
        }, lang


def test_a_language_we_do_not_speak_has_no_names(desk: Desk) -> None:
    """Rather none than another language's."""
    assert own_name(desk.classifier.gazetteer.concepts["samsung"], "fr") == ""
