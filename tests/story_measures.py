"""What a grouping is worth: pairwise and BCubed figures, duplicate alerts, stories never alerted, the silent band."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from bot.desk.grouping import Grouping, Submitted
from bot.desk.stories.thresholds import Thresholds
from bot.desk.topics import Gazetteer

OWN_SET = Path(__file__).parent / "data" / "stories.jsonl"
#: Each was written by somebody who had not seen the desk or another set. Weights are fitted on the first three; what
#: they are worth elsewhere, the last one says.
SECOND_SET, THIRD_SET, UNSEEN_SET = (
    OWN_SET.with_name(f"stories_{name}.jsonl") for name in ("second", "third", "unseen")
)
#: All stories of the squeezed set begin within this span.
SPAN = timedelta(hours=60)


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article of the set and the story it truly reports."""

    article: Submitted
    story: str
    saga: str
    lang: str


class Score(NamedTuple):
    """Precision, recall and their harmonic mean."""

    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True)
class Measures:
    """One run's figures."""

    bcubed: Score
    pairs: Score
    cross: Score  # pairs of two languages
    duplicate_alerts: float
    never_alerted: float
    silent: Score  # the MERGE band: precision of its pairs, recall across languages
    outcomes: Mapping[str, int]


def load(path: Path = OWN_SET) -> list[Labelled]:
    """The labelled set in time order."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    labelled = [
        Labelled(
            Submitted(
                row["id"],
                row["outlet"],
                row["title"],
                row["lead"],
                datetime.fromisoformat(row["published"]),
                "",
                row["lang"],
            ),
            row["group"],
            row["saga"],
            row["lang"][:2],
        )
        for row in rows
    ]
    return in_order(labelled)


def in_order(labelled: Iterable[Labelled]) -> list[Labelled]:
    """By time, then by id."""
    return sorted(labelled, key=lambda one: (one.article.published, one.article.id))


def squeezed(labelled: Sequence[Labelled]) -> list[Labelled]:
    """The same stories in the same order, begun within 60 hours; delays within a story beyond 8 h shrink to a fifth."""
    first: dict[str, datetime] = {}
    for one in labelled:
        first[one.story] = min(first.get(one.story, one.article.published), one.article.published)
    order = sorted(first, key=lambda story: (first[story], story))
    start = min(first.values())
    begins = {
        story: start + (SPAN - timedelta(hours=8)) * at / max(1, len(order) - 1) for at, story in enumerate(order)
    }
    moved = []
    for one in labelled:
        delay = one.article.published - first[one.story]
        if delay > timedelta(hours=8):
            delay = min(delay, timedelta(hours=40)) / 5
        when = min(begins[one.story] + delay, start + SPAN)
        moved.append(replace(one, article=replace(one.article, published=when)))
    return in_order(moved)


def group(labelled: Sequence[Labelled], gazetteer: Gazetteer, thresholds: Thresholds | None = None) -> Measures:
    """Groups a set in its order and measures the result."""
    grouping = Grouping(gazetteer, thresholds)
    answers = [grouping.place(one.article) for one in labelled]
    stories = [str(answer["story"]) for answer in answers]
    duplicate, never = _alerts(labelled, answers)
    return Measures(
        bcubed=_bcubed(labelled, stories),
        pairs=_pairs(labelled, stories, cross=False),
        cross=_pairs(labelled, stories, cross=True),
        duplicate_alerts=duplicate,
        never_alerted=never,
        silent=_silent(labelled, answers),
        outcomes=Counter(_named(answer) for answer in answers),
    )


def as_line(name: str, found: Measures) -> str:
    """One line of the printed table."""
    scores = " ".join(
        f"{what} {score.precision:.3f}/{score.recall:.3f}/{score.f1:.3f}"
        for what, score in (("BCubed", found.bcubed), ("pairs", found.pairs), ("cross", found.cross))
    )
    return (
        f"{name:22} {scores} | duplicate alerts {found.duplicate_alerts:.3f} never {found.never_alerted:.3f}"
        f" | MERGE P {found.silent.precision:.3f} cross R {found.silent.recall:.3f} | {dict(found.outcomes)}"
    )


def _named(answer: Mapping[str, object]) -> str:
    return "next step" if answer["outcome"] == "thread" and "related_to" in answer else str(answer["outcome"])


def _score(true: float, predicted: float, actual: float) -> Score:
    precision = true / predicted if predicted else 1.0
    recall = true / actual if actual else 1.0
    return Score(precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0)


def _bcubed(labelled: Sequence[Labelled], stories: Sequence[str]) -> Score:
    together = Counter((one.story, story) for one, story in zip(labelled, stories, strict=True))
    found, true = Counter(stories), Counter(one.story for one in labelled)
    precision = sum(count * count / found[story] for (_, story), count in together.items()) / len(labelled)
    recall = sum(count * count / true[story] for (story, _), count in together.items()) / len(labelled)
    return Score(precision, recall, 2 * precision * recall / (precision + recall))


def _pairs(labelled: Sequence[Labelled], stories: Sequence[str], *, cross: bool) -> Score:
    true = predicted = actual = 0
    for at, one in enumerate(labelled):
        for before in range(at):
            other = labelled[before]
            if cross and one.lang == other.lang:
                continue
            same, meant = stories[at] == stories[before], one.story == other.story
            true, predicted, actual = true + (same and meant), predicted + same, actual + meant
    return _score(true, predicted, actual)


def _alerts(labelled: Sequence[Labelled], answers: Sequence[Mapping[str, object]]) -> tuple[float, float]:
    """Alerts for a story alerted before, of all alerts; stories none of whose articles opened one, of all stories."""
    alerts = repeated = 0
    told: set[str] = set()
    opened: set[str] = set()
    for one, answer in zip(labelled, answers, strict=True):
        if _named(answer) in {"new", "next step"}:
            opened.add(one.story)
        if answer["outcome"] == "new":
            alerts += 1
            repeated += one.story in told
            told.add(one.story)
    return repeated / max(1, alerts), 1 - len(opened) / len({one.story for one in labelled})


def _silent(labelled: Sequence[Labelled], answers: Sequence[Mapping[str, object]]) -> Score:
    members: dict[object, list[Labelled]] = defaultdict(list)
    placed: dict[str, list[tuple[Labelled, object]]] = defaultdict(list)
    pairs = right = joined = cross = 0
    for one, answer in zip(labelled, answers, strict=True):
        silent = answer["outcome"] in {"merge", "copy", "duplicate", "revision"}
        if silent:
            pairs += len(members[answer["story"]])
            right += sum(other.story == one.story for other in members[answer["story"]])
        for other, story in placed[one.story]:
            if other.lang != one.lang:
                cross += 1
                joined += silent and story == answer["story"]
        members[answer["story"]].append(one)
        placed[one.story].append((one, answer["story"]))
    return Score(right / max(1, pairs), joined / max(1, cross), 0.0)
