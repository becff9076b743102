"""Who did what: the evidence that tells one step of a saga from the next."""

from bot.desk.stories.actors import SIDES
from bot.desk.stories.acts import MUTUAL, OPPOSED
from bot.desk.stories.features import FIRM, Features
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
#: "A Korean chipmaker" may be any of them.
_ANYBODY = frozenset({"korean", "chinese", "taiwan", "us"})
_NOTHING = (0.0, 0.0, 0.0)
#: An act is the story's when this share of its articles say it; new below, and missed above the others.
_OURS, _NEW, _MISSED = 0.25, 0.15, 0.6
#: How an act may stand, in the order of ACTS: done here and not there, there and not here, or by both.
HERE, THERE, BOTH = range(3)
Standing = tuple[str, int, float]  # an act, how it stands, and how surely


def steps(article: Features, mine: Facts, theirs: Facts, evidence: dict[str, float], vetoes: list[str]) -> None:
    """What is done here and there.

    Args:
        article: as read.
        mine: of its title.
        theirs: of the story's titles.
        evidence: added to.
        vetoes: added to.
    """
    size = theirs.size
    told = met = fresh = missing = 0.0
    for act, how, surely in standing(article, mine, theirs):
        told += ACTS.get(act, _NOTHING)[how] * surely
        if how == BOTH:
            met += surely >= _OURS
        elif act in _STEPS:
            fresh, missing = (fresh + 1, missing) if how == HERE else (fresh, missing + 1)
    evidence["acts"] = told
    evidence["act"] = min(2, met) / 2
    if opposed(mine, theirs):
        evidence["opposed"] = 1.0
        vetoes.append("opposed action")
    evidence["step-here"], evidence["step-there"] = min(2.0, fresh), min(2.0, missing)
    answering = sum([count for act in ANSWERS if (count := theirs.acts.get(act, 0)) >= _OURS * size]) / size
    answers = not ANSWERS.isdisjoint(mine.acts)
    evidence["answer"] = float(answering < 0.2 if answers else answering > 0.65)


def standing(article: Features, mine: Facts, theirs: Facts) -> list[Standing]:
    """How each act of either stands; one that the lead alone tells is not missed."""
    acts, concepts, size = mine.acts, article.concepts, theirs.size
    found: list[Standing] = [(act, HERE, 1.0) for act in acts if theirs.acts.get(act, 0) / size < _NEW]
    for act, count in theirs.acts.items():
        if act in acts:
            found.append((act, BOTH, count / size))
        elif count / size >= _MISSED and act not in concepts:
            found.append((act, THERE, 1.0))
    return found


def opposed(mine: Facts, theirs: Facts) -> tuple[str, str] | None:
    """What the story did and the article undoes; None where neither undoes the other."""
    acts = mine.acts
    ours = {act for act, count in theirs.acts.items() if count >= _OURS * theirs.size}
    if not acts or not ours:
        return None
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
    if _others_meet(mine, theirs) or _elsewhere(mine, theirs):
        evidence["other-event"] = 1.0
        vetoes.append("another event")
    places = bool(mine.places.keys() & theirs.places.keys())
    evidence["venue-apart"] = float(bool(mine.places and theirs.places) and not places)


def _firm_apart(mine: Facts, theirs: Facts) -> bool:
    """Whether one company's affairs are told here, and another's there: rivals publish results in one week."""
    if len(mine.firms) != 1 or mine.acts.keys().isdisjoint(_AFFAIRS) or theirs.acts.keys().isdisjoint(_AFFAIRS):
        return False
    return _another_firm(mine, theirs)


def _another_firm(mine: Facts, theirs: Facts) -> bool:
    """Whether most of the story's titles name a company, and none of them one of the article's house."""
    houses = {_house(firm) for firm in mine.firms}
    others = {_house(firm) for firm in theirs.firms}
    if not houses.isdisjoint(others) or not _ANYBODY.isdisjoint(houses | others):
        return False
    return any(2 * count > theirs.size for count in theirs.firms.values())


def _house(firm: str) -> str:
    """Whose a company is: samsung-foundry and Samsung's plant in Xi'an are Samsung's."""
    return firm.removeprefix(FIRM).partition("-")[0]


def _elsewhere(mine: Facts, theirs: Facts) -> bool:
    """Whether something befalls one company here and another there, or each is named with one plant that is another."""
    if len(mine.firms) != 1 or not _another_firm(mine, theirs):
        return False
    plants = len(mine.sites) == 1 and len(theirs.sites) == 1 and mine.sites.keys() != theirs.sites.keys()
    befallen = bool(mine.mishaps) and any(2 * count > theirs.size for count in theirs.mishaps.values())
    return plants or befallen


def _others_meet(mine: Facts, theirs: Facts) -> bool:
    """Whether two states do here what only two can do, and in the story two others."""
    if not mine.pairs or not theirs.pairs or not mine.pairs.keys().isdisjoint(theirs.pairs):
        return False
    often = 3 * sum(theirs.pairs.values()) >= theirs.size
    return often and not _MUTUAL.isdisjoint(mine.acts.keys() & theirs.acts.keys())


def actor_apart(actor: str, mine: Facts, theirs: Facts) -> bool:
    """Whether a state acts here that never does there, in something that one does to another."""
    states = sum(count for name, count in theirs.actors.items() if name in _STATES)
    mutual = not _MUTUAL.isdisjoint(mine.acts.keys() & theirs.acts.keys())
    return actor not in theirs.actors and 2 * states >= sum(theirs.actors.values()) and not mutual
