"""classify, match, group: the desk for machines, JSON lines in and out, no network or clock."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.cli.lines import Malformed, answer_each, answered_each, id_of, objects, say, text_of
from bot.config import load_classifier, load_desk_data
from bot.desk.grouping import DISORDER, YEARS, Grouping, Submitted, read_time
from bot.desk.rules import RuleError, RuleIndex
from bot.desk.text.scripts import decide_language
from bot.desk.topics import Classifier, Gazetteer
from bot.model import Evidence, Judgement, Rule, Text


def an_article(value: dict[str, Any]) -> Text:
    """An input object as the desk reads it.

    Raises:
        Malformed: id or title is missing, or a field is not a text.
    """
    title, lead = text_of(value, "title", required=True), text_of(value, "lead")
    return Text(
        id=str(id_of(value)),
        title=title,
        lead=lead,
        body=text_of(value, "body"),
        lang=decide_language(f"{title} {lead}", text_of(value, "lang")),
        source=text_of(value, "source"),
        side=text_of(value, "side"),
        kind=text_of(value, "kind"),
    )


def as_json(judgement: Judgement) -> dict[str, Any]:
    """The judgement with the keys of the machine interface (topic.md 8)."""
    return {
        "grade": judgement.grade,
        "relevant": judgement.grade >= 1,
        "score": round(judgement.score, 4),
        "facets": list(judgement.facets),
        "topics": list(judgement.topics),
        "why": [_evidence(piece) for piece in judgement.why],
    }


def _evidence(piece: Evidence) -> dict[str, Any]:
    return {**piece._asdict(), "at": list(piece.at), "weight": round(piece.weight, 3)}


def classify() -> None:
    """Grade articles: JSON lines {id, title, lead, body?, lang?} in, {id, grade, why, …} out."""
    classifier = load_classifier()

    def answer(value: dict[str, Any], _number: int) -> None:
        text = an_article(value)
        say({"id": id_of(value), **as_json(classifier.judge(text))})

    answer_each(answer, name_errors=True)


def match(
    rule: Annotated[str | None, typer.Argument(help="one rule; write -- before a rule that begins with -")] = None,
    *,
    rules: Annotated[Path | None, typer.Option(help="JSON lines {id, rule}, all matched in one pass")] = None,
) -> None:
    """Match articles (JSON lines on stdin) against a rule, or against a file of rules."""
    if (rule is None) == (rules is None):
        typer.echo("give either one RULE or --rules FILE", err=True)
        raise typer.Exit(2)
    classifier = load_classifier()
    if rule is not None:
        _match_one(rule, classifier)
    elif rules is not None:
        _match_many(rules, classifier)


def _match_one(rule: str, classifier: Classifier) -> None:
    try:
        index = RuleIndex.build([Rule(1, 1, rule, 1)], classifier.vocabulary)
    except RuleError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from None

    def answer(value: dict[str, Any], _number: int) -> None:
        text, _ = classifier.graded(an_article(value))
        if index.match(text):
            typer.echo(text.id.encode("utf-8", "backslashreplace").decode())

    answer_each(answer, name_errors=False)


@dataclass(slots=True)
class Wanted:
    """A file of rules: the legal ones numbered, the others with their refusal."""

    names: list[str | int] = field(default_factory=list)
    refusals: dict[int, RuleError] = field(default_factory=dict)
    rules: list[Rule] = field(default_factory=list)
    malformed: bool = False

    @classmethod
    def read(cls, path: Path, classifier: Classifier) -> "Wanted":
        """The rules of a file of JSON lines; a malformed line is named on stderr."""
        wanted = cls()
        with path.open(encoding="utf-8", errors="replace") as lines:
            for number, value in objects(lines):
                try:
                    wanted._take(value, classifier)
                except Malformed as error:
                    wanted.malformed = True
                    typer.echo(f"{path.name}:{number}: {error}", err=True)
        return wanted

    def _take(self, value: dict[str, Any] | Malformed, classifier: Classifier) -> None:
        if isinstance(value, Malformed):
            raise value
        name, text = id_of(value), text_of(value, "rule", required=True)
        refusal = classifier.vocabulary.refusal(text)
        if refusal is None:
            self.rules.append(Rule(len(self.names), 1, text, 1))
        else:
            self.refusals[len(self.names)] = refusal
        self.names.append(name)


def _match_many(path: Path, classifier: Classifier) -> None:
    if not path.is_file():
        typer.echo(f"there is no file {path}", err=True)
        raise typer.Exit(2)
    wanted = Wanted.read(path, classifier)
    index = RuleIndex.build(wanted.rules, classifier.vocabulary)
    matches: dict[int, list[str | int]] = defaultdict(list)

    def answer(value: dict[str, Any], _number: int) -> None:
        text, _ = classifier.graded(an_article(value))
        for hit in index.match(text):
            matches[hit.rule].append(id_of(value))

    answered = answered_each(answer, name_errors=False)
    for number, name in enumerate(wanted.names):
        refusal = wanted.refusals.get(number)
        if refusal:
            say({"id": name, "error": refusal.reason, "position": refusal.position})
        else:
            say({"id": name, "matches": matches[number]})
    if wanted.malformed or not answered:
        raise typer.Exit(1)


def group(
    *,
    second_look: Annotated[bool, typer.Option(help="join stories that turn out to be one, as extra lines")] = False,
    db: Annotated[
        Path | None, typer.Option(help="go on from the stories of this database, which stays as it is", metavar="PATH")
    ] = None,
) -> None:
    """Tell which articles report one story: JSON lines in time order in, {id, story, outcome, …} out."""
    grouping = Grouping(Gazetteer.load(load_desk_data()[0]), second_look=second_look)
    lines: dict[str | int, int] = {}  # on which each id stood first

    def answer(value: dict[str, Any], number: int) -> None:
        article = a_submitted(value, grouping.newest)
        late, first = grouping.late(article), lines.setdefault(article.id, number)
        named = f"line {number}: {article.id}"
        if late > DISORDER:
            typer.echo(f"{named}: {late} behind the newest article; the input is to be in time order", err=True)
        if first != number:
            typer.echo(f"{named}: line {first} has this id too", err=True)
        say(grouping.place(article))
        for joined in grouping.joins(article.published):
            say(joined)

    with _following(grouping, db) if db else nullcontext():
        answer_each(answer, name_errors=True)


@contextmanager
def _following(grouping: Grouping, path: Path) -> Iterator[None]:
    """Begins where the archive at `path` ends; refused in words when it cannot be read."""
    # A database is the exception: without one, nothing of what reads it is loaded.
    from bot.cli.opening import refusals
    from bot.house import undisturbed
    from storage.archive import Archive

    with refusals(), closing(Archive(path)) as archive:
        with undisturbed():
            grouping.follow(archive.window(), (archive.articles, archive.stories), archive.known)
        yield


def a_submitted(value: dict[str, Any], unknown: datetime) -> Submitted:
    """An input object of `group`.

    Args:
        value: as it was read.
        unknown: counts as its time where neither its outlet nor an archive tells one.

    Raises:
        Malformed: a required field is missing, or one is not what it should be.
    """
    published = read_time(value, unknown)
    if published is None:
        raise Malformed(f"published is not an ISO 8601 time with a zone, {YEARS[0]} to {YEARS[-1]}")
    return Submitted(
        id=id_of(value),
        outlet=_whole(text_of(value, "outlet")),
        title=_whole(text_of(value, "title", required=True)),
        lead=_whole(text_of(value, "lead")),
        published=published,
        url=_whole(text_of(value, "url")),
        lang=text_of(value, "lang"),
    )


def _whole(text: str) -> str:
    """Without halves of characters, which no outlet can send and no automaton can look up."""
    return text.encode("utf-8", "replace").decode("utf-8")
