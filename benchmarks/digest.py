"""Composing the morning's digests: 10,000 subscribers with 5 rules each, on one core.

.venv/bin/python -m benchmarks.digest                        # a minute; the seeding comes first and is not measured
.venv/bin/python -m benchmarks.digest --distinct             # every rule drawn anew, equal ones by chance alone
.venv/bin/python -m benchmarks.digest --subscribers 1000

The day has 2,000 articles with the words of the labelled sets in tests/data, told by 40 outlets; each subscriber follows
one built-in topic and four rules of two or three of those words. Every digest is composed as the sender does it, one read
step each, in a process of its own whose CPU seconds and peak memory are told.
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlite_utils import Database

from bot import letters
from bot.archive import open_store
from bot.config import load_classifier, load_occasions
from bot.delivery.channels.email import Sender, render
from bot.desk.archived import as_text
from bot.desk.reading import Desk
from bot.desk.rules import RuleIndex
from bot.model import (
    Article,
    Delivery,
    DeliveryState,
    Destination,
    Judgement,
    Precision,
    Rule,
    Source,
    SourceState,
    Story,
    Subscriber,
    Verdict,
)
from bot.press import Press
from storage import destinations, people, remember

NOW = datetime(2026, 11, 19, 22, 0, tzinfo=UTC)
DATA = Path(__file__).parent.parent / "tests" / "data"
SIDES = ("KR", "KR", "CN", "CN", "US", "TW", "INT", "JP")
OUTLETS = tuple(
    Source(
        f"s{number}",
        f"Outlet {number}",
        SIDES[number % 8],
        "government" if number % 11 == 0 else "newspaper",
        "en",
        "feed",
        f"https://outlet{number}.example/rss",
        state_media=SIDES[number % 8] == "CN" and number % 2 == 0,
    )
    for number in range(40)
)
LANGUAGES = (("en", "America/New_York"), ("ko", "Asia/Seoul"), ("zh-Hans", "Asia/Shanghai"), ("zh-Hant", "Asia/Taipei"))


def texts() -> list[dict[str, str]]:
    """Headlines and leads of both labelled sets, those of one story side by side."""
    return [
        json.loads(line)
        for name in ("stories", "topic")
        for line in (DATA / f"{name}.jsonl").read_text("utf-8").splitlines()
    ]


def seed(path: Path, subscribers: int, articles: int, distinct: bool) -> None:
    """Fills an archive with a day and a week before it, and the people."""
    dice, classifier = random.Random(8), load_classifier()
    told = texts()
    topics = [topic.id for topic in classifier.topics]
    pool = [rule_text(dice, told) for _ in range(4 * subscribers if distinct else 3000)]
    with open_store(path, NOW) as store:

        def step(db: Database) -> None:
            remember(db, day(told, articles, classifier), NOW)
            remember(db, before(topics, articles), NOW)
            for outlet in OUTLETS:
                remember(db, Verdict(SourceState(outlet.id, last_good=NOW, state="fresh")), NOW)
            for number in range(subscribers):
                lang, tz = LANGUAGES[number % 4]
                reads = ((), ("en",), ("en", "ko"), ("zh", "other"))[number % 4]
                who = people.add_subscriber(db, Subscriber(0, lang=lang, tz=tz, reads=reads))
                place = destinations.add_destination(db, Destination(0, who.id, "email", f"r{number}@reader.example"))
                people.add_rule(db, Rule(0, who.id, f"topic:{dice.choice(topics)}", place.id, min_grade=1))
                for again in range(4):
                    # As people do: the common rules are very common.
                    text = pool[number * 4 + again] if distinct else pool[int(len(pool) * dice.random() ** 3)]
                    people.add_rule(db, Rule(0, who.id, text, place.id))

        store.write_sync(step)


def rule_text(dice: random.Random, told: list[dict[str, str]]) -> str:
    """Two or three words that stand in a headline somewhere."""
    words = [word.strip("'\"‘’“”…,.()") for word in dice.choice(told)["title"].split() if word.isalnum()]
    words = [word for word in words if word not in {"AND", "OR", "NOT"}] or ["HBM"]
    first, second = dice.choice(words), dice.choice(words)
    return dice.choice(
        [f"{first} {second}", f"{first} AND ({second} OR Samsung OR 삼성)", f'"{first}" OR "{second} {first}"']
    )


def day(told: list[dict[str, str]], count: int, classifier: object) -> Verdict:
    """The articles of the last day."""
    made, judged, stories, story, group = [], [], {}, 0, ""
    for number in range(1, count + 1):
        text = told[number % len(told)]
        if not text.get("group") or text["group"] != group:
            story, group = story + 1, text.get("group", "")
        outlet = OUTLETS[number % len(OUTLETS)]
        at = NOW - timedelta(hours=23) * (1 - number / count) - timedelta(minutes=30)
        plain = article(number, story, outlet, at, text["title"], text.get("lead", ""), text["lang"])
        judgement: Judgement = classifier.judge(as_text(plain))  # type: ignore[attr-defined]
        made.append(article(number, story, outlet, at, text["title"], text.get("lead", ""), text["lang"], judgement))
        judged.append(judgement)
        stories.setdefault(story, Story(story, text["title"], at, at))
    return Verdict(SourceState("s0"), tuple(made), tuple(judged), stories=tuple(stories.values()))


def before(topics: list[str], count: int) -> Verdict:
    """A thinner week before, for the sparklines."""
    made, stories = [], []
    for number in range(1, 6 * count // 4):
        at = NOW - timedelta(hours=25) - timedelta(hours=143) * number / (6 * count // 4)
        stories.append(Story(100_000 + number, "Before", at, at))
        judgement = Judgement(1, 0.4, (), ("china-korea-chips", topics[number % len(topics)]))
        made.append(
            article(100_000 + number, 100_000 + number, OUTLETS[number % 40], at, "Before", "", "en", judgement)
        )
    return Verdict(SourceState("s0"), tuple(made), tuple(Judgement(1, 0.4) for _ in made), stories=tuple(stories))


def article(
    number: int,
    story: int,
    outlet: Source,
    at: datetime,
    title: str,
    lead: str,
    lang: str,
    judgement: Judgement | None = None,
) -> Article:
    """One of them."""
    judged = judgement or Judgement(0, 0.0)
    return Article(
        number,
        outlet.id,
        f"https://{outlet.id}.example/news/2026/11/{number}",
        title,
        lead,
        lang,
        at,
        Precision.MINUTE,
        at,
        f"h{number}",
        story,
        judged.grade,
        judged.score,
        judged.topics,
        outlet.name,
        outlet.side,
        outlet.kind,
        outlet.state_media,
    )


def measure(path: Path) -> None:
    """Composes every digest once and tells what it took, as JSON."""
    classifier = load_classifier()
    desk = Desk(classifier, RuleIndex.build((), classifier.vocabulary))
    press, known = Press(load_occasions()), {outlet.id: outlet for outlet in OUTLETS}
    with open_store(path, NOW) as store:
        readers = store.read_sync(people.digest_readers)
        sizes: list[int] = []
        kept = []
        began, clock, first = time.process_time(), time.perf_counter(), 0.0
        for number, (who, place) in enumerate(readers, 1):
            row = Delivery(
                number, place, "digest", "digest:2026-11-20", DeliveryState.NEW, NOW, 0, NOW, lang=who.lang, tz=who.tz
            )
            message = store.read_sync(
                lambda db, row=row: letters.letter(db, desk, row, NOW, press=press, sources=known)
            )
            assert message is not None
            sizes.append(len(message.html.encode()))
            if number == 1:
                first = time.process_time() - began
            if number % max(1, len(readers) // 200) == 0:
                kept.append(message)
        spent, wall = time.process_time() - began, time.perf_counter() - clock
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        began = time.process_time()
        sender = Sender.parse("chipwire <digest@chipwire.example>")
        mails = [len(render(message, sender).as_bytes()) for message in kept]
        rendering = (time.process_time() - began) / len(kept) * 1000
        (paper,) = press._papers.values()  # noqa: SLF001 - what it holds is what is measured
        finds = Counter({text: len(found) for text, found in paper.finds.items()})
        told = {
            "digests": len(readers),
            "distinct rules": len(finds),
            "hits": sum(finds.values()),
            "stories with a dossier": len(paper.dossiers),
            "CPU s": round(spent, 1),
            "wall s": round(wall, 1),
            "of it the day, once, CPU s": round(first, 1),
            "ms a digest": round((spent - first) / max(len(readers) - 1, 1) * 1000, 2),
            "peak MB of the process": round(peak),
            "HTML bytes, median": sorted(sizes)[len(sizes) // 2],
            "HTML bytes, most": max(sizes),
            "whole mail, bytes, most": max(mails),
            "then into MIME, ms a mail": round(rendering, 2),
        }
    print(json.dumps(told))


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("--subscribers", type=int, default=10_000)
    asked.add_argument("--articles", type=int, default=2_000)
    asked.add_argument("--distinct", action="store_true")
    asked.add_argument("--measure", type=Path)
    chosen = asked.parse_args()
    if chosen.measure:
        measure(chosen.measure)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "digests.db"
        seed(path, chosen.subscribers, chosen.articles, chosen.distinct)
        command = [sys.executable, "-m", "benchmarks.digest", "--measure", str(path)]
        for name, figure in json.loads(subprocess.check_output(command)).items():
            print(f"{name:32} {figure:,}")


if __name__ == "__main__":
    main()
