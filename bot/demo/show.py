"""What the person at the console sees of the demo, besides the alerts themselves."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table

from bot.model import FetchOutcome

ROUNDS = {
    1: (
        "first contact",
        "Whatever an outlet had published before we came is stored in silence, so that nobody is flooded.",
    ),
    2: (
        "news arrives",
        (
            "New articles are graded; those on topic become alerts, one a story: what other outlets report of it, "
            "in any language, joins it. One outlet hides behind a bot wall: nothing of that page is stored, "
            "and the others are on time."
        ),
    ),
    3: (
        "the same news again, in disguise",
        (
            "Articles come back with tracking links, new ids, https links, other addresses and corrected headlines. "
            "The walled outlet has recovered; what it reports joins a story told before."
        ),
    ),
}
ANSWERS = {
    FetchOutcome.FETCHED: "fetched",
    FetchOutcome.UNCHANGED: "[dim]unchanged[/dim]",
    FetchOutcome.FAILED: "[yellow]failed[/yellow]",
}


class PollReport(Protocol):
    """What one visit to one outlet brought."""

    @property
    def source(self) -> str:
        """Source.id."""

    @property
    def outcome(self) -> FetchOutcome:
        """What came of it."""

    @property
    def items(self) -> int:
        """Items in the document."""

    @property
    def new(self) -> int:
        """Articles stored."""

    @property
    def alerts(self) -> int:
        """Outbox rows written."""

    @property
    def reason(self) -> str:
        """Why it failed, in words."""


@dataclass(frozen=True, slots=True)
class Totals:
    """What the whole demo came to."""

    polls: int = 0
    unchanged: int = 0  # of polls
    stored: int = 0
    alerts: int = 0
    repeats: int = 0  # items shown again after the first round and recognised

    def plus(self, reports: Sequence[PollReport], *, first: bool) -> "Totals":
        """The totals after another round; what a first contact shows cannot be a repeat."""
        fetched = [report for report in reports if report.outcome is FetchOutcome.FETCHED]
        return Totals(
            polls=self.polls + len(reports),
            unchanged=self.unchanged + sum(report.outcome is FetchOutcome.UNCHANGED for report in reports),
            stored=self.stored + sum(report.new for report in reports),
            alerts=self.alerts + sum(report.alerts for report in reports),
            repeats=self.repeats + (0 if first else sum(report.items - report.new for report in fetched)),
        )


class Show:
    """Prints the demo's own lines; the alerts are printed by the console channel, as in earnest."""

    def __init__(self, console: Console) -> None:
        self._console = console

    def opening(self, *, outlets: int, origin: str, topic: str) -> None:
        """Say what is about to be seen, and that none of it is real news."""
        self._say(f"\n[bold]chipwire demo[/bold]: {outlets} sample outlets on {origin}; nothing else is asked.")
        self._say(
            "They retell events of 2022 to 2025 in words of our own, dated today, among ordinary other news. "
            f"One reader on this console follows [bold]{escape(topic)}[/bold]. Links open while the demo runs.\n"
        )

    def round_opens(self, number: int) -> None:
        """Head a round and say what to look for."""
        heading, meaning = ROUNDS[number]
        self._console.rule(f"[bold]Round {number}: {heading}[/bold]", align="left")
        self._say(meaning + "\n")

    @contextmanager
    def polling(self, total: int) -> Iterator[Progress]:
        """A bar that moves from outlet to outlet; on a terminal only, and gone afterwards."""
        columns = (TextColumn("polling {task.description}"), BarColumn(), MofNCompleteColumn())
        with Progress(
            *columns, console=self._console, transient=True, disable=not self._console.is_terminal
        ) as progress:
            progress.add_task("", total=total)
            yield progress

    def outlets(self, reports: Sequence[PollReport], names: Mapping[str, str], labels: Mapping[str, str]) -> None:
        """One line per outlet: how it was read, what it answered, what came of it; then every failure in words."""
        table = Table(box=None, pad_edge=False, header_style="dim")
        for heading in ("outlet", "read as", "answer"):
            table.add_column(heading)
        for heading in ("items", "new", "alerts"):
            table.add_column(heading, justify="right")
        for report in reports:
            table.add_row(
                escape(names[report.source]),
                labels[report.source],
                ANSWERS[report.outcome],
                *(str(count) if count else "[dim]·[/dim]" for count in (report.items, report.new, report.alerts)),
            )
        self._console.print(table)
        for report in reports:
            if report.outcome is FetchOutcome.FAILED:
                self._say(f"[yellow]{escape(names[report.source])}: {escape(report.reason)}[/yellow]")
        self._console.print()

    def round_closes(self, number: int, reports: Sequence[PollReport], *, disguised: int, expected: int) -> None:
        """One sentence on what the round has shown.

        Args:
            number: the round.
            reports: its visits.
            disguised: how many old articles it showed in another guise.
            expected: how many articles were shown for the first time.
        """
        new, alerts = sum(report.new for report in reports), sum(report.alerts for report in reports)
        closing = f"{new} new, {alerts} alert{'' if alerts == 1 else 's'}."
        if number == 1:
            closing += " From now on, news is told at once."
        if disguised:
            known = disguised - max(0, new - expected)
            closing += f" {known} of {disguised} altered articles were recognised as old."
        self._say(f"{closing}\n")

    def summary(self, totals: Totals, digest: Path) -> None:
        """The line to remember, and what to do next."""
        self._console.rule("[bold]Done[/bold]", align="left")
        self._say(
            f"{totals.polls} polls ({totals.unchanged} unchanged), {totals.stored} articles stored, "
            f"{totals.alerts} alerts, {totals.repeats} repeats suppressed, digest: {digest}",
            soft_wrap=True,
        )
        self._say(
            "Next: [bold]chipwire init[/bold] writes your settings, [bold]chipwire doctor[/bold] checks them, "
            "[bold]chipwire run[/bold] starts the watch.\n"
        )

    def staying(self) -> None:
        """Say that the demo goes on, and how it ends."""
        self._say("The outlets go on being polled. Ctrl-C ends the demo.")

    def heartbeat(self, reports: Sequence[PollReport]) -> None:
        """One dim line for a round without news."""
        unchanged = sum(report.outcome is FetchOutcome.UNCHANGED for report in reports)
        new = sum(report.new for report in reports)
        self._say(f"[dim]{len(reports)} outlets asked: {unchanged} unchanged, {new} new[/dim]")

    def _say(self, words: str, *, soft_wrap: bool = False) -> None:
        self._console.print(words, highlight=False, soft_wrap=soft_wrap)
