"""Conditions from terms as typed: fields, filters, concepts, distances."""

from collections.abc import Mapping
from typing import Protocol

from bot.desk.rules.lexemes import Lexeme
from bot.desk.rules.nodes import FIELDS, Atom, Concept, Filter, Near
from bot.desk.rules.refusal import RuleError, refusal
from bot.desk.rules.words import near_parts, read_term
from bot.desk.text.fold import fold
from bot.desk.text.tokens import has_cjk

FARTHEST_WORDS, FARTHEST_CHARACTERS = 10, 20


class Names(Protocol):
    """What reading a rule asks of a vocabulary; the vocabulary itself reads rules too."""

    @property
    def concepts(self) -> Mapping[str, tuple[str, ...]]:
        """The names of each concept that mean nothing else."""

    @property
    def forms(self) -> Mapping[str, tuple[str, ...]]:
        """All its names, where there are others."""

    def named(self, kind: str, value: str) -> str | None:
        """The known spelling of a name."""

    def nearest(self, kind: str, value: str) -> str:
        """The known name that looks most like a wrong one."""


def read_atom(lexeme: Lexeme, rule: str, vocabulary: Names) -> Atom:
    """The condition a term stands for.

    Raises:
        RuleError: an unknown name, or a distance that cannot be.
    """
    if lexeme.field and lexeme.field not in FIELDS:
        return _filter(lexeme, rule, vocabulary)
    typed = rule[lexeme.start : lexeme.end]
    if lexeme.within is not None:
        return _near(lexeme, rule, typed)
    return read_term(lexeme.text, quoted=lexeme.quoted, prefix=lexeme.star, field=lexeme.field, typed=typed)


def _near(lexeme: Lexeme, rule: str, typed: str) -> Near:
    within, at = lexeme.within or 0, lexeme.within_at
    folded = fold(lexeme.text)
    parts = near_parts(folded)
    if len(parts) < 2:
        mended = rule[:at] + rule[lexeme.end :]
        raise refusal(at + 1, "near_one", mended)
    farthest = FARTHEST_CHARACTERS if has_cjk(folded.text) else FARTHEST_WORDS
    if not 1 <= within <= farthest:
        mended = f"{rule[:at]}~{max(1, min(within, farthest))}{rule[lexeme.end :]}"
        raise refusal(at + 1, "near_far", mended, most=farthest)
    return Near(parts, within, lexeme.field, typed)


def _filter(lexeme: Lexeme, rule: str, vocabulary: Names) -> Filter | Concept:
    kind, value = lexeme.field, lexeme.text.strip()
    if lexeme.star:
        mended = rule[: lexeme.end - 1] + rule[lexeme.end :]
        raise refusal(lexeme.end, "star_on_name", mended, field=kind)
    if lexeme.within is not None:
        mended = rule[: lexeme.within_at] + rule[lexeme.end :]
        raise refusal(lexeme.within_at + 1, "near_on_name", mended, field=kind)
    name = vocabulary.named(kind, value)
    if name is None:
        raise _unknown(lexeme, rule, vocabulary)
    if kind == "concept":
        names = vocabulary.concepts[name]
        clear = tuple(read_term(alias, quoted=False, typed=alias) for alias in names)
        return Concept(name, clear, vocabulary.forms.get(name, names))
    return Filter(kind, name)


def _unknown(lexeme: Lexeme, rule: str, vocabulary: Names) -> RuleError:
    kind, value = lexeme.field, lexeme.text.strip()
    nearest = vocabulary.nearest(kind, value)
    if not nearest:
        return refusal(lexeme.value_at + 1, "unknown", field=kind, value=value)
    mended = rule[: lexeme.value_at] + nearest + rule[lexeme.end :]
    return refusal(lexeme.value_at + 1, f"unknown_{kind}", mended, value=value, nearest=nearest)
