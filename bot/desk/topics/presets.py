"""Built-in topics: which concepts, facets and grade make a text belong to each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bot.desk.topics.concept import Concept
from bot.desk.topics.facets import FACETS, Seen
from bot.desk.topics.schema import LANGUAGES, DataError, Problem

#: The topic of everything: what a newcomer without a rule is told of from grade 1 on.
WHOLE = "china-korea-chips"
WHOLE_RULE = f"topic:{WHOLE}"

_KEYS = frozenset({"title", "grade", "any", "all"})


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic a subscriber can choose: the grade it asks for, and what must be there."""

    id: str
    title: Mapping[str, str] = field(default_factory=dict)  # by language
    grade: int = 0
    groups: tuple[frozenset[str], ...] = ()  # of each group one concept or facet must be there

    def holds(self, seen: Seen, grade: int) -> bool:
        """Whether a text seen so and graded so belongs to the topic."""
        if grade < self.grade:
            return False
        for group in self.groups:  # noqa: SIM110 - a loop, because it runs a dozen times for every article
            if group.isdisjoint(seen.concepts) and group.isdisjoint(seen.present):
                return False
        return True


def read_topics(data: Mapping[str, object], concepts: Mapping[str, Concept]) -> tuple[Topic, ...]:
    """The topics in their order.

    Raises:
        DataError: with every problem in words.
    """
    problems: list[Problem] = []
    topics = []
    for id_, entry in data.items():
        if not isinstance(entry, Mapping):
            problems.append(Problem((id_,), "is not a mapping"))
            continue
        found = list(_problems(id_, entry, concepts))
        problems += found
        if not found:
            topics.append(_topic(id_, entry))
    if problems:
        raise DataError(problems)
    return tuple(topics)


def _problems(id_: str, entry: Mapping[str, object], concepts: Mapping[str, Concept]) -> Iterable[Problem]:
    for key in entry:
        if key not in _KEYS:
            yield Problem((id_, str(key)), "unknown key")
    title = entry.get("title")
    if not isinstance(title, Mapping) or set(title) != set(LANGUAGES):
        yield Problem((id_, "title"), f"needs {' '.join(LANGUAGES)}")
    if entry.get("grade", 0) not in {0, 1, 2}:
        yield Problem((id_, "grade"), "is 0, 1 or 2")
    for key in ("any", "all"):
        value = entry.get(key, "")
        if not isinstance(value, str):
            yield Problem((id_, key), "is names parted by spaces")
            continue
        for name in value.replace("|", " ").split():
            if name not in concepts and name not in FACETS:
                yield Problem((id_, key), f"{name} is neither a concept nor a facet")
    if not {"grade", "any", "all"} & set(entry):
        yield Problem((id_,), "would hold everything; write grade, any or all")


def _topic(id_: str, entry: Mapping[str, object]) -> Topic:
    title = entry["title"]
    groups = [frozenset(str(entry.get("any", "")).split())]
    groups += [frozenset(group.split("|")) for group in str(entry.get("all", "")).split()]
    return Topic(
        id=id_,
        title={str(lang): str(words) for lang, words in title.items()} if isinstance(title, Mapping) else {},
        grade=int(str(entry.get("grade", 0))),
        groups=tuple(group for group in groups if group),
    )
