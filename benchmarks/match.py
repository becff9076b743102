"""Matching against public peers: bare ahocorasick-rs, a compiled `re`, an `in` loop; equal output asserted first.

Run with `.venv/bin/python benchmarks/match.py [10000 100000 …]`. Documents are some 590 bytes of title and lead in
English, Chinese and Korean. All sides get text that is already folded and cut: the peers the row of tokens as they
take it, we the same row and its words. They search it with the same needles, so that sets must be equal. Both sides of a ratio run alternately (A B A B) in one process; CPU
seconds of the process are the measure.
"""

import contextlib
import ctypes
import gc
import random
import re
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

from ahocorasick_rs import BytesAhoCorasick, Implementation

from bot.desk.rules import Page, RuleIndex, Vocabulary
from bot.model import Rule, Text

DOCUMENTS, ROUNDS = 2_000, 3
HAN = "中美韩日芯片半导体出口管制三星海力士台积电光刻机存储器贸易部长会谈合作供应链关税投资工厂西安无锡大连技术"
HANGUL = "삼성전자하이닉스반도체중국미국수출통제공급망비공시안우대령관회담협력관세투자기술메모리양산"
LATIN = "bcdfghklmnprstvz"
VOWELS = "aeiou"


def latin_word(dice: random.Random) -> str:
    return "".join(dice.choice(LATIN) + dice.choice(VOWELS) for _ in range(dice.randint(2, 4)))


def vocabulary_of(dice: random.Random, size: int) -> list[str]:
    """Words of three scripts; the first ones are the common ones."""
    words: dict[str, None] = {}
    while len(words) < size:
        kind = dice.random()
        if kind < 0.5:
            words[latin_word(dice)] = None
        else:
            letters = HAN if kind < 0.75 else HANGUL
            words["".join(dice.choice(letters) for _ in range(dice.randint(2, 5)))] = None
    return list(words)


def pick(dice: random.Random, words: list[str]) -> str:
    """A word as often as texts use it: the first ones are the common ones."""
    return words[int(len(words) * dice.random() ** 3)]


def pick_for_rule(dice: random.Random, words: list[str]) -> str:
    """A word as rules ask for it: rare names and common words in equal parts."""
    return pick(dice, words) if dice.random() < 0.5 else dice.choice(words)


def documents(dice: random.Random, words: list[str]) -> list[Text]:
    latin = [word for word in words if word.isascii()]
    cjk = [word for word in words if not word.isascii()]
    made = []
    for number in range(DOCUMENTS):
        own, glue, length = (latin, " ", 90) if number % 2 else (cjk, "", 55)
        text = [pick(dice, own) for _ in range(length)]
        made.append(Text(str(number), glue.join(text[:10]), glue.join(text[10:])))
    return made


def boolean_rule(dice: random.Random, words: list[str]) -> str:
    """A shape people write: two or three words, an alternative, an exclusion."""
    a, b, c, d = (pick_for_rule(dice, words) for _ in range(4))
    return dice.choice([f"{a} {b}", f"{a} AND ({b} OR {c})", f"{a} {b} -{d}", f"{a} {b} {c}", f"({a} OR {b}) AND {c}"])


def cpu(work: Callable[[], object]) -> float:
    gc.collect()
    gc.disable()
    started = time.process_time()
    work()
    spent = time.process_time() - started
    gc.enable()
    return spent


def alternately(sides: dict[str, Callable[[], object]], rounds: int = ROUNDS) -> dict[str, float]:
    """The median CPU seconds of each side, run A B A B."""
    spent: dict[str, list[float]] = {name: [] for name in sides}
    for _ in range(rounds):
        for name, work in sides.items():
            spent[name].append(cpu(work))
    return {name: sorted(times)[rounds // 2] for name, times in spent.items()}


def say(what: str, spent: dict[str, float], base: str, count: int) -> None:
    for name, seconds in spent.items():
        print(f"{what:28} {name:28} {count / seconds:12,.0f} docs/s   {spent[base] / seconds:6.2f}x")


def megabytes() -> float:
    """What the process holds, after what was freed went back."""
    gc.collect()
    with contextlib.suppress(AttributeError, OSError):
        ctypes.CDLL(None).malloc_trim(0)
    with Path("/proc/self/statm").open(encoding="ascii") as statm:
        return int(statm.read().split()[1]) * resource.getpagesize() / 1e6


def needle(word: str) -> str:
    """The same condition as a quoted word has for us, in the row."""
    return f" {word} " if word.isascii() else word


def plain_terms(count: int, dice: random.Random) -> None:
    words = vocabulary_of(dice, count)
    pages = [Page(text) for text in documents(dice, words)]
    rows = [page.row for page in pages]
    raw = [page.row_bytes for page in pages if page.words]
    rules = [Rule(n, 1, f'"{word}"', 1) for n, word in enumerate(words)]
    before = megabytes()
    index = RuleIndex.build(rules, Vocabulary())
    ours = megabytes() - before
    needles = [needle(word) for word in words]
    patterns = [n.encode() for n in needles]
    before = megabytes()
    bare = BytesAhoCorasick(patterns, implementation=Implementation.ContiguousNFA)
    theirs = megabytes() - before

    def bare_scan() -> list[set[int]]:
        return [{found[0] for found in bare.find_matches_as_indexes(row, overlapping=True)} for row in raw]

    def our_scan() -> list[set[int]]:
        return [index.matching(page) for page in pages]

    assert bare_scan() == our_scan(), "plain terms: match sets differ"
    sides = {"bare ahocorasick-rs": bare_scan, "chipwire": our_scan}
    say(f"plain terms, Q={count:,}", alternately(sides), "bare ahocorasick-rs", len(pages))
    print(f"{'':28} memory: chipwire {ours:.0f} MB, bare automaton {theirs:.0f} MB")
    if count <= 10_000:
        slow = rows[:100]
        alternation = re.compile("|".join(map(re.escape, needles)))
        peers = {
            "in loop": lambda: [{n for n, own in enumerate(needles) if own in row} for row in slow],
            "re alternation": lambda: [set(alternation.findall(row)) for row in slow],
        }
        assert peers["in loop"]() == our_scan()[:100]
        say(f"plain terms, Q={count:,}", alternately(peers, 1), "in loop", len(slow))


def boolean_rules(count: int, dice: random.Random) -> None:
    words = vocabulary_of(dice, max(2_000, count // 3))
    pages = [Page(text) for text in documents(dice, words)]
    raw = [page.row_bytes for page in pages if page.words]
    rules = [Rule(n, 1, boolean_rule(dice, words), 1) for n in range(count)]
    before, started = megabytes(), time.process_time()
    index = RuleIndex.build(rules, Vocabulary(), documents(dice, words)[:300])
    print(f"{'':28} built in {time.process_time() - started:.1f} s, {megabytes() - before:.0f} MB")
    used = sorted({word for rule in rules for word in re.findall(r"[^\s()-]+", rule.text)} - {"AND", "OR"})
    bare = BytesAhoCorasick([needle(word).encode() for word in used], implementation=Implementation.ContiguousNFA)

    def bare_scan() -> list[list[tuple[int, int, int]]]:
        return [bare.find_matches_as_indexes(row, overlapping=True) for row in raw]

    def our_scan() -> list[set[int]]:
        return [index.matching(page) for page in pages]

    slow = pages[:: max(1, len(pages) * count // 2_000_000)]
    expected = [naive(rules, page.row) for page in slow]
    assert expected == [index.matching(page) for page in slow], "boolean rules: match sets differ"
    hits = sum(map(len, our_scan())) / len(pages)
    scanned = sum(map(len, bare_scan())) / len(pages)
    sides = {"bare scan of the terms": bare_scan, "chipwire": our_scan}
    say(f"boolean, Q={count:,}", alternately(sides), "bare scan of the terms", len(pages))
    print(f"{'':28} {scanned:.1f} terms and {hits:.1f} rules hit a document")
    last = pages[0].text.title.split()[0][:12]
    started = time.process_time()
    newer = index.with_rule(Rule(count, 1, f'"{last}" OR zzzz', 1))
    print(f"{'':28} a new rule live in {(time.process_time() - started) * 1000:.1f} ms")
    assert newer is not index


def naive(rules: list[Rule], row: str) -> set[int]:
    """Each rule as a Python expression over `in`; quoted words stand for themselves."""
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
    words = vocabulary_of(dice, 5_000)
    texts = documents(dice, words)[:1_000]
    index = RuleIndex.build([Rule(n, 1, boolean_rule(dice, words), 1) for n in range(500)], Vocabulary())
    spent = alternately({"chipwire, folding and hits": lambda: [index.match(text) for text in texts]})
    print(f"1,000 articles x 500 rules, folding and offsets included: {next(iter(spent.values())):.2f} s")


def main() -> None:
    sizes = [int(size) for size in sys.argv[1:]] or [100, 10_000, 100_000]
    subscribers()
    for size in sizes:
        plain_terms(size, random.Random(size))
        boolean_rules(min(size, 100_000), random.Random(size))


if __name__ == "__main__":
    main()
