"""An alert's words."""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from string import Formatter

import pytest

from bot.delivery.compose import compose_alert
from bot.delivery.labels import ENGLISH, LABELS, labels_for
from bot.delivery.moments import zone, zone_name
from bot.delivery.snippet import LONGEST, excerpt
from bot.model import Article, Button, Delivery, Hit, Message, Precision, Rule, RuleHit, Span, Story

RULES = {
    1: Rule(1, 1, '"Chip 4" OR IPEF', 1, name="chip alliances"),
    2: Rule(2, 1, "topic:china-korea-chips", 1),
}
LEAD = "The envoy met Minister Ahn on Monday. They discussed “Chip 4” and IPEF. More talks follow."
SAID = (RuleHit(1, (Hit("lead", 54, 60, '"Chip 4"'), Hit("lead", 66, 70, "IPEF"), Hit("body", 1, 5, "IPEF"))),)


def words(message: Message, style: str) -> list[str]:
    return [message.text[span.start : span.end] for span in message.spans if span.style == style]


@pytest.fixture
def compose(make_article: Callable[..., Article], make_delivery: Callable[..., Delivery]) -> Callable[..., Message]:
    """An alert with one thing changed."""

    def make(
        *others: Article,
        lang: str = "en",
        tz: str = "Asia/Seoul",
        why=SAID,
        kind: str = "alert",
        alone: int = 0,
        new: str = "",
        **given,
    ) -> Message:
        article = make_article(**{"lead": LEAD, **given})
        story = Story(1, article.title, article.first_seen, article.first_seen, (article, *others))
        delivery = make_delivery(lang=lang, tz=tz, why=why, kind=kind)
        return compose_alert(delivery, story, article, RULES, alone=alone, new=new)

    return make


def test_the_whole_alert(compose, make_article, now: datetime) -> None:
    """As an English reader in Seoul gets it."""
    others = (
        make_article(id=2, outlet="Yonhap", side="KR", published=now - timedelta(minutes=58)),
        make_article(id=3, outlet="Hankyoreh", side="KR", published=now + timedelta(minutes=5)),
        make_article(id=4, outlet="Reuters", side="US"),
        make_article(id=5, outlet="Yonhap", side="KR"),
    )
    message = compose(*others, state_media=True)
    assert message.text.splitlines() == [
        "Global Times · CN · state media · EN · 12:00 KST (11:00 Beijing)",
        "Envoy meets minister on chips",
        "They discussed “Chip 4” and IPEF. More talks follow.",
        "4 outlets: KR 2 · CN 1 · US 1 — first: Yonhap 11:02 KST",
        'why: chip alliances — "Chip 4" (lead), IPEF (lead, body)',
        "www.globaltimes.cn",
    ]
    assert words(message, "bold") == ["Envoy meets minister on chips", "Chip 4", "IPEF"]
    assert words(message, "link") == ["www.globaltimes.cn"]
    assert message.buttons == ((Button("Open", url="https://www.globaltimes.cn/page/1.shtml"),),)
    assert (message.key, message.date, message.subject) == ("1/alert/story:1", now, "Envoy meets minister on chips")


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("en", "2 outlets: CN 1 · KR 1 — first: Yonhap 12:00 KST"),
        ("ko", "매체 2곳: CN 1 · KR 1 — 최초: Yonhap 12:00 KST"),
        ("zh-Hans", "2家媒体: CN 1 · KR 1 — 首发：Yonhap 12:00 KST"),
        ("zh-Hant", "2家媒體: CN 1 · KR 1 — 首發：Yonhap 12:00 KST"),
        ("fr", "2 outlets: CN 1 · KR 1 — first: Yonhap 12:00 KST"),
    ],
)
def test_one_other_outlet_in_each_language(compose, make_article, now: datetime, lang: str, line: str) -> None:
    """And English for a language we do not speak."""
    message = compose(make_article(id=0, outlet="Yonhap", side="KR"), lang=lang)
    assert line in message.text.splitlines()


def test_alone_it_says_nothing_about_others(compose, make_article) -> None:
    """Its own second article is no other outlet."""
    message = compose(make_article(id=2))
    assert ("outlet" in message.text, message.outlets) == (False, 1)


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", "4 outlets, 2 independent: KR 2"),
        ("ko", "매체 4곳, 독자 취재 2곳: KR 2"),
        ("zh-Hans", "4家媒体，其中独立报道2家: KR 2"),
        ("zh-Hant", "4家媒體，其中獨立報導2家: KR 2"),
    ],
)
def test_reprints_are_told_from_reports(compose, make_article, lang: str, told: str) -> None:
    """A wire's words in many papers are one voice; where every outlet has its own, nothing is said of it."""
    names = (("Yonhap", "KR"), ("Hankyoreh", "KR"), ("Reuters", "US"))
    others = [make_article(id=n, outlet=name, side=side) for n, (name, side) in enumerate(names, 2)]

    assert told in compose(*others, lang=lang, alone=2).text
    assert "independent" not in compose(*others, alone=4).text


def test_several_rules_are_all_named(compose) -> None:
    """One alert, and every reason."""
    message = compose(why=(*SAID, RuleHit(2, ()), RuleHit(99, ())))
    assert (
        'why: chip alliances — "Chip 4" (lead), IPEF (lead, body); topic:china-korea-chips; a rule since removed'
        in message.text
    )


def test_too_many_reasons_are_counted(compose) -> None:
    """The rest is in /why."""
    many = tuple(Hit("lead", 0, 1, f"t{number}") for number in range(8))
    message = compose(why=tuple(RuleHit(2, many) for _ in range(7)))
    line = next(line for line in message.text.splitlines() if line.startswith("why"))
    assert (line.count("t5 (lead), +2 more"), line.endswith("; +2 more")) == (5, True)


def test_no_reason_no_line(compose) -> None:
    """A notice of the house has no rule."""
    assert "why" not in compose(why=()).text


def test_hits_that_overlap_are_bold_once(compose) -> None:
    """Two rules may want the same words."""
    hits = (Hit("lead", 54, 60, "a"), Hit("lead", 54, 58, "b"), Hit("lead", 56, 70, "c"))
    assert words(compose(why=(RuleHit(1, hits),)), "bold")[1:] == ["Chip"]


def test_a_hit_beyond_the_lead_is_ignored(compose) -> None:
    """The outlet may have shortened it since."""
    assert words(compose(why=(RuleHit(1, (Hit("lead", 900, 905, "x"),)),)), "bold") == ["Envoy meets minister on chips"]


def test_a_lead_that_repeats_the_title_is_left_out(compose) -> None:
    """Many feeds do."""
    message = compose(lead=" Envoy meets minister on chips ", why=())
    assert message.text.splitlines()[1:] == ["Envoy meets minister on chips", "www.globaltimes.cn"]


@pytest.mark.parametrize(
    ("given", "line"),
    [
        ({"kind": "government"}, "Global Times · CN · official · EN · 12:00 KST (11:00 Beijing)"),
        ({"side": "", "lang": ""}, "Global Times · 12:00 KST"),
        ({"outlet": "", "side": "KR", "lang": "ko"}, "gt · KR · KO · 12:00 KST"),
        ({"precision": Precision.DAY}, "Global Times · CN · EN · 25 Jul"),
        ({"published": None}, "Global Times · CN · EN · seen 12:00 KST"),
        (
            {"published": datetime(2022, 7, 23, 20, 30, tzinfo=UTC)},
            "Global Times · CN · EN · 24 Jul 05:30 KST (04:30 Beijing)",
        ),
    ],
)
def test_the_first_line(compose, make_article, make_delivery, given: dict, line: str) -> None:
    """Whose words, and from when."""
    article = make_article(**given)
    message = compose_alert(make_delivery(), Story(1, "", article.first_seen, article.first_seen), article, {})
    assert message.text.splitlines()[0] == line


def test_a_follow_up_says_so(compose) -> None:
    """Before anything else; where nothing is known to be new, not more than that it is a further report."""
    assert compose(kind="thread").text.startswith("further report · Global Times")
    assert compose(kind="thread", new="MOFCOM answers").text.startswith("follow-up: MOFCOM answers · Global Times")


@pytest.mark.parametrize(
    ("lang", "reader", "shown"), [("ko", "en", True), ("en", "en", False), ("zh-Hans", "zh-Hant", False)]
)
def test_a_gloss_is_marked_as_one(make_article, make_delivery, lang: str, reader: str, shown: bool) -> None:
    """Only for a headline the reader may not be able to read; never called a translation."""
    article = make_article(lang=lang)
    story = Story(1, "", article.first_seen, article.first_seen)
    message = compose_alert(make_delivery(lang=reader), story, article, {}, gloss=("Samsung", "China fab"))
    assert ("[gloss] Samsung · China fab" in words(message, "italic")) is shown


def test_further_buttons_are_the_chats(make_article, make_delivery) -> None:
    """Below ours."""
    article = make_article()
    rows = ((Button("Why", action="w1"), Button("Mute", action="m1")),)
    message = compose_alert(
        make_delivery(), Story(1, "", article.first_seen, article.first_seen), article, {}, actions=rows
    )
    assert [[button.label for button in row] for row in message.buttons] == [["Open"], ["Why", "Mute"]]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "", "https://[x"])
def test_what_is_no_web_address_is_not_linked(compose, url: str) -> None:
    """No button, no link, no scheme of somebody's choosing."""
    message = compose(url=url)
    assert (message.buttons, words(message, "link"), "javascript" in message.text) == ((), [], False)


def test_a_title_that_is_nothing_leaves_the_host(compose) -> None:
    """Zero-width characters only."""
    assert compose(title="\u200b\u202e").text.splitlines()[1] == "www.globaltimes.cn"


def test_a_hostile_title_cannot_turn_the_text_around(compose) -> None:
    """Bidi, controls and line breaks are gone, the rest is just text."""
    message = compose(title="\u202eevil\r\nwhy: <b>&amp;</b>\x1b[0m [x](http://y) 삼성")
    assert message.text.splitlines()[1] == "evil why: <b>&amp;</b>[0m [x](http://y) 삼성"


def test_five_megabytes_of_everything_stay_one_short_message(compose) -> None:
    """Far below a message's limit, with link and reason kept."""
    huge = "x" * 5_000_000
    message = compose(title=huge, lead=huge, outlet=huge, why=(RuleHit(1, (Hit("lead", 4_000_000, 4_000_005, huge),)),))
    assert len(message.text) < 2_000
    assert message.text.splitlines()[-1] == "www.globaltimes.cn"


@pytest.mark.parametrize(
    ("lead", "hit", "shown"),
    [
        ("First. Second. Third. Fourth.", "Second", "Second. Third."),
        ("First. Second. Third. Fourth.", "Fourth", "Third. Fourth."),
        ("First. Second.", "", "First. Second."),
        ("Only one", "one", "Only one"),
        ("第一句。第二句芯片。第三句。", "芯片", "第二句芯片。第三句。"),
        ("", "", ""),
    ],
)
def test_an_excerpt_is_two_sentences_around_the_hit(lead: str, hit: str, shown: str) -> None:
    """The hit's, and the next or the one before."""
    at = lead.find(hit)
    start, end = excerpt(lead, (Hit("lead", at, at + len(hit), hit),) if hit else ())
    assert lead[start:end] == shown


@pytest.mark.parametrize(
    ("lead", "hit"),
    [
        ("단어 " * 300 + "칩4 " + "단어 " * 300, "칩4"),
        ("字" * 700 + "芯片" + "字" * 700, "芯片"),
        ("x" * 900 + "칩4", "칩4"),
    ],
)
def test_a_sentence_without_end_is_cut_around_the_hit(lead: str, hit: str) -> None:
    """On a word's border where there are words."""
    at = lead.index(hit)
    start, end = excerpt(lead, (Hit("lead", at, at + 2, hit),))
    assert (start <= at, at + 2 <= end, end - start <= LONGEST) == (True, True, True)
    if " " in lead:
        assert (lead[start - 1], lead[end]) == (" ", " ")


def test_a_cut_excerpt_shows_that_it_is_one(compose) -> None:
    """With an ellipsis on each open side."""
    lead = "단어 " * 300 + "칩4 " + "단어 " * 300
    message = compose(lead=lead, why=(RuleHit(1, (Hit("lead", 900, 902, "칩4"),)),))
    line = message.text.splitlines()[2]
    assert (line.startswith("… 단어"), line.endswith("단어 …"), "칩4" in words(message, "bold")) == (True, True, True)


def test_a_cut_does_not_split_a_grapheme() -> None:
    """A mark stays with its letter."""
    lead = "e\u0301" * 600
    start, end = excerpt(lead, (Hit("lead", 600, 602, "é"),))
    assert (lead[start], lead[end]) == ("e", "e")


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Asia/Seoul", "KST"),
        ("Asia/Shanghai", "Beijing"),
        ("Asia/Taipei", "Taipei"),
        ("America/New_York", "EDT"),
        ("Asia/Dubai", "UTC+4"),
        ("Asia/Kathmandu", "UTC+5:45"),
        ("America/Sao_Paulo", "UTC-3"),
        ("America/St_Johns", "NDT"),
        ("Nowhere/City", "UTC"),
        ("../etc/passwd", "UTC"),
        ("", "UTC"),
    ],
)
def test_a_zone_has_a_name_nobody_misreads(name: str, label: str, now: datetime) -> None:
    """The letters CST would be three places."""
    assert zone_name(now.astimezone(zone(name))) == label


def test_half_hours_west_of_greenwich() -> None:
    """The sign belongs to the whole."""
    assert zone_name(datetime(2022, 7, 25, tzinfo=zone("Pacific/Marquesas"))) == "UTC-9:30"


def _templates(labels) -> dict[str, set[str]]:
    told = {}
    for field in fields(labels):
        value = getattr(labels, field.name)
        texts = value.values() if hasattr(value, "values") else value if isinstance(value, tuple) else (value,)
        told[field.name] = {name for text in texts for _, name, _, _ in Formatter().parse(text) if name}
        assert all(text.strip() for text in texts), field.name
    return told


@pytest.mark.parametrize("lang", LABELS)
def test_every_language_fills_the_same_places(lang: str) -> None:
    """No label is empty, and each template names what the English one names."""
    mine, english = _templates(LABELS[lang]), _templates(ENGLISH)
    english["day"] = mine["day"] = mine["day"] - {"name", "month"}
    assert mine == english
    assert set(LABELS[lang].fields) == {"title", "lead", "body"}


def test_an_unknown_language_is_served_in_english() -> None:
    """Rather than not at all."""
    assert labels_for("tlh") is ENGLISH


def test_the_same_row_is_the_same_message(compose) -> None:
    """Composing has no memory and no clock."""
    assert compose() == compose()
    assert compose(lang="ko") == replace(compose(lang="ko"), silent=False)


def test_spans_never_leave_the_text(compose) -> None:
    """They are taken as the words are laid down."""
    message = compose(title="\u200b삼성\u200b 🇰🇷 ")
    assert all(0 <= span.start < span.end <= len(message.text) for span in message.spans)
    assert Span(message.text.index("삼성"), message.text.index("삼성") + len("삼성 🇰🇷"), "bold") in message.spans
