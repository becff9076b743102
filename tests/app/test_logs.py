"""Logs without secrets."""

import io
import json
import logging

import pytest
import structlog

from bot.logs import Redaction, configure

TOKEN = "123456789:AAE-abcdefghijklmnopqrstuvwxyz012345"


@pytest.fixture
def printed():
    stream = io.StringIO()
    configure("json", ["hunter2-hunter2"], stream)
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    logging.getLogger().handlers.clear()
    structlog.reset_defaults()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"https://api.telegram.org/bot{TOKEN}/getMe", "https://api.telegram.org/bot<token>/getMe"),
        (f"token {TOKEN} refused", "token <token> refused"),
        ("http://127.0.0.1:9/bot1:short/getMe", "http://127.0.0.1:9/bot<token>/getMe"),
        ("smtp://user:pa55word@mail.example:587", "smtp://<credentials>@mail.example:587"),
        ("smtp://user@mail.example:pa55word@smtp.example:587", "smtp://<credentials>@smtp.example:587"),
        ("GET https://n.example/mail/unsubscribe/BlPL8-fM_bT?x", "GET https://n.example/mail/unsubscribe/<token>?x"),
        ("/mail/digest/A%00b", "/mail/digest/<token>"),
        ("-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\nafter", "<key>\nafter"),
        ("-----BEGIN RSA PRIVATE KEY-----\\nMIIE", "<key>"),
        ("at 12:30:45 on 2026-11-22", "at 12:30:45 on 2026-11-22"),
        ("http://127.0.0.1:8080/feed", "http://127.0.0.1:8080/feed"),
    ],
)
def test_secrets_are_known_by_their_shape(text: str, shown: str) -> None:
    """A token that nobody handed us is masked all the same; times and ports are left alone."""
    assert Redaction()(text) == shown


def test_known_secrets_are_masked_wherever_they_stand(printed) -> None:
    """In values, in nested values, and in the text of an exception."""
    log = structlog.get_logger()
    try:
        raise RuntimeError("login with hunter2-hunter2 failed")
    except RuntimeError:
        log.exception("mail", password="hunter2-hunter2", nested={"url": "x:hunter2-hunter2"})

    assert "hunter2" not in json.dumps(printed())


def test_a_librarys_own_logging_is_masked_too(printed) -> None:
    """Libraries print the token at INFO; at WARNING somebody else might."""
    logging.getLogger("somebody").warning("POST https://api.telegram.org/bot%s/sendMessage", TOKEN)

    assert [line["event"] for line in printed()] == ["POST https://api.telegram.org/bot<token>/sendMessage"]


def test_control_characters_cannot_forge_lines(printed) -> None:
    """A title with an escape sequence must not paint the operator's terminal."""
    structlog.get_logger().info("poll", reason="a\x1b[2Jb\u202ec")

    assert [line["reason"] for line in printed()] == ["a\\x1b[2Jb\\u202ec"]


def test_talkative_libraries_are_quiet(printed) -> None:
    """The HTTP loggers stay below their own INFO."""
    logging.getLogger("telegram.ext").info("chatter")
    logging.getLogger("apscheduler.executors.default").info("chatter")

    assert printed() == []
