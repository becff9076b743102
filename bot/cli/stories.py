"""story split, story join: where an article was placed among the stories, and a person's correction."""

import getpass
from dataclasses import replace
from typing import Annotated

import typer
from sqlite_utils import Database

from bot.cli import opening
from bot.desk.stories.words import in_words, joined_in_words, named
from bot.model import Article, Judgement
from storage import articles, placements, stories

_OFF_TOPIC = (
    "it was off topic and meets none of today's rules; what met none when it came was not compared with stories"
)
_OUTSIDE = "its source stays out of grouping, no rule was met when it came, or it came before grouping did"


def join(
    kept: Annotated[int, typer.Argument(help="the story that stays", metavar="STORY")],
    gone: Annotated[int, typer.Argument(help="the story that becomes part of it", metavar="OTHER")],
) -> None:
    """Make one story of two; nobody is told again, and the correction is kept as a label."""
    with opening.refusals(), opening.store() as store:
        now = opening.now()
        moved = store.write_sync(lambda db: _joined(db, kept, gone) and placements.join(db, kept, gone, _who(), now))
    if not moved:
        typer.echo("both stories must exist, be two, and not be joined already", err=True)
        raise typer.Exit(opening.BAD_USAGE)
    typer.echo(f"story {kept} has {moved} more articles; story {gone} points to it")


def split(article: Annotated[int, typer.Argument(help="number of the article that does not belong")]) -> None:
    """Give an article a story of its own; nobody is told again, and the correction is kept as a label."""
    with opening.refusals(), opening.store() as store:
        now = opening.now()
        fresh = store.write_sync(
            lambda db: (
                placements.split(db, article, _who(), now) if articles.article(db, opening.row(article)) else None
            )
        )
    if fresh is None:
        typer.echo(f"article {article} is not stored, or stands alone in its story already", err=True)
        raise typer.Exit(opening.BAD_USAGE)
    typer.echo(f"article {article} now opens story {fresh}")


def _joined(db: Database, kept: int, gone: int) -> bool:
    found = [stories.story(db, opening.row(story)) for story in (kept, gone)]
    return kept != gone and all(
        one is not None and one.id == story for one, story in zip(found, (kept, gone), strict=True)
    )


def placed(db: Database, article: Article, anew: Judgement, *, met: bool) -> list[str]:
    """Why an article is graded so and stands in its story: the rung, the score, what is shared, what spoke against.

    Args:
        db: within a step.
        article: as stored.
        anew: how it is graded today, for one whose reasons are not kept.
        met: whether it meets a rule of today.
    """
    judgement = articles.judgement(db, article.id) or replace(anew, grade=article.grade, topics=article.topics)
    lines = [f"article {article.id}: {article.title}", f"{article.outlet}, {article.url}", *_graded(judgement)]
    placement = placements.placement(db, article.id)
    if placement is None:
        reason = _OUTSIDE if article.grade or met else _OFF_TOPIC
        return [*lines, f"Stands in story {article.story}; {reason}."]
    titles = {story: stories.own_title(db, story) for story in named(placement)}
    if placement.story != article.story:
        joined = placements.joined_why(db, placement.story)
        titles[article.story] = stories.own_title(db, article.story)
        moved = joined_in_words(placement.story, *joined, titles) if joined else "A person moved it."
        lines.append(f"Stands in story {article.story} by now. {moved} First it was placed so:")
    return [*lines, *in_words(placement, titles)]


def _graded(judgement: Judgement) -> list[str]:
    pieces = sorted(
        (piece for piece in judgement.why if piece.field and piece.weight > 0), key=lambda piece: -piece.weight
    )
    words = ", ".join(f"{piece.text} ({piece.field})" for piece in pieces[:8])
    lines = [f"grade {judgement.grade}, {' '.join(judgement.topics) or 'no topic'}: {words or 'nothing found'}"]
    # The last piece names the branch that set the grade, as `classify` tells it.
    decided = [piece.concept for piece in judgement.why[-1:] if not piece.field]
    return lines + [f"    decided by: {branch}" for branch in decided]


def _who() -> str:
    return f"operator {getpass.getuser()}"
