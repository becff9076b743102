"""What the titles of a story say, sorted: acts, people, who acts, and the meeting places."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.desk.stories.features import AT, BY, FIRM, OPINION, WHO

_WHO = WHO[:3]


@dataclass(slots=True)
class Facts:
    """Articles by what they say."""

    size: int
    acts: dict[str, int] = field(default_factory=dict)
    people: dict[str, int] = field(default_factory=dict)
    firms: dict[str, int] = field(default_factory=dict)
    actors: dict[str, int] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)
    opinions: int = 0


def facts_of(counted: Iterable[tuple[str, int]], size: int) -> Facts:
    """Sorts facts by their kind: `counted` has articles by fact, one fact maybe in parts; `size` is how many in all."""
    found = Facts(size)
    acts, people, firms, actors, places = found.acts, found.people, found.firms, found.actors, found.places
    for name, count in counted:
        kind = name[:3]
        if kind == "act":
            acts[name] = acts.get(name, 0) + count
        elif kind == _WHO:
            people[name] = people.get(name, 0) + count
        elif kind == BY:
            actor = name[3:]
            actors[actor] = actors.get(actor, 0) + count
        elif kind == AT:
            places[name] = places.get(name, 0) + count
        elif kind == FIRM:
            firms[name] = firms.get(name, 0) + count
        elif name == OPINION:
            found.opinions += count
    return found
