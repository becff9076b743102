"""The weekly look at rules that are saved: what they brought, and what their owners are told of them."""

import asyncio
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from sqlite_utils import Database

from bot import letters
from bot.archive import PORTION, Inquiry
from bot.delivery.rule_remarks import remarks_told
from bot.desk.lint import Record, Remark, Trouble, lint
from bot.desk.rules import Page, Query, RuleError, RuleIndex, parse
from bot.desk.topics import Classifier
from bot.house import House
from bot.model import Alert, Article, Rule
from storage import articles, heartbeat, outbox, people
from storage.search import candidates

DAYS = 30
#: Articles looked at; of more, the newest. A rule without a hit among them is asked of the archive's index as well.
MOST = 20_000
#: On Mondays from nine in the operator's zone.
WEEKDAY, HOUR = 1, 9
EXPIRES = timedelta(days=3)
DONE = "lint"


async def lint_weekly(house: House) -> int:
    """Tells the owners of idle rules, once a week; how many notices are new."""
    now = house.now()
    local = now.astimezone(ZoneInfo(house.tz))
    week = f"{local:%G-W%V}"
    if (local.isoweekday(), local.hour) < (WEEKDAY, HOUR):
        return 0
    if await house.store.read(lambda db: heartbeat.note(db, DONE)) == week:
        return 0
    rules = await house.store.read(people.active_rules)
    remarks = await _remarks(house, rules, now)

    def step(db: Database) -> int:
        heartbeat.set_note(db, DONE, week, now)
        return outbox.enqueue(db, tuple(_notices(db, remarks, week, now)), now).new

    new = await house.store.write(step)
    if new:
        house.announce()
    return new


async def _remarks(house: House, rules: Sequence[Rule], now: datetime) -> tuple[Remark, ...]:
    look = Look(rules, house.desk.classifier, now)
    numbers = await house.store.read(look.numbers)
    for start in range(0, len(numbers), PORTION):
        for article in await house.store.read(partial(articles.of_ids, ids=numbers[start : start + PORTION])):
            look.take(article)
            await asyncio.sleep(0)  # visits and messages come in between
    return await house.store.read(look.remarks)


class Look:
    """One look at all rules over the archive's last days; each step is made by its caller."""

    def __init__(self, rules: Sequence[Rule], classifier: Classifier, now: datetime) -> None:
        self._classifier, self._now = classifier, now
        self._queries = dict(_read(rules, classifier))
        self._rules = {rule.id: rule for rule in rules if rule.id in self._queries}
        self._index = RuleIndex.build(self._rules.values(), classifier.vocabulary)
        self._named = any(Inquiry(query, classifier).graded for query in self._queries.values())
        self._record = Record()

    @property
    def _since(self) -> datetime:
        return self._now - timedelta(days=DAYS)

    def numbers(self, db: Database) -> list[int]:
        """The ids of the articles to look at, newest first."""
        return candidates(db, (), self._since)[:MOST] if self._rules else []

    def take(self, article: Article) -> None:
        """Notes which rules an article meets, by its grade too."""
        text = letters.as_text(article)
        if self._named:
            text, _ = self._classifier.graded(text)
        met = self._index.matching(Page(text))
        self._record.take(article.id, (rule for rule in met if article.grade >= self._rules[rule].min_grade))

    def remarks(self, db: Database) -> tuple[Remark, ...]:
        """What is to be told, after every article was taken."""
        roots = {number: query.root for number, query in self._queries.items()}
        found = lint(tuple(self._rules.values()), roots, self._record, self._now)
        return tuple(one for one in found if one.trouble is not Trouble.NEVER or not self._hit_before(db, one.rule))

    def _hit_before(self, db: Database, rule: Rule) -> bool:
        """Whether a rule without a hit among the newest articles has one among the older ones."""
        inquiry = Inquiry(self._queries[rule.id], self._classifier)
        for article in articles.of_ids(db, inquiry.candidates(db, self._since)[:MOST]):
            if article.grade >= rule.min_grade and inquiry.look(article)[1] is not None:
                return True
        return False


def _read(rules: Sequence[Rule], classifier: Classifier) -> Iterator[tuple[int, Query]]:
    """The rules as they are read today; one that names what is no longer known is left to its owner."""
    for rule in rules:
        try:
            yield rule.id, parse(rule.text, classifier.vocabulary)
        except RuleError:
            continue


def _notices(db: Database, remarks: Sequence[Remark], week: str, now: datetime) -> Iterator[Alert]:
    """A notice for each person and place, in that person's language."""
    told: dict[tuple[int, int], list[Remark]] = defaultdict(list)
    for remark in remarks:
        told[remark.rule.subscriber, remark.rule.destination].append(remark)
    owners = people.subscribers_by_id(db, {owner for owner, _ in told})
    for (owner, place), own in told.items():
        if owner in owners:
            event = f"lint:{week}:{owner}"
            heartbeat.set_note(db, f"notice/{event}:{place}", remarks_told(owners[owner].lang, own, DAYS), now)
            yield Alert(place, "notice", f"{event}:{place}", now, expires=now + EXPIRES, silent=True)
