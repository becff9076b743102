"""A restart in the middle of a stream changes no decision; features come back as they were packed."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.config import load_desk_data
from bot.desk.grouping import read
from bot.desk.stories.kept import Unreadable, from_text, to_text
from bot.desk.stories.placing import Placing, hour_of
from bot.desk.topics import Gazetteer
from bot.model import Article, Placement, Precision
from tests.story_measures import Labelled, load, squeezed

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load(load_desk_data()[0])


def stored(number: int, one: Labelled) -> Article:
    given = one.article
    when = given.published.astimezone(UTC)
    return Article(
        number, "wire", "", given.title, given.lead, given.lang, when, Precision.MINUTE, when, f"h{number}", 0, 1
    )


def placed(placing: Placing, articles: list[Article], stories: int) -> tuple[list[Placement], int]:
    made = []
    for article in articles:
        made.append(placing.place(article, article.lead * 4, stories + 1))
        stories += made[-1].opens
    return made, stories


def test_a_restart_in_the_middle_changes_nothing(gazetteer):
    """Every later placement is the same to the last letter of its reason."""
    articles = [stored(number, one) for number, one in enumerate(squeezed(load())[:160], start=1)]
    before = Placing(gazetteer)
    first, stories = placed(before, articles[:80], 0)
    after = Placing(gazetteer)
    after.replay(
        (article.id, made.story, datetime.fromtimestamp(hour_of(article) * 3600, UTC), made.features)
        for article, made in zip(articles, first, strict=False)
    )

    without, with_restart = (placed(placing, articles[80:], stories)[0] for placing in (before, after))

    assert with_restart == without


def test_features_come_back_as_they_were(gazetteer):
    """Of every article of the labelled set."""
    read_ones = [read(one.article, gazetteer) for one in load()]

    unlike = [one for one in read_ones if to_text(from_text(to_text(one))) != to_text(one)]

    assert (unlike, from_text(to_text(read_ones[0])).figures) == ([], read_ones[0].figures)


def test_features_are_packed_alike_in_every_process():
    """Sets have another order in each; what is stored has not."""
    program = (
        "from bot.config import load_desk_data; from bot.desk.grouping import read; from bot.desk.topics import Gazetteer;"
        "from bot.desk.stories.kept import to_text; from tests.story_measures import load;"
        "gazetteer = Gazetteer.load(load_desk_data()[0]);"
        "print([to_text(read(one.article, gazetteer)) for one in load()[:60]])"
    )

    packed = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert len(packed) == 1


@pytest.mark.parametrize("kept", ["", "{}", '{"l":"en"}', "AgAA", "AQ==", "AQIAAAAAAAAAAAAAAAAAAA=="])
def test_features_of_another_release_or_damaged_are_named_unreadable(kept):
    """The window is rebuilt without them."""
    with pytest.raises(Unreadable):
        from_text(kept)


def test_unreadable_features_are_left_out(gazetteer):
    """The article counts as seen all the same."""
    placing = Placing(gazetteer)

    placing.replay([(5, 1, datetime(2026, 11, 22, tzinfo=UTC), "{}")])

    assert placing.newest == 5


def test_hostile_surfaces_do_not_break_the_packing(gazetteer):
    """Control characters that part lists are taken for spaces."""
    one = read(load()[0].article, gazetteer)
    name = next(iter(one.concepts))

    hostile = replace(one, surfaces={**one.surfaces, name: "a\x1eb\x1fc"})

    assert from_text(to_text(hostile)).surfaces[name] == "a b c"
