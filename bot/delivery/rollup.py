"""Alerts that were held, told together: the weightiest first."""

from collections.abc import Sequence
from types import MappingProxyType

from bot.delivery.compose import headline
from bot.delivery.labels import labels_for
from bot.delivery.moments import appeared, clock
from bot.delivery.typography import Sheet, ascii_host, clean, cut, web_address
from bot.model import Article, Button, Delivery, Message

PAGE = 10
_HEADLINE, _OUTLET = 160, 40  # UTF-16 units
_TITLES = MappingProxyType(
    {
        "en": {
            "hourly": "This hour: {count} stories",
            "quiet": "While you were quiet: {count} stories",
            "snooze": "While you were away: {count} stories",
            "cap": "+{count} more this hour",
            "passing": "Mentioned in passing: {count}",
        },
        "ko": {
            "hourly": "지난 한 시간: {count}건",
            "quiet": "조용한 동안: {count}건",
            "snooze": "쉬시는 동안: {count}건",
            "cap": "이 시간에 {count}건 더",
            "passing": "본문에서만 언급: {count}건",
        },
        "zh-Hans": {
            "hourly": "这一小时：{count}条",
            "quiet": "免打扰期间：{count}条",
            "snooze": "静音期间：{count}条",
            "cap": "这一小时另有{count}条",
            "passing": "正文中提到：{count}条",
        },
        "zh-Hant": {
            "hourly": "這一小時：{count}則",
            "quiet": "勿擾期間：{count}則",
            "snooze": "靜音期間：{count}則",
            "cap": "這一小時另有{count}則",
            "passing": "內文中提到：{count}則",
        },
    }
)


def compose_rollup(delivery: Delivery, articles: Sequence[Article], reason: str, start: int = 0) -> Message:
    """One message for all of it, ten stories at a time.

    Args:
        delivery: the row that carries them.
        articles: one of each story.
        reason: why they were held: hourly, quiet, snooze, cap or passing.
        start: how many were shown before.
    """
    labels, sheet = labels_for(delivery.lang), Sheet()
    titles = _TITLES.get(delivery.lang, _TITLES["en"])
    sheet.say(titles.get(reason, titles["hourly"]).format(count=len(articles)), "bold")
    ranked = sorted(articles, key=lambda one: (one.grade, one.score, one.id), reverse=True)
    for article in ranked[start : start + PAGE]:
        sheet.line()
        at = clock(appeared(article), delivery.tz, labels, today=delivery.due)
        sheet.say(f"• {cut(headline(article), _HEADLINE)} — ")
        sheet.say(f"{cut(clean(article.outlet or article.source), _OUTLET)} · {article.side} · {at} ")
        if address := web_address(article.url):
            sheet.say(ascii_host(address), "link", address)
    left = len(ranked) - start - PAGE
    rows: tuple[tuple[Button, ...], ...] = ()
    if left > 0:
        rows = ((Button(labels.more.format(count=left), action=f"rollup {delivery.id} {start + PAGE}"),),)
    return Message(
        sheet.text.rstrip(),
        tuple(sheet.spans),
        rows if delivery.destination.channel == "telegram" else (),
        subject=sheet.text.splitlines()[0],
        silent=delivery.silent,
        key=delivery.key,
        date=delivery.created,
    )
