"""try, search: a rule against the archive, before anybody saves it."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import islice
from typing import Annotated, NamedTuple, Self
from zoneinfo import ZoneInfo

import typer
from sqlite_utils import Database

from bot.archive import PORTION, Inquiry
from bot.cli import opening
from bot.config import load_classifier, load_topic_names
from bot.delivery.moments import zone_name
from bot.desk.rules import Query, RuleError, RuleIndex, Vocabulary, echo, parse
from bot.desk.topics import Classifier
from bot.desk.trial import Trial
from bot.model import Article, Rule
from storage import articles, people, volumes

_FIRST_DAY = datetime(1970, 1, 1)  # noqa: DTZ001 - of any zone; the year 1 does not begin in every one


def try_rule(
    rule: Annotated[str, typer.Argument(help="write -- before a rule that begins with -")],
    *,
    days: Annotated[int, typer.Option(min=1, max=365, help="how far back to count")] = 30,
) -> None:
    """Show what a rule means and what it would have brought; nothing is saved."""
    with opening.refusals(), opening.store() as store:
        rules = {rule.id: rule for rule in store.read_sync(people.active_rules)}
        names = Names.asked_by(rule, *(other.text for other in rules.values()))
        query = read_rule(rule, names.vocabulary)
        zone = ZoneInfo(opening.settings().tz)
        trial = Trial(opening.now(), zone, days)
        tried = store.read_sync(lambda db: on_trial(db, query, names, trial, rules.values()))
    typer.echo(echo(query))
    for line in (*tried.told(), *_overlap(tried, rules), *(as_line(one, zone) for one in tried.samples)):
        typer.echo(line)


def search(
    rule: Annotated[str, typer.Argument(help="the same grammar as for alerts")],
    *,
    limit: Annotated[int, typer.Option(min=1, max=100_000, help="at most so many")] = 20,
    since: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="first seen since that day, in your zone")
    ] = None,
) -> None:
    """Print the newest articles that meet a rule."""
    with opening.refusals():
        names = Names.asked_by(rule)
        query = read_rule(rule, names.vocabulary)
        zone = ZoneInfo(opening.settings().tz)
        start = max(since or _FIRST_DAY, _FIRST_DAY).replace(tzinfo=zone)

        def look(db: Database) -> list[Article]:
            inquiry = Inquiry(query, names.classifier)
            articles = each(db, inquiry.candidates(db, start))
            return list(islice((article for article in articles if inquiry.meets(article)), limit))

        with opening.store() as store:
            found = store.read_sync(look)
    for article in found:
        typer.echo(as_line(article, zone))
    if not found:
        typer.echo("no stored article meets this rule", err=True)
        raise typer.Exit(1)


class Names(NamedTuple):
    """What rules may name, and what knows it in a text."""

    vocabulary: Vocabulary
    classifier: Classifier | None

    @classmethod
    def asked_by(cls, *rules: str) -> Self:
        """As much of it as some rules may ask for: reading all takes most of a second."""
        asked = "\n".join(unicodedata.normalize("NFKC", rule).casefold() for rule in rules)
        if "concept" in asked:
            classifier = load_classifier()
            return cls(classifier.vocabulary, classifier)
        return cls(Vocabulary(topics=load_topic_names()) if "topic" in asked else Vocabulary(), None)


def read_rule(rule: str, vocabulary: Vocabulary) -> Query:
    """A rule as typed, or the refusal on stderr and exit status 2."""
    try:
        return parse(rule, vocabulary)
    except RuleError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(opening.BAD_USAGE) from None


def on_trial(db: Database, query: Query, names: Names, trial: Trial, rules: Iterable[Rule]) -> Trial:
    """The trial, filled from the archive, with its overlap with the rules that there are."""
    since = trial.now - timedelta(days=trial.days)
    index = RuleIndex.build(rules, names.vocabulary)
    inquiry = Inquiry(query, names.classifier)
    trial.covered = volumes.days_covered(db, since, trial.now)
    for article in each(db, trial.chosen(inquiry.candidates(db, since), graded=inquiry.graded)):
        trial.looked += 1
        if page := inquiry.meets(article):
            trial.take(article, index.matching(page))
    return trial


def each(db: Database, numbers: Sequence[int]) -> Iterator[Article]:
    """The articles of these ids, in their order, some at a time."""
    for start in range(0, len(numbers), PORTION):
        yield from articles.of_ids(db, numbers[start : start + PORTION])


def as_line(article: Article, zone: ZoneInfo) -> str:
    """An article on one line, first seen at that time in the operator's zone."""
    seen = article.first_seen.astimezone(zone)
    side = f" ({article.side})" if article.side else ""
    outlet = article.outlet or article.source
    return f"{article.id}  {seen:%Y-%m-%d %H:%M} {zone_name(seen)}  {outlet}{side}: {article.title}"


def _overlap(trial: Trial, rules: Mapping[int, Rule]) -> Sequence[str]:
    return [
        f"{count * 100 // trial.total} % of these stories come already to {_named(rules[number])}"
        for number, count in trial.counted(trial.overlap)[:3]
    ]


def _named(rule: Rule) -> str:
    return f"subscriber {rule.subscriber} by rule {rule.number}: {rule.text}"
