"""Items → Readings: folded, graded, matched. Needs no memory of earlier visits."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import NamedTuple

from bot.desk import identity
from bot.desk.rules import RuleIndex
from bot.desk.text.fold import fold
from bot.desk.text.scripts import decide_language
from bot.desk.text.urls import clean_url
from bot.desk.topics import Classifier
from bot.model import Item, Judgement, Reading, RuleHit, Source, Text


@dataclass(frozen=True, slots=True)
class Desk:
    """What reading needs: the built-in topics and all subscribers' rules."""

    classifier: Classifier
    rules: RuleIndex


#: Stands for the judgement of an item that was stored at the last visit as it is now; nobody asks for it again.
UNREAD = Judgement(-1, 0.0)


def fingerprint(item: Item) -> int:
    """Tells an item from any other that this process has met; means nothing to another process."""
    return hash((item.guid, item.url, item.title, item.summary, item.body))


def read(
    items: Sequence[Item], source: Source, desk: Desk, known: AbstractSet[int] = frozenset()
) -> tuple[Reading, ...]:
    """Reads every item of one document.

    Args:
        items: in document order.
        source: where they stand.
        desk: how they are read.
        known: fingerprints of items that are stored; they are neither graded nor matched. `judge` raises
            `Unread` when it needs one of them all the same.
    """
    # One item after the other, so that its title and lead are folded once for all that look at them.
    looked = [_looked_at(item, source, desk, known) for item in items]
    keys = identity.reliable_keys([one.marks for one in looked])
    return tuple(
        Reading(
            item=item,
            lang=one.lang,
            url=_shown(item, source),
            keys=item_keys,
            content_hash=one.marks.words,
            judgement=one.judgement,
            matches=one.matches,
            folded=one.folded,
        )
        for item, one, item_keys in zip(items, looked, keys, strict=True)
    )


class _Look(NamedTuple):
    """Everything but the identity, which the whole document decides."""

    marks: identity.Marks
    lang: str
    judgement: Judgement
    matches: tuple[RuleHit, ...]
    folded: tuple[str, str] | None


def _looked_at(item: Item, source: Source, desk: Desk, known: AbstractSet[int]) -> _Look:
    marks = identity.marks(item, source)
    if known and fingerprint(item) in known:
        return _Look(marks, as_text(item, source).lang, UNREAD, (), None)
    text, judgement = desk.classifier.graded(as_text(item, source))
    matches = desk.rules.match(text)
    return _Look(marks, text.lang, judgement, matches, (fold(item.title).text, fold(item.summary).text))


def as_text(item: Item, source: Source) -> Text:
    """The item as rules and topics look at it, its language decided by its script."""
    lang = decide_language(f"{item.title} {item.summary}", item.lang or source.lang)
    return Text(
        id=item.guid or item.url,
        title=item.title,
        lead=item.summary,
        body=item.body,
        lang=lang,
        source=source.id,
        side=source.side,
        kind=source.kind,
    )


def _shown(item: Item, source: Source) -> str:
    """The address as people get it."""
    return clean_url(
        item.url, keep=source.keep_query_params, drop=source.drop_query_params, keep_fragment=source.keep_fragment
    )
