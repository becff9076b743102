"""What was told is brought up to date where it stands, without a sound: how many outlets have the story by now.

Not a row of its own: the row whose message it is says when that was last tried and what it shows. Changes come after
everything else in the limits.
"""

from datetime import datetime

import structlog
from sqlite_utils import Database

from bot import letters
from bot.delivery.channels import Amending
from bot.delivery.outcomes import settle
from bot.delivery.sealing import seal
from bot.house import House
from bot.model import Delivery, DeliveryState, Message, Outcome, Settlement
from storage import Unwritable, amendments, destinations, seals

log = structlog.get_logger()

#: Messages looked at together.
HANDFUL = 200
#: Seconds that a change waits for its turn; later it is due again.
PATIENCE = 2.0


async def amend_due(house: House) -> int:
    """Brings messages up to date whose story has gone on; how many were changed."""
    if house.trouble or house.closing or house.amending:
        return 0
    now, house.amending = house.now(), True
    try:
        rows = await house.store.read(lambda db: amendments.due(db, now, HANDFUL))
        return sum([await _amend(row, house) for row in rows])
    except Unwritable as error:
        house.falter(error)
        return 0
    finally:
        house.amending = False


async def _amend(row: Delivery, house: House) -> bool:
    now, channel = house.now(), house.channels.get(row.destination.channel)
    if not isinstance(channel, Amending) or house.closing or not await _turn(row, house):
        return False
    message = await house.store.read(lambda db: letters.letter(db, house.desk, row, now))
    if message is None:  # muted meanwhile
        await house.store.write(lambda db: amendments.end(db, row.id, 0))
        return False
    sealed, kept = seal(message, row.destination.address, now)

    def begin(db: Database) -> None:
        seals.keep_seals(db, kept)
        amendments.begin(db, row.id, now)

    await house.store.write(begin)
    answer = await channel.edit(row.destination, row.message_id, channel.render(sealed, plain=row.plain))
    settled = settle(answer, 1, house.now(), plain=row.plain)
    house.limiter.heard(row.destination, settled, house.now())
    await house.store.write(lambda db: _end(db, row, message, settled, now))
    log.info("amend", delivery=row.id, outlets=message.outlets, outcome=settled.outcome.value, reason=settled.reason)
    return settled.outcome is Outcome.SENT


async def _turn(row: Delivery, house: House) -> bool:
    """Whether the chat's turn comes within patience; it is used."""
    if house.fatal and row.destination.channel == "telegram":
        return False
    waited = 0.0
    while wait := house.limiter.wait(row.destination, house.now(), urgent=False).total_seconds():
        waited += wait
        if waited > PATIENCE or house.closing:
            return False
        await house.pause(wait)
    return True


def _end(db: Database, row: Delivery, message: Message, settled: Settlement, now: datetime) -> None:
    if settled.outcome is Outcome.SENT:
        amendments.end(db, row.id, message.outlets)
        return
    if settled.state is DeliveryState.DROPPED:  # the message is gone, or cannot be changed
        amendments.end(db, row.id, 0)
    elif settled.plain:
        amendments.simplify(db, row.id)
    destinations.heed(db, row.destination.id, settled, now)
