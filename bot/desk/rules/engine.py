"""Many rules in one pass over an article: its words are looked up, one automaton finds everything else.

Needles and conditions share one row of numbers. What the automaton looks for counts up from 0, everything else down
from -1. A condition that its needles settle has their number, so that for most rules what was met is already the set
of conditions that hold.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from ahocorasick_rs import BytesAhoCorasick, Implementation

from bot.desk.rules.hanging import Hanging, Numbers
from bot.desk.rules.meeting import holds
from bot.desk.rules.needles import Needles, needles
from bot.desk.rules.nodes import Atom, Concept, Filter, Node, atoms, terms
from bot.desk.rules.page import Page

#: Below it the automaton is small enough to stand as a table in the processor's cache.
_TABLE_BELOW = 1_000


class _Guard(NamedTuple):
    """A condition that its needle does not settle."""

    number: int
    atom: Atom
    hidden_by: frozenset[int]  # needles of which one must be met to hide it; none: look in any case


class Engine:
    """A fixed set of rules; a rule is found through its rarest condition."""

    def __init__(self, roots: Mapping[Node, Iterable[int]], sample: Iterable[Page] = ()) -> None:
        """Puts the rules together.

        Args:
            roots: each distinct rule with the ids of those who ask for it.
            sample: articles as they usually come, from which it is learnt what is rare.
        """
        asked = dict.fromkeys(chain.from_iterable(map(atoms, roots)))
        numbering = _Numbering(asked)
        of = {atom: numbering.number(atom) for atom in asked}
        self._words = numbering.words
        self._filters = numbering.filters
        self._implied = {number: tuple(found) for number, found in numbering.implied.items()}
        self._guards = {number: tuple(found) for number, found in numbering.guards.items()}
        self._signs = frozenset((*self._implied, *self._guards))
        patterns = [pattern.encode() for pattern in numbering.patterns]
        kind = Implementation.DFA if len(patterns) < _TABLE_BELOW else Implementation.ContiguousNFA
        self._automaton = BytesAhoCorasick(patterns, implementation=kind) if patterns else None
        self._plain_too = any(pattern.isascii() for pattern in patterns)  # it has work in a text without CJK
        seen = Counter[int](chain.from_iterable(map(self._true, sample)))
        self._rules = Hanging(roots, Numbers(of, len(patterns) - numbering.lowest, seen))

    def ask(self, page: Page) -> set[int]:
        """The ids of all rules that the article meets."""
        return self._rules.met_by(self._true(page))

    def _true(self, page: Page) -> list[int]:
        """The conditions that hold in the article, and the needles that were met."""
        true = [number for number in map(self._words.get, page.words) if number is not None]
        if self._automaton and (self._plain_too or not page.row.isascii()):
            found = self._automaton.find_matches_as_indexes(page.row_bytes, overlapping=True)
            true += [match[0] for match in found]
        if self._filters:
            true += [self._filters[fact] for fact in page.properties & self._filters.keys()]
        if self._signs:
            met = set(true)
            true += self._concluded(met, self._signs & met, page)
        return true

    def _concluded(self, met: set[int], signs: frozenset[int], page: Page) -> list[int]:
        """The conditions that follow from needles, after a look at the text where that is needed."""
        found = [number for sign in signs for number in self._implied.get(sign, ())]
        guards = [guard for sign in signs for guard in self._guards.get(sign, ())]
        if guards:
            found += [guard.number for guard in guards if guard.hidden_by and guard.hidden_by.isdisjoint(met)]
            settled = met.union(found)
            doubtful = {guard.number: guard.atom for guard in guards if guard.number not in settled}
            found += [number for number, atom in doubtful.items() if holds(atom, page)]
        return found


class _Numbering:
    """Gives every needle and every condition its number while an engine is built."""

    def __init__(self, asked: Iterable[Atom]) -> None:
        self.words: dict[str, int] = {}
        self.patterns: dict[str, int] = {}
        self.lowest = 0  # the last number that was given to anything but a pattern
        self.filters: dict[tuple[str, str], int] = {}
        self.implied: dict[int, list[int]] = {}
        self.guards: dict[int, list[_Guard]] = {}
        self._needles = {atom: [needles(term) for term in terms(atom)] for atom in asked}
        self._users = Counter(
            string for needed in self._needles.values() for own in needed for string in _every_string(own)
        )
        self._numbers: dict[Atom, int] = {}
        self._taken: set[int] = set()  # needles whose number is that of a condition, too

    def number(self, atom: Atom) -> int:
        """The condition's number; a new one is hung on its needles."""
        known = self._numbers.get(atom)
        if known is None:
            known = self._numbers[atom] = self._new(atom)
        return known

    def _new(self, atom: Atom) -> int:
        if isinstance(atom, Filter):
            return self._fact(atom.name, atom.value)
        found = self._needles.pop(atom)
        if isinstance(atom, Concept):
            number = self._fact("concept", atom.id)
            for own in found:
                self._watch(number, atom, own)
            return number
        words = self._own_words(found)
        if words:
            number = self._fresh()
            self.words.update(dict.fromkeys(words, number))
            return number
        lent = self._lent(found)
        number = self._fresh() if lent is None else lent
        for own in found:
            self._watch(number, atom, own)
        return number

    def _fact(self, name: str, value: str) -> int:
        known = self.filters.get((name, value))
        if known is None:
            known = self.filters[name, value] = self._fresh()
        return known

    def _own_words(self, found: list[Needles]) -> list[str]:
        """The words that settle a condition and mean nothing else to anybody; none where they mean more."""
        if len(found) != 1 or not found[0].enough or found[0].hidden_by:
            return []
        words = list(map(_word, found[0].strings))
        alone = all(words) and all(self._users[string] == 1 for string in found[0].strings)
        return words if alone else []

    def _lent(self, found: list[Needles]) -> int | None:
        """The number of a condition's first needle, if that settles it and nothing else has it yet."""
        if len(found) != 1 or not found[0].enough or found[0].hidden_by:
            return None
        first = self._needle(found[0].strings[0])
        if first in self._taken:
            return None
        self._taken.add(first)
        return first

    def _watch(self, number: int, atom: Atom, found: Needles) -> None:
        own = list(map(self._needle, found.strings))
        if found.enough and not found.hidden_by:
            for needle in own:
                if needle != number:  # read before anything implied is added, so that nothing is implied twice
                    self.implied.setdefault(needle, []).append(number)
            return
        hidden_by = frozenset(self._needle(string) for longer in found.hidden_by for string in needles(longer).strings)
        guard = _Guard(number, atom, hidden_by if found.enough else frozenset())
        for needle in own:
            self.guards.setdefault(needle, []).append(guard)

    def _needle(self, string: str) -> int:
        word = _word(string)
        if not word:
            return self.patterns.setdefault(string, len(self.patterns))
        known = self.words.get(word)
        if known is None:
            known = self.words[word] = self._fresh()
        return known

    def _fresh(self) -> int:
        self.lowest -= 1
        return self.lowest


def _word(needle: str) -> str:
    """The word that a needle is; "" when it is no single whole word."""
    word = needle[1:-1]
    return word if needle[0] == needle[-1] == " " and " " not in word else ""


def _every_string(found: Needles) -> Iterator[str]:
    yield from found.strings
    for longer in found.hidden_by:
        yield from needles(longer).strings
