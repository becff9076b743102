"""Which kind of update goes where."""

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler, CallbackQueryHandler, ChatMemberHandler, CommandHandler, MessageHandler, filters

from bot.chat import COMMANDS, OPERATORS
from bot.chat.switchboard import Switchboard

Handler = BaseHandler[Any, Any, Any]


def handlers(switchboard: Switchboard) -> list[Handler]:
    """The handlers of python-telegram-bot, the first that takes an update decides."""
    # An edited message is no second command.
    new = filters.UpdateType.MESSAGE
    return [
        *(CommandHandler(name, _named(switchboard, name), new) for name in (*COMMANDS, *OPERATORS)),
        CallbackQueryHandler(switchboard.press),
        ChatMemberHandler(switchboard.membership, ChatMemberHandler.MY_CHAT_MEMBER),
        MessageHandler(filters.StatusUpdate.MIGRATE, switchboard.migration),
        MessageHandler(new & filters.TEXT, switchboard.words),
    ]


def _named(switchboard: Switchboard, name: str) -> Any:
    async def handle(update: Update, _: object) -> None:
        await switchboard.command(name, update)

    return handle
