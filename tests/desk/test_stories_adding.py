"""What a follow-up adds: who answers, what is undone, which figure changed."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.config import load_desk_data
from bot.desk.grouping import Submitted, read
from bot.desk.stories.adding import advances
from bot.desk.stories.likeness import Reader
from bot.desk.stories.share import share_of
from bot.desk.stories.window import Window
from bot.desk.topics import Gazetteer
from bot.model import Advance

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load(load_desk_data()[0])


def added(gazetteer: Gazetteer, before: str, after: str) -> list[Advance]:
    """What the second headline adds to the story of the first."""
    window = Window()
    first = Submitted("a", "Sample Wire", before, "", NOON)
    window.take(1, share_of(read(first, gazetteer)), first.hour)
    later = Submitted("b", "Sample Daily", after, "", NOON + timedelta(hours=5))
    reader = Reader(read(later, gazetteer), window, later.hour)
    story = window.stories[1]
    return list(advances(reader.article, reader.facts, story, reader.told(story)))


def test_who_answers_is_named(gazetteer):
    """The ministry of the other side, as printed."""
    found = added(gazetteer, "US restricts chip tool exports to China", '중국 상무부 "美 장비 수출통제 단호히 반대"')

    assert found[0] == Advance("answer", actor="mofcom", printed="중국 상무부")


def test_a_changed_figure_is_told_with_both_amounts(gazetteer):
    """As printed, so that a reader sees what changed."""
    found = added(
        gazetteer,
        "Samsung to invest $3 billion in Xi'an chip plant",
        "Samsung raises Xi'an chip plant investment to $5 billion",
    )

    assert [(one.kind, one.before, one.after, one.unit) for one in found][:1] == [
        ("figure", "$3 billion", "$5 billion", "usd")
    ]


def test_what_is_undone_is_a_reversal(gazetteer):
    """A ban that is lifted: both acts by name."""
    found = added(gazetteer, "China bans gallium exports to US", "China lifts restrictions on gallium exports to US")

    assert ("reversal", "ban", "lift") in [(one.kind, one.before, one.after) for one in found]


def test_the_next_phase_names_the_one_before(gazetteer):
    """From indictment to conviction."""
    found = added(
        gazetteer,
        "검찰, 반도체 기술 중국 유출 전 삼성 직원 기소",
        "반도체 기술 중국 유출 전 삼성 직원 징역 5년",
    )

    assert ("phase", "indicted", "convicted") in [(one.kind, one.before, one.after) for one in found]


def test_another_month_is_another_period(gazetteer):
    """Monthly figures follow each other."""
    found = added(gazetteer, "韩国9月出口同比增长", "韩国10月出口同比增长")

    assert ("period", "9", "10") in [(one.kind, one.before, one.after) for one in found]


def test_that_somebody_asks_is_no_step(gazetteer):
    """Somebody urges somebody at every turn: it tells nothing."""
    found = added(gazetteer, "US restricts chip tool exports to China", "US urges Seoul to restrict chip tool exports")

    assert [one for one in found if one.kind == "phase"] == []


def test_the_same_words_add_nothing(gazetteer):
    """Another outlet's copy of a headline is no follow-up."""
    assert added(gazetteer, "China bans gallium exports to US", "China bans gallium exports to US") == []
