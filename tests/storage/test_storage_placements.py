"""Placements, the window they rebuild, quiet replies, and a person's corrections."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlite_utils import Database

from bot.config import load_desk_data
from bot.desk.stories.placing import Placing
from bot.desk.stories.words import in_words, named
from bot.desk.topics import Gazetteer
from bot.model import (
    Alert,
    Article,
    Destination,
    Judgement,
    Placement,
    Precision,
    SourceState,
    Story,
    Subscriber,
    Verdict,
)
from storage import Store, articles, destinations, outbox, people, placements, stories, verdict

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
TOLD = (
    ("en", "US revokes Samsung, SK hynix waivers for China chip plants"),
    ("ko", "美, 삼성·SK하이닉스 中공장 VEU 철회"),
    ("zh-Hans", "商务部：反对美国撤销三星、SK海力士在华工厂授权"),
    ("en", "Seoul subway fares to rise by 150 won"),
)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load(load_desk_data()[0])


@pytest.fixture
def db(tmp_path):
    store = Store.open(tmp_path / "a.db", now=NOON)
    yield store
    store.close_sync()


def article(number: int, lang: str, title: str) -> Article:
    when = NOON + timedelta(hours=number)
    return Article(
        number,
        "sample-wire",
        f"https://wire.example/{number}",
        title,
        "",
        lang,
        when,
        Precision.MINUTE,
        when,
        f"h{number}",
        0,
        1,
    )


def filled(db: Database, gazetteer: Gazetteer, placing: Placing) -> list[Placement]:
    """Remembers the articles one by one, as four polls would."""
    made = []
    for number, (lang, title) in enumerate(TOLD, start=1):
        fresh = articles.next_ids(db)[1]
        one = article(number, lang, title)
        placed = placing.place(one, "", fresh)
        opened = (Story(fresh, title, one.first_seen, one.first_seen),) if placed.opens else ()
        verdict.remember(
            db,
            Verdict(
                SourceState("sample-wire"),
                articles=(replace(one, story=placed.story),),
                judgements=(Judgement(1, 0.5),),
                stories=opened,
                placements=(placed,),
            ),
            one.first_seen,
        )
        made.append(placed)
    return made


def test_articles_of_two_languages_share_a_story(db, gazetteer):
    """The second report joins; the other side's answer and other news do not."""
    made = db.write_sync(lambda inner: filled(inner, gazetteer, Placing(gazetteer)))

    assert [one.story == made[0].story for one in made] == [True, True, False, False]


def test_the_window_is_rebuilt_as_it_was(db, gazetteer):
    """After a restart the next article is placed exactly as it would have been without."""
    before = Placing(gazetteer)
    db.write_sync(lambda inner: filled(inner, gazetteer, before))
    after = Placing(gazetteer)
    db.read_sync(lambda inner: after.replay(placements.window(inner, NOON + timedelta(days=1))))

    late = article(9, "zh-Hant", "美撤銷三星、SK海力士中國廠豁免")

    assert (after.newest, after.place(late, "", 9)) == (4, before.place(late, "", 9))


def test_a_placement_is_told_in_words(db, gazetteer):
    """Rung, score, what is shared in both scripts, vetoes and rules version."""
    made = db.write_sync(lambda inner: filled(inner, gazetteer, Placing(gazetteer)))
    stored = db.read_sync(lambda inner: placements.placement(inner, 2))

    words = "\n".join(in_words(stored, {made[0].story: TOLD[0][1]}))

    assert stored == made[1]
    assert f'story {made[0].story} ("{TOLD[0][1]}")' in words
    assert "하이닉스 = hynix" in words
    assert made[0].story in named(stored)


def test_a_join_moves_articles_and_keeps_a_label(db, gazetteer):
    """The newer story points to the older one; the correction changes what a window must be made from."""
    made = db.write_sync(lambda inner: filled(inner, gazetteer, Placing(gazetteer)))
    clean = db.read_sync(placements.corrections)

    moved = db.write_sync(lambda inner: placements.join(inner, made[0].story, made[2].story, "operator", NOON))

    joined = db.read_sync(lambda inner: stories.story(inner, made[2].story))
    assert (moved, joined.id, [one.id for one in joined.articles]) == (1, made[0].story, [1, 2, 3])
    assert db.read_sync(placements.corrections) != clean


def test_a_story_is_not_joined_to_itself(db, gazetteer):
    """It would point to itself for ever."""
    made = db.write_sync(lambda inner: filled(inner, gazetteer, Placing(gazetteer)))

    with pytest.raises(ValueError, match="cannot be joined to itself"):
        db.write_sync(lambda inner: placements.join(inner, made[0].story, made[0].story, "operator", NOON))


def test_a_split_gives_an_article_its_own_story(db, gazetteer):
    """An article that stands alone cannot be split off."""
    db.write_sync(lambda inner: filled(inner, gazetteer, Placing(gazetteer)))

    fresh = db.write_sync(lambda inner: placements.split(inner, 2, "operator", NOON))
    again = db.write_sync(lambda inner: placements.split(inner, 2, "operator", NOON))

    own = db.read_sync(lambda inner: articles.article(inner, 2)).story
    assert (own, again) == (fresh, None)


def test_whoever_got_the_parent_is_answered_quietly(db):
    """A thread row for them, an alert for anybody else."""

    def step(inner: Database) -> list[tuple[str, str]]:
        reader = people.add_subscriber(inner, Subscriber(0, "a"))
        place = destinations.add_destination(inner, Destination(0, reader.id, "console", "-"))
        alert = Alert(place.id, "alert", "story:1", NOON, expires=NOON + timedelta(days=1))
        outbox.enqueue(inner, [alert], NOON)
        outbox.enqueue(inner, [replace(alert, event="story:2", parent="story:1", article=0)], NOON)
        outbox.enqueue(inner, [replace(alert, event="story:3", parent="story:9")], NOON)
        return [(row.kind, row.event) for row in outbox.due(inner, NOON, 9)]

    assert db.write_sync(step) == [("alert", "story:1"), ("thread", "article:0"), ("alert", "story:3")]


def test_whoever_met_a_story_as_a_quiet_reply_gets_no_alert_for_it(db, gazetteer):
    """One telling per story: a later article of the follow-up's own story adds nothing."""
    db.write_sync(lambda inner: filled(inner, gazetteer, Placing(gazetteer)))

    def step(inner: Database) -> list[tuple[str, str]]:
        reader = people.add_subscriber(inner, Subscriber(0, "a"))
        place = destinations.add_destination(inner, Destination(0, reader.id, "console", "-"))
        own = articles.article(inner, 3)
        alert = Alert(place.id, "alert", "story:99", NOON, expires=NOON + timedelta(days=1))
        follow_up = replace(alert, event=f"story:{own.story}", parent="story:99", article=own.id)
        outbox.enqueue(inner, [alert, follow_up], NOON)
        outbox.enqueue(inner, [replace(follow_up, parent="", article=4)], NOON)
        return [(row.kind, row.event) for row in outbox.due(inner, NOON, 9)]

    assert db.write_sync(step) == [("alert", "story:99"), ("thread", "article:3")]
