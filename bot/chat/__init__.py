"""The Telegram conversation: one file per command.

A command is a module with `HELP` and `reply(asked, house)`, and `on_button(asked, house)` where it has buttons; menu
and /help are made from this tuple, in this order. `OPERATORS` are commands for the people of CHIPWIRE_ADMINS alone,
`BUTTONS` modules without a command. Those in `CHANGES` change what a chat gets: in a group, only its administrators
may use them; of those in `CHANGING_BUTTONS`, everybody may read the answer, and administrators press what is below it.
"""

COMMANDS = (
    "start",
    "topics",
    "watch",
    "try",
    "list",
    "unwatch",
    "latest",
    "search",
    "story",
    "why",
    "mute",
    "saved",
    "settings",
    "email",
    "snooze",
    "channel",
    "status",
    "mydata",
    "forget",
    "help",
)
OPERATORS = ("sources", "source", "stats", "invite", "broadcast")
BUTTONS = ("less", "rollup")
CHANGES = frozenset({"start", "unwatch", "snooze", "settings", "email", "forget", "mydata"})
CHANGING_BUTTONS = frozenset({"list", "topics", "watch", "mute", "less"})
