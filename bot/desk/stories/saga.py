"""Who did what: the evidence that tells one step of a saga from the next."""

from bot.desk.stories.actors import SIDES
from bot.desk.stories.acts import MUTUAL, OPPOSED
from bot.desk.stories.features import Features
from bot.desk.stories.tally import Facts
from bot.desk.stories.thresholds import ACTS

#: Acts that are a step of their own: an article that tells one of them tells another story than those without it.
STEPS = tuple(
    f"act:{name}"
    for name in [
        "propose",
        "finalise",
        "in-force",
        "ban",
        "suspend",
        "arrest",
        "indict",
        "convict",
        "appeal",
        "summon",
        "deny",
        "oppose",
        "respond-kr",
        "phone",
        "list",
    ]
)
_STEPS = frozenset(STEPS)
ANSWERS = frozenset({"act:oppose", "act:respond", "act:respond-kr", "act:deny"})
_STATES = frozenset(SIDES)
_MUTUAL = frozenset(f"act:{name}" for name in MUTUAL)
_OPPOSED = tuple((f"act:{one}", f"act:{other}") for one, other in OPPOSED)
#: What a company does by itself.
_AFFAIRS = frozenset({"act:profit", "act:loss", "act:list", "act:produce", "act:invest", "act:cut", "act:record"})
_NOTHING = (0.0, 0.0, 0.0)
#: An act is the story's when this share of its articles say it; new below, and missed above the others.
_OURS, _NEW, _MISSED = 0.25, 0.15, 0.6


def steps(article: Features, mine: Facts, theirs: Facts, evidence: dict[str, float], vetoes: list[str]) -> None:
    """What is done here and there.

    Args:
        article: as read.
        mine: of its title.
        theirs: of the story's titles.
        evidence: added to.
        vetoes: added to.
    """
    size, acts, concepts = theirs.size, mine.acts, article.concepts
    met, missing, answering = 0, 0, 0.0
    ours: dict[str, float] = {}
    for name, count in theirs.acts.items():
        share = count / size
        if share >= _OURS:
            ours[name] = share
            met += name in acts
            missing += share >= _MISSED and name in _STEPS and name not in concepts
            if name in ANSWERS:
                answering += share
    evidence["acts"] = _told(article, mine, theirs)
    evidence["act"] = min(2, met) / 2
    pair = opposed(mine, ours) if acts and ours else None
    if pair:
        evidence["opposed"] = 1.0
        vetoes.append("opposed action")
    fresh = sum(1 for step in acts if step in _STEPS and theirs.acts.get(step, 0) / size < _NEW)
    evidence["step-here"], evidence["step-there"] = float(min(2, fresh)), float(min(2, missing))
    answers = not ANSWERS.isdisjoint(acts)
    evidence["answer"] = float(answering < 0.2 if answers else answering > 0.65)


def _told(article: Features, mine: Facts, theirs: Facts) -> float:
    """What each act by itself tells: done here and not there, there and not here, or by both."""
    total, size, acts = 0.0, theirs.size, theirs.acts
    for act in mine.acts:
        share, (fresh, _, both) = acts.get(act, 0) / size, ACTS.get(act, _NOTHING)
        total += both * share + (fresh if share < _NEW else 0.0)
    for act, count in acts.items():
        if count >= _MISSED * size and act not in article.concepts:
            total += ACTS.get(act, _NOTHING)[1]
    return total


def opposed(mine: Facts, ours: dict[str, float]) -> tuple[str, str] | None:
    """What the story did and the article undoes; None where neither undoes the other."""
    acts = mine.acts
    for one, other in _OPPOSED:
        if one in acts and other in ours and other not in acts and one not in ours:
            return other, one
        if other in acts and one in ours and one not in acts and other not in ours:
            return one, other
    return None


def manner(mine: Facts, theirs: Facts, evidence: dict[str, float]) -> None:
    """Whether it is told as news, or as what somebody thinks of it."""
    evidence["opinion"] = float(mine.opinions)
    evidence["opinion-apart"] = float((2 * theirs.opinions > theirs.size) != bool(mine.opinions))


def parties(mine: Facts, theirs: Facts, evidence: dict[str, float], vetoes: list[str]) -> None:
    """Who acts, who is named, where they meet."""
    actor = next(iter(mine.actors), "")
    evidence["actor"] = 0.5
    if actor in _STATES and theirs.actors:
        total = sum(theirs.actors.values())
        evidence["actor"] = theirs.actors.get(actor, 0) / total
        if actor_apart(actor, mine, theirs):
            evidence["actor-apart"] = 1.0
            vetoes.append("different acting body")
    people = mine.people.keys()
    known = {name for name, count in theirs.people.items() if count >= 0.3 * theirs.size}
    if people and known:
        common = people & known
        lone = not common or bool(people - theirs.people.keys() and known - people)
        evidence["people-apart"] = (0.7 if common else 1.0) * lone
    if _firm_apart(mine, theirs):
        evidence["firm-apart"] = 1.0
        vetoes.append("different company")
    places = bool(mine.places.keys() & theirs.places.keys())
    evidence["venue-apart"] = float(bool(mine.places and theirs.places) and not places)


def _firm_apart(mine: Facts, theirs: Facts) -> bool:
    """Whether one company's affairs are told here, and another's there: rivals publish results in one week."""
    if len(mine.firms) != 1 or mine.acts.keys().isdisjoint(_AFFAIRS) or theirs.acts.keys().isdisjoint(_AFFAIRS):
        return False
    common = mine.firms.keys() & theirs.firms.keys()
    return not common and any(2 * count > theirs.size for count in theirs.firms.values())


def actor_apart(actor: str, mine: Facts, theirs: Facts) -> bool:
    """Whether a state acts here that never does there, in something that one does to another."""
    states = sum(count for name, count in theirs.actors.items() if name in _STATES)
    mutual = not _MUTUAL.isdisjoint(mine.acts.keys() & theirs.acts.keys())
    return actor not in theirs.actors and 2 * states >= sum(theirs.actors.values()) and not mutual
