"""Durations are a number and a unit; everything else is refused with the text to write."""

from datetime import timedelta

import pytest

from bot.config.durations import read_duration


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("90s", timedelta(seconds=90)),
        ("10m", timedelta(minutes=10)),
        ("72h", timedelta(days=3)),
        ("7d", timedelta(days=7)),
        ("0s", timedelta()),
        ("1.5h", timedelta(minutes=90)),
    ],
)
def test_a_number_with_a_unit_is_a_duration(written: str, expected: timedelta) -> None:
    """Seconds, minutes, hours and days, whole or broken."""
    assert read_duration(written, "m") == expected


@pytest.mark.parametrize(
    ("written", "likely", "expected"),
    [
        (5, "m", '"5" has no unit; write 5m'),
        ("5", "m", '"5" has no unit; write 5m'),
        (20, "s", '"20" has no unit; write 20s'),
        (1.5, "h", '"1.5" has no unit; write 1.5h'),
        ("10 m", "m", '"10 m" is not how a duration is written; write 10m'),
        ("10min", "m", '"10min" is not how a duration is written; write 10m'),
        ("2 Hours", "m", '"2 Hours" is not how a duration is written; write 2h'),
        ("10M", "m", '"10M" is not how a duration is written; write 10m'),
        ("500ms", "s", '"500ms" has no unit that is known here (s, m, h, d); write 500s'),
        ("-5m", "m", '"-5m" is not a duration; write a number and a unit, such as 10m'),
        ("soon", "m", '"soon" is not a duration; write a number and a unit, such as 10m'),
        ("", "s", '"" is not a duration; write a number and a unit, such as 10s'),
        (True, "m", '"True" is not a duration; write a number and a unit, such as 10m'),
        ("９m", "m", '"９m" is not a duration; write a number and a unit, such as 10m'),
    ],
)
def test_anything_else_is_refused_with_the_mended_text(written: object, likely: str, expected: str) -> None:
    """A bare number gets the unit that is likely for its key; a loose spelling its strict one."""
    with pytest.raises(ValueError) as refused:  # noqa: PT011 - the whole message is compared below
        read_duration(written, likely)
    assert str(refused.value) == expected
