"""People: what they asked for, where they are reached, and how everything about them can go."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

import storage
from bot.model import Alert, Destination, Pace, Rule, Subscriber
from storage import destinations, outbox, people
from storage.chats import migrate_chat


@pytest.fixture
def do(store):
    return store.write_sync


def test_a_subscriber_comes_back_and_can_change(do, now):
    """Every setting is stored and can be stored anew."""
    given = Subscriber(0, "Kim", "ko", "Asia/Seoul", Pace.HOURLY, now)
    stored = do(lambda db: people.add_subscriber(db, given))
    changed = replace(stored, name="Lee", lang="en", tz="Europe/Berlin", pace=Pace.DIGEST, since=None)
    do(lambda db: people.update_subscriber(db, changed))

    assert stored == replace(given, id=1)
    assert do(people.subscribers) == [changed]
    assert do(lambda db: people.subscriber(db, 1)) == changed
    assert do(lambda db: people.subscriber(db, 2)) is None


def test_an_address_is_entered_once(do, reader):
    """The same chat of the same person is one destination; a forum topic of it is another."""
    place = reader("-100", group=True)

    assert do(lambda db: destinations.add_destination(db, replace(place, id=0))) == place
    topic = do(lambda db: destinations.add_destination(db, replace(place, id=0, thread=5)))
    assert topic == replace(place, id=2, thread=5)
    assert do(lambda db: destinations.destinations_of(db, place.subscriber)) == [place, topic]
    assert do(lambda db: destinations.find(db, "telegram", "-100", 5)) == topic
    assert do(lambda db: destinations.find(db, "telegram", "-100", 5, subscriber=99)) is None
    assert do(lambda db: destinations.destination(db, 99)) is None


def test_a_removed_address_can_come_back(do, reader, watch, now):
    """Removal takes its rules and its queue with it; entering it again opens it with the same id."""
    place = reader()
    watch(place)
    do(lambda db: outbox.enqueue(db, [Alert(place.id, "alert", "story:1", now)], now))
    do(lambda db: destinations.remove_destination(db, place.id, now))

    assert do(lambda db: destinations.find(db, "telegram", "77")) is None
    assert do(people.active_rules) == []
    assert do(lambda db: outbox.delivery(db, 1)).state == "dropped"
    assert do(lambda db: destinations.add_destination(db, replace(place, id=0))) == place
    assert do(lambda db: destinations.find(db, "telegram", "77")) == place


def test_mail_waits_for_its_opt_in(do, reader, now):
    """Only confirmed and open mail addresses get mail."""
    mail = reader("a@b.example", channel="email", confirmed=False)
    reader("77")

    assert do(destinations.mail_destinations) == []
    do(lambda db: destinations.confirm_destination(db, mail.id))
    assert do(destinations.mail_destinations) == [replace(mail, confirmed=True)]
    do(lambda db: destinations.pause_destination(db, mail.id, "bounced", now))
    assert do(destinations.mail_destinations) == []


def test_a_rule_comes_back_and_can_change(do, reader, watch):
    """Every part of a rule is stored and can be stored anew."""
    place = reader()
    rule = watch(place, "三星 AND chip", pace=Pace.SILENT, name="Samsung", min_grade=1)
    changed = replace(rule, text="芯片", pace=Pace.DIGEST, name="", min_grade=0, paused=True)

    assert do(people.active_rules) == [rule]
    do(lambda db: people.update_rule(db, changed))
    assert do(people.active_rules) == []
    assert do(lambda db: people.rules_of(db, place.subscriber)) == [changed]


def test_a_removed_rule_keeps_its_name(do, reader, watch, now):
    """It is no longer active and no longer listed, but an alert it made can still name it."""
    place = reader()
    rule = watch(place, name="Chips")
    do(lambda db: people.remove_rule(db, rule.id, now))

    assert do(people.active_rules) == []
    assert do(lambda db: people.rules_of(db, place.subscriber)) == []
    assert do(lambda db: people.rules_by_id(db, [rule.id, 99])) == {rule.id: rule}
    assert do(lambda db: people.audience(db, [rule.id])) == people.Audience({}, {}, {})


def test_a_subscription_that_ended(do, reader, watch, now):
    """Nothing is sent, nothing is matched, the record stays."""
    place = reader()
    watch(place)
    do(lambda db: outbox.enqueue(db, [Alert(place.id, "alert", "story:1", now)], now))
    do(lambda db: people.remove_subscriber(db, place.subscriber, now))

    assert do(people.subscribers) == []
    assert do(people.active_rules) == []
    assert do(lambda db: outbox.due(db, now, 9)) == []
    assert do(lambda db: db.execute("SELECT state, reason FROM outbox").fetchall()) == [
        ("dropped", "the subscription ended")
    ]


def test_forgetting_is_complete(do, reader, watch, verdict, now):
    """No row of any table holds anything of the person; others keep theirs."""
    place, other = reader("secret-address"), reader("other-address")
    watch(place, "secret-rule")
    watch(other, "other-rule")
    do(lambda db: storage.remember(db, verdict(["One"], place.id), now))
    do(lambda db: storage.remember(db, verdict(["Two"], other.id, first=2), now))
    do(lambda db: outbox.begin(db, 1, now))
    do(lambda db: people.forget(db, place.subscriber))

    def everything(db):
        names = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return repr([db.execute(f"SELECT * FROM [{name}]").fetchall() for name in names])

    left = do(everything)
    assert "secret" not in left
    assert "other-address" in left
    assert "other-rule" in left
    assert do(lambda db: db.execute("SELECT count(*) FROM attempts").fetchone()) == (0,)
    assert len(do(lambda db: outbox.due(db, now, 9))) == 1


async def test_forgotten_means_gone_from_the_file(store, reader, watch, path):
    """After the log is emptied, no byte of the address or the rule is left on the disk."""
    place = reader("secret-address")
    watch(place, "secret-rule")
    await store.tidy()
    before = path.read_bytes().count(b"secret-")
    await store.write(lambda db: people.forget(db, place.subscriber))
    await store.tidy()

    assert before > 0
    assert path.read_bytes().count(b"secret-") == 0


def test_mydata_is_everything_as_json(do, reader, watch, verdict, now):
    """Person, places, rules (ended ones too) and messages; nothing of anybody else."""
    place, other = reader("77"), reader("88")
    rule = watch(place, "chip")
    watch(other, "foreign")
    do(lambda db: people.remove_rule(db, rule.id, now))
    do(lambda db: storage.remember(db, verdict(["One"], place.id), now))
    data = json.loads(json.dumps(do(lambda db: people.mydata(db, place.subscriber))))

    assert data["subscriber"]["since"] == "2026-11-22T03:00:00+00:00"
    assert [one["address"] for one in data["destinations"]] == ["77"]
    assert [one["text"] for one in data["rules"]] == ["chip"]
    assert data["messages"] == [
        {
            "kind": "alert",
            "event": "story:1",
            "state": "new",
            "created": "2026-11-22T03:00:00+00:00",
            "sent": None,
            "reason": "",
        }
    ]
    assert do(lambda db: people.mydata(db, 99)) == {}


def test_digests_go_to_mail_or_to_the_chat_that_asked(do, reader, watch, now):
    """A mail address gets one; without one, the chat of a rule of pace digest; everybody else none."""
    mail = reader("a@b.example", channel="email")
    chat = do(lambda db: destinations.add_destination(db, Destination(0, mail.subscriber, "telegram", "77")))
    watch(chat, pace=Pace.DIGEST)
    lone = reader("88")
    watch(lone, pace=Pace.DIGEST)
    watch(reader("99"))
    reader("c@d.example", channel="email", confirmed=False)

    def places():
        return [place for _, place in do(people.digest_readers)]

    assert places() == [mail, lone]
    do(lambda db: destinations.pause_destination(db, mail.id, "bounced", now))
    assert places() == [chat, lone]
    assert [person.id for person, _ in do(people.digest_readers)] == [mail.subscriber, lone.subscriber]


def test_a_chat_that_became_a_supergroup(do, reader, watch, now):
    """Every topic of it has the new id; rules, queue and settings stay; other chats too."""
    chat, topic, other = reader("-5", group=True), reader("-5", thread=3), reader("6")
    rule = watch(chat)
    do(lambda db: outbox.enqueue(db, [Alert(chat.id, "alert", "story:1", now)], now))

    assert do(lambda db: migrate_chat(db, "-5", "-1005", now)) == 2
    moved = do(lambda db: destinations.destinations_by_id(db, [chat.id, topic.id, other.id]))
    assert [one.address for one in moved.values()] == ["-1005", "-1005", "6"]
    assert moved[chat.id].group
    assert do(people.active_rules) == [rule]
    assert [one.destination.address for one in do(lambda db: outbox.due(db, now, 9))] == ["-1005"]
    assert do(lambda db: migrate_chat(db, "-5", "-1005", now)) == 0


def test_a_supergroup_that_was_known_already(do, reader, watch, now):
    """Rules and queue move over; what both chats were to be told is told once."""
    old = reader("-5")
    new = do(lambda db: destinations.add_destination(db, replace(old, id=0, address="-1005")))
    rule = watch(old)

    def enqueue(db):
        outbox.enqueue(db, [Alert(old.id, "alert", event, now) for event in ("story:1", "story:2")], now)
        outbox.enqueue(db, [Alert(new.id, "alert", "story:1", now)], now)

    do(enqueue)
    do(lambda db: migrate_chat(db, "-5", "-1005", now))
    due = do(lambda db: outbox.due(db, now, 9))

    assert sorted((one.destination.id, one.event) for one in due) == [(new.id, "story:1"), (new.id, "story:2")]
    assert do(people.active_rules) == [replace(rule, destination=new.id)]
    assert do(lambda db: destinations.find(db, "telegram", "-5")) is None
    assert do(lambda db: db.execute("SELECT reason FROM outbox WHERE state = 'dropped'").fetchall()) == [
        ("told in the new chat",)
    ]


def test_rules_belong_to_somebody(do):
    """A rule without a subscriber or destination is refused."""
    import sqlite3

    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        do(lambda db: people.add_rule(db, Rule(0, 9, "chip", 9)))


def test_since_is_kept_to_the_microsecond(do, now):
    """Nothing seen before a person joined is told to them: the instant is exact."""
    joined = now + timedelta(microseconds=1)
    do(lambda db: people.add_subscriber(db, Subscriber(0, since=joined)))

    assert do(people.subscribers)[0].since == joined


def test_a_persons_rules_are_counted_for_that_person(store, now):
    """The first rule of every reader is their rule 1; the number of one that ended last is free again."""

    def step(db) -> list[int]:
        numbers = []
        for name in ("a", "b"):
            reader = people.add_subscriber(db, Subscriber(0, name))
            place = destinations.add_destination(db, Destination(0, reader.id, "telegram", name))
            made = [people.add_rule(db, Rule(0, reader.id, text, place.id)) for text in ("x", "y", "z")]
            numbers.append([rule.number for rule in made])
        people.remove_rule(db, made[0].id, now)
        people.remove_rule(db, made[2].id, now)
        again = people.add_rule(db, Rule(0, reader.id, "w", place.id))
        return [*numbers, [rule.number for rule in people.rules_of(db, reader.id)], again.number]

    assert store.write_sync(step) == [[1, 2, 3], [1, 2, 3], [2, 3], 3]
