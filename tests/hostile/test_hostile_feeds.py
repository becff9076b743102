"""Hostile documents before both readers of feeds."""

from hostile_documents import characters, documents

from bot.intake import markup, wellformed
from bot.intake.decode import decode
from bot.intake.refusal import SourceError
from bot.intake.sources import feed


def bodies() -> list[tuple[str, bytes]]:
    """The body of every document in the catalogue, by its case's name."""
    steps = [(case.name, step) for case in (*characters(), *documents()) for step in case.script]
    return [(name, step.partition(b"\r\n\r\n")[2]) for name, step in steps if isinstance(step, bytes)]


def test_the_quick_reader_agrees_with_feedparser_or_refuses() -> None:
    """Of all hostile documents, none is read otherwise than feedparser reads it, and a good part is read at all."""
    differing, read = [], 0
    for name, body in bodies():
        text = decode(body[:300_000], "").text
        if markup.feed_root(text) < 0:
            continue
        try:
            light = markup.lightened(markup.mend(text))
            told = wellformed.drafts(light)
        except (SourceError, wellformed.Unusual):
            continue
        read += 1
        if told != feed.recorded(light):
            differing.append(name)

    assert not differing
    assert read > 20
