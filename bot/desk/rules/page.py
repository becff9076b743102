"""An article made ready for matching: each field folded once, and a row in which every term can be looked up.

Words and CJK stretches stand apart in the row, so that each is looked for in its own part only.
"""

import re
from collections.abc import Iterable
from functools import cached_property

from bot.desk.rules.nodes import FIELDS
from bot.desk.rules.words import singulars
from bot.desk.text.fold import Folded, fold
from bot.desk.text.tokens import Token, stretches, tokens, word_runs
from bot.model import Text

#: Stands between words where a field ends or a CJK character is in between, so that no phrase reaches across.
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
    def words(self) -> str:
        """Runs of letters or digits between single spaces: what stands side by side here stands so in print."""
        return FIELD_END.join(f" {' '.join(own)} " for own in word_runs(self.folded.text))

    @cached_property
    def stretches(self) -> str:
        """Runs of CJK characters between single spaces."""
        return " ".join(stretches(self.folded.text))

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
    def parts(self) -> tuple[bytes, bytes]:
        """The words of all fields and the CJK stretches of all fields, each in a row of their own.

        Behind the words stands every token of capitals, which nothing folded can be taken for.
        """
        capitals = frozenset[str]().union(*(field.capitals for field in self.fields))
        words = (*(field.words for field in self.fields), "".join(f" {token} " for token in capitals))
        return _row(words), _row(field.stretches for field in self.fields)

    @cached_property
    def singulars(self) -> bytes:
        """What stands in the regular plural somewhere, in the singular, for terms that mean either."""
        # Cut where a token ends in s, the pieces are few; the last one goes on to the end.
        pieces = [piece for field in self.fields for piece in field.words.split("s ")[:-1]]
        plurals = {piece[piece.rfind(" ") + 1 :] + "s" for piece in pieces}
        return "".join([f" {one} " for token in plurals for one in singulars(token)]).encode()

    @cached_property
    def row(self) -> bytes:
        """All of it together."""
        return b"\n".join(self.parts)

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


def _row(parts: Iterable[str]) -> bytes:
    return FIELD_END.join(filter(None, parts)).encode()
