"""Grouping at a full window: milliseconds an article, memory, rebuild; beside datasketch and rensa where installed.

    .venv/bin/python benchmarks/stories.py [--window 100000] [--asked 2000]

The stream is made: stories of three articles on average, their concepts, words, figures and leads drawn from
vocabularies as skewed as news. A peer that is not installed is named and skipped.
"""

import argparse
import gc
import importlib
import json
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from sqlite_utils import Database

from bot.config import load_desk_data
from bot.desk.stories.copies import Copies, sketch
from bot.desk.stories.features import Features, features
from bot.desk.stories.figures import Figure
from bot.desk.stories.kept import to_text
from bot.desk.stories.ladder import Decision, Ladder
from bot.desk.stories.placing import Placing
from bot.desk.stories.window import LIVES
from bot.desk.topics import Gazetteer
from bot.house import undisturbed
from bot.model import Text
from storage import Store, articles
from storage.encoding import key_number

#: A window full of stories: what comes after it makes the window forget the oldest.
HOURS = LIVES + 24
OWN_SET = Path(__file__).parents[1] / "tests" / "data" / "stories.jsonl"
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


class Told(NamedTuple):
    """What the articles of one made story share."""

    concepts: dict[str, float]
    words: list[int]
    facts: tuple[str, ...]
    figures: tuple[Figure, ...]
    text: list[str]


def stream(count: int, seed: int = 1, week: int = 0) -> Iterator[tuple[float, Features]]:
    """Articles in time order, those of a story sharing most of what they say; one in eight copies another's text.

    `week`: so many of them fill the window, all of them by default.
    """
    rnd = random.Random(seed)
    told: list[Told] = []
    for at in range(count):
        if not told or rnd.random() < 0.35:
            told.append(_story(rnd))
            if len(told) > 400:
                told.pop(0)
        yield at * HOURS / (week or count), _article(rnd, rnd.choice(told))


def _article(rnd: random.Random, story: Told) -> Features:
    lang = rnd.choice(("en", "ko", "zh"))
    own = {name: weight for name, weight in story.concepts.items() if rnd.random() < 0.75}
    own |= {f"thing:x{_skewed(rnd, 3000)}": 0.45 for _ in range(3)}
    salt = ("en", "ko", "zh").index(lang) << 28
    said = [salt | word for word in story.words if rnd.random() < 0.6]
    said += [salt | crc32(b"%d" % _skewed(rnd, 300_000)) >> 4 for _ in range(30)]
    copied = rnd.random() < 0.125
    text = story.text if copied else [str(_skewed(rnd, 30_000)) for _ in range(80)]
    return Features(
        lang,
        own,
        dict.fromkeys(own, "printed"),
        {word: 100 if at < 12 else 45 for at, word in enumerate(dict.fromkeys(said))},
        heads=frozenset(list(own)[:8]),
        facts=story.facts,
        figures=story.figures,
        sounds=() if lang == "en" else tuple(word & ~1 | (lang == "zh") for word in said[:40]),
        sketch=sketch(" ".join(text)),
    )


def _story(rnd: random.Random) -> Told:
    return Told(
        {f"thing:x{_skewed(rnd, 3000)}": rnd.choice((1.0, 0.45)) for _ in range(14)},
        [crc32(b"%d" % _skewed(rnd, 300_000)) >> 4 for _ in range(50)],
        (f"act:a{_skewed(rnd, 60)}", f"by:{rnd.choice(('KR', 'CN', 'US'))}"),
        (Figure("usd", rnd.uniform(1e6, 1e11), 0.0, "$1 billion"),) if rnd.random() < 0.4 else (),
        [str(_skewed(rnd, 30_000)) for _ in range(80)],
    )


def _skewed(rnd: random.Random, size: int) -> int:
    return int(size ** rnd.random())


def memory() -> float:
    """Megabytes in use now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 2**20


def full_window(window: int, asked: int) -> None:
    """Fills a window, then places articles in it one by one."""
    gc.collect()
    before = memory()
    ladder = Ladder()
    began, number, fresh = time.perf_counter(), 0, 0
    articles = stream(window + asked, week=window)
    for _ in range(window):
        hour, article = next(articles)
        number += 1
        # Taken in, not decided: what is measured is the window when it is full.
        fresh += number % 3 == 1
        ladder.take(Decision("merge", fresh), number, article, hour)
    spent = time.perf_counter() - began
    gc.collect()
    print(
        f"window of {window:,}: filled in {spent:.1f} s, {len(ladder.window.stories):,} stories,"
        f" {memory() - before:.0f} MB more, {memory():.0f} MB in all"
    )
    times, busy = [], []
    for hour, article in articles:
        number += 1
        began, worked = time.perf_counter(), time.thread_time()
        decision = ladder.decide(article, hour, fresh + 1)
        ladder.take(decision, number, article, hour)
        times.append((time.perf_counter() - began) * 1000)
        busy.append((time.thread_time() - worked) * 1000)
        fresh += decision.opens
    for name, spent_on in (("by the clock", sorted(times)), ("of our CPU", sorted(busy))):
        print(
            f"an article {name}: median {statistics.median(spent_on):.2f} ms,"
            f" p99 {spent_on[len(spent_on) * 99 // 100]:.2f} ms, longest {spent_on[-1]:.1f} ms"
        )


def rebuilt(window: int) -> None:
    """Takes in the stored features of a window, as a start does."""
    kept = [
        (number, number // 3, NOON + timedelta(hours=hour), to_text(article))
        for number, (hour, article) in enumerate(stream(window), start=1)
    ]
    placing = Placing(Gazetteer.load(load_desk_data()[0]))
    gc.collect()
    began, worked = time.perf_counter(), time.thread_time()
    with undisturbed():
        placing.replay(kept)
    worked = time.thread_time() - worked
    print(
        f"rebuilt from {window:,} stored articles in {time.perf_counter() - began:.1f} s, {worked:.1f} s of our CPU"
        f" ({sum(len(data) for *_, data in kept) / window:.0f} bytes each)"
    )


def read_from_words(asked: int = 2_000) -> None:
    """Reads the articles of the labelled set, as they come before they are placed."""
    gazetteer = Gazetteer.load(load_desk_data()[0])
    rows = [json.loads(line) for line in OWN_SET.read_text(encoding="utf-8").splitlines()]
    texts = [Text(row["id"], row["title"], row["lead"], lang=row["lang"]) for row in rows]
    times = []
    for at in range(asked):
        text = texts[at % len(texts)]
        began = time.thread_time()
        features(text, gazetteer, sketch(text.lead))
        times.append((time.thread_time() - began) * 1000)
    print(f"an article of the labelled set read: median {statistics.median(times):.2f} ms of our CPU")


def archive(small: int, large: int, asked: int = 2_000) -> None:
    """What the archive's size costs an article: its identity keys and the next ids are all that is asked of it."""
    medians = []
    for count in (small, large):
        with tempfile.TemporaryDirectory() as folder:
            store = Store.open(Path(folder) / "archive.db", now=NOON)
            store.write_sync(lambda db, count=count: _filled(db, count))
            rnd, times = random.Random(4), []
            for _ in range(asked):
                keys = [f"url:wire.example/{rnd.randrange(count * 2)}", f"guid:wire:{rnd.randrange(count * 2)}"]
                began = time.thread_time()
                store.read_sync(lambda db, keys=keys: (articles.recall_known(db, keys), articles.next_ids(db)))
                times.append((time.thread_time() - began) * 1000)
            store.close_sync()
        medians.append(statistics.median(times))
        print(f"archive of {count:,}: keys and ids of an article, median {medians[-1]:.3f} ms of our CPU")
    print(f"an article costs {(medians[1] - medians[0]) * 1000:+.0f} µs more in the larger archive")


def _filled(db: Database, count: int) -> None:
    db.conn.execute("INSERT INTO stories (id, title, first_seen, last_seen) VALUES (1, '', 0, 0)")
    db.conn.executemany(
        "INSERT INTO articles VALUES (?1, 'wire', 'https://wire.example/' || ?1, 'A headline of usual length ' || ?1, '',"
        " 'en', ?1, 'minute', ?1, 'hash', 1, 1, 0.5, '[]', 'Wire', 'KR', 'newspaper', 0)",
        ((number,) for number in range(1, count + 1)),
    )
    db.conn.executemany(
        "INSERT INTO article_keys (key, article, seen) VALUES (?, ?, 0)",
        ((key_number(f"url:wire.example/{number}"), number) for number in range(1, count + 1)),
    )


def copies(peer: str, find: Callable[[list[str], list[str]], int]) -> None:
    """Recall and rate on five edits of a thousand texts: dateline, cut, words lost, numbers changed, credits."""
    rnd = random.Random(3)
    originals = [[_word(_skewed(rnd, 30_000)) for _ in range(300)] for _ in range(1_000)]
    edits: dict[str, Callable[[list[str]], list[str]]] = {
        "dateline": lambda words: ["seoul", "nov", "sample", "wire", *words],
        "cut to 60 %": lambda words: words[:180],
        "12 words lost": lambda words: [word for at, word in enumerate(words) if at % 25],
        "changed": lambda words: [word if at % 29 else "other" for at, word in enumerate(words)],
        "credits": lambda words: [*words[20:], "reporting", "by", "the", "sample", "desk"],
    }
    told = []
    began = time.perf_counter()
    for name, edit in edits.items():
        found = find([" ".join(words) for words in originals], [" ".join(edit(words)) for words in originals])
        told.append(f"{name} {found / 1000:.3f}")
    rate = 2_000 * len(edits) / (time.perf_counter() - began)
    print(f"copies, {peer}: {', '.join(told)}; {rate:,.0f} texts a second")


def _word(number: int) -> str:
    """A made word of letters alone."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))


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
    parser.add_argument("--archive", type=int, default=0, help="compare an archive of so many with a tenth of it")
    args = parser.parse_args()
    full_window(args.window, args.asked)
    read_from_words()
    rebuilt(min(args.window, 20_000))
    if args.window > 20_000:
        rebuilt(args.window)
    if args.archive:
        archive(args.archive // 10, args.archive)
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
