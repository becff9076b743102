"""The offline world serves what its script says, over real HTTP, in the outlets' own bytes."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import aiohttp
import pytest

from bot.demo.outlets import OUTLETS
from bot.demo.script import read_script
from bot.demo.world import World

NOON = datetime(2026, 11, 22, 3, 0, 0, 250, tzinfo=UTC)


async def fetch(url: str, **headers: str) -> tuple[int, bytes, Mapping[str, str]]:
    async with aiohttp.ClientSession() as session, session.get(url, headers=headers) as response:
        return response.status, await response.read(), response.headers


def test_script_is_large_enough():
    """Forty articles and more, about a third on topic, in four written languages and eight outlets or more."""
    reports = read_script().reports
    on_topic = sum(report.grade > 0 for report in reports)

    assert len(reports) >= 40
    assert 0.25 <= on_topic / len(reports) <= 0.4
    assert len(OUTLETS) >= 8
    assert {outlet.lang for outlet in OUTLETS} == {"en", "ko", "zh-Hans", "zh-Hant"}
    assert {outlet.document for outlet in OUTLETS} == {"rss.xml", "atom.xml", "rdf.xml", "feed.json", "page.html"}


def test_script_names_only_known_outlets():
    """Every report and repeat belongs to an outlet, and every repeat repeats a report."""
    script = read_script()
    told = {(report.event, report.outlet) for report in script.reports}

    assert {report.outlet for report in script.reports} == {outlet.id for outlet in OUTLETS}
    assert {(repeat.event, repeat.outlet) for repeat in script.repeats} <= told
    assert len(told) == len(script.reports)


def test_on_topic_events_are_told_in_several_languages():
    """Each on-topic event comes from two outlets or more, in two languages or more."""
    languages: dict[str, set[str]] = {}
    lang = {outlet.id: outlet.lang for outlet in OUTLETS}
    for report in read_script().reports:
        if report.grade > 0:
            languages.setdefault(report.event, set()).add(lang[report.outlet])

    assert {event for event, spoken in languages.items() if len(spoken) < 2} == set()


def test_names_say_that_they_are_samples():
    """Nobody can take an outlet of the demo for a real one."""
    assert [outlet.name for outlet in OUTLETS if "Sample" not in outlet.name] == []


@pytest.mark.parametrize("outlet", OUTLETS, ids=lambda outlet: outlet.id)
async def test_documents_hold_their_titles(outlet):
    """Each document carries its titles in the promised bytes, escaped for its format."""
    async with World(NOON) as world:
        source = next(source for source in world.sources if source.id == outlet.id)

        status, body, _ = await fetch(source.url)

    text = body.decode(outlet.codec)
    expected = [report.title for report in world.reports if report.outlet == outlet.id and report.round == 1]
    assert status == 200
    assert expected
    assert [title for title in expected if title not in text and title.replace("'", "&#39;") not in text] == []


async def test_korean_bytes_go_beyond_their_label():
    """The feed labelled EUC-KR holds a syllable that only CP949 knows in two bytes."""
    async with World(NOON) as world:
        _, body, _ = await fetch(f"{next(iter(world.origins))}/sample-wire-ko/rss.xml")

    assert "똠".encode("cp949") in body
    assert b'encoding="euc-kr"' in body


async def test_chinese_page_is_not_utf8():
    """The page labelled GB2312 is GB18030 indeed."""
    async with World(NOON) as world:
        _, body, _ = await fetch(f"{next(iter(world.origins))}/sample-daily-zh/page.html")

    with pytest.raises(UnicodeDecodeError):
        body.decode("utf-8")
    assert "三星堆".encode("gb18030") in body


async def test_known_tag_is_answered_with_304():
    """Who shows the tag of the standing bytes gets no body; after the next round the same tag gets the new ones."""
    async with World(NOON) as world:
        url = world.sources[0].url
        _, _, headers = await fetch(url)
        known = {"If-None-Match": headers["ETag"]}

        again = await fetch(url, **known)
        world.advance()
        later = await fetch(url, **known)

    assert (again[0], again[1]) == (304, b"")
    assert later[0] == 200


async def test_known_date_is_answered_with_304():
    """Last-Modified alone suffices, and a tag that differs outranks it."""
    async with World(NOON) as world:
        url = world.sources[0].url
        _, _, headers = await fetch(url)
        since = headers["Last-Modified"]

        by_date = await fetch(url, **{"If-Modified-Since": since})
        other_tag = await fetch(url, **{"If-Modified-Since": since, "If-None-Match": '"other"'})

    assert (by_date[0], other_tag[0]) == (304, 200)


async def test_unchanged_outlets_keep_their_tag():
    """Drawing a round anew leaves the bytes of an outlet without news alone."""
    async with World(NOON) as world:
        world.advance()
        url = next(source.url for source in world.sources if source.id == "sample-ministry-zh")
        _, _, before = await fetch(url)
        world.advance()

        _, _, after = await fetch(url)

    assert after["ETag"] == before["ETag"]
    assert after["Last-Modified"] == before["Last-Modified"]


async def test_script_ends():
    """There are three rounds, and no fourth."""
    async with World(NOON) as world:
        went_on = [world.advance() for _ in range(3)]

    assert went_on == [True, True, False]
    assert world.round == world.rounds == 3


async def test_outage_shows_a_challenge_page():
    """In round two one outlet answers 200 with a page that is not its document, and recovers in round three."""
    async with World(NOON) as world:
        url = next(source.url for source in world.sources if source.id == "sample-journal")
        world.advance()
        wall = await fetch(url)
        world.advance()
        healed = await fetch(url)

    assert wall[0] == 200
    assert b"Checking your browser" in wall[1]
    assert b"<rdf:RDF" in healed[1]


async def test_wall_holds_its_articles_back():
    """An article due while its outlet is walled counts as shown in the round after."""
    async with World(NOON) as world:
        counts = [(len(world.fresh), world.disguised)]
        while world.advance():
            counts.append((len(world.fresh), world.disguised))

        held = [report.outlet for report in world.fresh]

    assert counts == [(44, 0), (19, 0), (1, 9)]
    assert held == ["sample-journal"]


async def test_everything_is_fresh():
    """All articles are younger than two days and older than the world."""
    ages = [report.ago for report in read_script().reports]

    assert max(ages) < timedelta(hours=48)
    assert min(ages) > timedelta(0)


@pytest.mark.parametrize(
    "path",
    [
        "/sample-wire-en/news/41005",
        "/sample-evening-tw/news/41008/",
        "/sample-trade-ko/view.html?section=chips&idxno=41007",
    ],
)
async def test_links_open(path):
    """The page behind a link of the alerts is there while the demo runs."""
    async with World(NOON) as world:
        world.advance()
        status, body, _ = await fetch(next(iter(world.origins)) + path)

    number = int("".join(filter(str.isdigit, path)))
    title = next(report.title for report in world.reports if report.number == number)
    assert status == 200
    assert title.replace("'", "&#39;") in body.decode()


async def test_robots_welcome_us():
    """The world answers robots.txt, so that the real manners are shown at work."""
    async with World(NOON) as world:
        status, body, _ = await fetch(f"{next(iter(world.origins))}/robots.txt")

    assert (status, body) == (200, b"User-agent: *\nAllow: /\n")


async def test_repeats_wear_their_disguises():
    """The last round shows old articles under trackers, new guids, https, other addresses and corrected headlines."""
    async with World(NOON) as world:
        world.advance()
        world.advance()
        texts = {
            outlet.id: (await fetch(next(s.url for s in world.sources if s.id == outlet.id)))[1].decode(outlet.codec)
            for outlet in OUTLETS
        }

    assert texts["sample-wire-en"].count("utm_source=rss") == 2
    assert ":41002:2</guid>" in texts["sample-wire-ko"]
    assert "<link>https://" in texts["sample-wire-ko"]
    assert "(corrected)" in texts["sample-gazette"]
    assert "(정정)" in texts["sample-trade-ko"]
    assert "idxno=41007&amp;section=chips" in texts["sample-trade-ko"]
    assert "fbclid=demo" in texts["sample-markets"]
    assert "/news/41008/</link>" in texts["sample-evening-tw"]
    assert texts["sample-broadcaster-ko"].count("중국 갈륨·게르마늄 수출통제") == 2
