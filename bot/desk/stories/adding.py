"""What a follow-up adds to the story before it, for whoever words it."""

from collections.abc import Iterator

from bot.desk.stories.actors import SIDES
from bot.desk.stories.acts import PHASES
from bot.desk.stories.features import WHO, Features
from bot.desk.stories.figures import Figure, close
from bot.desk.stories.saga import ANSWERS, actor_apart, opposed
from bot.desk.stories.story import Profile
from bot.desk.stories.tally import Facts
from bot.desk.stories.times import TELLING
from bot.model import Advance

#: An act is the story's when this share of its articles say it.
_OURS = 0.25
#: A follow-up that adds more is told by the most telling of it.
_MOST = 3
#: Steps of a procedure in their usual order: of several in one title the furthest is the news.
_ORDER = tuple(dict.fromkeys(PHASES.values()))
#: What is answered is told as an answer, and somebody asks for something at every step.
UNTOLD = frozenset({"answered", "asked"})
_OF_A_CASE = frozenset({"probed", "arrested", "indicted", "on trial", "convicted", "appealed"})


def advances(article: Features, mine: Facts, story: Profile, theirs: Facts) -> tuple[Advance, ...]:
    """What is new in an article, most telling first.

    Args:
        article: as read.
        mine: of its title.
        story: the one it continues.
        theirs: of the story's titles.
    """
    actor = next(iter(mine.actors), "")
    found = [
        *_answer(article, mine, theirs),
        *_reversal(article, mine, theirs),
        *_figure(article, story),
        *_phase(article, mine, theirs),
        *_period(article, story),
    ]
    if actor in SIDES and theirs.actors and actor_apart(actor, mine, theirs) and not found:
        before = max(theirs.actors, key=lambda name: (theirs.actors[name], name))
        found.append(Advance("actor", *_who(article), before=before, after=actor))
    if not found:
        found.extend(_people(article, mine, theirs))
    return tuple(found[:_MOST])


def _who(article: Features) -> tuple[str, str]:
    """The concept that acts, and how it was printed."""
    return article.actor, article.surfaces.get(article.actor, "")


def _answer(article: Features, mine: Facts, theirs: Facts) -> Iterator[Advance]:
    answering = sum(count for name, count in theirs.acts.items() if name in ANSWERS)
    if not ANSWERS.isdisjoint(mine.acts) and 2 * answering < theirs.size and article.actor:
        yield Advance("answer", *_who(article))


def _reversal(article: Features, mine: Facts, theirs: Facts) -> Iterator[Advance]:
    pair = opposed(mine, theirs)
    if pair:
        before, after = (name.removeprefix("act:") for name in pair)
        if PHASES.get(after) in _OF_A_CASE:
            return  # the next step of a case undoes nothing
        yield Advance("reversal", *_who(article), before=before, after=after)


def _figure(article: Features, story: Profile) -> Iterator[Advance]:
    """The first amount of a telling kind that the story gives otherwise."""
    for one in article.figures:
        others = [other for other in story.figures if other.kind == one.kind]
        if one.kind in TELLING and others and not any(close(one, other) for other in others):
            nearest = min(others, key=lambda other: (_apart(one, other), other.text))
            yield Advance("figure", *_who(article), before=nearest.text, after=one.text, unit=one.kind)
            return


def _apart(one: Figure, other: Figure) -> float:
    return abs(one.value - other.value)


def _phase(article: Features, mine: Facts, theirs: Facts) -> Iterator[Advance]:
    after = {PHASES[name] for act in mine.acts if (name := act.removeprefix("act:")) in PHASES}
    told = {
        PHASES[name]: count
        for act, count in theirs.acts.items()
        if (name := act.removeprefix("act:")) in PHASES and count >= _OURS * theirs.size
    }
    fresh = after - told.keys()
    if fresh:
        furthest = max(fresh - UNTOLD, key=_ORDER.index, default="")
        if furthest:
            before = max(told, key=lambda phase: (told[phase], _ORDER.index(phase)), default="")
            # Who is named in a case may be its victim as well.
            who = ("", "") if furthest in _OF_A_CASE else _who(article)
            yield Advance("phase", *who, before=before, after=furthest)


def _period(article: Features, story: Profile) -> Iterator[Advance]:
    mine = {one.month for one in article.moments if one.month and one.field == "title"}
    theirs = {one >> 6 for one in story.moments if one >> 6 and one & 1}
    if mine and theirs and not mine & theirs:
        yield Advance("period", *_who(article), before=str(min(theirs)), after=str(min(mine)))


def _people(article: Features, mine: Facts, theirs: Facts) -> Iterator[Advance]:
    known = theirs.people.keys()
    for name in mine.people:
        concept = name.removeprefix(WHO)
        if name not in known and article.surfaces.get(concept):
            yield Advance("people", *_who(article), after=article.surfaces[concept])
            return
