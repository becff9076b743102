"""Messages about the service itself."""

import pytest

from bot.delivery.notices import compose_catch_up, compose_notice, compose_operators_mail
from bot.model import Span


def test_a_long_list_is_cut_with_its_count(make_delivery, make_article) -> None:
    """Twenty are named, the others counted."""
    missed = [make_article(id=number, title=f"Story {number}") for number in range(1, 24)]
    message = compose_catch_up(make_delivery(kind="notice"), missed)

    lines = message.text.splitlines()
    assert lines[1] == "· Story 1 www.globaltimes.cn"
    assert lines[-2:] == ["· Story 20 www.globaltimes.cn", "+3 more"]
    assert message.silent


def test_a_story_without_an_address_is_named_all_the_same(make_delivery, make_article) -> None:
    """There is only no link."""
    message = compose_catch_up(make_delivery(kind="notice"), [make_article(url="", title="Story")])

    assert message.text.splitlines()[1] == "· Story"
    assert message.spans == ()


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("en", "· the digest of 22 Nov"),
        ("ko", "· 11월 22일 다이제스트"),
        ("zh-Hans", "· 11月22日的摘要"),
        ("zh-Hant", "· 11月22日的摘要"),
    ],
)
def test_a_digest_that_may_be_missing_is_named_by_its_day(make_delivery, lang: str, line: str) -> None:
    """It has no headline of its own."""
    message = compose_catch_up(make_delivery(kind="notice", lang=lang), [], ["2026-11-22"])

    assert message.text.splitlines()[1:] == [line]


def test_a_notice_is_one_thing_a_line(make_delivery) -> None:
    """And its first line is the subject of a mail."""
    message = compose_notice(make_delivery(kind="notice"), "⚠ little room\n40 sent")

    assert message.text == "⚠ little room\n40 sent"
    assert message.subject == "chipwire: ⚠ little room"


def test_the_operators_mail_says_what_to_do(now) -> None:
    """The same mail at every attempt of a day."""
    message = compose_operators_mail("Telegram refuses the token", now)

    assert "restart with a valid token" in message.text
    assert message.key == "operator/2022-07-25/Telegram refuses the token"
    assert not any(isinstance(span, Span) for span in message.spans)
