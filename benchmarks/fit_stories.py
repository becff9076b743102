"""Fits the weights of story joining on the labelled sets, and prints them as they stand in the code.

    python -m benchmarks.fit_stories            judged on each set by the two others, then fitted on all three: the tables
    python -m benchmarks.fit_stories --check    whether the tables of bot/desk/stories/thresholds.py are these

Every labelled article is a choice: which of the desk's candidates is its story, or is none? The desk itself lays the
choices out, with true dates and squeezed; then each article goes where it truly belongs, so that no mistake teaches the
next. Candidates and "none" share one probability, as in the desk; the weights are those that make the true choices
likeliest, each held to nothing by a penalty. numpy and scipy do it: `uv sync --group bench`.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log
from typing import NamedTuple

from bot.config import load_desk_data
from bot.desk.grouping import read
from bot.desk.stories import saga
from bot.desk.stories.ladder import Decision, Ladder
from bot.desk.stories.likeness import Likeness, Reader, compare
from bot.desk.stories.thresholds import ACTS, GIVEN, KIN, WEIGHTS, Thresholds
from bot.desk.topics import Gazetteer
from tests.story_measures import OWN_SET, SECOND_SET, THIRD_SET, Labelled, load, squeezed

#: What weights are fitted on; the unseen set is never among them.
SETS = {"first": OWN_SET, "second": SECOND_SET, "third": THIRD_SET}
#: How hard a weight is held to nothing. What one act tells by itself is seen seldom, so it is held harder.
PLAIN, OF_AN_ACT, OF_KIN = 5e-4, 4e-3, 2e-4
#: Weights below these change no decision and are left out.
LEAST, LEAST_OF_AN_ACT = 0.04, 0.05
DIGITS = 2
PARTS = {saga.HERE: "here", saga.THERE: "there", saga.BOTH: "both"}

Acts = Mapping[str, tuple[float, float, float]]
Weights = Mapping[str, float]


class Choice(NamedTuple):
    """An article among its candidates."""

    evidence: Sequence[Weights]  # about each candidate
    right: int  # which is its story; -1: none of them
    kin: Sequence[bool]  # whether each belongs to its saga


class Tables(NamedTuple):
    """Weights as the code has them."""

    weights: Weights
    acts: Acts
    kin: Weights


def choices(labelled: Iterable[Labelled], gazetteer: Gazetteer) -> Iterator[Choice]:
    """Every article that has candidates, in the order of the set."""
    ladder = Ladder()
    stories: dict[str, int] = {}
    sagas: dict[int, str] = {}
    for number, one in enumerate(labelled, start=1):
        article, hour = read(one.article, gazetteer), one.article.hour
        reader = Reader(article, ladder.window, hour)
        found = [reader.against(story) for story in reader.candidates()]
        compare(found)
        story = stories.setdefault(one.story, len(stories) + 1)
        held = [each.story.id for each in found]
        if found:
            evidence = [_in_parts(reader, each) for each in found]
            right = held.index(story) if story in held else -1
            yield Choice(evidence, right, [sagas[other] == one.saga for other in held])
        sagas[story] = one.saga
        ladder.take(Decision("merge", story), number, article, hour)


def _in_parts(reader: Reader, one: Likeness) -> Weights:
    """The evidence with what each act tells as a number of its own: their weights are fitted, too."""
    evidence = dict(one.evidence)
    del evidence["acts"]
    for act, how, surely in saga.standing(reader.article, reader.facts, reader.told(one.story)):
        evidence[f"{PARTS[how]} {act}"] = surely
    return evidence


def fitted(of: Sequence[Choice], penalties: Weights, given: Weights) -> Weights:
    """The weights, by their penalties, under which what was truly chosen is likeliest; `given` ones stay as they are."""
    try:
        import numpy as np
        from scipy.optimize import minimize
    except ImportError as error:
        sys.exit(f"{error.name} is not installed: uv sync --group bench")
    held = [one for choice in of for one in choice.evidence]
    rows = np.array([[one.get(name, 0.0) for name in penalties] for one in held])
    stand = np.array([_weighed(one, given) for one in held])
    sizes = np.array([len(choice.evidence) for choice in of])
    starts, whose = np.cumsum(sizes) - sizes, np.repeat(np.arange(len(of)), sizes)
    chosen = np.array([float(at == choice.right) for choice in of for at in range(len(choice.evidence))])
    penalty = np.array(list(penalties.values()))

    def cost(weights):
        """What is paid for the true choices, and how it changes with each weight."""
        totals = rows @ weights + stand
        top = np.maximum(np.maximum.reduceat(totals, starts), 0.0)
        odds = np.exp(totals - top[whose])
        whole = np.exp(-top) + np.add.reduceat(odds, starts)
        paid = (top + np.log(whole)).sum() - totals @ chosen
        slope = rows.T @ (odds / whole[whose] - chosen)
        return paid / len(of) + penalty @ weights**2 / 2, slope / len(of) + penalty * weights

    found = minimize(
        cost, np.zeros(len(penalty)), jac=True, method="L-BFGS-B", options={"ftol": 1e-13, "maxiter": 2000}
    )
    return dict(zip(penalties, (float(weight) for weight in found.x), strict=True))


def of_stories(of: Sequence[Choice]) -> Weights:
    """What speaks for an article's story."""
    names = sorted({name for choice in of for one in choice.evidence for name in one} - GIVEN.keys())
    return {**GIVEN, **fitted(of, {name: OF_AN_ACT if " act:" in name else PLAIN for name in names}, GIVEN)}


def of_sagas(of: Sequence[Choice]) -> Weights:
    """What speaks for its saga: each story that is not its own is a choice by itself."""
    return fitted([Choice([one], int(kin) - 1, []) for one, kin in _others(of)], dict.fromkeys(KIN, OF_KIN), {})


def _others(of: Iterable[Choice]) -> Iterator[tuple[Weights, bool]]:
    for choice in of:
        for at, (one, kin) in enumerate(zip(choice.evidence, choice.kin, strict=True)):
            if at != choice.right:
                yield one, kin


def tables(stories: Weights, sagas: Weights) -> Tables:
    """The same, rounded and without what changes nothing."""
    rounded = {name: round(weight, DIGITS) + 0.0 for name, weight in stories.items()}
    acts = {name.partition(" ")[2] for name in rounded if " act:" in name}
    parts = {
        act: tuple(rounded.get(f"{part} {act}", 0.0) for part in PARTS.values())
        for act in sorted(acts)
        if any(abs(rounded.get(f"{part} {act}", 0.0)) >= LEAST_OF_AN_ACT for part in PARTS.values())
    }
    plain = {name: weight for name, weight in rounded.items() if " act:" not in name and abs(weight) >= LEAST}
    return Tables(plain, parts, {name: round(weight, DIGITS) for name, weight in sagas.items()})


def printed(of: Tables) -> str:
    """The tables as they stand in the code: what speaks for a story, then what against it."""
    weights = sorted(of.weights.items(), key=lambda one: (one[0] != "always", one[1] < 0, one[0]))
    fitted_ones = _literal((name, weight) for name, weight in weights if name not in GIVEN)
    return (
        f"WEIGHTS: Mapping[str, float] = {{\n    **GIVEN,{fitted_ones[1:]}\n\n"
        "#: What an act by itself adds: done here and not in the story, in the story and not here, or in both.\n"
        f"ACTS: Mapping[str, tuple[float, float, float]] = {_literal(sorted(of.acts.items()))}\n\n"
        "#: What speaks for the same saga, whichever step of it: subjects, not deeds.\n"
        f"KIN: Mapping[str, float] = {_literal(of.kin.items())}\n"
    )


def _literal(rows: Iterable[tuple[str, object]]) -> str:
    return "{\n" + "".join(f'    "{name}": {value!r},\n' for name, value in rows) + "}"


def judged(of: Sequence[Choice], stories: Weights, sagas: Weights) -> str:
    """How weights choose: how often rightly, and in which ways not; and what they take for the next step of a saga."""
    right = joined = parted = elsewhere = 0
    for choice in of:
        totals = [_weighed(one, stories) for one in choice.evidence]
        best = max(range(len(totals)), key=totals.__getitem__)
        chosen = best if totals[best] > 0 else -1
        right += chosen == choice.right
        joined += chosen >= 0 > choice.right
        parted += choice.right >= 0 > chosen
        elsewhere += chosen >= 0 <= choice.right != chosen
    bar = Thresholds().related
    taken = [kin for one, kin in _others(of) if _weighed(one, sagas) > _logit(bar)]
    real = sum(kin for _, kin in _others(of))
    return (
        f"right {right / len(of):.3f} of {len(of)}; joined though new {joined}, parted though one {parted},"
        f" put elsewhere {elsewhere}; kinship from {bar}: precision {sum(taken) / max(1, len(taken)):.3f},"
        f" recall {sum(taken) / max(1, real):.3f}"
    )


def _weighed(evidence: Weights, weights: Weights) -> float:
    return sum(weights.get(name, 0.0) * value for name, value in evidence.items())


def _logit(share: float) -> float:
    """The logarithm of the odds of a probability."""
    return log(share / (1 - share))


def left_out(by_set: Mapping[str, Mapping[str, Sequence[Choice]]]) -> None:
    """Prints how weights fitted on two sets choose in the third."""
    for name, held in by_set.items():
        others = [choice for other, dated in by_set.items() if other != name for of in dated.values() for choice in of]
        stories, sagas = of_stories(others), of_sagas(others)
        for dates, of in held.items():
            print(f"{name + ', ' + dates:18} by the two others: {judged(of, stories, sagas)}")


def apart(found: Tables, code: Tables) -> Iterator[tuple[float, str]]:
    """Where two tables differ: by how much, and where; the farthest first."""
    for table, (mine, theirs) in {
        "WEIGHTS": (found.weights, code.weights),
        **{f"ACTS, {part}": (_part(found.acts, how), _part(code.acts, how)) for how, part in PARTS.items()},
        "KIN": (found.kin, code.kin),
    }.items():
        for name in sorted(mine.keys() | theirs.keys()):
            one, other = mine.get(name, 0.0), theirs.get(name, 0.0)
            if one != other:
                yield abs(one - other), f"{table}: {name} is {other} in the code, {one} by the sets"


def _part(acts: Acts, how: int) -> Weights:
    return {name: parts[how] for name, parts in acts.items()}


def checked(found: Tables) -> int:
    """Says how far the code's tables are off; 1 when they are."""
    differing = sorted(apart(found, Tables(WEIGHTS, ACTS, KIN)), reverse=True)
    for _, where in differing:
        print(where)
    count = len(found.weights) + 3 * len(found.acts) + len(found.kin)
    print(f"{len(differing)} of {count} weights differ" + (f", by {differing[0][0]:.2f} at most" if differing else ""))
    if differing:
        print("Names and words learned since the fit, and any change to what counts as evidence, move them.")
    return int(bool(differing))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--check", action="store_true", help="compare with the tables of the code; exits 1 when they differ"
    )
    args = parser.parse_args()
    gazetteer = Gazetteer.load(load_desk_data()[0])
    by_set = {
        name: {
            "true": list(choices(load(path), gazetteer)),
            "squeezed": list(choices(squeezed(load(path)), gazetteer)),
        }
        for name, path in SETS.items()
    }
    everything = [choice for dated in by_set.values() for of in dated.values() for choice in of]
    if args.check:
        sys.exit(checked(tables(of_stories(everything), of_sagas(everything))))
    left_out(by_set)
    print(f"\n{printed(tables(of_stories(everything), of_sagas(everything)))}")


if __name__ == "__main__":
    main()
