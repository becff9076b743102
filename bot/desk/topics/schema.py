"""Reads parsed gazetteer data into concepts, or says every problem in words."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.desk.topics.concept import COUNTRIES, Border, Capitals, Concept, Form
from bot.desk.topics.facets import FACETS

LANGUAGES = ("en", "ko", "zh-Hans", "zh-Hant")
KINDS = frozenset(
    {
        "country",
        "place",
        "company",
        "body",
        "person",
        "policy",
        "bloc",
        "material",
        "technology",
        "term",
        "event",
        "confusable",
        "ambiguous",
    }
)
_FORM_KEYS = {
    "en": ("en", Border.NONE, Capitals.ANY),
    "capitalised": ("en", Border.NONE, Capitals.FIRST),
    "ko": ("ko", Border.NONE, Capitals.ANY),
    "ko-word": ("ko", Border.KOREAN_WORD, Capitals.ANY),
    "ko-hanja": ("ko", Border.KOREAN_HANJA, Capitals.ANY),
    "zh-Hans": ("zh-Hans", Border.NONE, Capitals.ANY),
    "zh-Hant": ("zh-Hant", Border.NONE, Capitals.ANY),
    "zh-start": ("zh-Hans", Border.CHINESE_CLAUSE, Capitals.ANY),
}
_OTHER_KEYS = frozenset(
    ["kind", "implies", "needs", "unless", "senses", "default", "from", "to", "office", "note", "also"]
)
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DATE = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")
_SHOUTED = re.compile(r"[A-Z](?:\.?[A-Z]){1,2}\.?")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with an entry, and where it stands: the keys that lead to it."""

    path: tuple[str, ...]
    reason: str

    def __str__(self) -> str:
        return f"{' → '.join(self.path)}: {self.reason}" if self.path else self.reason


class DataError(ValueError):
    """The gazetteer or the topics cannot be used; `problems` holds all that was found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def read_concepts(data: Mapping[str, object]) -> tuple[Concept, ...]:
    """The concepts of a gazetteer in its order.

    Raises:
        DataError: with every problem.
    """
    problems: list[Problem] = []
    concepts = []
    for id_, entry in data.items():
        if not isinstance(entry, Mapping):
            problems.append(Problem((str(id_),), "is not a mapping; write kind, implies and forms below it"))
            continue
        found = list(_problems(str(id_), entry))
        problems += found
        if not found:
            concepts.append(_concept(str(id_), entry))
    problems += _unknown_senses(concepts, data)
    if problems:
        raise DataError(problems)
    return tuple(concepts)


def _problems(id_: str, entry: Mapping[str, object]) -> Iterable[Problem]:
    if not _ID.fullmatch(id_):
        yield Problem((id_,), "an id is written in small letters, digits and hyphens")
    for key, value in entry.items():
        if key in {"senses", "default"}:
            yield from _table_problems(id_, str(key), value)
        elif reason := _wrong_value(str(key), value):
            yield Problem((id_, str(key)), reason)
    if entry.get("kind") not in KINDS:
        yield Problem((id_, "kind"), f"is {entry.get('kind')!r}; one of {' '.join(sorted(KINDS))}")
    if not any(key in entry for key in _FORM_KEYS):
        yield Problem((id_,), "has no form in any language")
    if ("senses" in entry) != (entry.get("kind") == "ambiguous"):
        yield Problem((id_, "senses"), "belongs to kind ambiguous, and every ambiguous concept has it")
    if entry.get("kind") == "person" and "from" not in entry:
        yield Problem((id_, "from"), "a person needs the date the office began")


def _wrong_value(key: str, value: object) -> str:
    """What is wrong with a key and its text; "" when nothing is."""
    if key not in _FORM_KEYS and key not in _OTHER_KEYS:
        return "unknown key"
    if not isinstance(value, str) or not value.strip():
        return f"is {value!r}; write text"
    if key in _FORM_KEYS and not all(form.strip() for form in value.split("|")):
        return "has an empty form beside a bar"
    if key in {"implies", "needs", "unless"}:
        unknown = [facet for facet in value.split() if facet not in FACETS]
        return f"unknown facet {unknown[0]}" if unknown else ""
    if key in {"from", "to"} and not _DATE.fullmatch(value):
        return f"{value!r} is no date; write 2024-01 or 2024-01-05 in quotes"
    return ""


def _table_problems(id_: str, key: str, value: object) -> Iterable[Problem]:
    if not isinstance(value, Mapping):
        yield Problem((id_, key), "is not a table")
        return
    for left, right in value.items():
        country, known = (left, COUNTRIES) if key == "senses" else (right, COUNTRIES)
        if country not in known:
            yield Problem((id_, key, str(left)), f"{country} is none of {' '.join(COUNTRIES)}")
        if key == "default" and left not in LANGUAGES:
            yield Problem((id_, key, str(left)), f"is none of {' '.join(LANGUAGES)}")


def _unknown_senses(concepts: Iterable[Concept], data: Mapping[str, object]) -> Iterable[Problem]:
    for concept in concepts:
        for country, meant in concept.senses.items():
            if meant not in data:
                yield Problem((concept.id, "senses", country), f"{meant} is no concept")
        for other in concept.also:
            if other not in data:
                yield Problem((concept.id, "also"), f"{other} is no concept")
        for lang, country in concept.default.items():
            if country not in concept.senses:
                yield Problem((concept.id, "default", lang), f"{country} is not among the senses")


def _concept(id_: str, entry: Mapping[str, object]) -> Concept:
    def words(key: str) -> tuple[str, ...]:
        return tuple(str(entry.get(key, "")).split())

    def table(key: str) -> dict[str, str]:
        value = entry.get(key, {})
        return {str(left): str(right) for left, right in value.items()} if isinstance(value, Mapping) else {}

    return Concept(
        id=id_,
        kind=str(entry["kind"]),
        implies=words("implies"),
        forms=tuple(_forms(entry)),
        needs=frozenset(words("needs")),
        unless=frozenset(words("unless")),
        senses=table("senses"),
        default=table("default"),
        since=str(entry.get("from", "")),
        until=str(entry.get("to", "")),
        office=str(entry.get("office", "")),
        note=str(entry.get("note", "")),
        also=tuple(str(entry.get("also", "")).split()),
    )


def _forms(entry: Mapping[str, object]) -> Iterable[Form]:
    for key, (lang, border, capitals) in _FORM_KEYS.items():
        if key in entry:
            for form in str(entry[key]).split("|"):
                text = form.strip()
                yield Form(text, lang, border, Capitals.ALL if _SHOUTED.fullmatch(text) else capitals)
