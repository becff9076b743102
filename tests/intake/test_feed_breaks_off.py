"""A document of which the outlet sent only a part."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.desk.aftermath import Circumstances, after_success
from bot.desk.rhythm import UNKNOWN
from bot.intake import child
from bot.model import Fetched, FetchOutcome, Source, SourceState, Validators

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
WIRE = Source("sample-wire", "Sample Wire", "KR", "news-agency", "en", "feed", "https://wire.example/rss")
CUT = (
    b'<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title>'
    b"<item><title>Samsung alpha</title><link>https://wire.example/1</link></item>"
    b"<item><title>Samsung bravo</title><link>https://wire.exa"
)
FETCHED = Fetched("sample-wire", FetchOutcome.FETCHED, WIRE.url, 200, CUT, "text/xml", Validators('"v1"', "", "aa"))


def test_what_is_whole_comes_out_and_the_half_entry_waits() -> None:
    """Half an entry has no link, and would be told again when it is whole."""
    parsed = child.read(FETCHED, WIRE, NOON)

    assert [item.title for item in parsed.items] == ["Samsung alpha"]
    assert (parsed.whole, parsed.warnings) == (False, ("the document breaks off before its end",))


def test_an_entry_that_breaks_off_after_title_and_link_is_news() -> None:
    """What it is called and where it stands is all that it takes."""
    cut = CUT + b"mple/2</link><description>The minister said on"

    parsed = child.read(replace(FETCHED, body=cut), WIRE, NOON)

    assert [(item.title, item.url) for item in parsed.items] == [
        ("Samsung alpha", "https://wire.example/1"),
        ("Samsung bravo", "https://wire.example/2"),
    ]


def test_its_validators_are_not_kept() -> None:
    """They would let the outlet answer "unchanged" for entries that nobody has seen."""
    parsed = child.read(FETCHED, WIRE, NOON)
    around = Circumstances(NOON, 0.5, UNKNOWN)
    state = after_success(WIRE, FETCHED, parsed, (), 1, SourceState("sample-wire"), around)

    assert state.validators == Validators()
