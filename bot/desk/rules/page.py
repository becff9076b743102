"""An article made ready for matching: each field folded once, and one row in which every term can be looked up."""

import re
from functools import cached_property

from bot.desk.rules.nodes import FIELDS
from bot.desk.text.fold import Folded, fold
from bot.desk.text.tokens import Token, runs, tokens
from bot.model import Text

#: Stands between fields in the row, so that no phrase reaches across.
FIELD_END = "\n"
_CAPITALS = re.compile(r"(?<![A-Za-z])[A-Z]{2,3}(?![A-Za-z])")


class FieldPage:
    """One field of an article, folded."""

    def __init__(self, name: str, original: str) -> None:
        self.name = name
        self.folded: Folded = fold(original)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """All tokens in order."""
        return tokens(self.folded)

    @cached_property
    def numbers(self) -> dict[str, list[int]]:
        """Where each token stands in the row of tokens."""
        numbers: dict[str, list[int]] = {}
        for number, token in enumerate(self.tokens):
            numbers.setdefault(token.text, []).append(number)
        return numbers

    @cached_property
    def row(self) -> str:
        """Runs of letters, digits or CJK between single spaces: what stands side by side here stands so in print."""
        return f" {' '.join(runs(self.folded.text))} "

    @cached_property
    def capitals(self) -> frozenset[str]:
        """Tokens printed wholly in two or three capitals A–Z."""
        cased = self.folded.cased
        found = _CAPITALS.findall(cased)
        if not found or cased.isascii():
            return frozenset(found)
        return frozenset(cased[token.start : token.end] for token in self.tokens) & frozenset(found)


class Page:
    """An article made ready for matching."""

    def __init__(self, text: Text) -> None:
        self.text = text
        named = ((name, getattr(text, name)) for name in FIELDS)
        self.fields: tuple[FieldPage, ...] = tuple(FieldPage(name, original) for name, original in named if original)

    @cached_property
    def row(self) -> str:
        """The rows of all fields, and behind them every token of capitals, which nothing folded can be taken for."""
        capitals = frozenset[str]().union(*(field.capitals for field in self.fields))
        return FIELD_END.join((*(field.row for field in self.fields), "".join(f" {token} " for token in capitals)))

    @cached_property
    def words(self) -> set[str]:
        """What stands between the spaces of the row, each once."""
        return set(self.row.split())

    @cached_property
    def row_bytes(self) -> bytes:
        """The row as the automaton takes it."""
        return self.row.encode()

    @cached_property
    def properties(self) -> frozenset[tuple[str, str]]:
        """What filters ask for, as (name, value) pairs."""
        text = self.text
        single = (
            ("side", text.side.upper()),
            ("lang", text.lang.partition("-")[0].lower()),
            ("source", text.source.lower()),
            ("kind", text.kind.lower()),
        )
        topics = (("topic", topic) for topic in text.topics)
        return frozenset((*single, *topics, *(("concept", mention.concept) for mention in text.mentions)))
