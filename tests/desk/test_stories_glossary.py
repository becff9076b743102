"""The newsroom's words: every row is whole, no form stands in two rows, and what they are for."""

from collections import Counter
from datetime import UTC, datetime

import pytest

from bot.config import load_desk_data
from bot.desk.grouping import Grouping, Submitted, read
from bot.desk.stories import acts, glossary, things
from bot.desk.stories.strip import is_opinion
from bot.desk.stories.tally import facts_of
from bot.desk.stories.vocabulary import MARKED, newsroom, vocabulary
from bot.desk.text.fold import fold
from bot.desk.topics import Gazetteer

MARKS = "".join(MARKED)
ROWS = [line for table in glossary.TABLES for line in table.splitlines()]
FIELDS = [[part.strip() for part in line.partition(": ")[2].split("|")] for line in ROWS]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load(load_desk_data()[0])


def submitted(title: str, lead: str = "", lang: str = "en", name: str = "a") -> Submitted:
    return Submitted(name, "", title, lead, datetime(2024, 7, 1, 3, 0, tzinfo=UTC), lang=lang)


def met(text: str) -> set[str]:
    return {one.name for one in newsroom().find(fold(text).text)}


def test_every_row_has_three_languages():
    """English, Korean and Chinese, none of them empty."""
    assert [row for row, fields in zip(ROWS, FIELDS, strict=True) if len(fields) != 3 or not all(fields)] == []


def test_no_form_or_name_stands_in_two_rows():
    """Of the glossary, the actions and the things together: one word would count twice."""
    rows = [*ROWS, *things.TABLE.splitlines(), *acts.TABLE.splitlines()]
    names = Counter(row.partition(": ")[0].rstrip(MARKS) for row in rows)
    forms = Counter(form.strip() for fields in FIELDS for field in fields for form in set(field.split(",")))
    twice = Counter({form: count for form, count in forms.items() if count > 1 and not form.isascii()})

    assert ([name for name, count in names.items() if count > 1], list(twice)) == ([], [])


def test_every_form_is_found():
    """Each leads to its row, whatever longer form it may be part of elsewhere."""
    lost = [
        (row.partition(": ")[0], form)
        for row, fields in zip(ROWS, FIELDS, strict=True)
        for field in fields
        for form in (part.strip().replace("_", " ").rstrip("*") for part in field.split(","))
        if f"gloss:{row.partition(': ')[0].rstrip(MARKS)}" not in met(form)
    ]

    assert lost == []


@pytest.mark.parametrize("headline", ["Fire at chip plant", "반도체 공장 화재", "晶圓廠火災"])
def test_one_thing_in_three_languages_is_one(headline):
    """A fire is a fire."""
    assert "gloss:fire-accident" in met(headline)


def test_a_longer_word_does_not_hide_an_action():
    """An arrest warrant is law's word, and an arrest."""
    text = fold("前부장 구속영장 청구").text

    assert "act:arrest" in {one.name for one in vocabulary().find(text)}


@pytest.mark.parametrize(
    ("title", "opinion"),
    [
        ("[사설] 반도체 전략이 없다", True),
        ("社评：韩国应当清醒", True),
        ("Analysis: what Seoul can do", True),
        ("삼성전자, 분석 장비 도입", False),
        ("Columnist joins chip panel", False),
    ],
)
def test_opinions_say_that_they_are(title, opinion):
    """By the outlet's own label."""
    assert is_opinion(title) == opinion


def test_a_title_tells_its_companies(gazetteer):
    """Each as the gazetteer knows it."""
    facts = facts_of(((fact, 1) for fact in read(submitted("Samsung Electronics posts loss"), gazetteer).facts), 1)

    assert list(facts.firms) == ["of:samsung"]


def test_results_of_rivals_are_two_stories(gazetteer):
    """The same quarter, the same words, another company: never joined in silence."""
    grouping = Grouping(gazetteer)
    grouping.place(submitted("SK hynix posts record 3.4 trillion won quarterly loss on memory slump", name="a"))

    other = grouping.place(submitted("Samsung posts 4.58 trillion won quarterly chip loss on memory slump", name="b"))

    assert "different company" in other["why"]["vetoes"]


def test_other_days_speak_against_a_story(gazetteer):
    """The first ten days of a month and the first twenty are counted apart."""
    grouping = Grouping(gazetteer)
    grouping.place(submitted("5월 1∼10일 수출 10.1% 감소", lang="ko", name="a"))

    other = grouping.place(submitted("5월 1∼20일 수출 16.1% 감소", lang="ko", name="b"))

    assert (other["story"], "different period" in other["why"]["vetoes"]) == ("s2", True)
