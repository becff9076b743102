"""How a source is doing: the words, the shape of a document, and whose outage it is."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.desk.health import Visit, misshapen, own_outage, state_word, visit_of
from bot.desk.rhythm import Rhythm
from bot.model import Fetched, FetchOutcome, Item, Judgement, Reading, Source, SourceState

NOON = datetime(2026, 11, 23, 3, tzinfo=UTC)
WIRE = Source("sample-wire", "Sample Wire", "KR", "news-agency", "ko", "feed", "https://wire.example/rss")
WELL = SourceState("sample-wire", baselined=True, last_good=NOON, last_new=NOON, newest_item=NOON)
DAILY = Rhythm(days=10.0, chances=(0.5,) * 24, usual=2.0)


def readings(*langs: str, title: str = "") -> tuple[Reading, ...]:
    """A document whose items are in these languages."""
    return tuple(
        Reading(
            Item("sample-wire", "", "https://wire.example/1", title or f"title {n}"), lang, "", (), "", Judgement(0, 0)
        )
        for n, lang in enumerate(langs)
    )


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({}, "fresh"),
        ({"last_good": None, "last_new": None, "newest_item": None}, "new"),
        ({"last_new": NOON - timedelta(hours=2)}, "quiet"),
        ({"newest_item": NOON - timedelta(hours=49)}, "stale"),
        ({"newest_item": None, "last_new": NOON - timedelta(hours=49)}, "stale"),
        ({"moved_to": "https://new.example"}, "moved"),
        ({"empties": 2}, "fresh"),
        ({"empties": 3}, "broken"),
        ({"failures": 1, "cause": "dns", "state": "fresh"}, "fresh"),
        ({"failures": 3, "cause": "dns"}, "broken"),
        ({"failures": 1, "cause": "robots"}, "blocked"),
        ({"failures": 1, "cause": "not-a-page", "reason": "not the page but a challenge page for browsers"}, "blocked"),
        ({"failures": 9, "gone_since": NOON - timedelta(days=7)}, "gone"),
    ],
)
def test_the_state_in_one_word(changes: dict[str, object], word: str) -> None:
    """The worst that is true is said."""
    assert state_word(WIRE, replace(WELL, **changes), NOON) == word  # type: ignore[arg-type]


def test_a_source_is_quiet_only_by_its_own_measure() -> None:
    """Two items a day make thirty-six hours of silence nothing special."""
    silent = replace(WELL, last_new=NOON - timedelta(hours=30))

    assert state_word(WIRE, silent, NOON, rhythm=DAILY) == "fresh"
    assert state_word(WIRE, replace(silent, last_new=NOON - timedelta(hours=37)), NOON, rhythm=DAILY) == "quiet"


def test_a_document_in_another_language_is_not_this_sources() -> None:
    """The English edition that answers with the Korean one, a parked domain full of advertisements."""
    assert misshapen(WIRE, readings(*["zh-Hans"] * 9)) == (
        "wrong-language",
        "9 of 9 items are not in the source's language (ko) but mostly zh; if that is right, set lang: zh",
    )


@pytest.mark.parametrize("langs", [["ko"] * 9, ["en"] * 8 + ["ko"], ["zh-Hans"] * 7, [""] * 9])
def test_mixed_short_and_undecided_documents_pass(langs: list[str]) -> None:
    """A page of a Korean outlet may quote English; seven items prove nothing."""
    assert misshapen(WIRE, readings(*langs)) == ("", "")


def test_traditional_and_simplified_chinese_are_one_language_here() -> None:
    """An outlet may write either."""
    assert misshapen(replace(WIRE, lang="zh-Hant"), readings(*["zh-Hans"] * 9)) == ("", "")


def test_one_title_for_everything_is_a_wall() -> None:
    """Nine links called alike are navigation or an error, not news."""
    assert misshapen(WIRE, readings(*["ko"] * 9, title="접속이 차단되었습니다")) == (
        "same-titles",
        'all 9 items are called "접속이 차단되었습니다"',
    )


def visits(*reached: bool) -> list[Visit]:
    """One visit to each of so many hosts, just now."""
    return [Visit(NOON, f"host-{n}", here) for n, here in enumerate(reached)]


@pytest.mark.parametrize(
    ("reached", "offline"),
    [
        ([False, False], False),
        ([False, False, False], True),
        ([False, False, False, True], False),
        ([False, False, False, False, True], False),
        ([False, False, False, False, False], True),
        ([False, False, False, False, True, True], True),
        ([False, False, False, True, True, True], False),
        ([False] * 20 + [True] * 10, True),
        ([False] * 10 + [True] * 20, False),
    ],
)
def test_most_hosts_failing_together_are_our_own_outage(reached: list[bool], offline: bool) -> None:
    """Three hosts at least; of few hosts all, of six and more two of three. All had been reached an hour before."""
    before = [replace(visit, at=NOON - timedelta(hours=1), reached=True) for visit in visits(*reached)]

    assert bool(own_outage([*before, *visits(*reached)], NOON)) == offline


@pytest.mark.parametrize(("hosts", "offline"), [(3, False), (5, False), (6, True)])
def test_few_hosts_that_were_never_reached_prove_nothing(hosts: int, offline: bool) -> None:
    """Right after a start the first three asked may be broken ones; six at once are not."""
    assert bool(own_outage(visits(*[False] * hosts), NOON)) == offline


def test_failures_of_an_hour_ago_are_another_event() -> None:
    """Only what happened within ten minutes is put together."""
    assert own_outage(visits(*[False] * 6), NOON + timedelta(hours=1)) == ""


def test_an_outage_lasts_until_hosts_are_reached_again() -> None:
    """Few visits are made while we are offline; a window with failures alone ends nothing."""
    assert own_outage(visits(False), NOON, before="our network seems down") == "our network seems down"
    assert own_outage(visits(True), NOON, before="our network seems down") == ""


@pytest.mark.parametrize(
    ("status", "cause", "reached"),
    [(0, "dns", False), (0, "timeout", False), (0, "robots", True), (503, "status", True)],
)
def test_any_answer_shows_that_the_line_is_up(status: int, cause: str, reached: bool) -> None:
    """A refusal is an answer."""
    fetched = Fetched("a", FetchOutcome.FAILED, "https://a.example", status, cause=cause)

    assert visit_of(fetched, "a.example", NOON) == Visit(NOON, "a.example", reached)
