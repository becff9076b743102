"""backup, restore: copies of the database that were opened and found whole."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli import opening
from storage import BackupReport, backup, check_backup
from storage.instance import FileLock


def back_up(
    to: Annotated[Path | None, typer.Argument(help="the copy; without it, a dated one in `backups` beside it")] = None,
) -> None:
    """Copy the database while the house runs, and check the copy."""
    with opening.refusals(), opening.store() as store:
        report = store.backup_sync(to or backup.name_for(store.path, opening.now()))
    typer.echo(told(report))


def restore(
    source: Annotated[Path, typer.Argument(metavar="FILE", help="a backup")],
    *,
    check: Annotated[bool, typer.Option("--check", help="look at it only")] = False,
) -> None:
    """Put a backup in the database's place; the old file is set aside, never deleted."""
    with opening.refusals():
        report = check_backup(source)
        typer.echo(told(report))
        if check:
            return
        database = opening.settings().db
        lock = FileLock(database.with_name(database.name + ".lock"))
        database.parent.mkdir(parents=True, exist_ok=True)
        lock.take()
        try:
            aside = backup.restore(database, source, opening.now())
        finally:
            lock.free()
    typer.echo(f"{database} is now this backup" + (f"; the old file is {aside}" if aside else ""))
    typer.echo(
        "Next: `chipwire doctor`, then start the service. What outlets still show is read again; messages that were"
        " sent after the backup was made may come once more, but none older than a day."
    )


def told(report: BackupReport) -> str:
    """What a backup holds, in a line."""
    return (
        f"{report.path} is whole: {report.bytes:,} bytes, {report.articles:,} articles, {report.subscribers:,} readers,"
        f" {report.waiting:,} messages waiting, schema {report.schema}"
    )
