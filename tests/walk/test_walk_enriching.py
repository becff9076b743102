"""Pages of candidates: read once, politely, and judged again with their whole text."""

from dataclasses import replace

import pytest

from bot import letters
from bot.enriching import enrich_due
from bot.house import House
from bot.model import Delivery, DeliveryState, Destination, Source
from bot.pipeline import poll
from storage import articles, bodies, outbox
from storage.store import Room
from tests.walk.conftest import WIRE, Clock, Outside, enter, failure, rss

PAGE = """<html lang="en"><head><title>Wire</title><link rel="canonical" href="https://wire.example/story/1"></head><body>
<article><h1>{title}</h1><p>SEOUL (Yonhap) -- {lead}</p>{more}</article></body></html>"""
FILLER = "".join(
    f"<p>The ministry said on Monday that the talks would go on for another {n} weeks and that no decision had been made "
    f"on the matter so far, according to two people who were told of the plans.</p>"
    for n in range(2, 9)
)
TITLE = "Samsung and SK hynix wait for China export licence"


def page(sentence: str) -> str:
    """An article's page with one sentence of its own."""
    return PAGE.format(title=TITLE, lead="A ruling is due.", more=f"{FILLER}<p>{sentence}</p>")


async def read_pages(house: House, outside: Outside, sentence: str) -> int:
    """Lets every stored article's page be read."""
    for one in await house.store.read(lambda db: articles.latest(db, 50)):
        outside.answers.setdefault(one.url, page(sentence))
    return await enrich_due(house)


async def alerts(house: House, clock: Clock) -> list[Delivery]:
    return await house.store.read(lambda db: outbox.due(db, clock(), 50))


async def test_a_candidates_page_is_read_once_and_its_text_stored(house: House, outside: Outside) -> None:
    """What the headline says concerns us; the page says the rest."""
    outside.answers[WIRE.url] = rss(TITLE)
    await poll(WIRE, house)
    first = await read_pages(house, outside, "The fab in Xi'an is named.")
    again = await enrich_due(house)
    (one,) = await house.store.read(lambda db: articles.latest(db, 5))
    text = await house.store.read(lambda db: bodies.text(db, one.id))

    assert (first, again) == (1, 0)
    assert text.endswith("The fab in Xi'an is named.")
    assert "<p>" not in text


async def test_what_concerns_nobody_is_not_visited(house: House, outside: Outside) -> None:
    """Full text only for candidates."""
    outside.answers[WIRE.url] = rss("City council repairs three bridges")
    await poll(WIRE, house)

    assert await enrich_due(house) == 0
    assert outside.addresses == [WIRE.url]


@pytest.mark.parametrize(
    "changes", [{"kind": "aggregator"}, {"article": {"read": "no"}}, {"baseline": "silent"}], ids=str
)
async def test_pages_that_are_not_ours_to_read_are_left_alone(
    house: House, outside: Outside, changes: dict[str, object]
) -> None:
    """Aggregators lead elsewhere, paywalls say no, and a first poll's backlog is no news."""
    source = replace(WIRE, **changes)
    house.sources = {source.id: source}
    outside.answers[WIRE.url] = rss(TITLE)
    await poll(source, house)

    assert await enrich_due(house) == 0
    assert outside.addresses == [WIRE.url]


async def test_a_rule_met_in_the_body_alone_pings_nobody(house: House, outside: Outside, clock: Clock) -> None:
    """A passing mention is for the digest."""
    await enter(house, "Wuxi")
    outside.answers[WIRE.url] = rss(TITLE)
    await poll(WIRE, house)
    await read_pages(house, outside, "The plant in Wuxi is named.")
    clock.advance(minutes=5)
    row = Delivery(
        1, Destination(1, 2, "console", "-"), "digest", "digest:2026-11-23", DeliveryState.NEW, clock(), 0, clock()
    )
    told = await house.store.read(lambda db: letters.digest(db, house.desk, row, clock()))

    assert await alerts(house, clock) == []
    assert told is not None
    assert TITLE in told.text


async def test_a_rule_met_by_title_and_body_together_is_told(house: House, outside: Outside, clock: Clock) -> None:
    """The headline names the firm, the text the place."""
    await enter(house, "hynix AND Wuxi")
    outside.answers[WIRE.url] = rss(TITLE)
    await poll(WIRE, house)
    before = await alerts(house, clock)
    await read_pages(house, outside, "The plant in Wuxi is named.")

    assert (before, [alert.article for alert in await alerts(house, clock)]) == ([], [1])


async def test_what_was_told_already_is_not_told_again(house: House, outside: Outside, clock: Clock) -> None:
    """The page of an article that alerted adds no second alert."""
    await enter(house, "hynix")
    outside.answers[WIRE.url] = rss(TITLE)
    await poll(WIRE, house)
    await read_pages(house, outside, "SK hynix is named again.")

    assert len(await alerts(house, clock)) == 1


async def test_the_pages_own_address_is_a_key_of_the_article(house: House, outside: Outside) -> None:
    """rel=canonical: the same article under the address that its page calls its own is no news."""
    outside.answers[WIRE.url] = rss(TITLE)
    await poll(WIRE, house)
    await read_pages(house, outside, "Nothing else.")
    canonical = rss("Another headline over the same article, about chips").replace("https://wire.example/", "_", 1)
    outside.answers[WIRE.url] = (
        canonical.split("<link>_")[0] + "<link>https://wire.example/story/1</link></item></channel></rss>"
    )

    assert (await poll(WIRE, house)).new == 0


async def test_a_page_that_fails_is_tried_again_and_given_up_in_the_end(
    house: House, outside: Outside, clock: Clock
) -> None:
    """Three tries; a wall or a page that is gone gets one."""
    outside.answers[WIRE.url] = rss(TITLE)
    await poll(WIRE, house)
    (one,) = await house.store.read(lambda db: articles.latest(db, 5))
    outside.answers[one.url] = failure(503, "status", "answered 503")
    for _ in range(6):
        await enrich_due(house)
        clock.advance(hours=1)

    assert outside.addresses.count(one.url) == 3


async def test_a_nearly_full_disk_takes_no_bodies_but_all_news(
    house: House, outside: Outside, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Below 200 MB only alerts go on."""
    monkeypatch.setattr(type(house.store), "room", lambda *_: Room(1, low=True))
    outside.answers[WIRE.url] = rss(TITLE)
    report = await poll(WIRE, house)

    assert (report.new, await read_pages(house, outside, "x")) == (1, 0)


async def test_a_host_in_its_pause_is_not_asked_for_pages(house: House, outside: Outside) -> None:
    """Manners hold for pages as for lists."""
    outside.answers[WIRE.url] = rss(TITLE, "SK hynix and China agree on a fab licence")
    await poll(WIRE, house)
    asked: list[Source] = []
    outside.wait = lambda source, *, ahead=0: asked.append(source) or 240.0

    assert await read_pages(house, outside, "x") == 0
    assert asked
