"""What a rule is made of once it is read."""

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass

from bot.desk.rules.wording import Phrase

FIELDS = ("title", "lead", "body")


@dataclass(frozen=True, slots=True)
class Words:
    """Consecutive tokens: a word, a phrase, or the beginning of one."""

    tokens: tuple[str, ...]
    plural: bool = False  # the last one also in its other number
    prefix: bool = False  # the last one only begins the token
    capitals: bool = False  # a single one, printed in capitals
    field: str = ""  # title, lead, body; "": any
    typed: str = dataclasses.field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Passage:
    """A term with a CJK character: a stretch of the folded field."""

    text: str  # folded, without punctuation at its ends
    open_end: bool = False  # a last Latin or digit run may go on
    field: str = ""
    typed: str = dataclasses.field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Near:
    """Words that stand close together in any order."""

    parts: "tuple[Words, ...] | tuple[Passage, ...]"  # passages: distance counts characters; words: tokens
    within: int
    field: str = ""
    typed: str = dataclasses.field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Filter:
    """A property of the article or its outlet."""

    name: str  # side lang source kind topic
    value: str


@dataclass(frozen=True, slots=True)
class Concept:
    """An entity of the gazetteer: named in the text in that sense, or by a name that has no other."""

    id: str
    names: "tuple[Words | Passage, ...]"
    forms: tuple[str, ...] = dataclasses.field(default=(), compare=False)  # every name, ambiguous ones too


@dataclass(frozen=True, slots=True)
class Not:
    """Holds where `node` does not."""

    node: "Node"


@dataclass(frozen=True, slots=True)
class And:
    """Holds where all of `nodes` do."""

    nodes: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class Or:
    """Holds where one of `nodes` does."""

    nodes: "tuple[Node, ...]"


Term = Words | Passage | Near
Atom = Words | Passage | Near | Filter | Concept
Node = Words | Passage | Near | Filter | Concept | Not | And | Or


@dataclass(frozen=True, slots=True)
class Query:
    """A rule that was read: its conditions, and what its writer may have meant otherwise."""

    text: str  # as typed
    root: Node
    questions: tuple[Phrase, ...] = ()  # to ask when it is read back


def atoms(node: Node) -> Iterator[Atom]:
    """Every condition of a rule in reading order, repeats and negated ones too."""
    match node:
        case And(nodes) | Or(nodes):
            for child in nodes:
                yield from atoms(child)
        case Not(child):
            yield from atoms(child)
        case _:
            yield node


def terms(atom: Atom) -> tuple[Term, ...]:
    """What of a condition is looked for in the text; nothing for a filter."""
    if isinstance(atom, Concept):
        return atom.names
    return () if isinstance(atom, Filter) else (atom,)
