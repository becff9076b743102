"""/channel @name: a channel or group becomes a place for the reader's rules, all of it managed in private."""

from telegram.error import TelegramError

from bot.chat.access import may_change
from bot.chat.asked import Asked, Reply, say
from bot.delivery.channels.telegram import TelegramChannel
from bot.house import House
from bot.model import Destination
from storage import destinations

HELP = "@name"


async def reply(asked: Asked, house: House) -> Reply:
    """Asks Telegram whether the person runs the channel; then /list can lead rules there."""
    if asked.subscriber is None:
        return say(asked.tell("chat.stranger"))
    channel = house.channels["telegram"]
    name = asked.words.split()[0] if asked.words else ""
    if not name or asked.group or not isinstance(channel, TelegramChannel):
        return say(asked.tell("channel.usage"))
    try:
        chat = await channel.bot.get_chat(name if name.startswith("@") else int(name))
    except (TelegramError, ValueError):
        return say(asked.tell("channel.unknown"))
    address = str(chat.id)
    if chat.type == "private" or not await may_change(channel.bot, address, asked.user, group=True, as_chat=False):
        return say(asked.tell("channel.foreign"))
    owner = asked.subscriber.id
    place = Destination(0, owner, "telegram", address, group=True)
    await house.store.write(lambda db: destinations.add_destination(db, place))
    return say(asked.tell("channel.added", name=chat.title or name))
