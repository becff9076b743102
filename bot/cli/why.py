"""why: what was decided about one article, step by step, and where it was dropped."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Annotated

import typer
from sqlite_utils import Database

from bot import letters
from bot.cli import opening
from bot.cli.stories import placed
from bot.cli.trying import read_rule
from bot.config import ConfigError, load_desk_data
from bot.desk.rules import Page, Query, RuleIndex, match_one
from bot.desk.rules.nodes import And, Node, Not
from bot.desk.topics import Classifier
from bot.model import Article, Delivery, Rule, RuleHit, Text
from storage import articles, outbox, people

_AROUND = 24  # code points on either side of a hit


@dataclass(frozen=True, slots=True)
class Case:
    """All that is known of one article; each step below tells its part."""

    article: Article
    text: Text
    placed: tuple[str, ...]  # its grade and its story, in words
    rules: Mapping[int, Rule]  # of today: what has changed or ended since it came is not known
    matches: tuple[RuleHit, ...]
    deliveries: tuple[Delivery, ...]
    query: Query | None = None  # the rule asked about


def why(
    which: Annotated[str, typer.Argument(metavar="ARTICLE|URL", help="an article's number or address")],
    *,
    rule: Annotated[str | None, typer.Option(help="a rule's text or number; else all rules")] = None,
) -> None:
    """Say why an article matched and whom it was told, or at which step it was dropped."""
    with opening.refusals():
        classifier = Classifier.from_data(*load_desk_data())
        with opening.store() as store:
            case = store.read_sync(lambda db: _case(db, which, rule, classifier))
    if case is None:
        typer.echo(
            f"no article {which} is stored: not seen yet, too old when it was, or dropped by its source", err=True
        )
        raise typer.Exit(1)
    for step in STEPS:
        for line in step(case):
            typer.echo(line)


def _case(db: Database, which: str, rule: str | None, classifier: Classifier) -> Case | None:
    article = (
        articles.article(db, opening.row(which))
        if which.isascii() and which.isdigit()
        else articles.article_at(db, which)
    )
    if article is None:
        return None
    rules = {one.id: one for one in people.active_rules(db)}
    if rule and rule.isascii() and rule.isdigit():
        rule = _text_of(rule, rules)
    # Graded anew: the names in the text are not kept, and rules may ask for them.
    graded, judgement = classifier.graded(letters.as_text(article))
    text = replace(graded, topics=article.topics, grade=article.grade)
    matches = RuleIndex.build(rules.values(), classifier.vocabulary).match(text)
    return Case(
        article,
        text,
        tuple(placed(db, article, judgement, met=bool(matches))),
        rules,
        matches,
        tuple(outbox.deliveries(db, "o.article = ? OR o.event = ?", article.id, f"story:{article.story}")),
        read_rule(rule, classifier.vocabulary) if rule else None,
    )


def _text_of(number: str, rules: Mapping[int, Rule]) -> str:
    rule = rules.get(opening.row(number))
    if rule is None:
        raise ConfigError([f"there is no rule {number}"])
    return rule.text


def placing_step(case: Case) -> Iterator[str]:
    """The grade with its reasons, and the story it stands in."""
    yield from case.placed


def rule_step(case: Case) -> Iterator[str]:
    """Which rules it meets, or, for the one asked about, which part fails."""
    if case.query is not None:
        hits = match_one(case.query, Page(case.text))
        if hits is not None:
            yield f"rule: met — {case.query.text}"
            yield from (_shown(case.text, hit.field, hit.start, hit.end, hit.term) for hit in hits)
            return
        yield f"rule: dropped here, not met — {case.query.text}"
        yield from (f"    {reason}" for reason in failing(case.query.root, Page(case.text)))
        return
    for match in case.matches:
        rule = case.rules[match.rule]
        yield f"subscriber {rule.subscriber}, rule {rule.number}: {rule.text}"
        yield from (_shown(case.text, hit.field, hit.start, hit.end, hit.term) for hit in match.hits)
        if rule.created and rule.created > case.article.first_seen:
            yield "    dropped here: the rule was made after the article came"
        elif case.article.grade < rule.min_grade:
            yield f"    dropped here: it asks for grade {rule.min_grade}"
    if not case.matches:
        yield f"rules: dropped here, none of today's {len(case.rules)} is met"


def telling_step(case: Case) -> Iterator[str]:
    """Whom it was told."""
    for row in case.deliveries:
        yield f"told: {row.destination.channel} {row.destination.address}: {row.kind} {row.state}"
    if case.matches and not case.deliveries:
        yield "told: nobody; its story was told before, the first visit was silent, or nobody's rule was there yet"


#: What is told, in this order; each step is a function of the case.
STEPS = (placing_step, rule_step, telling_step)


def failing(node: Node, page: Page) -> Iterator[str]:
    """The parts of a rule that keep an article from meeting it."""
    if isinstance(node, And):
        for child in node.nodes:
            if not met(child, page):
                yield from failing(child, page)
    elif isinstance(node, Not):
        yield f"excluded: {_typed(node.node)} is there"
    else:
        yield f"missing: {_typed(node)}"


def met(node: Node, page: Page) -> bool:
    """Whether a part of a rule holds."""
    return match_one(Query("", node), page) is not None


def _typed(node: Node) -> str:
    name = getattr(node, "name", "")
    return getattr(node, "typed", "") or (f"{name}:{node.value}" if name else getattr(node, "id", "") or "the group")  # type: ignore[union-attr]


def _shown(text: Text, field: str, start: int, end: int, term: str) -> str:
    whole: str = getattr(text, field)
    left, right = max(0, start - _AROUND), min(len(whole), end + _AROUND)
    before, after = "…" * bool(left) + whole[left:start], whole[end:right] + "…" * (right < len(whole))
    return f"    {term} — {field}: {before}[{whole[start:end]}]{after}"
