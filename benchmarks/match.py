"""Matching against public peers: bare ahocorasick-rs, a compiled `re`, an `in` loop; equal output asserted first.

Run with `.venv/bin/python -m benchmarks.match [100 10000 100000 1000000]`. Documents have some 590 bytes, a title and
four sentences, in English, Chinese and Korean by turns. All sides get text that is already folded and cut: the row of
an article's page, in which words stand before CJK stretches; ours asks each of its automata for its own part of it, the
others search the whole. They search it with the same needles, so that sets must be equal. Both sides of a ratio run alternately (A B A B) in one process; CPU
seconds of the process are the measure. Memory is measured in processes of their own, one for each side.
"""

import contextlib
import ctypes
import gc
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median

from ahocorasick_rs import BytesAhoCorasick, Implementation

from bot.desk.rules import Page, RuleIndex, Vocabulary
from bot.desk.rules.shelf import Keep, in_memory
from bot.desk.text.fold import fold
from bot.model import Rule, Text
from storage.aside import aside

#: Rules of one quoted word; boolean rules whose words are shared by many, so that there are more rules than words; and
#: boolean rules of which three quarters have a word of their own and a quarter common words only: as many words as rules.
KINDS = ("terms", "boolean", "own")
DOCUMENTS, ROUNDS = 2_000, 15
#: Words that texts are made of; of ten thousand terms some fifteen stand in a document.
WORDS = 50_000
LATIN = "bcdfghklmnprstvz"
VOWELS = "aeiou"


def characters(first: int, count: int, step: int) -> list[str]:
    """Characters that fold to themselves."""
    return [c for c in map(chr, range(first, first + count * step, step)) if fold(c).text == c]


class Languages:
    """Made-up words of three scripts, each drawn as often as its place in the row says."""

    def __init__(self, dice: random.Random) -> None:
        self._dice = dice
        self._han = characters(0x4E00, 1_500, 7)
        self._hangul = characters(0xAC00, 1_000, 11)

    def word(self, script: int) -> str:
        dice = self._dice
        if script == 0:
            return "".join(dice.choice(LATIN) + dice.choice(VOWELS) for _ in range(dice.randint(2, 4)))
        letters = self._han if script == 1 else self._hangul
        return "".join(dice.choice(letters) for _ in range(dice.choice((2, 2, 3, 4))))

    def words(self, count: int) -> list[str]:
        """Distinct words, the scripts by turns; the first ones are the common ones."""
        made: dict[str, None] = {}
        while len(made) < count:
            made[self.word(len(made) % 3)] = None
        return list(made)


def pick(dice: random.Random, words: list[str]) -> str:
    """A word as often as texts use it: the first ones are the common ones."""
    return words[int(len(words) * dice.random() ** 3)]


def documents(dice: random.Random, words: list[str], count: int = DOCUMENTS) -> list[Text]:
    """Texts of some 590 bytes."""
    scripts = [words[first::3] for first in range(3)]
    lengths, glue, stop = (88, 66, 60), (" ", "", " "), (". ", "。", ". ")
    made = []
    for number in range(count):
        own = number % 3
        text = [pick(dice, scripts[own]) for _ in range(lengths[own])]
        cut = [text[start : start + len(text) // 5 + 1] for start in range(0, len(text), len(text) // 5 + 1)]
        title, *sentences = (glue[own].join(part) for part in cut)
        made.append(Text(str(number), title, stop[own].join(sentences)))
    return made


def terms(dice: random.Random, words: list[str], count: int) -> list[str]:
    """So many words of the language in their order; beyond those, words no text has."""
    if count <= len(words):
        return [words[place] for place in sorted(dice.sample(range(len(words)), count))]
    language, made = Languages(dice), dict.fromkeys(words)
    while len(made) < count:
        made[language.word(dice.randrange(3))] = None
    return list(made)


def pick_for_rule(dice: random.Random, words: list[str]) -> str:
    """A word as rules ask for it: rare names and common words in equal parts."""
    return pick(dice, words) if dice.random() < 0.5 else dice.choice(words)


def boolean_rule(dice: random.Random, scripts: list[list[str]]) -> str:
    """A shape people write: two or three words, an alternative, an exclusion; a quarter has common words only."""
    own = scripts[dice.randrange(3)]
    a, b, c, d = (pick_for_rule(dice, own) for _ in range(4))
    return dice.choice([f"{a} {b}", f"{a} AND ({b} OR {c})", f"{a} {b} -{d}", f"{a} {b} {c}", f"({a} OR {b}) AND {c}"])


def own_rule(dice: random.Random, common: list[str], own: str = "") -> str:
    """The same shapes, of common words and one that no other rule has."""
    a, b, c = (dice.choice(common) for _ in range(3))
    a = own or a
    return dice.choice([f"{a} {b}", f"{a} AND ({b} OR {c})", f"{b} {a} -{c}", f"{b} {c} {a}", f"({b} OR {c}) AND {a}"])


def own_rules(dice: random.Random, words: list[str]) -> list[str]:
    """As many rules as words: the commonest quarter serves them all, each other word one; a quarter is left without."""
    quarter = len(words) // 4
    common = scripts_of(words[:quarter])
    own = [own_rule(dice, common[script_of(word)], word) for word in words[quarter:]]
    made = [*own, *(own_rule(dice, common[n % 3]) for n in range(quarter))]
    dice.shuffle(made)
    return made


def script_of(word: str) -> int:
    """Latin, Han, Hangul."""
    return 0 if word.isascii() else 1 if word < "\uac00" else 2


def scripts_of(words: list[str]) -> list[list[str]]:
    """The words by script, in their order."""
    found: list[list[str]] = [[], [], []]
    for word in words:
        found[script_of(word)].append(word)
    return found


class Made:
    """Documents and rules of one size, the same in every process."""

    def __init__(self, kind: str, count: int) -> None:
        dice = random.Random(count)
        words = Languages(dice).words(WORDS)
        self.texts = documents(dice, words)
        self.sample = documents(dice, words, 300)
        self.words = terms(dice, words, min(count, WORDS) if kind == "boolean" else count)
        if kind == "terms":
            self.rules = [Rule(n, 1, f'"{word}"', 1) for n, word in enumerate(self.words)]
        else:
            scripts = scripts_of(self.words)
            shared = (boolean_rule(dice, scripts) for _ in range(count))
            made = own_rules(dice, self.words) if kind == "own" else shared
            self.rules = [Rule(n, 1, text, 1) for n, text in enumerate(made)]
            used = {word for rule in self.rules for word in rule_words(rule.text)}
            self.words = [word for word in self.words if word in used]

    def index(self, keep: Keep = in_memory) -> RuleIndex:
        return RuleIndex.build(self.rules, Vocabulary(), self.sample, keep=keep)

    def automaton(self) -> BytesAhoCorasick:
        """Of the distinct words, as they stand in the row."""
        patterns = [needle(word).encode() for word in self.words]
        return BytesAhoCorasick(patterns, implementation=Implementation.ContiguousNFA)


def rule_words(rule: str) -> list[str]:
    return [word for word in re.findall(r"[^\s()-]+", rule) if word not in {"AND", "OR"}]


def needle(word: str) -> str:
    """The same condition as a quoted word has for us, in the row."""
    return f" {word} " if word.isascii() else word


def cpu(work: Callable[[], object]) -> float:
    gc.collect()
    gc.disable()
    started = time.process_time()
    work()
    spent = time.process_time() - started
    gc.enable()
    return spent


def alternately(
    sides: dict[str, Callable[[], object]], rounds: int = ROUNDS, before: Callable[[], None] = lambda: None
) -> dict[str, list[float]]:
    """The CPU seconds of each side by round, run A B A B."""
    spent: dict[str, list[float]] = {name: [] for name in sides}
    for _ in range(rounds):
        for name, work in sides.items():
            before()
            spent[name].append(cpu(work))
    return spent


def say(what: str, spent: dict[str, list[float]], base: str, count: int) -> None:
    """Documents a second, and the ratio of neighbouring turns: median (least to most)."""
    for name, times in spent.items():
        rate = f"{count / median(times):9,.0f} ({count / max(times):,.0f}-{count / min(times):,.0f})"
        ratios = sorted(theirs / own for theirs, own in zip(spent[base], times, strict=True))
        ratio = f"{median(ratios):6.2f}x ({ratios[0]:.2f}-{ratios[-1]:.2f})"
        print(f"{what:20} {name:20} {rate:28} docs/s {ratio}", flush=True)


class _Held(ctypes.Structure):
    """glibc's account of what was asked for and not given back."""

    _fields_ = tuple(
        (name, ctypes.c_size_t)
        for name in [
            "arena",
            "ordblks",
            "smblks",
            "hblks",
            "hblkhd",
            "usmblks",
            "fsmblks",
            "uordblks",
            "fordblks",
            "keepcost",
        ]
    )


def held() -> float:
    """Megabytes that are in use; with PYTHONMALLOC=malloc Python's own objects are among them."""
    gc.collect()
    mallinfo = ctypes.CDLL(None).mallinfo2
    mallinfo.restype = _Held
    told = mallinfo()
    return (told.uordblks + told.hblkhd) / 1e6


def resident() -> float:
    """Megabytes the process has, after what was freed went back as far as it does."""
    gc.collect()
    with contextlib.suppress(AttributeError, OSError):
        ctypes.CDLL(None).malloc_trim(0)
    with Path("/proc/self/statm").open(encoding="ascii") as statm:
        return int(statm.read().split()[1]) * resource.getpagesize() / 1e6


def weigh(side: str, kind: str, count: int, folder: str) -> None:
    """Prints what one side adds to a process; wordings are put into the folder, as the house puts them."""
    made = Made(kind, count)
    for text in (*made.texts, *made.sample):
        assert Page(text).row  # what folding learns of characters is not the index's
    RuleIndex.build([Rule(0, 1, '"potato chips" OR 삼성', 1)], Vocabulary())  # nor are the tables of every rule
    before = resident()
    kept = {
        "chipwire": lambda: made.index(aside(Path(folder) / "chipwire.db")),
        "with its wordings": made.index,
        "automaton": made.automaton,
    }[side]()
    if os.environ.get("PYTHONMALLOC") == "malloc":
        # What it gives back when it is let go; the process keeps some 0.3 MB of tables, however many the rules.
        with_it = held()
        del kept
        print(f"{with_it - held():.2f}")
    else:
        print(f"{resident() - before:.2f}")


def say_memory(kind: str, count: int) -> None:
    """What each side holds, and what it leaves of a fresh process."""
    for what, environ in (("held", {"PYTHONMALLOC": "malloc"}), ("resident", {})):
        sides = {}
        for side in ("chipwire", "with its wordings", "automaton"):
            with tempfile.TemporaryDirectory() as folder:
                command = [sys.executable, "-m", "benchmarks.match", "--weigh", side, kind, str(count), folder]
                env = {**os.environ, **environ}
                sides[side] = float(subprocess.run(command, capture_output=True, text=True, check=True, env=env).stdout)
        ratio = sides["chipwire"] / max(0.01, sides["automaton"])
        told = ", ".join(f"{side} {size:.2f} MB" for side, size in sides.items())
        print(f"{'':20} memory {what}: {told}, {ratio:.2f}x", flush=True)


def fresh(pages: Iterable[Page]) -> None:
    """Only the row, its two parts and the singulars stay: everything that is made of them is made again."""
    for page in pages:
        for name in set(page.__dict__) - {"text", "fields", "row", "parts", "singulars"}:
            del page.__dict__[name]


def timed(kind: str, count: int) -> None:
    """One size of one kind against the bare scan of its words."""
    made = Made(kind, count)
    pages = [Page(text) for text in made.texts]
    raw = [page.row for page in pages]
    rows = [row.decode() for row in raw]
    started = time.process_time()
    index = made.index()
    built = time.process_time() - started
    started = time.process_time()
    bare = made.automaton()
    print(f"{'':22} built in {built:.1f} s of CPU, the automaton alone in {time.process_time() - started:.1f} s")

    def bare_scan() -> list[object]:
        if kind == "terms":
            return [{found[0] for found in bare.find_matches_as_indexes(row, overlapping=True)} for row in raw]
        return [bare.find_matches_as_indexes(row, overlapping=True) for row in raw]

    def our_scan() -> list[set[int]]:
        return [index.matching(page) for page in pages]

    asked = slice(None, None, max(1, len(pages) * count // 4_000_000)) if kind != "terms" else slice(None)
    expected = bare_scan() if kind == "terms" else [naive(made.rules, row) for row in rows[asked]]
    assert expected == our_scan()[asked], f"{kind}: match sets differ"
    hits = sum(map(len, our_scan())) / len(pages)
    scanned = sum(len(set(bare.find_matches_as_indexes(row, overlapping=True))) for row in raw) / len(pages)
    sides = {"bare ahocorasick-rs": bare_scan, "chipwire": our_scan}
    say(f"{kind}, Q={count:,}", alternately(sides, before=lambda: fresh(pages)), "bare ahocorasick-rs", len(pages))
    size = sum(map(len, raw)) / len(raw)
    print(f"{'':22} a document has {size:.0f} bytes, {scanned:.1f} terms and {hits:.1f} rules hit it")
    if kind == "terms" and count <= 10_000:
        peers(made, rows[:100], our_scan()[:100])
    newer(index, count)


def peers(made: Made, rows: list[str], expected: list[set[int]]) -> None:
    """The loop and the expression, on a part of the documents."""
    needles = [needle(word) for word in made.words]
    alternation = re.compile("|".join(map(re.escape, needles)))
    sides = {
        "in loop": lambda: [{n for n, own in enumerate(needles) if own in row} for row in rows],
        "re alternation": lambda: [set(alternation.findall(row)) for row in rows],
    }
    assert sides["in loop"]() == expected
    say(f"terms, Q={len(needles):,}", alternately(sides, 1), "in loop", len(rows))


def newer(index: RuleIndex, count: int) -> None:
    """How long until one rule more is asked."""
    spent = []
    for number in range(20):
        rule = Rule(count + number, 1, f'"word{number}" AND (hbm OR zzzz) -abc', 1)
        spent.append(cpu(lambda: index.with_rule(rule)) * 1000)  # noqa: B023 -- called at once
        index = index.with_rule(rule)
    print(f"{'':22} a new rule is live in {sorted(spent)[10]:.1f} ms (at most {max(spent):.1f})", flush=True)


def naive(rules: list[Rule], row: str) -> set[int]:
    """Each rule as a Python expression over `in`; a word stands for its plural too."""
    present: dict[str, bool] = {}

    def has(word: str) -> str:
        if word not in present:
            forms = {word, word + "s"} if word.isascii() else {word}
            present[word] = any(needle(form) in row for form in forms)
        return str(present[word])

    found = set()
    for rule in rules:
        spaced = rule.text.replace("(", "( ").replace(")", " )")
        pieces: list[str] = []
        for piece in spaced.split():
            operator = piece in {"AND", "OR", "(", ")"}
            if pieces and piece not in {"AND", "OR", ")"} and pieces[-1] not in {"and", "or", "("}:
                pieces.append("and")
            if operator:
                pieces.append(piece.lower())
            else:
                pieces.append(f"not {has(piece[1:])}" if piece.startswith("-") else has(piece))
        if eval(" ".join(pieces)):
            found.add(rule.id)
    return found


def subscribers() -> None:
    """A thousand articles, folded and explained, against five hundred rules."""
    dice = random.Random(5)
    words = Languages(dice).words(5_000)
    texts, scripts = documents(dice, words, 1_000), scripts_of(words)
    index = RuleIndex.build([Rule(n, 1, boolean_rule(dice, scripts), 1) for n in range(500)], Vocabulary())
    spent = cpu(lambda: [index.match(text) for text in texts])
    print(f"1,000 articles x 500 rules, folding and offsets included: {spent:.2f} s")


def main() -> None:
    if sys.argv[1:2] == ["--weigh"]:
        weigh(sys.argv[2], sys.argv[3], int(sys.argv[4]), sys.argv[5])
        return
    print(f"load {os.getloadavg()[0]:.1f}, {ROUNDS} rounds, {DOCUMENTS:,} documents")
    subscribers()
    for size in [int(size) for size in sys.argv[1:]] or [100, 10_000, 100_000]:
        for kind in KINDS:
            timed(kind, size)
            say_memory(kind, size)


if __name__ == "__main__":
    main()
