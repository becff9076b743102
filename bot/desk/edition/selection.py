"""One reader's day: every rule's stories in one row, by topic, the weightiest first. A floor, not a quota."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from bot.desk.edition.coverage import appeared
from bot.desk.edition.dossier import Dossier
from bot.desk.topics import WHOLE
from bot.model import Article, Hit, RuleHit

#: An article that a reader's rules hit, and how.
Chosen = tuple[Article, tuple[RuleHit, ...]]
#: Stands for the places of a hit that are looked up only where a story is shown: in the title, or elsewhere.
IN_TITLE: tuple[Hit, ...] = (Hit("title", 0, 0, ""),)
ELSEWHERE: tuple[Hit, ...] = ()


#: Higher comes first: grade, hit in a title, independent outlets, sides, official sources, score.
Rank = tuple[int, bool, int, int, int, float]
_by_rank = attrgetter("rank")


@dataclass(slots=True)  # not frozen: a hundred are made for each reader, and that would take twice the time
class Entry:
    """A story with the article that speaks for it to this reader."""

    dossier: Dossier
    article: Article
    hits: tuple[RuleHit, ...]  # of each rule once
    where: tuple[Article, ...]  # of each hit, the article that it stands in
    in_title: bool
    rank: Rank


@dataclass(frozen=True, slots=True)
class Section:
    """A topic's stories, the weightiest first."""

    topic: str  # id; "" for matches outside every topic
    entries: tuple[Entry, ...]


def arrange(chosen: Sequence[Chosen], dossiers: Mapping[int, Dossier]) -> tuple[Section, ...]:
    """A reader's articles as sections of stories; a story without anything new since it was told is left out.

    Args:
        chosen: what the reader's rules hit.
        dossiers: of every story in it, by the id that its articles name.
    """
    stories: dict[int, list[Chosen]] = {}
    for found in chosen:
        stories.setdefault(dossiers[found[0].story].story.id, []).append(found)
    sections: dict[str, list[Entry]] = {}
    for several in stories.values():
        dossier = dossiers[several[0][0].story]
        if not dossier.repeats:
            entry = _entry(dossier, several)
            sections.setdefault(shelf(entry.article.topics), []).append(entry)
    ranked = (Section(topic, tuple(sorted(entries, key=_by_rank, reverse=True))) for topic, entries in sections.items())
    return tuple(sorted(ranked, key=lambda section: (section.topic != "", section.entries[0].rank), reverse=True))


def _entry(dossier: Dossier, found: Sequence[Chosen]) -> Entry:
    """The article of the highest grade speaks for the story, the earliest among equals."""
    if len(found) == 1:
        ((only, hits),) = found
        return _made(dossier, only, hits, (only,) * len(hits), _in_title(hits))
    by_time = sorted(found, key=lambda pair: (appeared(pair[0]), pair[0].id))
    article, spoken = max(by_time, key=lambda pair: (pair[0].grade, -appeared(pair[0]).timestamp()))
    by_rule = {hit.rule: (hit, one) for one, several in reversed(by_time) for hit in several}
    by_rule.update({hit.rule: (hit, article) for hit in spoken})
    told, where = zip(*by_rule.values(), strict=True)
    return _made(dossier, article, told, where, any(_in_title(several) for _, several in found))


def _made(
    dossier: Dossier, article: Article, hits: tuple[RuleHit, ...], where: tuple[Article, ...], in_title: bool
) -> Entry:
    rank = (article.grade, in_title, dossier.independent, len(dossier.voices), dossier.official, article.score)
    return Entry(dossier, article, hits, where, in_title, rank)


def _in_title(found: Sequence[RuleHit]) -> bool:
    # Plain loops: this runs for every story of every reader.
    for one in found:
        for hit in one.hits:
            if hit.field == "title":
                return True
    return False


def shelf(topics: Sequence[str]) -> str:
    """The one topic, of those that an article has, under which its story stands; "" outside every topic."""
    narrow = [topic for topic in topics if topic != WHOLE]
    return narrow[0] if narrow else WHOLE if topics else ""
