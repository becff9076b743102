"""backtest: all alerts of a period replayed from the archive, with other data as a difference."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Any

import typer
from sqlite_utils import Database

from bot.cli import opening
from bot.config import ConfigError, load_classifier
from bot.config.desk_data import load_document
from bot.config.durations import read_duration
from bot.config.thresholds import is_thresholds, read_thresholds
from bot.desk.backtest import Change, Replayed, Setting, changes, counted, replay, replies_changed
from bot.desk.reading import Desk
from bot.desk.rules import RuleIndex
from bot.desk.stories.thresholds import Thresholds
from bot.desk.topics import WHOLE_RULE
from bot.model import Article, Rule
from storage import articles, people

#: Who has no rule yet gets this one, so that a fresh archive can be tried.
_NEWCOMER = Rule(id=1, subscriber=0, text=WHOLE_RULE, destination=0, min_grade=1)
_LONGEST = timedelta(days=36_500)  # before all archives, and after the year 1


def backtest(
    *,
    since: Annotated[str, typer.Option(help="how far back, such as 30d", metavar="SPAN")] = "30d",
    other: Annotated[
        list[Path] | None,
        typer.Option(
            "--with", help="a gazetteer, topics or thresholds to compare with the shipped ones", metavar="FILE"
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="one JSON object")] = False,
) -> None:
    """Replay the alerts of a period; with another file, print the alerts added, removed, merged and split."""
    with opening.refusals():
        span = _span(since)
        chosen = opening.settings()
        ungrouped = frozenset(source.id for source in opening.all_sources(chosen) if not source.group)
        with opening.store() as store:
            found, rules = store.read_sync(lambda db: _stored(db, span))
        shipped = _setting(rules, ungrouped, {})
        before = replay(found, shipped)
        after = replay(found, _setting(rules, ungrouped, _kinds(other or []))) if other else before
    told = changes(before, after)
    titles = {one.id: one.title for one in found}
    if as_json:
        typer.echo(json.dumps(_as_object(before, after, told, titles), ensure_ascii=False))
        return
    for line in (*_summary(since, before, after, told), *(_row(one, titles) for one in told)):
        typer.echo(line)


def _span(since: str) -> timedelta:
    try:
        return min(read_duration(since, "d"), _LONGEST)
    except ValueError as error:
        raise ConfigError([f"--since: {error}"]) from None


def _stored(db: Database, span: timedelta) -> tuple[list[Article], dict[int, Rule]]:
    found = sorted(articles.since(db, opening.now() - span), key=lambda one: one.id)
    rules = {rule.id: rule for rule in people.active_rules(db)}
    return found, rules or {_NEWCOMER.id: _NEWCOMER}


def _kinds(files: list[Path]) -> dict[str, Any]:
    """Each file under what it is: bands name thresholds, entries with a kind are concepts, the others topics."""
    kinds: dict[str, Any] = {}
    for path in files:
        document = load_document(path)
        value = document.value
        if not isinstance(value, dict) or not value:
            raise ConfigError([f"{path}:1:1: holds no entries; give a gazetteer, topics or thresholds"])
        if is_thresholds(value):
            kinds["thresholds"] = read_thresholds(document, str(path))
        elif any(isinstance(entry, dict) and "kind" in entry for entry in value.values()):
            kinds["gazetteer"] = path
        else:
            kinds["topics"] = path
    return kinds


def _setting(rules: Mapping[int, Rule], ungrouped: frozenset[str], kinds: Mapping[str, Any]) -> Setting:
    classifier = load_classifier(kinds.get("gazetteer"), kinds.get("topics"))
    index = RuleIndex.build(rules.values(), classifier.vocabulary)
    return Setting(Desk(classifier, index), rules, kinds.get("thresholds") or Thresholds(), ungrouped)


def _summary(since: str, before: Replayed, after: Replayed, told: tuple[Change, ...]) -> list[str]:
    stood = f"{before.stories} stories, {len(before.alerts)} alerts, {len(before.replies)} quiet replies"
    lines = [f"{before.articles} articles of {since}: {stood}"]
    if after is not before:
        stands = f"{after.stories} stories, {len(after.alerts)} alerts, {len(after.replies)} quiet replies"
        counts = ", ".join(f"{count} {kind}" for kind, count in counted(told).items())
        lines += [f"with the other file: {stands}", f"{counts}; {replies_changed(before, after)} quiet replies differ"]
    return lines


def _row(one: Change, titles: Mapping[int, str]) -> str:
    title = titles.get(one.article, "")[:80]
    link = {"merged": "into", "split": "from"}.get(one.kind, "")
    other = f"  {link} {one.other} {titles.get(one.other, '')[:60]}" if link else ""
    return f"{one.kind:8} {one.article:>7} {title}{other}"


def _as_object(
    before: Replayed, after: Replayed, told: tuple[Change, ...], titles: Mapping[int, str]
) -> dict[str, Any]:
    return {
        "articles": before.articles,
        "before": {"stories": before.stories, "alerts": len(before.alerts), "threads": len(before.replies)},
        "after": {"stories": after.stories, "alerts": len(after.alerts), "threads": len(after.replies)},
        **counted(told),
        "replies": replies_changed(before, after),
        "changes": [{**asdict(one), "title": titles.get(one.article, "")} for one in told],
    }
