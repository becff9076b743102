"""try, search: a rule against the archive, before anybody saves it."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from sqlite_utils import Database

from bot.archive import PORTION, Inquiry
from bot.cli import opening
from bot.config import load_desk_data
from bot.desk.rules import Page, Query, RuleError, RuleIndex, Vocabulary, echo, parse
from bot.desk.topics import Classifier
from bot.desk.trial import Trial
from bot.model import Article, Hit, Rule
from storage import articles, people, volumes


def try_rule(
    rule: Annotated[str, typer.Argument(help="write -- before a rule that begins with -")],
    *,
    days: Annotated[int, typer.Option(min=1, max=365, help="how far back to count")] = 30,
) -> None:
    """Show what a rule means and what it would have brought; nothing is saved."""
    with opening.refusals(), opening.store() as store:
        rules = {rule.id: rule for rule in store.read_sync(people.active_rules)}
        classifier = _classifier(rule, *(other.text for other in rules.values()))
        query = read_rule(rule, classifier)
        trial = Trial(opening.now(), ZoneInfo(opening.settings().tz), days)
        tried = store.read_sync(lambda db: on_trial(db, query, classifier, trial, rules.values()))
    typer.echo(echo(query))
    for line in (*tried.told(), *_overlap(tried, rules), *map(as_line, tried.samples)):
        typer.echo(line)


def search(
    rule: Annotated[str, typer.Argument(help="the same grammar as for alerts")],
    *,
    limit: Annotated[int, typer.Option(min=1, help="at most so many")] = 20,
    since: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="first seen since that day")] = None,
) -> None:
    """Print the newest articles that meet a rule."""
    with opening.refusals():
        classifier = _classifier(rule)
        query = read_rule(rule, classifier)
        start = (since or datetime.fromtimestamp(0, ZoneInfo("UTC"))).astimezone(ZoneInfo("UTC"))

        def look(db: Database) -> list[Article]:
            shown = []
            inquiry = Inquiry(query, classifier)
            for article, _, hits in met(db, inquiry, inquiry.candidates(db, start)):
                shown += [article] if hits is not None else []
                if len(shown) == limit:
                    break
            return shown

        with opening.store() as store:
            found = store.read_sync(look)
    for article in found:
        typer.echo(as_line(article))


def _classifier(*rules: str) -> Classifier | None:
    """What knows names and topics; reading its data takes half a second, so only where a rule may ask for one."""
    asked = (unicodedata.normalize("NFKC", rule).casefold() for rule in rules)
    if any("concept" in rule or "topic" in rule for rule in asked):
        return Classifier.from_data(*load_desk_data())
    return None


def read_rule(rule: str, classifier: Classifier | None) -> Query:
    """A rule as typed, or the refusal on stderr and exit status 2."""
    try:
        return parse(rule, classifier.vocabulary if classifier else Vocabulary())
    except RuleError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(opening.BAD_USAGE) from None


def on_trial(db: Database, query: Query, classifier: Classifier | None, trial: Trial, rules: Iterable[Rule]) -> Trial:
    """The trial, filled from the archive, with its overlap with the rules that there are."""
    since = trial.now - timedelta(days=trial.days)
    index = RuleIndex.build(rules, classifier.vocabulary if classifier else Vocabulary())
    inquiry = Inquiry(query, classifier)
    trial.covered = volumes.days_covered(db, since, trial.now)
    for article, page, hits in met(db, inquiry, trial.chosen(inquiry.candidates(db, since), graded=inquiry.graded)):
        trial.looked += 1
        if hits is not None:
            trial.take(article, index.matching(page))
    return trial


def met(
    db: Database, inquiry: Inquiry, numbers: Sequence[int]
) -> Iterator[tuple[Article, Page, tuple[Hit, ...] | None]]:
    """Each of the articles with what the rule makes of it."""
    for start in range(0, len(numbers), PORTION):
        for article in articles.of_ids(db, numbers[start : start + PORTION]):
            yield article, *inquiry.look(article)


def as_line(article: Article) -> str:
    """An article on one line."""
    side = f" ({article.side})" if article.side else ""
    return (
        f"{article.id}  {article.first_seen:%Y-%m-%d %H:%M}  {article.outlet or article.source}{side}: {article.title}"
    )


def _overlap(trial: Trial, rules: Mapping[int, Rule]) -> Sequence[str]:
    return [
        f"{count * 100 // max(1, trial.articles)} % of it comes already to {_named(rules[number])}"
        for number, count in trial.overlap.most_common(3)
    ]


def _named(rule: Rule) -> str:
    return f"subscriber {rule.subscriber} by rule {rule.number}: {rule.text}"
