"""A rule asked of stored articles: what is graded again, and what need not be."""

from datetime import UTC, datetime

import pytest

from bot.archive import Inquiry
from bot.config import load_classifier
from bot.desk.rules import parse
from bot.model import Article, Precision

CLASSIFIER = load_classifier()
NOON = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
TITLES = (
    "삼성 시안 공장, 증산 검토",
    "세제 개편 시안 공개",
    "三星电子西安厂扩产",
    "Samsung to expand Xi'an plant",
    "삼성동 코엑스 전시회",
    "상무부, 대중 수출통제 강화",
    "Weather in Seoul",
)


def stored(title: str) -> Article:
    return Article(1, "wire", "https://wire.example/1", title, "", "ko", NOON, Precision.MINUTE, NOON, "", 1, 1)


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize(
    "rule",
    [
        "concept:samsung",
        "concept:xian",
        "concept:xian OR concept:samsung",
        "concept:xian -concept:samsung",
        "공장 -concept:xian",
        "concept:china topic:export-controls",
        "공장",
    ],
)
def test_what_meets_a_rule_does_so_however_it_is_found_out(rule, title):
    """Grading again only where that decides comes to the same as grading everything."""
    inquiry = Inquiry(parse(rule, CLASSIFIER.vocabulary), CLASSIFIER)
    assert (inquiry.look(stored(title))[1] is not None) is (inquiry.meets(stored(title)) is not None)
