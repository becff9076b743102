"""Files for the operator beside the database: rules that nearly hit, and words that may be names we do not know."""

import asyncio
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from bot import letters
from bot.archive import PORTION
from bot.desk.review import EXAMPLES, Miner, near_misses, spelled
from bot.desk.rules import Page, RuleError, parse
from bot.desk.rules.nodes import Node
from bot.house import House
from bot.model import Article, Rule
from storage import articles, heartbeat, people
from storage.search import candidates

FOLDER, ALIASES, MISSES = "review", "aliases.tsv", "near-misses.tsv"
DAYS = 30
#: Articles looked at for words; of more, the newest.
MOST = 10_000
#: Articles and rules looked at for near misses: those of the last day that are on topic, and the newest rules.
MOST_ON_TOPIC, MOST_RULES = 300, 300
LINES = 500
DONE = "review"


async def review_daily(house: House) -> bool:
    """Writes the files anew once a day; whether it was time."""
    now = house.now()
    if await house.store.read(lambda db: heartbeat.note(db, DONE)) == f"{now:%Y-%m-%d}":
        return False
    await house.store.write(lambda db: heartbeat.set_note(db, DONE, f"{now:%Y-%m-%d}", now))
    folder = Path(house.store.path).parent / FOLDER
    aliases, misses = await _aliases(house, now), await _misses(house, now)
    await asyncio.to_thread(_write, folder, {ALIASES: aliases, MISSES: misses})
    return True


def _write(folder: Path, files: dict[str, Sequence[Sequence[object]]]) -> None:
    folder.mkdir(exist_ok=True)
    for name, rows in files.items():
        text = "".join("\t".join(" ".join(str(cell).split()) for cell in row) + "\n" for row in rows)
        fresh = folder / f".{name}"
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(folder / name)


async def _aliases(house: House, now: datetime) -> list[Sequence[object]]:
    gazetteer = house.desk.classifier.gazetteer
    miner = Miner(form.text for concept in gazetteer.concepts.values() for form in concept.forms)
    nameable = gazetteer.names.keys()
    numbers = (await house.store.read(lambda db: candidates(db, (), now - timedelta(days=DAYS))))[:MOST]
    titles: dict[int, str] = {}
    for start in range(0, len(numbers), PORTION):
        for article in await house.store.read(partial(articles.of_ids, ids=numbers[start : start + PORTION])):
            met = gazetteer.find(letters.as_text(article))
            named = {one.concept.id for one in met if not one.masked} & nameable
            miner.take(article.id, article.story, article.title, named)
            titles[article.id] = article.title
            await asyncio.sleep(0)  # visits and messages come in between
    head = ("why", "concept", "word", "count", "score", "articles", "examples")
    rows = (
        (
            one.why,
            one.concept,
            one.word,
            one.times,
            f"{one.score:.1f}",
            " ".join(map(str, one.examples)),
            _told(one.examples, titles),
        )
        for one in miner.suggestions()[:LINES]
    )
    return [head, *rows]


async def _misses(house: House, now: datetime) -> list[Sequence[object]]:
    """Articles of the last day that are on topic and would have met a rule but for one condition."""
    since, roots = now - timedelta(days=1), _roots(house, await house.store.read(people.active_rules))
    fresh = await house.store.read(partial(articles.latest, limit=MOST_ON_TOPIC, since=since, min_grade=1))
    missed: dict[tuple[Rule, str], list[Article]] = defaultdict(list)
    for article in fresh:
        text, _ = house.desk.classifier.graded(letters.as_text(article))
        page = Page(text)
        for rule, root in roots:
            for condition in near_misses(root, page):
                missed[rule, spelled(condition)].append(article)
        await asyncio.sleep(0)
    head = ("rule", "subscriber", "missing", "count", "articles", "examples", "text")
    most = sorted(missed.items(), key=lambda one: (-len(one[1]), one[0][0].id))[:LINES]
    rows = (
        (
            rule.id,
            rule.subscriber,
            missing,
            len(found),
            " ".join(str(one.id) for one in found[:EXAMPLES]),
            " | ".join(one.title for one in found[:EXAMPLES]),
            rule.text,
        )
        for (rule, missing), found in most
    )
    return [head, *rows]


def _roots(house: House, rules: Sequence[Rule]) -> list[tuple[Rule, Node]]:
    found = []
    for rule in rules[-MOST_RULES:]:
        try:
            found.append((rule, parse(rule.text, house.desk.classifier.vocabulary).root))
        except RuleError:  # it names what is no longer known
            continue
    return found


def _told(examples: Iterable[int], titles: dict[int, str]) -> str:
    return " | ".join(titles[number] for number in examples)
