"""Which stories the day's mail tells, in which order, and what may be said of each."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.desk.edition import (
    Dossier,
    Entry,
    Facts,
    Occasion,
    Origin,
    Watched,
    arrange,
    dated,
    independent,
    novelty,
    open_dossier,
    recurring,
    silence,
    voices,
    watched,
)
from bot.model import Article, Hit, Precision, RuleHit, Source, SourceState, Story

NOW = datetime(2026, 11, 19, 22, tzinfo=UTC)  # 07:00 in Seoul
START = NOW - timedelta(days=1)
IN_TITLE = (RuleHit(1, (Hit("title", 0, 6, "Chip 4"),)),)
IN_LEAD = (RuleHit(1, (Hit("lead", 0, 6, "Chip 4"),)),)
STATE_MEDIA = tuple(Watched(name, name, "CN", True, True) for name in ("Global Times", "新华网", "环球网"))


def make(number: int = 1, *, hours: float = 1.0, **given: object) -> Article:
    """An article that appeared so many hours ago."""
    at = NOW - timedelta(hours=hours)
    known = {
        "id": number,
        "source": f"s{number}",
        "url": f"https://news.example/{number}",
        "title": "Chip 4 talks",
        "lead": "",
        "lang": "en",
        "published": at,
        "precision": Precision.MINUTE,
        "first_seen": at,
        "content_hash": "",
        "story": 1,
        "grade": 1,
        "outlet": f"Outlet {number}",
        "side": "KR",
        "kind": "newspaper",
    }
    return Article(**{**known, **given})  # type: ignore[arg-type]


def dossier(*articles: Article, **facts: object) -> Dossier:
    """What is known of the story of these articles."""
    ordered = tuple(sorted(articles, key=lambda one: one.first_seen))
    story = Story(ordered[0].story, ordered[0].title, ordered[0].first_seen, ordered[-1].first_seen, ordered)
    return open_dossier(story, Facts(**{"start": START, "end": NOW, **facts}))  # type: ignore[arg-type]


def arranged(*chosen: tuple[Article, tuple[RuleHit, ...]]) -> list[tuple[str, list[int]]]:
    """Topics with the ids of their stories, in order."""
    numbers = {article.story for article, _ in chosen}
    dossiers = {number: dossier(*(one for one, _ in chosen if one.story == number)) for number in numbers}
    return [
        (section.topic, [entry.dossier.story.id for entry in section.entries]) for section in arrange(chosen, dossiers)
    ]


def test_what_belongs_to_no_topic_comes_last() -> None:
    """A reader's own words may match anything; the whole is named only where nothing narrower is."""
    plain = make(1, story=1, grade=0)
    whole = make(2, story=2, topics=("china-korea-chips",))
    narrow = make(3, story=3, topics=("china-korea-chips", "hbm"), grade=2)
    assert arranged((plain, IN_TITLE), (whole, IN_TITLE), (narrow, IN_TITLE)) == [
        ("hbm", [3]),
        ("china-korea-chips", [2]),
        ("", [1]),
    ]


def test_rank_within_a_topic() -> None:
    """Grade, a hit in the title, outlets, sides, official sources, and the score at the end."""
    stories = [
        [make(1, story=1)],
        [make(2, story=2, score=0.9)],
        [make(3, story=3, kind="government")],
        [make(4, story=4), make(5, story=4)],
        [make(6, story=5), make(7, story=5, side="CN")],
        [make(8, story=6, grade=2)],
    ]
    hits = {1: IN_LEAD, 8: IN_LEAD}
    chosen = [(one, hits.get(one.id, IN_TITLE)) for several in stories for one in several]
    assert arranged(*chosen) == [("", [6, 5, 4, 3, 2, 1])]


def test_reprints_are_outlets_but_not_independent() -> None:
    """A copy's text and a credited wire are somebody else's work; naming oneself is not."""
    articles = [make(1, outlet="Yonhap"), make(2), make(3, outlet="Seoul Daily"), make(4)]
    origins = {1: Origin(credit="Yonhap"), 2: Origin(copied=True), 3: Origin(credit="Yonhap")}
    assert independent(articles, origins) == 2
    assert independent(articles[1:2], origins) == 1


def test_sides_and_how_far_they_followed() -> None:
    """Most outlets first; a lag is only as exact as the visits where an outlet's own time is not known."""
    wire = make(1, hours=3.0)
    daily = make(2, hours=2.5)
    ministry = make(3, hours=1.0, side="CN", published=None, kind="government")
    found = voices([ministry, daily, wire], {"s1": timedelta(minutes=5), "s3": timedelta(minutes=30)})
    assert [(one.side, [article.id for article in one.articles], one.lag, one.margin) for one in found] == [
        ("KR", [1, 2], timedelta(0), timedelta(0)),
        ("CN", [3], timedelta(hours=2), timedelta(minutes=30)),
    ]


def test_one_outlet_counts_once() -> None:
    """Its first article speaks."""
    (voice,) = voices([make(1, outlet="A", hours=1), make(2, outlet="A", hours=2)], {})
    assert [article.id for article in voice.articles] == [2]


YESTERDAY = make(1, hours=30, title="Ministry to review export licences for 20 firms on Dec. 1", lead="")


@pytest.mark.parametrize(
    ("fresh", "news"),
    [
        ({"title": "Ministry to review export licences for 20 firms"}, ()),
        ({"title": "Ministry to review export licences for 25 firms"}, ("figure",)),
        ({"title": "Ministry to review export licences on Dec. 8"}, ("date",)),
        ({"title": "Ministry lifts export curbs"}, ("phase",)),
        ({"title": "Answer to a question", "kind": "government"}, ("official",)),
        ({"title": "Ministry to review licences", "side": "CN"}, ("side:CN",)),
        ({"title": "Export licences under review", "lead": "It may concern 40 firms."}, ()),
    ],
)
def test_yesterdays_story_needs_a_new_fact(fresh: dict[str, str], news: tuple[str, ...]) -> None:
    """A figure, a day or a step that a headline bears, a government's own word, or a side not heard before."""
    assert novelty([YESTERDAY], [make(2, **fresh)]) == news


def test_a_repeat_is_left_out_and_an_update_is_marked() -> None:
    """A story told yesterday comes again only with news."""
    repeat = dossier(YESTERDAY, make(2, title="Ministry reviews licences"))
    update = dossier(YESTERDAY, make(3, title="Ministry lifts export curbs"))
    fresh = make(4)
    assert (repeat.repeats, repeat.updates) == (True, False)
    assert (update.repeats, update.updates) == (False, True)
    assert (dossier(fresh).repeats, dossier(fresh).updates) == (False, False)
    assert arrange([(make(2), IN_TITLE)], {1: repeat}) == ()


def test_a_step_of_the_same_saga_is_an_update() -> None:
    """A new story that carries on another tells which."""
    one = make(1)
    story = Story(1, one.title, one.first_seen, one.first_seen, (one,))
    found = open_dossier(story, Facts(START, NOW), continues="Talks announced")
    assert (found.news, found.continues, found.old) == (("phase",), "Talks announced", False)


def koreans(count: int = 5, hours: float = 8.0) -> list[Article]:
    """So many Korean outlets with one story."""
    return [make(number, hours=hours - number * 0.1) for number in range(count)]


def test_silence_is_said_where_it_was_listened_for() -> None:
    """Outlets, hours, and the names of those who were heard to say nothing."""
    found = silence(koreans(), [], {}, STATE_MEDIA, NOW)
    assert found is not None
    assert (found.speaking, found.outlets, found.lasting, found.missing) == ("KR", 5, timedelta(hours=8), "cn-state")
    assert (found.well, found.asked) == (("Global Times", "新华网", "环球网"), 3)


def test_the_other_way_round() -> None:
    """Four Chinese outlets, state media among them, and no Korean one."""
    heard = [make(number, hours=7, side="CN", state_media=number == 0) for number in range(4)]
    korean = tuple(Watched(str(number), str(number), "KR", False, True) for number in range(4))
    found = silence(heard, [], {}, korean, NOW)
    assert found is not None
    assert (found.speaking, found.missing) == ("CN", "KR")


SICK = tuple(replace(one, well=False) for one in STATE_MEDIA)
ELSEWHERE = make(50, side="CN", state_media=True, story=9)
MATTER = {0: frozenset({"samsung", "veu", "hbm"}), 50: frozenset({"samsung", "veu"})}


@pytest.mark.parametrize(
    ("articles", "others", "names", "listening"),
    [
        (koreans(4), [], {}, STATE_MEDIA),
        (koreans(hours=5.9), [], {}, STATE_MEDIA),
        ([*koreans(), make(9, side="CN", state_media=True)], [], {}, STATE_MEDIA),
        (koreans(), [], {}, STATE_MEDIA[:2]),
        (koreans(), [], {}, SICK),
        (koreans(), [], {}, (*STATE_MEDIA, *SICK, SICK[0])),
        (koreans(), [ELSEWHERE], MATTER, STATE_MEDIA),
    ],
    ids=["few", "recent", "told", "few listened to", "none healthy", "most not healthy", "perhaps the same matter"],
)
def test_silence_is_not_claimed_without_grounds(articles, others, names, listening) -> None:
    """A dead scraper, or a story that was not recognised, must not read as silence."""
    assert silence(articles, others, names, listening, NOW) is None


def test_an_unrelated_article_does_not_break_silence() -> None:
    """One shared name is no shared matter."""
    assert silence(koreans(), [ELSEWHERE], {**MATTER, 50: frozenset({"samsung"})}, STATE_MEDIA, NOW) is not None


@pytest.mark.parametrize(
    ("state", "hours", "well"),
    [("fresh", 0.5, True), ("quiet", 1.9, True), ("blocked", 0.5, False), ("fresh", 2.1, False)],
)
def test_a_source_is_well_when_visited_lately(state: str, hours: float, well: bool) -> None:
    """Its word and its last good visit decide."""
    source = Source("gt", "Global Times", "CN", "newspaper", "en", "feed", "https://gt.example", state_media=True)
    seen = SourceState("gt", last_good=NOW - timedelta(hours=hours), state=state)
    assert watched([source], {"gt": seen}, NOW) == (Watched("gt", "Global Times", "CN", True, well),)
    assert not watched([source], {}, NOW)[0].well


def test_coming_days_that_a_story_names() -> None:
    """Not today, not the past, not a day that does not exist, not next summer."""
    told = make(title="Talks on Dec. 3", lead="After Nov. 20 and Nov. 1, 30 Feb. and June 2; 12월 31일부터.")
    assert [one.day for one in dated([told], NOW)] == [date(2026, 11, 20), date(2026, 12, 3), date(2026, 12, 31)]


def test_what_returns_is_told_for_the_coming_day() -> None:
    """By weekday or by day of the month, in its own zone."""
    daily = Occasion("a", {"en": "briefing"}, time(15), "Asia/Shanghai", weekdays=frozenset(range(5)))
    monthly = Occasion("b", {"en": "exports"}, time(9), "Asia/Seoul", monthdays=frozenset({21}))
    found = recurring([monthly, daily], NOW)
    assert [(one.title["en"], str(one.at)) for one in found] == [
        ("briefing", "2026-11-20 07:00:00+00:00"),
        ("exports", "2026-11-21 00:00:00+00:00"),
    ]


def test_the_best_article_speaks(make_entry: Callable[..., Entry]) -> None:
    """The highest grade, then the earliest; what the rules hit elsewhere in the story is told too."""
    early, late, high = make(1, hours=3), make(2, hours=2), make(3, hours=1, grade=2)
    entry = make_entry(early, late, high)
    assert entry.article.id == 3
    assert make_entry(early, late).article.id == 1


@pytest.fixture
def make_entry() -> Callable[..., Entry]:
    def entry(*articles: Article) -> Entry:
        (section,) = arrange([(one, IN_TITLE) for one in articles], {1: dossier(*articles)})
        return section.entries[0]

    return entry
