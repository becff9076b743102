"""The day's mail from a real archive: whose stories, since when, told once, and what they share."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from sqlite_utils import Database

from bot import letters, press
from bot.archive import open_store
from bot.delivery.compose import compose_alert
from bot.desk.reading import Desk
from bot.desk.rules import RuleIndex
from bot.desk.topics import Classifier
from bot.model import (
    Alert,
    Article,
    Delivery,
    DeliveryState,
    Destination,
    Evidence,
    Judgement,
    Message,
    Outcome,
    Placement,
    Precision,
    Rule,
    Settlement,
    Source,
    SourceState,
    Story,
    Subscriber,
    Verdict,
)
from bot.press import Press
from storage import Store, destinations, editions, mutes, outbox, people, placements, remember, stories

SEVEN = datetime(2026, 11, 19, 22, tzinfo=UTC)  # in Seoul, 20 November
SOURCES = {
    name: Source(name, name.upper(), side, "newspaper", "en", "feed", f"https://{name}.example", state_media=state)
    for name, side, state in [
        ("seoul", "KR", False),
        ("busan", "KR", False),
        ("wuxi", "CN", True),
        ("dalian", "CN", True),
        ("xian", "CN", True),
    ]
}


@pytest.fixture
def store(tmp_path: Path):
    with open_store(tmp_path / "chipwire.db", SEVEN) as opened:
        yield opened


@pytest.fixture
def desk(classifier: Classifier) -> Desk:
    return Desk(classifier, RuleIndex.build((), classifier.vocabulary))


@pytest.fixture
def tell(store: Store) -> Callable[..., None]:
    """Stores articles, each (id, story, hours before seven, source, title)."""

    def fill(*lines: tuple[int, int, float, str, str], grade: int = 1, lang: str = "en", **more: object) -> None:
        made = []
        for number, story, ago, source, title in lines:
            at = SEVEN - timedelta(hours=ago)
            outlet = SOURCES.get(source) or Source(source, source.upper(), "KR", "newspaper", "en", "feed", "")
            given = {"lead": "", "topics": ("china-korea-chips",), **more}
            made.append(
                Article(
                    number,
                    source,
                    f"https://{source}.example/{number}",
                    title,
                    str(given["lead"]),
                    lang,
                    at,
                    Precision.MINUTE,
                    at,
                    f"{number}",
                    story,
                    grade,
                    topics=given["topics"],
                    outlet=outlet.name,
                    side=outlet.side,
                    kind=outlet.kind,
                    state_media=outlet.state_media,
                )
            )
        why = (Evidence("samsung", "삼성", "title", (0, 2), "chip", 1.0),)
        judged = tuple(Judgement(grade, 0.5, (), one.topics, why) for one in made)
        opened = {one.story: Story(one.story, one.title, one.first_seen, one.first_seen) for one in reversed(made)}

        def step(db: Database) -> None:
            known = {number for number in opened if stories.story(db, number)}
            new = tuple(one for number, one in opened.items() if number not in known)
            remember(db, Verdict(SourceState("none"), tuple(made), judged, stories=new), SEVEN)

        store.write_sync(step)

    return fill


@pytest.fixture
def reader(store: Store) -> Callable[..., Destination]:
    """Enters a reader with rules and a mail address."""

    def enter(*rules: str, address: str = "a@b.example", **settings: object) -> Destination:
        def step(db: Database) -> Destination:
            who = people.add_subscriber(db, replace(Subscriber(0), **settings))
            place = destinations.add_destination(db, Destination(0, who.id, "email", address))
            for rule in rules:
                people.add_rule(db, Rule(0, who.id, rule, place.id, paused=rule.startswith("paused")))
            return place

        return store.write_sync(step)

    return enter


@pytest.fixture
def morning(store: Store, desk: Desk) -> Callable[..., Message]:
    """The mail of 20 November for a reader."""
    shared = Press()

    def compose(place: Destination, at: datetime = SEVEN, lang: str = "en", **more: object) -> Message:
        row = Delivery(1, place, "digest", "digest:2026-11-20", DeliveryState.NEW, at, 0, at, lang=lang)
        return store.read_sync(lambda db: letters.digest(db, desk, row, at, press=shared, sources=SOURCES, **more))

    return compose


def headlines(message: Message) -> list[str]:
    """The lines that head a story: an address of the story ends it."""
    lines = message.text.splitlines()
    return [line for line, after in pairwise(lines) if " · EN · " in after or " · KO · " in after]


def test_every_rule_in_one_mail_each_story_once(reader, tell, morning) -> None:
    """Grouped by story; a paused rule, yesterday's news and what came after the hour are not in it."""
    place = reader("samsung", "hynix OR samsung", "paused")
    tell(
        (1, 1, 2.0, "seoul", "Samsung expands"),
        (2, 1, 1.0, "wuxi", "Samsung to expand"),
        (3, 2, 3.0, "busan", "SK hynix hires"),
        (4, 3, 3.0, "busan", "paused"),
        (5, 4, 25.0, "busan", "Samsung yesterday"),
        (6, 5, 0.0, "busan", "Samsung now"),
    )
    message = morning(place)
    assert headlines(message) == ["Samsung expands", "SK hynix hires"]
    assert message.subject == "Samsung expands · 2 stories, 3 outlets"
    assert "why: samsung — samsung (title); hynix OR samsung — samsung (title)" in message.text


def test_an_alert_and_the_mail_count_alike(store, reader, tell, morning) -> None:
    """One archive, the same outlets and the same first mover."""
    place = reader("samsung")
    tell((1, 1, 5.0, "seoul", "Samsung expands"), (2, 1, 4.0, "busan", "Samsung plans"), (3, 1, 3.0, "wuxi", "三星"))
    story = store.read_sync(lambda db: stories.story(db, 1))
    assert story is not None
    row = Delivery(1, place, "alert", "story:1", DeliveryState.NEW, SEVEN, 0, SEVEN)
    alert = compose_alert(row, story, story.articles[0], {})
    assert "3 outlets: KR 2 · CN 1 — first: SEOUL 02:00 KST" in alert.text
    assert "Korea 2 ███ first 02:00 KST · SEOUL, BUSAN" in morning(place).text
    assert "3 outlets" in morning(place).text


def test_since_the_last_mail_that_arrived(store, reader, tell, morning) -> None:
    """After days off or a broken server nothing is missed; what never arrived told nothing."""
    place = reader("samsung")
    tell((1, 1, 60.0, "seoul", "Samsung on Tuesday"), (2, 2, 80.0, "seoul", "Samsung on Monday"))
    assert headlines(morning(place)) == []

    def sent(state: DeliveryState, outcome: Outcome, hours: float) -> None:
        at = SEVEN - timedelta(hours=hours)

        def step(db: Database) -> None:
            outbox.enqueue(db, [Alert(place.id, "digest", f"digest:{at.date()}", at)], at)
            ((row,),) = db.execute("SELECT max(id) FROM outbox").fetchall()
            outbox.begin(db, row, at)
            outbox.settle(db, row, Settlement(outcome, state), at)

        store.write_sync(step)

    sent(DeliveryState.SENT, Outcome.SENT, 72)
    sent(DeliveryState.DROPPED, Outcome.OURS, 48)
    assert headlines(morning(place)) == ["Samsung on Tuesday"]


def test_yesterdays_story_comes_again_only_with_news(store, reader, tell, morning) -> None:
    """Marked as an update; a repeat of it is left out."""
    place = reader("samsung")
    tell((1, 1, 30.0, "seoul", "Samsung to invest 5 trillion won"), (2, 2, 30.0, "seoul", "Samsung hires"))
    tell((3, 1, 2.0, "busan", "Samsung to invest 7 trillion won"), (4, 2, 2.0, "busan", "Samsung is hiring"))
    message = morning(place)
    assert headlines(message) == ["Samsung to invest 7 trillion won"]
    assert "[Update: a new figure]" in message.text


def test_a_new_step_of_a_saga_names_the_story_before(store, reader, tell, morning) -> None:
    """A thread is a story of its own that carries on another."""
    place = reader("samsung")
    tell((1, 1, 30.0, "seoul", "Samsung probed"), (2, 2, 2.0, "busan", "Samsung fined"))
    thread = Placement(2, 2, "thread", 1, 5, 0.7, "{}", "{}", opens=True)
    store.write_sync(lambda db: placements.remember(db, [thread], SEVEN))
    message = morning(place)
    assert "[Update: a new step]\nSamsung fined" in message.text
    assert "continues: Samsung probed" in message.text


def test_joined_stories_are_one(store, reader, tell, morning) -> None:
    """A person's correction shows in the next mail that is made."""
    place = reader("samsung")
    tell((1, 1, 3.0, "seoul", "Samsung expands"), (2, 2, 2.0, "busan", "Samsung grows"))
    assert len(headlines(morning(place))) == 2
    store.write_sync(lambda db: placements.join(db, 1, 2, "desk", SEVEN))
    assert headlines(morning(place, SEVEN + timedelta(seconds=1))) == ["Samsung expands"]


def test_only_languages_that_are_read_with_a_gloss_for_others(reader, tell, morning) -> None:
    """What was not ticked does not arrive; "other" languages come with the names in the reader's own."""
    tell((1, 1, 3.0, "seoul", "삼성 증설"), lang="ko")
    assert headlines(morning(reader("삼성", address="a@a.example", reads=("en",)))) == []
    assert "[gloss]" not in morning(reader("삼성", address="b@b.example", reads=("ko",))).text
    told = morning(reader("삼성", address="c@c.example", reads=("en", "other"))).text
    assert "삼성 증설\n[gloss] Samsung Electronics" in told.replace(
        "[gloss] Samsung\n", "[gloss] Samsung Electronics\n"
    )


def test_a_reader_of_the_same_day_costs_no_second_look(store, reader, tell, morning, monkeypatch) -> None:
    """The day is read and matched once; a rule that came meanwhile is matched alone."""
    tell((1, 1, 3.0, "seoul", "Samsung expands"), (2, 2, 3.0, "busan", "SK hynix hires"))
    first, second = reader("samsung", address="a@a.example"), reader("samsung hires", "samsung", address="b@b.example")
    looked = []
    monkeypatch.setattr(press.editions, "day", lambda *args: looked.append(1) or editions_day(*args))
    morning(first)
    once = len(looked)
    assert headlines(morning(second)) == ["Samsung expands"]
    assert len(looked) == once
    late = reader("hynix", address="c@c.example")
    assert headlines(morning(late)) == ["SK hynix hires"]
    assert len(looked) == once + 1


editions_day = editions.day


def test_a_topic_is_explained_by_the_words_that_made_the_grade(reader, tell, morning) -> None:
    """And a rule that asks for a grade gets no less."""
    place = reader("topic:china-korea-chips")
    tell((1, 1, 3.0, "seoul", "삼성 expands"))
    assert "why: China, South Korea and chips — 삼성 (title)" in morning(place).text


def test_silence_and_health_come_from_the_archive(store, reader, tell, morning) -> None:
    """Five Korean outlets, three Chinese ones that were read all the time."""
    place = reader("samsung")
    tell(*((number, 1, 8.0, f"daily{number}", "Samsung expands") for number in range(1, 6)))

    def visited(**states: str) -> None:
        def step(db: Database) -> None:
            for name in SOURCES:
                state = SourceState(name, last_good=SEVEN - timedelta(minutes=5), state=states.get(name, "fresh"))
                remember(db, Verdict(state), SEVEN)

        store.write_sync(step)

    silent = (
        "In 5 Korean outlets for 8 h, not yet in Chinese state media; those sources were healthy (WUXI, DALIAN, XIAN)."
    )
    visited()
    assert silent in morning(place).text
    assert "5 of 5 sources up to date." in morning(place).text
    visited(wuxi="blocked")
    later = morning(place, SEVEN + timedelta(seconds=1))
    assert "not yet in Chinese state media" not in later.text
    assert "4 of 5 sources up to date. WUXI: blocked since 06:55 KST." in later.text


def test_a_week_at_a_glance(reader, tell, morning) -> None:
    """Stories a day by topic, today last."""
    place = reader("samsung")
    tell(
        *((number, number, 24.0 * number - 20, "seoul", f"Samsung {number}") for number in range(1, 4)), topics=("hbm",)
    )
    assert "▁▁▁▁███ 1 today, in all 0.4 a day this week" in morning(place).text


def test_what_is_counted_beside_a_topic_stands_below_it(reader, tell, morning) -> None:
    """A story of several topics counts where it stands, and what other readers' rules hit is not of today."""
    place = reader("samsung")
    tell((1, 1, 3.0, "seoul", "Samsung expands"), topics=("china-korea-chips", "hbm", "veu-waivers"))
    tell((2, 1, 2.0, "wuxi", "Samsung plant grows"), topics=("veu-waivers",))
    tell((3, 3, 2.0, "busan", "Samsung hires"), topics=("veu-waivers",))
    tell((4, 4, 1.0, "busan", "hynix hires"), topics=("veu-waivers",))

    lines = [line for line in morning(place).text.splitlines() if "a day this week" in line]
    assert sorted(lines) == [
        "▁▁▁▁▁▁█ 1 today, in all 0.1 a day this week",
        "▁▁▁▁▁▁█ 1 today, in all 0.3 a day this week",
    ]


def test_reprints_are_told_apart(store, reader, tell, morning) -> None:
    """A copied text and a credited wire are outlets, not findings."""
    place = reader("samsung")
    tell(*((number, 1, 8.0 - number, f"daily{number}", "Samsung expands") for number in range(1, 4)))
    copied = Placement(3, 1, "copy", 1, 0, 1.0, "{}", "{}", opens=False)
    store.write_sync(lambda db: placements.remember(db, [copied], SEVEN))
    assert "3 outlets, 2 independent" in morning(place).text


def test_a_chat_gets_headlines_that_fit(store, tell, desk) -> None:
    """No page and no attachment: one message, with what is left counted."""
    tell(*((number, number, 3.0, "seoul", f"Samsung {number} " + "long " * 30) for number in range(1, 60)))
    place = Destination(9, 9, "telegram", "77")
    row = Delivery(1, place, "digest", "digest:2026-11-20", DeliveryState.NEW, SEVEN, 0, SEVEN)
    rules = [Rule(1, 9, "samsung", 9)]
    message = store.read_sync(lambda db: letters.digest(db, desk, row, SEVEN, rules, sources=SOURCES))
    told = message.text.count("• ")
    assert message.html == ""
    assert len(message.text) < 4096
    assert message.text.splitlines()[-1] == f"{59 - told} more matched; /search in the chat finds them."
    assert {span.url for span in message.spans if span.style == "link"} >= {"https://seoul.example/1"}


def test_a_muted_story_stays_out_of_the_mail_too(store, reader, tell, morning) -> None:
    """Muted in the chat of the same person; a story joined to it as well."""
    place = reader("samsung")
    tell(
        (1, 1, 3.0, "seoul", "Samsung expands"), (2, 2, 2.0, "busan", "Samsung hires"), (3, 3, 2.0, "busan", "Samsung")
    )

    def step(db: Database) -> None:
        chat = destinations.add_destination(db, Destination(0, place.subscriber, "telegram", "77"))
        mutes.mute(db, chat.id, 1, SEVEN)
        mutes.mute(db, chat.id, 3, SEVEN)
        placements.join(db, 2, 3, "desk", SEVEN)

    store.write_sync(step)
    assert headlines(morning(place)) == []
