"""Korean plants in China: their city is no leader, and what happens there is news of chips."""

import pytest

from bot.desk.topics import Classifier
from bot.model import Text


def named(classifier: Classifier, title: str) -> set[str]:
    """The concepts that a title mentions, masked ones left out."""
    return {mention.concept.id for mention in classifier.gazetteer.find(Text("t", title)) if not mention.masked}


@pytest.mark.parametrize("city", ["Xi'an", "Xi’an", "Xian", "XI'AN", "Xiʼan"])
@pytest.mark.parametrize("country", ["China's", "China’s", "Chinese"])
def test_a_city_behind_its_country_is_no_leader(classifier: Classifier, country: str, city: str) -> None:
    """However the apostrophes are printed, the whole name of the place is read."""
    title = f"Fire at Samsung plant in {country} {city}"

    assert {"samsung", "china", "xian"} <= named(classifier, title)
    assert named(classifier, title).isdisjoint({"xi", "xi-jinping"})
    assert classifier.judge(Text("t", title)).grade == 2


def test_no_leader_courts_at_a_fair_in_that_city(classifier: Classifier) -> None:
    """What the city hosts is not a meeting with China's leaders."""
    *_, verdict = classifier.judge(Text("t", "China's Xi'an to host Samsung supplier fair")).why

    assert verdict.concept != "Korean chip executives and China's leaders"


@pytest.mark.parametrize("title", ["China's Xi to meet Samsung chief", "China’s Xi warns Seoul over chip curbs"])
def test_the_leader_behind_his_country_is_still_read(classifier: Classifier, title: str) -> None:
    """By rules that ask for him, too."""
    text, _ = classifier.graded(Text("t", title))

    assert {"xi", "xi-jinping", "china"} <= {piece.concept for piece in text.mentions}
