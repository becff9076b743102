"""All rules of all subscribers, asked at once."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Self

from bot.desk.rules.engine import Engine
from bot.desk.rules.gathering import Gathered
from bot.desk.rules.grammar import parse_root
from bot.desk.rules.meeting import hits
from bot.desk.rules.nodes import Node
from bot.desk.rules.page import Page
from bot.desk.rules.shelf import Keep, Shelf, in_memory
from bot.desk.rules.vocabulary import Vocabulary
from bot.desk.rules.words import forget_terms
from bot.model import Hit, Rule, RuleHit, Text

#: A new rule is put together with at most so many recent ones: it is live in some 20 ms (measured 2026-11-22).
_RECENT = 256


@dataclass(frozen=True, slots=True)
class _Layer:
    """Rules that were put together at one time."""

    engine: Engine
    texts: Shelf
    gone: frozenset[int] = frozenset()  # deleted since, or worded anew in a later layer

    def ask(self, page: Page) -> set[int]:
        found = self.engine.ask(page)
        return found - self.gone if self.gone else found


@dataclass(frozen=True)
class RuleIndex:
    """All rules of all subscribers, asked at once; never changed, only followed by another."""

    vocabulary: Vocabulary
    _layers: tuple[_Layer, ...] = ()
    _reader: "_Reader" = field(default_factory=lambda: _Reader(Vocabulary()), repr=False)
    _sample: tuple[Text, ...] = field(default=(), repr=False)
    _keep: Keep = field(default=in_memory, repr=False)
    #: The ids of the rules that an article meets.
    matching: Callable[[Page], set[int]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Lets the only layer answer by itself, where there is one and all of it counts."""
        first, *others = self._layers or (None,)
        alone = first and not others and not first.gone
        object.__setattr__(self, "matching", first.engine.ask if first and alone else self._ask_all)

    @classmethod
    def build(
        cls, rules: Iterable[Rule], vocabulary: Vocabulary, sample: Iterable[Text] = (), *, keep: Keep = in_memory
    ) -> Self:
        """Reads the rules.

        Args:
            rules: of all subscribers.
            vocabulary: the names they may use.
            sample: some hundred articles as they usually come; what is rare in them is looked at first.
            keep: where the wordings are put, which are asked for only where a rule hits and when rules change.

        Raises:
            RuleError: one of them cannot be read.
        """
        reader = _Reader(vocabulary)
        texts = {rule.id: rule.text for rule in rules}
        known = tuple(sample)
        layers = (_layer(texts, reader.read, keep, known),) if texts else ()
        return cls(vocabulary, layers, reader, known, keep)

    def with_rule(self, rule: Rule) -> Self:
        """The same with one rule more, or in another wording; only the most recent ones are put together anew.

        Raises:
            RuleError: it cannot be read.
        """
        self._reader.root(rule.text)
        layers = _lacking(self._layers, rule.id)
        recent = {rule.id: rule.text}
        if layers and len(layers[-1].texts) < _RECENT:
            last = layers[-1]
            recent = {number: text for number, text in last.texts.pairs() if number not in last.gone} | recent
            layers = layers[:-1]
        return replace(self, _layers=(*layers, _layer(recent, self._reader.root, self._keep)))

    def without(self, rule: int) -> Self:
        """The same without one rule."""
        layers = (replace(layer, gone=layer.gone | {rule}) if rule in layer.texts else layer for layer in self._layers)
        return replace(self, _layers=tuple(layers))

    def following(self, rules: Iterable[Rule], vocabulary: Vocabulary | None = None, keep: Keep | None = None) -> Self:
        """An index of exactly these rules; where few have changed, only those are put together.

        Args:
            rules: of all subscribers, as they now stand.
            vocabulary: where the names they may use have changed too.
            keep: where wordings are put from now on.

        Raises:
            RuleError: a changed one cannot be read.
        """
        wanted = {rule.id: rule for rule in rules}
        names, keep = vocabulary or self.vocabulary, keep or self._keep
        held = self._texts()
        gone = held.keys() - wanted.keys()
        changed = [rule for rule in wanted.values() if held.get(rule.id) != rule.text]
        if names != self.vocabulary or len(gone) + len(changed) > _RECENT:
            return type(self).build(wanted.values(), names, self._sample, keep=keep)
        index = replace(self, _keep=keep)
        for number in gone:
            index = index.without(number)
        for rule in changed:
            index = index.with_rule(rule)
        return index

    def settled(self) -> Self:
        """The same rules put together as one; worth its time when nothing else is waiting."""
        texts = self._texts()
        return replace(self, _layers=(_layer(texts, self._reader.read, self._keep, self._sample),) if texts else ())

    def _ask_all(self, page: Page) -> set[int]:
        return set[int]().union(*(layer.ask(page) for layer in self._layers))

    def match_ids(self, text: Text) -> set[int]:
        """The ids of the rules that an article meets; much quicker than saying where."""
        return self.matching(Page(text))

    def match(self, text: Text) -> tuple[RuleHit, ...]:
        """The rules an article meets and where, by rule id."""
        page = Page(text)
        # By the text, not by the tree: trees are equal however a word was spelled, and a hit names it as typed.
        shown: dict[str, tuple[Hit, ...]] = {}
        found = []
        for number in sorted(self.matching(page)):
            rule = self._text(number)
            if rule not in shown:
                shown[rule] = hits(self._reader.root(rule), page)
            found.append(RuleHit(number, shown[rule]))
        return tuple(found)

    def _texts(self) -> dict[int, str]:
        return {
            number: text for layer in self._layers for number, text in layer.texts.pairs() if number not in layer.gone
        }

    def _text(self, rule: int) -> str:
        told = (layer.texts.get(rule) for layer in self._layers if rule not in layer.gone)
        return next(text for text in told if text is not None)


class _Reader:
    """Reads rules; those that hit are read again, so that a hundred thousand trees need not be kept."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self.root = lru_cache(maxsize=1024)(self.read)

    def read(self, text: str) -> Node:
        return parse_root(text, self._vocabulary)


def _lacking(layers: tuple[_Layer, ...], rule: int) -> tuple[_Layer, ...]:
    return tuple(replace(layer, gone=layer.gone | {rule}) if rule in layer.texts else layer for layer in layers)


def _layer(texts: dict[int, str], read: Callable[[str], Node], keep: Keep, sample: Iterable[Text] = ()) -> _Layer:
    asking: dict[str, int | list[int]] = {}
    for number, text in texts.items():
        first = asking.setdefault(text, number)
        if isinstance(first, list):
            first.append(number)
        elif first != number:
            asking[text] = [first, number]
    gathered = Gathered((read(text), own if isinstance(own, list) else [own]) for text, own in asking.items())
    engine = Engine(gathered, map(Page, sample))
    if len(asking) > _RECENT:
        forget_terms()
    return _Layer(engine, Shelf(texts, keep))
