"""Ten thousand hostile headlines as alerts with all their buttons: the Bot API would take every one."""

import json
import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.delivery.actions import alert_actions
from bot.delivery.advances import advance_told
from bot.delivery.channels.telegram import render
from bot.delivery.compose import compose_alert
from bot.delivery.rollup import compose_rollup
from bot.delivery.sealing import seal
from bot.model import Advance, Article, Delivery, DeliveryState, Destination, Hit, Precision, Rule, RuleHit, Story
from tests.faults.bot_words import check_message

NOON = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
PIECES = (
    "<b>", "</a>", "&amp", "&#0;", "*_[]()~`>#+-=|{}.!", "\\", "\x00", "\x1b[31m", "\ud800", "\udc00", "\u202e", "\u2066",
    "\u200b", "\ufeff", "🇰🇷", "👩‍👩‍👧‍👦", "e" + "\u0301" * 40, "삼성", "三星", "칩4", "\n\n", "\r", "\t", "%s{0}", "://", "@everyone",
    "/start", "https://evil.example/", "tg://user?id=1", "' OR 1=1 --", "\U000e0041", "\U0001f9ff", "\u3164", "ﷺ", "A" * 900,
)  # fmt: skip
SHARE = 5


@pytest.mark.parametrize("share", range(SHARE))
def test_every_hostile_headline_is_a_message_that_telegram_takes(share: int):
    """No entity beyond the text, nothing over-long, no broken button; in an alert and in a roll-up."""
    dice = random.Random(share)
    place = Destination(1, 1, "telegram", "7001")
    rule = {1: Rule(1, 1, "삼성", 1)}
    taken = 0
    for number in range(10_000 // SHARE):
        title, lead = ("".join(dice.choices(PIECES, k=dice.randrange(1, 9))) for _ in range(2))
        start = dice.randrange(len(lead))
        hits = (Hit("lead", start, min(len(lead), start + dice.randrange(1, 9)), title[:50]),)
        url = dice.choice(("https://n.example/1", "javascript:alert(1)", f"https://n.example/{title}", title))
        article = Article(
            number, "s", url, title, lead, "en", NOON, Precision.MINUTE, NOON - timedelta(hours=1), "", 1, 2, outlet=title
        )  # fmt: skip
        delivery = Delivery(
            1, place, "alert", "story:1", DeliveryState.NEW, NOON, 0, NOON, (RuleHit(1, hits),), number,
            lang=dice.choice(("en", "ko", "zh-Hans", "zh-Hant")),
        )  # fmt: skip
        other = replace(article, id=number + 1, outlet=lead, side="KR")
        story = Story(1, title, NOON, NOON, (article, other))
        adds = (Advance("people", after=title), Advance("figure", printed=lead, before=lead, after=title))
        alert = compose_alert(
            replace(delivery, kind=dice.choice(("alert", "thread"))),
            story,
            article,
            rule,
            gloss=(title,),
            actions=alert_actions("en", article, rule.values()),
            alone=1,
            new=advance_told(adds, delivery.lang, {}),
        )
        together = [compose_rollup(delivery, [article] * 12, "quiet")] if number % 50 == 0 else []
        for message in (alert, *together):
            drawn = render(seal(message, "7001", NOON)[0])
            keyboard = {"inline_keyboard": drawn.keyboard} if drawn.keyboard else None
            fields = {"text": drawn.text, "entities": drawn.entities, "reply_markup": keyboard}
            check_message(json.loads(json.dumps(fields)))
            taken += 1

    assert taken == (10_000 + 10_000 // 50) // SHARE
