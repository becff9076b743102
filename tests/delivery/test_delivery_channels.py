"""One contract for every channel, each over its real wire, and what is particular to Telegram and the console."""

import inspect
import io
import json
import random
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from importlib import import_module
from typing import Any

import pytest
from telegram import Bot
from telegram.error import NetworkError, RetryAfter, TelegramError

from bot.delivery.channels import CHANNELS, Channel
from bot.delivery.channels.console import ConsoleChannel
from bot.delivery.channels.email import EmailChannel
from bot.delivery.channels.telegram import TelegramChannel, heard, render
from bot.delivery.compose import compose_alert
from bot.delivery.outcomes import settle
from bot.model import Answer, Button, DeliveryState, Destination, Hit, Message, Outcome, RuleHit, Span, Story
from tests.faults.bot_api import BotApi
from tests.faults.bot_rules import Rule
from tests.faults.bot_words import check_message
from tests.faults.smtp import MailDouble

HELLO = Message(text="안녕하세요", subject="hello", key="k")


@dataclass
class Wire:
    """A channel, its destination, and what a test may do to the other side."""

    channel: Channel
    destination: Destination
    shown: Callable[[], list[str]]  # what readers have
    busy: Callable[[], None]  # "later"
    refuse: Callable[[], None]  # "never"
    cut: Callable[[], Awaitable[None]]  # nothing listens


class _Stream(io.StringIO):
    """A terminal whose other end can go away."""

    broken = False

    def write(self, text: str) -> int:
        if self.broken:
            raise BrokenPipeError
        return super().write(text)


@pytest.fixture(params=CHANNELS)
async def wire(request: pytest.FixtureRequest, api: BotApi, bot: Bot) -> AsyncIterator[Wire]:
    """Each channel in turn."""
    place = Destination(id=1, subscriber=1, channel=request.param, address="7001")
    if request.param == "telegram":

        def rule(fault: str) -> Callable[[], None]:
            return lambda: api.rules.append(Rule(fault, seconds=9.0))

        yield Wire(TelegramChannel(bot), place, lambda: api.texts(7001), rule("ban"), rule("blocked"), api.stop)
        return
    if request.param == "email":
        async with MailDouble() as double:

            def fault(kind: str) -> Callable[[], None]:
                return lambda: setattr(double, "fault", ("rcpt", kind))

            channel = EmailChannel(f"smtp://127.0.0.1:{double.port}?tls=none", "news@example.org", patience=0.5)
            reader = replace(place, address="reader@example.org")

            def shown() -> list[str]:
                bodies = [taken.mail.get_body(("plain",)) for taken in double.accepted]
                return [body.get_content().replace("\r\n", "\n") for body in bodies if body is not None]

            yield Wire(channel, reader, shown, fault("4xx"), fault("5xx"), double.stop)
        return
    stream = _Stream()

    def broken() -> None:
        stream.broken = True

    async def closed() -> None:
        broken()

    yield Wire(ConsoleChannel(stream), place, lambda: [stream.getvalue()], broken, broken, closed)


async def _send(wire: Wire, message: Message, *, plain: bool = False) -> Answer:
    return await wire.channel.send(wire.destination, wire.channel.render(message, plain=plain))


async def test_ok(wire: Wire, now: datetime) -> None:
    """Accepted, shown, settled as sent."""
    answer = await _send(wire, HELLO)
    assert (answer.ok, answer.channel) == (True, wire.channel.name)
    assert settle(answer, 1, now).state is DeliveryState.SENT
    assert "안녕하세요" in wire.shown()[0]


async def test_later(wire: Wire, now: datetime) -> None:
    """A wish to wait comes back as an answer with a due time, never as an exception."""
    wire.busy()
    settled = settle(await _send(wire, HELLO), 1, now)
    assert settled.state is DeliveryState.WAIT
    assert settled.due is not None
    assert settled.due > now


async def test_never(wire: Wire, now: datetime) -> None:
    """A refusal for good ends the row, except on the operator's own terminal."""
    wire.refuse()
    state = settle(await _send(wire, HELLO), 1, now).state
    assert state is (DeliveryState.WAIT if wire.channel.name == "console" else DeliveryState.DROPPED)


async def test_nobody_there(wire: Wire, now: datetime) -> None:
    """Not sent, and known to be so."""
    await wire.cut()
    answer = await _send(wire, HELLO)
    assert (answer.ok, answer.sent, settle(answer, 1, now).outcome) == (False, "no", Outcome.NOT_SENT)


async def test_too_long(wire: Wire) -> None:
    """However long, it is one message that is taken."""
    answer = await _send(wire, Message(text="칩4 🇰🇷 " * 20_000, subject="삼성 " * 10_000, key="k"))
    assert (answer.ok, len(wire.shown())) == (True, 1)


@pytest.mark.parametrize("plain", [False, True])
async def test_markup_is_text(wire: Wire, plain: bool) -> None:
    """What looks like HTML or Markdown arrives as it was written."""
    await _send(wire, Message(text="<b>&amp;</b> *x* _y_ [z](http://e) `q`", subject="<&>", key="k"), plain=plain)
    assert "<b>&amp;</b> *x* _y_ [z](http://e) `q`" in wire.shown()[0]


async def test_cjk(wire: Wire) -> None:
    """Korean and Chinese, with the characters beyond the basic plane."""
    await _send(wire, Message(text="한글 中文 𠮷野家 臺積電", subject="中文", key="k"))
    assert "한글 中文 𠮷野家 臺積電" in wire.shown()[0]


async def test_half_a_character_does_not_stop_a_message(wire: Wire) -> None:
    """A lone surrogate from a broken feed."""
    if wire.channel.name != "console":  # a terminal's own encoding is the operator's
        answer = await _send(wire, Message(text="half \ud83d pair", subject="\ud83d", key="k"))
        assert (answer.ok, "half ? pair" in wire.shown()[0]) == (True, True)


async def test_links_can_be_read(wire: Wire) -> None:
    """Without entities they are spelt out."""
    await _send(wire, Message(text="yna", spans=(Span(0, 3, "link", "https://yna.example/1"),), key="k"), plain=True)
    assert "https://yna.example/1" in wire.shown()[0]


async def test_a_sign_of_life(wire: Wire) -> None:
    """A probe shows readers nothing."""
    before = wire.shown()
    alive = await wire.channel.probe()
    await wire.cut()
    gone = await wire.channel.probe()
    assert (alive.ok, gone.ok, wire.shown()) == (True, wire.channel.name == "console", before)


@pytest.mark.parametrize("name", CHANNELS)
def test_each_channel_keeps_the_protocol(name: str) -> None:
    """The folder's tuple names modules whose class has the agreed methods."""
    module = import_module(f"bot.delivery.channels.{name}")
    (channel,) = [
        kind for label, kind in vars(module).items() if label.endswith("Channel") and kind.__module__ == module.__name__
    ]
    assert channel.name == name
    for method in ("send", "probe"):
        wanted, given = inspect.signature(getattr(Channel, method)), inspect.signature(getattr(channel, method))
        assert list(given.parameters) == list(wanted.parameters)
    parameters = inspect.signature(channel.render).parameters
    assert (list(parameters)[-2:], parameters["plain"].kind) == (["message", "plain"], inspect.Parameter.KEYWORD_ONLY)


# Telegram


async def test_an_alert_as_telegram_takes_it(api: BotApi, channel: TelegramChannel, chat: Destination) -> None:
    """Offsets in UTF-16, buttons in rows, no preview, in its topic, quietly."""
    message = Message(
        text="🇰🇷 칩4 news\nhost",
        spans=(Span(3, 5, "bold"), Span(11, 15, "link", "https://host.example/")),
        buttons=(
            (Button("Open", url="https://host.example/"),),
            (Button("Why", action="w1"), Button("Mute", action="m1")),
        ),
        silent=True,
    )
    answer = await channel.send(replace(chat, thread=42), channel.render(message))
    (got,) = api.accepted
    assert (answer.message_id, got.thread, got.silent, got.preview) == (str(got.id), 42, True, False)
    assert got.entities == [
        {"type": "bold", "offset": 5, "length": 2},
        {"type": "text_link", "offset": 13, "length": 4, "url": "https://host.example/"},
    ]
    assert [[button["text"] for button in row] for row in got.buttons] == [["Open"], ["Why", "Mute"]]


async def test_plain_has_neither_entities_nor_buttons(api: BotApi, channel: TelegramChannel, chat: Destination) -> None:
    """Whatever was refused about them, it is gone."""
    message = Message(text="x" * 5_000, spans=(Span(0, 1, "bold"),), buttons=((Button("Open", url="https://e/"),),))
    await channel.send(chat, channel.render(message, plain=True))
    (got,) = api.accepted
    assert (got.entities, got.buttons, len(got.text)) == ([], [], 2048)


async def test_a_cut_text_takes_its_spans_along(api: BotApi, channel: TelegramChannel, chat: Destination) -> None:
    """None of them reaches beyond what is left."""
    message = Message(
        text="한" * 5_000, spans=(Span(4_000, 4_999, "bold"), Span(4_500, 4_600, "bold"), Span(1, 2, "none"))
    )
    answer = await channel.send(chat, channel.render(message))
    assert answer.ok
    assert api.accepted[0].entities == [{"type": "bold", "offset": 4000, "length": 95}]


def test_an_action_too_long_for_a_button_is_a_bug() -> None:
    """Actions are our own ids."""
    with pytest.raises(ValueError, match="64 bytes"):
        render(Message(text="x", buttons=((Button("Why", action="칩" * 22),),)))


async def test_an_edit_changes_the_message_in_place(
    api: BotApi, channel: TelegramChannel, chat: Destination, now: datetime
) -> None:
    """And one that changes nothing is as good as done."""
    sent = await channel.send(chat, channel.render(Message(text="also in 1")))
    edited = await channel.edit(
        chat, sent.message_id, channel.render(Message(text="also in 2", spans=(Span(8, 9, "bold"),)))
    )
    again = await channel.edit(chat, sent.message_id, channel.render(Message(text="also in 2")))
    lost = await channel.edit(chat, "999", channel.render(Message(text="x")))
    assert (api.texts(7001), api.accepted[0].edits) == (["also in 2"], 1)
    outcomes = [settle(answer, 1, now).outcome for answer in (edited, again, lost)]
    assert outcomes == [Outcome.SENT, Outcome.SENT, Outcome.OURS]


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [
        ("ban", Outcome.WAIT),
        ("bare-429", Outcome.WAIT),
        ("busy", Outcome.WAIT),
        ("restart", Outcome.WAIT),
        ("conflict", Outcome.WAIT),
        ("blocked", Outcome.GONE),
        ("deactivated", Outcome.GONE),
        ("kicked", Outcome.GONE),
        ("chat", Outcome.SUBSCRIPTION),
        ("topic-closed", Outcome.SUBSCRIPTION),
        ("thread", Outcome.SUBSCRIPTION),
        ("rights", Outcome.SUBSCRIPTION),
        ("restricted", Outcome.SUBSCRIPTION),
        ("entities", Outcome.OURS),
        ("markup", Outcome.OURS),
        ("too-long", Outcome.OURS),
        ("token", Outcome.FATAL),
        ("no-token", Outcome.FATAL),
        ("proxy-404", Outcome.NOT_SENT),
        ("reset-before", Outcome.UNKNOWN),
        ("reset-after", Outcome.UNKNOWN),
        ("half", Outcome.UNKNOWN),
        ("hang-after", Outcome.UNKNOWN),
        ("garbage", Outcome.UNKNOWN),
        ("empty", Outcome.UNKNOWN),
        ("wrong-type", Outcome.UNKNOWN),
        ("502", Outcome.UNKNOWN),
        ("504", Outcome.UNKNOWN),
    ],
)
async def test_each_fault_of_the_api_by_its_cause(
    api: BotApi, channel: TelegramChannel, chat: Destination, now: datetime, fault: str, outcome: Outcome
) -> None:
    """From the wire to the outcome, for a send, an edit and a probe."""
    sent = await channel.send(chat, channel.render(HELLO))
    api.rules = [Rule(fault, method="")]
    answers = [
        await channel.send(chat, channel.render(HELLO)),
        await channel.edit(chat, sent.message_id, channel.render(Message(text="new"))),
        await channel.probe(),
    ]
    if fault == "ban":  # counted per chat by the double
        answers = answers[:1]
    assert {settle(answer, 1, now).outcome for answer in answers} == {outcome}
    assert not any(api.token in answer.text for answer in answers)


async def test_a_migrated_group_is_told_with_its_new_address(
    api: BotApi, channel: TelegramChannel, now: datetime
) -> None:
    """The row moves along."""
    api.rules = [Rule("migrate", chat="-5", to="-1005")]
    group = Destination(id=1, subscriber=1, channel="telegram", address="-5", group=True)
    settled = settle(await channel.send(group, channel.render(HELLO)), 1, now)
    assert (settled.outcome, settled.moved_to, settled.due) == (Outcome.MOVED, "-1005", now)


@pytest.mark.parametrize("given", [7, timedelta(seconds=7)])
def test_a_ban_of_the_library_in_either_form(given: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is on its way from seconds to timedelta; bots that others build raise it."""
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    error = RetryAfter(7)
    monkeypatch.setattr(RetryAfter, "retry_after", given)
    assert heard(error).retry_after == timedelta(seconds=7)


@pytest.mark.parametrize("error", [NetworkError("new"), TelegramError("Invalid server response")])
def test_an_error_nobody_knows_is_a_doubt(error: TelegramError) -> None:
    """A later release may add some."""
    assert heard(error).sent == "unknown"


def test_hostile_titles_are_never_refused(make_article, make_delivery) -> None:
    """A thousand of them: no parse error, none over-long, no broken button; the long form runs in benchmarks."""
    dice = random.Random(22)
    pieces = [
        "<b>",
        "</i>",
        "&amp;",
        "&#xD800;",
        "\u202e",
        "\u200b",
        "\ud83d",
        "🇰🇷",
        "👨‍👩‍👧",
        "e\u0301",
        "한국",
        "芯片",
        "*_`[](",
        "\r\n",
        "\x00",
        "\x1b[31m",
        " ",
        "x" * 300,
        "@all",
        "/start",
        "{{7*7}}",
        "%s",
        "https://evil.example/",
        "𠀀" * 50,
    ]
    urls = [
        "https://a.example/?q=" + "x" * 3_000,
        "https://аpple.com/",
        "javascript:alert(1)",
        "https://a b/",
        "https://[x",
        "",
        "tg://x",
        "https://u:p@h.example/\u202e",
    ]
    for number in range(1_000):
        title, lead = ("".join(dice.choices(pieces, k=dice.randint(0, 40))) for _ in range(2))
        start, end = sorted(dice.randint(0, len(lead)) for _ in range(2))
        why = (RuleHit(1, (Hit("lead", start, end, title), Hit("title", 0, len(title), "칩4"))),)
        article = make_article(title=title, lead=lead, url=dice.choice(urls), outlet=dice.choice(pieces))
        story = Story(1, title, article.first_seen, article.first_seen, (article, replace(article, id=2, outlet=title)))
        message = compose_alert(make_delivery(id=number, why=why), story, article, {})
        for plain in (False, True):
            sent = render(message, plain=plain)
            keyboard = json.loads(json.dumps({"inline_keyboard": sent.keyboard}))
            fields = {"text": sent.text, "entities": list(sent.entities), "reply_markup": keyboard}
            assert check_message(fields) == sent.text


# The console


async def test_the_console_marks_hits_and_spells_links_out() -> None:
    """A line that is bold as a whole needs no marks."""
    stream = io.StringIO()
    message = Message(
        text="Headline\nabout Chip 4 today\nhost",
        spans=(Span(0, 8, "bold"), Span(15, 21, "bold"), Span(28, 32, "link", "https://host.example/1")),
    )
    channel = ConsoleChannel(stream)
    await channel.send(Destination(1, 1, "console", "-"), channel.render(message))
    assert stream.getvalue().splitlines()[1:] == ["Headline", "about *Chip 4* today", "https://host.example/1"]


async def test_the_console_shows_a_mails_subject_once() -> None:
    """Unless the text already says it."""
    shown = [ConsoleChannel.render(Message(text=text, subject="Digest")) for text in ("Stories", "Digest of today")]
    assert [text.splitlines()[1] for text in shown] == ["Digest", "Digest of today"]


async def test_a_closed_console_gives_no_sign_of_life() -> None:
    """A file that was closed under us."""
    stream = io.StringIO()
    stream.close()
    channel = ConsoleChannel(stream)
    answers = await channel.probe(), await channel.send(Destination(1, 1, "console", "-"), "x")
    assert [(answer.ok, answer.sent) for answer in answers] == [(False, "no"), (False, "no")]
