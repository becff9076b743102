"""The day for a chat or the console: a headline a story, the weightiest first, in one message."""

from collections.abc import Sequence

from bot.delivery.compose import headline
from bot.delivery.digest_story import counts
from bot.delivery.digest_words import Words
from bot.delivery.labels import Labels
from bot.delivery.moments import clock
from bot.delivery.typography import Sheet, ascii_host, clean, cut, utf16_length, web_address
from bot.desk.edition import Entry, Section, appeared, outlet_of
from bot.model import Delivery, Message

#: UTF-16 units: a message has 4,096, and nothing is to be cut.
_ROOM = 3_600
_HEADLINE, _OUTLET = 160, 40


def in_chat(
    delivery: Delivery, sections: Sequence[Section], heading: str, summary: str, labels: Labels, words: Words
) -> Message:
    """One message without a page of its own: who wants more asks the chat."""
    sheet = Sheet()
    sheet.say(heading, "bold")
    sheet.line()
    sheet.say(summary)
    entries = sorted(
        (entry for section in sections for entry in section.entries), key=lambda one: one.rank, reverse=True
    )
    for number, entry in enumerate(entries):
        if utf16_length(sheet.text) > _ROOM - 2 * _HEADLINE:
            sheet.line()
            sheet.say(words.more_left.format(count=len(entries) - number))
            break
        _say(sheet, delivery, entry, labels, words)
    return Message(text=sheet.text.rstrip(), spans=tuple(sheet.spans))


def _say(sheet: Sheet, delivery: Delivery, entry: Entry, labels: Labels, words: Words) -> None:
    article, dossier = entry.article, entry.dossier
    sheet.line()
    update = f"{words.update} · " if dossier.updates else ""
    sheet.say(f"• {update}{cut(headline(article), _HEADLINE)} — ")
    at = clock(appeared(article), delivery.tz, labels, today=delivery.due)
    told = counts(dossier, words) if dossier.outlets > 1 else article.side
    sheet.say(f"{cut(clean(outlet_of(article)).strip(), _OUTLET)} · {told} · {at} ")
    if address := web_address(article.url):
        sheet.say(ascii_host(address), "link", address)
