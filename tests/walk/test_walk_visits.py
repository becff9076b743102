"""What a visit brings beyond one document: followed indexes, moves, cut transfers, outages, turns at a host."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlite_utils import Database

from bot import pipeline
from bot.house import House
from bot.model import Fetched, FetchOutcome, Source, SourceState, Validators
from bot.pipeline import poll, poll_due, poll_each
from storage import articles, kept, sources
from tests.walk.conftest import NOON, WIRE, Clock, Outside, failure, rss

INDEX = replace(
    WIRE, id="sample-map", format="sitemap", url="https://map.example/index.xml", sitemap={"follow_index": 1}
)
INDEX_XML = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://map.example/a.xml</loc><lastmod>2026-11-23</lastmod></sitemap>
<sitemap><loc>https://other.example/b.xml</loc><lastmod>2026-11-22</lastmod></sitemap></sitemapindex>"""


def sitemap(*numbers: int) -> str:
    entries = "".join(
        f"<url><loc>https://map.example/{n}</loc><n:news><n:title>Chip export rule number {n}</n:title>"
        f"<n:publication_date>2026-11-23T01:00:00Z</n:publication_date></n:news></url>"
        for n in numbers
    )
    space = (
        'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"'
    )
    return f"<urlset {space}>{entries}</urlset>"


async def state_of(house: House, source: Source = WIRE) -> SourceState:
    return await house.store.read(lambda db: sources.recall_state(db, source.id))


async def test_the_documents_that_an_index_names_are_fetched_and_their_items_joined(
    house: House, outside: Outside
) -> None:
    """An index has no items of its own."""
    outside.answers = {
        INDEX.url: INDEX_XML,
        "https://map.example/a.xml": sitemap(1, 2),
        "https://other.example/b.xml": sitemap(3),
    }

    report = await poll(INDEX, house)

    assert (report.items, report.new) == (3, 3)
    assert outside.addresses == [INDEX.url, "https://map.example/a.xml", "https://other.example/b.xml"]


async def test_an_index_is_always_asked_for_whole(house: House, outside: Outside) -> None:
    """It may stay as it is while the sitemaps it names change."""
    outside.answers = {INDEX.url: INDEX_XML, "https://map.example/a.xml": sitemap(1)}
    await poll(INDEX, house)
    outside.answers["https://map.example/a.xml"] = sitemap(1, 2)

    second = await poll(INDEX, house)

    assert second.new == 1
    assert {asked for _, asked in outside.asked} == {Validators()}


async def test_a_part_that_fails_is_said_and_loses_nothing_of_the_others(house: House, outside: Outside) -> None:
    """Half an index is better than none, if it says so."""
    outside.answers = {INDEX.url: INDEX_XML, "https://map.example/a.xml": sitemap(1)}

    report = await poll(INDEX, house)

    assert (report.items, report.reason) == (1, "https://other.example/b.xml: answered 404 Not Found")


async def test_an_index_whose_parts_all_fail_has_failed(house: House, outside: Outside) -> None:
    """Nothing to read is no quiet day."""
    outside.answers = {INDEX.url: INDEX_XML}

    report = await poll(INDEX, house)

    assert (report.outcome, report.reason) == (FetchOutcome.FAILED, "answered 404 Not Found")


async def test_headers_of_a_source_stay_with_its_own_host(house: House, outside: Outside) -> None:
    """What an index names elsewhere must not be told our cookies."""
    seen: list[tuple[str, dict[str, str]]] = []
    outside.answers = {INDEX.url: INDEX_XML}
    answering = outside.get

    async def get(source: Source, validators: Validators, *, now):
        seen.append((source.url, dict(source.cookies)))
        return await answering(source, validators, now=now)

    outside.get = get
    await poll(replace(INDEX, cookies={"sid": "1"}), house)

    assert seen[1:] == [("https://map.example/a.xml", {"sid": "1"}), ("https://other.example/b.xml", {})]


async def test_a_cut_transfer_is_stored_and_told(house: House, outside: Outside) -> None:
    """What came is kept, and the source says that there was more."""
    body = rss("Chip talks go on").encode()
    outside.answers[WIRE.url] = Fetched(
        "", FetchOutcome.FETCHED, "", 200, body, cause="cut", reason="the transfer broke off after 300 bytes"
    )

    report = await poll(WIRE, house)

    assert (report.outcome, report.new) == (FetchOutcome.FETCHED, 1)
    assert report.reason == "the transfer broke off after 300 bytes"
    assert (await state_of(house)).reason.startswith("the transfer broke off after 300 bytes; ")


async def test_a_move_is_followed_at_once_and_kept_after_a_week_of_valid_documents(
    house: House, outside: Outside, clock: Clock
) -> None:
    """Seven days prove that it was no accident; then the old address is left alone."""
    there = "https://new.example/rss"
    outside.answers[WIRE.url] = Fetched("", FetchOutcome.FETCHED, there, 200, rss("Chip one").encode(), moved_to=there)
    outside.answers[there] = rss("Chip two")
    await poll(WIRE, house)
    first = await state_of(house)
    clock.advance(days=6)
    await poll(WIRE, house)
    early = await state_of(house)
    clock.advance(days=1)
    await poll(WIRE, house)
    await poll(WIRE, house)
    late = await state_of(house)

    assert (first.state, first.moved_to, first.address) == ("moved", there, "")
    assert early.address == ""
    assert (late.state, late.address) == ("moved", there)
    assert outside.addresses == [WIRE.url, WIRE.url, WIRE.url, there]


async def test_a_move_to_a_parking_page_never_becomes_the_address(house: House, outside: Outside, clock: Clock) -> None:
    """Only valid documents count towards the week."""
    there = "https://parked.example/"
    parked = b"<html><title>This domain is for sale</title><p>Buy this domain</p></html>"
    outside.answers[WIRE.url] = Fetched("", FetchOutcome.FETCHED, there, 200, parked, "text/html", moved_to=there)
    for _ in range(10):
        await poll(WIRE, house)
        clock.advance(days=1)

    assert (await state_of(house)).address == ""
    assert set(outside.addresses) == {WIRE.url}


async def test_a_new_address_that_fails_is_doubted(house: House, outside: Outside) -> None:
    """After three failures in a row the configured address is asked again."""
    moved = SourceState(WIRE.id, baselined=True, last_good=NOON, moved_from=WIRE.url, address="https://new.example/rss")
    await house.store.write(lambda db: sources.save_state(db, moved))
    outside.answers[WIRE.url] = rss("Chip one")
    for _ in range(4):
        await poll(WIRE, house)

    assert outside.addresses == ["https://new.example/rss"] * 3 + [WIRE.url]


async def test_when_most_hosts_fail_at_once_nobodys_counters_move(house: House, outside: Outside, clock: Clock) -> None:
    """Our own line is down: the outlets, which were reached before, have done nothing."""
    wires = [replace(WIRE, id=f"wire-{n}", url=f"https://wire{n}.example/rss") for n in range(6)]
    house.sources = {wire.id: wire for wire in wires}
    outside.answers = {wire.url: rss("Chip zero") for wire in wires}
    for wire in wires:
        await poll(wire, house)
    clock.advance(minutes=15)
    outside.answers = {wire.url: failure(0, "dns", "no such host") for wire in wires}
    for wire in wires:
        await poll(wire, house)
    failures = [(await state_of(house, wire)).failures for wire in wires]
    last = await state_of(house, wires[-1])
    for wire in wires[:3]:
        outside.answers[wire.url] = rss("Chip one")
        await poll(wire, house)

    assert failures == [1, 1, 0, 0, 0, 0]
    assert last.state == "offline"
    assert last.reason == ("6 of 6 hosts could not be reached within 10 minutes: our network seems down; no such host")
    assert house.outage == ""


async def test_a_host_that_wants_minutes_holds_no_place(house: House, outside: Outside) -> None:
    """Six searches at one host four minutes apart: one is asked, the others stay due."""
    searches = [replace(WIRE, id=f"search-{n}", url=f"https://search.example/?q={n}") for n in range(6)]
    house.sources = {search.id: search for search in [*searches, WIRE]}
    outside.waits = {search.id: 0.0 for search in searches}
    outside.wait = lambda source, *, ahead=0: ahead * (240.0 if source.id.startswith("search") else 0.0)
    outside.answers = {WIRE.url: rss("Chip one")}

    reports = await poll_due(house)

    assert sorted(report.source for report in reports) == ["sample-wire", "search-0"]


async def test_sources_beyond_the_places_wait_and_are_asked_at_once_when_one_is_free(
    house: House, outside: Outside, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One tick asks all five that are due, two at a time, not two a tick."""
    wires = [replace(WIRE, id=f"wire-{n}", url=f"https://host-{n}.example/rss") for n in range(5)]
    house.sources = {wire.id: wire for wire in wires}
    house.places = asyncio.Semaphore(2)
    outside.answers = {wire.url: rss(f"Chip {wire.id}") for wire in wires}
    at_work = [0]
    ask = outside.get

    async def slow(source: Source, validators: Validators, *, now: datetime) -> Fetched:
        at_work.append(at_work[-1] + 1)
        await asyncio.sleep(0)
        at_work.append(at_work[-1] - 1)
        return await ask(source, validators, now=now)

    monkeypatch.setattr(outside, "get", slow)

    reports = await poll_due(house)

    assert (len(reports), max(at_work)) == (5, 2)


async def test_a_visit_that_brought_nothing_gives_its_place_back_before_it_is_written_down(
    house: House, outside: Outside, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three unchanged sources with one place are written down together."""
    wires = [replace(WIRE, id=f"wire-{n}", url=f"https://host-{n}.example/rss") for n in range(3)]
    outside.answers = {wire.url: Fetched("", FetchOutcome.UNCHANGED, wire.url, 304) for wire in wires}
    house.sources = {wire.id: wire for wire in wires}
    house.states = {wire.id: SourceState(wire.id, baselined=True, last_good=NOON) for wire in wires}
    house.places = asyncio.Semaphore(1)
    written = []
    write = house.store.write

    async def counted(step: Callable[[Database], object]) -> object:
        written.append(step)
        return await write(step)

    monkeypatch.setattr(house.store, "write", counted)

    reports = await poll_each(wires, house)

    assert ([report.outcome for report in reports], len(written)) == ([FetchOutcome.UNCHANGED] * 3, 1)


async def test_an_offending_document_is_kept_beside_the_database(house: House, outside: Outside) -> None:
    """What the outlet really sent can be looked at later."""
    outside.answers[WIRE.url] = "<html><title>Just a moment...</title><p>Checking your browser</p></html>"
    await poll(WIRE, house)

    found = kept.recall(kept.folder_beside(house.store.path), WIRE.id)

    assert found is not None
    assert (found.status, found.url, b"Just a moment" in found.body) == (200, WIRE.url, True)
    assert found.reason == (await state_of(house)).reason


async def test_the_archive_tells_when_a_source_publishes(house: House, outside: Outside, clock: Clock) -> None:
    """Four days with news at the same hour are a habit."""
    for day in range(4):
        outside.answers[WIRE.url] = rss(*(f"Chip {day} {n}" for n in range(3)), at=clock.at)
        await poll(WIRE, house)
        clock.advance(days=1)
    clock.advance(hours=-1)
    await house.refresh_rhythms()
    found = house.rhythms[WIRE.id]

    assert (found.known, found.chances[NOON.hour], found.usual, found.today) == (True, 1.0, 3.0, 3)


async def test_a_mistake_of_ours_counts_as_a_failed_visit(
    house: House, outside: Outside, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The outlet is not asked again at once, and the reason stands in its state."""
    outside.answers[WIRE.url] = rss("Chip one")

    def broken(*_: object) -> None:
        raise ValueError("half of a pair: \ud800")

    monkeypatch.setattr(pipeline, "read", broken)

    reports = await poll_each([WIRE], house)
    state = await state_of(house)

    assert (reports, state.failures, state.cause) == ([], 1, "mistake")
    assert state.reason == (
        "a mistake in chipwire stopped the reading (ValueError: half of a pair: \\ud800); please report it"
    )
    assert state.next_due is not None
    assert state.next_due > clock.at


async def test_polls_of_many_sources_go_on_when_one_has_a_bug_of_ours(house: House, outside: Outside) -> None:
    """The supervisor logs it and the others are read."""
    outside.answers[WIRE.url] = rss("Chip one")
    broken = replace(WIRE, id="broken", link_allow="(")

    reports = await poll_each([broken, WIRE], house)

    assert [report.source for report in reports] == ["sample-wire"]
    assert await house.store.read(articles.count) == 1


def test_the_fixture_is_at_noon_in_seoul() -> None:
    """Night would relax the schedule."""
    assert (NOON + timedelta(hours=9)).hour == 12
