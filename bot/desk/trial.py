"""What a rule would have brought: counted over the archive before it is saved."""

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

from bot.desk.rules import Query
from bot.desk.rules.nodes import And, Concept, Filter, Node, Not, Or, atoms
from bot.model import Article

#: More stories a day than this, and a rule is called broad.
BROAD = 15
#: Days of archive below which nothing is said about volume.
ENOUGH = 3
#: Candidates looked at one by one; of more, every so-many-th stands for all, so that an answer takes no two seconds.
MOST, MOST_GRADED = 1_500, 400
_BARS = "▁▂▃▄▅▆▇█"
K = TypeVar("K", bound=Hashable)


def needs_names(query: Query) -> bool:
    """Whether an article must be graded again for a rule: who is named in it is not stored in a form to search."""
    return any(isinstance(atom, Concept) for atom in atoms(query.root))


def names_only_add(query: Query) -> bool:
    """Whether grading an article again can only make it meet a rule: no name is excluded, no topic asked for."""
    return not _excludes_names(query.root) and not any(
        isinstance(atom, Filter) and atom.name == "topic" for atom in atoms(query.root)
    )


def _excludes_names(node: Node) -> bool:
    match node:
        case Not(child):
            return any(isinstance(atom, Concept) for atom in atoms(child))
        case And(nodes) | Or(nodes):
            return any(map(_excludes_names, nodes))
        case _:
            return False


@dataclass(slots=True)
class Trial:
    """A rule tried on the articles of some days; filled by `take`. Stories are counted, as readers are told of them.

    Each counts once, on the day it was last told, and once for every side, language and other rule of its articles.
    Where only every so-many-th candidate is looked at, each one counts for so many.
    """

    now: datetime  # UTC
    zone: ZoneInfo  # whose days are counted
    days: int = 30
    covered: float = 30.0  # days of them that the archive knows
    every: int = 1  # how many candidates each one looked at stands for
    samples_wanted: int = 3
    looked: int = 0
    hits: Counter[date] = field(default_factory=Counter)
    sides: defaultdict[str, set[int]] = field(default_factory=lambda: defaultdict(set))  # stories by side
    languages: defaultdict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    overlap: defaultdict[int, set[int]] = field(default_factory=lambda: defaultdict(set))  # by the existing rule's id
    stories: set[int] = field(default_factory=set)
    samples: list[Article] = field(default_factory=list)  # newest first, one of each story

    def chosen(self, candidates: Sequence[int], *, graded: bool) -> Sequence[int]:
        """Those of the candidates that are looked at, evenly spread.

        Args:
            candidates: the newer ones first.
            graded: each costs a grading as well.
        """
        self.every = max(1, -(-len(candidates) // (MOST_GRADED if graded else MOST)))
        return candidates[:: self.every]

    def take(self, article: Article, also: Collection[int] = ()) -> None:
        """Counts an article that meets the rule.

        Args:
            article: the newer ones first.
            also: ids of the existing rules that it meets.
        """
        if article.story not in self.stories:
            self.stories.add(article.story)
            self.hits[article.first_seen.astimezone(self.zone).date()] += self.every
            if len(self.samples) < self.samples_wanted:
                self.samples.append(article)
        self.sides[article.side or "?"].add(article.story)
        self.languages[article.lang.partition("-")[0] or "?"].add(article.story)
        for rule in also:
            self.overlap[rule].add(article.story)

    def counted(self, stories: Mapping[K, set[int]]) -> list[tuple[K, int]]:
        """How many stories each side, language or rule has, the most first; estimated where not all were looked at."""
        return Counter({name: len(found) * self.every for name, found in stories.items()}).most_common()

    @property
    def total(self) -> int:
        """Stories that meet the rule, estimated where not all were looked at."""
        return self.hits.total()

    @property
    def a_day(self) -> float:
        """Stories a day over what the archive covers."""
        return self.total / max(1.0, min(self.covered, self.days))

    @property
    def broad(self) -> bool:
        """Whether it is more than anybody reads."""
        return self.a_day > BROAD

    @property
    def known(self) -> bool:
        """Whether the archive is old enough to speak of volume."""
        return self.covered >= ENOUGH

    @property
    def by_day(self) -> tuple[int, ...]:
        """Stories of each day, the oldest first, today last."""
        today = self.now.astimezone(self.zone).date()
        return tuple(self.hits[today - timedelta(days=back)] for back in reversed(range(self.days)))

    def told(self) -> tuple[str, ...]:
        """The figures in plain words, a line each."""
        if not self.known:
            return (f"stories so far: {self.total}; not enough data yet to say how many a day",)
        about = "about " if self.every > 1 else ""
        days = f"{min(self.covered, self.days):.0f} days"
        lines = [f"{about}{self.a_day:.1f} stories a day over {days}  {bars(self.by_day)}"]
        for name, stories in (("side", self.sides), ("language", self.languages)):
            if stories:
                told = ", ".join(f"{value} {count}" for value, count in self.counted(stories))
                lines.append(f"stories by {name}: {told}")
        if self.broad:
            lines.append(f"More than {BROAD} stories a day: take it with the daily digest, or make it narrower.")
        return tuple(lines)


def bars(counts: Collection[int]) -> str:
    """Counts as a line of small bars; an empty day is a dot."""
    most = max(counts, default=0)
    return "".join(_BARS[min(7, count * 8 // (most + 1))] if count else "·" for count in counts)
