"""Recall and remember: a poll's verdict is kept whole, once, and found again."""

from dataclasses import fields, replace
from datetime import timedelta

import pytest

import storage
from bot.model import Alert, Judgement, Known, Precision, Revision, Sighting, SourceState, Validators, Verdict
from storage import Contradiction, articles, bodies, outbox, search, sources, stories


def dump(store):
    """Every row of every table."""

    def step(db):
        names = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        return {name: sorted(db.execute(f"SELECT * FROM [{name}]").fetchall(), key=repr) for name in names}

    return store.read_sync(step)


@pytest.fixture
def remember(store, now):
    return lambda verdict: store.write_sync(lambda db: storage.remember(db, verdict, now))


def test_a_verdict_is_kept_whole(store, remember, verdict, reader, now):
    """State, story, article, judgement and alert come back as they were decided."""
    decided = verdict(["Samsung in Xi'an"], reader().id)
    remembered = remember(decided)
    story = store.read_sync(lambda db: stories.story(db, 1))
    due = store.read_sync(lambda db: outbox.due(db, now, 10))

    assert remembered == storage.Remembered(1, 1, now)
    assert store.read_sync(lambda db: sources.recall_state(db, "yna-en")) == decided.state
    assert story == replace(decided.stories[0], articles=decided.articles)
    assert store.read_sync(lambda db: articles.judgement(db, 1)) == decided.judgements[0]
    assert [(one.event, one.why, one.article) for one in due] == [("story:1", decided.alerts[0].why, 1)]


def test_the_same_verdict_twice_adds_nothing(store, remember, verdict, reader):
    """Not a row more, not a value changed."""
    decided = verdict(["One", "Two"], reader().id)
    decided = replace(
        decided, revisions=(Revision(1, "One!", "lead", "new", decided.articles[0].first_seen, 1, 0.5, ()),)
    )
    remember(decided)
    before = dump(store)

    assert remember(decided) == storage.Remembered(0, 0, None)
    assert dump(store) == before


def test_a_verdict_of_which_a_part_is_there_is_completed(store, remember, verdict):
    """What was stored before stays as it is; only the rest is added."""
    both = verdict(["One", "Two"])
    remember(replace(both, articles=both.articles[:1], judgements=both.judgements[:1], sightings=()))

    assert remember(both).articles == 1
    assert [one.title for one in store.read_sync(articles.latest)] == ["Two", "One"]
    assert store.read_sync(lambda db: articles.judgement(db, 2)) == both.judgements[1]
    assert [one.id for one in store.read_sync(lambda db: search.search(db, ["two"]))] == [2]


def test_reasons_that_are_not_kept_can_be_added_later(store, remember, verdict, now):
    """An article without a judgement is whole otherwise, and gets one when its own page makes it weightier."""
    decided = verdict(["One"])
    remember(replace(decided, judgements=(None,)))
    remember(replace(decided, judgements=(None,)))
    later = Judgement(2, 0.9, ("kr",), ("hbm",), decided.judgements[0].why)

    assert store.read_sync(lambda db: articles.judgement(db, 1)) is None
    assert store.read_sync(lambda db: articles.article(db, 1)) == decided.articles[0]
    store.write_sync(lambda db: bodies.regrade(db, 1, later))
    assert store.read_sync(lambda db: articles.judgement(db, 1)) == later
    assert store.read_sync(lambda db: articles.article(db, 1)).grade == 2


def test_another_article_under_a_taken_id_is_refused(remember, store, verdict):
    """An id given twice is a bug that would lose an article: nothing of that poll is kept."""
    remember(verdict(["One"]))
    before = dump(store)
    with pytest.raises(Contradiction, match="article 1 is stored already, from yna-en, not mofcom"):
        remember(verdict(["Other"], source="mofcom"))

    assert dump(store) == before


def test_every_field_of_a_state_comes_back(store, now):
    """A source's state is stored whole, whatever it holds."""
    values = {
        "str": "word",
        "int": 7,
        "bool": True,
        "datetime.datetime | None": now,
        "Validators": Validators("a", "b", "c"),
    }
    full = SourceState(
        **{one.name: values[getattr(one.type, "__name__", str(one.type))] for one in fields(SourceState)}
    )
    store.write_sync(lambda db: sources.save_state(db, full))

    assert store.read_sync(lambda db: sources.recall_state(db, "word")) == full


def test_every_field_of_an_article_comes_back(store, remember, verdict, now):
    """An article without a date keeps that it has none; marks and topics survive."""
    decided = verdict(["삼성 시안 공장"])
    odd = replace(
        decided.articles[0], published=None, precision=Precision.NONE, state_media=True, topics=(), lead="", score=0.1
    )
    remember(replace(decided, articles=(odd,)))

    assert store.read_sync(lambda db: articles.article(db, 1)) == odd
    assert store.read_sync(lambda db: articles.article(db, 2)) is None
    assert store.read_sync(lambda db: articles.judgement(db, 2)) is None
    assert store.read_sync(lambda db: stories.story(db, 2)) is None


def test_what_is_known_is_recalled_by_key(store, remember, verdict, now):
    """Each key of a sighting leads to its article; unknown keys are missing."""
    remember(verdict(["One", "Two"]))
    keys = ["guid:yna-en:g1", "url:https://news.example/yna-en/2", "guid:mofcom:g1"]
    known = store.read_sync(lambda db: articles.recall_known(db, keys))

    assert known == {
        "guid:yna-en:g1": Known(1, 1, "hash-One", "One", now, "yna-en"),
        "url:https://news.example/yna-en/2": Known(2, 2, "hash-Two", "Two", now, "yna-en"),
    }


def test_thousands_of_keys_at_once(store, remember, verdict):
    """A document of any size is looked up in one go, odd characters included."""
    remember(verdict(["One"]))
    keys = [f"url:x{at}\ud800'\"\\" for at in range(5000)] + ["guid:yna-en:g1"]

    assert list(store.read_sync(lambda db: articles.recall_known(db, keys))) == ["guid:yna-en:g1"]


def test_a_key_says_when_it_was_last_met(store, remember, verdict, now):
    """A known item seen again refreshes its keys and its sighting; nothing else."""
    decided = verdict(["One"])
    remember(decided)
    later = now + timedelta(days=3)
    remember(Verdict(decided.state, sightings=(replace(decided.sightings[0], seen=later),)))
    known = store.read_sync(lambda db: articles.recall_known(db, ["guid:yna-en:g1"]))
    seen = store.read_sync(lambda db: db.execute("SELECT first_seen, last_seen FROM sightings").fetchall())

    assert known["guid:yna-en:g1"].seen == later
    assert seen == [(storage.encoding.micros(now), storage.encoding.micros(later))]


def test_a_worn_out_title_can_come_to_name_another_article(store, remember, verdict, now):
    """The newer verdict owns a key: an old title key may be taken over."""
    decided = verdict(["Weather", "Weather"])
    title = "title:news.example:weather"
    old, new = (replace(one, keys=(title,)) for one in decided.sightings)
    remember(replace(decided, sightings=(old, replace(new, seen=now + timedelta(days=8)))))
    known = store.read_sync(lambda db: articles.recall_known(db, [title]))

    assert known[title].article == 2


def test_one_article_in_two_outlets(store, remember, verdict, now):
    """A second source's sighting adds its address, by which the article is found."""
    decided = verdict(["One"])
    remember(decided)
    elsewhere = Sighting(1, "portal", "p9", "https://portal.example/9", ("guid:portal:p9",), now)
    remember(Verdict(SourceState("portal"), sightings=(elsewhere,)))

    def found(address):
        return store.read_sync(lambda db: articles.article_at(db, address))

    assert found("https://portal.example/9") == decided.articles[0]
    assert found("https://news.example/yna-en/1") == decided.articles[0]
    assert found("https://nowhere.example/") is None


def test_a_revision_replaces_the_words_and_keeps_the_old(store, remember, verdict, now):
    """The article has the new words, the history both; the index finds the new and no longer the old."""
    decided = verdict(["Chips tariff rises"])
    remember(decided)
    later = now + timedelta(hours=1)
    revised = Revision(1, "Duty on 芯片 rises", "More", "hash-2", later, 1, 0.5, ("hbm",))
    remember(Verdict(decided.state, revisions=(revised,)))
    article = store.read_sync(lambda db: articles.article(db, 1))
    history = store.read_sync(lambda db: articles.revisions(db, 1))

    assert (article.title, article.lead, article.content_hash) == ("Duty on 芯片 rises", "More", "hash-2")
    assert (article.grade, article.score, article.topics) == (1, 0.5, ("hbm",))
    assert article.first_seen == now
    assert [one.title for one in history] == ["Chips tariff rises", "Duty on 芯片 rises"]
    assert history[1] == revised
    assert [len(store.read_sync(lambda db, word=word: search.search(db, [word]))) for word in ("tariff", "芯片")] == [
        0,
        1,
    ]


def test_words_that_change_back_are_a_third_revision(store, remember, verdict, now):
    """A headline that goes back to what it was is again a change."""
    decided = verdict(["A"])
    remember(decided)
    for hour, title in enumerate(("B", "A"), 1):
        revised = Revision(1, title, "", f"hash-{title}", now + timedelta(hours=hour), 2, 0.75, ())
        remember(Verdict(decided.state, revisions=(revised,)))

    assert [one.title for one in store.read_sync(lambda db: articles.revisions(db, 1))] == ["A", "B", "A"]


def test_an_unchanged_poll_writes_the_source_only(store, remember, verdict):
    """Nothing but the state differs after a poll that brought nothing."""
    decided = verdict(["One"])
    remember(decided)
    before = dump(store)
    remember(Verdict(replace(decided.state, polls=2, unchanged=1)))
    after = dump(store)

    assert [name for name in after if after[name] != before[name]] == ["sources"]


def test_a_story_ends_with_its_last_article(store, remember, verdict, now):
    """An article joining a story moves its end, never back."""
    decided = verdict(["One"])
    remember(decided)
    for number, hours in ((2, 5), (3, 2)):
        seen = now + timedelta(hours=hours)
        joined = replace(verdict(["More"], first=number, seen=seen).articles[0], story=1)
        remember(Verdict(decided.state, articles=(joined,), judgements=(Judgement(2, 0.5),)))
    story = store.read_sync(lambda db: stories.story(db, 1))

    assert story.last_seen == now + timedelta(hours=5)
    assert [one.id for one in story.articles] == [1, 3, 2]


def test_a_joined_story_leads_to_the_living_one(store, remember, verdict):
    """Whoever asks for the newer story gets the older one that lives."""
    remember(verdict(["One", "Two"]))
    store.write_sync(lambda db: db.execute("UPDATE stories SET joined = 1 WHERE id = 2"))

    assert store.read_sync(lambda db: stories.story(db, 2)).id == 1
    assert store.read_sync(stories.count) == 1


def test_memory_holds_what_judging_needs(store, remember, verdict, reader, watch, now):
    """Recall brings the state, the known keys, the active rules with their people, and free ids."""
    place = reader()
    rule, paused = watch(place), watch(place, paused=True)
    remember(verdict(["One"], place.id))
    memory = store.read_sync(lambda db: storage.recall(db, "yna-en", ["guid:yna-en:g1"], [rule.id, paused.id, 99]))

    assert memory.state == sources_state(store)
    assert set(memory.known) == {"guid:yna-en:g1"}
    assert memory.rules == {rule.id: rule}
    assert memory.destinations == {place.id: place}
    assert list(memory.subscribers) == [place.subscriber]
    assert (memory.next_article, memory.next_story) == (2, 2)


def sources_state(store):
    return store.read_sync(lambda db: sources.recall_state(db, "yna-en"))


def test_an_alert_for_a_story_already_told_is_not_made_again(store, remember, verdict, reader, now):
    """The outbox key refuses a second row, and only the new one counts."""
    place = reader()
    decided = verdict(["One", "Two"], place.id)
    remember(decided)
    again = Alert(place.id, "alert", "story:1", now)
    fresh = Alert(place.id, "thread", "article:1", now + timedelta(minutes=1))
    remembered = remember(Verdict(decided.state, alerts=(again, fresh)))

    assert remembered == storage.Remembered(0, 1, now + timedelta(minutes=1))


def test_the_latest_and_the_period(store, remember, verdict, now):
    """Latest is newest first and graded; a period is oldest first and half-open."""
    for hour in range(4):
        decided = verdict([f"N{hour}"], first=hour + 1, seen=now + timedelta(hours=hour))
        remember(replace(decided, articles=(replace(decided.articles[0], grade=hour % 3),)))

    def titles(step):
        return [one.title for one in store.read_sync(lambda db: list(step(db)))]

    one, three = now + timedelta(hours=1), now + timedelta(hours=3)
    assert titles(lambda db: articles.latest(db, 2)) == ["N3", "N2"]
    assert titles(lambda db: articles.latest(db, 9, min_grade=1)) == ["N2", "N1"]
    assert titles(lambda db: articles.latest(db, 9, since=three)) == ["N3"]
    assert titles(lambda db: articles.since(db, one)) == ["N1", "N2", "N3"]
    assert titles(lambda db: articles.since(db, one, end=three)) == ["N1", "N2"]
    assert titles(lambda db: articles.since(db, now, min_grade=2)) == ["N2"]


def test_the_export_has_the_fields_it_promises(store, remember, verdict):
    """One row an article, times in ISO form, an unknown date null."""
    decided = verdict(["One"])
    remember(replace(decided, articles=(replace(decided.articles[0], published=None),)))

    assert store.read_sync(lambda db: list(articles.export(db))) == [
        {
            "id": 1,
            "source": "yna-en",
            "outlet": "Yonhap",
            "side": "KR",
            "url": "https://news.example/yna-en/1",
            "title": "One",
            "lead": "Lead of One",
            "lang": "en",
            "published": None,
            "first_seen": "2026-11-22T03:00:00+00:00",
            "story": 1,
            "grade": 2,
        }
    ]
