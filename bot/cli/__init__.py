"""Every `chipwire …` command: parses, calls, prints; decides nothing."""

import errno
import os
import sys
from collections.abc import Callable
from importlib.metadata import version
from typing import Annotated

import typer

from bot.cli import (
    backtest,
    digests,
    keeping,
    linting,
    machine,
    pack,
    people,
    reports,
    running,
    setting_up,
    sources,
    stories,
    trying,
    why,
)

app = typer.Typer(
    name="chipwire",
    help="News alerts on China, South Korea and semiconductors: the right story, once, at once, with the reason why.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
source_commands = typer.Typer(
    help="Outlets: what is polled, how it does, and what it would bring.", no_args_is_help=True
)
subscriber_commands = typer.Typer(help="People: who is told of what, and where.", no_args_is_help=True)
story_commands = typer.Typer(help="Stories: corrections of what was joined or kept apart.", no_args_is_help=True)
app.add_typer(source_commands, name="source")
app.add_typer(story_commands, name="story")
app.add_typer(subscriber_commands, name="subscriber")

COMMANDS: tuple[tuple[typer.Typer, str, Callable[..., None]], ...] = (
    (app, "demo", running.demo),
    (app, "init", setting_up.init),
    (app, "doctor", setting_up.doctor),
    (app, "run", running.run),
    (app, "poll", running.poll),
    (source_commands, "list", sources.list_sources),
    (source_commands, "test", sources.visit_source),
    (source_commands, "new", pack.new),
    (source_commands, "add", pack.add),
    (source_commands, "enable", pack.enable),
    (source_commands, "disable", pack.disable),
    (source_commands, "import", pack.take_in),
    (source_commands, "export", pack.give_out),
    (subscriber_commands, "add", people.add),
    (subscriber_commands, "list", people.list_people),
    (subscriber_commands, "stop", people.stop),
    (app, "try", trying.try_rule),
    (app, "search", trying.search),
    (app, "lint", linting.lint),
    (app, "why", why.why),
    (app, "backtest", backtest.backtest),
    (story_commands, "join", stories.join),
    (story_commands, "split", stories.split),
    (app, "classify", machine.classify),
    (app, "match", machine.match),
    (app, "group", machine.group),
    (app, "digest", digests.digest),
    (app, "export", reports.export),
    (app, "stats", reports.stats),
    (app, "backup", keeping.back_up),
    (app, "restore", keeping.restore),
)
for group, name, command in COMMANDS:
    group.command(name)(command)


def _print_version(*, asked: bool) -> None:
    if asked:
        typer.echo(f"chipwire {version('chipwire')}")
        raise typer.Exit


@app.callback()
def options(
    *,
    asked: Annotated[
        bool, typer.Option("--version", help="print the version", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """What every command takes."""


def main() -> None:
    """The `chipwire` command; a reader that stops reading ends it quietly, a full disk with a word."""
    try:
        app()
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
