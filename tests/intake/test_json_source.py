"""API answers in JSON, by dotted paths."""

from datetime import UTC, datetime

import pytest

from bot.intake.refusal import SourceError
from bot.intake.sources import json
from bot.model import Fetched, FetchOutcome, Item, Precision, Source

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
PATHS = {"items": "data.list", "title": "title", "link": "share.url", "date": "ctime", "summary": "intro", "id": "aid"}
ITEM = Item(
    source="s",
    guid="42",
    url="https://outlet.example/a/42",
    title="镓出口许可",
    summary="摘要",
    published=datetime(2026, 11, 22, 1, 0, tzinfo=UTC),
    precision=Precision.SECOND,
)
ANSWER = '{"code":0,"data":{"list":[{"aid":42,"title":"<em>镓</em>出口许可","intro":"摘要","ctime":%s,"share":{"url":"/a/42"}}]}}'


def items(text: str, **paths: str) -> tuple[Item, ...]:
    source = Source(
        id="s",
        name="",
        side="CN",
        kind="",
        lang="",
        format="json",
        url="https://outlet.example/api",
        assume_tz="Asia/Shanghai",
        paths={**PATHS, **paths},
    )
    return json.parse(
        Fetched("s", FetchOutcome.FETCHED, source.url, 200, text.encode(), "application/json"), source, NOW
    )


@pytest.mark.parametrize(
    "told", ["1795309200", "1795309200000", '"1795309200"', '"2026-11-22 09:00:00"', '"2026-11-22T01:00:00Z"']
)
def test_an_item_by_paths(told: str) -> None:
    """Title, link, id, summary and a date in seconds, milliseconds or words."""
    assert items(ANSWER % told) == (ITEM,)


def test_a_wrapped_answer() -> None:
    """A callback around the answer is taken off."""
    assert items("cb_1(" + ANSWER % '"2026-11-22 09:00:00"' + ");") == (ITEM,)


def test_a_link_made_of_an_id() -> None:
    """A path in braces is filled in: many APIs give an id and no address."""
    (item,) = items(ANSWER % "1795309200", link="https://m.outlet.example/detail/{aid}.html")

    assert item.url == "https://m.outlet.example/detail/42.html"


def test_lists_by_number_and_objects_as_lists() -> None:
    """A number in a path picks from a list; an object of items is read as its values."""
    (numbered,) = items('[{"rows":[["x","titled","https://outlet.example/1"]]}]', items="0.rows", title="1", link="2")
    (named,) = items('{"data":{"list":{"a":{"title":"titled","share":{"url":"https://outlet.example/1"}}}}}')

    assert (numbered.title, numbered.url) == (named.title, named.url) == ("titled", "https://outlet.example/1")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "not JSON but an empty body"),
        ("<html><title>Blocked</title>", 'not JSON but an HTML page titled "Blocked"'),
        ('{"data":{"error":"limit"}}', 'no list stands at data.list of the answer: {"data":{"error":"limit"}}'),
        ('{"data":', "JSON that cannot be read: Expecting value: line 1 column 9 (char 8)"),
        ("[" * 100_000, "JSON that nests deeper than any answer should"),
    ],
)
def test_what_is_no_answer_is_refused_in_words(text: str, reason: str) -> None:
    """Errors under 200 are told, with the answer's beginning."""
    with pytest.raises(SourceError) as refused:
        items(text)

    assert (refused.value.cause, refused.value.reason) == ("not-json", reason)
