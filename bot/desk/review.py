"""What a person should look at now and then: rules that nearly hit, and words that may be names we do not know."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from math import log
from typing import NamedTuple

from bot.desk.rules import Page, holds
from bot.desk.rules.nodes import And, Concept, Filter, Node, Not, Or
from bot.desk.text.fold import fold
from bot.desk.text.tokens import has_cjk, runs

#: A word beside a name counts from so many articles on, and when so sure that it is no accident (G², p < 0.001).
TOGETHER, SURE = 5, 10.8
#: A word inside stories counts from so many merged stories on.
STORIES = 3
SHORTEST_LATIN, LONGEST_KOREAN, HAN = 3, 6, (2, 3, 4)
HANGUL, PARTICLES = ("\uac00", "\ud7a3"), frozenset("은는이가을를의에도와과로")
EXAMPLES = 3


def near_misses(root: Node, page: Page) -> tuple[Node, ...]:
    """The one condition that kept an article from meeting a rule, for each of its alternatives; none where more did."""
    if holds(root, page):
        return ()
    ways = root.nodes if isinstance(root, Or) else (root,)
    missing = (tuple(part for part in way.nodes if not holds(part, page)) for way in ways if isinstance(way, And))
    return tuple(parts[0] for parts in missing if len(parts) == 1)


def spelled(node: Node) -> str:
    """A condition as somebody might type it."""
    match node:
        case And(nodes):
            return f"({' AND '.join(map(spelled, nodes))})"
        case Or(nodes):
            return f"({' OR '.join(map(spelled, nodes))})"
        case Not(child):
            return f"NOT {spelled(child)}"
        case Filter(name, value):
            return f"{name}:{value}"
        case Concept(name):
            return f"concept:{name}"
        case _:
            return node.typed


class Suggestion(NamedTuple):
    """A word that may be a name of a concept, or of something that has none yet."""

    why: str  # beside: with a concept's names; inside: in stories told by several
    concept: str
    word: str
    times: int  # articles, or stories
    score: float  # how unlikely it is that chance brought them together (G²); of stories: their part
    examples: tuple[int, ...]  # articles


def words_of(title: str) -> tuple[str, ...]:
    """What may be a name in a headline; leads repeat what all outlets write.

    Latin words, Korean words without their particle, and every stretch of two to four Han characters.
    """
    found: dict[str, None] = {}
    for run in runs(fold(title).text):
        if not has_cjk(run):
            found.update({run: None} if len(run) >= SHORTEST_LATIN and not run.isdecimal() else {})
        elif HANGUL[0] <= run[0] <= HANGUL[1]:
            word = run[:-1] if len(run) > 2 and run[-1] in PARTICLES else run
            found.update({word: None} if 2 <= len(word) <= LONGEST_KOREAN else {})
        else:
            found.update({run[at : at + size]: None for size in HAN for at in range(len(run) - size + 1)})
    return tuple(found)


class _Noted(NamedTuple):
    """An article as the miner keeps it."""

    article: int
    story: int
    words: tuple[str, ...]
    concepts: frozenset[str]


class Miner:
    """Words by the company they keep; filled by `take`."""

    def __init__(self, names: Iterable[str]) -> None:
        """Knows the names that need no suggesting, as printed."""
        folded = {fold(name).text for name in names}
        self._known = folded | {piece for name in folded for piece in runs(name)}
        self._written = "\n".join(sorted(folded))
        self._cjk = tuple(name for name in folded if len(name) > 1 and has_cjk(name))
        self._noted: list[_Noted] = []
        self._spelling: dict[str, str] = {}  # one string for each word, however often it comes

    def take(self, article: int, story: int, title: str, concepts: Iterable[str]) -> None:
        """Notes an article with the concepts that are named in it."""
        words = tuple(self._spelling.setdefault(word, word) for word in words_of(title))
        self._noted.append(_Noted(article, story, words, frozenset(concepts)))

    def suggestions(self) -> tuple[Suggestion, ...]:
        """The likeliest first; of a word and its parts that come as often, the word."""
        counts = Counter(word for noted in self._noted for word in noted.words)
        often = {word for word, count in counts.items() if count >= min(TOGETHER, STORIES) and self._is_new(word)}
        found = (*self._beside(counts, often), *self._inside(counts, often))
        parts = {
            (one.why, one.concept, one.word[at : at + size], one.times)
            for one in found
            for size in range(2, len(one.word))
            for at in range(len(one.word) - size + 1)
        }
        whole = (one for one in found if (one.why, one.concept, one.word, one.times) not in parts)
        return tuple(sorted(whole, key=lambda one: (one.why, -one.score, one.concept, one.word)))

    def _is_new(self, word: str) -> bool:
        """Whether a word is no name, no part of one, and does not hold one."""
        if word in self._known:
            return False
        return not has_cjk(word) or (word not in self._written and not any(name in word for name in self._cjk))

    def _beside(self, counts: Mapping[str, int], often: Collection[str]) -> Iterator[Suggestion]:
        named = Counter(concept for noted in self._noted for concept in noted.concepts)
        pairs: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for noted in self._noted:
            for word in noted.words:
                if word in often:
                    for concept in noted.concepts:
                        pairs[concept, word].append(noted.article)
        for (concept, word), together in pairs.items():
            if len(together) >= TOGETHER:
                score = g_squared(len(together), named[concept], counts[word], len(self._noted))
                if score >= SURE:
                    yield Suggestion("beside", concept, word, len(together), score, tuple(together[:EXAMPLES]))

    def _inside(self, counts: Mapping[str, int], often: Collection[str]) -> Iterator[Suggestion]:
        """Words that several reports of one event use, in several events."""
        stories: defaultdict[int, list[_Noted]] = defaultdict(list)
        for noted in self._noted:
            stories[noted.story].append(noted)
        recurring: defaultdict[str, list[int]] = defaultdict(list)
        for told in stories.values():
            used = Counter(word for noted in told for word in noted.words) if len(told) > 1 else {}
            for word, times in used.items():
                if times > 1 and word in often:
                    recurring[word].append(next(noted.article for noted in told if word in noted.words))
        for word, examples in recurring.items():
            if len(examples) >= STORIES:
                part = len(examples) / counts[word]
                yield Suggestion("inside", "", word, len(examples), part, tuple(examples[:EXAMPLES]))


def g_squared(together: int, one: int, other: int, every: int) -> float:
    """Dunning's log-likelihood of two things standing together more often than by chance; 0 where they do less."""
    expected = one * other / every
    if together <= expected:
        return 0.0
    observed = (together, one - together, other - together, every - one - other + together)
    wanted = (expected, one - expected, other - expected, every - one - other + expected)
    return 2 * sum(seen * log(seen / due) for seen, due in zip(observed, wanted, strict=True) if seen > 0)
