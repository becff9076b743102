"""Is this the same article?"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.desk.identity import content_hash, find, marks, reliable_keys
from bot.model import Item, Known, Source

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
WIRE = Source("sample-wire", "Sample Wire", "KR", "news-agency", "ko", "feed", "https://wire.example/rss")
CHIPS = Item(
    "sample-wire", "g-1", "https://www.wire.example/view?idxno=7&utm_source=rss", "중국 반도체 장비 반입 허가 연장"
)


def keys(item: Item, source: Source) -> tuple[str, ...]:
    return document_keys([item], source)[0]


def document_keys(items: list[Item], source: Source) -> tuple[tuple[str, ...], ...]:
    return reliable_keys([marks(item, source) for item in items])


def test_an_article_has_a_key_for_its_guid_its_address_and_its_title() -> None:
    """The guid within its source, the address everywhere, the title within its outlet."""
    assert keys(CHIPS, WIRE) == (
        "guid:sample-wire:g-1",
        "url:wire.example/view?idxno=7",
        "title:wire.example:중국 반도체 장비 반입 허가 연장",
    )


def test_trackers_scheme_and_mobile_hosts_do_not_make_a_new_article() -> None:
    """The address key is the same for all faces of one page."""
    mobile = replace(CHIPS, url="http://m.wire.example/view?idxno=7")

    assert keys(mobile, WIRE)[1] == keys(CHIPS, WIRE)[1]


def test_an_id_in_the_query_keeps_two_articles_apart() -> None:
    """Sites keyed by idxno would otherwise become one article."""
    other = replace(CHIPS, url="https://www.wire.example/view?idxno=8")

    assert keys(other, WIRE)[1] != keys(CHIPS, WIRE)[1]


def test_a_guid_that_is_an_address_survives_the_move_to_https() -> None:
    """http→https of guids re-sends everything in other readers (feedbin#206)."""
    before = keys(replace(CHIPS, guid="http://wire.example/7"), WIRE)
    after = keys(replace(CHIPS, guid="https://wire.example/7"), WIRE)

    assert before[0] == after[0]


def test_short_titles_name_nothing() -> None:
    """A column's heading recurs every day."""
    assert keys(replace(CHIPS, title="사설", guid=""), WIRE) == ("url:wire.example/view?idxno=7",)


def test_an_aggregators_address_is_only_a_pointer() -> None:
    """Its link never equals the outlet's, so it counts within the aggregator alone."""
    search = replace(WIRE, id="gnews-ko", kind="aggregator")

    assert keys(replace(CHIPS, guid=""), search)[0] == "link:gnews-ko:wire.example/view?idxno=7"


def test_the_address_of_a_pointer_is_no_key_where_a_guid_names_the_item() -> None:
    """Tomorrow's questions stand at the address of today's."""
    question = replace(CHIPS, guid="https://wire.example/briefing#a1", pointer=True)

    assert keys(question, WIRE) == (
        "guid:sample-wire:wire.example/briefing#a1",
        "title:sample-wire:중국 반도체 장비 반입 허가 연장",
    )


def test_a_pointer_without_a_guid_is_known_by_its_address_within_its_source() -> None:
    """It leads there, but the outlet's own feed names the article otherwise."""
    assert keys(replace(CHIPS, guid="", pointer=True), WIRE)[0] == "link:sample-wire:wire.example/view?idxno=7"


def test_a_guid_on_two_different_articles_of_one_document_loses_its_standing() -> None:
    """Some feeds give every item the same guid."""
    other = Item("sample-wire", "g-1", "https://www.wire.example/view?idxno=8", "삼성전자 시안 공장 증설 검토 중단")

    assert [found[0].partition(":")[0] for found in document_keys([CHIPS, other], WIRE)] == ["url", "url"]


def test_a_guid_on_two_faces_of_one_article_keeps_its_standing() -> None:
    """The same words at another address are one article listed twice."""
    twin = replace(CHIPS, url="https://www.wire.example/section/view?idxno=7&page=2")

    assert document_keys([CHIPS, twin], WIRE)[1][0] == "guid:sample-wire:g-1"


def test_the_strongest_known_key_decides() -> None:
    """A title that another article also bears does not outweigh the address."""
    by_url = Known(1, 1, "h", "a", NOON, "sample-wire")
    by_title = Known(2, 2, "h", "b", NOON, "sample-wire")
    known = {"url:wire.example/1": by_url, "title:wire.example:t": by_title}

    assert find(("url:wire.example/1", "title:wire.example:t"), known, NOON) == by_url


def test_a_title_is_known_for_seven_days() -> None:
    """Routine headlines come again."""
    known = {"title:wire.example:t": Known(2, 2, "h", "b", NOON - timedelta(days=7, seconds=1), "sample-wire")}

    assert find(("title:wire.example:t",), known, NOON) is None


def test_words_that_fold_alike_are_the_same_words() -> None:
    """Full-width letters and case are no revision."""
    assert content_hash("ＳＫ Hynix", "") == content_hash("sk hynix", "")


def test_parts_of_one_page_are_told_apart_by_their_guids() -> None:
    """A diary links every entry as a fragment of one page."""
    first = Item("sample-wire", "g-1", "https://wire.example/diary#1", "첫 번째 반도체 기록입니다")
    second = Item("sample-wire", "g-2", "https://wire.example/diary#2", "두 번째 반도체 기록입니다")

    assert [found[0] for found in document_keys([first, second], WIRE)] == [
        "guid:sample-wire:g-1",
        "guid:sample-wire:g-2",
    ]


def test_an_item_with_nothing_but_a_short_title_is_known_by_its_words() -> None:
    """What has no guid, no address and no telling title is stored all the same."""
    bare = Item("sample-wire", "", "", "사설", "오늘의 사설")

    assert [key.partition(":")[0] for key in keys(bare, WIRE)] == ["words"]


def test_two_articles_under_one_address_and_nothing_else_are_told_apart_by_their_words() -> None:
    """Neither may vanish behind the other."""
    first = Item("sample-wire", "", "https://wire.example/live", "사설")
    second = Item("sample-wire", "", "https://wire.example/live", "날씨")

    assert len(set(document_keys([first, second], WIRE))) == 2
