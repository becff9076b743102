"""The day's mail in its plain first form."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.delivery.digest import compose_digest
from bot.model import Delivery, Destination, Hit, Message, Rule, RuleHit

READER = Destination(id=3, subscriber=1, channel="email", address="reader@example.org")
RULES = {1: Rule(1, 1, '"Chip 4"', 3, name="chip alliances")}
IN_TITLE = (RuleHit(1, (Hit("title", 0, 6, "Chip 4"),)),)
IN_LEAD = (RuleHit(1, (Hit("lead", 0, 6, "Chip 4"),)),)


@pytest.fixture
def digest(make_delivery: Callable[..., Delivery], now: datetime) -> Callable[..., Message]:
    """The mail of 25 July for the articles given."""

    def make(*chosen, lang: str = "en", event: str = "digest:2022-07-25", **more) -> Message:
        row = make_delivery(destination=READER, kind="digest", event=event, lang=lang)
        return compose_digest(row, chosen, RULES, now, **more)

    return make


def test_a_day_of_two_topics(digest, make_article, now: datetime) -> None:
    """The weightiest topic and story first, copies folded into one story, each with its reason."""
    first = make_article(
        id=1, story=1, title="Chip 4 talks", topics=("china-korea-chips", "chip4"), lead="Chip 4 opens. More."
    )
    copy = replace(first, id=2, outlet="Yonhap", side="KR", published=now - timedelta(minutes=30), grade=1)
    other = make_article(
        id=3, story=2, title="HBM <b>prices</b>", topics=("hbm",), grade=1, url="https://hbm.example/1"
    )
    weaker = make_article(id=4, story=3, title="Chip 4 aside", topics=("chip4",), grade=1)
    message = digest(
        (other, IN_TITLE), (weaker, IN_LEAD), (first, IN_TITLE), (copy, IN_TITLE), topics={"hbm": "Memory"}
    )
    assert message.subject == "Chip 4 talks · 3 stories, 2 outlets"
    assert message.text.splitlines() == [
        "China, Korea and chips · 25 Jul",
        "Quiet day: 3 stories from 2 outlets.",
        "",
        "CHIP4",
        "-" * 40,
        "",
        "Chip 4 talks",
        "Global Times · CN · EN · 12:00 KST (11:00 Beijing)",
        "Chip 4 opens. More.",
        "  Korea 1 ██ first 11:30 KST · Yonhap",
        "  China 1 ██ +30 min · Global Times",
        "2 outlets",
        "why: chip alliances — Chip 4 (title)",
        "https://www.globaltimes.cn/page/1.shtml",
        "",
        "Chip 4 aside",
        "Global Times · CN · EN · 12:00 KST (11:00 Beijing)",
        "why: chip alliances — Chip 4 (lead)",
        "https://www.globaltimes.cn/page/1.shtml",
        "",
        "MEMORY",
        "-" * 40,
        "",
        "HBM <b>prices</b>",
        "Global Times · CN · EN · 12:00 KST (11:00 Beijing)",
        "why: chip alliances — Chip 4 (title)",
        "https://hbm.example/1",
        "",
        "--",
        "You get this mail for the rules you have set. Change them in the chat with /list.",
    ]
    assert "HBM &lt;b&gt;prices&lt;/b&gt;" in message.html
    assert (message.key, message.date) == ("3/digest/digest:2022-07-25", now)


@pytest.mark.parametrize(
    ("lang", "subject", "line"),
    [
        ("en", "Quiet day, 25 Jul", "Quiet day: nothing matched your rules."),
        ("ko", "조용한 하루, 7월 25일", "조용한 하루: 규칙에 맞는 기사가 없습니다."),
        ("zh-Hans", "平静的一天，7月25日", "平静的一天：没有符合规则的报道。"),
        ("zh-Hant", "平靜的一天，7月25日", "平靜的一天：沒有符合規則的報導。"),
    ],
)
def test_a_quiet_day_says_so(digest, lang: str, subject: str, line: str) -> None:
    """No filler."""
    message = digest(lang=lang)
    assert (message.subject, message.text.splitlines()[1]) == (subject, line)


def test_a_busy_day_is_not_called_quiet(digest, make_article) -> None:
    """From the fourth story on."""
    chosen = [(make_article(id=number, story=number, title=f"Story {number}"), IN_LEAD) for number in range(1, 5)]
    assert digest(*chosen).text.splitlines()[1] == "4 stories from 1 outlet."


def test_a_late_mail_keeps_its_date(digest) -> None:
    """The event names the day, not the clock."""
    assert digest(event="digest:2022-07-23").subject == "Quiet day, 23 Jul"


def test_without_a_date_it_is_today(digest) -> None:
    """A preview made by hand."""
    assert digest(event="preview").subject == "Quiet day, 25 Jul"


def test_hostile_words_are_harmless_in_html(digest, make_article) -> None:
    """Escaped everywhere, and no address but http and https."""
    words = "<script>alert(1)</script>\"'&"
    article = make_article(title=words, lead=words + ".", outlet=words, url="javascript:alert(1)")
    html = digest((article, (RuleHit(1, (Hit("lead", 0, 3, words),)),))).html
    assert ("<script" in html, "javascript:" in html, "&lt;script&gt;" in html) == (False, False, True)


def test_the_page_stands_alone(digest, make_article) -> None:
    """Styles are in the elements, for mail programs that drop the rest; nothing is loaded from anywhere."""
    html = digest((make_article(), IN_TITLE)).html
    assert ' style="margin:0;font-family:Georgia' in html
    assert not any(word in html for word in ("<img", "<link", "src=", "@import"))


def test_two_days_share_nothing(digest, make_article) -> None:
    """What was laid out for one day is not told on another, though the numbers are the same."""
    first = digest((make_article(title="One"), IN_TITLE)).html
    assert (">One<" in first, ">Two<" in digest((make_article(title="Two"), IN_TITLE)).html) == (True, True)
