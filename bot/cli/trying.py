"""try, search: a rule against the archive, before anybody saves it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from sqlite_utils import Database

from bot import letters
from bot.cli import opening
from bot.config import load_desk_data
from bot.desk.rules import Page, Query, RuleError, RuleIndex, echo, match_one, parse
from bot.desk.rules.nodes import Concept, atoms
from bot.desk.rules.preselect import needed
from bot.desk.topics import Classifier
from bot.desk.trial import Trial
from bot.model import Article, Hit, Rule, Text
from storage import articles, people, volumes
from storage.search import candidates

#: Candidates looked at one by one; of more, every so-many-th stands for all, so that an answer takes no two seconds.
MOST, MOST_GRADED = 1_500, 400
PORTION = 500


def try_rule(
    rule: Annotated[str, typer.Argument(help="write -- before a rule that begins with -")],
    *,
    days: Annotated[int, typer.Option(min=1, max=365, help="how far back to count")] = 30,
) -> None:
    """Show what a rule means and what it would have brought; nothing is saved."""
    with opening.refusals():
        classifier = Classifier.from_data(*load_desk_data())
        query = read_rule(rule, classifier)
        now, zone = opening.now(), ZoneInfo(opening.settings().tz)
        with opening.store() as store:
            tried, names = store.read_sync(lambda db: on_trial(db, query, classifier, Trial(now, zone, days)))
    typer.echo(echo(query))
    for line in (*tried.told(), *_overlap(tried, names), *map(as_line, tried.samples)):
        typer.echo(line)


def search(
    rule: Annotated[str, typer.Argument(help="the same grammar as for alerts")],
    *,
    limit: Annotated[int, typer.Option(min=1, help="at most so many")] = 20,
    since: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="first seen since that day")] = None,
) -> None:
    """Print the newest articles that meet a rule."""
    with opening.refusals():
        classifier = Classifier.from_data(*load_desk_data())
        query = read_rule(rule, classifier)
        start = (since or datetime.fromtimestamp(0, ZoneInfo("UTC"))).astimezone(ZoneInfo("UTC"))

        def look(db: Database) -> list[Article]:
            shown = []
            for article, _, hits in Archive(db, query, classifier).met(start):
                shown += [article] if hits is not None else []
                if len(shown) == limit:
                    break
            return shown

        with opening.store() as store:
            found = store.read_sync(look)
    for article in found:
        typer.echo(as_line(article))


def read_rule(rule: str, classifier: Classifier) -> Query:
    """A rule as typed, or the refusal on stderr and exit status 2."""
    try:
        return parse(rule, classifier.vocabulary)
    except RuleError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(opening.BAD_USAGE) from None


def on_trial(db: Database, query: Query, classifier: Classifier, trial: Trial) -> tuple[Trial, Mapping[int, Rule]]:
    """The trial, filled from the archive, and the rules that there are."""
    since = trial.now - timedelta(days=trial.days)
    rules = {rule.id: rule for rule in people.active_rules(db)}
    index = RuleIndex.build(rules.values(), classifier.vocabulary)
    archive = Archive(db, query, classifier, limited=True)
    trial.covered = volumes.days_covered(db, since, trial.now)
    for article, page, hits in archive.met(since):
        trial.every = archive.every
        trial.looked += 1
        if hits is not None:
            trial.take(article, index.matching(page))
    return trial, rules


@dataclass(slots=True)
class Archive:
    """The articles that may meet a rule, each looked at exactly."""

    db: Database
    query: Query
    classifier: Classifier
    limited: bool = False  # look at no more than so many, evenly spread
    every: int = 1  # how many candidates each one stands for
    _names: bool = field(init=False)

    def __post_init__(self) -> None:
        # Names in their sense are not stored in a form to search: they are read again, only where a rule needs them.
        self._names = any(isinstance(atom, Concept) for atom in atoms(self.query.root))

    def met(self, since: datetime) -> Iterator[tuple[Article, Page, tuple[Hit, ...] | None]]:
        """Each candidate, newest first, with its hits, or with None when it does not meet the rule."""
        numbers = candidates(self.db, needed(self.query.root), since)
        if self.limited:
            self.every = max(1, -(-len(numbers) // (MOST_GRADED if self._names else MOST)))
        numbers = numbers[:: self.every]
        for start in range(0, len(numbers), PORTION):
            for article in articles.of_ids(self.db, numbers[start : start + PORTION]):
                page = Page(self.text(article))
                yield article, page, match_one(self.query, page)

    def text(self, article: Article) -> Text:
        """The article as rules look at it."""
        text = letters.as_text(article)
        return self.classifier.graded(text)[0] if self._names else text


def as_line(article: Article) -> str:
    """An article on one line."""
    side = f" ({article.side})" if article.side else ""
    return (
        f"{article.id}  {article.first_seen:%Y-%m-%d %H:%M}  {article.outlet or article.source}{side}: {article.title}"
    )


def _overlap(trial: Trial, rules: Mapping[int, Rule]) -> Sequence[str]:
    return [
        f"{count * 100 // max(1, trial.total)} % of it comes already to {_named(rules[number])}"
        for number, count in trial.overlap.most_common(3)
    ]


def _named(rule: Rule) -> str:
    return f"subscriber {rule.subscriber} by rule {rule.number}: {rule.text}"
