"""How every command gets at settings, sources and the store, and how refusals reach a person."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import typer

from bot.archive import open_store
from bot.config import ConfigError, Settings, load_feeds, load_settings
from bot.model import Source
from storage import InstanceRunning, StorageError, Store

BAD_USAGE, TRY_AGAIN, FATAL_AT_START = 2, 75, 78
_LONGEST_NUMBER = 19  # digits that SQLite may not hold


def now() -> datetime:
    """The moment at which a command was given, UTC."""
    return datetime.now(UTC)  # noqa: TID251 - a one-shot command is its own composition root


@contextmanager
def refusals() -> Iterator[None]:
    """Turns the refusals of the rooms into words on stderr and the agreed exit status."""
    try:
        yield
    except ConfigError as error:
        for problem in error.problems:
            typer.echo(problem, err=True)
        raise typer.Exit(BAD_USAGE) from None
    except InstanceRunning as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(TRY_AGAIN) from None
    except StorageError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None


def settings() -> Settings:
    """The operator's settings, from the environment and `.env` in the working folder."""
    return load_settings(os.environ, Path(".env"))


def all_sources(chosen: Settings) -> tuple[Source, ...]:
    """The whole source pack."""
    return load_feeds(chosen.feeds)


def enabled_sources(chosen: Settings) -> tuple[Source, ...]:
    """The sources that are switched on."""
    return tuple(source for source in all_sources(chosen) if source.enabled)


def require_any(chosen: Sequence[Source]) -> None:
    """Refuses to work for no outlet at all, which would look like a quiet day for ever."""
    if not chosen:
        typer.echo("no source is enabled; switch some on with `chipwire source enable ID…`", err=True)
        raise typer.Exit(BAD_USAGE)


@contextmanager
def store() -> Iterator[Store]:
    """The archive for one command, beside a running house if there is one."""
    opened = open_store(settings().db, now())
    try:
        yield opened
    finally:
        opened.close_sync()


def row(told: int | str) -> int:
    """A row's number as it was typed; of one longer than any archive counts 0, which no row has."""
    digits = str(told)
    return int(digits) if len(digits) < _LONGEST_NUMBER else 0


def terminal() -> bool:
    """Whether a person is watching."""
    return sys.stdout.isatty()
