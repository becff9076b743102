"""/invite: a link that lets somebody in, perhaps with a rule or a topic; for whoever may let people in."""

import secrets
from datetime import timedelta

from bot.chat.asked import Asked, Reply, say
from bot.chat.rules import read_rule, refused
from bot.desk.rules import RuleError
from bot.house import House
from storage import invitations

HELP = "[N] [RULE]"
LASTS = timedelta(days=14)
MOST = 10_000
#: So many strangers may the open links of one reader let in; an operator's are not counted.
MOST_OF_A_READER = 10


async def reply(asked: Asked, house: House) -> Reply:
    """`/invite` for one person, `/invite 50 topic:hbm` for fifty who are shown that topic."""
    first, _, rest = asked.words.partition(" ")
    uses, rule = (int(first), rest.strip()) if first.isdecimal() and int(first) else (1, asked.words)
    if rule:
        try:
            read_rule(rule, house)
        except RuleError as error:
            return refused(error, asked)
    uses = min(uses, MOST)
    if not asked.operator:
        given = await house.store.read(lambda db: invitations.letting_in(db, asked.user, asked.now))
        if given + uses > MOST_OF_A_READER:
            return say(asked.tell("invite.enough", most=MOST_OF_A_READER, left=max(0, MOST_OF_A_READER - given)))
    token, until = secrets.token_urlsafe(12), asked.now + LASTS
    await house.store.write(
        lambda db: invitations.add_invitation(db, token, asked.user, until, rule=rule, admits=True, uses=uses)
    )
    return say(
        asked.tell("invite.link", link=f"https://t.me/{asked.bot_name}?start={token}", days=LASTS.days, uses=uses)
    )


async def on_button(asked: Asked, house: House) -> Reply:
    """`N RULE`, from below a rule that was shared."""
    return await reply(asked, house)
