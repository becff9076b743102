"""Twelve failures, each of which the house must call by its name (features row 106)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.delivery.outcomes import settle
from bot.house import House
from bot.model import Answer, Fetched, FetchOutcome, SourceState
from bot.pipeline import poll, poll_each
from storage import DiskFull, articles, sources
from tests.walk.conftest import NOON, WIRE, Clock, Outside, failure, rss

TITLES = [f"Chip talks go on, day {n}" for n in range(9)]
KOREAN = [f"반도체 수출 허가 연장, {n}일째" for n in range(9)]
GARBLED = [title.encode().decode("gbk", "replace") for title in KOREAN]


async def told(house: House, times: int = 1) -> SourceState:
    """The wire's state after so many polls."""
    for _ in range(times):
        await poll(WIRE, house)
    return await house.store.read(lambda db: sources.recall_state(db, WIRE.id))


@pytest.fixture
async def well(house: House, outside: Outside) -> House:
    """A house whose wire has worked until now."""
    outside.answers[WIRE.url] = rss(*TITLES)
    await told(house)
    return house


@pytest.mark.parametrize(
    ("answer", "state", "cause", "words"),
    [
        (failure(0, "tls", "wire.example: certificate has expired"), "broken", "tls", "certificate has expired"),
        (failure(412, "status", "answered 412 Precondition Failed"), "blocked", "status", "412"),
        (rss(), "broken", "", "no items although it had some before, 3 times in a row"),
        (rss(*GARBLED), "broken", "garbled", "the text is garbled"),
        ("<html><title>Error</title><p>Something went wrong</p></html>", "broken", "not-a-feed", "an HTML page"),
        (rss(*KOREAN), "broken", "wrong-language", "not in the source's language (en) but mostly ko"),
        ("<html><title>Just a moment...</title></html>", "blocked", "not-a-feed", "a challenge page"),
    ],
    ids=["tls", "412", "empty-list", "mojibake", "html-error-page", "wrong-language", "challenge"],
)
async def test_a_failing_outlet_is_called_what_it_is(
    well: House, outside: Outside, answer: str | Fetched, state: str, cause: str, words: str
) -> None:
    """The state in one word, the reason in words, and nothing of it becomes news."""
    before = await well.store.read(articles.count)
    outside.answers[WIRE.url] = answer
    after = await told(well, times=3)

    assert (after.state, after.cause) == (state, cause)
    assert words in after.reason
    assert await well.store.read(articles.count) == before


async def test_a_moved_feed_is_called_moved(well: House, outside: Outside) -> None:
    """It is read where it lives now, and the operator can write that down."""
    there = "https://new.example/rss"
    body = rss(*TITLES).encode()
    outside.answers[WIRE.url] = Fetched("", FetchOutcome.FETCHED, there, 200, body, moved_to=there)
    after = await told(well)

    assert after.state == "moved"
    assert "it moved to https://new.example/rss" in after.reason


async def test_a_frozen_feed_is_called_stale(well: House, clock: Clock) -> None:
    """It answers well, and nothing new stands in it."""
    clock.advance(hours=49)

    assert (await told(well)).state == "stale"


async def test_dates_ahead_of_the_clock_are_said(well: House, outside: Outside) -> None:
    """Either our clock is wrong or the outlet's zone."""
    outside.answers[WIRE.url] = rss(*TITLES, at=NOON + timedelta(hours=9))

    assert (await poll(WIRE, well)).reason == (
        "all 9 dates lie ahead of our clock: it is wrong, or the source needs override_tz"
    )


async def test_dns_that_fails_everywhere_is_called_our_own_outage(well: House, outside: Outside) -> None:
    """Three outlets cannot all have lost their names."""
    wires = [replace(WIRE, id=f"wire-{n}", url=f"https://wire{n}.example/rss") for n in range(3)]
    outside.answers = {wire.url: failure(0, "dns", "no such host") for wire in [*wires, WIRE]}
    await poll_each(wires, well)
    after = await told(well)

    assert (after.state, after.failures) == ("offline", 0)
    assert "our network seems down" in after.reason


async def test_a_full_disk_is_called_so_and_no_outlet_is_blamed(
    well: House, outside: Outside, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What cannot be written down is asked for again later."""
    outside.answers[WIRE.url] = rss("Chip talks end")
    before = await well.store.read(lambda db: sources.recall_state(db, WIRE.id))

    async def full(step) -> None:
        raise DiskFull("no room left for chipwire.db; free some space and try again")

    monkeypatch.setattr(type(well.store), "write", lambda self, step: full(step))
    reports = await poll_each([WIRE], well)

    assert (reports, well.trouble) == ([], "no room left for chipwire.db; free some space and try again")
    assert await well.store.read(lambda db: sources.recall_state(db, WIRE.id)) == before


def test_a_revoked_token_is_called_fatal() -> None:
    """Sending stops until somebody sets a new one."""
    settled = settle(Answer("telegram", ok=False, sent="no", status=401, text="Unauthorized"), 1, NOON)

    assert (settled.outcome.value, settled.reason) == ("fatal", "Unauthorized")
