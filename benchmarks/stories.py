"""Grouping at a full window: milliseconds an article, memory, rebuild; beside datasketch and rensa where installed.

    .venv/bin/python benchmarks/stories.py [--window 100000] [--asked 2000]

The stream is made: stories of three articles on average, their concepts, words, figures and leads drawn from
vocabularies as skewed as news. A peer that is not installed is named and skipped.
"""

import argparse
import importlib
import random
import resource
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from bot.desk.stories.copies import Copies, sketch
from bot.desk.stories.features import Features
from bot.desk.stories.figures import Figure
from bot.desk.stories.kept import from_text, to_text
from bot.desk.stories.ladder import Ladder

HOURS = 160.0


def stream(count: int, seed: int = 1) -> Iterator[tuple[float, Features]]:
    """Articles in time order, those of a story sharing most of what they say."""
    rnd = random.Random(seed)
    open_stories: list[tuple[dict[str, float], list[str], tuple[Figure, ...]]] = []
    for at in range(count):
        if not open_stories or rnd.random() < 0.35:
            open_stories.append(_story(rnd))
            if len(open_stories) > 400:
                open_stories.pop(0)
        concepts, words, figures = rnd.choice(open_stories)
        own = {name: weight for name, weight in concepts.items() if rnd.random() < 0.75}
        own |= {f"thing:x{_skewed(rnd, 3000)}": 0.45 for _ in range(3)}
        said = [word for word in words if rnd.random() < 0.6] + [f"w{_skewed(rnd, 30000)}" for _ in range(10)]
        lang = rnd.choice(("en", "ko", "zh"))
        yield (
            at * HOURS / count,
            Features(
                lang,
                own,
                {},
                {f"{lang}{word}": 0.45 for word in said},
                frozenset({f"act:a{_skewed(rnd, 60)}"}),
                figures=figures,
            ),
        )


def _story(rnd: random.Random) -> tuple[dict[str, float], list[str], tuple[Figure, ...]]:
    concepts = {f"thing:x{_skewed(rnd, 3000)}": rnd.choice((1.0, 0.45)) for _ in range(14)}
    words = [f"w{_skewed(rnd, 30000)}" for _ in range(30)]
    figures = (Figure("usd", rnd.uniform(1e6, 1e11), 0.0, ""),) if rnd.random() < 0.4 else ()
    return concepts, words, figures


def _skewed(rnd: random.Random, size: int) -> int:
    return int(size ** rnd.random())


def memory() -> float:
    """Megabytes in use now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 2**20


def full_window(window: int, asked: int) -> None:
    before = memory()
    ladder = Ladder()
    began, number, fresh = time.perf_counter(), 0, 0
    articles = stream(window + asked)
    for _ in range(window):
        hour, article = next(articles)
        number += 1
        fresh = _place(ladder, article, hour, number, fresh)
    spent = time.perf_counter() - began
    print(
        f"window of {window:,}: filled in {spent:.1f} s, {len(ladder.window.stories):,} stories, {memory() - before:.0f} MB more"
    )
    times = []
    for hour, article in articles:
        number += 1
        began = time.perf_counter()
        fresh = _place(ladder, article, hour, number, fresh)
        times.append((time.perf_counter() - began) * 1000)
    times.sort()
    print(f"an article: median {statistics.median(times):.2f} ms, p99 {times[len(times) * 99 // 100]:.2f} ms")


def _place(ladder: Ladder, article: Features, hour: float, number: int, fresh: int) -> int:
    decision = ladder.decide(article, hour, fresh + 1)
    ladder.take(decision.story, number, article, hour)
    return fresh + decision.opens


def rebuilt(window: int) -> None:
    kept = [(hour, to_text(article)) for hour, article in stream(window)]
    ladder = Ladder()
    began = time.perf_counter()
    for number, (hour, text) in enumerate(kept, start=1):
        ladder.take(number // 3, number, from_text(text), hour)
    print(f"rebuilt from {window:,} stored articles in {time.perf_counter() - began:.1f} s")


def copies(peer: str, find: Callable[[list[str], list[str]], int]) -> None:
    rnd = random.Random(3)
    originals = [" ".join(f"w{_skewed(rnd, 30000)}" for _ in range(300)) for _ in range(1000)]
    edited = [" ".join(text.split()[: 300 * 6 // 10]) for text in originals]
    began = time.perf_counter()
    found = find(originals, edited)
    print(
        f"copies cut to 60 %, {peer}: recall {found / 1000:.3f}, {2000 / (time.perf_counter() - began):,.0f} texts a second"
    )


def ours(originals: list[str], edited: list[str]) -> int:
    held = Copies()
    for number, text in enumerate(originals, start=1):
        held.add(number, sketch(text), 0.0, 168.0)
    return sum(held.original(sketch(text))[0] == number for number, text in enumerate(edited, start=1))


def with_datasketch(originals: list[str], edited: list[str]) -> int:
    datasketch = importlib.import_module("datasketch")
    index = datasketch.MinHashLSH(threshold=0.5, num_perm=128)

    def hashed(text: str) -> object:
        made = datasketch.MinHash(num_perm=128)
        words = text.split()
        made.update_batch([" ".join(words[at : at + 3]).encode() for at in range(len(words) - 2)])
        return made

    for number, text in enumerate(originals):
        index.insert(str(number), hashed(text))
    return sum(str(number) in index.query(hashed(text)) for number, text in enumerate(edited))


def with_rensa(originals: list[str], edited: list[str]) -> int:
    rensa = importlib.import_module("rensa")
    index = rensa.RMinHashLSH(threshold=0.5, num_perm=128, num_bands=32)

    def hashed(text: str) -> object:
        made = rensa.RMinHash(num_perm=128, seed=42)
        words = text.split()
        made.update([" ".join(words[at : at + 3]) for at in range(len(words) - 2)])
        return made

    for number, text in enumerate(originals):
        index.insert(number, hashed(text))
    return sum(number in index.query(hashed(text)) for number, text in enumerate(edited))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--window", type=int, default=100_000)
    parser.add_argument("--asked", type=int, default=2_000)
    args = parser.parse_args()
    full_window(args.window, args.asked)
    rebuilt(min(args.window, 20_000))
    copies("ours", ours)
    for peer, find in (("datasketch", with_datasketch), ("rensa", with_rensa)):
        try:
            importlib.import_module(peer)
        except ImportError:
            print(f"skipped: {peer} is not installed (pip install {peer})")
        else:
            copies(peer, find)


if __name__ == "__main__":
    main()
