"""The real house, as the scripted hour uses it."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlite_utils import Database

from bot import letters
from bot.desk.topics import WHOLE_RULE
from bot.house import House
from bot.model import Delivery, DeliveryState, Destination, Message, Rule, Subscriber
from bot.outgoing import deliver_due
from bot.pipeline import Poll, poll_each
from storage import destinations, people


class Stage:
    """Polls, delivers and writes with a house whose reader is the console."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._reader = Destination(0, 0, "console", "-")

    async def enter_reader(self) -> None:
        """One subscriber who follows the whole topic on the console."""
        now, tz = self._house.now(), self._house.tz

        def step(db: Database) -> Destination:
            reader = people.add_subscriber(db, Subscriber(0, name="demo", tz=tz, since=now))
            place = destinations.add_destination(db, Destination(0, reader.id, "console", "-"))
            people.add_rule(db, Rule(0, reader.id, WHOLE_RULE, place.id, min_grade=1, created=now))
            return place

        self._reader = await self._house.store.write(step)
        await self._house.refresh_rules()

    async def poll(self, source_ids: Sequence[str]) -> Sequence[Poll]:
        """Visits these outlets now, due or not."""
        return await poll_each([self._house.sources[name] for name in source_ids], self._house)

    async def deliver(self) -> None:
        """Sends whatever is due."""
        while await deliver_due(self._house):
            pass

    async def write_digest(self, path: Path) -> None:
        """Writes the day's digest as a file."""
        now, house = self._house.now(), self._house
        day = now.astimezone(ZoneInfo(house.tz)).date()
        reader = replace(self._reader, channel="email")
        delivery = Delivery(0, reader, "digest", f"digest:{day}", DeliveryState.NEW, now, 0, now, tz=house.tz)
        message = await house.store.read(lambda db: _compose(db, house, delivery))
        await asyncio.to_thread(_keep, path, message.html)


def _compose(db: Database, house: House, delivery: Delivery) -> Message:
    return letters.digest(db, house.desk, delivery, delivery.created, press=house.press, sources=house.sources)


def _keep(path: Path, html: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(html, encoding="utf-8")
