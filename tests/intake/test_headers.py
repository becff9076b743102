"""What headers say about asking again."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.intake.headers import fresh_for, retry_after, validators_of
from bot.model import Validators

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
DAY = timedelta(hours=24)


@pytest.mark.parametrize(
    ("value", "wait"),
    [
        ("120", timedelta(minutes=2)),
        (" 120 ", timedelta(minutes=2)),
        ("0", None),
        ("-5", None),
        ("1.5", None),
        ("soon", None),
        ("", None),
        ("1000000", DAY),
        ("9" * 5_000, DAY),
        ("٣", None),
        ("Sun, 22 Nov 2026 03:10:00 GMT", timedelta(minutes=10)),
        ("Sun, 22 Nov 2026 12:10:00 +0900", timedelta(minutes=10)),
        ("Sun, 22 Nov 2026 02:00:00 GMT", None),
        ("Sun, 22 Nov 2099 03:10:00 GMT", DAY),
        ("Sun, 22 Nov 99999 03:10:00 GMT", None),
    ],
)
def test_retry_after_is_seconds_or_a_date_and_never_more_than_a_day(value: str, wait: timedelta | None) -> None:
    """Anything else is as if it were not there."""
    assert retry_after({"Retry-After": value}, NOW) == wait


@pytest.mark.parametrize(
    ("headers", "fresh"),
    [
        ({}, None),
        ({"Cache-Control": "max-age=600"}, timedelta(seconds=600)),
        ({"Cache-Control": 'public, Max-Age="600"'}, timedelta(seconds=600)),
        ({"Cache-Control": "s-maxage=600"}, None),
        ({"Cache-Control": "max-age=600", "Age": "200"}, timedelta(seconds=400)),
        ({"Cache-Control": "max-age=600", "Age": "900"}, None),
        ({"Cache-Control": "max-age=600, no-cache"}, None),
        ({"Cache-Control": "no-store"}, None),
        ({"Cache-Control": "max-age=31536000"}, DAY),
        ({"Cache-Control": "max-age=0", "Expires": "Sun, 22 Nov 2026 04:00:00 GMT"}, None),
        ({"Expires": "Sun, 22 Nov 2026 04:00:00 GMT"}, timedelta(hours=1)),
        ({"Expires": "Sun, 22 Nov 2026 04:00:00 GMT", "Date": "Sun, 22 Nov 2026 03:50:00 GMT"}, timedelta(minutes=10)),
        ({"Expires": "0"}, None),
        ({"Expires": "-1"}, None),
    ],
)
def test_an_answer_stays_good_as_long_as_it_says(headers: dict[str, str], fresh: timedelta | None) -> None:
    """Cache-Control before Expires, Expires by the server's own clock, never more than a day."""
    assert fresh_for(headers, NOW) == fresh


@pytest.mark.parametrize("bad", ['"' + "x" * 2_000 + '"', '"\udcff"', '"a\tb"', '"é"'])
def test_a_validator_that_cannot_be_sent_back_is_none(bad: str) -> None:
    """It would break the next request."""
    headers = {"ETag": bad, "Last-Modified": "Sun, 22 Nov 2026 02:00:00 GMT"}

    assert validators_of(headers, "h") == Validators("", "Sun, 22 Nov 2026 02:00:00 GMT", "h")
