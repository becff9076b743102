"""Grades a text by its facets, ranks it, names its topics and says why."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from bot.desk.rules import Vocabulary
from bot.desk.topics.branches import Branch, deciding
from bot.desk.topics.concept import Mention
from bot.desk.topics.facets import FACETS, FIELD_WEIGHT, Seen, loudest, see
from bot.desk.topics.gazetteer import Gazetteer
from bot.desk.topics.presets import Topic, read_topics
from bot.model import Evidence, Judgement, Text

#: Lowest score and width of each grade's band, so that a higher grade always ranks above a lower one.
_BANDS = {0: (0.0, 0.49), 1: (0.5, 0.24), 2: (0.75, 0.24)}
#: The evidence at which half of a band is reached.
_HALFWAY = 6.0
_MASKED = ("masked", 0.0)
_ORDER = {facet: place for place, facet in enumerate(FACETS)}


class Classifier:
    """Judges texts: pure, and the same text always gets the same answer."""

    def __init__(self, gazetteer: Gazetteer, topics: Sequence[Topic] = ()) -> None:
        self.gazetteer = gazetteer
        self.topics = tuple(topics)
        self._also = {concept.id: concept.also for concept in gazetteer.concepts.values() if concept.also}

    @classmethod
    def from_data(cls, gazetteer: Mapping[str, object], topics: Mapping[str, object]) -> "Classifier":
        """Builds a classifier from parsed YAML.

        Raises:
            DataError: with every problem in words.
        """
        found = Gazetteer.load(gazetteer)
        return cls(found, read_topics(topics, found.concepts))

    @property
    def vocabulary(self) -> Vocabulary:
        """The topics and concepts that subscribers' rules may name."""
        return Vocabulary(
            topics=frozenset(topic.id for topic in self.topics),
            concepts=self.gazetteer.clear_names,
            forms=self.gazetteer.names,
        )

    def graded(self, text: Text) -> tuple[Text, Judgement]:
        """The text with its topics and grade filled in, as rules are matched against it, and the judgement."""
        judgement = self.judge(text)
        named = [piece for piece in judgement.why if piece.field and piece.facet != "masked"]
        more = [piece for piece in named if piece.concept in self._also]
        also = [piece._replace(concept=other) for piece in more for other in self._also[piece.concept]]
        seen = Text(
            text.id,
            text.title,
            text.lead,
            text.body,
            text.lang,
            text.source,
            text.side,
            text.kind,
            topics=judgement.topics,
            grade=judgement.grade,
            mentions=(*named, *also),
        )
        return seen, judgement

    def judge(self, text: Text) -> Judgement:
        """The grade with its reasons; the last piece of evidence names the branch that set it."""
        lang, mentions = self.gazetteer.read(text)
        seen = see(mentions, lang)
        branch = deciding(seen)
        evidence = _evidence(mentions)
        verdict = Evidence(branch.name, "", "", (0, 0), f"grade {branch.grade}", float(branch.grade))
        return Judgement(
            grade=branch.grade,
            score=_score(branch, evidence, seen),
            facets=tuple(_named(seen)),
            topics=tuple([topic.id for topic in self.topics if topic.holds(seen, branch.grade)]),
            why=(*evidence, verdict),
        )


def _evidence(mentions: Iterable[Mention]) -> list[Evidence]:
    found = []
    for concept, surface, field, at, _, _, masked in mentions:
        facet, weight = _MASKED if masked else _loudest(concept.implies, field)
        found.append(Evidence(concept.id, surface, field, at, facet, weight))
    return found


@lru_cache(maxsize=8192)
def _loudest(implies: tuple[str, ...], field: str) -> tuple[str, float]:
    facet, weight = loudest(implies)
    return facet, round(weight * FIELD_WEIGHT[field], 3)


def _score(branch: Branch, evidence: Iterable[Evidence], seen: Seen) -> float:
    """A number that ranks: the band of the grade, and within it how much speaks for the text.

    Every facet counts once a field, so that a name said five times is not five reasons.
    """
    best: dict[tuple[str, str], float] = {}
    for piece in evidence:
        key = (piece.field, piece.facet)
        if abs(piece.weight) > abs(best.get(key, 0.0)):
            best[key] = piece.weight
    legs = sum((seen.has("KR", "KR-home"), seen.has("CN"), seen.has("chip")))
    strength = max(0.0, sum(best.values())) * (0.4 + 0.2 * legs)
    low, width = _BANDS[branch.grade]
    return round(low + width * strength / (strength + _HALFWAY), 4)


def _named(seen: Seen) -> Iterable[str]:
    return sorted(seen.present & _ORDER.keys(), key=_ORDER.__getitem__)
