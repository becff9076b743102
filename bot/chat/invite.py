"""/invite: a link that lets somebody in, perhaps with a rule or a topic; for operators."""

import secrets
from datetime import timedelta

from bot.chat.asked import Asked, Reply, say
from bot.chat.rules import read_rule, refused
from bot.desk.rules import RuleError
from bot.house import House
from storage import invitations

HELP = "[N] [RULE]"
LASTS = timedelta(days=14)


async def reply(asked: Asked, house: House) -> Reply:
    """`/invite` for one person, `/invite 50 topic:hbm` for fifty who are shown that topic."""
    first, _, rest = asked.words.partition(" ")
    uses, rule = (int(first), rest.strip()) if first.isdecimal() and int(first) else (1, asked.words)
    if rule:
        try:
            read_rule(rule, house)
        except RuleError as error:
            return refused(error, asked)
    token, until = secrets.token_urlsafe(12), asked.now + LASTS
    await house.store.write(
        lambda db: invitations.add_invitation(
            db, token, asked.user, until, rule=rule, admits=True, uses=min(uses, 10_000)
        )
    )
    return say(
        asked.tell("invite.link", link=f"https://t.me/{asked.bot_name}?start={token}", days=LASTS.days, uses=uses)
    )
