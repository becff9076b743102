"""Outlet dates → UTC: the table of what outlets print, and what other parsers make of it."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.intake.dates import date_in_url, publication, read_by_format, read_date
from bot.model import Precision, Source

NOW = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)  # 14:00 in Seoul
MORNING = datetime(2026, 11, 20, 0, 30, tzinfo=UTC)  # 09:30 in Seoul
MIDNIGHT = datetime(2026, 11, 19, 15, 0, tzinfo=UTC)  # the day's begin in Seoul


def source(**keys: object) -> Source:
    return Source(
        id="x",
        name="",
        side="KR",
        kind="",
        lang="ko",
        format="feed",
        url="http://x.example/",
        assume_tz="Asia/Seoul",
        **keys,
    )


@pytest.mark.parametrize(
    ("raw", "moment", "precision"),
    [
        ("2026년 11월 20일 09:30", MORNING, Precision.MINUTE),
        ("2026年11月20日 09:30", MORNING, Precision.MINUTE),
        ("2026年11月20日上午9时30分", MORNING, Precision.MINUTE),
        ("2026.11.20 09:30", MORNING, Precision.MINUTE),
        ("입력 2026.11.20. 오전 9:30", MORNING, Precision.MINUTE),
        ("2026-11-20 09:30", MORNING, Precision.MINUTE),
        ("2026-11-20 09:30:00.0", MORNING, Precision.SECOND),
        ("2026/11/20 09:30", MORNING, Precision.MINUTE),
        ("20 Nov 2026 09:30 KST", MORNING, Precision.MINUTE),
        ("Fri, 20 Nov 2026 09:30:00 GMT+9", MORNING, Precision.SECOND),
        ("Fri, 20 Nov 2026 09:30:00 +0900", MORNING, Precision.SECOND),
        ("Fri, 20 Nov 2026 09:30:00+0900", MORNING, Precision.SECOND),
        ("Fri, 20 Nov 2026 00:30:00 GMT", MORNING, Precision.SECOND),
        ("Thu, 19 Nov 2026 19:30:00 EST", MORNING, Precision.SECOND),
        ("2026-11-20T09:30:00+09:00", MORNING, Precision.SECOND),
        ("2026-11-20T00:30:00Z", MORNING, Precision.SECOND),
        ("2026-11-20T09:30:00.123456+0900", MORNING, Precision.SECOND),
        ("<![CDATA[2026-11-20 09:30:00]]>", MORNING, Precision.SECOND),
        ("Nov 20, 2026 09:30 am", MORNING, Precision.MINUTE),
        ("Friday, November 20, 2026 - 09:30", MORNING, Precision.MINUTE),
        ("3시간 전", NOW - timedelta(hours=3), Precision.MINUTE),
        ("3小时前", NOW - timedelta(hours=3), Precision.MINUTE),
        ("3時間前", NOW - timedelta(hours=3), Precision.MINUTE),
        ("25 minutes ago", NOW - timedelta(minutes=25), Precision.MINUTE),
        ("방금 전", NOW, Precision.MINUTE),
        ("半小时前", NOW - timedelta(minutes=30), Precision.MINUTE),
        ("2天前", MIDNIGHT - timedelta(days=2), Precision.DAY),
        ("오늘 09:30", MORNING, Precision.MINUTE),
        ("昨天 09:30", MORNING - timedelta(days=1), Precision.MINUTE),
        ("yesterday", MIDNIGHT - timedelta(days=1), Precision.DAY),
        ("11-20 09:30", MORNING, Precision.MINUTE),
        ("09:30", MORNING, Precision.MINUTE),
        ("23:30", datetime(2026, 11, 19, 14, 30, tzinfo=UTC), Precision.MINUTE),
        ("12-31 09:30", datetime(2025, 12, 31, 0, 30, tzinfo=UTC), Precision.MINUTE),
        ("2026. 11. 20", MIDNIGHT, Precision.DAY),
        ("November 20, 2026", MIDNIGHT, Precision.DAY),
        ("2026-11-19 24:00", MIDNIGHT, Precision.MINUTE),
    ],
)
def test_dates_are_read_in_the_outlets_zone(raw: str, moment: datetime, precision: Precision) -> None:
    """A numeric offset is believed; everything else happens in Seoul, where this outlet is."""
    assert read_date(raw, assume_tz="Asia/Seoul", override_tz="", now=NOW) == (moment, precision)


@pytest.mark.parametrize(
    "raw", ["", "soon", "2026-13-40 09:30", "Vol. 3", "99:99", "0000-00-00 00:00:00", "x" * 10_000, "1" * 10_000]
)
def test_what_is_no_date_is_none(raw: str) -> None:
    """Nothing is guessed from a string that names no day."""
    assert read_date(raw, assume_tz="Asia/Seoul", override_tz="", now=NOW) == (None, Precision.NONE)


def test_china_standard_time_is_the_outlets_own() -> None:
    """CST is Beijing's for an outlet in China, Chicago's for one that names no zone."""
    raw = "Fri, 20 Nov 2026 08:30:00 CST"

    china, _ = read_date(raw, assume_tz="Asia/Shanghai", override_tz="", now=NOW)
    chicago, _ = read_date(raw, assume_tz="", override_tz="", now=NOW)

    assert (china, chicago) == (MORNING, datetime(2026, 11, 20, 14, 30, tzinfo=UTC))


def test_a_wrongly_declared_zone_is_overridden() -> None:
    """An outlet that calls Seoul's clock UTC is read on Seoul's clock."""
    moment, _ = read_date("Fri, 20 Nov 2026 09:30:00 +0000", assume_tz="", override_tz="Asia/Seoul", now=NOW)

    assert moment == MORNING


def test_a_future_date_is_first_seen() -> None:
    """Beyond the source's skew a date is none; within it, it stands."""
    far = publication("2026-11-20 15:00", source(), NOW)
    near = publication("2026-11-20 14:10", source(), NOW)

    assert far == (None, Precision.NONE)
    assert near == (NOW + timedelta(minutes=10), Precision.MINUTE)


def test_the_sources_precision_rules() -> None:
    """`none` means first seen; `day` coarsens what was read, and never refines a bare day."""
    assert publication("2026-11-20 09:30", source(date_precision="none"), NOW) == (None, Precision.NONE)
    assert publication("2026-11-20 09:30", source(date_precision="day"), NOW) == (MORNING, Precision.DAY)
    assert publication("2026-11-20", source(date_precision="second"), NOW) == (MIDNIGHT, Precision.DAY)


def test_a_date_in_the_address() -> None:
    """Year, month and day from the link, in the outlet's zone; nonsense is none."""
    pattern = source(date_from_url=r"/(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)")

    assert date_in_url("http://x.example/20261120/1.html", pattern) == (MIDNIGHT, Precision.DAY)
    assert date_in_url("http://x.example/20269920/1.html", pattern) == (None, Precision.NONE)
    assert date_in_url("http://x.example/about", pattern) == (None, Precision.NONE)


def test_the_operators_own_pattern() -> None:
    """`date_format` reads what no rule could know: whether a day or a month comes first."""
    assert read_by_format("11/12/26", "%m/%d/%y", source()) == (datetime(2026, 11, 11, 15, tzinfo=UTC), Precision.DAY)
    assert read_by_format("20.11.26 09.30", "%d.%m.%y %H.%M", source()) == (MORNING, Precision.MINUTE)
    assert read_by_format("none", "%d.%m.%y", source()) == (None, Precision.NONE)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Mon Jul 25 10:00:00 +0800 2022", "2022-07-25T02:00"),
        ("Mon Jul 25 10:00:00 UTC 2022", "2022-07-25T10:00"),
        ("Mon, 25 Jul 2022 10:00:00 Z", "2022-07-25T10:00"),
        ("Mon, 25 Jul 2022 10:00:00 gmt", "2022-07-25T10:00"),
        ("26.11.20 14:05", "2026-11-20T05:05"),
        ("26-11-20", "2026-11-19T15:00"),
        ("07/25/2022", "2022-07-24T15:00"),
        ("25/07/2022", "2022-07-24T15:00"),
        ("07-25-2022", "2022-07-24T15:00"),
        ("Jan 2, 2026 3:04pm", "2026-01-02T06:04"),
        ("14:05", "2026-11-23T05:05"),
        ("25 ao\u00fbt 2022 10:00", ""),
        ("July 32, 2022 10:00", ""),
        ("Wed, 30 Nov -0001 00:00:00 +0000", ""),
        ("Tue, 00 Jan 0000 00:00:00 GMT", ""),
        ("Mon, 31 Feb 2022 10:00:00 GMT", ""),
        ("2022-13-01 10:00", ""),
    ],
)
def test_a_date_is_read_as_it_stands_or_not_at_all(raw: str, expected: str) -> None:
    """A zone before the year, a year of two figures in front; a clock beside an impossible day is not today's."""
    now = datetime(2026, 11, 23, 5, tzinfo=UTC)
    moment, precision = read_date(raw, assume_tz="Asia/Seoul", override_tz="", now=now)
    assert (moment.isoformat()[:16] if moment else "") == expected
    assert (precision is Precision.NONE) == (not expected)
