"""What a rule would have brought, counted before it is saved; and what the archive is asked for."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.desk.rules import Vocabulary, parse
from bot.desk.rules.preselect import facts_needed, needed
from bot.desk.trial import Trial, bars, names_only_add
from bot.model import Article, Precision

NOON = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
SEOUL = ZoneInfo("Asia/Seoul")


def an_article(number: int, *, hours: int = 0, side: str = "KR", lang: str = "ko", story: int = 0) -> Article:
    seen = NOON - timedelta(hours=hours)
    return Article(
        number, "wire", f"https://wire.example/{number}", "t", "", lang, seen, Precision.MINUTE, seen, "", story or number,
        1, side=side,
    )  # fmt: skip


def test_hits_are_counted_by_day_of_the_reader_side_and_language():
    """Noon in Seoul: thirteen hours before belongs to yesterday there."""
    trial = Trial(NOON, SEOUL, days=3)
    for article in (
        an_article(3),
        an_article(2, hours=13, side="CN", lang="zh-Hans"),
        an_article(1, hours=14, lang="zh-Hant"),
    ):
        trial.take(article)

    assert trial.by_day == (0, 2, 1)
    assert (trial.counted(trial.sides), trial.counted(trial.languages)) == (
        [("KR", 2), ("CN", 1)],
        [("zh", 2), ("ko", 1)],
    )


def test_each_candidate_stands_for_the_ones_not_looked_at():
    """Every fourth one was looked at: a hit counts for four, and the figure says about."""
    trial = Trial(NOON, SEOUL, covered=4.0, every=4)
    trial.take(an_article(1), {7})

    assert (trial.total, trial.a_day, trial.counted(trial.overlap)) == (4, 1.0, [(7, 4)])
    assert trial.told()[0].startswith("about 1.0 stories a day over 4 days")


def test_samples_are_of_different_stories():
    """Three samples, the newest article of each story."""
    trial = Trial(NOON, SEOUL)
    for number, story in ((9, 1), (8, 1), (7, 2), (6, 3), (5, 4)):
        trial.take(an_article(number, story=story))

    assert [sample.id for sample in trial.samples] == [9, 7, 6]


def test_more_than_fifteen_a_day_is_broad():
    """Fifteen are not yet too many, sixteen are."""
    trial = Trial(NOON, SEOUL, covered=3.0, every=15)
    for number in (1, 2, 3):
        trial.take(an_article(number))

    assert (trial.a_day, trial.broad) == (15.0, False)
    trial.take(an_article(4))
    assert (trial.broad, "More than 15 stories a day" in trial.told()[-1]) == (True, True)


def test_a_young_archive_says_nothing_about_volume():
    """Under three days there is not enough data yet."""
    trial = Trial(NOON, SEOUL, covered=2.9)
    trial.take(an_article(1))

    assert trial.told() == ("stories so far: 1; not enough data yet to say how many a day",)


def test_bars_show_empty_days_as_dots():
    """The highest bar is the busiest day."""
    assert bars((0, 1, 8)) == "·▁█"
    assert bars(()) == ""


def asked(rule: str) -> list[list[str]]:
    vocabulary = Vocabulary(concepts={"xian": ("西安",)}, forms={"xian": ("西安", "시안", "Xian")})
    return needed(parse(rule, vocabulary).root)


def test_the_archive_is_asked_for_what_must_be_there():
    """Every term of an AND, one list for an OR, nothing for what may be missing."""
    assert asked("chip AND 반도체") == [["chip", "chips"], ["반도체"]]
    assert asked('("export controls" OR semi*) -food') == [["export controls", "semi*"]]
    assert asked("lang:ko NOT chip") == []
    assert asked("lang:ko OR chip") == []
    assert asked('title:"chip export"~5') == [["chip"], ["export"]]
    assert asked("칩4*") == [["칩4*"]]


def test_the_archive_is_asked_for_every_form_of_a_concept():
    """Ambiguous ones too: what they mean is for the exact reading to say."""
    assert asked("concept:xian") == [["西安", "시안", "Xian", "Xians", "Xianes"]]


def test_the_archive_is_not_asked_for_a_form_in_which_another_stands():
    """Whoever is found by the shorter one need not be looked for again; half a word is no form."""
    forms = ("三星", "三星电子", "三星電子", "Samsung", "SAMSUNG", "Samsung SDI")
    vocabulary = Vocabulary(concepts={"samsung": ("三星",)}, forms={"samsung": forms})
    assert needed(parse("concept:samsung", vocabulary).root) == [["三星", "Samsung", "Samsungs", "Samsunges"]]


@pytest.mark.parametrize(
    ("rule", "only_add"),
    [
        ("concept:xian chip", True),
        ("concept:xian -chip", True),
        ("chip OR (NOT food AND concept:xian)", True),
        ("chip -concept:xian", False),
        ("chip (hbm OR NOT (fab concept:xian))", False),
        ("concept:xian topic:hbm", False),
    ],
)
def test_whether_names_can_only_add_hits(rule, only_add):
    """Then an article that meets the rule as it is stored need not be graded again."""
    vocabulary = Vocabulary(concepts={"xian": ("西安",)}, forms={"xian": ("西安", "시안")})
    assert names_only_add(parse(rule, vocabulary)) is only_add


def test_a_story_told_by_several_counts_once():
    """Readers are alerted once a story; it counts for each side that told it."""
    trial = Trial(NOON, SEOUL)
    for number, side in ((3, "KR"), (2, "CN"), (1, "KR")):
        trial.take(an_article(number, story=1, side=side), {7})

    assert (trial.total, trial.counted(trial.overlap)) == (1, [(7, 1)])
    assert trial.told()[1:] == ("stories by side: KR 1, CN 1", "stories by language: ko 1")


def test_of_many_candidates_every_so_many_th_is_looked_at():
    """Evenly spread; fewer where each costs a grading."""
    trial = Trial(NOON, SEOUL)
    assert (len(trial.chosen(range(3000), graded=False)), trial.every) == (1500, 2)
    assert (len(trial.chosen(range(1200), graded=True)), trial.every) == (400, 3)
    assert (list(trial.chosen(range(3), graded=True)), trial.every) == ([0, 1, 2], 1)


def test_the_archive_is_asked_for_what_every_filter_wants():
    """Those of an AND; an alternative or an exclusion says nothing."""
    vocabulary = Vocabulary()
    assert facts_needed(parse("lang:ko side:CN -kind:company chip", vocabulary).root) == [
        ("lang", "ko"),
        ("side", "CN"),
    ]
    assert facts_needed(parse("topic:hbm", vocabulary).root) == [("topic", "hbm")]
    assert facts_needed(parse("topic:hbm OR lang:ko", vocabulary).root) == []
