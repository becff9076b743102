"""Buttons of ours carry an opaque id; what it stands for stays with us, bound to its chat."""

import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from bot.model import Button, Message, Seal

#: How long a button works.
LIVES = timedelta(days=30)


def _token() -> str:
    return secrets.token_urlsafe(12)


def seal(
    message: Message, chat: str, now: datetime, token: Callable[[], str] = _token
) -> tuple[Message, tuple[Seal, ...]]:
    """The message with an id in place of each action, and what is to be stored before it is sent."""
    seals: list[Seal] = []

    def sealed(button: Button) -> Button:
        if not button.action:
            return button
        seals.append(Seal(token(), chat, button.action, now + LIVES))
        return replace(button, action=seals[-1].id)

    rows = tuple(tuple(sealed(button) for button in row) for row in message.buttons)
    return (replace(message, buttons=rows), tuple(seals)) if seals else (message, ())
