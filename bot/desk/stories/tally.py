"""What the titles of a story say, sorted: acts, people, who acts, and the meeting places."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.desk.stories.features import AT, BY, FIRM, HIT, ON, OPINION, TWO, WHO


@dataclass(slots=True)
class Facts:
    """Articles by what they say."""

    size: int
    opinions: int
    acts: dict[str, int]
    people: dict[str, int]
    firms: dict[str, int]
    actors: dict[str, int]
    pairs: dict[str, int]  # of states
    mishaps: dict[str, int]
    places: dict[str, int]
    sites: dict[str, int]


#: The kinds of facts by their first letters, in the order of the tables above.
_KINDS = {kind[:3]: at for at, kind in enumerate(("act", WHO, FIRM, BY, TWO, HIT, AT, ON))}


def facts_of(counted: Iterable[tuple[str, int]], size: int) -> Facts:
    """Sorts facts by their kind: `counted` has articles by fact, one fact maybe in parts; `size` is how many in all."""
    tables: list[dict[str, int]] = [{} for _ in _KINDS]
    opinions = 0
    for fact, count in counted:
        kind = fact[:3]
        if kind in _KINDS:
            table = tables[_KINDS[kind]]
            name = fact[3:] if kind == BY else fact
            table[name] = table.get(name, 0) + count
        elif fact == OPINION:
            opinions += count
    return Facts(size, opinions, *tables)
