"""Cuts a rule as typed into brackets, operators and terms, each with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from bot.desk.rules.refusal import RuleError, refusal
from bot.desk.rules.words import count_characters
from bot.desk.text.ranges import INVISIBLE

_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_QUOTES = "“”„‟"
#: What does not stand for itself.
_CHANGED = re.compile(rf"[{INVISIBLE}{_QUOTES}\uff01-\uff5e]|[^\S ]")
_COMMAS = ",、"
_FIELD = re.compile(r"([A-Za-z]+):")
#: Up to what ends a word; a comma between two digits does not.
_WORD = re.compile(rf'(?:[^\s()"{_COMMAS}]|(?<=\d)[{_COMMAS}](?=\d))*')
_DISTANCE = re.compile(r"~(\d+)(?=[\s(),、\"]|$)", re.ASCII)
#: Names that may stand before a colon.
KNOWN_FIELDS = frozenset({"title", "lead", "body", "side", "lang", "source", "kind", "concept", "topic"})
OPERATORS = frozenset({"AND", "OR", "NOT"})


class Lexeme(NamedTuple):
    """A piece of a rule; `start` and `end` are half-open code points of the rule as typed."""

    kind: str  # ( ) AND OR NOT - term
    start: int
    end: int
    text: str = ""  # of a term, without field, quotes, star and distance
    quoted: bool = False
    star: bool = False
    within: int | None = None  # a distance, and where its ~ stands
    within_at: int = 0
    field: str = ""  # lower case
    value_at: int = 0  # where the term begins behind its field


@dataclass(frozen=True, slots=True)
class Typed:
    """A rule's characters after the only changes before parsing; each knows its place in what was typed."""

    text: str
    places: tuple[int, ...]  # one more than characters: the last is the length of what was typed


def typed(rule: str) -> Typed:
    """Full-width ASCII, spaces and double quotes of every shape made plain; what nobody sees dropped."""
    if not _CHANGED.search(rule):
        return Typed(rule, tuple(range(len(rule) + 1)))
    plain = [(_plain(character), place) for place, character in enumerate(rule) if not _INVISIBLE.match(character)]
    return Typed("".join(c for c, _ in plain), (*(place for _, place in plain), len(rule)))


def _plain(character: str) -> str:
    if "\uff01" <= character <= "\uff5e":
        return chr(ord(character) - 0xFEE0)
    if character.isspace():
        return " "
    return '"' if character in _QUOTES else character


class Lexer:
    """One pass over a rule."""

    def __init__(self, rule: str) -> None:
        self._rule = rule
        self._typed = typed(rule)
        self._text = self._typed.text
        self.commas: list[int] = []  # where commas were read as spaces

    def lexemes(self) -> Iterator[Lexeme]:
        """The pieces in order.

        Raises:
            RuleError: at the first piece that is not one.
        """
        at, may_exclude = 0, True  # a minus excludes only at the start of a term
        while at < len(self._text):
            sign = self._text[at]
            if sign == " " or self._separates(at):
                if sign != " ":
                    self.commas.append(at)
                at, may_exclude = at + 1, True
            elif sign in "()":
                yield self._lexeme(sign, at, at + 1)
                at, may_exclude = at + 1, sign == "("
            elif sign == "-" and may_exclude:
                yield self._minus(at)
                at, may_exclude = at + 1, False
            else:
                lexeme, at = self._quote(at, at) if sign == '"' else self._word(at)
                may_exclude = False
                if lexeme:
                    yield lexeme

    def _lexeme(self, kind: str, start: int, end: int) -> Lexeme:
        return Lexeme(kind, self._place(start), self._place(end - 1) + 1)

    def _place(self, at: int) -> int:
        return self._typed.places[at]

    def _error(self, at: int, key: str, mended: str = "", **values: object) -> RuleError:
        return refusal(self._place(at) + 1, key, mended, **values)

    def _with(self, start: int, end: int, new: str) -> str:
        """The rule as typed with a stretch replaced."""
        return self._rule[: self._place(start)] + new + self._rule[self._place(end) :]

    def _separates(self, at: int) -> bool:
        """Whether a comma stands there that is not between two digits."""
        text = self._text
        if text[at] not in _COMMAS:
            return False
        return not (0 < at < len(text) - 1 and text[at - 1].isdecimal() and text[at + 1].isdecimal())

    def _word_end(self, at: int) -> int:
        found = _WORD.match(self._text, at)
        assert found  # were it empty
        return found.end()

    def _minus(self, at: int) -> Lexeme:
        following = self._text[at + 1 : at + 2]
        end = self._word_end(at + 1)
        touches = following in {'"', "("} or count_characters(self._text[at + 1 : end])
        if not following or not touches or self._text[at + 1 : end] in OPERATORS:
            gap = len(self._text[at + 1 :]) - len(self._text[at + 1 :].lstrip(" "))
            raise self._error(at, "minus", self._with(at, at + 1 + gap, "-"))
        return self._lexeme("-", at, at + 1)

    def _word(self, start: int) -> tuple[Lexeme | None, int]:
        end = self._word_end(start)
        word = self._text[start:end]
        if word in OPERATORS:
            return self._lexeme(word, start, end), end
        named = _FIELD.match(word)
        if named:
            return self._field(named[1].lower(), start, start + named.end(), end)
        return self._plain_word(start, start, end)

    def _plain_word(self, start: int, value: int, end: int, field: str = "") -> tuple[Lexeme | None, int]:
        word = self._text[value:end]
        if "~" in word:
            at = value + word.index("~")
            raise self._error(at, "near_place", self._with(at, end, ""))
        star = "*" in word
        if star:
            self._star(value, end)
            word = word[:-1]
        if not field and not count_characters(word):
            return None, end
        return Lexeme(
            "term",
            self._place(start),
            self._place(end - 1) + 1,
            word,
            star=star,
            field=field,
            value_at=self._place(value),
        ), end

    def _star(self, value: int, end: int) -> None:
        """Lets a star pass at the very end of a word that has begun."""
        word = self._text[value:end]
        at = value + word.index("*")
        begun = word[: word.index("*")]
        bare = re.sub(r"^\W+|\W+$", "", begun)
        if at != end - 1:
            raise self._error(at, "star_inside", self._with(value, end, f"{bare}*"))
        if count_characters(begun) < 2:
            raise self._error(at, "star_short", self._with(value, end, bare))

    def _field(self, name: str, start: int, value: int, end: int) -> tuple[Lexeme | None, int]:
        """The one term directly behind a field's colon."""
        if name not in KNOWN_FIELDS:
            words = self._text[start:end].replace(":", " ").strip()
            raise self._error(start, "field", self._with(start, end, f'"{words}"'), field=name)
        if self._text[value : value + 1] == '"':
            return self._quote(start, value, name)
        word = self._text[value:end]
        following = self._text[end : end + 1]
        if not word and following == "(":
            raise self._error(start, "field_group", self._with(start, value, ""), field=name)
        if not word or (not count_characters(word) and "*" not in word and "~" not in word):
            gap = len(self._text[end:]) - len(self._text[end:].lstrip(" "))
            raise self._error(start, "field_empty", self._with(value, end + gap, ""), field=name)
        if word.startswith("-"):
            mended = self._with(start, end, f"-{name}:{word[1:]}")
            raise self._error(value, "field_minus", mended)
        if _FIELD.match(word):
            raise self._error(start, "field_twice", self._with(start, value, ""), field=name)
        return self._plain_word(start, value, end, name)

    def _quote(self, start: int, opening: int, field: str = "") -> tuple[Lexeme, int]:
        closing = self._text.find('"', opening + 1)
        if closing < 0:
            raise self._error(opening, "quote", self._rule + '"')
        inner = self._text[opening + 1 : closing]
        if "*" in inner:
            at = opening + 1 + inner.index("*")
            raise self._error(at, "star_in_quote", self._with(at, at + 1, ""))
        if not count_characters(inner):
            raise self._error(opening, "empty_quote", self._with(start, closing + 1, ""))
        end, within = closing + 1, None
        following = self._text[end : end + 1]
        if following == "*":
            word = f"{inner}*" if " " not in inner.strip() else f'"{inner}"'
            raise self._error(end, "star_behind_quote", self._with(opening, end + 1, word))
        if following == "~":
            distance = _DISTANCE.match(self._text, end)
            if not distance:
                stop = self._word_end(end)
                raise self._error(end, "near_number", self._with(end, stop, "~5"))
            end, within = distance.end(), int(distance[1][:6])
        return Lexeme(
            "term",
            self._place(start),
            self._place(end - 1) + 1,
            inner,
            quoted=True,
            within=within,
            within_at=self._place(closing + 1),
            field=field,
            value_at=self._place(opening),
        ), end
