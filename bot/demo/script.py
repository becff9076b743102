"""The demo's script: who reports what in which round, and how old news comes back in disguise."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from importlib.resources import files
from typing import Any

FIRST_NUMBER = 41001  # of an article's address; any number does


@dataclass(frozen=True, slots=True)
class Report:
    """One outlet's article about one event."""

    event: str
    outlet: str  # Source.id
    round: int  # the first round that shows it
    ago: timedelta  # how long before the world's start it was published
    title: str
    lead: str
    grade: int  # what the topic classifier ought to say
    number: int  # of its address, unique


@dataclass(frozen=True, slots=True)
class Repeat:
    """An article that the last round shows again, altered; nobody may be told of it twice."""

    event: str
    outlet: str
    how: frozenset[str]  # tracker, guid, https, slash, order, address, headline
    title: str = ""  # the new headline, if that is what changed


@dataclass(frozen=True, slots=True)
class Script:
    """Everything that happens in the demo."""

    reports: tuple[Report, ...]
    repeats: tuple[Repeat, ...]
    outages: frozenset[tuple[str, int]]  # outlet and round in which it shows a challenge page

    @property
    def rounds(self) -> int:
        """How often the outlets change; the repeats come in the last round."""
        return max(report.round for report in self.reports) + 1

    def first_seen(self, report: Report) -> int:
        """The first round in which a visitor can see the report."""
        number = report.round
        while (report.outlet, number) in self.outages:
            number += 1
        return number


def read_script() -> Script:
    """The bundled script."""
    told = json.loads(files("bot.demo").joinpath("script.json").read_text("utf-8"))
    return Script(
        reports=_reports(told["events"]),
        repeats=tuple(
            Repeat(entry["event"], entry["outlet"], frozenset(entry["how"]), entry.get("title", ""))
            for entry in told["repeats"]
        ),
        outages=frozenset((entry["outlet"], entry["round"]) for entry in told["outages"]),
    )


def _reports(events: list[Mapping[str, Any]]) -> tuple[Report, ...]:
    told = [(event, report) for event in events for report in event["reports"]]
    return tuple(
        Report(
            event=event["event"],
            outlet=report["outlet"],
            round=report["round"],
            ago=timedelta(minutes=report["ago"]),
            title=report["title"],
            lead=report["lead"],
            grade=report.get("grade", event["grade"]),
            number=number,
        )
        for number, (event, report) in enumerate(told, start=FIRST_NUMBER)
    )
