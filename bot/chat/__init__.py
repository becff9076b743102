"""The Telegram conversation: one file per command.

A command is a module with `HELP` and `reply(asked, house)`; menu and /help are made from this tuple, in this order.
"""

COMMANDS = ("start", "watch", "list", "unwatch", "latest", "status", "help")
