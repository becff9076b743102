"""From an update to the command that answers it; permission is checked here and nowhere else."""

from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from importlib import import_module
from keyword import iskeyword
from typing import Any

import structlog
from telegram import ChatMember, Update

from bot.chat import BUTTONS, CHANGES, CHANGING_BUTTONS, COMMANDS, OPERATORS
from bot.chat.access import Access, may_change
from bot.chat.answering import acknowledge, give
from bot.chat.asked import Asked, Reply, say
from bot.chat.reading import Heard, read
from bot.delivery.typography import clean
from bot.house import House
from storage import chats, destinations, membership, seals

log = structlog.get_logger()

_GONE = frozenset({ChatMember.LEFT, ChatMember.BANNED})
BLOCKED = "the bot was blocked or taken out"


def modules() -> dict[str, Any]:
    """Every module of the conversation by its name."""
    names = (*COMMANDS, *OPERATORS, *BUTTONS)
    return {name: import_module(f"bot.chat.{name}{'_' * iskeyword(name)}") for name in names}


@dataclass(slots=True)
class Switchboard:
    """Knows every command and who may use it."""

    house: House
    access: Access
    table: dict[str, Any] = field(default_factory=modules)

    async def command(self, name: str, update: Update) -> None:
        """A command was typed."""
        message = update.effective_message
        words = (message.text or "") if message else ""
        heard = await self._read(update, words.partition(" ")[2].strip())
        if heard is None:
            return
        if refusal := await self._refusal(name, heard, update, changes=name in CHANGES):
            await give(say(refusal), heard.asked, self.house)
            return
        asked = await self._placed(name, heard.asked)
        await self.house.store.write(lambda db: seals.answered(db, asked.chat, asked.user))
        await give(await self.table[name].reply(asked, self.house), asked, self.house)

    async def words(self, update: Update, _: object) -> None:
        """Words that are no command: the answer to a question of ours, a rule to be tried, or nothing for us."""
        message = update.effective_message
        text = (message.text or "").strip() if message else ""
        heard = await self._read(update, text)
        if heard is None:
            return
        asked = heard.asked
        action = await self.house.store.read(lambda db: seals.asked(db, asked.chat, asked.user, asked.now))
        if not action and asked.group:
            return
        name, _, rest = action.partition(" ")
        if not action and text.startswith("/") and asked.admitted:
            await give(say(_unknown(text, asked)), asked, self.house)
            return
        if not action:
            name = "try"
        if refusal := await self._refusal(name, heard, update, changes=name in CHANGES):
            await give(say(refusal), asked, self.house)
            return
        if not action:
            await give(await self.table[name].reply(asked, self.house), asked, self.house)
            return
        asked = replace(await self._placed(name, asked), words=f"{rest}\n{text}")
        await self.house.store.write(lambda db: seals.answered(db, asked.chat, asked.user))
        await give(await self.table[name].on_words(asked, self.house), asked, self.house)

    async def press(self, update: Update, _: object) -> None:
        """A button was pressed: an old, foreign or invented one is answered too, and does nothing."""
        query = update.callback_query
        assert query is not None
        heard = await self._read(update, "")
        if heard is None:
            await acknowledge(query.get_bot(), query.id)
            return
        asked, data = heard.asked, query.data or ""
        action = await self.house.store.read(lambda db: seals.unseal(db, data, asked.chat, asked.now))
        name, _, rest = action.partition(" ")
        if name not in self.table:
            log.info("chat", chat=asked.chat, user=asked.user, outcome="press without meaning")
            await acknowledge(query.get_bot(), query.id, asked.tell("chat.expired"))
            return
        heard = replace(heard, asked=replace(asked, words=rest))
        if refusal := await self._refusal(name, heard, update, changes=name in CHANGES | CHANGING_BUTTONS):
            await acknowledge(query.get_bot(), query.id, refusal)
            return
        asked = await self._placed(name, heard.asked)
        reply: Reply = await self.table[name].on_button(asked, self.house)
        await give(reply, asked, self.house, message_id=heard.message_id)
        await acknowledge(query.get_bot(), query.id, reply.toast)

    async def membership(self, update: Update, _: object) -> None:
        """The bot was blocked, taken out, or let in again."""
        change = update.my_chat_member
        assert change is not None
        chat, now = str(change.chat.id), self.house.now()
        if change.new_chat_member.status in _GONE:
            await self.house.store.write(lambda db: membership.close_chat(db, chat, BLOCKED, now))
        elif change.old_chat_member.status in _GONE:
            await self.house.store.write(lambda db: membership.open_chat(db, chat))

    async def migration(self, update: Update, _: object) -> None:
        """A group has become a supergroup: same people, another id."""
        message = update.effective_message
        assert message is not None
        old, new = message.chat.id, message.migrate_to_chat_id
        if message.migrate_from_chat_id:
            old, new = message.migrate_from_chat_id, message.chat.id
        now = self.house.now()
        await self.house.store.write(lambda db: chats.migrate_chat(db, str(old), str(new), now))

    async def apologize(self, update: Update) -> None:
        """A command failed by a mistake of ours, which the log holds."""
        heard = await self._read(update, "")
        if heard and heard.asked.admitted:
            if update.callback_query:
                await acknowledge(update.get_bot(), update.callback_query.id, heard.asked.tell("chat.sorry"))
            else:
                await give(say(heard.asked.tell("chat.sorry")), heard.asked, self.house)

    async def warn(self, update: Update) -> None:
        """Somebody asks too much: said once, before any work."""
        query = update.callback_query
        if query:
            await acknowledge(query.get_bot(), query.id)
        heard = await self._read(update, "")
        if heard and heard.asked.admitted:
            await give(say(heard.asked.tell("chat.slower")), heard.asked, self.house)

    async def _read(self, update: Update, words: str) -> Heard | None:
        name = update.get_bot().username
        return await read(update, words, self.house, self.access, name)

    async def _refusal(self, name: str, heard: Heard, update: Update, *, changes: bool) -> str:
        """Why this person may not do this here, in their words; "" when they may."""
        asked = heard.asked
        if name in OPERATORS and not (asked.operator or (name == "invite" and asked.inviting)):
            log.warning("chat", chat=asked.chat, user=asked.user, outcome="operator's command refused", command=name)
            return asked.tell("chat.operators")
        if not asked.admitted and not self._invited(name, asked):
            return asked.tell("chat.private", chat=asked.chat)
        if changes:
            bot = update.get_bot()
            if not await may_change(bot, asked.chat, asked.user, group=asked.group, as_chat=heard.as_chat):
                return asked.tell("chat.admins")
        return ""

    def _invited(self, name: str, asked: Asked) -> bool:
        """Whether a stranger comes with an invitation; /start looks at it."""
        return name == "start" and bool(asked.words)

    async def _placed(self, name: str, asked: Asked) -> Asked:
        """In a forum topic that is new to us, what changes something makes a place of its own."""
        place = asked.destination
        if place is None or place.thread == asked.thread:
            return asked
        if name not in CHANGES | CHANGING_BUTTONS:
            return replace(asked, destination=replace(place, thread=asked.thread))
        fresh = replace(place, id=0, thread=asked.thread)
        added = await self.house.store.write(lambda db: destinations.add_destination(db, fresh))
        return replace(asked, destination=added)


def _unknown(text: str, asked: Asked) -> str:
    """That there is no such command, and the one that looks most like it."""
    command = text.split(maxsplit=1)[0].partition("@")[0][:32]
    known = (*COMMANDS, *(OPERATORS if asked.operator else ()))
    (near,) = get_close_matches(command[1:].lower(), known, 1) or ("",)
    if near:
        return asked.tell("chat.unknown_near", command=clean(command), near=near)
    return asked.tell("chat.unknown", command=clean(command))
