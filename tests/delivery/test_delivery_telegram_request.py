"""Not sent and answer lost, told apart on real sockets."""

import asyncio
import logging
import socket
import traceback
from collections.abc import Callable
from datetime import timedelta

import aiohttp
import pytest
from telegram import Bot, InputFile
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, TelegramError, TimedOut

from bot.delivery.telegram_request import AiohttpRequest, AnswerUnknown, NotSent
from tests.faults.bot_api import BotApi
from tests.faults.bot_rules import Rule


async def _refused(bot: Bot, **more: float) -> TelegramError:
    with pytest.raises(TelegramError) as caught:
        await bot.send_message(7001, "칩4", **more)
    return caught.value


@pytest.mark.parametrize(
    ("fault", "accepted"),
    [
        ("reset-before", 0),
        ("reset-after", 1),
        ("half", 1),
        ("hang-before", 0),
        ("hang-after", 1),
        ("garbage", 1),
        ("empty", 1),
        ("huge", 1),
        ("502", 0),
        ("502-after", 1),
        ("504", 0),
    ],
)
async def test_a_lost_answer_is_unknown_whether_or_not_the_message_was_taken(
    api: BotApi, bot: Bot, fault: str, accepted: int
) -> None:
    """Nobody can tell from here, so nothing is claimed."""
    api.rules = [Rule(fault)]
    error = await _refused(bot)
    assert (type(error), len(api.accepted)) == (AnswerUnknown, accepted)


@pytest.mark.parametrize(("fault", "status"), [("bare-429", 429), ("busy", 500), ("restart", 503), ("proxy-404", 0)])
async def test_a_refusal_keeps_the_status_that_the_library_would_lose(
    api: BotApi, bot: Bot, fault: str, status: int
) -> None:
    """A bare 429 and a 503 are plain network errors to python-telegram-bot; a proxy's page is not the API's word."""
    api.rules = [Rule(fault)]
    error = await _refused(bot)
    assert isinstance(error, NotSent)
    assert (error.status, api.accepted) == (status, [])


@pytest.mark.parametrize(
    ("given", "heard"),
    [
        ("7", timedelta(seconds=7)),
        ("0", timedelta(0)),
        ("86400", timedelta(days=1)),
        ('"soon"', None),
        ("null", None),
        ("true", None),
        ("-5", None),
        ("1e300", None),
    ],
)
async def test_a_ban_has_the_length_that_was_told(api: BotApi, bot: Bot, given: str, heard: timedelta | None) -> None:
    """A number of seconds, or none that could be meant."""
    api.rules = [Rule("retry", to=given)]
    error = await _refused(bot)
    assert isinstance(error, NotSent)
    assert (error.status, error.retry_after) == (429, heard)


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        ("blocked", Forbidden),
        ("chat", BadRequest),
        ("token", InvalidToken),
        ("no-token", InvalidToken),
        ("conflict", Conflict),
    ],
)
async def test_the_apis_own_refusals_stay_the_librarys(
    api: BotApi, bot: Bot, fault: str, kind: type[TelegramError]
) -> None:
    """The chat's handlers expect its classes."""
    api.rules = [Rule(fault)]
    assert type(await _refused(bot)) is kind


async def test_a_migrated_group_names_its_new_id(api: BotApi, bot: Bot) -> None:
    """As a ChatMigrated of the library."""
    api.rules = [Rule("migrate", to="-1009")]
    error = await _refused(bot)
    assert isinstance(error, ChatMigrated)
    assert error.new_chat_id == -1009


async def test_a_refused_connection_was_not_sent(api: BotApi, bot: Bot) -> None:
    """Nothing listens there."""
    await api.stop()
    assert type(await _refused(bot)) is NotSent


async def test_a_name_that_does_not_resolve_was_not_sent(request_of_ours: AiohttpRequest) -> None:
    """DNS comes before sending."""
    bot = Bot("1:x", base_url="http://nowhere.invalid/bot", request=request_of_ours)
    assert type(await _refused(bot)) is NotSent


async def test_a_broken_tls_handshake_was_not_sent(api: BotApi, request_of_ours: AiohttpRequest) -> None:
    """The double speaks no TLS."""
    bot = Bot(api.token, base_url=f"{api.url.replace('http', 'https')}/bot", request=request_of_ours)
    assert (type(await _refused(bot)), api.accepted) == (NotSent, [])


async def test_waiting_for_a_free_connection_was_not_sent(api: BotApi) -> None:
    """A silent API puts only as many messages in doubt as there are connections."""
    api.rules = [Rule("hang-after")]
    async with AiohttpRequest(connections=2, read_timeout=0.5, pool_timeout=0.1) as narrow:
        bot = Bot(api.token, base_url=f"{api.url}/bot", request=narrow)
        errors = await asyncio.gather(*(_refused(bot) for _ in range(6)))
    kinds = sorted(type(error).__name__ for error in errors)
    assert (kinds, len(api.accepted)) == (["AnswerUnknown"] * 2 + ["NotSent"] * 4, 2)


async def test_a_connect_that_is_never_answered_was_not_sent() -> None:
    """A full backlog drops the handshake."""
    with socket.socket() as full, socket.socket() as filler:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        filler.connect(full.getsockname())
        async with AiohttpRequest(connect_timeout=0.2) as opened:
            others = [socket.socket() for _ in range(4)]
            for other in others:
                other.setblocking(False)
                other.connect_ex(full.getsockname())
            bot = Bot("1:x", base_url=f"http://127.0.0.1:{full.getsockname()[1]}/bot", request=opened)
            error = await _refused(bot)
            for other in others:
                other.close()
    assert type(error) is NotSent


async def test_a_long_poll_without_an_answer_is_asked_again_at_once(api: BotApi, bot: Bot) -> None:
    """The one TimedOut there is; a send that times out is a doubt."""
    api.rules = [Rule("hang-before", method="getUpdates")]
    with pytest.raises(TimedOut) as caught:
        await bot.get_updates(timeout=0, read_timeout=0.1)
    assert type(caught.value) is TimedOut


async def test_polling_a_dead_address_does_not_hammer(api: BotApi, bot: Bot) -> None:
    """A refused connection must not look like an empty long poll."""
    await api.stop()
    with pytest.raises(NotSent):
        await bot.get_updates(timeout=0)


async def test_updates_arrive(api: BotApi, bot: Bot) -> None:
    """The same request serves getUpdates."""
    api.add_update(message={"message_id": 1, "date": 1, "chat": {"id": 5, "type": "private"}, "text": "/start"})
    (update,) = await bot.get_updates(timeout=0)
    assert update.message is not None
    assert update.message.text == "/start"


async def test_a_file_goes_as_one(api: BotApi, bot: Bot) -> None:
    """What /mydata sends is multipart."""
    await bot.send_document(7001, InputFile(b"{}", filename="mydata.json"), caption="yours")
    assert api.texts(7001) == ["[file mydata.json] yours"]


async def test_an_unopened_request_was_not_sent(api: BotApi) -> None:
    """Before initialize and after shutdown."""
    bot = Bot(api.token, base_url=f"{api.url}/bot", request=AiohttpRequest())
    assert type(await _refused(bot)) is NotSent


@pytest.mark.parametrize(
    "url", ["http://[broken/bot{}/sendMessage", "ftp://127.0.0.1/bot{}/sendMessage", "http:///bot{}/sendMessage"]
)
async def test_a_useless_address_was_not_sent(request_of_ours: AiohttpRequest, url: str) -> None:
    """And its text, which holds the token, is in no error."""
    address = url.format("123456:" + "SECRET"[::-1])
    with pytest.raises(NotSent) as caught:
        await request_of_ours.post(address)
    assert "TERCES" not in "".join(traceback.format_exception(caught.value))


@pytest.mark.parametrize(
    "fault", ["reset-after", "half", "hang-after", "garbage", "502", "blocked", "no-token", "bare-429"]
)
async def test_the_token_is_in_no_text(api: BotApi, bot: Bot, fault: str, caplog: pytest.LogCaptureFixture) -> None:
    """Neither in the error, nor in what it was raised from, nor in any log at the level we run at."""
    caplog.set_level(logging.INFO)
    api.rules = [Rule(fault)]
    error = await _refused(bot)
    told = "".join(traceback.format_exception(error)) + repr(error) + repr(error.__context__) + caplog.text
    assert api.token not in told
    assert api.token.split(":")[1] not in told


async def test_nothing_else_escapes(request_of_ours: AiohttpRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error aiohttp may learn to raise is a doubt without its words."""

    def explode(*_: object, **__: object) -> Callable[[], None]:
        raise RuntimeError("https://api.telegram.org/bot123456:SECRET/sendMessage")

    monkeypatch.setattr(aiohttp.ClientSession, "request", explode)
    with pytest.raises(AnswerUnknown) as caught:
        await request_of_ours.post("http://127.0.0.1/botX/sendMessage")
    assert (str(caught.value), caught.value.__context__) == ("answer lost: RuntimeError", None)
