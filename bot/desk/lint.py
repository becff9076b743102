"""What is wrong with rules that are already saved: they bring nothing, everything, or what another brings anyway."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import permutations

from bot.desk.containment import contained
from bot.desk.rules.nodes import Node
from bot.model import Rule

#: A rule brings everything when it brings so large a part of what the archive has.
EVERYTHING = 0.5
#: Articles that the archive must hold before its silence, or its agreement, says anything.
ENOUGH_ARTICLES, ENOUGH_HITS = 100, 5
#: A rule that was made since then has not had its chance yet.
YOUNG = timedelta(days=7)


class Trouble(StrEnum):
    """What may be wrong with a rule."""

    NEVER = "never"  # no hit in the days looked at
    EVERYTHING = "everything"  # most of the archive
    CONTAINED = "contained"  # whatever it brings, `other` brings too: shown from the wording
    WITHIN = "within"  # all that it brought, `other` brought too


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to tell a rule's owner."""

    rule: Rule
    trouble: Trouble
    hits: int = 0  # articles, in the days looked at
    other: Rule | None = None


@dataclass(slots=True)
class Record:
    """Which rules met which articles over some days."""

    looked: int = 0
    hits: defaultdict[int, set[int]] = field(default_factory=lambda: defaultdict(set))  # rule -> articles

    def take(self, article: int, rules: Iterable[int]) -> None:
        """Notes the rules that an article meets."""
        self.looked += 1
        for rule in rules:
            self.hits[rule].add(article)


def lint(rules: Sequence[Rule], roots: Mapping[int, Node], record: Record, now: datetime) -> tuple[Remark, ...]:
    """At most one remark on each rule, the plainest.

    Args:
        rules: the active ones.
        roots: what they ask for, by rule.
        record: of the articles of the last thirty days.
        now: UTC.
    """
    owned: dict[tuple[int, int], list[Rule]] = defaultdict(list)
    for rule in rules:
        owned[rule.subscriber, rule.destination].append(rule)
    found = {remark.rule.id: remark for remark in _alone(rules, record, now)}
    for beside in owned.values():
        for remark in _beside(beside, roots, record):
            found.setdefault(remark.rule.id, remark)
    return tuple(found[number] for number in sorted(found))


def _alone(rules: Iterable[Rule], record: Record, now: datetime) -> Iterable[Remark]:
    if record.looked < ENOUGH_ARTICLES:
        return
    for rule in rules:
        hits = len(record.hits[rule.id])
        if not hits and (rule.created is None or now - rule.created >= YOUNG):
            yield Remark(rule, Trouble.NEVER)
        elif hits >= EVERYTHING * record.looked:
            yield Remark(rule, Trouble.EVERYTHING, hits)


def _beside(rules: Sequence[Rule], roots: Mapping[int, Node], record: Record) -> Iterable[Remark]:
    """Rules that bring nothing of their own to the place they go to; of two that bring the same, the newer one."""
    idle: set[int] = set()
    for one, other in permutations(sorted(rules, key=lambda rule: -rule.id), 2):
        if other.id in idle or one.id in idle or other.min_grade > one.min_grade:
            continue
        trouble = _covered(one, other, roots, record)
        if trouble:
            idle.add(one.id)
            yield Remark(one, trouble, len(record.hits[one.id]), other)


def _covered(one: Rule, other: Rule, roots: Mapping[int, Node], record: Record) -> Trouble | None:
    if contained(roots[one.id], roots[other.id]):
        return Trouble.CONTAINED
    own: Collection[int] = record.hits[one.id]
    return Trouble.WITHIN if len(own) >= ENOUGH_HITS and record.hits[other.id].issuperset(own) else None
