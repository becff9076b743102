"""Readers who wish to hear once a day that nothing matched."""

from datetime import datetime, timedelta

from sqlite_utils import Database

from bot.model import Destination, Subscriber
from storage.destinations import destinations_by_id
from storage.encoding import micros
from storage.people import subscribers_by_id

DAY = timedelta(days=1)


def silent_readers(db: Database, now: datetime) -> list[tuple[Subscriber, Destination]]:
    """Who asked for the daily word and was told nothing for a day, with the first of their open places."""
    rows = db.execute(
        "SELECT s.id, min(d.id) FROM subscribers AS s JOIN destinations AS d ON d.subscriber = s.id"
        " WHERE s.heartbeat AND s.removed IS NULL AND s.since < ?1"
        " AND d.confirmed AND d.paused = '' AND d.removed IS NULL AND d.channel <> 'email'"
        " AND NOT EXISTS (SELECT 1 FROM outbox AS o JOIN destinations AS p ON p.id = o.destination"
        "  WHERE p.subscriber = s.id AND o.state = 'sent' AND o.sent > ?1) GROUP BY s.id",
        (micros(now - DAY),),
    ).fetchall()
    places = destinations_by_id(db, [row[1] for row in rows])
    people = subscribers_by_id(db, [row[0] for row in rows])
    return [(people[owner], places[place]) for owner, place in rows if owner in people and place in places]
