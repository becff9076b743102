"""Messages about the service itself: what perhaps did not arrive, and what operators are told."""

from collections.abc import Sequence
from datetime import datetime
from types import MappingProxyType

from bot.delivery.compose import headline
from bot.delivery.labels import labels_for
from bot.delivery.moments import day
from bot.delivery.typography import Sheet, ascii_host, web_address
from bot.model import Article, Delivery, Message

#: Stories named one by one; a longer list is no help to anybody.
NAMED = 20
_DIGEST = MappingProxyType(
    {"en": "the digest of {day}", "ko": "{day} 다이제스트", "zh-Hans": "{day}的摘要", "zh-Hant": "{day}的摘要"}
)


def compose_catch_up(delivery: Delivery, missed: Sequence[Article], digests: Sequence[str] = ()) -> Message:
    """One message for all that perhaps did not arrive; `digests` are days as 2026-11-22."""
    labels, sheet = labels_for(delivery.lang), Sheet()
    sheet.say(labels.unconfirmed)
    for date in digests[:NAMED]:
        sheet.line()
        sheet.say(
            f"· {_DIGEST.get(delivery.lang, _DIGEST['en']).format(day=day(datetime.fromisoformat(date), labels))}"
        )
    for article in missed[:NAMED]:
        sheet.line()
        sheet.say(f"· {headline(article)} ")
        address = web_address(article.url)
        if address:
            sheet.say(ascii_host(address), "link", address)
    if len(missed) > NAMED:
        sheet.line()
        sheet.say(labels.more.format(count=len(missed) - NAMED))
    return _message(delivery, sheet, silent=True)


def compose_notice(delivery: Delivery, words: str) -> Message:
    """An operator's notice, one thing a line."""
    sheet = Sheet()
    for line in words.splitlines():
        sheet.line()
        sheet.say(line)
    return _message(delivery, sheet, silent=delivery.silent)


def compose_operators_mail(words: str, now: datetime) -> Message:
    """A mail to whoever runs the service, when no other way is left."""
    text = f"{words}.\n\nSources are still read and alerts are kept. After a restart with a valid token they are sent."
    return Message(text, subject=f"chipwire: {words}", key=f"operator/{now:%Y-%m-%d}/{words}", date=now)


def compose_test_mail(now: datetime) -> Message:
    """What `doctor --send-test` sends: in the scripts of the digest, so that a server that spoils them is found out."""
    text = "chipwire can send mail.\nKorean: 칩4 반도체. Chinese: 芯片四方联盟, 晶片."
    return Message(text, subject="chipwire: a test · 시험 · 测试", key=f"test/{now.isoformat()}", date=now)


def _message(delivery: Delivery, sheet: Sheet, *, silent: bool) -> Message:
    text = sheet.text.rstrip()
    subject = f"chipwire: {text.splitlines()[0]}"
    return Message(text, tuple(sheet.spans), subject=subject, silent=silent, key=delivery.key, date=delivery.created)
