"""What the titles of a story say, sorted: acts, people, who acts, and the meeting places."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.desk.stories.features import AT, BY, WHO


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
        if name.startswith("act:"):
            found.acts[name] = count
        elif name.startswith(WHO):
            found.people[name] = count
        elif name.startswith(BY):
            found.actors[name[len(BY) :]] = count
        elif name.startswith(AT):
            found.places[name] = count
    return found
