"""Many rules in one pass over an article: automata find every needle, and the needles say which rules are met."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from ahocorasick_rs import BytesAhoCorasick, Implementation

from bot.desk.rules.gathering import Gathered
from bot.desk.rules.meeting import holds
from bot.desk.rules.numbering import Numbering, Sought, renumbered, tailed
from bot.desk.rules.packing import packed
from bot.desk.rules.page import Page
from bot.desk.rules.postings import Postings, alone, arranged, hung

#: Below it the automaton is small enough to stand as a table in the processor's cache.
_TABLE_BELOW = 1_000


#: Finds every pattern in the row of an article, overlapping ones too if told so, as (pattern, from, to).
_Find = Callable[[bytes, bool], list[tuple[int, int, int]]]


class _Search(NamedTuple):
    """That, the number that each pattern means, and in bits whether it is looked for among singulars too."""

    find: _Find
    numbers: Sequence[int]
    either: bytes
    beyond: int | None = None  # as in `Sought`

    def among_singulars(self, row: bytes) -> list[int]:
        """What is met there."""
        either, numbers, first, beyond = self.either, self.numbers, len(self.numbers), self.beyond or 0
        places = [match[0] for match in self.find(row, True)]
        own = [at for at in places if either[at >> 3] >> (at & 7) & 1]
        return [numbers[at] if at < first else at + beyond for at in own]

    def with_tail(self, row: bytes) -> list[int]:
        """What is met in a row where the last patterns have no numbers of their own."""
        numbers, first, beyond = self.numbers, len(self.numbers), self.beyond or 0
        return [numbers[at] if at < first else at + beyond for at, _, _ in self.find(row, True)]


def _search(sought: Sought) -> _Search:
    return _Search(_finder(sought.patterns), sought.numbers, sought.either, sought.beyond)


class Engine:
    """A fixed set of rules; a rule is found through its rarest condition."""

    def __init__(self, gathered: Gathered, sample: Iterable[Page] = ()) -> None:
        """Puts the rules together.

        Args:
            gathered: what they ask for; its conditions are let go.
            sample: articles as they usually come, from which it is learnt what is rare.
        """
        numbering = Numbering(gathered.conditions)
        gathered.conditions.clear()
        sought = numbering.sought()
        searches = tuple(map(_search, sought))
        self._learn(numbering)
        #: What the needles mean that stand in an article.
        self._needles = _together(*searches)
        seen = Counter(chain.from_iterable(map(self._true, sample)))
        postings = hung(gathered, [seen[number] for number in range(numbering.conditions)], numbering.filters)
        direct = numbering.settled(alone(postings, gathered.trees))
        if 2 * len(direct) > numbering.size:  # mostly rules of one term: those need no deciding
            postings = [posting for posting in postings if posting.anchor not in direct]
        else:
            direct = {}
        numbers = arranged(postings, numbering.conditions, chain.from_iterable(own.numbers for own in sought))
        numbering.renumber(numbers)
        self._learn(numbering)
        self._postings = Postings(postings, gathered, numbers)
        codes = [packed(renumbered(own.numbers, numbers)) for own in sought]
        if direct:
            direct = {numbers[number]: rule for number, rule in direct.items()}
            codes = [packed(direct.get(number, ~number) for number in own) for own in codes]
        #: The codes of needles that need deciding.
        self._open = frozenset(code for own in codes for code in own if code < 0)
        if not direct and numbering.many:
            del searches
            searches = tuple(
                _search(tailed(one.patterns, own, one.either)) for one, own in zip(sought, codes, strict=True)
            )
        else:
            searches = tuple(one._replace(numbers=own) for one, own in zip(searches, codes, strict=True))
        self._needles = _together(*searches)
        #: The ids of all rules that an article meets.
        self.ask: Callable[[Page], set[int]] = self._asked
        if direct:
            self.ask = self._asked_directly if self._open or self._facts else self._needles

    def _learn(self, numbering: Numbering) -> None:
        self._facts = numbering.facts
        self._implied, self._guards = numbering.implied, numbering.guards
        self._signs = frozenset((*self._implied, *self._guards))

    def _asked(self, page: Page) -> set[int]:
        return self._postings.met_by(self._true(page))

    def _asked_directly(self, page: Page) -> set[int]:
        """The same where most needles are rules; what needs deciding has a code below 0."""
        met = self._needles(page)
        if not self._facts and self._open.isdisjoint(met):
            return met
        rest = {code for code in met if code < 0}
        return (met - rest) | self._postings.met_by(self._with_conclusions({~code for code in rest}, page))

    def _true(self, page: Page) -> set[int]:
        """The conditions that hold in the article, and the needles that were met."""
        return self._with_conclusions(self._needles(page), page)

    def _with_conclusions(self, true: set[int], page: Page) -> set[int]:
        if self._facts:
            true.update(self._facts[fact] for fact in page.properties & self._facts.keys())
        if self._signs and not self._signs.isdisjoint(true):
            true |= self._concluded(true, page)
        return true

    def _concluded(self, met: set[int], page: Page) -> set[int]:
        """The conditions that follow from needles, after a look at the text where that is needed."""
        signs = self._signs & met
        found = {number for sign in signs for number in self._implied.get(sign, ())}
        guards = [guard for sign in signs for guard in self._guards.get(sign, ())]
        if guards:
            found |= {guard.number for guard in guards if guard.hidden_by and guard.hidden_by.isdisjoint(met)}
            settled = met | found
            doubtful = {guard.number: guard.atom for guard in guards if guard.number not in settled}
            found |= {number for number, atom in doubtful.items() if holds(atom, page)}
        return found


def _together(words: _Search, *others: _Search) -> Callable[[Page], set[int]]:
    """What the needles mean that stand in an article, with stretches looked for apart or not."""
    if words.beyond is None:
        plain = _apart(words, *others) if others else _at_once(words)
    else:
        plain = _with_tails(words, *others)
    if not words.either:
        return plain

    def either(page: Page) -> set[int]:
        met = plain(page)
        if page.singulars:
            met.update(words.among_singulars(page.singulars))
        return met

    return either


def _at_once(words: _Search) -> Callable[[Page], set[int]]:
    find, numbers, _, _ = words
    return lambda page: {numbers[match[0]] for match in find(page.row, True)}


def _apart(words: _Search, others: _Search) -> Callable[[Page], set[int]]:
    find_words, word_numbers, _, _ = words
    find_stretches, stretch_numbers, _, _ = others

    def apart(page: Page) -> set[int]:
        words, stretches = page.parts
        if not stretches:
            return {word_numbers[match[0]] for match in find_words(words, True)}
        met = {stretch_numbers[match[0]] for match in find_stretches(stretches, True)}
        if words and (found := find_words(words, True)):
            met.update([word_numbers[match[0]] for match in found])
        return met

    return apart


def _with_tails(words: _Search, *others: _Search) -> Callable[[Page], set[int]]:
    if not others:
        return lambda page: set(words.with_tail(page.row))
    (stretches,) = others

    def apart(page: Page) -> set[int]:
        in_words, in_stretches = page.parts
        met = set(stretches.with_tail(in_stretches)) if in_stretches else set[int]()
        if in_words:
            met.update(words.with_tail(in_words))
        return met

    return apart


def _finder(patterns: list[bytes]) -> _Find:
    if not patterns:
        return _nothing
    kind = Implementation.DFA if len(patterns) < _TABLE_BELOW else Implementation.ContiguousNFA
    found: _Find = BytesAhoCorasick(patterns, implementation=kind).find_matches_as_indexes
    return found


def _nothing(_row: bytes, _overlapping: bool) -> list[tuple[int, int, int]]:
    return []
