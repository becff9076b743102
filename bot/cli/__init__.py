"""Every `chipwire …` command: parses, calls, prints; decides nothing."""

import errno
import gc
import os
import re
import sys
from importlib import import_module
from typing import Annotated

import typer

#: Every command: the words that call it, the module it is in, and its function there.
COMMANDS: tuple[tuple[str, str, str], ...] = (
    ("demo", "running", "demo"),
    ("init", "setting_up", "init"),
    ("doctor", "setting_up", "doctor"),
    ("run", "running", "run"),
    ("poll", "running", "poll"),
    ("source list", "sources", "list_sources"),
    ("source test", "sources", "visit_source"),
    ("source new", "pack", "new"),
    ("source add", "pack", "add"),
    ("source enable", "pack", "enable"),
    ("source disable", "pack", "disable"),
    ("source import", "pack", "take_in"),
    ("source export", "pack", "give_out"),
    ("subscriber add", "people", "add"),
    ("subscriber list", "people", "list_people"),
    ("subscriber stop", "people", "stop"),
    ("try", "trying", "try_rule"),
    ("search", "trying", "search"),
    ("lint", "linting", "lint"),
    ("why", "why", "why"),
    ("backtest", "backtest", "backtest"),
    ("story join", "stories", "join"),
    ("story split", "stories", "split"),
    ("classify", "machine", "classify"),
    ("match", "machine", "match"),
    ("group", "machine", "group"),
    ("digest", "digests", "digest"),
    ("export", "reports", "export"),
    ("stats", "reports", "stats"),
    ("backup", "keeping", "back_up"),
    ("restore", "keeping", "restore"),
)
PROMISE = "News alerts on China, South Korea and semiconductors: the right story, once, at once, with the reason why."
GROUPS = {
    "source": "Outlets: what is polled, how it does, and what it would bring.",
    "story": "Stories: corrections of what was joined or kept apart.",
    "subscriber": "People: who is told of what, and where.",
}
_CHAT = re.compile(r"-\d{6,}")  # the id of a group on Telegram


def commands(first: str = "") -> typer.Typer:
    """The commands that begin with a word, or all of them where none does: importing what all need takes a second."""
    made = typer.Typer(
        name="chipwire",
        help=PROMISE,
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    made.callback()(options)
    groups = {name: typer.Typer(help=told, no_args_is_help=True) for name, told in GROUPS.items()}
    for name, group in groups.items():
        made.add_typer(group, name=name)
    wanted = [entry for entry in COMMANDS if entry[0].split()[0] == first]
    for words, module, function in wanted or COMMANDS:
        *group_name, name = words.split()
        command = getattr(import_module(f"bot.cli.{module}"), function)
        (groups[group_name[0]] if group_name else made).command(name)(command)
    return made


def __getattr__(name: str) -> typer.Typer:
    """`app`: every command, made when somebody asks for it."""
    if name != "app":
        raise AttributeError(name)
    return commands()


def _print_version(*, asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"chipwire {version('chipwire')}")
        raise typer.Exit


def options(
    *,
    asked: Annotated[
        bool, typer.Option("--version", help="print the version", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """What every command takes."""


def arguments(typed: list[str]) -> list[str]:
    """What was typed, the ids of Telegram groups, which begin with a minus, told apart from options."""
    groups = [] if "--" in typed else [word for word in typed if _CHAT.fullmatch(word)]
    return [*(word for word in typed if word not in groups), "--", *groups] if groups else typed


def main() -> None:
    """The `chipwire` command; a reader that stops reading ends it quietly, a full disk with a word."""
    called = commands(next(iter(sys.argv[1:]), ""))
    gc.freeze()  # what was imported stays
    try:
        called(arguments(sys.argv[1:]))
    except BrokenPipeError:
        _abandon_output()
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        typer.echo(f"the output could not be written: {error.strerror}", err=True)
        _abandon_output()


def _abandon_output() -> None:
    """Ends with a failure; Python would complain again while flushing at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(1)
