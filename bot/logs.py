"""Logs without secrets: one processor at the root of everything that is printed, exceptions included."""

import logging
import re
import sys
from collections.abc import Iterable, MutableMapping
from typing import Any, TextIO

import structlog

#: Tokens and passwords by their shape: a library may print one that nobody handed us.
SHAPES = (
    (re.compile(r"\b\d{6,}:[A-Za-z0-9_-]{30,}"), "<token>"),
    (re.compile(r"(?<=/bot)\d+:[^/\s\"']+"), "<token>"),
    (re.compile(r"(?<=/mail/)(confirm|unsubscribe|digest)/[\w%-]+"), r"\1/<token>"),
    (re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|\Z)", re.DOTALL), "<key>"),
    (re.compile(r"(?<=://)[^/\s:\"']*:[^/\s\"']+(?=@)"), "<credentials>"),
)
#: Terminals obey these; log readers must not.
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
#: They print addresses, and with them the token, at INFO.
TALKATIVE = ("httpx", "httpcore", "telegram", "aiohttp", "apscheduler", "asyncio")


class Redaction:
    """Takes secrets out of text, the known ones by value, the others by shape."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        # Very short values would take letters out of every word.
        self._secrets = sorted({secret for secret in secrets if len(secret) >= 6}, key=len, reverse=True)

    def __call__(self, text: str) -> str:
        """The text with every secret masked."""
        for secret in self._secrets:
            text = text.replace(secret, "<secret>")
        for shape, mask in SHAPES:
            text = shape.sub(mask, text)
        return text

    def processor(self, _: Any, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        """For structlog: every value of an event, exceptions already formatted."""
        for key, value in event.items():
            if isinstance(value, (bool, int, float)) or value is None:
                continue
            text = self(value if isinstance(value, str) else repr(value))
            event[key] = text if key == "exception" else CONTROLS.sub(lambda found: repr(found[0])[1:-1], text)
        return event


def configure(kind: str, secrets: Iterable[str] = (), stream: TextIO | None = None, *, quiet: bool = False) -> None:
    """Sets up the process's logs, on stderr unless told otherwise.

    Args:
        kind: console or json.
        secrets: values that must never be printed.
        stream: where to.
        quiet: only warnings and worse, for commands that report by themselves.
    """
    redaction = Redaction(secrets)
    last: Any = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if kind == "json"
        else structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)
    )
    shared: list[Any] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        redaction.processor,
    ]
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, redaction.processor, last],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING if quiet else logging.INFO)
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
