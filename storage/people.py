"""People: who subscribes, what they asked for, and everything kept about them."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from bot.model import Destination, Pace, Rule, Subscriber
from storage.destinations import destinations_by_id, destinations_of
from storage.encoding import instant, instant_or_none, listed, micros, micros_or_none, words_of

_SUBSCRIBER = (
    "SELECT id, name, lang, tz, pace, since, reads, quiet, snoozed, hourly_cap, heartbeat, digest_at, digest_days"
    " FROM subscribers"
)
_RULE = (
    "SELECT r.id, r.subscriber, r.text, r.destination, r.pace, r.name, r.min_grade, r.paused, r.created, r.urgent,"
    " r.number FROM rules AS r WHERE "
)


@dataclass(frozen=True, slots=True)
class Audience:
    """The rules that hit, and the people and places behind them; all by id."""

    rules: dict[int, Rule]
    subscribers: dict[int, Subscriber]
    destinations: dict[int, Destination]


def add_subscriber(db: Database, subscriber: Subscriber) -> Subscriber:
    """Stores a subscriber; the id is ours to give."""
    (number,) = db.execute(
        "INSERT INTO subscribers (name, lang, tz, pace, since, reads, quiet, snoozed, hourly_cap, heartbeat, digest_at,"
        " digest_days) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        _settings(subscriber),
    ).fetchone()
    return replace(subscriber, id=number)


def update_subscriber(db: Database, subscriber: Subscriber) -> None:
    """Stores a subscriber's changed settings."""
    db.execute(
        "UPDATE subscribers SET name = ?, lang = ?, tz = ?, pace = ?, since = ?, reads = ?, quiet = ?, snoozed = ?,"
        " hourly_cap = ?, heartbeat = ?, digest_at = ?, digest_days = ? WHERE id = ?",
        (*_settings(subscriber), subscriber.id),
    )


def _settings(person: Subscriber) -> tuple[Any, ...]:
    return (
        person.name,
        person.lang,
        person.tz,
        person.pace,
        micros_or_none(person.since),
        listed(person.reads),
        person.quiet,
        micros_or_none(person.snoozed),
        person.hourly_cap,
        person.heartbeat,
        person.digest_at,
        person.digest_days,
    )


def subscriber(db: Database, subscriber_id: int) -> Subscriber | None:
    """One subscriber; None if there is none."""
    return subscribers_by_id(db, [subscriber_id]).get(subscriber_id)


def subscribers(db: Database) -> list[Subscriber]:
    """Every subscriber, oldest first."""
    rows = db.execute(_SUBSCRIBER + " WHERE removed IS NULL ORDER BY id")
    return [_subscriber(row) for row in rows]


def subscribers_by_id(db: Database, ids: Iterable[int]) -> dict[int, Subscriber]:
    """Those of these subscribers that are not removed, by id."""
    rows = db.execute(
        _SUBSCRIBER + " WHERE id IN (SELECT value FROM json_each(?)) AND removed IS NULL",  # noqa: S608 - constants; values are bound
        (listed(ids),),
    )
    return {row[0]: _subscriber(row) for row in rows}


def remove_subscriber(db: Database, subscriber_id: int, now: datetime) -> None:
    """Ends a subscription but keeps the record; `forget` deletes it."""
    moment = micros(now)
    db.execute("UPDATE subscribers SET removed = ? WHERE id = ?", (moment, subscriber_id))
    db.execute("UPDATE rules SET removed = ? WHERE subscriber = ? AND removed IS NULL", (moment, subscriber_id))
    db.execute("UPDATE destinations SET removed = ? WHERE subscriber = ? AND removed IS NULL", (moment, subscriber_id))
    db.execute(
        "UPDATE outbox SET state = 'dropped', reason = 'the subscription ended', updated = ?"
        " WHERE destination IN (SELECT id FROM destinations WHERE subscriber = ?)"
        " AND state IN ('new', 'wait', 'unknown')",
        (moment, subscriber_id),
    )


def forget(db: Database, subscriber_id: int) -> None:
    """Deletes a person: subscriber, destinations, rules, and every message made for them."""
    # Destinations, rules, outbox and attempts follow by their foreign keys.
    db.execute("DELETE FROM subscribers WHERE id = ?", (subscriber_id,))


def add_rule(db: Database, rule: Rule) -> Rule:
    """Stores a rule; its id and its owner's number for it are ours to give."""
    added, number = db.execute(
        "INSERT INTO rules (subscriber, text, destination, pace, name, min_grade, paused, created, urgent, number)"
        " VALUES (?1, ?, ?, ?, ?, ?, ?, ?, ?,"
        "  (SELECT coalesce(max(number), 0) + 1 FROM rules WHERE subscriber = ?1 AND removed IS NULL))"
        " RETURNING id, number",
        (
            rule.subscriber,
            rule.text,
            rule.destination,
            rule.pace,
            rule.name,
            rule.min_grade,
            rule.paused,
            micros_or_none(rule.created),
            rule.urgent,
        ),
    ).fetchone()
    return replace(rule, id=added, number=number)


def update_rule(db: Database, rule: Rule) -> None:
    """Stores a rule's changed text, name, pace, destination, grade or pause."""
    db.execute(
        "UPDATE rules SET text = ?, destination = ?, pace = ?, name = ?, min_grade = ?, paused = ?, urgent = ?"
        " WHERE id = ?",
        (rule.text, rule.destination, rule.pace, rule.name, rule.min_grade, rule.paused, rule.urgent, rule.id),
    )


def remove_rule(db: Database, rule_id: int, now: datetime) -> None:
    """Ends a rule; its name stays for the alerts it made."""
    db.execute("UPDATE rules SET removed = ? WHERE id = ? AND removed IS NULL", (micros(now), rule_id))


def active_rules(db: Database) -> list[Rule]:
    """Every rule that is neither paused nor removed, by id."""
    return _rules(db, "r.removed IS NULL AND NOT r.paused")


def rules_of(db: Database, subscriber_id: int) -> list[Rule]:
    """A subscriber's rules, paused ones too, oldest first."""
    return _rules(db, "r.removed IS NULL AND r.subscriber = ?", subscriber_id)


def rules_by_id(db: Database, ids: Iterable[int]) -> dict[int, Rule]:
    """These rules by id, paused and removed ones too: an alert names the rule that made it."""
    return {rule.id: rule for rule in _rules(db, "r.id IN (SELECT value FROM json_each(?))", listed(ids))}


def audience(db: Database, rules: Iterable[int]) -> Audience:
    """Those of these rules that are still active, with their subscribers and destinations."""
    wanted = tuple(rules)
    if not wanted:  # most polls hit no rule
        return Audience({}, {}, {})
    ids = listed(wanted)
    active = _rules(db, "r.id IN (SELECT value FROM json_each(?)) AND r.removed IS NULL AND NOT r.paused", ids)
    return Audience(
        {rule.id: rule for rule in active},
        subscribers_by_id(db, {rule.subscriber for rule in active}),
        destinations_by_id(db, {rule.destination for rule in active}),
    )


def digest_readers(db: Database) -> list[tuple[Subscriber, Destination]]:
    """Who gets a daily digest, and where: every open mail address; without one, the chat of a rule of that pace."""
    rows = db.execute(
        "SELECT d.id, d.subscriber FROM destinations AS d"
        " WHERE d.confirmed AND d.paused = '' AND d.removed IS NULL AND (d.channel = 'email' OR ("
        "  EXISTS (SELECT 1 FROM rules AS r"
        "   WHERE r.destination = d.id AND r.pace = 'digest' AND r.removed IS NULL AND NOT r.paused)"
        "  AND NOT EXISTS (SELECT 1 FROM destinations AS m WHERE m.subscriber = d.subscriber AND m.channel = 'email'"
        "   AND m.confirmed AND m.paused = '' AND m.removed IS NULL))) ORDER BY d.id"
    ).fetchall()
    places = destinations_by_id(db, [row[0] for row in rows])
    readers = subscribers_by_id(db, {row[1] for row in rows})
    return [(readers[owner], places[place]) for place, owner in rows if owner in readers]


def mydata(db: Database, subscriber_id: int) -> dict[str, object]:
    """Everything stored about a person, ready for JSON; empty if there is nobody."""
    person = subscriber(db, subscriber_id)
    if person is None:
        return {}
    sent = db.execute(
        "SELECT o.kind, o.event, o.state, o.created, o.sent, o.reason FROM outbox AS o"
        " JOIN destinations AS d ON d.id = o.destination WHERE d.subscriber = ? ORDER BY o.id",
        (subscriber_id,),
    )
    return {
        "subscriber": _plain(asdict(person)),
        "destinations": [_plain(asdict(one)) for one in destinations_of(db, subscriber_id)],
        "rules": [_plain(asdict(one)) for one in _rules(db, "r.subscriber = ?", subscriber_id)],
        "messages": [
            {
                "kind": kind,
                "event": event,
                "state": state,
                "created": instant(created).isoformat(),
                "sent": instant(at).isoformat() if at is not None else None,
                "reason": reason,
            }
            for kind, event, state, created, at, reason in sent
        ],
    }


def _plain(fields: dict[str, Any]) -> dict[str, object]:
    return {name: value.isoformat() if isinstance(value, datetime) else value for name, value in fields.items()}


def _rules(db: Database, condition: str, *values: object) -> list[Rule]:
    rows = db.execute(_RULE + condition + " ORDER BY r.id", values)
    return [_rule(row) for row in rows]


def _rule(row: tuple[Any, ...]) -> Rule:
    own, owner, text, place, pace, name, min_grade, paused, created, urgent, number = row
    moment = instant_or_none(created)
    return Rule(own, owner, text, place, Pace(pace), name, min_grade, bool(paused), moment, bool(urgent), number)


def _subscriber(row: tuple[Any, ...]) -> Subscriber:
    number, name, lang, tz, pace, began, reads, quiet, snoozed, cap, heartbeat, digest_at, digest_days = row
    return Subscriber(
        number,
        name,
        lang,
        tz,
        Pace(pace),
        instant_or_none(began),
        words_of(reads),
        quiet,
        instant_or_none(snoozed),
        cap,
        bool(heartbeat),
        digest_at,
        digest_days,
    )
