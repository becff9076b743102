"""What the titles of a story say, sorted: acts, people, who acts, and the meeting places."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.desk.stories.features import AT, BY, WHO

_WHO = WHO[:3]


@dataclass(slots=True)
class Facts:
    """Articles by what they say."""

    size: int
    acts: dict[str, int] = field(default_factory=dict)
    people: dict[str, int] = field(default_factory=dict)
    actors: dict[str, int] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)


def facts_of(counted: Mapping[str, int], size: int) -> Facts:
    """Sorts facts by their kind: `counted` holds articles by fact, `size` is how many there are in all."""
    found = Facts(size)
    for name, count in counted.items():
        kind = name[:3]
        if kind == "act":
            found.acts[name] = count
        elif kind == _WHO:
            found.people[name] = count
        elif kind == BY:
            found.actors[name[3:]] = count
        elif kind == AT:
            found.places[name] = count
    return found
