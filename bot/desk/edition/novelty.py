"""What an old story has that it did not have before: only then is it told again."""

from collections.abc import Iterable, Iterator, Sequence

from bot.desk.edition.coverage import is_official
from bot.desk.stories.acts import PHASES
from bot.desk.stories.dates import Moment, moments
from bot.desk.stories.figures import Figure, close, figures
from bot.desk.stories.vocabulary import vocabulary
from bot.desk.text.fold import fold
from bot.model import Article

#: Code points of a title and of a lead; what an outlet adds far below is background.
_READ = 400


def novelty(before: Sequence[Article], fresh: Sequence[Article]) -> tuple[str, ...]:
    """What the fresh articles add, the weightiest first: official, phase, figure, date, "side:CN"; nothing: ().

    A figure or a date counts where a headline bears it and no earlier headline or lead did.
    """
    return tuple(dict.fromkeys(_added(before, fresh))) if before else ()


def _added(before: Sequence[Article], fresh: Sequence[Article]) -> Iterator[str]:
    if any(map(is_official, fresh)) and not any(map(is_official, before)):
        yield "official"
    if _phases(fresh) - _phases(before):
        yield "phase"
    known = list(_figures(before))
    if any(not any(close(figure, old) for old in known) for figure in _figures(fresh, titles=True)):
        yield "figure"
    if set(_days(fresh, titles=True)) - set(_days(before)):
        yield "date"
    heard = {article.side for article in before}
    yield from (f"side:{article.side}" for article in fresh if article.side not in heard)


def _phases(articles: Iterable[Article]) -> set[str]:
    """The steps of a procedure that headlines tell."""
    met = (
        one.name.removeprefix("act:")
        for article in articles
        for one in vocabulary().find(fold(article.title[:_READ]).text)
        if one.kind == "act"
    )
    return {PHASES[name] for name in met if name in PHASES}


def _figures(articles: Iterable[Article], *, titles: bool = False) -> Iterator[Figure]:
    for article in articles:
        yield from figures(_words(article, titles=titles))


def _days(articles: Iterable[Article], *, titles: bool = False) -> Iterator[tuple[int, int]]:
    for article in articles:
        found: Iterable[Moment] = moments(_words(article, titles=titles), "title")
        yield from ((moment.month, moment.day) for moment in found if moment.month and moment.day)


def _words(article: Article, *, titles: bool) -> str:
    title = article.title[:_READ]
    return fold(title if titles else f"{title}\n{article.lead[:_READ]}").text
