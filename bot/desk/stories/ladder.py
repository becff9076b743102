"""The ladder above identity: copy, same language, across languages, vetoes, bands. One article, one decision."""

from dataclasses import asdict, dataclass, field, replace
from math import exp
from operator import itemgetter
from typing import Any

from bot.desk.stories.adding import advances
from bot.desk.stories.copies import Copies
from bot.desk.stories.features import VAGUE, Features
from bot.desk.stories.likeness import Likeness, Reader, compare, share_out, weigh
from bot.desk.stories.share import Share, share_of
from bot.desk.stories.thresholds import Thresholds
from bot.desk.stories.window import JOINS, LIVES, Window


@dataclass(frozen=True, slots=True)
class Decision:
    """Where an article belongs, and why."""

    outcome: str  # new merge thread copy revision duplicate
    story: int  # the article's story; a fresh one for new and for the next step of a saga
    related_to: int = 0  # an earlier story; for a copy the earlier article
    rung: int = 6
    score: float = 0.0  # of the winning story; for new, the best rejected
    why: dict[str, Any] = field(default_factory=dict)
    vague: bool = False  # whether the story must not be known by this article

    @property
    def opens(self) -> bool:
        """Whether the article opens a story of its own."""
        return self.outcome == "new" or (self.outcome == "thread" and self.related_to != 0)


class Ladder:
    """Decides articles in their order; `take` follows every decision that is kept."""

    def __init__(self, thresholds: Thresholds | None = None) -> None:
        self.thresholds = thresholds or Thresholds()
        self.window = Window()
        self.copies = Copies()
        self._joined: dict[int, int] = {}

    def decide(self, article: Features, hour: float, fresh: int) -> Decision:
        """What an article is, given the window; changes nothing.

        Args:
            article: as read.
            hour: when it was published, in hours of the stream's clock.
            fresh: the id that a newly opened story gets.
        """
        original, story, share = self.copies.source(article.sketch)
        story = self.story_now(story)
        if original and story in self.window.stories:
            why = {"copy of": original, "contained": round(share, 3), "rules": self.thresholds.version}
            return Decision("copy", story, original, 2, round(share, 4), why)
        reader = Reader(article, self.window, hour)
        found = [reader.against(story) for story in reader.candidates()]
        if not found:
            return Decision("new", fresh, why={"needed": self.thresholds.same, "rules": self.thresholds.version})
        compare(found)
        share_out(found, self.thresholds.weights)
        found.sort(key=lambda one: (-one.score, one.story.id))
        return self._banded(reader, found, fresh)

    def take(self, decision: Decision, number: int, article: Features, hour: float) -> Features:
        """Remembers an article in its story; the article as it is to be stored."""
        if decision.vague:
            article = replace(article, facts=(*article.facts, VAGUE))
        self.restore(decision.story, number, share_of(article), hour)
        return article

    def restore(self, story: int, number: int, article: Share, hour: float) -> None:
        """Remembers an article that was taken before, as it was stored."""
        if VAGUE in article.facts:
            self.window.keep(story, hour)
        else:
            self.window.take(story, article, hour)
        self.copies.add(number, article.sketch, hour, LIVES, story)

    def join(self, kept: int, gone: int) -> None:
        """Two stories turn out to be one: copies of what the one told are the other's."""
        self.window.join(kept, gone)
        self._joined[gone] = kept

    def story_now(self, story: int) -> int:
        """The story that another has become part of, if it has."""
        while story in self._joined:
            story = self._joined[story]
        return story

    def _banded(self, reader: Reader, found: list[Likeness], fresh: int) -> Decision:
        bands, best = self.thresholds, found[0]
        vetoes = list(best.vetoes)
        if reader.hour - best.story.last > JOINS:
            vetoes.append("gap")
        rung = 3 if best.evidence["language"] else 4
        score = round(best.score, 4)
        same = bands.same_among(len(found))
        # What another state answers is a story of its own, however much of the first it repeats.
        if best.score >= same and "gap" not in vetoes and not best.evidence["reply"]:
            silent = best.score >= bands.merge and not vetoes
            why = self._why(reader, found, bands.merge if silent else same, vetoes)
            if not silent:
                why |= _adds(reader, best)
            outcome, vague = ("merge", False) if silent else ("thread", best.score < bands.sure_among(len(found)))
            return Decision(outcome, best.story.id, 0, 5 if vetoes else rung, score, why, vague)
        likely, _, kin = max(((self._kinship(one), -one.story.id, one) for one in found), key=itemgetter(0, 1))
        kinship = round(likely, 4)
        if kinship < bands.related:
            return Decision("new", fresh, 0, 6, score, self._why(reader, found, same, vetoes))
        outcome = "new" if len(kin.vetoes) > 1 or "other-event" in kin.evidence else "thread"
        why = self._why(reader, [kin, *(one for one in found if one is not kin)], same, kin.vetoes)
        why |= {"kinship": kinship} | _adds(reader, kin)
        return Decision(outcome, fresh, kin.story.id, 5 if kin.vetoes else 6, score, why)

    def _kinship(self, one: Likeness) -> float:
        """The probability that article and story belong to one saga, whatever parts its steps."""
        return 1 / (1 + exp(-weigh(one.evidence, self.thresholds.kin)))

    def _why(self, reader: Reader, found: list[Likeness], needed: float, vetoes: list[str]) -> dict[str, Any]:
        best = found[0]
        weights = self.thresholds.weights
        why: dict[str, Any] = {
            "story": best.story.id,
            "needed": needed,
            "evidence": {
                name: [round(value, 4), round(value * weights.get(name, 0.0), 3)]
                for name, value in best.evidence.items()
                if value
            },
            "shared": dict(list(reader.shared(best.story).items())[:8]),
            "vetoes": vetoes,
            "hours_apart": round(max(0.0, reader.hour - best.story.last), 1),
            "rules": self.thresholds.version,
        }
        if len(found) > 1:
            why["runner_up"] = {"story": found[1].story.id, "score": round(found[1].score, 4)}
        return why


def _adds(reader: Reader, before: Likeness) -> dict[str, Any]:
    """What the article adds to a story that it continues, as stored."""
    told = advances(reader.article, reader.facts, before.story, reader.told(before.story))
    return {"adds": [{name: value for name, value in asdict(one).items() if value} for one in told]} if told else {}
