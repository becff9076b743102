"""Consent to mail: how often it is asked for, what it opens, and what withdrawing it stops."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.model import Alert, Destination, Pace, Rule, Subscriber
from storage import Store, destinations, mail, outbox, people

NOON = datetime(2026, 11, 22, 3, tzinfo=UTC)
DESK = "desk@example.org"


@pytest.fixture
def do(tmp_path):
    with Store.open(tmp_path / "x.db", now=NOON) as store:
        yield store.write_sync


@pytest.fixture
def reader(do):
    """A reader with a chat, a rule there, and no address."""

    def step(db):
        person = people.add_subscriber(db, Subscriber(0, since=NOON - timedelta(days=9)))
        return destinations.add_destination(db, Destination(0, person.id, "telegram", "7"))

    return do(step)


def ask(do, reader, address=DESK, *, at=NOON, mark=""):
    return do(lambda db: mail.ask(db, reader.subscriber, address, mark or address, at))


def waiting(do, now=NOON):
    return [(row.destination.address, row.kind) for row in do(lambda db: outbox.due(db, now, 99))]


def test_an_address_that_waits_for_consent_gets_the_question_and_nothing_else(do, reader):
    """The row that asks may go out; a digest for the same address may not."""
    place = ask(do, reader)
    do(lambda db: outbox.enqueue(db, [Alert(place, "digest", "digest:2026-11-22", NOON)], NOON))

    assert waiting(do) == [(DESK, "consent")]
    assert do(people.digest_readers) == []


def test_a_mailbox_is_asked_three_times_a_day_at_most(do, reader):
    """Whoever asks, however the address is written, and though the reader was forgotten in between."""
    other = do(lambda db: people.add_subscriber(db, Subscriber(0)))
    second = Destination(0, other.id, "telegram", "8")
    asked = [ask(do, reader, mark="m"), ask(do, second, "d.esk@example.org", mark="m"), ask(do, reader, mark="m")]
    do(lambda db: people.forget(db, other.id))
    late = [ask(do, reader, at=NOON + timedelta(hours=hours), mark="m") for hours in (1, 23, 24)]

    assert [bool(one) for one in (*asked, *late)] == [True, True, True, False, False, True]


def test_a_reader_asks_six_times_a_day_at_most(do, reader):
    """So that nobody writes to strangers through us."""
    asked = [bool(ask(do, reader, f"{number}@example.org")) for number in range(8)]

    assert asked == [True] * 6 + [False] * 2
    assert waiting(do) == [("5@example.org", "consent")]


def test_consent_opens_the_address(do, reader):
    """From then on the day's mail goes there, and the moment is on record."""
    place = ask(do, reader)

    assert do(lambda db: mail.consent(db, place, NOON)) is True
    ((_, chosen),) = do(people.digest_readers)
    assert (chosen.address, chosen.confirmed, chosen.consented) == (DESK, True, NOON)


def test_consent_given_twice_is_the_first(do, reader):
    """A second press changes nothing, and nothing is asked any more."""
    place = ask(do, reader)
    do(lambda db: mail.consent(db, place, NOON))

    assert do(lambda db: mail.consent(db, place, NOON + timedelta(hours=1))) is True
    assert ask(do, reader, at=NOON + timedelta(hours=2)) == 0
    assert do(lambda db: mail.addressee(db, place)).consented == NOON


def test_a_new_address_takes_the_place_of_the_old_one(do, reader):
    """One person, one mail; rules that led to the old address lead to the new one."""
    old, new = ask(do, reader), 0
    do(lambda db: mail.consent(db, old, NOON))
    rule = do(lambda db: people.add_rule(db, Rule(0, reader.subscriber, "hbm", old, Pace.DIGEST)))
    new = ask(do, reader, "new@example.org")
    still = [place.address for _, place in do(people.digest_readers)]
    do(lambda db: mail.consent(db, new, NOON))

    assert still == [DESK]
    assert [place.address for _, place in do(people.digest_readers)] == ["new@example.org"]
    assert do(lambda db: people.rules_by_id(db, [rule.id]))[rule.id].destination == new


def test_a_mailbox_gets_one_digest(do, reader):
    """An owner who confirms another subscription is not mailed for the first any more; its rules are kept."""
    first = ask(do, reader)
    do(lambda db: mail.consent(db, first, NOON))
    other = do(lambda db: people.add_subscriber(db, Subscriber(0)))
    second = ask(do, Destination(0, other.id, "telegram", "8"))
    do(lambda db: mail.consent(db, second, NOON))

    assert [place.id for _, place in do(people.digest_readers)] == [second]
    assert do(lambda db: mail.addressee(db, first)).paused == "its owner confirmed another subscription"


def test_withdrawing_stops_what_is_on_its_way(do, reader):
    """What waits is dropped, nothing new is made, and the rules that led there lead to the chat."""
    place = ask(do, reader)
    do(lambda db: mail.consent(db, place, NOON))
    rule = do(lambda db: people.add_rule(db, Rule(0, reader.subscriber, "hbm", place, Pace.DIGEST)))
    do(lambda db: outbox.enqueue(db, [Alert(place, "digest", "digest:2026-11-22", NOON)], NOON))

    assert do(lambda db: mail.withdraw(db, place, NOON)) is True
    assert waiting(do) == []
    assert [one.channel for _, one in do(people.digest_readers)] == ["telegram"]
    assert do(lambda db: people.rules_by_id(db, [rule.id]))[rule.id].destination == reader.id


def test_after_withdrawing_consent_is_needed_anew(do, reader):
    """Asking again sends the question, no digest."""
    place = ask(do, reader)
    do(lambda db: mail.consent(db, place, NOON))
    do(lambda db: mail.withdraw(db, place, NOON))
    again = ask(do, reader, at=NOON + timedelta(minutes=1))

    assert again == place
    assert waiting(do, NOON + timedelta(minutes=1)) == [(DESK, "consent")]
    assert do(people.digest_readers) == []


def test_turning_mail_off_takes_every_address_out(do, reader):
    """The confirmed one and the one that waits."""
    place = ask(do, reader)
    do(lambda db: mail.consent(db, place, NOON))
    ask(do, reader, "new@example.org")

    assert do(lambda db: mail.turn_off(db, reader.subscriber, NOON)) == 2
    assert [place.channel for place in do(lambda db: destinations.destinations_of(db, reader.subscriber))] == [
        "telegram"
    ]
    assert waiting(do) == []


def test_what_is_no_mail_address_is_no_addressee(do, reader):
    """A forged number that happens to be a chat's changes nothing there."""
    assert do(lambda db: mail.addressee(db, reader.id)) is None
    assert do(lambda db: mail.withdraw(db, reader.id, NOON)) is False
    assert do(lambda db: mail.consent(db, 999, NOON)) is False
    assert do(lambda db: destinations.destination(db, reader.id)).paused == ""


def test_the_address_that_waits(do, reader):
    """Until its owner has answered."""
    place = ask(do, reader)
    before = do(lambda db: mail.pending(db, reader.subscriber))
    do(lambda db: mail.consent(db, place, NOON))

    assert before is not None
    assert (before.address, do(lambda db: mail.pending(db, reader.subscriber))) == (DESK, None)
