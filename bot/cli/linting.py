"""lint: rules that bring nothing, everything, or what another brings anyway."""

import json
from typing import Annotated

import typer

from bot.cli import opening
from bot.config import load_desk_data
from bot.desk.lint import Remark
from bot.desk.topics import Classifier
from bot.linting import DAYS, Look
from storage import articles, people


def lint(*, as_json: Annotated[bool, typer.Option("--json", help="a JSON line for each rule")] = False) -> None:
    """Print the rules that bring nothing, everything, or nothing of their own; their owners are told on Mondays."""
    with opening.refusals():
        classifier = Classifier.from_data(*load_desk_data())
        with opening.store() as store:
            look = Look(store.read_sync(people.active_rules), classifier, opening.now())
            numbers = store.read_sync(look.numbers)
            for article in store.read_sync(lambda db: articles.of_ids(db, numbers)):
                look.take(article)
            remarks = store.read_sync(look.remarks)
    for remark in remarks:
        typer.echo(json.dumps(_fields(remark), ensure_ascii=False) if as_json else _line(remark))
    if not remarks and not as_json:
        typer.echo(f"nothing to say of any rule over the last {DAYS} days")


def _fields(remark: Remark) -> dict[str, object]:
    return {
        "rule": remark.rule.id,
        "subscriber": remark.rule.subscriber,
        "trouble": remark.trouble.value,
        "hits": remark.hits,
        "other": remark.other.id if remark.other else None,
        "text": remark.rule.text,
    }


def _line(remark: Remark) -> str:
    beside = f" of rule {remark.other.id}" if remark.other else ""
    return f"{remark.rule.id:>6}  {remark.trouble.value + beside:24} {remark.hits:>6} hits  {remark.rule.text}"
