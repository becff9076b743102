"""The one decision, told by literals."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.desk.judge import Terms, judge
from bot.model import (
    Alert,
    Destination,
    Fetched,
    FetchOutcome,
    Hit,
    Item,
    Judgement,
    Known,
    Memory,
    Pace,
    Parsed,
    Precision,
    Reading,
    Rule,
    RuleHit,
    Sighting,
    Source,
    SourceState,
    Subscriber,
    Validators,
)

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
WIRE = Source("sample-wire", "Sample Wire", "KR", "news-agency", "en", "feed", "https://wire.example/rss", jitter_pct=0)
OLD = Validators(etag='"old"', body_hash="aa")
NEW = Validators(etag='"new"', body_hash="bb")
KNOWN_STATE = SourceState("sample-wire", validators=OLD, baselined=True, last_good=NOON - timedelta(hours=1))
HITS = (RuleHit(7, (Hit("title", 0, 4, "chip"),)),)


def fetched(**changes: object) -> Fetched:
    page = Fetched("sample-wire", FetchOutcome.FETCHED, WIRE.url, status=200, body=b"x", validators=NEW)
    return replace(page, **changes)  # type: ignore[arg-type]


def a_reading(title: str = "Chips and ministers", **changes: object) -> Reading:
    item = Item("sample-wire", "g1", "https://wire.example/1", title, published=NOON, precision=Precision.SECOND)
    reading = Reading(item, "en", item.url, ("url:wire.example/1",), "hash-1", Judgement(2, 0.9), HITS)
    return replace(reading, **changes)  # type: ignore[arg-type]


def memory(**changes: object) -> Memory:
    remembered = Memory(
        state=KNOWN_STATE,
        known={},
        rules={7: Rule(7, 1, "chip", 3)},
        subscribers={1: Subscriber(1)},
        destinations={3: Destination(3, 1, "console", "-")},
        next_article=100,
        next_story=50,
    )
    return replace(remembered, **changes)  # type: ignore[arg-type]


def decide(page: Fetched, readings: tuple[Reading, ...], remembered: Memory, parsed: Parsed | None = None):
    return judge(WIRE, page, parsed or Parsed(), readings, remembered, NOON, Terms(hold=timedelta(seconds=90)))


def test_a_failed_fetch_carries_the_previous_validators() -> None:
    """Losing the ETag on a 503 would fetch everything again, or worse."""
    failed = fetched(outcome=FetchOutcome.FAILED, status=503, cause="status", reason="the outlet answered 503")

    state = decide(failed, (), memory()).state

    assert (state.validators, state.failures, state.reason) == (OLD, 1, "the outlet answered 503")


def test_a_document_that_cannot_be_parsed_keeps_the_validators_of_the_last_good_one() -> None:
    """An error page's ETag must never be answered with 304 later."""
    verdict = decide(fetched(), (), memory(), Parsed(cause="not-a-feed", reason="this is an HTML page"))

    assert (verdict.state.validators, verdict.state.cause) == (OLD, "not-a-feed")


def test_a_new_article_opens_a_story_and_alerts_once_held_for_copies() -> None:
    """The walk's happy path in one verdict."""
    verdict = decide(fetched(), (a_reading(),), memory())

    assert [(article.id, article.story) for article in verdict.articles] == [(100, 50)]
    assert verdict.alerts == (
        Alert(
            3, "alert", "story:50", NOON + timedelta(seconds=90), HITS, article=100, expires=NOON + timedelta(hours=24)
        ),
    )
    assert verdict.state.validators == NEW


def test_the_same_article_twice_in_one_document_is_stored_once() -> None:
    """An outlet that lists an article under two headings tells one piece of news."""
    verdict = decide(fetched(), (a_reading(), a_reading()), memory())

    assert (len(verdict.articles), len(verdict.alerts), len(verdict.sightings)) == (1, 1, 2)


def test_a_known_article_is_a_sighting_and_no_news() -> None:
    """Seen under any of its keys, an article is told nobody again."""
    known = {"url:wire.example/1": Known(9, 4, "hash-1", "Chips and ministers", NOON, "sample-wire")}

    verdict = decide(fetched(), (a_reading(),), memory(known=known))

    assert (verdict.articles, verdict.alerts, verdict.revisions) == ((), (), ())
    assert verdict.sightings == (
        Sighting(9, "sample-wire", "g1", "https://wire.example/1", ("url:wire.example/1",), NOON),
    )


def test_new_words_of_a_known_article_are_a_revision_without_an_alert() -> None:
    """A corrected headline is kept and pings nobody."""
    known = {"url:wire.example/1": Known(9, 4, "hash-0", "Chip and ministers", NOON, "sample-wire")}

    verdict = decide(fetched(), (a_reading(),), memory(known=known))

    assert [(revision.article, revision.title) for revision in verdict.revisions] == [(9, "Chips and ministers")]
    assert verdict.alerts == ()


def test_another_sources_wording_of_a_known_article_is_no_revision() -> None:
    """Two feeds of one outlet with different summaries must not overwrite each other at every poll."""
    known = {"url:wire.example/1": Known(9, 4, "hash-0", "Chip and ministers", NOON, "sample-wire-business")}

    assert decide(fetched(), (a_reading(),), memory(known=known)).revisions == ()


def test_a_title_remembered_for_more_than_a_week_is_forgotten() -> None:
    """Routine headlines recur; after seven days an equal title is another article."""
    known = {"title:wire.example:chips": Known(9, 4, "h", "Chips", NOON - timedelta(days=8), "sample-wire")}

    verdict = decide(fetched(), (a_reading(keys=("title:wire.example:chips",)),), memory(known=known))

    assert len(verdict.articles) == 1


def test_the_first_poll_is_silent() -> None:
    """A backlog is stored as seen and alerts nobody."""
    verdict = decide(fetched(), (a_reading(),), memory(state=SourceState("sample-wire")))

    assert (len(verdict.articles), verdict.alerts, verdict.state.baselined) == (1, (), True)


def test_an_old_article_that_surfaces_again_is_stored_without_an_alert() -> None:
    """Older than the freshness limit is no news."""
    aged = a_reading()
    aged = replace(aged, item=replace(aged.item, published=NOON - timedelta(days=30)))

    verdict = decide(fetched(), (aged,), memory())

    assert (len(verdict.articles), verdict.alerts) == (1, ())


def test_a_date_in_the_future_is_no_date() -> None:
    """A date ahead of the allowed skew gives way to first seen."""
    ahead = a_reading()
    ahead = replace(ahead, item=replace(ahead.item, published=NOON + timedelta(hours=9)))

    article = decide(fetched(), (ahead,), memory()).articles[0]

    assert (article.published, article.first_seen) == (None, NOON)


def test_several_rules_of_one_reader_make_one_alert_naming_all() -> None:
    """Nobody is pinged twice because two of their rules hit."""
    rules = {7: Rule(7, 1, "chip", 3), 8: Rule(8, 1, "minister", 3)}
    hits = (*HITS, RuleHit(8, (Hit("title", 10, 19, "minister"),)))

    alerts = decide(fetched(), (a_reading(matches=hits),), memory(rules=rules)).alerts

    assert [alert.why for alert in alerts] == [hits]


def test_a_rule_with_a_floor_ignores_lower_grades() -> None:
    """Built-in topics ask for grade 1; a subscriber's own rules ask for none."""
    rules = {7: Rule(7, 1, "topic:china-korea-chips", 3, min_grade=1)}

    alerts = decide(fetched(), (a_reading(judgement=Judgement(0, 0.1)),), memory(rules=rules)).alerts

    assert alerts == ()


def test_rules_that_wait_for_the_digest_do_not_ping() -> None:
    """The digest looks at the day's articles by itself."""
    rules = {7: Rule(7, 1, "chip", 3, pace=Pace.DIGEST)}

    assert decide(fetched(), (a_reading(),), memory(rules=rules)).alerts == ()


def test_a_paused_destination_hears_nothing() -> None:
    """A chat that blocked the bot has no queue that could grow."""
    paused = {3: Destination(3, 1, "telegram", "42", paused="blocked by the reader")}

    assert decide(fetched(), (a_reading(),), memory(destinations=paused)).alerts == ()


def test_official_statements_do_not_wait_for_copies() -> None:
    """A ministry's own words are the first copy."""
    ministry = replace(WIRE, kind="government")

    verdict = judge(ministry, fetched(), Parsed(), (a_reading(),), memory(), NOON, Terms(hold=timedelta(seconds=90)))

    assert [alert.due for alert in verdict.alerts] == [NOON]


def test_an_unchanged_answer_counts_as_good_and_keeps_the_validators() -> None:
    """304 is success: failures are forgotten, nothing is stored."""
    state = replace(KNOWN_STATE, failures=4, cause="dns", reason="no such host")
    unchanged = fetched(outcome=FetchOutcome.UNCHANGED, status=304, body=b"", validators=OLD)

    after = decide(unchanged, (), memory(state=state)).state

    assert (after.failures, after.validators, after.unchanged, after.next_due) == (
        0,
        OLD,
        1,
        NOON + timedelta(minutes=15),
    )


def test_failures_back_off_to_six_hours_and_never_end() -> None:
    """A source is asked ever more rarely but never given up."""
    failed = fetched(outcome=FetchOutcome.FAILED, status=503, cause="status", reason="503")
    waits = [
        decide(failed, (), memory(state=replace(KNOWN_STATE, failures=before))).state.next_due - NOON
        for before in (0, 1, 3, 40)
    ]

    assert waits == [timedelta(minutes=15), timedelta(minutes=30), timedelta(hours=2), timedelta(hours=6)]


def test_zero_items_where_there_were_some_is_said() -> None:
    """A redesigned page looks like a quiet one unless somebody counts."""
    state = decide(fetched(), (), memory(state=replace(KNOWN_STATE, items_seen=20))).state

    assert (state.empties, state.items_seen, state.reason) == (
        1,
        20,
        "the document has no items although it had some before; its own interval",
    )


def test_gone_for_a_week_is_gone_and_tried_weekly() -> None:
    """410 for seven days changes the state, not the will to look again."""
    gone = fetched(outcome=FetchOutcome.FAILED, status=410, cause="status", reason="410 gone")
    state = replace(KNOWN_STATE, gone_since=NOON - timedelta(days=7), failures=30)

    after = decide(gone, (), memory(state=state)).state

    assert (after.state, after.next_due) == ("gone", NOON + timedelta(days=7))


def test_of_two_steps_in_one_document_the_earlier_is_told_first() -> None:
    """Outlets name their newest first."""
    verdict, trial = (
        a_reading(title, item=replace(a_reading(title).item, guid=guid, published=when), keys=(f"guid:{guid}",))
        for title, guid, when in (
            ("Court jails engineer", "g2", NOON - timedelta(minutes=2)),
            ("Engineer goes on trial", "g1", NOON - timedelta(minutes=90)),
        )
    )

    decided = decide(fetched(), (verdict, trial), memory())

    assert [article.title for article in decided.articles] == ["Engineer goes on trial", "Court jails engineer"]


def test_reasons_are_kept_for_what_somebody_may_be_shown() -> None:
    """Of an article that is off topic, has none of our topics and met no rule they are found again when asked for."""
    off = Judgement(0, 0.1)

    def kept(judgement: Judgement, matches: tuple[RuleHit, ...] = ()) -> tuple[Judgement | None, ...]:
        return decide(fetched(), (a_reading(judgement=judgement, matches=matches),), memory()).judgements

    assert kept(off) == (None,)
    assert kept(off, HITS) == (off,)
    assert kept(Judgement(1, 0.5)) == (Judgement(1, 0.5),)
    assert kept(Judgement(0, 0.1, topics=("hbm",))) == (Judgement(0, 0.1, topics=("hbm",)),)
