"""Items → Readings: folded, graded, matched. Needs no memory, so it runs outside any lock."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.desk import identity
from bot.desk.rules import RuleIndex
from bot.desk.text.scripts import decide_language
from bot.desk.text.urls import clean_url
from bot.desk.topics import Classifier
from bot.model import Item, Reading, Source, Text


@dataclass(frozen=True, slots=True)
class Desk:
    """What reading needs: the built-in topics and all subscribers' rules."""

    classifier: Classifier
    rules: RuleIndex


def read(items: Sequence[Item], source: Source, desk: Desk) -> tuple[Reading, ...]:
    """Reads every item of one document."""
    # One item after the other, so that its title and lead are folded once for all that look at them.
    marked = [(identity.marks(item, source), _read_one(item, source, desk)) for item in items]
    keys = identity.reliable_keys([marks for marks, _ in marked])
    return tuple(
        replace(reading, keys=item_keys, content_hash=marks.words)
        for (marks, reading), item_keys in zip(marked, keys, strict=True)
    )


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


def _read_one(item: Item, source: Source, desk: Desk) -> Reading:
    """Everything but the identity, which the whole document decides."""
    text, judgement = desk.classifier.graded(as_text(item, source))
    return Reading(
        item=item,
        lang=text.lang,
        url=clean_url(
            item.url, keep=source.keep_query_params, drop=source.drop_query_params, keep_fragment=source.keep_fragment
        ),
        keys=(),
        content_hash="",
        judgement=judgement,
        matches=desk.rules.match(text),
    )
