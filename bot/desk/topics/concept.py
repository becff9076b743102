"""A name the desk knows, the forms it takes in print, and what it implies."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

#: Facets that say whose a party is.
COUNTRIES = ("KR", "CN", "US", "JP", "TW", "NK", "EU", "elsewhere")
#: Facets that make a country's party a party of a kind: KR with state-actor is KR-state, with chipmaker KR-chipmaker.
ROLES = {"state-actor": "state", "chipmaker": "chipmaker"}


class Border(StrEnum):
    """What must stand before or around a form beyond the borders of Latin words and digits."""

    NONE = ""
    KOREAN_WORD = "ko-word"
    KOREAN_HANJA = "ko-hanja"
    CHINESE_CLAUSE = "zh-start"


class Capitals(StrEnum):
    """Which letters of a form must be capitals in print."""

    ANY = "any"
    FIRST = "first"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Form:
    """One way to print a concept."""

    text: str  # as written in the gazetteer
    lang: str  # en ko zh-Hans zh-Hant
    border: Border = Border.NONE
    capitals: Capitals = Capitals.ANY


@dataclass(frozen=True)
class Concept:
    """One entry of the gazetteer."""

    id: str
    kind: str
    implies: tuple[str, ...]
    forms: tuple[Form, ...]
    needs: frozenset[str] = frozenset()  # facets of which one must stand elsewhere in the text
    unless: frozenset[str] = frozenset()  # facets of which none may stand in the same field
    senses: Mapping[str, str] = field(default_factory=dict)  # country facet -> concept id
    default: Mapping[str, str] = field(default_factory=dict)  # language -> country facet
    since: str = ""  # ISO date or year-month: the office that is why a person is here
    until: str = ""
    office: str = ""
    note: str = ""
    also: tuple[str, ...] = ()  # concepts that are named where this one is, for rules: Samsung Xi'an names Xi'an

    @cached_property
    def conditional(self) -> bool:
        """Whether a mention may have to be masked."""
        return self.kind == "confusable" or bool(self.needs or self.unless)

    @cached_property
    def facets(self) -> frozenset[str]:
        """What a mention adds, with country and role joined."""
        roles = [name for role, name in ROLES.items() if role in self.implies]
        parties = [country for country in COUNTRIES if country in self.implies]
        return frozenset(self.implies) | {f"{party}-{role}" for party in parties for role in roles}


class Mention(NamedTuple):
    """A concept met in a text."""

    concept: Concept
    text: str  # surface, as the outlet printed it
    field: str  # title, lead or body
    at: tuple[int, int]  # half-open code points of the original field
    place: tuple[int, int]  # half-open places in the skeleton: what distance is counted in
    facets: frozenset[str]  # of the concept, and of what stands inside the form: Chinese in "Chinese fabs"
    masked: bool = False


def is_clear(form: Form) -> bool:
    """Whether a form means its concept wherever it stands, whatever its borders and capitals."""
    if form.border is not Border.NONE or len(form.text) < 2:
        return False
    # Two or three capitals are looked for as capitals by rules, too.
    return form.capitals is Capitals.ANY or (form.capitals is Capitals.ALL and len(form.text) <= 3)
