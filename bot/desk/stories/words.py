"""A stored placement in words, for the person who asks why."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from bot.model import Placement

_RUNGS = {
    0: "identity",
    1: "revision",
    2: "copy",
    3: "same language",
    4: "across languages",
    5: "guards",
    6: "bands",
    7: "second look",
}


def in_words(placement: Placement, titles: Mapping[int, str]) -> Iterator[str]:
    """Lines that tell where an article was placed and what spoke for and against it.

    Args:
        placement: as stored.
        titles: of the stories that it names, by id; a missing one is told by its number alone.
    """
    why: Mapping[str, Any] = json.loads(placement.why)
    yield _verdict(placement, why, titles)
    shared = [_shared(name, found) for name, found in dict(why.get("shared", {})).items()]
    if shared:
        yield f"shared: {', '.join(shared)}"
    weighed = sorted(dict(why.get("evidence", {})).items(), key=lambda pair: -abs(pair[1][1]))
    counted = [f"{name} {weight:+.2f}" for name, (_, weight) in weighed if weight and name != "always"]
    if counted:
        yield f"evidence: {', '.join(counted)}; {why.get('hours_apart', 0)} h apart"
    yield f"vetoes: {', '.join(why.get('vetoes', ())) or 'none'}"
    if "runner_up" in why:
        other = why["runner_up"]
        yield f"next best: {_story(other['story'], titles)}, score {other['score']:.2f}"
    yield f"rules: {why.get('rules', '')}"


def joined_in_words(gone: int, kept: int, why: str, titles: Mapping[int, str]) -> str:
    """A line that tells why two stories became one; `why` is stored with the join, "" where a person said so."""
    if not why:
        return f"A person joined {_story(gone, titles)} to {_story(kept, titles)}."
    told: Mapping[str, Any] = json.loads(why)
    shared = ", ".join(_shared(name, found) for name, found in dict(told.get("shared", {})).items())
    return (
        f"The second look joined {_story(gone, titles)} to {_story(kept, titles)}, rung 7 ({_RUNGS[7]}),"
        f" score {told['score']:.2f} (needed {told['needed']}); shared: {shared}; no veto; rules: {told['rules']}"
    )


def named(placement: Placement) -> frozenset[int]:
    """The stories that the words will name."""
    why: Mapping[str, Any] = json.loads(placement.why)
    stories = {placement.story, int(why.get("story", 0)), int(dict(why.get("runner_up", {})).get("story", 0))}
    return frozenset(stories | ({placement.related_to} if placement.outcome != "copy" else set()) - {0})


def _verdict(placement: Placement, why: Mapping[str, Any], titles: Mapping[int, str]) -> str:
    rung = f"rung {placement.rung} ({_RUNGS.get(placement.rung, '')})"
    score = f"score {placement.score:.2f}"
    if placement.outcome == "copy":
        return f"Copy of article {placement.related_to} in {_story(placement.story, titles)}, {rung}, {score}."
    if not placement.opens:
        manner = "Joined in silence" if placement.outcome == "merge" else "Joined, less sure,"
        return f"{manner} {_story(placement.story, titles)} at {rung}, {score} (needed {why.get('needed')})."
    if placement.outcome == "thread":
        before = _story(placement.related_to, titles)
        return f"Opened {_story(placement.story, titles)} as the next step after {before}: {rung}, {score}."
    best = f"; the best rejected scored {placement.score:.2f} (needed {why.get('needed')})" if placement.score else ""
    return f"Opened {_story(placement.story, titles)}: {rung}{best}."


def _story(story: int, titles: Mapping[int, str]) -> str:
    title = titles.get(story, "")
    return f'story {story} ("{title}")' if title else f"story {story}"


def _shared(name: str, found: list[Any]) -> str:
    weight, mine, theirs = found
    forms = " = ".join(dict.fromkeys(form for form in (mine, theirs) if form))
    return f"{name.partition(':')[2] or name} ({forms}, {weight})" if forms else f"{name} ({weight})"
