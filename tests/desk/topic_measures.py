"""Precision, recall and their kin over the labelled set of the topic."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.desk.topics import Classifier
from bot.model import Judgement, Text

LABELLED = Path(__file__).parents[1] / "data" / "topic.jsonl"
#: By somebody who had not seen the desk; half of it was looked at after the first measure, the other half never.
UNSEEN = LABELLED.with_name("topic_unseen.jsonl")
#: By yet another hand, later and in more kinds of headline; halved the same way, at random within label and language.
FRESH = LABELLED.with_name("topic_fresh.jsonl")


@dataclass(frozen=True, slots=True)
class Item:
    """A labelled item and what the classifier makes of it."""

    id: str
    lang: str
    title: str
    lead: str
    grade: int
    hard: bool
    held: bool  # never looked at while tuning
    judgement: Judgement

    @property
    def relevant(self) -> bool:
        """Whether the label says so."""
        return self.grade >= 1

    @property
    def found(self) -> bool:
        """Whether the classifier says so."""
        return self.judgement.grade >= 1


def judged(classifier: Classifier, path: Path = LABELLED) -> tuple[Item, ...]:
    """Every item of a labelled set, judged."""
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return tuple(
        Item(
            row["id"], row["lang"], row["title"], row["lead"], row["grade"], row["hard"], row["held"],
            classifier.judge(Text(row["id"], row["title"], row["lead"], lang=row["lang"])),
        )
        for row in rows
    )  # fmt: skip


def share(items: Iterable[Item], holds: Callable[[Item], bool]) -> float:
    """The share of items of which something holds; 1 of none."""
    answers = [holds(item) for item in items]
    return sum(answers) / len(answers) if answers else 1.0


def precision(items: Sequence[Item]) -> float:
    """How much of what was found is relevant."""
    return share([item for item in items if item.found], lambda item: item.relevant)


def recall(items: Sequence[Item]) -> float:
    """How much of what is relevant was found."""
    return share([item for item in items if item.relevant], lambda item: item.found)


def f1(items: Sequence[Item]) -> float:
    """The harmonic mean of both."""
    p, r = precision(items), recall(items)
    return 2 * p * r / (p + r) if p + r else 0.0


def hard_precision(items: Sequence[Item]) -> float:
    """Precision against the hard negatives alone."""
    return precision([item for item in items if item.relevant or item.hard])


def hard_rejected(items: Sequence[Item]) -> float:
    """The share of hard negatives that are not found."""
    return share([item for item in items if item.hard], lambda item: not item.found)


def recall_of(grade: int, items: Sequence[Item]) -> float:
    """Recall of the items labelled with a grade."""
    return recall([item for item in items if item.grade == grade])


def average_precision(items: Sequence[Item]) -> float:
    """How well the score ranks relevant items above the others."""
    ranked = sorted(items, key=lambda item: -item.judgement.score)
    hits, total = 0, 0.0
    for place, item in enumerate(ranked, 1):
        if item.relevant:
            hits += 1
            total += hits / place
    return total / hits


def groups(items: Sequence[Item]) -> dict[str, list[Item]]:
    """The parts a table has a line for."""
    return {
        "all": list(items),
        "tuned on": [item for item in items if not item.held],
        "held out": [item for item in items if item.held],
        **{lang: [item for item in items if item.lang == lang] for lang in ("en", "ko", "zh-Hans", "zh-Hant")},
        "zh": [item for item in items if item.lang.startswith("zh")],
    }


def table(items: Sequence[Item]) -> str:
    """The precision and recall table, with the misses counted by the branch that made them."""
    lines = [f"{'':9} {'n':>4}  P     R     F1    core  rel.  hard  AP    grade"]
    for name, part in groups(items).items():
        figures = (
            precision(part), recall(part), f1(part), recall_of(2, part), recall_of(1, part), hard_rejected(part),
            average_precision(part), share(part, lambda item: item.grade == item.judgement.grade),
        )  # fmt: skip
        lines.append(f"{name:9} {len(part):4}  " + " ".join(f"{figure:.3f}" for figure in figures))
    for kind, wrong in (
        ("missed", [item for item in items if item.relevant and not item.found]),
        ("false alarm", [item for item in items if item.found and not item.relevant]),
    ):
        branches = [item.judgement.why[-1].concept for item in wrong]
        lines += [f"{kind}: {branches.count(branch)} by {branch}" for branch in dict.fromkeys(branches)]
    return "\n".join(lines)
