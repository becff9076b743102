"""What the delivery tests share: literals with a place to put the one thing a test is about."""

from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from telegram import Bot

from bot.delivery.channels.telegram import TelegramChannel
from bot.delivery.telegram_request import AiohttpRequest
from bot.model import Article, Delivery, DeliveryState, Destination, Precision
from tests.faults.bot_api import BotApi

NOON = datetime(2022, 7, 25, 3, 0, tzinfo=UTC)  # noon in Seoul


@pytest.fixture
def now() -> datetime:
    return NOON


@pytest.fixture
def chat() -> Destination:
    return Destination(id=1, subscriber=1, channel="telegram", address="7001")


@pytest.fixture
def make_article() -> Callable[..., Article]:
    def make(**given: Any) -> Article:
        known: dict[str, Any] = {
            "id": 1,
            "source": "gt",
            "url": "https://www.globaltimes.cn/page/1.shtml",
            "title": "Envoy meets minister on chips",
            "lead": "",
            "lang": "en",
            "published": NOON,
            "precision": Precision.MINUTE,
            "first_seen": NOON,
            "content_hash": "",
            "story": 1,
            "grade": 2,
            "outlet": "Global Times",
            "side": "CN",
            "kind": "newspaper",
        }
        return Article(**{**known, **given})

    return make


@pytest.fixture
def make_delivery(chat: Destination) -> Callable[..., Delivery]:
    def make(**given: Any) -> Delivery:
        known: dict[str, Any] = {
            "id": 1,
            "destination": chat,
            "kind": "alert",
            "event": "story:1",
            "state": DeliveryState.NEW,
            "due": NOON,
            "attempts": 0,
            "created": NOON,
        }
        return Delivery(**{**known, **given})

    return make


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi() as running:
        yield running


@pytest.fixture
async def request_of_ours() -> AsyncIterator[AiohttpRequest]:
    async with AiohttpRequest(connect_timeout=2.0, read_timeout=0.3, pool_timeout=2.0) as opened:
        yield opened


@pytest.fixture
def bot(api: BotApi, request_of_ours: AiohttpRequest) -> Bot:
    return Bot(api.token, base_url=f"{api.url}/bot", request=request_of_ours, get_updates_request=request_of_ours)


@pytest.fixture
def channel(bot: Bot) -> TelegramChannel:
    return TelegramChannel(bot)
