"""What a follow-up adds, in four languages."""

import pytest

from bot.delivery.advances import _ACTS, _PHASES, LANGUAGES, advance_told
from bot.desk.stories.acts import OPPOSED, PHASES
from bot.desk.stories.adding import UNTOLD
from bot.model import Advance

NAMES = {"mofcom": "MOFCOM", "samsung": "Samsung", "micron": "Micron"}


@pytest.mark.parametrize(
    ("advance", "told"),
    [
        (Advance("answer", "mofcom", "商务部"), ("MOFCOM answers", "MOFCOM 반응", "MOFCOM回应", "MOFCOM回應")),
        (Advance("answer"), ("an answer", "반응 나와", "有回应", "有回應")),
        (
            Advance("figure", before="3 billion", after="5 billion", unit="usd"),
            (
                "figure changed 3 billion → 5 billion",
                "수치 변경 3 billion → 5 billion",
                "数字有变 3 billion → 5 billion",
                "數字有變 3 billion → 5 billion",
            ),
        ),
        (
            Advance("reversal", "mofcom", before="ban", after="lift"),
            ("MOFCOM: banned, now lifted", "MOFCOM: 금지 → 해제", "MOFCOM：禁止 → 解除", "MOFCOM：禁止 → 解除"),
        ),
        (Advance("phase", before="proposed", after="in force"), ("now in force", "시행", "已生效", "已生效")),
        (
            Advance("period", before="3", after="12"),
            ("time changed Mar → Dec", "시점 변경 3월 → 12월", "时间有变 3月 → 12月", "時間有變 3月 → 12月"),
        ),
        (
            Advance("actor", before="US", after="samsung"),
            ("Samsung's side", "Samsung 측", "Samsung方面", "Samsung方面"),
        ),
        (
            Advance("people", after="Wang Wentao"),
            ("Wang Wentao is named", "Wang Wentao 거론", "提到Wang Wentao", "提到Wang Wentao"),
        ),
    ],
)
def test_each_kind_in_each_language(advance: Advance, told: tuple[str, ...]) -> None:
    """In the words of the reader, names as their language has them."""
    assert tuple(advance_told([advance], lang, NAMES) for lang in LANGUAGES) == told


@pytest.mark.parametrize(
    "advance",
    [
        Advance("phase", after="teleported"),
        Advance("phase", after="asked"),
        Advance("reversal", before="ban", after="dance"),
        Advance("figure", before="", after="5"),
        Advance("actor", before="US", after="nobody-known"),
        Advance("period", before="0", after="13"),
        Advance("people"),
        Advance("something new"),
    ],
)
def test_what_we_have_no_words_for_is_not_said(advance: Advance) -> None:
    """Rather nothing than half of it."""
    assert advance_told([advance], "en", NAMES) == ""


def test_two_things_are_said_at_most_and_hostile_words_are_cut() -> None:
    """The most telling first."""
    many = [Advance("answer", "mofcom"), Advance("phase", after="decided"), Advance("people", after="X")]

    assert advance_told(many, "fr", NAMES) == "MOFCOM answers, now decided"
    assert len(advance_told([Advance("people", after="a\u202e" * 5000)], "en", {})) < 100
    assert "\u202e" not in advance_told([Advance("people", after="a\u202eb")], "en", {})


def test_every_act_and_step_that_the_desk_tells_has_words() -> None:
    """A new one fails here."""
    assert set(PHASES.values()) - UNTOLD - _PHASES.keys() == set()
    assert {act for pair in OPPOSED for act in pair} - _ACTS.keys() == set()
