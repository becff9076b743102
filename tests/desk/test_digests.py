"""Whose digest is due."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.desk.digests import LATEST, alerts_due, is_due, occasion, wanted_at
from bot.model import Destination, Subscriber

SEOUL = ZoneInfo("Asia/Seoul")
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
READER = Subscriber(1, tz="Asia/Seoul", since=LONG_AGO)
MAIL = Destination(3, 1, "email", "a@b.example")
# Half an hour, midnight, one minute past it, Ramadan, the last hour of a day, and a day that never was.
ZONES = (
    "Europe/Berlin",
    "America/New_York",
    "America/St_Johns",
    "America/Sao_Paulo",
    "America/Nuuk",
    "America/Havana",
    "Africa/Casablanca",
    "Asia/Beirut",
    "Australia/Lord_Howe",
    "Pacific/Apia",
)
TIMES = ("00:00", "00:30", "01:30", "02:30", "07:00", "22:30", "23:30", "23:59")


def events(now: datetime, reader: Subscriber = READER, place: Destination = MAIL) -> list[str]:
    return [alert.event for alert in alerts_due([(reader, place)], now.astimezone(UTC))]


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=SEOUL)


def changes_of_clocks(name: str, first: int, last: int) -> list[datetime]:
    """Every moment at which a zone's offset changes, to the minute."""
    zone, found = ZoneInfo(name), []
    moment, end = datetime(first, 1, 1, tzinfo=UTC), datetime(last, 1, 1, tzinfo=UTC)
    while moment < end:
        later = moment + timedelta(days=1)
        if moment.astimezone(zone).utcoffset() != later.astimezone(zone).utcoffset():
            low, high = 0, 24 * 60
            while high - low > 1:
                middle = (low + high) // 2
                same = (moment + timedelta(minutes=middle)).astimezone(zone).utcoffset() == moment.astimezone(
                    zone
                ).utcoffset()
                low, high = (middle, high) if same else (low, middle)
            found.append(moment + timedelta(minutes=high))
        moment = later
    return found


def test_before_seven_nothing_is_due() -> None:
    """The reader's own clock decides."""
    assert events(at(22, 6, 59), replace(READER, digest_days="7")) == []  # the 22nd is a Sunday


def test_from_seven_on_the_days_digest_is_due() -> None:
    """Later in the day too: a house that was down sends one late mail."""
    assert [events(at(22, hour)) for hour in (7, 22)] == [["digest:2026-11-22"]] * 2


def test_the_readers_own_time() -> None:
    """Half past eight in the evening is theirs to choose."""
    evening = replace(READER, digest_at="20:30")

    assert [events(at(22, 20, 29), evening), events(at(22, 20, 30), evening)] == [[], ["digest:2026-11-22"]]


def test_the_readers_own_days() -> None:
    """From Monday to Friday: the mail of Friday is not followed by one on Saturday or Sunday."""
    weekdays = replace(READER, digest_days="12345")
    told = [events(at(day, 7), weekdays) for day in (20, 21, 22, 23)]

    assert told == [["digest:2026-11-20"], [], [], ["digest:2026-11-23"]]


def test_after_midnight_yesterdays_digest_may_still_come() -> None:
    """An evening digest that was missed by ten minutes is not lost with the day; after a long time it is."""
    evening = replace(READER, digest_at="23:55")

    assert events(at(23, 0, 10), evening) == ["digest:2026-11-22"]
    assert events(at(23, 18), evening) == []


def test_days_of_standstill_are_one_late_mail() -> None:
    """Two days and a half later only the last digest is due; shortly before the next one, none."""
    told = [events(moment) for moment in (at(20, 7), at(22, 19), at(23, 1, 1), at(23, 7))]

    assert told == [["digest:2026-11-20"], ["digest:2026-11-22"], [], ["digest:2026-11-23"]]


def test_a_late_row_does_not_live_longer() -> None:
    """It expires when it would have, had it been made in time."""
    (alert,) = alerts_due([(READER, MAIL)], at(22, 19).astimezone(UTC))

    assert (alert.due, alert.expires) == (at(22, 7), at(23, 3))


def test_who_joins_today_gets_the_first_digest_tomorrow() -> None:
    """Signing up at noon is not answered with a morning mail."""
    newcomer = replace(READER, since=at(22, 9).astimezone(UTC))

    assert [events(at(22, 12), newcomer), events(at(23, 7), newcomer)] == [[], ["digest:2026-11-23"]]


def test_an_address_that_is_confirmed_today_is_written_to_from_the_next_hour_on() -> None:
    """Not at once with what others read in the morning."""
    place = replace(MAIL, consented=at(22, 9).astimezone(UTC))

    assert [events(at(22, 12), place=place), events(at(23, 7), place=place)] == [[], ["digest:2026-11-23"]]


def test_a_person_gets_one_mail() -> None:
    """Though two addresses were entered."""
    both = [(READER, MAIL), (READER, replace(MAIL, id=4, address="c@d.example"))]

    assert [alert.destination for alert in alerts_due(both, at(22, 7).astimezone(UTC))] == [3]


def test_the_hour_of_the_daily_word() -> None:
    """Today's, on a day that is the reader's."""
    weekdays = replace(READER, digest_days="12345")
    told = [is_due(weekdays, moment.astimezone(UTC)) for moment in (at(20, 6), at(20, 7), at(21, 0, 30), at(21, 8))]

    assert told == [False, True, False, False]


@pytest.mark.parametrize("name", ZONES)
def test_every_change_of_clocks_in_twenty_years_has_one_digest_a_day(name: str) -> None:
    """Around each gap and fold, for readers of eight hours: one row a local day, made on that day, none twice."""
    zone = ZoneInfo(name)
    people = [
        (Subscriber(number, tz=name, since=LONG_AGO, digest_at=hour), replace(MAIL, id=number, subscriber=number))
        for number, hour in enumerate(TIMES)
    ]
    changes = changes_of_clocks(name, 2006, 2026)
    assert len(changes) >= 12
    for change in changes:
        made: dict[tuple[int, str], datetime] = {}  # the outbox and its key
        moment = change - timedelta(hours=49)
        while moment < change + timedelta(hours=49):
            for alert in alerts_due(people, moment):
                made.setdefault((alert.destination, alert.event), moment)
            moment += timedelta(minutes=21)
        near = [(change + timedelta(hours=hours)).astimezone(zone).date() for hours in range(-24, 25)]
        days = [f"digest:{day}" for day in dict.fromkeys(near)]
        counted = Counter(event for _, event in made)
        assert {day: counted[day] for day in days} == dict.fromkeys(days, len(TIMES)), change
        late = [
            (event, when)
            for (_, event), when in made.items()
            if event in days[1:] and f"digest:{(when - timedelta(minutes=21)).astimezone(zone).date()}" > event
        ]
        assert late == [], change


def test_a_day_that_never_was_has_no_digest() -> None:
    """Samoa went from the 29th to the 31st of December 2011."""
    apia = ZoneInfo("Pacific/Apia")

    assert wanted_at(date(2011, 12, 30), time(7), apia) is None
    assert wanted_at(date(2011, 12, 31), time(7), apia) == datetime(2011, 12, 30, 17, tzinfo=UTC)


def test_an_hour_left_out_at_the_end_of_a_day_is_before_the_gap() -> None:
    """In Nuuk the 30th of March 2024 ended at eleven at night."""
    zone = ZoneInfo("America/Nuuk")
    moment = wanted_at(date(2024, 3, 30), time(23, 30), zone)

    assert moment is not None
    assert f"{moment.astimezone(zone):%Y-%m-%d %H:%M}" == "2024-03-30 22:30"


def test_what_is_too_long_ago_is_left_out() -> None:
    """To the minute."""
    wanted = at(22, 7).astimezone(UTC)

    assert occasion(READER, wanted + LATEST) == (date(2026, 11, 22), wanted)
    assert occasion(READER, wanted + LATEST + timedelta(minutes=1)) is None


def test_a_zone_that_nobody_knows_costs_nobody_else_their_mail() -> None:
    """Its reader is told by the clock of Greenwich."""
    lost = replace(READER, id=2, tz="Mars/Base")
    due = alerts_due([(lost, replace(MAIL, id=4, subscriber=2)), (READER, MAIL)], at(22, 7).astimezone(UTC))

    assert [alert.destination for alert in due] == [4, 3]
    assert [alert.event for alert in due] == ["digest:2026-11-21", "digest:2026-11-22"]
