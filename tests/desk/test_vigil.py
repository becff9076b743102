"""What operators are told: once when something goes wrong for good, once when it is over, and daily what is left."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.desk.vigil import CALM, Finding, Standing, Tally, roll_up, weigh

NOON = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def told(course: str, patience: timedelta = 2 * MINUTE) -> list[tuple[int, str]]:
    """Minute and words of every notice while a trouble takes its course: "x" wrong, "." well, a letter a minute."""
    standings, notices = {}, []
    for minute, state in enumerate(course):
        found = [Finding("disk", "little room" if state == "x" else "", patience)]
        standings, new = weigh(standings, found, NOON + minute * MINUTE)
        notices += [(minute, notice.words) for notice in new]
    return notices


@pytest.mark.parametrize(
    ("course", "expected"),
    [
        ("........", []),
        ("xx......", []),
        ("xxx.....", [(2, "⚠ little room")]),
        ("xxxxxxxx", [(2, "⚠ little room")]),
        ("xxx" + "." * 11, [(2, "⚠ little room"), (13, "✓ over, since 11-22 03:03 UTC: little room")]),
        ("xxx" + "....x" * 8, [(2, "⚠ little room")]),
        ("x" + "." * 11 + "xxx", [(14, "⚠ little room")]),
    ],
)
def test_one_notice_and_one_recovery(course: str, expected: list[tuple[int, str]]) -> None:
    """A trouble that flickers is one trouble; one that passes quickly is none."""
    assert told(course) == expected


def test_without_patience_it_is_told_at_once() -> None:
    """A full disk does not get better by waiting."""
    assert told("x", timedelta()) == [(0, "⚠ little room")]


def test_each_trouble_has_an_event_of_its_own() -> None:
    """The same trouble again is another event: the outbox tells each once."""
    after, first = weigh({}, [Finding("disk", "a"), Finding("token", "b")], NOON)
    over, ended = weigh(after, [Finding("disk", ""), Finding("token", "b")], NOON + MINUTE)
    _, recovered = weigh(over, [Finding("disk", ""), Finding("token", "b")], NOON + MINUTE + CALM)

    assert [notice.event for notice in first] == ["disk:2026-11-22T03:00:00", "token:2026-11-22T03:00:00"]
    assert ended == ()
    assert [notice.event for notice in recovered] == ["disk:2026-11-22T03:00:00:over"]


def test_a_trouble_is_told_in_its_latest_words() -> None:
    """What is shown in the daily word is how it is now."""
    after, _ = weigh({}, [Finding("disk", "150 MB free")], NOON)
    later, _ = weigh(after, [Finding("disk", "90 MB free")], NOON + MINUTE)

    assert later["disk"] == Standing(NOON, "90 MB free", told=True)


def test_a_quiet_day_has_no_daily_word() -> None:
    """A trouble that nobody was told of is none either."""
    flicker = {"disk": Standing(NOON, "little room")}

    assert roll_up(flicker, Tally(sent=40, waiting=2), date(2026, 11, 22)) is None


def test_the_daily_word_counts_and_names() -> None:
    """Numbers first, reasons by frequency, then what is still wrong."""
    standings = {"token": Standing(NOON, "Telegram refuses the token", told=True)}
    dropped = {"too old": 1, "blocked": 7}
    notice = roll_up(standings, Tally(40, 3, 2, 1, dropped), date(2026, 11, 22))

    assert notice is not None
    assert notice.event == "day:2026-11-22"
    assert notice.words.splitlines() == [
        "2026-11-22: 40 sent, 3 waiting, 2 in doubt, 1 unconfirmed",
        "7 dropped: blocked",
        "1 dropped: too old",
        "⚠ since 11-22 03:00 UTC: Telegram refuses the token",
    ]
