"""digest, export, stats: what the archive holds, for people and machines."""

from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text as RichText
from sqlite_utils import Database

from bot.cli import opening
from bot.cli.lines import say
from storage import articles, figures, sendings


def export() -> None:
    """Every stored article as JSON lines, oldest first."""
    with opening.refusals(), opening.store() as store:
        store.read_sync(_export)


def _export(db: Database) -> None:
    for row in articles.export(db):
        say(row)


def stats(*, as_json: Annotated[bool, typer.Option("--json", help="one JSON object")] = False) -> None:
    """How much is stored, how the outbox stands and why, and how soon alerts arrive."""
    with opening.refusals(), opening.store() as store:
        now = opening.now()
        found = store.read_sync(figures.counts)
        queues = store.read_sync(lambda db: figures.queues(db, now))
        reasons = store.read_sync(lambda db: sendings.reasons(db, now))
        delays = store.read_sync(lambda db: sendings.delays(db, now))
    if as_json:
        say({**found, "outbox": queues, "reasons": reasons, "delays": delays})
        return
    table = Table(pad_edge=False, show_header=False)
    for name, count in found.items():
        table.add_row(name, f"{count:,}")
    for state, queue in queues.items():
        table.add_row(f"outbox: {state}", f"{queue['count']:,}, oldest {queue['oldest_seconds']:,} s")
    for state, causes in reasons.items():
        for reason, count in causes.items():
            table.add_row(f"{state} because", RichText(f"{count:,} × {reason}"))
    for since, spread in delays.items():
        if spread["count"]:
            shown = ", ".join(f"{name} {spread[name]:,.0f} s" for name in ("p50", "p90", "p99"))
            table.add_row(f"accepted {since.replace('_', ' ')}", f"{shown} ({spread['count']:,} alerts in a day)")
    Console().print(table)
