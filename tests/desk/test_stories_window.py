"""The window of open stories: what leads to a story leads nowhere once it is forgotten."""

import random
from array import array

from bot.desk.stories.features import Features
from bot.desk.stories.ladder import Ladder
from bot.desk.stories.rarity import Rarity
from bot.desk.stories.share import share_of
from bot.desk.stories.window import LIVES, Window

GONE = LIVES + 25  # hours


def an_article(words: range, concepts: tuple[str, ...] = ("thing:h20",)) -> Features:
    return Features(
        "en",
        dict.fromkeys(concepts, 1.0),
        dict.fromkeys(concepts, "printed"),
        dict.fromkeys(words, 100),
        heads=frozenset(concepts),
    )


def leads(window: Window, words: range) -> list[int]:
    found = window.candidates([("thing:h20", 1.0)], [(word, 1.0) for word in words], 0.0)
    return [profile.id for profile in found]


def test_a_story_that_said_more_than_it_holds_is_forgotten_whole():
    """Its later words led to it as well; they break nothing when it is gone."""
    ladder = Ladder()
    for number in range(60):
        ladder.restore(1, number + 1, share_of(an_article(range(number * 10, number * 10 + 10))), float(number))
    ladder.restore(2, 61, share_of(an_article(range(5000, 5010), ("thing:other",))), GONE)

    decision = ladder.decide(an_article(range(590, 600)), GONE, 3)

    assert (decision.outcome, leads(ladder.window, range(600))) == ("new", [])


def test_a_word_that_stories_share_leads_to_those_that_are_left():
    """However often the forgotten one said it between the others."""
    window = Window()
    for story, hour in ((1, 0.0), (2, 30.0), (1, 31.0), (0x01000000, 32.0), (1, 33.0)):
        window.take(story, share_of(an_article(range(7, 8))), hour)

    window.take(9, share_of(an_article(range(8, 9), ("thing:last",))), GONE)

    assert leads(window, range(7, 8)) == [2, 0x01000000]


def test_the_weights_of_words_do_not_depend_on_when_they_were_counted():
    """Asked after every article or after a thousand, and with days that are over and forgotten."""
    rnd = random.Random(1)
    often, once = Rarity(), Rarity()
    for number in range(3000):
        words = array("I", rnd.sample(range(50), 5))
        for rarity in (often, once):
            rarity.add((), b"", words, number / 10)
        often.settle()

    once.settle()
    assert often.of_words(dict.fromkeys(range(50), 100)) == once.of_words(dict.fromkeys(range(50), 100))
