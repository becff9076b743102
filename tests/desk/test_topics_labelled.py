"""The classifier on the project's own labelled set: the accept column of the topic's definition must hold."""

from collections.abc import Callable

import pytest

from bot.desk.topics import Classifier
from bot.desk.topics.branches import BRANCHES, NOTHING
from tests.desk import topic_measures as measures
from tests.desk.topic_measures import Item


@pytest.fixture(scope="module")
def items(classifier: Classifier) -> tuple[Item, ...]:
    """Every labelled item, judged."""
    return measures.judged(classifier)


@pytest.fixture(scope="module")
def unseen(classifier: Classifier) -> tuple[Item, ...]:
    """Every item of the set by another hand, judged."""
    return measures.judged(classifier, measures.UNSEEN)


@pytest.fixture(scope="module")
def fresh(classifier: Classifier) -> tuple[Item, ...]:
    """Every item of the later set by another hand, judged."""
    return measures.judged(classifier, measures.FRESH)


def test_the_set_is_wide_enough(items: tuple[Item, ...]) -> None:
    """At least 300 items, 150 of them hard, a third held out, each script in all three grades."""
    scripts = {(item.lang, item.grade) for item in items}
    assert len(items) >= 300
    assert sum(item.hard for item in items) >= 150
    assert sum(item.held for item in items) * 3 >= len(items)
    assert scripts == {(lang, grade) for lang in ("en", "ko", "zh-Hans", "zh-Hant") for grade in (0, 1, 2)}


def test_the_accept_column_holds(items: tuple[Item, ...], record_property: Callable[[str, object], None]) -> None:
    """Every measure reaches what the definition accepts, over all and over the items never tuned on."""
    record_property("table", "topic, on the labelled set\n" + measures.table(items))
    reached = {
        part: {
            "F1": measures.f1(chosen) >= 0.92,
            "core": measures.recall_of(2, chosen) >= 0.97,
            "related": measures.recall_of(1, chosen) >= 0.80,
            "hard precision": measures.hard_precision(chosen) >= 0.95,
            "hard rejected": measures.hard_rejected(chosen) >= 0.96,
            "average precision": measures.average_precision(chosen) >= 0.97,
        }
        for part, chosen in measures.groups(items).items()
        if part in {"all", "held out"}
    }
    assert [(part, name) for part, row in reached.items() for name, holds in row.items() if not holds] == []


def test_the_core_of_the_own_set_is_found(items: tuple[Item, ...]) -> None:
    """Ninety-nine of a hundred core stories, over all and over the items never tuned on."""
    parts = measures.groups(items)
    assert [part for part in ("all", "held out") if measures.recall_of(2, parts[part]) < 0.99] == []


def test_a_set_by_another_hand_holds_its_bounds(
    unseen: tuple[Item, ...], record_property: Callable[[str, object], None]
) -> None:
    """The bounds that hold today; at first sight F1 was .945, core .954, related .845, hard negatives rejected .967.

    Its odd items were looked at after that and their classes of error mended; the even ones, "held out", never were.
    """
    record_property("table", "topic, on the set by another hand\n" + measures.table(unseen))
    parts = measures.groups(unseen)
    reached = {
        part: {
            "F1": measures.f1(parts[part]) >= 0.96,
            "core": measures.recall_of(2, parts[part]) >= 0.96,
            "related": measures.recall_of(1, parts[part]) >= 0.94,
            "hard precision": measures.hard_precision(parts[part]) >= 0.97,
            "hard rejected": measures.hard_rejected(parts[part]) >= 0.96,
            "average precision": measures.average_precision(parts[part]) >= 0.98,
        }
        for part in ("all", "held out")
    }
    assert [(part, name) for part, row in reached.items() for name, holds in row.items() if not holds] == []


def test_a_later_set_by_another_hand_holds_its_bounds(
    fresh: tuple[Item, ...], record_property: Callable[[str, object], None]
) -> None:
    """The bounds that hold today, of the half looked at and of the half never looked at.

    At first sight their F1 was .953 and .950, core .921 and .945, related 1.000 and .933, hard negatives rejected .942
    and .929, average precision .979 and .970.
    """
    record_property("table", "topic, on a later set by another hand\n" + measures.table(fresh))
    parts = measures.groups(fresh)
    least = {
        "tuned on": {"F1": 0.98, "core": 0.97, "related": 0.97, "hard rejected": 0.98, "average precision": 0.99},
        "held out": {"F1": 0.955, "core": 0.95, "related": 0.93, "hard rejected": 0.95, "average precision": 0.97},
    }
    measured = {
        part: {
            "F1": measures.f1(parts[part]),
            "core": measures.recall_of(2, parts[part]),
            "related": measures.recall_of(1, parts[part]),
            "hard rejected": measures.hard_rejected(parts[part]),
            "average precision": measures.average_precision(parts[part]),
        }
        for part in least
    }
    assert [
        (part, name) for part, row in least.items() for name, bound in row.items() if measured[part][name] < bound
    ] == []


def test_every_script_reaches_it(items: tuple[Item, ...]) -> None:
    """No script is left behind: F1 of each."""
    scripts = ("en", "ko", "zh", "zh-Hans", "zh-Hant")
    assert [name for name in scripts if measures.f1(measures.groups(items)[name]) < 0.90] == []


def test_every_branch_is_reached(items: tuple[Item, ...], unseen: tuple[Item, ...]) -> None:
    """Each line of the grading table decides at least one labelled item."""
    reached = {item.judgement.why[-1].concept for item in (*items, *unseen)}
    assert {branch.name for branch in (*BRANCHES, NOTHING)} - reached == set()


def test_reasons_point_into_the_original(items: tuple[Item, ...]) -> None:
    """Offsets are code points of the text as submitted, entities, NFD and full-width letters included."""
    fields = {"title": lambda item: item.title, "lead": lambda item: item.lead}
    for item in items:
        for piece in item.judgement.why[:-1]:
            assert fields[piece.field](item)[slice(*piece.at)] == piece.text


def test_the_last_reason_names_the_branch(items: tuple[Item, ...]) -> None:
    """The branch that set the grade closes the reasons, outside any field."""
    for item in items:
        last = item.judgement.why[-1]
        assert (last.field, last.at, last.facet) == ("", (0, 0), f"grade {item.judgement.grade}")


def test_scores_rank_by_grade(items: tuple[Item, ...]) -> None:
    """A higher grade always has the higher score, and every score lies between 0 and 1."""
    scores = {grade: [i.judgement.score for i in items if i.judgement.grade == grade] for grade in (0, 1, 2)}
    assert 0.0 <= min(scores[0]) <= max(scores[0]) < min(scores[1]) <= max(scores[1]) < min(scores[2])
    assert max(scores[2]) <= 1.0


def test_masked_senses_weigh_nothing(items: tuple[Item, ...]) -> None:
    """What is masked is listed with weight 0."""
    masked = [piece for item in items for piece in item.judgement.why if piece.facet == "masked"]
    assert masked
    assert {piece.weight for piece in masked} == {0.0}
