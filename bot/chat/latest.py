"""/latest: the three newest stories that the reader's rules match, in the layout of alerts."""

from bot.chat.archive import newest_alerts
from bot.chat.asked import Asked, Reply, say
from bot.house import House

HELP = ""


async def reply(asked: Asked, house: House) -> Reply:
    """Shown because it was asked for: nothing of it is an alert."""
    if asked.subscriber is None or asked.destination is None:
        return say(asked.tell("chat.stranger"))
    messages = await newest_alerts(asked.subscriber, asked.destination, house, asked.now)
    return Reply(messages) if messages else say(asked.tell("latest.none"))


async def on_button(asked: Asked, house: House) -> Reply:
    """See an example: the same."""
    return await reply(asked, house)
